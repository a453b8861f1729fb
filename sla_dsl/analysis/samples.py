"""A period of each length that a period can have in a zone: months of 28 to 31 days, and those with a clock change."""

from __future__ import annotations

from functools import lru_cache

from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import DAY
from sla_dsl.values.periods import Period, PeriodKind, bounds, following

FIRST_YEAR = 2026
YEARS = 4
"""Four years in a row have a leap year; rules on clocks that start or end later are not looked for."""


class Sample(NamedTuple):
    """A period that stands for all of its length; `start` and `end` are instants."""

    period: Period
    start: int
    end: int

    @property
    def length(self) -> int:
        """How long it is, in microseconds."""
        return self.end - self.start


@lru_cache(maxsize=64)
def samples(kind: PeriodKind, zone: str) -> tuple[Sample, ...]:
    """One period of each length that there is, the shortest first."""
    found: dict[int, Sample] = {}
    period = Period(kind, FIRST_YEAR, 1)
    while period.year < FIRST_YEAR + YEARS:
        sample = Sample(period, *bounds(period, zone))
        found.setdefault(sample.length, sample)
        period = following(period)
    return tuple(sorted(found.values(), key=lambda sample: sample.length))


def usual(kind: PeriodKind, zone: str) -> Sample:
    """The period that most readers think of: 30 days, or as near to that part of a year as there is."""
    days = {"month": 30, "quarter": 91, "year": 365}[kind]
    return min(samples(kind, zone), key=lambda sample: abs(sample.length - days * DAY))
