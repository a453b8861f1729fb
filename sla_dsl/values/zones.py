"""Time zones: local dates and times to instants and back.

The rules come from the files of the `tzdata` package and from nowhere else, so that the machine has no say
in the answer; `tzdata_version` names them.  A zone is given by its name everywhere ("Europe/Brussels"), never
by an offset.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from functools import lru_cache
from zoneinfo import ZoneInfo

import tzdata  # type: ignore[import-untyped]

from sla_dsl.values.elapsed import EPOCH, SECOND, Instant

_PACKAGE = os.path.dirname(str(tzdata.__file__))
# The package's word for "no zone has been set": its clock shows an offset that nobody keeps.
_NOT_A_ZONE = "Factory"
_LOCAL_EPOCH = EPOCH.replace(tzinfo=None)
_ONE_MICROSECOND = dt.timedelta(microseconds=1)
_ONE_DAY = dt.timedelta(days=1)


def tzdata_version() -> str:
    """The version of the zone rules, as their editors name it: "2025b"."""
    return str(tzdata.IANA_VERSION)


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Every name of a zone, sorted."""
    with open(os.path.join(_PACKAGE, "zones"), encoding="ascii") as listing:
        return tuple(sorted(set(listing.read().split()) - {_NOT_A_ZONE}))


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    return frozenset(zone_names())


@lru_cache(maxsize=1024)
def _opened(name: str) -> ZoneInfo:
    with open(os.path.join(_PACKAGE, "zoneinfo", *name.split("/")), "rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def find_zone(name: str) -> ZoneInfo | None:
    """The zone of that name, or None.  Any text may be asked for: only a listed name is ever opened."""
    return _opened(name) if name in _known_names() else None


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo:
    # Names are checked where they are read; one that comes here unchecked is our own mistake.
    if name in _known_names():
        return _opened(name)
    raise LookupError(name)


def local_time(instant: Instant, zone: str) -> dt.datetime:
    """What the clocks of the zone show at the instant, with their offset."""
    return (EPOCH + dt.timedelta(0, 0, instant)).astimezone(_zone(zone))


def local_date(instant: Instant, zone: str) -> dt.date:
    """The date that the calendars of the zone show at the instant."""
    return local_time(instant, zone).date()


def date_numbers(zone: str) -> Callable[[Instant], int]:
    """The function that numbers the local dates of a zone day by day: the difference of two is in calendar days."""
    rules, of_second = _zone(zone), dt.datetime.fromtimestamp
    # Some systems know no second before 1970; there the general way is gone.
    return lambda instant: (
        of_second(instant // SECOND, rules) if instant >= 0 else local_time(instant, zone)
    ).toordinal()


def to_instants(local: dt.datetime, zone: str) -> tuple[Instant, ...]:
    """The instants at which the clocks of the zone show this date and time (given without an offset).

    None where the clocks skip it, two where they show it twice: the earlier first.
    """
    earlier, later = _readings(local, _zone(zone))
    if earlier == later:
        return (earlier,)
    return (earlier, later) if earlier < later else ()


def first_instant_at(local: dt.datetime, zone: str) -> Instant:
    """The first instant at which the clocks of the zone have come to this date and time.

    Where they show it twice, the earlier of the two; where they skip it, the first instant after the gap.
    """
    rules = _zone(zone)
    earlier, later = _readings(local, rules)
    return earlier if earlier <= later else _end_of_gap(later, earlier, rules)


def start_of_day(date: dt.date, zone: str) -> Instant:
    """The first instant of the date in the zone: midnight, or what `first_instant_at` makes of it."""
    return first_instant_at(dt.datetime.combine(date, dt.time()), zone)


def day_of(instant: Instant, zone: str) -> dt.date:
    """The date whose day, from its start up to the next one's start, holds the instant.

    It is `local_date`, but for the clocks that go back over midnight (in St. John's, until 2011, from 00:01 to
    23:01): the hour that they show again belongs to the day that has begun, so that each instant is in one day.
    """
    date = local_date(instant, zone)
    tomorrow = date + _ONE_DAY
    return tomorrow if start_of_day(tomorrow, zone) <= instant else date


def _readings(local: dt.datetime, rules: ZoneInfo) -> tuple[Instant, Instant]:
    # By the offset before a change of the clocks, and by the one after it.  In a gap the first is the later.
    count = (local - _LOCAL_EPOCH) // _ONE_MICROSECOND
    before = rules.utcoffset(local)
    after = rules.utcoffset(local.replace(fold=1))
    return count - _microseconds(before), count - _microseconds(after)


def _end_of_gap(before: Instant, after: Instant, rules: ZoneInfo) -> Instant:
    # The clocks change somewhere after `before` and not after `after`; they only ever do at a whole second.
    low, high = before // SECOND, -(-after // SECOND)
    offset = _offset_at(high, rules)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset_at(middle, rules) == offset:
            high = middle
        else:
            low = middle
    return high * SECOND


def _offset_at(second: int, rules: ZoneInfo) -> dt.timedelta | None:
    return (EPOCH + dt.timedelta(seconds=second)).astimezone(rules).utcoffset()


def _microseconds(offset: dt.timedelta | None) -> int:
    # Zones always know their offset, and it is a whole number of seconds.
    return (offset.days * 86_400 + offset.seconds) * SECOND if offset else 0
