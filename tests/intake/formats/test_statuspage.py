"""Statuspage: pages as they are now, as they were, and as others write them."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import errors, open_names, records
from tests.intake.exports import made, made_with

PAGE = {"name": "Acme", "time_zone": "Etc/UTC", "updated_at": "2026-04-01T06:00:00Z"}
PLAIN: dict[str, Any] = {
    "id": "k3v9",
    "status": "resolved",
    "impact": "major",
    "created_at": "2026-03-04T10:00:00Z",
    "started_at": "2026-03-04T10:00:00Z",
    "resolved_at": "2026-03-04T11:00:00Z",
    "components": [{"name": "Web"}],
    "incident_updates": [{"status": "resolved", "affected_components": None}],
}
WORK: dict[str, Any] = {
    **PLAIN,
    "impact": "maintenance",
    "status": "completed",
    "scheduled_for": "2026-03-10T02:00:00Z",
    "scheduled_until": "2026-03-10T04:00:00Z",
    "resolved_at": None,
}
ANSWERS: dict[Key, str] = {("impact", "major"): "counts", ("service", "Web"): "web"}
PLANNED: dict[Key, str] = {("status", "completed"): "counts", ("planned",): "not down", ("service", "Web"): "web"}


def page(*incidents: dict[str, Any], **lists: Any) -> dict[str, Any]:
    return {"page": PAGE, "incidents": list(incidents), **lists}


def test_an_incident() -> None:
    [one] = records(made_with("statuspage", (page(PLAIN),), ANSWERS))
    assert (one["service"], one["end"]) == ("web", "2026-03-04T11:00:00Z")


@pytest.mark.parametrize("status", ["resolved", "postmortem"])
def test_an_incident_that_is_over_and_has_no_end(status: str) -> None:
    over = {**PLAIN, "status": status, "resolved_at": None}
    assert open_names(made_with("statuspage", (page(over),), ANSWERS)) == ["no_end"]


def test_an_incident_whose_postmortem_was_written_has_its_end() -> None:
    [one] = records(made_with("statuspage", (page({**PLAIN, "status": "postmortem"}),), ANSWERS))
    assert one["end"] == "2026-03-04T11:00:00Z"


WATCHED = {**PLAIN, "status": "monitoring", "monitoring_at": "2026-03-04T10:40:00Z", "resolved_at": None}


def test_an_incident_whose_fix_is_watched_is_not_over_unless_somebody_says_so() -> None:
    [end] = made_with("statuspage", (page(WATCHED),), ANSWERS).questions
    assert end.key == ("end",)
    assert "when a fix began to be watched" in end.words
    assert [choice.answer for choice in end.choices] == ["monitoring_at", "still going on"]


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        ("monitoring_at", "2026-03-04T10:40:00Z"),
        ("still going on", None),
        ("resolved_at", None),
        ("resolved_at, else monitoring_at", "2026-03-04T10:40:00Z"),
    ],
)
def test_the_end_of_an_incident_whose_fix_is_watched(answer: str, end: str | None) -> None:
    both = page({**PLAIN, "id": "b", "monitoring_at": "2026-03-04T10:30:00Z"}, WATCHED)
    known: dict[Key, str] = {**ANSWERS, ("end",): answer, ("as_of",): "2026-03-05T00:00:00Z"}
    if answer == "still going on":
        known["record", "b", "end"] = "2026-03-04T10:30:00Z"
    found = made_with("statuspage", (both,), known)
    assert (open_names(found), errors(found)) == ([], [])
    assert {one["id"]: one["end"] for one in records(found)}["k3v9"] == end


def test_a_message_of_no_length_is_kept() -> None:
    [one] = records(made_with("statuspage", (page({**PLAIN, "resolved_at": PLAIN["started_at"]}),), ANSWERS))
    assert one["start"] == one["end"]


def test_components_of_the_updates_count_only_where_the_record_names_none() -> None:
    updates = [{"affected_components": None}, {"affected_components": [{"name": "Web"}, {"name": "Mail"}]}]
    named = {**PLAIN, "components": [{"name": "Mail"}], "incident_updates": updates}
    assert open_names(made_with("statuspage", (page(named),), ANSWERS)) == ['service."Mail"']
    bare = {**named, "components": []}
    assert open_names(made_with("statuspage", (page(bare),), ANSWERS)) == ['service."Mail"']
    silent = {**bare, "incident_updates": None, "components": None}
    assert open_names(made_with("statuspage", (page(silent),), ANSWERS)) == ['service."(not named)"']


def test_planned_work_among_the_incidents() -> None:
    found = made_with("statuspage", (page(PLAIN, {**WORK, "id": "w"}),), {**ANSWERS, **PLANNED})
    [window] = records(found, "maintenance")
    assert (window["start"], window["end"]) == ("2026-03-10T02:00:00Z", "2026-03-10T04:00:00Z")
    assert window["announced"] == PLAIN["created_at"]
    assert [one["id"] for one in records(found)] == ["k3v9"]


def test_planned_work_without_a_window_has_only_the_time_of_its_notice() -> None:
    bare = {**WORK, "scheduled_for": None, "scheduled_until": None, "resolved_at": "2026-03-10T04:00:00Z"}
    [start] = made_with("statuspage", (page(bare),), PLANNED).questions
    assert start.key == ("planned_start",)
    assert "started_at: of planned work it is the time of the notice" in start.words
    answers = [choice.answer for choice in start.choices]
    assert answers == ["started_at", "created_at", "each by itself"]


@pytest.mark.parametrize(("status", "asked"), [("completed", []), ("in_progress", ["planned_end"])])
def test_until_it_is_over_the_end_of_a_window_is_a_plan(status: str, asked: list[str]) -> None:
    found = made_with("statuspage", (page({**WORK, "status": status}),), {**PLANNED, ("status", status): "counts"})
    assert open_names(found) == asked
    assert not asked or "the page does not yet say that it is" in found.questions[0].words


def test_planned_work_that_ended_at_another_time_than_planned() -> None:
    early = {**WORK, "resolved_at": "2026-03-10T03:10:00Z"}
    [end] = made_with("statuspage", (page(early),), PLANNED).questions
    assert [choice.answer for choice in end.choices] == ["scheduled_until", "resolved_at"]


def test_a_full_page_is_noted() -> None:
    found = made_with("statuspage", (page(*({**PLAIN, "id": f"i{number}"} for number in range(50))),), ANSWERS)
    assert found.timeline is not None
    note = "export.json has 50 records in one list, which is as many as a page gives at once"
    assert [note in text for text in found.timeline["notes"]].count(True) == 1


def test_a_summary_holds_both_lists() -> None:
    summary = {"components": [{"name": "Web", "status": "operational"}], "scheduled_maintenances": [WORK]}
    found = made_with("statuspage", (page(PLAIN, **summary),), {**ANSWERS, **PLANNED})
    assert (len(records(found)), len(records(found, "maintenance"))) == (1, 1)


@pytest.mark.parametrize("value", [{"page": "x", "incidents": []}, {"page": PAGE}, {"page": PAGE, "incidents": None}])
def test_a_page_without_what_it_should_have(value: object) -> None:
    assert "export-form" in [code for code, _ in errors(made("statuspage", value))]


def test_what_is_wrong_has_its_place() -> None:
    broken = {**PLAIN, "components": [{"name": 3}, {}], "impact": [], "started_at": "today"}
    places = {"incidents[0].components[1].name", "incidents[0].impact", "incidents[0].started_at"}
    assert {place for _, place in errors(made("statuspage", page(broken)))} == places
