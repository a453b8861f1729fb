"""Rows of the strip: every instant of a period in one of them, also where the clocks are changed."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest

from sla_dsl.faces.reporting.rows import WHOLE, Rows, rows_of
from sla_dsl.faces.reporting.strip_picture import hours_words
from sla_dsl.values.elapsed import DAY, HOUR
from sla_dsl.values.periods import Period, PeriodKind, bounds

BRUSSELS = "Europe/Brussels"


def month(year: int, index: int, zone: str = BRUSSELS) -> Rows:
    return rows_of(Period("month", year, index), zone)


@pytest.mark.parametrize("zone", [BRUSSELS, "UTC", "America/Sao_Paulo", "Asia/Gaza", "Australia/Lord_Howe"])
@pytest.mark.parametrize(
    ("kind", "count"), [("month", (28, 29, 30, 31)), ("quarter", (13, 14, 15)), ("year", (12,))]
)  # fmt: skip
def test_rows_lie_one_after_the_other_and_fill_the_period(kind: PeriodKind, count: tuple[int, ...], zone: str) -> None:
    for year in (2018, 2024, 2026):
        for index in range(1, {"month": 12, "quarter": 4, "year": 1}[kind] + 1):
            period = Period(kind, year, index)
            found = rows_of(period, zone)
            assert len(found.rows) in count
            assert (found.rows[0].start, found.rows[-1].end) == bounds(period, zone)
            assert all(a.end == b.start for a, b in pairwise(found.rows))


@pytest.mark.parametrize("kind", ["month", "quarter", "year"])
def test_every_place_lies_in_the_picture(kind: PeriodKind) -> None:
    found = rows_of(Period(kind, 2026, 1), BRUSSELS)
    for row in found.rows:
        places = [found.place(row, at) for at in (row.start, *(tick.at for tick in row.ticks), row.end)]
        assert places == sorted(places)
        assert places[0] >= 0
        assert places[-1] <= WHOLE
    assert max(found.place(row, row.end) for row in found.rows) == WHOLE


def test_a_day_has_a_line_every_three_hours_and_words_every_six() -> None:
    row = month(2026, 3).rows[0]
    assert [tick.words for tick in row.ticks] == ["", "06", "", "12", "", "18", ""]
    assert [(tick.at - row.start) // HOUR for tick in row.ticks] == [3, 6, 9, 12, 15, 18, 21]


def test_a_day_on_which_an_hour_is_skipped_is_shorter() -> None:
    row = month(2026, 3).rows[28]
    assert (row.first, row.odd, row.end - row.start) == (dt.date(2026, 3, 29), -HOUR, 23 * HOUR)
    assert [(tick.at - row.start) // HOUR for tick in row.ticks] == [2, 5, 8, 11, 14, 17, 20]


def test_a_day_on_which_an_hour_comes_twice_is_longer_and_makes_the_others_narrower() -> None:
    found = month(2026, 10)
    row = found.rows[24]
    assert (row.odd, row.end - row.start, found.longest) == (HOUR, 25 * HOUR, 25 * HOUR)
    assert found.place(found.rows[0], found.rows[0].end) == WHOLE * 24 // 25


def test_a_day_that_begins_after_midnight_because_the_clocks_skip_it() -> None:
    row = month(2018, 11, "America/Sao_Paulo").rows[3]
    assert (row.first.day, row.odd) == (4, -HOUR)


def test_clocks_that_are_changed_by_half_an_hour() -> None:
    assert [row.odd for row in month(2026, 4, "Australia/Lord_Howe").rows if row.odd] == [HOUR // 2]
    assert [row.odd for row in month(2026, 10, "Australia/Lord_Howe").rows if row.odd] == [-HOUR // 2]


@pytest.mark.parametrize(
    ("hours", "words"),
    [(Fraction(23), "23 h"), (Fraction(25), "25 h"), (Fraction(49, 2), "24:30 h"), (Fraction(0), "0 h")],
)
def test_how_long_an_odd_day_is_said_to_be(hours: Fraction, words: str) -> None:
    assert hours_words(int(hours * HOUR)) == words


def test_weeks_begin_on_monday_and_the_first_lies_where_its_days_lie() -> None:
    rows = rows_of(Period("quarter", 2026, 1), "UTC").rows
    assert (rows[0].first, rows[0].offset) == (dt.date(2026, 1, 1), 3 * DAY)
    assert {row.first.weekday() for row in rows[1:]} == {0}
    assert {row.offset for row in rows[1:]} == {0}
    assert [tick.words for tick in rows[1].ticks] == ["6", "7", "8", "9", "10", "11"]


def test_the_months_of_a_year() -> None:
    found = rows_of(Period("year", 2024, 1), "UTC")
    assert [row.first.month for row in found.rows] == list(range(1, 13))
    assert [tick.words for tick in found.rows[1].ticks] == ["5", "10", "15", "20", "25"]
    assert found.longest == 31 * DAY
