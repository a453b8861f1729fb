"""From bytes to text: UTF-8 and nothing else, with one byte order mark at the most."""

from __future__ import annotations

from sla_dsl.evidence import json_mistakes as mistakes
from sla_dsl.evidence import limits
from sla_dsl.findings.finding import Finding

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def text_of(data: bytes | str, size_limit: int = limits.FILE_BYTES) -> str | Finding:
    """The text, without a byte order mark, or why there is none.  `size_limit` in bytes."""
    if len(data) > size_limit:
        return mistakes.too_large(size_limit)
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    return _too_wide(data) or text.removeprefix("\ufeff")


def _not_utf8(data: bytes, start: int) -> Finding:
    return _too_wide(data) or mistakes.not_utf8(data.count(b"\n", 0, start) + 1, start + 1)


def _too_wide(data: bytes) -> Finding | None:
    encoding = wide_encoding(data)
    return mistakes.is_utf16(encoding) if encoding else None


def wide_encoding(data: bytes) -> str:
    """The name of the encoding, of two or four bytes a character; empty for any other.

    Such a file begins with a mark, or has a zero byte in its first ASCII character.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    zeros = [byte == 0 for byte in data[:4]]
    if zeros in ([True, True, True, False], [False, True, True, True]):
        return "UTF-32"
    return "UTF-16" if zeros[:2] in ([True, False], [False, True]) else ""
