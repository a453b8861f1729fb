"""Instants, local days and working hours. An instant is a whole number of microseconds since 1970 in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
STEP = 15 * MINUTE
"""Offices open and close, and clocks change, on a quarter of an hour: within one, nothing changes."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def instant(text: str) -> int:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"no offset: {text}")
    return (moment - EPOCH) // MICROSECOND


@cache
def zone(name: str) -> ZoneInfo:
    """From the tzdata package, whatever the machine's own tables say."""
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def local(at: int, zone_name: str) -> datetime:
    return (EPOCH + timedelta(microseconds=at)).astimezone(zone(zone_name))


def day_of(at: int, zone_name: str) -> date:
    return local(at, zone_name).date()


@cache
def start_of(day: date, zone_name: str) -> int:
    """Local midnight: the earlier one where it comes twice."""
    return (datetime(day.year, day.month, day.day, tzinfo=zone(zone_name)) - EPOCH) // MICROSECOND


def month(period: str, zone_name: str) -> tuple[int, int]:
    first = date.fromisoformat(f"{period}-01")
    return start_of(first, zone_name), start_of((first + timedelta(days=31)).replace(day=1), zone_name)


EASTER = {  # from an almanac
    2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21),
}  # fmt: skip


@cache
def holidays(country: str, year: int) -> frozenset[date]:
    if country != "BE":
        raise ValueError(f"no holidays of {country}")
    fixed = {(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)}
    easter, moving = date(year, *EASTER[year]), {1, 39, 50}  # Easter Monday, Ascension, Whit Monday
    return frozenset({date(year, m, d) for m, d in fixed} | {easter + timedelta(days=n) for n in moving})


@cache
def working(step: int, zone_name: str, country: str, opens: int, closes: int) -> bool:
    """Whether the office is open during this step: Monday to Friday, between two full hours, not on a holiday."""
    now = local(step * STEP, zone_name)
    return now.weekday() < 5 and opens <= now.hour < closes and now.date() not in holidays(country, now.year)


def deadline(opened: int, hours: int, zone_name: str, country: str, opens: int, closes: int) -> int:
    """The earliest instant at which the office has been open for so many hours since."""
    now, left = opened, hours * HOUR
    while True:
        to_next = STEP - now % STEP
        if working(now // STEP, zone_name, country, opens, closes):
            if left <= to_next:
                return now + left
            left -= to_next
        now += to_next
