from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.values.calendars import (
    BusinessCalendar,
    business_time,
    deadline,
    end_of_business_day,
    opening_spans,
)
from sla_dsl.values.elapsed import DAY, HOUR, MINUTE
from sla_dsl.values.holidays import holiday_dates
from sla_dsl.values.instant import read_instant, show_instant
from sla_dsl.values.intervals import clip, contains, length
from sla_dsl.values.periods import Period, bounds
from sla_dsl.values.zones import local_time
from tests.values.strategies import around_a_change, costly_law, law, only

BRUSSELS = "Europe/Brussels"
WEEKDAYS = (0, 1, 2, 3, 4)
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
NONE: frozenset[dt.date] = frozenset()

OFFICE = BusinessCalendar(WEEKDAYS, 9 * HOUR, 17 * HOUR, BRUSSELS, lambda year: holiday_dates("Belgium", year))
PLAIN = OFFICE._replace(holidays=NONE)
ALWAYS = BusinessCalendar(EVERY_DAY, 0, DAY, BRUSSELS, NONE)
NEVER = PLAIN._replace(weekdays=())


def at(text: str) -> int:
    instant = read_instant(text)
    assert isinstance(instant, int)
    return instant


def shown(instant: int | None) -> str | None:
    return None if instant is None else show_instant(instant, BRUSSELS)


@pytest.mark.parametrize(
    ("opened", "hours", "due"),
    [
        # Within one day; to the very closing; and over it.
        ("2026-03-04T10:00:00+01:00", 2, "2026-03-04T12:00:00+01:00"),
        ("2026-03-04T15:00:00+01:00", 2, "2026-03-04T17:00:00+01:00"),
        ("2026-03-04T15:00:01+01:00", 2, "2026-03-05T09:00:01+01:00"),
        # Opened when nobody works: before, after, at the closing, on a Saturday.
        ("2026-03-04T03:00:00+01:00", 2, "2026-03-04T11:00:00+01:00"),
        ("2026-03-04T20:00:00+01:00", 2, "2026-03-05T11:00:00+01:00"),
        ("2026-03-04T17:00:00+01:00", 2, "2026-03-05T11:00:00+01:00"),
        ("2026-03-07T12:00:00+01:00", 8, "2026-03-09T17:00:00+01:00"),
        # Over Easter Monday, the national holiday, and a change of the clocks.
        ("2026-04-03T16:00:00+02:00", 8, "2026-04-07T16:00:00+02:00"),
        ("2026-07-20T16:00:00+02:00", 2, "2026-07-22T10:00:00+02:00"),
        ("2026-07-20T16:00:00+02:00", 4, "2026-07-22T12:00:00+02:00"),
        ("2026-03-27T16:00:00+01:00", 2, "2026-03-30T10:00:00+02:00"),
        # Over the end of a year, with its holiday.
        ("2025-12-31T16:00:00+01:00", 2, "2026-01-02T10:00:00+01:00"),
        # Many days.
        ("2026-03-02T09:00:00+01:00", 80, "2026-03-13T17:00:00+01:00"),
    ],
)
def test_deadline(opened: str, hours: int, due: str) -> None:
    assert shown(deadline(OFFICE, at(opened), hours * HOUR)) == due


def test_nothing_to_run_out_has_run_out_at_once() -> None:
    night = at("2026-03-07T03:00:00+01:00")
    assert deadline(OFFICE, night, 0) == end_of_business_day(OFFICE, night, 0) == night
    assert deadline(NEVER, night, 0) == night


def test_a_deadline_that_never_comes_is_given_up() -> None:
    start = at("2026-03-04T10:00:00+01:00")
    assert deadline(NEVER, start, 1) is None
    assert end_of_business_day(NEVER, start, 1) is None
    assert deadline(PLAIN._replace(holidays=lambda year: every_day_of(year)), start, 1) is None
    assert deadline(OFFICE, start, 21 * 366 * 24 * HOUR) is None


def every_day_of(year: int) -> frozenset[dt.date]:
    return frozenset(dt.date(year, 1, 1) + dt.timedelta(days=day) for day in range(366))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-03-04T10:00:00+01:00", 1, "2026-03-05T17:00:00+01:00"),
        ("2026-03-04T23:59:59+01:00", 1, "2026-03-05T17:00:00+01:00"),
        ("2026-03-05T00:00:00+01:00", 1, "2026-03-06T17:00:00+01:00"),
        ("2026-03-06T10:00:00+01:00", 1, "2026-03-09T17:00:00+01:00"),
        ("2026-03-07T10:00:00+01:00", 1, "2026-03-09T17:00:00+01:00"),
        ("2026-03-06T10:00:00+01:00", 5, "2026-03-13T17:00:00+01:00"),
        ("2026-04-02T10:00:00+02:00", 2, "2026-04-07T17:00:00+02:00"),
        ("2026-03-27T10:00:00+01:00", 1, "2026-03-30T17:00:00+02:00"),
    ],
)
def test_end_of_business_day(start: str, days: int, end: str) -> None:
    assert shown(end_of_business_day(OFFICE, at(start), days)) == end


def test_the_date_is_that_of_the_zone() -> None:
    late = at("2026-03-04T23:30:00Z")
    assert shown(end_of_business_day(PLAIN, late, 1)) == "2026-03-06T17:00:00+01:00"


def test_a_day_that_the_clocks_leave_out_is_not_worked() -> None:
    apia = BusinessCalendar(EVERY_DAY, 9 * HOUR, 17 * HOUR, "Pacific/Apia", NONE)
    start = only("Pacific/Apia", 2011, 12, 29, 10)
    end = end_of_business_day(apia, start, 1)
    assert end is not None
    assert show_instant(end, "Pacific/Apia") == "2011-12-31T17:00:00+14:00"
    assert deadline(apia, start, 8 * HOUR) == only("Pacific/Apia", 2011, 12, 31, 10)


def test_a_month_of_opening_hours() -> None:
    start, end = bounds(Period("month", 2026, 4), BRUSSELS)
    spans = opening_spans(OFFICE, start, end)
    assert len(spans) == 21
    assert length(spans) == business_time(OFFICE, start, end) == 21 * 8 * HOUR
    assert shown(spans[3][0]) == "2026-04-07T09:00:00+02:00"


def test_opening_hours_are_cut_at_both_ends() -> None:
    start, end = at("2026-03-04T16:00:00+01:00"), at("2026-03-06T10:00:00+01:00")
    assert [(shown(opens), shown(closes)) for opens, closes in opening_spans(PLAIN, start, end)] == [
        ("2026-03-04T16:00:00+01:00", "2026-03-04T17:00:00+01:00"),
        ("2026-03-05T09:00:00+01:00", "2026-03-05T17:00:00+01:00"),
        ("2026-03-06T09:00:00+01:00", "2026-03-06T10:00:00+01:00"),
    ]


def test_of_nothing_nothing() -> None:
    instant = at("2026-03-04T12:00:00+01:00")
    assert opening_spans(PLAIN, instant, instant) == opening_spans(PLAIN, instant, instant - 1) == ()
    assert opening_spans(NEVER, instant, instant + 400 * DAY) == ()


@pytest.mark.parametrize(
    ("date", "opening", "closing", "elapsed"),
    [
        # Put forward: 02:00 to 03:00 is not there.
        ((2026, 3, 29), 120, 240, 60),
        ((2026, 3, 29), 120, 180, 0),
        ((2026, 3, 29), 150, 240, 60),
        ((2026, 3, 29), 60, 150, 60),
        ((2026, 3, 29), 0, 1440, 23 * 60),
        # Put back: 02:00 to 03:00 is there twice; opening and closing are the first time.
        ((2026, 10, 25), 120, 240, 180),
        ((2026, 10, 25), 150, 240, 150),
        ((2026, 10, 25), 60, 150, 90),
        ((2026, 10, 25), 0, 1440, 25 * 60),
        ((2026, 10, 25), 180, 240, 60),
        # And a day like any other.
        ((2026, 3, 30), 120, 240, 120),
    ],
)
def test_hours_in_which_the_clocks_change(date: tuple[int, ...], opening: int, closing: int, elapsed: int) -> None:
    calendar = BusinessCalendar(EVERY_DAY, opening * MINUTE, closing * MINUTE, BRUSSELS, NONE)
    noon = only(BRUSSELS, *date, 12)
    around = opening_spans(calendar, noon - 13 * HOUR, noon + 13 * HOUR)
    that_day = [piece for piece in around if local_time(piece[0], BRUSSELS).date() == dt.date(*date)]
    if opening == 0:
        assert business_time(calendar, only(BRUSSELS, *date, 0), only(BRUSSELS, *date, 23) + HOUR) == elapsed * MINUTE
    else:
        assert sum(closes - opens for opens, closes in that_day) == elapsed * MINUTE


def test_a_night_shift_ends_on_the_next_day() -> None:
    night = PLAIN._replace(opening=22 * HOUR, closing=6 * HOUR)
    assert shown(deadline(night, at("2026-03-06T21:00:00+01:00"), 8 * HOUR)) == "2026-03-07T06:00:00+01:00"
    assert shown(deadline(night, at("2026-03-07T05:00:00+01:00"), 2 * HOUR)) == "2026-03-09T23:00:00+01:00"
    saturday = only(BRUSSELS, 2026, 3, 7, 0)
    assert business_time(night, saturday, saturday + DAY) == 6 * HOUR
    first = only(BRUSSELS, 2026, 5, 1, 0)
    assert business_time(night, first, first + 6 * HOUR) == 6 * HOUR


def test_all_day_every_day_is_all_time_in_one_piece() -> None:
    start, end = bounds(Period("year", 2026, 1), BRUSSELS)
    assert opening_spans(ALWAYS, start, end) == ((start, end),)


def test_months_join_at_midnight_and_a_holiday_parts_them() -> None:
    start, end = only(BRUSSELS, 2026, 1, 20, 0), only(BRUSSELS, 2026, 3, 10, 0)
    off = ALWAYS._replace(holidays=frozenset({dt.date(2026, 2, 10)}))
    before, after = only(BRUSSELS, 2026, 2, 10, 0), only(BRUSSELS, 2026, 2, 11, 0)
    assert opening_spans(off, start, end) == ((start, before), (after, end))


def test_to_the_microsecond_at_the_start_of_a_month() -> None:
    midnight = only(BRUSSELS, 2026, 4, 1, 0)
    assert opening_spans(ALWAYS, midnight - 5, midnight + 1) == ((midnight - 5, midnight + 1),)


def test_closing_at_the_opening_hour_is_a_whole_day_later() -> None:
    round_the_clock = PLAIN._replace(weekdays=(0,), closing=9 * HOUR)
    monday = only(BRUSSELS, 2026, 3, 2, 9)
    assert opening_spans(round_the_clock, monday - DAY, monday + 6 * DAY) == ((monday, monday + DAY),)
    assert deadline(round_the_clock, monday + 20 * HOUR, 2 * HOUR) == monday + 22 * HOUR


def test_a_year_with_a_list_of_holidays() -> None:
    listed = PLAIN._replace(holidays=holiday_dates("Belgium", 2026))
    start, end = bounds(Period("year", 2026, 1), BRUSSELS)
    assert opening_spans(listed, start, end) == opening_spans(OFFICE, start, end)


def test_holidays_are_asked_only_for_the_years_touched_and_once() -> None:
    asked: list[int] = []

    def none(year: int) -> frozenset[dt.date]:
        asked.append(year)
        return NONE

    calendar = PLAIN._replace(holidays=none)
    start, end = bounds(Period("year", 2026, 1), BRUSSELS)
    opening_spans(calendar, start, end)
    deadline(calendar, at("2026-06-03T10:00:00Z"), 8 * HOUR)
    end_of_business_day(calendar, at("2026-06-03T10:00:00Z"), 3)
    assert asked == [2026]
    deadline(calendar, at("2026-12-31T15:59:00Z"), 8 * HOUR)
    assert asked == [2026, 2027]


calendars = st.builds(
    BusinessCalendar,
    st.sets(st.integers(0, 6), min_size=1).map(tuple),
    st.integers(0, 11).map(lambda hour: hour * HOUR),
    st.integers(12, 24).map(lambda hour: hour * HOUR),
    st.sampled_from(("UTC", BRUSSELS, "America/Havana", "America/St_Johns", "Australia/Lord_Howe")),
    st.sets(st.dates(dt.date(2026, 3, 1), dt.date(2026, 4, 30)), max_size=5).map(frozenset),
)
springtime = st.integers(at("2026-03-10T00:00:00Z") // MINUTE, at("2026-04-20T00:00:00Z") // MINUTE).map(
    lambda minute: minute * MINUTE
)
amounts = st.integers(1, 60 * 60).map(lambda minutes: minutes * MINUTE)


@given(calendars, springtime, amounts)
@law
def test_by_the_deadline_just_that_much_has_run_out(calendar: BusinessCalendar, start: int, amount: int) -> None:
    due = deadline(calendar, start, amount)
    assert due is not None
    assert business_time(calendar, start, due) == amount
    assert business_time(calendar, start, due - 1) == amount - 1


@given(calendars, springtime, amounts, amounts)
@law
def test_deadlines_one_after_the_other(calendar: BusinessCalendar, start: int, first: int, second: int) -> None:
    middle = deadline(calendar, start, first)
    assert middle is not None
    assert deadline(calendar, middle, second) == deadline(calendar, start, first + second)


@given(calendars, springtime, springtime, springtime)
@law
def test_business_time_adds_up_and_spans_are_cut_alike(
    calendar: BusinessCalendar, one: int, other: int, third: int
) -> None:
    start, middle, end = sorted((one, other, third))
    whole = opening_spans(calendar, start, end)
    assert business_time(calendar, start, middle) + business_time(calendar, middle, end) == length(whole)
    assert opening_spans(calendar, start, middle) == clip(whole, start, middle)
    assert all(before[1] < after[0] for before, after in pairwise(whole))


@given(calendars, springtime)
@costly_law
def test_away_from_changes_of_the_clocks_it_is_open_when_the_clock_says_so(
    calendar: BusinessCalendar, start: int
) -> None:
    calendar = calendar._replace(zone="UTC")
    spans = opening_spans(calendar, start, start + 9 * DAY)
    for instant in range(start, start + 9 * DAY, 53 * MINUTE):
        seen = local_time(instant, "UTC")
        since_midnight = (seen.hour * 60 + seen.minute) * MINUTE
        worked = seen.weekday() in calendar.weekdays and seen.date() not in calendar.holidays  # type: ignore[operator]
        assert contains(spans, instant) == (worked and calendar.opening <= since_midnight < calendar.closing)


@given(around_a_change())
@law
def test_whatever_the_clocks_do_days_neither_overlap_nor_leave_a_gap(drawn: tuple[str, dt.datetime]) -> None:
    zone, near = drawn
    always = ALWAYS._replace(zone=zone)
    start = only("UTC", near.year, near.month, near.day)
    assert opening_spans(always, start, start + 3 * DAY) == ((start, start + 3 * DAY),)


@given(calendars, springtime, st.integers(1, 12))
@law
def test_days_are_closed_one_after_the_other(calendar: BusinessCalendar, start: int, days: int) -> None:
    end = end_of_business_day(calendar, start, days)
    following = end_of_business_day(calendar, start, days + 1)
    assert end is not None
    assert following is not None
    assert start < end < following
    assert business_time(calendar, end, following) > 0
    assert not contains(opening_spans(calendar, end, end + 1), end) or calendar.closing - calendar.opening == DAY
