"""Full units of the clock: the start and the end of an instant's second, minute, hour or day in a zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sla_dsl.values.instant import HOUR, MINUTE, SECOND
from sla_dsl.values.zones import find_zone, first_instant_at, local_date, start_of_day, to_instants

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
WHOLE = 94_694_400_000_000
"""The start of 1973: from then on every zone's offset is whole minutes (Liberia was the last, in 1972)."""
_UNITS = {"second": SECOND, "minute": MINUTE, "hour": HOUR}


def snapper(grain: str, zone: str, up: bool) -> Callable[[int], int] | None:
    """The function that puts an instant back to the start of its unit (`up`: on to the end, if it is not on the edge).

    The empty grain gives None: nothing is moved.
    """
    if not grain:
        return None
    if grain == "day":
        return _to_day_end(zone) if up else lambda instant: start_of_day(local_date(instant, zone), zone)
    unit = _UNITS[grain]
    floor = _floor(unit, zone)
    return _ceiling(floor, unit) if up else floor


def plain_unit(grain: str) -> int:
    """The unit of a grain whose edges are the same in every zone after `WHOLE`, or 0."""
    return _UNITS[grain] if grain in ("second", "minute") else 0


def _floor(unit: int, zone: str) -> Callable[[int], int]:
    if unit == SECOND or zone == "UTC":
        return lambda instant: instant - instant % unit
    if unit == MINUTE:
        return lambda instant: instant - instant % MINUTE if instant > WHOLE else _local_floor(instant, MINUTE, zone)
    return lambda instant: _local_floor(instant, unit, zone)


def _local_floor(instant: int, unit: int, zone: str) -> int:
    """The start of the unit that the clock shows; near a clock change, the latest instant at which it showed it.

    A start that the clock skips is the first instant after the gap.
    """
    offset = _offset(instant, zone)
    start = instant - (instant + offset) % unit
    if _offset(start, zone) == offset:
        return start
    shown = instant + offset
    local = (_EPOCH + dt.timedelta(microseconds=shown - shown % unit)).replace(tzinfo=None)
    earlier = [found for found in to_instants(local, zone) if found <= instant]
    return earlier[-1] if earlier else first_instant_at(local, zone)


def _offset(instant: int, zone: str) -> int:
    """The zone's offset in microseconds: it need not be whole hours (India), nor whole minutes (Liberia to 1972)."""
    info = find_zone(zone)
    offset = (_EPOCH + dt.timedelta(microseconds=instant)).astimezone(info).utcoffset()
    return offset // dt.timedelta(microseconds=1) if offset is not None else 0


def _ceiling(floor: Callable[[int], int], unit: int) -> Callable[[int], int]:
    def ceiling(instant: int) -> int:
        below = floor(instant)
        return instant if below == instant else below + unit

    return ceiling


def _to_day_end(zone: str) -> Callable[[int], int]:
    def end(instant: int) -> int:
        day = local_date(instant, zone)
        start = start_of_day(day, zone)
        return instant if start == instant else start_of_day(day + dt.timedelta(days=1), zone)

    return end
