"""The rows of the strip: a day each of a month, a week each of a quarter, a month each of a year.

A row is as long as it lasted: a day on which the clocks were changed has 23 or 25 hours, and its marks lie where they
were.  Places along a row are ten-thousandths of the longest row, so that no number is rounded twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import DAY
from sla_dsl.values.periods import Period, PeriodKind, following
from sla_dsl.values.zones import first_instant_at, start_of_day

WHOLE = 10_000
_ONE_DAY = dt.timedelta(days=1)
_HOURS = (0, 3, 6, 9, 12, 15, 18, 21)
_DAYS_OF_MONTH = (5, 10, 15, 20, 25)


class Tick(NamedTuple):
    """A line across a row, where the clock shows an hour or a day begins; long ones have words above the strip."""

    at: int
    words: str


class Row(NamedTuple):
    """From `start` to `end` (instants) in one line.

    `first` is its first date; `offset` how far from the left it begins, `odd` by how much it is longer (or, below
    nothing, shorter) than its calendar says: often an hour, in places half of one, once a whole day.
    """

    first: dt.date
    start: int
    end: int
    offset: int
    odd: int
    ticks: tuple[Tick, ...]


class Rows(NamedTuple):
    """All rows of a period; `longest` is what the full width stands for, in microseconds."""

    kind: PeriodKind
    rows: tuple[Row, ...]
    longest: int

    def place(self, row: Row, instant: int) -> int:
        """Where an instant of a row lies, in ten-thousandths of the full width."""
        return (row.offset + instant - row.start) * WHOLE // self.longest

    @property
    def grain(self) -> int:
        """How long a stretch is that is about as wide as a pixel."""
        return self.longest // 1_000


def rows_of(period: Period, zone: str) -> Rows:
    """The rows of a period in a zone."""
    dates = list(_beginnings(period))
    after = _first_date(following(period))
    rows = [_row(period.kind, a, b, zone) for a, b in zip(dates, [*dates[1:], after], strict=True)]
    return Rows(period.kind, tuple(rows), max(row.offset + row.end - row.start for row in rows))


def _first_date(period: Period) -> dt.date:
    months = {"month": 1, "quarter": 3, "year": 12}[period.kind]
    return dt.date(period.year, (period.index - 1) * months + 1, 1)


def _beginnings(period: Period) -> Iterator[dt.date]:
    """The first date of each row."""
    date, after = _first_date(period), _first_date(following(period))
    while date < after:
        yield date
        match period.kind:
            case "month":
                date += _ONE_DAY
            case "quarter":
                date += dt.timedelta(days=7 - date.weekday())
            case "year":
                date = (date.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def _row(kind: PeriodKind, first: dt.date, after: dt.date, zone: str) -> Row:
    start, end = start_of_day(first, zone), start_of_day(after, zone)
    offset = first.weekday() * DAY if kind == "quarter" else 0
    odd = end - start - (after - first).days * DAY
    return Row(first, start, end, offset, odd, tuple(_ticks(kind, first, after, zone)))


def _ticks(kind: PeriodKind, first: dt.date, after: dt.date, zone: str) -> Iterator[Tick]:
    """Where lines cross a row; not at its beginning, where it has an edge."""
    if kind == "month":
        for hour in _HOURS[1:]:
            at = first_instant_at(dt.datetime.combine(first, dt.time(hour)), zone)
            yield Tick(at, f"{hour:02d}" if hour % 6 == 0 else "")
        return
    for date in (first + n * _ONE_DAY for n in range(1, (after - first).days)):
        if kind == "quarter" or date.day in _DAYS_OF_MONTH:
            yield Tick(start_of_day(date, zone), str(date.day))
