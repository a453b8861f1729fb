"""Support tickets in words: what was due when, and whether it came in time."""

from __future__ import annotations

from typing import Any

import pytest

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
