"""What happened: each incident that touches a period, how long it was, and what counts of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.reasons_of_incidents import incident_reasons
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.wording import elapsed
from sla_dsl.faces.layout import BLANK, Line, indented, tinted
from sla_dsl.faces.pictures.moments import moment, period_title, span
from sla_dsl.faces.pictures.steps import by, clause_of
from sla_dsl.faces.pictures.stretches import stretches


def happened_lines(period: PeriodResult, assumed: Sequence[int]) -> Iterator[Line]:
    """The incidents in order of time, those of other periods as a number only."""
    touching = sorted(period.fates)
    moved = moved_lines(period, assumed)
    for number in touching:
        yield from _incident_lines(period, number, moved)
        yield BLANK
    outside = outside_words(period)
    if outside:
        yield indented(outside, 2)


def outside_words(period: PeriodResult) -> str:
    """How many incidents of the policy's services lie outside the period (those of others are in the notes).

    Where none touches the period, that is said instead.
    """
    if not period.fates:
        return f"No incident of the services of this agreement touches {period_title(period.trace.period)}."
    known = period.tree.names["service"]
    outside = sum(1 for n, service in enumerate(period.facts.services) if service in known and n not in period.fates)
    lie = "incident lies" if outside == 1 else "incidents lie"
    return f"{outside:,} more {lie} outside {period_title(period.trace.period)}." if outside else ""


def _incident_lines(period: PeriodResult, number: int, moved: Mapping[str, Sequence[Line]]) -> Iterator[Line]:
    """One incident: what failed and why, when and how long, what counts."""
    yield tinted(indented(incident_words(period, number), 2, 2), "strong")
    yield indented(when_words(period, number), 4, 2)
    for words in source_words(period, "incidents", period.facts.incidents[number].id):
        yield indented(words, 4, 2)
    fates = period.fates.get(number, ())
    if any(fate.counted or fate.undecided for fate in fates):
        yield from moved.get(period.facts.incidents[number].id, ())
    for reason in incident_reasons(period, number):
        yield indented(reason, 4, 2)


def incident_words(period: PeriodResult, number: int) -> str:
    """`INC-1: SMS Gateway was down because of Provider Failure`."""
    incident, names = period.facts.incidents[number], period.tree.names
    service = names["service"].get(incident.service, incident.service)
    cause = "for a cause that is not known"
    if incident.cause is not None:
        cause = f"because of {names['cause'].get(incident.cause, incident.cause)}"
    return f"{incident.id}: {service} was down {cause}"


def source_words(period: PeriodResult, kind: str, id: str) -> tuple[str, ...]:
    """`recorded in incidents.json, incidents[3]`; nothing where the timeline does not say where a record came from."""
    source = period.facts.sources.get((kind, id))
    return () if source is None else (f"recorded in {source}",)


def when_words(period: PeriodResult, number: int) -> str:
    """From when to when an incident lasted, as it was recorded, and how long."""
    facts, zone = period.facts, period.tree.zone
    start, end = facts.starts[number], facts.ends[number]
    if facts.incidents[number].end is None:
        return f"from {moment(start, zone)}, still going on at {moment(end, zone)} ({elapsed(end - start)} so far)"
    return f"{span(start, end, zone)} ({elapsed(end - start)})"


def moved_lines(period: PeriodResult, assumed: Sequence[int]) -> Mapping[str, Sequence[Line]]:
    """For each incident that the policy takes to run from or to another instant: from when to when, and why."""
    tree, facts = period.tree, period.facts
    found: dict[str, list[Line]] = {}
    for at in (at for at, node in enumerate(tree.nodes) if node.op == "snap"):
        why = f"{describe(tree, at, str)}{by(clause_of(tree, at))}"
        for stretch in stretches(period, at):
            number = facts.numbers[stretch.incident]
            if stretch[:2] != (facts.starts[number], facts.ends[number]):
                words = f"taken as {span(stretch.start, stretch.end, tree.zone)}: {why}"
                found.setdefault(stretch.incident, []).append(indented(words, 4, 2, (assumed[at],)))
    return found
