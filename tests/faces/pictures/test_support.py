"""Support tickets in words: what was due when, and whether it came in time."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.branches import drawn
from sla_dsl.faces.pictures.support import support_branches, support_lines, targets_of
from tests.faces.running import policy, result

AS_OF = "2026-04-10T00:00:00Z"
FRIDAY = {"id": "T-1", "priority": "high", "opened": "2026-03-06T16:30:00Z"}


def _plain(*tickets: dict[str, Any], as_of: str = AS_OF) -> dict[str, Any]:
    return {"format": "sla-timeline/1", "account": "a", "as_of": as_of, "incidents": [], "tickets": list(tickets)}


def _lines(*tickets: dict[str, Any], as_of: str = AS_OF) -> list[str]:
    period = result(_plain(*tickets, as_of=as_of), "2026-Q1", of=policy("rich.sla")).periods[0]
    return list(laid_out(support_lines(period), None))


@pytest.mark.parametrize(
    ("steps", "answer", "repair"),
    [
        (
            {"answered": "2026-03-09T10:30:00Z", "repaired": "2026-03-11T23:59:59Z"},
            "Answer, due by 2026-03-09 10:30: met, done 2026-03-09 10:30 (§ 7)",
            "Repair, due by 2026-03-12 00:00: met, done 2026-03-11 23:59:59 (§ 7)",
        ),
        (
            {"answered": "2026-03-09T10:30:01Z", "repaired": None},
            "Answer, due by 2026-03-09 10:30: missed, done 2026-03-09 10:30:01 (§ 7)",
            "Repair, due by 2026-03-12 00:00: missed, not done (§ 7)",
        ),
        (
            {"answered": None, "repaired": None},
            "Answer, due by 2026-03-09 10:30: missed, not done (§ 7)",
            "Repair, not due yet: still open (§ 7)",
        ),
        (
            {},
            "Answer, due by 2026-03-09 10:30: not known, for the timeline does not say whether it was done (§ 7)",
            "Repair, not due yet: not known, for the timeline does not say whether it was done (§ 7)",
        ),
    ],
)
def test_verdicts(steps: dict[str, str | None], answer: str, repair: str) -> None:
    assert _lines({**FRIDAY, **steps}) == [
        "  T-1: High, opened 2026-03-06 16:30",
        f"    {answer}",
        f"    {repair}",
    ]


def test_still_open() -> None:
    lines = _lines({**FRIDAY, "answered": None, "repaired": None}, as_of="2026-03-09T10:30:00Z")
    assert lines[1] == "    Answer, due by 2026-03-09 10:30: still open (§ 7)"


def test_several_tickets_are_counted_together() -> None:
    done = {"answered": "2026-03-09T10:00:00Z", "repaired": "2026-03-10T10:00:00Z"}
    second = {**FRIDAY, "id": "T-2", "answered": None, "repaired": None}
    assert _lines({**FRIDAY, **done}, second)[-1] == "  Together: 2 met, 1 missed, 1 pending."


def test_tickets_of_other_periods_are_not_shown() -> None:
    assert _lines({**FRIDAY, "opened": "2025-12-31T23:59:59Z"}) == []


def test_as_branches() -> None:
    period = result(_plain({**FRIDAY, "answered": None}), "2026-Q1", of=policy("rich.sla")).periods[0]
    (ticket,) = support_branches(period)
    assert next(laid_out(drawn(ticket, set()), None)) == "Ticket T-1: High, opened 2026-03-06 16:30"
    assert [len(targets) for targets in targets_of(period).values()] == [2]


# ---------------------------------------------------------------- pauses

_PAUSED = """Agreement "Test".
The time zone is UTC.
The period is each calendar quarter.
High is a priority: "high".
Answer is a step on tickets recorded as Answered: "an answer".
Waiting is a pause of tickets recorded as Awaiting Customer: "the customer has to answer".
Answer is due on a High ticket within 4 hours after it is opened, not counting Waiting.
"""
OPENED = {"id": "T-1", "priority": "high", "opened": "2026-03-06T10:00:00Z"}


def _paused(*pauses: tuple[str, str | None], given: bool = True, **steps: str | None) -> list[str]:
    """The lines of the ticket's only target, with these pauses."""
    plain = _plain({**OPENED, **steps})
    if given:
        plain["pauses"] = [
            {"ticket": "T-1", "state": "awaiting_customer", "start": start, "end": end} for start, end in pauses
        ]
    period = result(plain, "2026-Q1", of=read_policy(_PAUSED).require()).periods[0]
    (ticket,) = support_branches(period)
    assert [line.strip() for line in laid_out(drawn(ticket, set()), None)][1:2] == [
        f"└─ {line.strip()}" for line in list(laid_out(support_lines(period), None))[1:2]
    ]
    return [line.strip() for line in laid_out(support_lines(period), None)][1:]


def test_what_is_not_counted_is_told() -> None:
    assert _paused(("2026-03-06T11:00:00Z", "2026-03-06T13:10:00Z"), answered="2026-03-06T16:00:00Z") == [
        "Answer, due by 2026-03-06 16:10: met, done 2026-03-06 16:00",
        "not counted: 2 hours 10 min of Waiting",
    ]
    assert _paused(answered=None) == ["Answer, due by 2026-03-06 14:00: missed, not done"]


def test_a_clock_that_is_stopped_is_told() -> None:
    assert _paused(("2026-03-06T11:00:00Z", None), answered=None) == [
        "Answer, not due yet: still open",
        "not counted: 829 hours of Waiting",
        "its clock is stopped, for Waiting goes on",
    ]


def test_only_the_pauses_that_were_are_named() -> None:
    both = _PAUSED.replace("not counting Waiting.", "not counting Waiting, Parked or Away.")
    both += "".join(f'{name} is a pause of tickets recorded as {name}: "it is".\n' for name in ("Parked", "Away"))
    plain = _plain({**OPENED, "answered": None})
    plain["pauses"] = [
        {"ticket": "T-1", "state": "away", "start": "2026-03-06T11:00:00Z", "end": "2026-03-06T12:00:00Z"},
        {"ticket": "T-1", "state": "parked", "start": "2026-04-10T00:00:00Z", "end": None},
        {"ticket": "T-1", "state": "parked", "start": "2026-03-06T11:30:00Z", "end": None},
    ]
    period = result(plain, "2026-Q1", of=read_policy(both).require()).periods[0]
    assert [line.strip() for line in laid_out(support_lines(period), None)][2:] == [
        "not counted: 829 hours of Away or Parked",
        "its clock is stopped, for Parked goes on",
    ]


def test_what_is_not_known_without_the_list_of_pauses_is_told() -> None:
    missing = "this cannot be said without the list of pauses"
    due = "Answer, due at a time that is not known"
    assert _paused(given=False, answered="2026-03-06T14:00:00Z") == [f"{due}: met, done 2026-03-06 14:00", missing]
    unsure = f"{due}: not known whether in time"
    assert _paused(given=False, answered="2026-03-06T15:00:00Z") == [f"{unsure}, done 2026-03-06 15:00", missing]
    assert _paused(given=False, answered=None) == [f"{unsure}, not done", missing]
    unsaid = "not known, for the timeline does not say whether it was done"
    assert _paused(given=False) == [f"{due}: {unsaid}", missing]
