from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.asked import asked_years
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import CREDIT, DOWNTIME, SUPPORT, charge, incident, result, ticket, timeline

OFFICE = "Office means Monday to Friday from 09:00 to 17:00 holidays included.\n"
HOURS = DOWNTIME.replace("because of Failure or Work.", "because of Failure or Work within Office.") + OFFICE
TARGETS = SUPPORT + "Reply is due on an Urgent ticket within 20 Business hours after it is opened.\n"
CLAIMS = (
    CREDIT
    + OFFICE
    + "Rebate must be claimed within 5 Office days after the end of the period, and one claim opens the period.\n"
)
DOWN = incident("04 10:00-20:00")
FEE = [charge("100")]


def asked(text: str, *incidents: Incident, periods: tuple[str, ...] = ("2026-03",), **lists: Any) -> Any:
    return asked_years(result(text, timeline(*incidents, **lists), *periods))


def test_a_policy_without_calendars_asks_none() -> None:
    assert asked(DOWNTIME, DOWN) == {}


def test_the_hours_of_a_measure_are_asked_in_every_period() -> None:
    assert asked(HOURS) == {"office": [2026]}
    assert asked(HOURS, periods=("2025-12", "2026-01", "2026-02")) == {"office": [2025, 2026]}


def test_a_calendar_that_nothing_reads_is_not_asked() -> None:
    assert asked(DOWNTIME + OFFICE, DOWN) == {}


@pytest.mark.parametrize(
    ("tickets", "expected"),
    [
        ([], {}),
        ([ticket("04 10:00", replied=None)], {"business": [2026]}),
        ([ticket("2026-06-04 10:00", replied=None)], {}),
        ([ticket("04 10:00", "low", replied=None)], {}),
    ],
)
def test_support_targets_ask_for_the_tickets_that_they_judge(tickets: list[Any], expected: dict[str, Any]) -> None:
    assert asked(TARGETS + 'Low is a priority: "low".\n', tickets=tickets) == expected


def test_a_ticket_that_is_due_in_the_next_year() -> None:
    late = [ticket("2026-12-31 16:00", replied=None)]
    assert asked(TARGETS, tickets=late, periods=("2026-12",)) == {"business": [2026, 2027]}


def test_a_target_that_does_not_run_yet_asks_nothing() -> None:
    text = TARGETS.replace("it is opened", "Repair")
    assert asked(text, tickets=[ticket("04 10:00", replied=None, repaired=None)]) == {}
    assert asked(text, tickets=[ticket("04 10:00", replied=None, repaired="05 10:00")]) == {"business": [2026]}


def test_a_claim_asks_where_there_is_something_to_claim() -> None:
    assert asked(CLAIMS, DOWN, charges=FEE) == {"office": [2026]}
    assert asked(CLAIMS, charges=FEE) == {}


def test_the_last_day_of_a_claim_may_lie_in_the_next_year() -> None:
    december = incident("2026-12-04 10:00 - 2026-12-04 20:00")
    assert asked(CLAIMS, december, charges=FEE, periods=("2026-12",)) == {"office": [2026, 2027]}


def test_a_claim_whose_last_day_is_not_known_asks_for_its_period() -> None:
    text = CLAIMS.replace("after the end of the period", "after the end of an outage of Downtime")
    text += "Incidents of Downtime that overlap or touch are one outage.\n"
    lasting = incident("04 10:00-20:00")._replace(end=None)
    assert asked(text, lasting, charges=FEE, as_of="20 00:00") == {"office": [2026]}


def test_days_of_the_calendar_of_all_ask_no_calendar() -> None:
    assert asked(CLAIMS.replace("5 Office days", "5 days"), DOWN, charges=FEE) == {}
