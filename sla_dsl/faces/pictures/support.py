"""Support tickets: what was due when, and whether it came in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from sla_dsl.evaluation.details import pause_words
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.targets import Judged
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import in_hours
from sla_dsl.evidence.timeline import Ticket
from sla_dsl.faces.layout import Line, Tone, indented, tinted
from sla_dsl.faces.pictures.branches import Branch
from sla_dsl.faces.pictures.happened import source_words
from sla_dsl.faces.pictures.moments import moment
from sla_dsl.faces.pictures.steps import by, clause_of
from sla_dsl.findings.wording import listed
from sla_dsl.records import NamedTuple

_TONES: Mapping[str, Tone] = {"met": "good", "missed": "bad", "pending": "open", "unknown": "open"}

NO_TARGET = "the agreement sets no target for it"


class Target(NamedTuple):
    """A target for a ticket: which rule, and how it stands."""

    root: Root
    judged: Judged


def targets_of(period: PeriodResult) -> dict[str, list[Target]]:
    """The targets of each ticket of the period, by its id, in the policy's order."""
    found: dict[str, list[Target]] = {ticket: [] for ticket in period.tickets}
    for root in period.tree.targets:
        for judged in period.trace.values[root.node]:
            found[judged.ticket].append(Target(root, judged))
    return found


def support_lines(period: PeriodResult) -> Iterator[Line]:
    """Each ticket with its targets, and how many were met, if there are several."""
    targets = targets_of(period)
    tickets = {ticket.id: ticket for ticket in period.facts.tickets or ()}
    for name, judged in targets.items():
        yield indented(ticket_words(period, tickets[name]), 2, 2)
        for words in source_words(period, "tickets", name):
            yield indented(words, 4, 2)
        for target in judged:
            yield _target_line(period, target)
            yield from (indented(words, 6, 2) for words in pause_lines(period, target))
        if not judged:
            yield indented(NO_TARGET, 4)
    if len(targets) > 1:
        yield indented(together_words(targets), 2)


def together_words(targets: Mapping[str, Sequence[Target]]) -> str:
    """`Together: 3 met, 1 missed.`"""
    verdicts = Counter(target.judged.verdict for judged in targets.values() for target in judged)
    return f"Together: {', '.join(f'{number:,} {verdict}' for verdict, number in sorted(verdicts.items()))}."


def support_branches(period: PeriodResult) -> Iterator[Branch]:
    """Each ticket with its targets below it."""
    tickets = {ticket.id: ticket for ticket in period.facts.tickets or ()}
    for name, judged in targets_of(period).items():
        targets = [Branch(target_words(period, one), notes=pause_lines(period, one)) for one in judged]
        words = f"Ticket {ticket_words(period, tickets[name])}"
        yield Branch(words, notes=source_words(period, "tickets", name), branches=targets)


def ticket_words(period: PeriodResult, ticket: Ticket) -> str:
    """`T-1: Urgent, opened 2026-03-04 10:00`."""
    priority = period.tree.names["priority"].get(ticket.priority, ticket.priority)
    return f"{ticket.id}: {priority}, opened {moment(ticket.opened, period.tree.zone)}"


def target_words(period: PeriodResult, target: Target) -> str:
    """`Act, due by 2026-03-04 12:00: met, done 2026-03-04 11:00`."""
    return "".join(_target_parts(period, target))


def _target_parts(period: PeriodResult, target: Target) -> tuple[str, str, str]:
    """The same in three parts: what was due, how it stands, and the clause."""
    root, judged = target
    due = f"due by {moment(judged.due, period.tree.zone)}" if judged.due is not None else _not_due(judged)
    return f"{root.words}, {due}: ", _verdict(period, target), by(clause_of(period.tree, root.node))


def _target_line(period: PeriodResult, target: Target) -> Line:
    before, verdict, clause = _target_parts(period, target)
    line = indented(f"{before}{verdict}{clause}", 4, 2)
    return tinted(line, _TONES[target.judged.verdict], len(before), len(before) + len(verdict))


def _not_due(judged: Judged) -> str:
    return "due at a time that is not known" if judged.needs else "not due yet"


def pause_lines(period: PeriodResult, target: Target) -> list[str]:
    """`not counted: 2 hours 10 min of Waiting`, whether the clock still stands still, and what is not known."""
    judged = target.judged
    if judged.needs:
        return [f"this cannot be said without {listed(judged.needs, 'and')}"]
    told = []
    if judged.left_out:
        told.append(f"not counted: {in_hours(judged.left_out)} of {pause_words(period.tree, judged.left_out_in)}")
    if judged.stopped_in:
        told.append(f"its clock is stopped, for {pause_words(period.tree, judged.stopped_in)} goes on")
    return told


def _verdict(period: PeriodResult, target: Target) -> str:
    judged = target.judged
    done = f"done {moment(judged.done, period.tree.zone)}" if judged.done is not None else "not done"
    match judged.verdict:
        case "met" | "missed":
            return f"{judged.verdict}, {done}"
        case "pending":
            return "still open"
        case "unknown" if judged.needs and _is_said(period, target):
            return f"not known whether in time, {done}"
        case "unknown":
            return "not known, for the timeline does not say whether it was done"
        case _:
            assert_never(judged.verdict)


def _is_said(period: PeriodResult, target: Target) -> bool:
    """Whether the timeline says that the step was done, or that it was not."""
    recorded = period.tree.nodes[target.root.node].params["recorded"]
    tickets = (ticket for ticket in period.facts.tickets or () if ticket.id == target.judged.ticket)
    return any(field == recorded for ticket in tickets for field, _ in ticket.steps)
