"""Business calendars: the hours in which a clock of working time runs.

The hours are those that the clocks of the zone show: from the first instant at which they have come to the opening up
to the first at which they have come to the closing.  So on a day on which the clocks change, 02:00 to 04:00 is one
elapsed hour or three, and no hour belongs to two days.  Closing hours at or before the opening are those of the
next day.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache

from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import DAY, Instant
from sla_dsl.values.intervals import EMPTY, Spans, clip, length
from sla_dsl.values.zones import day_of, first_instant_at, local_date

Holidays = frozenset[dt.date] | Callable[[int], frozenset[dt.date]]

LONGEST_WAIT = 20
"""Years after which a deadline that has not come is given up."""

_ONE_DAY = dt.timedelta(days=1)


class BusinessCalendar(NamedTuple):
    """Which days and hours are worked.

    `weekdays`: 0 is Monday.  `opening` and `closing`: microseconds since midnight by the local clocks; 0 and a
    whole day are all day.  `holidays`: the dates, or what gives those of a year (asked only for the years that
    are touched, and once for each).
    """

    weekdays: tuple[int, ...]
    opening: int
    closing: int
    zone: str
    holidays: Holidays


def opening_spans(calendar: BusinessCalendar, start: Instant, end: Instant) -> Spans:
    """The working time from `start` up to `end`."""
    if start >= end:
        return EMPTY
    first = _first_day(calendar, start)
    last = day_of(end - 1, calendar.zone)
    pieces: list[tuple[int, int]] = []
    for year, month in _months(first, last):
        _append(pieces, _month(calendar, year, month))
    return clip(tuple(pieces), start, end)


def business_time(calendar: BusinessCalendar, start: Instant, end: Instant) -> int:
    """How much working time there is from `start` up to `end`, in microseconds."""
    return length(opening_spans(calendar, start, end))


def deadline(calendar: BusinessCalendar, start: Instant, amount: int) -> Instant | None:
    """The earliest instant at which `amount` microseconds of working time have run out since `start`.

    Nothing to run out has run out at once.  None where that has not come after `LONGEST_WAIT` years.
    """
    if amount <= 0:
        return start
    first = _first_day(calendar, start)
    for year, month in _months(first, _years_later(first)):
        for opens, closes in _month(calendar, year, month):
            opens = max(opens, start)
            if closes - opens >= amount:
                return opens + amount
            amount -= max(closes - opens, 0)
    return None


def end_of_business_day(calendar: BusinessCalendar, start: Instant, days: int) -> Instant | None:
    """The close of the `days`-th working day after the date of `start`, whose own day does not count.

    No days end at once.  None where that day has not come after `LONGEST_WAIT` years.
    """
    if days <= 0:
        return start
    date = local_date(start, calendar.zone)
    last = _years_later(date)
    while date < last:
        date += _ONE_DAY
        hours = _hours(calendar, date)
        days -= hours is not None
        if hours and days == 0:
            return hours[1]
    return None


def _first_day(calendar: BusinessCalendar, start: Instant) -> dt.date:
    # The hours of the day before may still run after midnight.
    date = day_of(start, calendar.zone)
    return date - _ONE_DAY if calendar.closing <= calendar.opening else date


def _years_later(date: dt.date) -> dt.date:
    return dt.date(date.year + LONGEST_WAIT, date.month, 1)


def _months(first: dt.date, last: dt.date) -> Iterator[tuple[int, int]]:
    for ordinal in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield ordinal // 12, ordinal % 12 + 1


@lru_cache(maxsize=4096)
def _month(calendar: BusinessCalendar, year: int, month: int) -> Spans:
    # A whole month at a time: it is needed again for the next ticket.
    pieces: list[tuple[int, int]] = []
    date = dt.date(year, month, 1)
    while date.month == month:
        hours = _hours(calendar, date)
        if hours:
            _append(pieces, (hours,))
        date += _ONE_DAY
    return tuple(pieces)


def _append(pieces: list[tuple[int, int]], later: Spans) -> None:
    # Days that are worked all day touch at midnight, and are one piece then.
    if pieces and later and pieces[-1][1] == later[0][0]:
        pieces[-1] = pieces[-1][0], later[0][1]
        later = later[1:]
    pieces.extend(later)


def _hours(calendar: BusinessCalendar, date: dt.date) -> tuple[Instant, Instant] | None:
    """The working hours of the date; None where it is not worked, or where the clocks skip all of them."""
    if date.weekday() not in calendar.weekdays or date in _closed_days(calendar.holidays, date.year):
        return None
    midnight = dt.datetime.combine(date, dt.time())
    closing = calendar.closing if calendar.closing > calendar.opening else calendar.closing + DAY
    opens = first_instant_at(midnight + dt.timedelta(microseconds=calendar.opening), calendar.zone)
    closes = first_instant_at(midnight + dt.timedelta(microseconds=closing), calendar.zone)
    return (opens, closes) if opens < closes else None


@lru_cache(maxsize=1024)
def _closed_days(holidays: Holidays, year: int) -> frozenset[dt.date]:
    return holidays(year) if callable(holidays) else holidays
