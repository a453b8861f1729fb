"""Bytes to text: UTF-8 with one mark at the most, and other encodings called by their names."""

from __future__ import annotations

import pytest

from sla_dsl.evidence.utf8 import text_of
from sla_dsl.findings.finding import Finding
from tests.evidence.making import check_words


def code(data: bytes | str, size_limit: int = 1000) -> str:
    result = text_of(data, size_limit)
    assert isinstance(result, Finding)
    check_words(result)
    return result.code


def test_utf8_is_read_with_and_without_a_mark() -> None:
    assert text_of("é".encode()) == "é"
    assert text_of("\ufeffé".encode()) == "é"
    assert text_of("\ufeffé") == "é"
    assert text_of(b"") == ""


def test_a_second_mark_is_part_of_the_text() -> None:
    assert text_of("\ufeff\ufeffa".encode()) == "\ufeffa"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["{}", '{"account": "é日"}', "id,service\n", "\ufeff{}"])
def test_p15_t16_wide_encodings_are_told_as_such(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert code(data) == "utf-16"
    result = text_of(data)
    assert isinstance(result, Finding)
    assert encoding[:6].upper() in result.message


@pytest.mark.parametrize(
    "data", [b"\xff", b"abc\xe9", "é".encode("latin-1"), b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80"]
)
def test_p15_what_is_no_utf8(data: bytes) -> None:
    assert code(data) == "not-utf-8"


def test_p15_the_byte_and_its_line_are_told() -> None:
    result = text_of(b"ab\ncd\n\xffef")
    assert isinstance(result, Finding)
    assert result.message == "Line 3 is not written in UTF-8: byte 7 of the file cannot be read."


def test_the_size_is_bounded() -> None:
    assert text_of(b"a" * 10, 10) == "a" * 10
    assert code(b"a" * 11, 10) == "too-large"
    assert code("a" * 11, 10) == "too-large"
