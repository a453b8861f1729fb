from __future__ import annotations

import datetime as dt
import os
import zoneinfo

import pytest
import tzdata  # type: ignore[import-untyped]
from hypothesis import given

from sla_dsl.values.elapsed import DAY, HOUR, MINUTE, SECOND
from sla_dsl.values.zones import (
    date_numbers,
    day_of,
    find_zone,
    first_instant_at,
    local_date,
    local_time,
    start_of_day,
    to_instants,
    tzdata_version,
    zone_names,
)
from tests.values.strategies import around_a_change, costly_law, instants, law, zones


def local(*parts: int) -> dt.datetime:
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def utc(*parts: int) -> int:
    return to_instants(local(*parts), "UTC")[0]


def test_every_listed_zone_opens() -> None:
    names = zone_names()
    assert len(names) > 400
    assert list(names) == sorted(set(names))
    assert all(find_zone(name) is not None for name in names)


def test_the_usual_ones_are_there_and_the_one_that_is_no_zone_is_not() -> None:
    assert {"UTC", "Europe/Brussels", "America/New_York", "Etc/GMT+5"} <= set(zone_names())
    assert find_zone("Factory") is None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Europe",
        "Europe/",
        "europe/brussels",
        "Europe/Brussel",
        " Europe/Brussels",
        "Europe/Brussels\n",
        "Europe//Brussels",
        "Europe/../Europe/Brussels",
        "../zones",
        "../../tzdata/zoneinfo/UTC",
        "/etc/localtime",
        "/usr/share/zoneinfo/UTC",
        "UTC\x00",
        "\x00",
        "A" * 5_000,
        "C:\\zones\\UTC",
        "leapseconds",
        "tzdata.zi",
        "zone.tab",
        "__init__.py",
        "+01:00",
        "UTC+1",
        "Ευρώπη",
        "\ud800",
    ],
)
def test_what_is_no_zone(name: str) -> None:
    assert find_zone(name) is None


def test_an_unchecked_name_is_our_own_mistake() -> None:
    with pytest.raises(LookupError):
        start_of_day(dt.date(2026, 1, 1), "Europe/Brussel")


def test_the_rules_are_those_of_the_package_whatever_the_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("PYTHONTZPATH", "")
    zoneinfo.reset_tzpath(to=())
    try:
        assert local_date(utc(2026, 3, 1, 23, 30), "Europe/Brussels") == dt.date(2026, 3, 2)
        found = find_zone("Pacific/Chatham")
    finally:
        zoneinfo.reset_tzpath()
    assert found is not None
    assert found.key == "Pacific/Chatham"


def test_the_version_is_that_of_the_package() -> None:
    assert tzdata_version() == tzdata.IANA_VERSION
    assert os.path.exists(os.path.join(os.path.dirname(tzdata.__file__), "zones"))


@pytest.mark.parametrize(
    ("zone", "at", "expected"),
    [
        ("UTC", (2026, 3, 4, 10, 0, 0), [(2026, 3, 4, 10, 0, 0)]),
        ("Europe/Brussels", (2026, 3, 4, 10, 0, 0), [(2026, 3, 4, 9, 0, 0)]),
        ("Europe/Brussels", (2026, 3, 29, 1, 59, 59), [(2026, 3, 29, 0, 59, 59)]),
        ("Europe/Brussels", (2026, 3, 29, 2, 0, 0), []),
        ("Europe/Brussels", (2026, 3, 29, 2, 59, 59), []),
        ("Europe/Brussels", (2026, 3, 29, 3, 0, 0), [(2026, 3, 29, 1, 0, 0)]),
        ("Europe/Brussels", (2026, 10, 25, 1, 59, 59), [(2026, 10, 24, 23, 59, 59)]),
        ("Europe/Brussels", (2026, 10, 25, 2, 0, 0), [(2026, 10, 25, 0, 0, 0), (2026, 10, 25, 1, 0, 0)]),
        ("Europe/Brussels", (2026, 10, 25, 2, 59, 59), [(2026, 10, 25, 0, 59, 59), (2026, 10, 25, 1, 59, 59)]),
        ("Europe/Brussels", (2026, 10, 25, 3, 0, 0), [(2026, 10, 25, 2, 0, 0)]),
        ("Australia/Lord_Howe", (2026, 4, 5, 1, 45), [(2026, 4, 4, 14, 45), (2026, 4, 4, 15, 15)]),
        ("Pacific/Apia", (2011, 12, 30, 12, 0), []),
    ],
)
def test_to_instants(zone: str, at: tuple[int, ...], expected: list[tuple[int, ...]]) -> None:
    assert to_instants(local(*at), zone) == tuple(utc(*parts) for parts in expected)


@pytest.mark.parametrize(
    ("zone", "date", "expected"),
    [
        ("Europe/Brussels", (2026, 3, 1), (2026, 2, 28, 23, 0)),
        ("Europe/Brussels", (2026, 4, 1), (2026, 3, 31, 22, 0)),
        # These have no midnight that day.
        ("America/Asuncion", (2017, 10, 1), (2017, 10, 1, 4, 0)),
        ("America/Asuncion", (2023, 10, 1), (2023, 10, 1, 4, 0)),
        ("Asia/Amman", (2016, 4, 1), (2016, 3, 31, 22, 0)),
        # These have two.
        ("America/Havana", (2015, 11, 1), (2015, 11, 1, 4, 0)),
        ("America/Havana", (2020, 11, 1), (2020, 11, 1, 4, 0)),
        ("America/St_Johns", (2009, 11, 1), (2009, 11, 1, 2, 30)),
        # And this date was left out: it starts as the next one does.
        ("Pacific/Apia", (2011, 12, 30), (2011, 12, 30, 10, 0)),
        ("Pacific/Apia", (2011, 12, 31), (2011, 12, 30, 10, 0)),
    ],
)
def test_start_of_day(zone: str, date: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert start_of_day(dt.date(*date), zone) == utc(*expected)


def test_inside_a_gap_the_first_instant_after_it() -> None:
    after = utc(2026, 3, 29, 1, 0)
    for minute in (0, 1, 30, 59):
        assert first_instant_at(local(2026, 3, 29, 2, minute, 59, 999_999), "Europe/Brussels") == after
    assert first_instant_at(local(2026, 3, 29, 3, 0, 0, 1), "Europe/Brussels") == after + 1


def test_of_two_readings_the_earlier() -> None:
    assert first_instant_at(local(2026, 10, 25, 2, 30), "Europe/Brussels") == utc(2026, 10, 25, 0, 30)


@given(instants, zones)
@law
def test_what_the_clocks_show_leads_back_to_the_instant(instant: int, zone: str) -> None:
    shown = local_time(instant, zone).replace(tzinfo=None)
    assert instant in to_instants(shown.replace(fold=0), zone)


@given(around_a_change())
@law
def test_around_a_change_every_reading_is_shown_and_in_order(drawn: tuple[str, dt.datetime]) -> None:
    zone, shown = drawn
    found = to_instants(shown, zone)
    assert list(found) == sorted(found)
    assert all(local_time(instant, zone).replace(tzinfo=None, fold=0) == shown for instant in found)


@given(around_a_change())
@costly_law
def test_no_reading_is_missed(drawn: tuple[str, dt.datetime]) -> None:
    zone, shown = drawn
    middle = first_instant_at(shown, zone)
    minutes = range(middle - 2 * HOUR, middle + 2 * HOUR, MINUTE)
    seen = [at for at in minutes if local_time(at, zone).replace(tzinfo=None, fold=0) == shown]
    assert tuple(seen) == to_instants(shown, zone)


@given(around_a_change())
@law
def test_the_first_instant_is_the_earlier_reading_or_the_end_of_a_gap(drawn: tuple[str, dt.datetime]) -> None:
    zone, shown = drawn
    first = first_instant_at(shown, zone)
    found = to_instants(shown, zone)
    if found:
        assert first == found[0]
    else:
        assert local_time(first - 1, zone).replace(tzinfo=None) < shown < local_time(first, zone).replace(tzinfo=None)


@given(around_a_change(), around_a_change())
@law
def test_later_by_the_clocks_is_never_earlier(one: tuple[str, dt.datetime], other: tuple[str, dt.datetime]) -> None:
    zone = one[0]
    early, late = sorted((one[1], other[1]))
    assert first_instant_at(early, zone) <= first_instant_at(late, zone)


@given(around_a_change())
@law
def test_each_instant_is_in_one_day(drawn: tuple[str, dt.datetime]) -> None:
    zone, shown = drawn
    instant = first_instant_at(shown, zone)
    for near in (instant - 1, instant, instant + HOUR + SECOND):
        date = day_of(near, zone)
        assert start_of_day(date, zone) <= near < start_of_day(date + dt.timedelta(days=1), zone)


def test_the_hour_shown_again_before_midnight_belongs_to_the_day_that_has_begun() -> None:
    again = utc(2009, 11, 1, 3, 0)
    assert local_date(again, "America/St_Johns") == dt.date(2009, 10, 31)
    assert day_of(again, "America/St_Johns") == dt.date(2009, 11, 1)


def test_days_have_23_24_and_25_hours() -> None:
    def hours(day: int, month: int) -> int:
        date = dt.date(2026, month, day)
        following = date + dt.timedelta(days=1)
        return (start_of_day(following, "Europe/Brussels") - start_of_day(date, "Europe/Brussels")) // HOUR

    assert (hours(29, 3), hours(30, 3), hours(25, 10)) == (23, 24, 25)


def test_beyond_the_years_of_the_table_the_rule_goes_on() -> None:
    assert to_instants(local(2199, 7, 1, 12, 0), "Europe/Brussels") == (utc(2199, 7, 1, 10, 0),)
    assert start_of_day(dt.date(2200, 12, 31), "UTC") % DAY == 0


@pytest.mark.parametrize(
    ("earlier", "later", "zone", "days"),
    [
        ((2026, 3, 3, 23, 59), (2026, 3, 10, 0, 1), "UTC", 7),
        ((2026, 3, 4, 0, 1), (2026, 3, 10, 23, 59), "UTC", 6),
        ((2026, 3, 4, 10), (2026, 3, 4, 11), "UTC", 0),
        ((2026, 3, 5, 10), (2026, 3, 4, 10), "UTC", -1),
        ((2026, 3, 3, 23, 30), (2026, 3, 10, 10), "Europe/Brussels", 6),
        ((2026, 3, 3, 22, 30), (2026, 3, 10, 10), "Europe/Brussels", 7),
        ((2026, 3, 28, 23, 30), (2026, 3, 29, 22, 30), "Europe/Brussels", 1),
        ((2011, 12, 30, 9, 0), (2011, 12, 30, 10, 0), "Pacific/Apia", 2),
        ((1969, 12, 31, 23, 0), (1970, 1, 1, 0, 0), "UTC", 1),
    ],
)
def test_days_from_one_date_to_another(earlier: tuple[int, ...], later: tuple[int, ...], zone: str, days: int) -> None:
    number = date_numbers(zone)
    assert number(utc(*later)) - number(utc(*earlier)) == days


@costly_law
@given(instants, zones)
def test_the_number_of_a_date_is_that_of_the_local_date(instant: int, zone: str) -> None:
    assert date_numbers(zone)(instant) == local_date(instant, zone).toordinal()
