from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.findings.source import Source

texts = st.text(alphabet="ab \n\r\u2028é😀", max_size=40)
law = settings(max_examples=200, deadline=None, database=None)


def positions(text: str) -> list[tuple[int, int]]:
    """Line and column of every character, and of the end, the slow way."""
    found, line, column = [], 1, 1
    for character in text:
        found.append((line, column))
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return [*found, (line, column)]


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("abc", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("abc", 3, (1, 4)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("\n\n\n", 3, (4, 1)),
        ("😀é b", 3, (1, 4)),
        ("abc", -1, (1, 1)),
    ],
)
def test_position(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert Source("policy.sla", text).position(offset) == expected


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\n", ["one", ""]),
        ("one\ntwo", ["one", "two"]),
        ("one\r\ntwo\r\n", ["one", "two", ""]),
        ("\n\n", ["", "", ""]),
        ("a\rb\u2028c\x0bd\ne", ["a\rb\u2028c\x0bd", "e"]),
    ],
)
def test_line(text: str, lines: list[str]) -> None:
    source = Source("policy.sla", text)
    assert [source.line(number + 1) for number in range(len(lines))] == lines


def test_there_is_no_line_before_the_first_or_after_the_last() -> None:
    source = Source("policy.sla", "one\ntwo")
    assert source.line(0) == source.line(-1) == source.line(3) == ""


@given(texts)
@law
def test_every_character_stands_where_counting_finds_it(text: str) -> None:
    source = Source("", text)
    assert [source.position(offset) for offset in range(len(text) + 1)] == positions(text)


@given(texts)
@law
def test_the_character_at_a_place_is_the_one_in_its_line(text: str) -> None:
    source = Source("", text)
    for offset, character in enumerate(text):
        line, column = source.position(offset)
        whole = source.line(line)
        assert character in "\r\n" or whole[column - 1] == character


def test_a_source_is_a_value_whatever_was_asked_of_it() -> None:
    asked, fresh = Source("policy.sla", "one\ntwo"), Source("policy.sla", "one\ntwo")
    asked.position(5)
    assert asked == fresh
    assert hash(asked) == hash(fresh)
    assert asked != Source("other.sla", "one\ntwo")
    assert repr(asked) == "Source(name='policy.sla', text='one\\ntwo')"


def test_a_source_never_changes() -> None:
    with pytest.raises(AttributeError):
        Source("policy.sla", "one").text = "two"


def test_a_hundred_thousand_lines_are_found_at_once() -> None:
    source = Source("", "word\n" * 100_000)
    assert source.position(5 * 99_999) == (100_000, 1)
    assert source.line(100_000) == "word"
    assert all(source.position(5 * line) == (line + 1, 1) for line in range(0, 100_000, 100))
