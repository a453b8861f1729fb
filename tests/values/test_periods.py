from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.values.elapsed import HOUR
from sla_dsl.values.instant import read_instant, show_instant
from sla_dsl.values.periods import (
    LONGEST_RANGE,
    Period,
    PeriodKind,
    bounds,
    following,
    period_of,
    read_period,
    read_period_range,
)
from tests.values.strategies import around_a_change, instants, law, zones

kinds = st.sampled_from(get_args(PeriodKind))
periods = kinds.flatmap(
    lambda kind: st.builds(
        Period, st.just(kind), st.integers(1970, 2199), st.integers(1, {"month": 12, "quarter": 4, "year": 1}[kind])
    )
)


def month(year: int, number: int) -> Period:
    return Period("month", year, number)


def hours(period: Period, zone: str) -> Fraction:
    start, end = bounds(period, zone)
    return Fraction(end - start, HOUR)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("2026-03", "month", month(2026, 3)),
        ("2026-12", "month", month(2026, 12)),
        ("1970-01", "month", month(1970, 1)),
        ("2200-12", "month", month(2200, 12)),
        ("2026-Q1", "quarter", Period("quarter", 2026, 1)),
        ("2026-Q4", "quarter", Period("quarter", 2026, 4)),
        ("2026", "year", Period("year", 2026, 1)),
    ],
)
def test_read_and_name(text: str, kind: PeriodKind, expected: Period) -> None:
    assert read_period(text, kind) == expected
    assert expected.name == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "month"),
        ("2026", "month"),
        ("2026-Q1", "month"),
        ("2026-00", "month"),
        ("2026-13", "month"),
        ("2026-3", "month"),
        ("2026-003", "month"),
        ("26-03", "month"),
        ("2026-03-01", "month"),
        ("2026-03 ", "month"),
        ("2026 -03", "month"),
        ("-2026-03", "month"),
        ("2026--3", "month"),
        ("2026-+3", "month"),
        ("1969-12", "month"),
        ("2201-01", "month"),
        ("٢٠٢٦-03", "month"),
        ("2026-0³", "month"),
        ("2026-03", "quarter"),
        ("2026-Q0", "quarter"),
        ("2026-Q5", "quarter"),
        ("2026-q1", "quarter"),
        ("2026-1", "quarter"),
        ("2026-Q01", "quarter"),
        ("2026-03", "year"),
        ("2026-", "year"),
        ("02026", "year"),
        ("9" * 5_000, "year"),
        ("March 2026", "month"),
    ],
)
def test_what_is_no_period_of_that_kind(text: str, kind: PeriodKind) -> None:
    assert read_period(text, kind) is None


@given(periods)
@law
def test_a_name_is_read_back(period: Period) -> None:
    assert read_period(period.name, period.kind) == period


@given(st.text(max_size=12) | st.text(alphabet="0123456789-Q. ", max_size=10), kinds)
@law
def test_any_text_is_a_period_by_its_very_name_or_none(text: str, kind: PeriodKind) -> None:
    period = read_period(text, kind)
    assert period is None or period.name == text


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("2026-03", "month", ["2026-03"]),
        ("2026-01..2026-03", "month", ["2026-01", "2026-02", "2026-03"]),
        ("2025-12..2026-01", "month", ["2025-12", "2026-01"]),
        ("2026-03..2026-03", "month", ["2026-03"]),
        ("2025-Q4..2026-Q1", "quarter", ["2025-Q4", "2026-Q1"]),
        ("2025..2027", "year", ["2025", "2026", "2027"]),
    ],
)
def test_ranges(text: str, kind: PeriodKind, names: list[str]) -> None:
    found = read_period_range(text, kind)
    assert found is not None
    assert [period.name for period in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "2026-01..",
        "..2026-03",
        "2026-03..2026-01",
        "2026-01...2026-03",
        "2026-01..2026-Q2",
        "2026-01-2026-03",
    ],
)
def test_what_is_no_range(text: str) -> None:
    assert read_period_range(text, "month") is None


def test_a_range_has_an_end() -> None:
    longest = read_period_range("2000-01..2099-12", "month")
    assert longest is not None
    assert len(longest) == LONGEST_RANGE
    assert read_period_range("2000-01..2100-01", "month") is None


def test_following() -> None:
    assert following(month(2026, 12)) == month(2027, 1)
    assert following(Period("quarter", 2026, 4)) == Period("quarter", 2027, 1)
    assert following(Period("year", 2026, 1)) == Period("year", 2027, 1)


@pytest.mark.parametrize(
    ("zone", "name", "expected"),
    [
        ("UTC", "2026-03", 744),
        ("UTC", "2023-02", 672),
        ("UTC", "2024-02", 696),
        ("UTC", "2100-02", 672),
        ("Europe/Paris", "2026-03", 743),
        ("Europe/Paris", "2026-10", 745),
        ("Europe/Brussels", "2026-03", 743),
        ("Australia/Lord_Howe", "2026-04", Fraction(1441, 2)),
        ("Australia/Lord_Howe", "2026-10", Fraction(1487, 2)),
        ("Antarctica/Troll", "2026-03", 742),
        ("Antarctica/Troll", "2026-10", 746),
        ("Pacific/Apia", "2011-12", 720),
        ("Africa/Casablanca", "2024-03", 745),
        ("Africa/Casablanca", "2024-04", 719),
        ("America/Asuncion", "2023-10", 743),
        ("America/Havana", "2020-11", 721),
    ],
)
def test_how_long_a_month_is(zone: str, name: str, expected: Fraction | int) -> None:
    period = read_period(name, "month")
    assert period is not None
    assert hours(period, zone) == expected


@pytest.mark.parametrize(
    ("zone", "name", "start"),
    [
        ("Europe/Brussels", "2026-03", "2026-03-01T00:00:00+01:00"),
        ("Europe/Brussels", "2026-04", "2026-04-01T00:00:00+02:00"),
        # The clocks skip midnight.
        ("America/Asuncion", "2017-10", "2017-10-01T01:00:00-03:00"),
        ("America/Asuncion", "2023-10", "2023-10-01T01:00:00-03:00"),
        ("Asia/Amman", "2016-04", "2016-04-01T01:00:00+03:00"),
        # They show it twice.
        ("America/Havana", "2015-11", "2015-11-01T00:00:00-04:00"),
        ("America/Havana", "2020-11", "2020-11-01T00:00:00-04:00"),
        ("America/St_Johns", "2009-11", "2009-11-01T00:00:00-02:30"),
    ],
)
def test_where_a_month_starts(zone: str, name: str, start: str) -> None:
    period = read_period(name, "month")
    assert period is not None
    assert show_instant(bounds(period, zone)[0], zone) == start


@given(periods, zones)
@law
def test_periods_follow_without_a_gap(period: Period, zone: str) -> None:
    start, end = bounds(period, zone)
    assert start < end == bounds(following(period), zone)[0]


@given(instants, kinds, zones)
@law
def test_an_instant_is_in_its_period(instant: int, kind: PeriodKind, zone: str) -> None:
    start, end = bounds(period_of(instant, kind, zone), zone)
    assert start <= instant < end


@given(around_a_change(), kinds)
@law
def test_also_where_the_clocks_change(drawn: tuple[str, dt.datetime], kind: PeriodKind) -> None:
    zone, shown = drawn
    near = read_instant(shown.isoformat() + "Z")
    assert isinstance(near, int)
    for instant in (near - HOUR, near, near + 12 * HOUR):
        start, end = bounds(period_of(instant, kind, zone), zone)
        assert start <= instant < end


@given(periods, zones)
@law
def test_the_bounds_themselves(period: Period, zone: str) -> None:
    start, end = bounds(period, zone)
    assert period_of(start, period.kind, zone) == period_of(end - 1, period.kind, zone) == period
    assert period_of(end, period.kind, zone) == following(period)


@given(st.integers(1970, 2199), zones)
@law
def test_a_year_is_its_quarters_and_a_quarter_its_months(year: int, zone: str) -> None:
    whole = bounds(Period("year", year, 1), zone)
    assert whole == (bounds(month(year, 1), zone)[0], bounds(month(year, 12), zone)[1])
    assert bounds(Period("quarter", year, 2), zone) == (
        bounds(month(year, 4), zone)[0],
        bounds(month(year, 6), zone)[1],
    )


def test_a_quarter_is_the_one_of_its_months() -> None:
    found = [
        period_of(bounds(month(2026, number), "UTC")[0], "quarter", "UTC").name for number in (1, 3, 4, 6, 7, 9, 10, 12)
    ]
    assert found == [f"2026-Q{number}" for number in (1, 1, 2, 2, 3, 3, 4, 4)]


def test_the_last_period_of_all() -> None:
    assert show_instant(bounds(month(2200, 12), "UTC")[1], "UTC") == "2201-01-01T00:00:00Z"
    assert dt.date(2200, 12, 31).year == period_of(bounds(month(2200, 12), "UTC")[1] - 1, "year", "UTC").year
