"""When tickets waited: by their states, by what the export says itself, and not said at all."""

from __future__ import annotations

from typing import Any

from sla_dsl.intake.stated import StatedTicket, Turn, Wait
from tests.intake.trying import imported, questions, stamp, ticket, timeline

ANSWERS = {'priority."1 - Critical"': "urgent", 'state."Open"': "the clock runs", 'state."Asking"': "the clock stops"}


def turns(*states: str) -> tuple[Turn, ...]:
    """States such as `Open 10:00`."""
    return tuple(Turn(name, stamp(f"04 {at}")) for name, at in (state.split() for state in states))


def wait(start: str, end: str = "") -> Wait:
    return Wait("Reply Time", stamp(f"04 {start}"), stamp(f"04 {end}") if end else None)


def pauses(*tickets: StatedTicket, **answers: str) -> list[tuple[Any, ...]] | None:
    found = timeline(*tickets, answers={**ANSWERS, **answers})
    return [tuple(one.values())[:4] for one in found["pauses"]] if "pauses" in found else None


def test_the_states_of_a_ticket_make_its_pauses() -> None:
    assert pauses(ticket(states=turns("Open 10:00", "Asking 10:05", "Open 10:20"))) == [
        ("T-0", "asking", "2026-03-04T10:05:00Z", "2026-03-04T10:20:00Z")
    ]


def test_a_pause_without_length_is_none() -> None:
    assert pauses(ticket(states=turns("Open 10:00", "Asking 10:05", "Open 10:05"))) == []


def test_what_the_export_says_of_waits_is_taken_as_it_is() -> None:
    known = ticket(waits=(wait("10:05", "10:20"), wait("10:30")))
    assert pauses(known, as_of="2026-03-05T00:00:00Z") == [
        ("T-0", "reply_time", "2026-03-04T10:05:00Z", "2026-03-04T10:20:00Z"),
        ("T-0", "reply_time", "2026-03-04T10:30:00Z", None),
    ]


def test_no_waits_are_known_where_the_export_tells_them_and_not_where_it_does_not() -> None:
    assert pauses(ticket(waits=())) == []
    assert pauses(ticket(states=turns("Open 10:00"))) == []
    assert pauses(ticket()) is None


def test_some_that_tell_and_some_that_do_not_are_a_question() -> None:
    both = ticket(0, waits=()), ticket(1)
    asked = imported(*both, answers=ANSWERS)
    assert questions(asked) == ["no_pauses"]
    assert asked.questions[0].about == "export.json, tickets[1]"
    assert pauses(*both, no_pauses="they did not wait") == []
    left = imported(*both, answers={**ANSWERS, "no_pauses": "leave out"})
    assert left.tally is not None
    assert left.tally.aside == {"a ticket of which nobody says when it waited (so it is)": 1}


def test_a_ticket_that_is_left_out_anyway_is_not_asked_about() -> None:
    both = ticket(0, waits=()), ticket(1, priority="2 - High")
    assert questions(imported(*both, answers={**ANSWERS, 'priority."2 - High"': "leave out"})) == []


def test_the_local_times_of_waits_need_a_zone() -> None:
    local = Wait("Reply Time", stamp("local 04 10:05"), stamp("local 04 10:20"))
    assert questions(imported(ticket(waits=(local,)), answers=ANSWERS)) == ["zone"]
