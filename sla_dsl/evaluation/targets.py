"""Support targets: when a step on a ticket was due, and whether it came in time."""

from typing import Literal

from sla_dsl.evaluation.deadlines import Within, due
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.timeline import Ticket
from sla_dsl.records import NamedTuple

Verdict = Literal["met", "missed", "pending", "unknown"]


class Judged(NamedTuple):
    """A target for one ticket: when it was due (None: not yet to be said), and how it stands."""

    ticket: str
    due: int | None
    done: int | None
    verdict: Verdict


def judge(
    facts: Facts, recorded: str, priority: str, within: Within, after: str, zone: str, start: int, end: int
) -> tuple[Judged, ...]:
    """The target for each ticket of the priority opened in the period.

    A field of a ticket that was left out is unknown; one that is null had not happened when the record ends.
    """
    tickets = (t for t in facts.tickets or () if t.priority == priority and start <= t.opened < end)
    return tuple(_judge_one(t, facts.as_of, recorded, within, after, zone) for t in tickets)


def _judge_one(ticket: Ticket, as_of: int | None, recorded: str, within: Within, after: str, zone: str) -> Judged:
    steps = dict(ticket.steps)
    event = steps.get(after) if after else ticket.opened
    if event is None:
        return Judged(ticket.id, None, steps.get(recorded), "pending" if after in steps else "unknown")
    limit = due(event, within, zone)
    if recorded not in steps:
        return Judged(ticket.id, limit, None, "unknown")
    done = steps[recorded]
    return Judged(ticket.id, limit, done, _verdict(limit, done, as_of))


def _verdict(limit: int | None, done: int | None, as_of: int | None) -> Verdict:
    if limit is None:
        return "pending"
    if done is not None:
        return "met" if done <= limit else "missed"
    return "pending" if as_of is not None and as_of <= limit else "missed"
