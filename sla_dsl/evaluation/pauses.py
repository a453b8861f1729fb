"""The pauses of a ticket: the time in which the clock of a target stands still, and when the rest has run out.

Only pauses in the states that the target names stop its clock; where several overlap, their time is left out once.
A pause that still goes on stops the clock up to the end of the record, and nobody knows for how long after it.
"""

from collections.abc import Collection

from sla_dsl.evaluation.deadlines import Within, counted_time, due
from sla_dsl.evidence.facts import Facts, end_or
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import EMPTY, Spans, clip, normal

PAUSES = "the list of pauses"


class Stopped(NamedTuple):
    """The time in which a clock stands still.

    `still`: since when it does so up to the end of the record, `still_in`: the states of the ticket for which it does.
    """

    spans: Spans
    still: int | None = None
    still_in: tuple[str, ...] = ()


NEVER = Stopped(EMPTY)


def stopped(facts: Facts, ticket: str, states: Collection[str]) -> Stopped:
    """The time in which a ticket was in one of the states, as far as the record goes."""
    pauses = [pause for pause in (facts.pauses or {}).get(ticket, ()) if pause.state in states]
    spans = normal([(pause.start, end_or(pause.end, facts.as_of)) for pause in pauses])
    going_on = [pause for pause in pauses if pause.end is None]
    if not going_on:
        return Stopped(spans)
    first = min([pause.start for pause in going_on])
    since = next((start for start, end in spans if start <= first < end), first)
    return Stopped(spans, since, tuple(sorted({pause.state for pause in going_on})))


def due_besides(event: int, within: Within, zone: str, left_out: Stopped) -> int | None:
    """The earliest instant at which the time has run out that is not left out; None where it cannot be said yet."""
    if not left_out.spans and left_out.still is None:
        return due(event, within, zone)
    limit = _run_out(event, within, zone, left_out.spans)
    cut_off = within.amount > 0 and left_out.still is not None and limit is not None and limit > left_out.still
    return None if cut_off else limit


def _run_out(event: int, within: Within, zone: str, left_out: Spans) -> int | None:
    """Stretch by stretch between the pauses, until nothing is left of the time."""
    left = within.amount
    for start, end in left_out if left > 0 else ():
        counted = counted_time(within, event, start)
        if counted >= left:
            break
        left -= counted
        event = max(event, end)
    return due(event, within._replace(amount=left), zone)


def time_left_out(within: Within, left_out: Spans, start: int, end: int) -> int:
    """How much of the time that runs from `start` to `end` is left out: working time, where that is what runs."""
    return sum(counted_time(within, *span) for span in clip(left_out, start, end))
