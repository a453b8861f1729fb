"""Periods of account: calendar months, quarters and years, cut in a zone."""

import datetime as dt
from functools import lru_cache
from typing import Literal

from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import FIRST_YEAR, LAST_YEAR, Instant
from sla_dsl.values.zones import day_of, start_of_day

PeriodKind = Literal["month", "quarter", "year"]

LONGEST_RANGE = 1_200
"""Periods of one range."""

_PERIODS_IN_A_YEAR: dict[PeriodKind, int] = {"month": 12, "quarter": 4, "year": 1}


class Period(NamedTuple):
    """A calendar month, quarter or year; `index` counts from 1 within the year (a year's is 1)."""

    kind: PeriodKind
    year: int
    index: int  # type: ignore[assignment]  # tuples have a method of this name, which no period needs

    @property
    def name(self) -> str:
        """As it is written: "2026-03", "2026-Q1", "2026"."""
        match self.kind:
            case "month":
                return f"{self.year:04d}-{self.index:02d}"
            case "quarter":
                return f"{self.year:04d}-Q{self.index}"
            case "year":
                return f"{self.year:04d}"


def read_period(text: str, kind: PeriodKind) -> Period | None:
    """The period of that kind that the text names, or None; years 1970 to 2200."""
    year, _, rest = text.partition("-")
    index = _read_index(rest, kind)
    if not (len(year) == 4 and _is_plain_number(year)) or index is None:
        return None
    period = Period(kind, int(year), index)
    return period if FIRST_YEAR <= period.year <= LAST_YEAR and period.name == text else None


def _read_index(text: str, kind: PeriodKind) -> int | None:
    digits = text.removeprefix("Q") if kind == "quarter" else text
    if kind == "year":
        return 1
    if not (len(digits) <= 2 and _is_plain_number(digits)):
        return None
    return int(digits) if 1 <= int(digits) <= _PERIODS_IN_A_YEAR[kind] else None


def _is_plain_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def read_period_range(text: str, kind: PeriodKind) -> tuple[Period, ...] | None:
    """The periods of "2026-01..2026-03", both ends included, or of a single "2026-01".

    None where either end is no period of that kind, where the ends are the wrong way round, and where it would
    be more than `LONGEST_RANGE` periods.
    """
    first_text, dots, last_text = text.partition("..")
    first = read_period(first_text, kind)
    last = read_period(last_text, kind) if dots else first
    if first is None or last is None:
        return None
    count = _ordinal(last) - _ordinal(first) + 1
    if not 1 <= count <= LONGEST_RANGE:
        return None
    return tuple(_from_ordinal(kind, _ordinal(first) + step) for step in range(count))


def following(period: Period) -> Period:
    """The next period of the same kind."""
    return _from_ordinal(period.kind, _ordinal(period) + 1)


def _ordinal(period: Period) -> int:
    return period.year * _PERIODS_IN_A_YEAR[period.kind] + period.index - 1


def _from_ordinal(kind: PeriodKind, ordinal: int) -> Period:
    year, index = divmod(ordinal, _PERIODS_IN_A_YEAR[kind])
    return Period(kind, year, index + 1)


def period_of(instant: Instant, kind: PeriodKind, zone: str) -> Period:
    """The period of that kind, cut in the zone, that holds the instant: each instant is in exactly one."""
    date = day_of(instant, zone)
    return Period(kind, date.year, (date.month - 1) * _PERIODS_IN_A_YEAR[kind] // 12 + 1)


@lru_cache(maxsize=8192)
def bounds(period: Period, zone: str) -> tuple[Instant, Instant]:
    """The first instant of the period in the zone, and the first one after it.

    A start that the clocks skip is the first instant after the gap; one that they show twice is the earlier.
    """
    return start_of_day(_first_date(period), zone), start_of_day(_first_date(following(period)), zone)


def _first_date(period: Period) -> dt.date:
    months = 12 // _PERIODS_IN_A_YEAR[period.kind]
    return dt.date(period.year, (period.index - 1) * months + 1, 1)
