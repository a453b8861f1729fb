"""Why an incident counts or not, measure by measure: how much of it, and what takes the rest out, with the clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sla_dsl.evaluation import books
from sla_dsl.evaluation.books import Reason
from sla_dsl.evaluation.details import bounds_words
from sla_dsl.evaluation.ledger import Fate
from sla_dsl.evaluation.phrases import says
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Node
from sla_dsl.evaluation.wording import elapsed
from sla_dsl.findings.wording import listed
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import clip
from sla_dsl.values.unknown import Between


class Measured(NamedTuple):
    """A measure that an incident may count as: its name, and the steps that its books are read from."""

    words: str
    books: Node


def incident_reasons(period: PeriodResult, number: int) -> list[str]:
    """Why the incident counts, or does not, in this period; of which measure, where there are several."""
    judged = _judged(period, number)
    if not judged:
        return [_elsewhere(period, number)]
    facts = period.facts
    if facts.starts[number] == facts.ends[number]:
        return ["it ends as it starts, so there is nothing to count"]
    reasons: list[str] = []
    for measure, fate in judged:
        told = _of_measure(period, measure, fate)
        reasons += told if len(judged) == 1 else [f"for {measure.words}, {reason}" for reason in told]
    return list(dict.fromkeys(reasons))


def _judged(period: PeriodResult, number: int) -> list[tuple[Measured, Fate]]:
    """What became of the incident, for each measure that it could count as."""
    nodes, fates = period.tree.nodes, period.fates_of_measures
    return [
        (Measured(root.words, nodes[nodes[root.node].inputs[0]]), fates[root.id][number])
        for root in period.tree.ledgers
        if number in fates[root.id]
    ]


def _elsewhere(period: PeriodResult, number: int) -> str:
    service = period.facts.services[number]
    if service not in period.tree.names["service"]:
        return f"the policy does not cover the service {service}"
    return "it lies outside this period"


def _of_measure(period: PeriodResult, measure: Measured, fate: Fate) -> list[str]:
    told = []
    if fate.undecided:
        told.append("it may count: its cause, or the notice of a maintenance, is not known")
    if fate.counted:
        told.append(f"{elapsed(fate.counted)} of it counts{_by(period, measure.books.clause)}")
    sure = [reason for reason in fate.reasons if reason in fate.most_reasons]
    subject = _subject(period, fate, len(sure))
    return told + [_reason(period, measure, fate.incident, reason, subject) for reason in sure]


def _subject(period: PeriodResult, fate: Fate, reasons: int) -> str:
    """What a reason is about: one reason alone is about all that does not count."""
    start, end = period.facts.starts[fate.incident], period.facts.ends[fate.incident]
    inside = period.trace.start <= start and end <= period.trace.end
    if reasons > 1 or fate.undecided or (fate.counted and not inside):
        return "some of it"
    return "the rest" if fate.counted else "it"


def _reason(period: PeriodResult, measure: Measured, number: int, reason: Reason, subject: str) -> str:
    bucket, clause = reason
    by = _by(period, clause)
    match bucket:
        case books.EXCLUDED:
            return f"{subject} is excluded, because {_excluding(period, measure, number, reason)}{by}"
        case books.IN_BREACH:
            return f"{subject} does not count, because the customer was in breach{by}"
        case books.NOT_ATTRIBUTABLE:
            return f"its cause{_cause(period, number)} does not count{by}"
        case books.OUTSIDE_HOURS:
            return f"{subject} is outside the service hours{by}"
        case _:
            return f"{subject} does not count{by}"


def _cause(period: PeriodResult, number: int) -> str:
    cause = period.facts.causes[number]
    return "" if cause is None else f", {period.tree.names['cause'].get(cause, cause)},"


def _excluding(period: PeriodResult, measure: Measured, number: int, reason: Reason) -> str:
    """What takes time of an incident out: the sets of time in which it lies, or the least length of an outage."""
    found = [*_rules(period, measure, number, reason), *_too_short(period, measure, number, reason)]
    return listed(list(dict.fromkeys(found)), "and")


def _rules(period: PeriodResult, measure: Measured, number: int, reason: Reason) -> list[str]:
    """The rules of this clause that are about the incident; of these those whose time it touches."""
    excuse = period.tree.nodes[measure.books.inputs[2]]
    rules = zip(excuse.params["rules"], excuse.inputs[1:], strict=True)
    asked = [at for rule, at in rules if (rule["bucket"], rule["clause"]) == reason and _is_about(period, rule, number)]
    start, end = period.facts.starts[number], period.facts.ends[number]
    touched = [at for at in asked if clip(_sure(period.trace.values[at]), start, end)]
    words = list(dict.fromkeys(_within(period, at) for at in touched or asked))
    return words if touched or not asked else [listed(words, "or")]


def _is_about(period: PeriodResult, rule: dict[str, Any], number: int) -> bool:
    facts = period.facts
    causes, services = rule["causes"], rule["services"]
    return (causes is None or facts.causes[number] in causes) and (
        services is None or facts.services[number] in services
    )


def _sure(value: Any) -> Any:
    return value.low if isinstance(value, Between) else value


def _within(period: PeriodResult, at: int) -> str:
    """`it lies within Announced Work`, `it lies outside Business`."""
    nodes = period.tree.nodes
    if nodes[at].op == "outside" and nodes[nodes[at].inputs[0]].op == "always":
        return f"it lies outside {_named(period, nodes[at].inputs[1])}"
    return f"it lies within {_named(period, at)}"


def _named(period: PeriodResult, at: int) -> str:
    return period.tree.nodes[at].name or says(period, at)


def _too_short(period: PeriodResult, measure: Measured, number: int, reason: Reason) -> Iterator[str]:
    """That the outage is too short, or that what is beyond the least length counts only."""
    at = measure.books.inputs[1]
    node = period.tree.nodes[at]
    if node.op != "keep" or reason != (books.EXCLUDED, measure.books.params["too_short"]):
        return
    bounds = bounds_words(node)
    if number not in period.lasting[at]:
        yield f"its outage is too short: an outage counts only if it lasts {bounds}"
    elif node.params["skip"]:
        yield f"the first {elapsed(node.params['skip'])} of an outage do not count"


def _by(period: PeriodResult, clause: int) -> str:
    return f" ({period.tree.clauses[clause]})" if clause >= 0 else ""
