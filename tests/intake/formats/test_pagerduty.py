"""PagerDuty's incidents, as failures and as tickets, and its planned work."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import equation, errors, open_names, records
from tests.intake.exports import made, made_with

PLAIN: dict[str, Any] = {
    "id": "Q1",
    "status": "resolved",
    "urgency": "high",
    "priority": {"summary": "P1"},
    "created_at": "2025-02-17T23:19:05Z",
    "resolved_at": "2025-02-17T23:27:00Z",
    "last_status_change_at": "2025-02-17T23:27:00Z",
    "service": {"summary": "Shop"},
    "acknowledgements": [],
    "incident_number": 1,
}
NEW = {**PLAIN, "status": "triggered", "resolved_at": None, "last_status_change_at": PLAIN["created_at"]}
SEEN = {
    **NEW,
    "status": "acknowledged",
    "acknowledgements": [{"at": "2025-02-17T23:25:00Z"}, {"at": "2025-02-17T23:21:00Z"}],
}
FAILURE: dict[Key, str] = {
    ("incident",): "a failure",
    ("urgency", "high"): "counts",
    ("priority.summary", "P1"): "counts",
    ("service", "Shop"): "shop",
}
TICKET: dict[Key, str] = {
    ("incident",): "a ticket",
    ("service_of", "Shop"): "counts",
    ("priority", "P1"): "urgent",
    ("step", "acknowledgements.at"): "responded",
    ("step", "resolved_at"): "solved",
}
WINDOW = {
    "id": "W1",
    "start_time": "2025-03-01T20:00:00-05:00",
    "end_time": "2025-03-01T22:00:00-05:00",
    "services": [{"summary": "Shop"}],
}


def ticket(raw: dict[str, Any]) -> dict[str, Any]:
    [one] = records(made_with("pagerduty", ([raw],), TICKET), "tickets")
    return {name: value for name, value in one.items() if name not in ("source", "id")}


def test_what_an_incident_is_is_asked_first() -> None:
    found = made("pagerduty", [PLAIN])
    assert open_names(found) == ["incident"]
    answers = [choice.answer for choice in found.questions[0].choices]
    assert answers == ["a failure", "a ticket"]


def test_an_incident_as_a_failure() -> None:
    [one] = records(made_with("pagerduty", ([PLAIN],), FAILURE))
    assert (one["id"], one["service"], one["end"]) == ("Q1", "shop", "2025-02-17T23:27:00Z")
    [going] = records(made_with("pagerduty", ([SEEN],), FAILURE))
    assert going["end"] is None


def test_an_incident_as_a_ticket() -> None:
    opened = {"priority": "urgent", "opened": "2025-02-17T23:19:05Z"}
    assert ticket(PLAIN) == {**opened, "solved": "2025-02-17T23:27:00Z"}
    assert ticket(NEW) == {**opened, "responded": None, "solved": None}
    assert ticket(SEEN) == {**opened, "responded": "2025-02-17T23:21:00Z", "solved": None}


def test_an_acknowledgement_that_was_dropped_is_not_known() -> None:
    again = {**NEW, "last_status_change_at": "2025-02-17T23:50:00Z"}
    assert "responded" not in ticket(again)
    found = made_with("pagerduty", ([PLAIN, SEEN | {"id": "Q2"}],), TICKET)
    assert found.timeline is not None
    assert any("keeps acknowledgements only as long" in note for note in found.timeline["notes"])


def test_an_acknowledgement_is_no_report() -> None:
    found = made_with("pagerduty", ([SEEN],), FAILURE)
    assert found.timeline is not None
    assert "reports" not in found.timeline


def test_without_a_priority_the_urgency_is_what_there_is() -> None:
    bare = {**NEW, "priority": None}
    assert open_names(made_with("pagerduty", ([bare],), TICKET)) == ['priority."no priority, urgency high"']
    assert open_names(made("pagerduty", [bare], incident="a failure")) == ['urgency."high"', 'service."Shop"']


def test_a_merged_incident_is_asked_about() -> None:
    merged = {**PLAIN, "resolve_reason": {"type": "merge_resolve_reason"}}
    assert open_names(made_with("pagerduty", ([merged],), FAILURE)) == ['resolve_reason."merge_resolve_reason"']


def test_pages_in_their_envelope() -> None:
    first, last = {"incidents": [PLAIN], "more": True}, {"incidents": [{**PLAIN, "id": "Q2"}], "more": False}
    assert equation(made_with("pagerduty", (first, last), FAILURE)) == (2, 2, 0, 0)
    assert open_names(made_with("pagerduty", (first,), FAILURE)) == ["records"]


def test_a_page_that_is_missing_is_found_by_the_offsets() -> None:
    pages = [
        {"incidents": [{**PLAIN, "id": f"Q{at}"}, {**PLAIN, "id": f"R{at}"}], "offset": at, "more": at < 4}
        for at in (0, 2, 4)
    ]
    first, second, last = pages
    assert equation(made_with("pagerduty", (last, first, second), FAILURE)) == (6, 6, 0, 0)
    for given, which in (((first, last), "records 3 to 4"), ((second, last), "records 1 to 2")):
        found = made_with("pagerduty", given, FAILURE)
        assert found.timeline is None
        assert [which in finding.message for finding in found.findings] == [True]
    windows = {"maintenance_windows": [WINDOW], "offset": 1, "more": False}
    assert errors(made_with("pagerduty", (first, second, last, windows), FAILURE)) == [("export-form", "")]


def test_that_all_planned_work_is_there_says_nothing_of_the_incidents() -> None:
    first = {"incidents": [PLAIN], "offset": 0, "more": True}
    windows = {"maintenance_windows": [WINDOW], "offset": 0, "more": False}
    answers: dict[Key, str] = {**FAILURE, ("planned",): "not down"}
    assert open_names(made_with("pagerduty", (first, windows), answers)) == ["records"]


def test_planned_work() -> None:
    answers: dict[Key, str] = {("service", "Shop"): "shop", ("planned",): "not down"}
    [window] = records(made_with("pagerduty", ({"maintenance_windows": [WINDOW]},), answers), "maintenance")
    assert (window["start"], window["end"]) == ("2025-03-02T01:00:00Z", "2025-03-02T03:00:00Z")
    assert "announced" not in window


@pytest.mark.parametrize(
    "value", [{"page": {"name": "x"}, "incidents": []}, {"alerts": []}, [{"id": "1", "begin": "x"}], {}, 3]
)
def test_other_files_are_one_finding(value: object) -> None:
    assert [code for code, _ in errors(made("pagerduty", value))] == ["export-form"]


def test_what_is_wrong_has_its_place() -> None:
    broken = {**PLAIN, "urgency": None, "service": "Shop", "created_at": "now"}
    assert {place for _, place in errors(made("pagerduty", [broken], incident="a failure"))} == {
        "[0].urgency",
        "[0].service",
        "[0].created_at",
    }
    seen = {**SEEN, "acknowledgements": [{}]}
    places = {place for _, place in errors(made("pagerduty", [seen], incident="a ticket"))}
    assert places == {"[0].acknowledgements[0].at"}
