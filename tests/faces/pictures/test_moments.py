"""Times as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.faces.pictures.moments import clock_lengths, moment, period_title, span
from sla_dsl.values.instant import read_instant
from sla_dsl.values.periods import Period

BRUSSELS = "Europe/Brussels"


def _at(text: str) -> int:
    instant = read_instant(text)
    assert isinstance(instant, int)
    return instant


@pytest.mark.parametrize(
    ("text", "zone", "shown"),
    [
        ("2026-03-04T09:12:00Z", "UTC", "2026-03-04 09:12"),
        ("2026-03-04T09:12:40Z", BRUSSELS, "2026-03-04 10:12:40"),
        ("2026-03-04T09:12:00.250Z", BRUSSELS, "2026-03-04 10:12:00.25"),
        ("2026-07-04T23:30:00Z", BRUSSELS, "2026-07-05 01:30"),
        ("2026-10-25T00:30:00Z", BRUSSELS, "2026-10-25 02:30 (+02:00)"),
        ("2026-10-25T01:30:00Z", BRUSSELS, "2026-10-25 02:30 (+01:00)"),
        ("2026-10-25T02:30:00Z", BRUSSELS, "2026-10-25 03:30"),
    ],
)
def test_moments(text: str, zone: str, shown: str) -> None:
    assert moment(_at(text), zone) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z", "2026-03-04 10:00 to 11:00"),
        ("2026-03-04T10:00:05Z", "2026-03-04T11:00:00Z", "2026-03-04 10:00:05 to 11:00"),
        ("2026-03-04T10:00:00Z", "2026-03-05T00:00:00Z", "2026-03-04 10:00 to 2026-03-05 00:00"),
    ],
)
def test_spans(start: str, end: str, shown: str) -> None:
    assert span(_at(start), _at(end), "UTC") == shown


def test_titles_of_periods() -> None:
    assert period_title(Period("month", 2026, 3)) == "March 2026"
    assert period_title(Period("quarter", 2026, 1)) == "the first quarter of 2026"
    assert period_title(Period("year", 2026, 1)) == "2026"


def test_lengths_stand_in_a_column() -> None:
    second = 1_000_000
    assert clock_lengths([5 * second, 3_600 * 743 * second]) == ["  0:00:05", "743:00:00"]
    assert clock_lengths([1_500_000, 61 * second]) == ["0:00:01.5", "0:01:01  "]
    assert clock_lengths([3_600 * 8_784 * second]) == ["8,784:00:00"]
    assert clock_lengths([]) == []


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(st.integers(0, 10**14), min_size=1, max_size=6))
def test_lengths_are_exact_and_equally_wide(lengths: list[int]) -> None:
    told = clock_lengths(lengths)
    assert len({len(one) for one in told}) == 1
    for length, one in zip(lengths, told, strict=True):
        hours, minutes, rest = one.replace(",", "").split(":")
        seconds, _, micros = rest.strip().partition(".")
        whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
        assert whole * 1_000_000 + int(micros.ljust(6, "0") or "0") == length
