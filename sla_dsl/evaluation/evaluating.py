"""The way from a policy and a timeline to a result, with everything that can refuse it on the way."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sla_dsl.evaluation import mistakes
from sla_dsl.evaluation.binding import bind
from sla_dsl.evaluation.evaluate import MOST_PERIODS, touched, trace
from sla_dsl.evaluation.plan import Plan
from sla_dsl.evaluation.result import Result
from sla_dsl.evidence.facts import Facts, facts_of
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding
from sla_dsl.values.periods import Period, PeriodKind, read_period, read_period_range


def evaluate(plan: Plan, timeline: Timeline, periods: Iterable[str] = ()) -> tuple[Result | None, list[Finding]]:
    """The result for the periods asked for (`2026-03`, `2026-01..2026-03`), or for all that the timeline touches.

    Without a result, the findings say everything that refuses the timeline or the periods.
    """
    wanted, findings = asked_for(tuple(periods), plan.tree.period)
    facts = facts_of(timeline)
    wrong, notes = bind(plan.tree, plan.known, facts)
    if findings or wrong:
        return None, [*findings, *wrong]
    wanted = wanted or touched_periods(plan, facts)
    if len(wanted) > MOST_PERIODS:
        return None, [mistakes.too_many_periods(MOST_PERIODS)]
    return Result(plan, facts, trace(plan, facts, wanted), tuple(notes), _in_plain_form), []


def _in_plain_form(result: Result) -> dict[str, Any]:
    """The result as plain data; what writes it is loaded when somebody asks."""
    from sla_dsl.evaluation.writing import result_data

    return result_data(result)


@lru_cache(maxsize=1024)
def asked_for(texts: tuple[str, ...], kind: PeriodKind) -> tuple[tuple[Period, ...], tuple[Finding, ...]]:
    """The periods named, in order and each once; and a finding for every text that names none."""
    found: dict[Period, None] = {}
    findings: list[Finding] = []
    for text in texts:
        periods = _read(text, kind)
        if isinstance(periods, Finding):
            findings.append(periods)
        else:
            found.update(dict.fromkeys(periods))
    if len(found) > MOST_PERIODS:
        findings.append(mistakes.too_many_periods(MOST_PERIODS))
    return tuple(found), tuple(findings)


def _read(text: str, kind: PeriodKind) -> tuple[Period, ...] | Finding:
    first, dots, last = text.partition("..")
    ends = [read_period(end, kind) for end in ((first, last) if dots else (first,))]
    if None in ends:
        return mistakes.period_not_read(text, kind)
    if not dots:
        return tuple(end for end in ends if end is not None)
    if ends[1] < ends[0]:  # type: ignore[operator]
        return mistakes.backwards_range(text, kind)
    return read_period_range(text, kind) or mistakes.too_many_periods(MOST_PERIODS)


def touched_periods(plan: Plan, facts: Facts) -> tuple[Period, ...]:
    """Every period that an incident, a charge or a ticket of the timeline touches."""
    kind = plan.tree.period
    charged = (read_period(period, kind) for _, period in facts.charges or ())
    return touched(facts, kind, plan.tree.zone, (p for p in charged if p is not None))
