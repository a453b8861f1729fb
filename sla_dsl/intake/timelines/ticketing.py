"""From tickets as they are stated, with their states, to tickets and pauses of a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sla_dsl.intake.answers.about import about, record_name
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Key
from sla_dsl.intake.answers.questions import LEAVE_OUT, Choice, Question
from sla_dsl.intake.answers.shared import STEP, step_question
from sla_dsl.intake.reader import Topic
from sla_dsl.intake.stated import Said, Stamp, StatedTicket, Wait
from sla_dsl.intake.timelines.choosing_times import Times
from sla_dsl.intake.timelines.making import Fate, Made, shown_in_utc
from sla_dsl.intake.timelines.using import Reason, left_out

RUNS, PAUSES = "the clock runs", "the clock stops"

_PRIORITIES = "Which priority of the policy is each of these?"
_STATES = "What does it mean that a ticket comes into each of these states?"
_PRIORITY = "the name of the priority in the policy, such as urgent"
_STATE = (
    Choice(RUNS, "nothing that the policy speaks of happens"),
    Choice(PAUSES, "the ticket waits: a pause, as long as it is in this state"),
)
_LEAVE = (Choice(LEAVE_OUT, "the record is set aside"),)
_COUNTS = (Choice("counts", "such a ticket is one of this agreement"), *_LEAVE)
_NO_WAITS = Question(
    ("no_pauses",),
    "Of some tickets the export says when they waited, and of others it does not. What becomes of the others?",
    "choice",
    (Choice("they did not wait", "their clocks never stopped"), Choice(LEAVE_OUT, "they are set aside")),
)


def fates_of_tickets(
    tickets: Sequence[StatedTicket], topics: Mapping[str, Topic], times: Times, asking: Asking
) -> Iterator[Fate]:
    """What becomes of each ticket; only of use where no question stays open."""
    groups = _groups(tickets)
    lefts = [_left(ticket, groups, topics, asking) for ticket in tickets]
    live = [ticket for ticket, left in zip(tickets, lefts, strict=True) if not left]
    silent = [ticket for ticket in live if not ticket.tells_waits]
    if 0 < len(silent) < len(live) and asking.one(_NO_WAITS._replace(about=about(silent))) == LEAVE_OUT:
        reason = ("a ticket of which nobody says when it waited", asking.because(_NO_WAITS.key))
        lefts = [left or (None if one.tells_waits else reason) for one, left in zip(tickets, lefts, strict=True)]
        live = [ticket for ticket in live if ticket.tells_waits]
    times.prepare("opened", [(ticket, ticket.opened) for ticket in live])
    times.ask_zone([(ticket, _further(ticket)) for ticket in live])
    states = {name: _state(name, live, asking) for name in _names(live)}
    steps = {name: _step(name, live, asking) for name in _step_names(live)}
    for ticket, left in zip(tickets, lefts, strict=True):
        yield Fate(ticket, left=left) if left else _fate(ticket, states, steps, times, asking)


def _groups(tickets: Sequence[StatedTicket]) -> dict[Key, list[StatedTicket]]:
    """The tickets that bear each label and each priority, by the name of the question about it."""
    found: dict[Key, list[StatedTicket]] = {}
    for ticket in tickets:
        for key in (*ticket.labels, _priority_key(ticket)):
            found.setdefault(key, []).append(ticket)
    return found


def _left(
    ticket: StatedTicket, groups: Mapping[Key, Sequence[StatedTicket]], topics: Mapping[str, Topic], asking: Asking
) -> Reason | None:
    """Why a ticket is set aside: by its own name, by a label, by its priority."""
    own = left_out(ticket, asking)
    if own:
        return own
    for label in ticket.labels:
        form = topics[label.topic].words
        words, together = form.format(f'"{label.value}"'), form.format("…")
        if asking.one(Question(label, words, "choice", _COUNTS, "", about(groups[label]), together)) == LEAVE_OUT:
            return f'{label.topic} "{label.value}"', asking.because(label)
    if _priority(ticket, groups[_priority_key(ticket)], asking) == LEAVE_OUT:
        return f'priority "{ticket.priority}"', asking.because(_priority_key(ticket))
    return None


def _priority_key(ticket: StatedTicket) -> Key:
    return "priority", ticket.priority


def _priority(ticket: StatedTicket, like: Sequence[StatedTicket], asking: Asking) -> str | None:
    """The priority in the policy's name; `like`: the tickets of the same priority."""
    key, words = _priority_key(ticket), f'Which priority of the policy is "{ticket.priority}"?'
    return asking.one(Question(key, words, "text", _LEAVE, _PRIORITY, about(like), _PRIORITIES))


def _names(tickets: Sequence[StatedTicket]) -> list[str]:
    return list(dict.fromkeys(turn.name for ticket in tickets for turn in ticket.states))


def _state(name: str, tickets: Sequence[StatedTicket], asking: Asking) -> str | None:
    """What it means that a ticket comes into a state."""
    inside = [ticket for ticket in tickets if any(turn.name == name for turn in ticket.states)]
    words = f'What does it mean that a ticket comes into the state "{name}"?'
    return asking.one(Question(("state", name), words, "text", _STATE, f"a step: {STEP}", about(inside), _STATES))


def _step_names(tickets: Sequence[StatedTicket]) -> list[str]:
    return list(dict.fromkeys(name for ticket in tickets for name, _ in ticket.steps))


def _step(name: str, tickets: Sequence[StatedTicket], asking: Asking) -> str | None:
    having = [ticket for ticket in tickets if any(step == name for step, _ in ticket.steps)]
    return asking.one(step_question(name, having))


def _further(ticket: StatedTicket) -> tuple[Said, ...]:
    """The times of its states, waits and steps."""
    turns = [Said(turn.name, turn.stamp) for turn in ticket.states]
    waits = [Said(wait.name, stamp) for wait in ticket.waits or () for stamp in (wait.start, wait.end) if stamp]
    return (*turns, *waits, *(Said(name, stamp) for name, stamp in ticket.steps if stamp))


def _fate(
    ticket: StatedTicket,
    states: Mapping[str, str | None],
    steps: Mapping[str, str | None],
    times: Times,
    asking: Asking,
) -> Fate:
    opened = times.pick("opened", ticket, ticket.opened)
    if opened is None:
        if not ticket.opened:
            times.ask_own("opened", ticket)
        return Fate(ticket)
    plain: dict[str, Any] = {
        "id": record_name(ticket),
        "priority": _priority(ticket, (ticket,), asking) or "",
        "opened": shown_in_utc(opened),
        **_steps(ticket, states, steps, times),
        "source": ticket.origin.words(),
    }
    pauses = tuple(_pauses(ticket, states, times))
    return Fate(ticket, (Made("tickets", plain, ticket.origin), *pauses))


def _steps(
    ticket: StatedTicket, states: Mapping[str, str | None], steps: Mapping[str, str | None], times: Times
) -> dict[str, str | None]:
    """The steps of the policy, each at the first time that it happened; null where it is known not to have."""
    found: dict[str, int | None] = {}
    for answer in states.values():
        if answer and answer not in (RUNS, PAUSES):
            found.setdefault(answer, None)
    happened = [(states[turn.name], turn.name, turn.stamp) for turn in ticket.states]
    for step, name, stamp in (*happened, *((steps[name], name, stamp) for name, stamp in ticket.steps)):
        if step and step not in (RUNS, PAUSES, LEAVE_OUT):
            at = _at(ticket, name, stamp, times)
            earlier = found.get(step)
            found[step] = at if earlier is None else earlier if at is None else min(earlier, at)
    return {name: shown_in_utc(at) for name, at in found.items()}


def _pauses(ticket: StatedTicket, states: Mapping[str, str | None], times: Times) -> Iterator[Made]:
    """The times in which the ticket waited: from coming into such a state to coming into another, or as it is said."""
    following = [*ticket.states, None][1:]
    waits = [
        Wait(turn.name, turn.stamp, after.stamp if after else None)
        for turn, after in zip(ticket.states, following, strict=True)
        if states[turn.name] == PAUSES
    ]
    for wait in (*waits, *(ticket.waits or ())):
        start, end = (_at(ticket, wait.name, stamp, times) for stamp in (wait.start, wait.end))
        if start is not None and start != end:
            plain = {
                "ticket": record_name(ticket),
                "state": small_name(wait.name),
                "start": shown_in_utc(start),
                "end": shown_in_utc(end),
                "source": ticket.origin.words(),
            }
            yield Made("pauses", plain, ticket.origin)


def _at(ticket: StatedTicket, name: str, stamp: Stamp | None, times: Times) -> int | None:
    return None if stamp is None else times.instant(Said(name, stamp), ticket, None)


def small_name(text: str) -> str:
    """A name as timelines have it: `Awaiting User Info` is `awaiting_user_info`."""
    return re.sub(r"[^0-9a-z]+", "_", text.casefold()).strip("_") or text
