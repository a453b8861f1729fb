"""What a step is given besides its inputs: the facts, and the period that is being evaluated."""

from __future__ import annotations

from sla_dsl.evidence.facts import Facts
from sla_dsl.values.periods import Period, bounds


class Run:
    """One account and, for the steps that depend on it, one period.  Made anew for each evaluation."""

    __slots__ = ("end", "facts", "observed", "period", "period_name", "start", "zone")

    def __init__(self, facts: Facts, zone: str) -> None:
        self.facts = facts
        self.zone = zone
        self.period: Period | None = None
        self.period_name = ""
        self.start = self.end = self.observed = 0

    def enter(self, period: Period) -> None:
        """Turns to a period; `observed` is where the record of it ends (its end, if the record goes further)."""
        self.period = period
        self.period_name = period.name
        self.start, self.end = bounds(period, self.zone)
        as_of = self.facts.as_of
        self.observed = self.end if as_of is None else min(max(as_of, self.start), self.end)
