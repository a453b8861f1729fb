"""Pauses of tickets in a report: told with the target whose clock stood still, with names and without."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.result import Result
from sla_dsl.faces.reporting.forms import written
from sla_dsl.faces.reporting.making import report_of
from tests.faces.reporting.reports import words
from tests.faces.running import result

POLICY = """Agreement "Test".
The time zone is UTC.
The period is each calendar quarter.
High is a priority: "high".
Answer is a step on tickets recorded as Answered: "an answer".
Siesta is a pause of tickets recorded as Awaiting Customer: "the customer has to answer".
Answer is due on a High ticket within 4 hours after it is opened, not counting Siesta.
"""


def paused() -> Result:
    """A ticket that is in time because its clock stood still."""
    ticket = {"id": "T-1", "priority": "high", "opened": "2026-03-06T10:00:00Z", "answered": "2026-03-06T16:00:00Z"}
    pause = {
        "ticket": "T-1",
        "state": "awaiting_customer",
        "start": "2026-03-06T11:00:00Z",
        "end": "2026-03-06T13:10:00Z",
    }
    plain: dict[str, Any] = {"format": "sla-timeline/1", "account": "a", "incidents": [], "tickets": [ticket]}
    return result({**plain, "pauses": [pause]}, "2026-Q1", of=read_policy(POLICY).require())


def test_they_stand_with_their_target() -> None:
    (target,) = report_of(paused()).periods[0].tickets[0].targets
    assert (target.verdict, target.pauses) == ("met", ("not counted: 2 hours 10 min of Siesta",))


@pytest.mark.parametrize("form", ["html", "md", "csv"])
def test_every_form_tells_them(form: str) -> None:
    assert "not counted: 2 hours 10 min of Siesta" in " ".join(written(report_of(paused()), form).decode().split())


def test_without_names_the_clock_stands_still_as_well() -> None:
    hidden = report_of(paused(), incognito=True)
    (target,) = hidden.periods[0].tickets[0].targets
    assert (target.verdict, target.pauses) == ("met", ("not counted: 2 hours 10 min of Pause A",))
    assert "Siesta" not in words(hidden)
