"""From a result to its report."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.evaluation.accounting import evidence_of
from sla_dsl.evaluation.noting import notes_of
from sla_dsl.evaluation.phrases import value_words
from sla_dsl.evaluation.result import PeriodResult, Result
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.writing import versions
from sla_dsl.faces.pictures.assumed import general_numbers, numbers_of_nodes, used_numbers
from sla_dsl.faces.pictures.happened import outside_words
from sla_dsl.faces.pictures.moments import span
from sla_dsl.faces.pictures.steps import clause_of, step_sentence
from sla_dsl.faces.pictures.workings import steps_to
from sla_dsl.faces.reporting.figures import figure_of, moment_of
from sla_dsl.faces.reporting.incidents import incidents_of, tickets_of, together_of
from sla_dsl.faces.reporting.languages import period_heading
from sla_dsl.faces.reporting.model import (
    Assumption,
    Period,
    Provenance,
    Records,
    Report,
    Said,
    Working,
    Workings,
)
from sla_dsl.faces.reporting.results import credits_of, guarantees_of, measures_of, missing_of
from sla_dsl.faces.reporting.staircases import Staircases
from sla_dsl.faces.reporting.times import days_of, strips_of

ENGLISH = "en"


def report_of(result: Result, language: str = ENGLISH, *, incognito: bool = False) -> Report:
    """The report of an account, with headings in a language; `incognito` hides names, amounts and texts."""
    if not incognito:
        return _report(result, language)
    from sla_dsl.faces.reporting.disguising import disguised
    from sla_dsl.faces.reporting.hiding import without_amounts

    return without_amounts(_report(disguised(result), language))


def _report(result: Result, language: str) -> Report:
    tree = result.tree
    stairs = Staircases(tree)
    return Report(
        language=language,
        incognito=False,
        title=tree.title,
        account=result.account,
        zone=tree.zone,
        as_of=None if result.as_of is None else moment_of(result.as_of, tree.zone),
        periods=tuple(_period(period, stairs, language) for period in result.periods),
        assumptions=_assumptions(result),
        notes=tuple(notes_of(result)),
        records=_records(result),
        provenance=_provenance(result),
    )


def _period(period: PeriodResult, stairs: Staircases, language: str) -> Period:
    trace, zone = period.trace, period.tree.zone
    assumed = numbers_of_nodes(period.tree)
    guarantees, credits = guarantees_of(period), credits_of(period)
    return Period(
        name=period.name,
        title=period_heading(trace.period, language),
        span=span(trace.start, trace.end, zone),
        start=moment_of(trace.start, zone),
        end=moment_of(trace.end, zone),
        observed=moment_of(min(trace.observed, trace.end), zone),
        provisional=_provisional(period),
        answer=(*(one.sentence for one in credits), *(one.sentence for one in guarantees)),
        measures=measures_of(period),
        guarantees=guarantees,
        credits=credits,
        days=days_of(period),
        strips=strips_of(period),
        staircases=stairs.of(period),
        incidents=incidents_of(period, assumed),
        incidents_elsewhere=outside_words(period),
        tickets=tickets_of(period),
        tickets_together=together_of(period),
        workings=tuple(_workings(period, root, assumed) for root in (*period.tree.measures, *period.tree.credits)),
        missing=missing_of(period),
    )


def _provisional(period: PeriodResult) -> str:
    """That the record ends before the period does."""
    trace = period.trace
    if trace.observed >= trace.end:
        return ""
    if trace.observed <= trace.start:
        return "The record ends before this period begins; nothing of it is observed yet."
    return f"Provisional: the record of this period ends at {moment_of(trace.observed, period.tree.zone).words}."


def _workings(period: PeriodResult, root: Root, assumed: Sequence[int]) -> Workings:
    """The arithmetic of a measure or a credit, in working order."""
    lines = []
    for at in steps_to(period, root):
        kind, value = period.tree.nodes[at].type, period.trace.values[at]
        exact = None if kind in ("truth", "claim") else figure_of(kind, value)
        how = Said(step_sentence(period, at), (assumed[at],) if assumed[at] else ())
        lines.append(Working(value_words(period, at), exact, how, clause_of(period.tree, at)))
    return Workings(root.words, tuple(lines))


def _assumptions(result: Result) -> tuple[Assumption, ...]:
    """Those that the report rests on."""
    tree = result.tree
    used = set(general_numbers(tree)).union(*(used_numbers(p, numbers_of_nodes(tree)) for p in result.periods))
    return tuple(
        Assumption(number, tree.stated[number - 1][1], tree.stated[number - 1][0]) for number in sorted(used - {0})
    )


def _records(result: Result) -> tuple[Records, ...]:
    return tuple(
        Records(kind, None, 0, 0, 0) if count is None else Records(kind, *count)
        for kind, count in evidence_of(result).items()
    )


def _provenance(result: Result) -> Provenance:
    found = versions(result)
    return Provenance(
        result.tree.digest,
        result.facts.timeline.digest(),
        str(found["language"]),
        found["tzdata"],
        found.get("holidays", ""),
    )
