from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.grains import WHOLE, plain_unit, snapper
from sla_dsl.values.zones import local_time
from tests.evaluation.making import DAY, HOUR, MINUTE, SECOND, at, law

BRUSSELS, INDIA, LORD_HOWE, MONROVIA = "Europe/Brussels", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Monrovia"


def put(grain: str, zone: str, up: bool) -> Callable[[int], int]:
    made = snapper(grain, zone, up)
    assert made is not None
    return made


def test_without_a_grain_nothing_is_moved() -> None:
    assert snapper("", "UTC", up=False) is None
    assert snapper("", "UTC", up=True) is None


@pytest.mark.parametrize(
    ("grain", "zone", "instant", "down", "up"),
    [
        ("second", "UTC", "04 10:20:30.5", "04 10:20:30", "04 10:20:31"),
        ("second", BRUSSELS, "04 10:20:30", "04 10:20:30", "04 10:20:30"),
        ("minute", "UTC", "04 10:20:30", "04 10:20", "04 10:21"),
        ("minute", INDIA, "04 10:20:00.000001", "04 10:20", "04 10:21"),
        ("minute", BRUSSELS, "04 10:20", "04 10:20", "04 10:20"),
        ("hour", "UTC", "04 10:20:30", "04 10:00", "04 11:00"),
        ("hour", BRUSSELS, "04 10:20:30", "04 10:00", "04 11:00"),
        ("hour", INDIA, "04 10:20:30", "04 09:30", "04 10:30"),
        ("hour", INDIA, "04 10:30", "04 10:30", "04 10:30"),
        ("hour", "Asia/Kathmandu", "04 10:20", "04 10:15", "04 11:15"),
        ("day", "UTC", "04 10:20:30", "04 00:00", "05 00:00"),
        ("day", "UTC", "04 00:00", "04 00:00", "04 00:00"),
        ("day", BRUSSELS, "04 10:20:30", "03 23:00", "04 23:00"),
        ("day", INDIA, "04 18:30", "04 18:30", "04 18:30"),
        ("day", INDIA, "04 18:29:59.999999", "03 18:30", "04 18:30"),
    ],
)
def test_the_start_and_the_end_of_the_unit(grain: str, zone: str, instant: str, down: str, up: str) -> None:
    assert put(grain, zone, up=False)(at(instant)) == at(down)
    assert put(grain, zone, up=True)(at(instant)) == at(up)


@pytest.mark.parametrize(
    ("instant", "start", "hours"),
    [
        pytest.param("2026-03-29 00:30", "2026-03-28 23:00", 23, id="a day of 23 hours, before the change"),
        pytest.param("2026-03-29 12:00", "2026-03-28 23:00", 23, id="a day of 23 hours, after it"),
        pytest.param("2026-10-25 00:30", "2026-10-24 22:00", 25, id="a day of 25 hours, before the change"),
        pytest.param("2026-10-25 22:59", "2026-10-24 22:00", 25, id="a day of 25 hours, its last minute"),
        pytest.param("2026-10-25 23:00", "2026-10-25 23:00", 0, id="the next day"),
    ],
)
def test_days_on_which_the_clocks_change(instant: str, start: str, hours: int) -> None:
    assert put("day", BRUSSELS, up=False)(at(instant)) == at(start)
    assert put("day", BRUSSELS, up=True)(at(instant)) == at(start) + hours * HOUR


@pytest.mark.parametrize(
    ("instant", "down", "up"),
    [
        pytest.param("2026-10-25 00:30", "2026-10-25 00:00", "2026-10-25 01:00", id="02:30 for the first time"),
        pytest.param("2026-10-25 01:30", "2026-10-25 01:00", "2026-10-25 02:00", id="02:30 for the second time"),
        pytest.param("2026-03-29 00:30", "2026-03-29 00:00", "2026-03-29 01:00", id="01:30 before 02:00 is skipped"),
        pytest.param("2026-03-29 01:30", "2026-03-29 01:00", "2026-03-29 02:00", id="03:30 after it"),
    ],
)
def test_hours_about_a_change_of_a_whole_hour(instant: str, down: str, up: str) -> None:
    assert put("hour", BRUSSELS, up=False)(at(instant)) == at(down)
    assert put("hour", BRUSSELS, up=True)(at(instant)) == at(up)


# In Lord Howe the clocks go from 02:00 back to 01:30 in April (15:00 UTC), and from 02:00 to 02:30 in October (15:30).


def test_half_an_hour_from_a_full_hour_is_half_an_hour_from_it_there_too() -> None:
    assert put("hour", LORD_HOWE, up=False)(at("2026-06-10 00:20")) == at("2026-06-09 23:30")
    assert put("hour", LORD_HOWE, up=False)(at("2026-12-10 00:20")) == at("2026-12-10 00:00")


@pytest.mark.parametrize(
    ("instant", "down"),
    [
        pytest.param("2026-04-04 15:15", "2026-04-04 14:00", id="01:45 for the second time: the hour began at 01:00"),
        pytest.param("2026-10-03 15:45", "2026-10-03 15:30", id="02:45: of this hour the first half is skipped"),
    ],
)
def test_hours_about_a_change_of_half_an_hour(instant: str, down: str) -> None:
    assert put("hour", LORD_HOWE, up=False)(at(instant)) == at(down)


# Until 7 January 1972 clocks in Monrovia were 44 min 30 s behind UTC.


@pytest.mark.parametrize(
    ("grain", "instant", "down", "up"),
    [
        ("minute", "1971-06-01 10:00:00", "1971-06-01 09:59:30", "1971-06-01 10:00:30"),
        ("minute", "1971-06-01 10:00:30", "1971-06-01 10:00:30", "1971-06-01 10:00:30"),
        ("hour", "1971-06-01 10:00:00", "1971-06-01 09:44:30", "1971-06-01 10:44:30"),
        ("day", "1971-06-01 00:44:29", "1971-05-31 00:44:30", "1971-06-01 00:44:30"),
        ("second", "1971-06-01 10:00:00.5", "1971-06-01 10:00:00", "1971-06-01 10:00:01"),
        ("minute", "1973-06-01 10:00:10", "1973-06-01 10:00:00", "1973-06-01 10:01:00"),
    ],
)
def test_minutes_that_were_not_those_of_utc(grain: str, instant: str, down: str, up: str) -> None:
    assert put(grain, MONROVIA, up=False)(at(instant)) == at(down)
    assert put(grain, MONROVIA, up=True)(at(instant)) == at(up)


def test_whole_is_the_start_of_1973() -> None:
    assert at("1973-01-01 00:00") == WHOLE
    assert put("minute", MONROVIA, up=False)(WHOLE) == WHOLE


@pytest.mark.parametrize(("grain", "unit"), [("second", SECOND), ("minute", MINUTE), ("hour", 0), ("day", 0), ("", 0)])
def test_seconds_and_minutes_are_the_same_in_every_zone(grain: str, unit: int) -> None:
    assert plain_unit(grain) == unit


zones = st.sampled_from(("UTC", BRUSSELS, INDIA, "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"))
instants = st.integers(at("1973-01-02 00:00"), at("2100-01-01 00:00"))


@given(instants, zones, st.sampled_from(("second", "minute", "hour", "day")))
@law
def test_an_instant_lies_in_its_unit_and_an_edge_stays_where_it_is(instant: int, zone: str, grain: str) -> None:
    down, up = put(grain, zone, up=False), put(grain, zone, up=True)
    start, end = down(instant), up(instant)
    assert start <= instant <= end
    assert down(start) == up(start) == start
    assert (start == instant) == (end == instant)
    assert end - start <= 2 * DAY


@given(instants, zones, st.sampled_from(("second", "minute")))
@law
def test_a_minute_begins_where_the_clocks_show_no_seconds(instant: int, zone: str, grain: str) -> None:
    start = local_time(put(grain, zone, up=False)(instant), zone)
    assert start.microsecond == 0
    assert grain == "second" or start.second == 0
