"""Support targets: when a step on a ticket was due, and whether it came in time."""

from collections.abc import Mapping, Sequence
from typing import Literal

from sla_dsl.evaluation.deadlines import Within, due
from sla_dsl.evidence.facts import Facts, end_or
from sla_dsl.evidence.timeline import Ticket
from sla_dsl.records import NamedTuple

Verdict = Literal["met", "missed", "pending", "unknown"]


class Judged(NamedTuple):
    """A target for one ticket: when it was due (None: not yet to be said), and how it stands.

    `left_out` is the time up to then (or up to the end of the record) in which its clock stood still, in the states
    `left_out_in`; `stopped_in` are those in which it still does.  `needs` is what would settle it, where the pauses of
    the ticket are not known.
    """

    ticket: str
    due: int | None
    done: int | None
    verdict: Verdict
    left_out: int = 0
    left_out_in: tuple[str, ...] = ()
    stopped_in: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Aim(NamedTuple):
    """A target: the field of its step, how long after the event (the field of a step, or empty: the opening).

    `pauses` are the states of a ticket in which its clock stands still.
    """

    recorded: str
    priority: str
    within: Within
    after: str
    pauses: frozenset[str] = frozenset()


def judge(facts: Facts, aim: Aim, zone: str, start: int, end: int) -> tuple[Judged, ...]:
    """The target for each ticket of the priority opened in the period.

    A field of a ticket that was left out is unknown; one that is null had not happened when the record ends.
    """
    tickets = (t for t in facts.tickets or () if t.priority == aim.priority and start <= t.opened < end)
    return tuple(_judge_one(t, facts, aim, zone) for t in tickets)


def _judge_one(ticket: Ticket, facts: Facts, aim: Aim, zone: str) -> Judged:
    steps = dict(ticket.steps)
    event = steps.get(aim.after) if aim.after else ticket.opened
    if event is None:
        return Judged(ticket.id, None, steps.get(aim.recorded), "pending" if aim.after in steps else "unknown")
    if aim.pauses:
        return _with_pauses(ticket, event, steps, facts, aim, zone)
    limit = due(event, aim.within, zone)
    if aim.recorded not in steps:
        return Judged(ticket.id, limit, None, "unknown")
    done = steps[aim.recorded]
    return Judged(ticket.id, limit, done, _verdict(limit, done, facts.as_of))


def _with_pauses(
    ticket: Ticket, event: int, steps: Mapping[str, int | None], facts: Facts, aim: Aim, zone: str
) -> Judged:
    # Most policies name no pauses, and every start would pay for them.
    from sla_dsl.evaluation.pauses import PAUSES, due_besides, stopped, time_left_out

    done = steps.get(aim.recorded)
    if facts.pauses is None and aim.within.amount:
        earliest = due(event, aim.within, zone)
        verdict = _whatever_the_pauses(earliest, done, facts.as_of) if aim.recorded in steps else "unknown"
        return Judged(ticket.id, None, done, verdict, needs=(PAUSES,))
    paused = stopped(facts, ticket.id, aim.pauses)
    limit = due_besides(event, aim.within, zone, paused)
    still = paused.still_in if limit is None else ()
    verdict = _stopped_or(still, limit, done, facts.as_of) if aim.recorded in steps else "unknown"
    until = end_or(limit, facts.as_of)
    left_out = time_left_out(aim.within, paused.spans, event, until)
    states = _left_out_in(facts, ticket.id, aim, event, until) if left_out else ()
    return Judged(ticket.id, limit, done, verdict, left_out, states, still)


def _left_out_in(facts: Facts, ticket: str, aim: Aim, start: int, end: int) -> tuple[str, ...]:
    """The states of the ticket that took time out."""
    from sla_dsl.evaluation.pauses import stopped, time_left_out

    spans = {state: stopped(facts, ticket, (state,)).spans for state in sorted(aim.pauses)}
    return tuple([state for state in spans if time_left_out(aim.within, spans[state], start, end)])


def _stopped_or(still: Sequence[str], limit: int | None, done: int | None, as_of: int | None) -> Verdict:
    """While its clock stands still a target that was not missed before is not missed, and what is done is in time."""
    if still:
        return "pending" if done is None else "met"
    return _verdict(limit, done, as_of)


def _whatever_the_pauses(earliest: int | None, done: int | None, as_of: int | None) -> Verdict:
    """How it stands, if that is so with any pauses: they can only put off when it is due.

    In a closed record every pause is over, so what never happened did not happen in time.
    """
    if done is not None and earliest is not None:
        return "met" if done <= earliest else "unknown"
    verdict = _verdict(earliest, done, as_of)
    return "unknown" if verdict == "missed" and as_of is not None else verdict


def _verdict(limit: int | None, done: int | None, as_of: int | None) -> Verdict:
    if limit is None:
        return "pending"
    if done is not None:
        return "met" if done <= limit else "missed"
    return "pending" if as_of is not None and as_of <= limit else "missed"
