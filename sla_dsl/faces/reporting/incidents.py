"""What happened: the incidents of a period with what became of them, and its support tickets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sla_dsl.evaluation.reasons_of_incidents import incident_reasons
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.writing import verdict
from sla_dsl.faces.layout import Line
from sla_dsl.faces.pictures import support
from sla_dsl.faces.pictures.happened import incident_words, moved_lines, when_words
from sla_dsl.faces.pictures.steps import clause_of
from sla_dsl.faces.reporting.figures import clause_at, length_of, moment_of
from sla_dsl.faces.reporting.model import Incident, Said, Target, Ticket, Verdict


def incidents_of(period: PeriodResult, assumed: Sequence[int]) -> tuple[Incident, ...]:
    """Those that touch the period, in order of time."""
    moved = moved_lines(period, assumed)
    return tuple(_incident(period, number, moved) for number in sorted(period.fates))


def _incident(period: PeriodResult, number: int, moved: Mapping[str, Sequence[Line]]) -> Incident:
    tree, facts, fates = period.tree, period.facts, period.fates[number]
    record, start, end = facts.incidents[number], facts.starts[number], facts.ends[number]
    weighed = any(fate.counted or fate.undecided for fate in fates)
    return Incident(
        id=record.id,
        service=tree.names["service"].get(record.service, record.service),
        cause="" if record.cause is None else tree.names["cause"].get(record.cause, record.cause),
        sentence=incident_words(period, number),
        when=when_words(period, number),
        start=moment_of(start, tree.zone),
        end=moment_of(end, tree.zone),
        going_on=record.end is None,
        length=length_of(end - start),
        verdict=cast(Verdict, verdict(fates)),
        least=length_of(max(fate.counted for fate in fates)),
        most=length_of(max(fate.most for fate in fates)),
        moved=tuple(_said(line) for line in moved.get(record.id, ()) if weighed),
        reasons=tuple(incident_reasons(period, number)),
        clauses=_clauses(period, number),
        source=facts.sources.get(("incidents", record.id), ""),
    )


def _said(line: Line) -> Said:
    return Said(line.text, tuple(mark for mark in line.marks if mark))


def _clauses(period: PeriodResult, number: int) -> tuple[str, ...]:
    """The clauses by which the incident counts, or does not."""
    found: dict[str, None] = {}
    for root in period.tree.ledgers:
        fate = period.fates_of_measures[root.id].get(number)
        if fate is not None:
            found |= dict.fromkeys([clause_of(period.tree, root.node)] if fate.counted else [])
            found |= dict.fromkeys(clause_at(period.tree, clause) for _, clause in fate.reasons)
    return tuple(clause for clause in found if clause)


def tickets_of(period: PeriodResult) -> tuple[Ticket, ...]:
    """The tickets opened in the period, with their targets."""
    tickets = {ticket.id: ticket for ticket in period.facts.tickets or ()}
    zone = period.tree.zone
    return tuple(
        Ticket(
            name,
            period.tree.names["priority"].get(tickets[name].priority, tickets[name].priority),
            support.ticket_words(period, tickets[name]) + ("" if targets else f"; {support.NO_TARGET}"),
            moment_of(tickets[name].opened, zone),
            tuple(_target(period, target) for target in targets),
            period.facts.sources.get(("tickets", name), ""),
        )
        for name, targets in support.targets_of(period).items()
    )


def _target(period: PeriodResult, target: support.Target) -> Target:
    (root, judged), zone = target, period.tree.zone
    return Target(
        root.words,
        support.target_words(period, target),
        None if judged.due is None else moment_of(judged.due, zone),
        None if judged.done is None else moment_of(judged.done, zone),
        judged.verdict,
        clause_of(period.tree, root.node),
        tuple(support.pause_lines(period, target)),
    )


def together_of(period: PeriodResult) -> str:
    """How many targets were met, where there are several tickets."""
    targets = support.targets_of(period)
    return support.together_words(targets) if len(targets) > 1 else ""
