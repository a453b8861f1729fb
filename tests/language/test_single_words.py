"""Dates that no calendar has, times that no clock shows, numbers and names that are too long."""

from __future__ import annotations

import pytest

from sla_dsl.language import limits
from sla_dsl.language.lexing import Words, lex

BAD = [
    ("2026-02-29", "no-such-date", "2000-01-01"),
    ("2026-13-01", "no-such-date", "2000-01-01"),
    ("2026-04-31", "no-such-date", "2000-01-01"),
    ("1969-12-31", "no-such-date", "2000-01-01"),
    ("2201-01-01", "no-such-date", "2000-01-01"),
    ("0000-01-01", "no-such-date", "2000-01-01"),
    ("24:00", "no-such-time", "00:00"),
    ("10:60", "no-such-time", "00:00"),
    ("10:00:60", "no-such-time", "00:00"),
    ("99:99:99.9", "no-such-time", "00:00"),
    ("2026-13", "no-such-period", "2000-01"),
    ("2026-00", "no-such-period", "2000-01"),
    ("1969-Q1", "no-such-period", "2000-Q1"),
    ("1" * 31, "number-too-long", "1"),
    ("0." + "1" * 13, "number-too-long", "1"),
    ("1" * 5_000, "number-too-long", "1"),
    ("A" * 129, "name-too-long", "Unreadable"),
    ("Aa " * 43 + "Aa", "name-too-long", "Unreadable"),
    ("§ " + "1" * 200, "name-too-long", "§ 0"),
    ('"' + "x" * 4_097 + '"', "text-too-long", '""'),
]
GOOD = [
    "2024-02-29",
    "1970-01-01",
    "2200-12-31",
    "00:00",
    "23:59:59.999999",
    "2026-12",
    "2200-Q4",
    "1" * 30,
    "1" * 18 + "." + "1" * 12,
    "A" * 128,
    "X" + " " * 500 + "B",
    '"' + "x" * 4_096 + '"',
]


@pytest.mark.parametrize(("written", "code", "read"), BAD, ids=[written[:12] for written, _, _ in BAD])
def test_what_cannot_be_is_told_and_something_else_is_read(written: str, code: str, read: str) -> None:
    found = lex(written)
    assert isinstance(found, Words)
    assert [finding.code for finding in found.findings] == [code]
    assert [str(word) for word in found.tokens] == [read]
    assert found.tokens[0].end_pos == len(written)


@pytest.mark.parametrize("written", GOOD, ids=[written[:12] for written in GOOD])
def test_what_can_be_is_left_alone(written: str) -> None:
    found = lex(written)
    assert isinstance(found, Words)
    assert found.findings == []
    assert [str(word) for word in found.tokens] == [written]


def test_the_limits_are_said_in_the_messages() -> None:
    found = lex("1" * 31 + " " + "A" * 129)
    assert isinstance(found, Words)
    assert str(limits.DIGITS) in found.findings[0].message
    assert str(limits.NAME) in found.findings[1].message
