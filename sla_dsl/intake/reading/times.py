"""The times of exports: from the ways in which programs write them to a `Stamp`, or the reason why not.

Nothing is guessed.  A time without an offset stays a local time; one whose day and month could be exchanged is read
only in the order that somebody named.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from sla_dsl.intake.stated import Stamp
from sla_dsl.values.instant import SECOND, read_instant

DayOrder: TypeAlias = Literal["day first", "month first"]

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?", re.ASCII | re.IGNORECASE
)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {**{name[:3]: number for number, name in enumerate(_MONTHS, start=1)}, "sept": 9}
_ENGLISH = re.compile(r"([A-Za-z]+) (\d{1,2}), (\d{4}),? (\d{1,2}:\d\d)(:\d\d)? ?(Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII)
_NUMBERS = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}),? (\d{1,2}:\d\d)(:\d\d)?(?: ?([AaPp])\.?[Mm]\.?)?", re.ASCII
)
_UNIX = re.compile(r"\d{9,10}", re.ASCII)
NO_TIME = "it is not written as a date and a time of day"


def read_iso(text: str) -> Stamp | str:
    """`2024-02-29T20:41:00Z`, `2024-02-29 20:41:00+00:00`, and without an offset or seconds."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return NO_TIME
    day, clock, seconds, offset = match.groups()
    return _stamp(text, f"{day}T{clock}{seconds or ':00'}", offset)


def read_english(text: str) -> Stamp | str:
    """`Jan 16, 2017 11:00 +0000`."""
    match = _ENGLISH.fullmatch(text.strip())
    month = month_named(match[1]) if match else None
    if match is None or month is None:
        return NO_TIME
    _, day, year, clock, seconds, offset = match.groups()
    return _stamp(text, f"{year}-{month:02d}-{int(day):02d}T{clock:0>5}{seconds or ':00'}", offset)


def month_named(name: str) -> int | None:
    """The number of a month by its English name, whole or short; `marras` is November, and not a long March."""
    low = name.lower()
    return _MONTHS.index(low) + 1 if low in _MONTHS else _SHORT.get(low)


def read_numbers(text: str, order: DayOrder) -> Stamp | str:
    """`29-02-2016 01:16`, `2/29/2016 1:16 PM`: always a local time."""
    match = _NUMBERS.fullmatch(text.strip())
    if match is None:
        return NO_TIME
    first, second, year, clock, seconds, half = match.groups()
    day, month = (first, second) if order == "day first" else (second, first)
    hour, minute = clock.split(":")
    if half and not 1 <= int(hour) <= 12:
        return NO_TIME
    hours = int(hour) % 12 + 12 * (half in "Pp") if half else int(hour)
    return _stamp(text, f"{year}-{int(month):02d}-{int(day):02d}T{hours:02d}:{minute}{seconds or ':00'}", None)


def day_orders(text: str) -> set[DayOrder]:
    """In which orders a date in numbers can be read at all; both for what is none."""
    match = _NUMBERS.match(text.strip())
    if match is None:
        return {"day first", "month first"}
    found: set[DayOrder] = set()
    if int(match[1]) <= 31 and int(match[2]) <= 12:
        found.add("day first")
    if int(match[1]) <= 12 and int(match[2]) <= 31:
        found.add("month first")
    return found


def is_in_numbers(text: str) -> bool:
    """Whether it is a date whose day and month are told apart by their order only."""
    return _NUMBERS.fullmatch(text.strip()) is not None


def read_unix(text: str) -> Stamp | str:
    """`1624564393`: seconds since 1970, in UTC."""
    return Stamp(text, int(text) * SECOND) if _UNIX.fullmatch(text) else "it is not a number of seconds since 1970"


def in_zone(stamp: Stamp, zone: str) -> int | str:
    """The instant that a local time names in a zone, or the reason why it names none."""
    return stamp.instant if stamp.instant is not None else read_instant(stamp.local, zone)


def _stamp(written: str, local: str, offset: str | None) -> Stamp | str:
    """The stamp, if there is such a day and such a time of day."""
    known = "Z" if offset is not None and offset.upper() in ("Z", "UTC") else _with_colon(offset or "")
    instant = read_instant(local + (known or "Z"))
    if isinstance(instant, str):
        return instant
    return Stamp(written, instant) if known else Stamp(written, None, local)


def _with_colon(offset: str) -> str:
    if offset and ":" not in offset:
        return f"{offset[:3]}:{offset[3:] or '00'}"
    return offset
