"""Evaluating a plan on the facts of an account, period by period."""

from collections.abc import Iterable, Sequence
from typing import Any

from sla_dsl.evaluation.plan import Plan, carry_out
from sla_dsl.evaluation.run import Run
from sla_dsl.evidence.facts import Facts
from sla_dsl.records import NamedTuple
from sla_dsl.values.periods import Period, PeriodKind, following, period_of

MOST_PERIODS = 1_200
"""Periods evaluated at once for one account: a hundred years of months."""


class Trace(NamedTuple):
    """What every node came to in one period: the explanation itself, of which texts and tables are views."""

    period: Period
    start: int
    end: int
    observed: int
    values: tuple[Any, ...]


def trace(plan: Plan, facts: Facts, periods: Sequence[Period]) -> tuple[Trace, ...]:
    """The traces of the periods, in the order given."""
    run = Run(facts, plan.tree.zone)
    common = list(plan.constants)
    sure = carry_out(plan.once, common, run, plan.sure)
    traces = []
    for period in periods:
        run.enter(period)
        values = common.copy()
        carry_out(plan.each, values, run, sure)
        traces.append(Trace(period, run.start, run.end, run.observed, tuple(values)))
    return tuple(traces)


def touched(facts: Facts, kind: PeriodKind, zone: str, charged: Iterable[Period]) -> tuple[Period, ...]:
    """Every period that an incident, a charge or a ticket touches, in order; no more than one beyond `MOST_PERIODS`."""
    found = set(charged)
    for start, end in zip(facts.starts, facts.ends, strict=True):
        period, last = period_of(start, kind, zone), period_of(max(start, end - 1), kind, zone)
        found.add(period)
        while period != last and len(found) <= MOST_PERIODS:
            period = following(period)
            found.add(period)
    found.update(period_of(t.opened, kind, zone) for t in facts.tickets or ())
    return tuple(sorted(found))[: MOST_PERIODS + 1]
