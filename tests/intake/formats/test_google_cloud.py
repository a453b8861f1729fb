"""Google Cloud's incidents."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import equation, errors, open_names, records
from tests.intake.exports import made, made_with

PLAIN: dict[str, Any] = {
    "id": "a",
    "begin": "2021-12-21T12:31:14+00:00",
    "created": "2021-12-21T13:07:19+00:00",
    "end": "2021-12-21T14:03:27+00:00",
    "status_impact": "SERVICE_OUTAGE",
    "severity": "high",
    "service_name": "Multiple Products",
    "affected_products": [{"title": "Cloud Run", "id": "1"}, {"title": "Cloud SQL", "id": "2"}],
}
ANSWERS: dict[Key, str] = {
    ("status_impact", "SERVICE_OUTAGE, severity high"): "counts",
    ("service", "Cloud Run"): "run",
    ("service", "Cloud SQL"): "sql",
    ("start",): "begin",
}


def there(*ids: str) -> list[dict[str, str]]:
    return [{"id": one, "title": one.title()} for one in ids]


FAR = {**PLAIN, "id": "far", "updates": [{"affected_locations": there("asia-east1")}]}
NEAR = {
    **PLAIN,
    "id": "near",
    "previously_affected_locations": there("us-central1"),
    "currently_affected_locations": there("asia-east1"),
}


def test_each_product_is_a_service() -> None:
    found = records(made_with("google-cloud", ([PLAIN],), ANSWERS))
    assert [(one["id"], one["start"]) for one in found] == [
        ("a/run", "2021-12-21T12:31:14Z"),
        ("a/sql", "2021-12-21T12:31:14Z"),
    ]


def test_when_it_was_posted_is_another_start() -> None:
    found = records(made_with("google-cloud", ([PLAIN],), {**ANSWERS, ("start",): "created"}))
    assert found[0]["start"] == "2021-12-21T13:07:19Z"


@pytest.mark.parametrize(
    ("name", "service"),
    [("Multiple Products", 'service."(not named)"'), ("Eventarc", 'service."Eventarc"'), (None, None)],
)
def test_without_a_list_of_products_the_one_name_is_the_service(name: str | None, service: str | None) -> None:
    bare = {**PLAIN, "affected_products": [], "service_name": name}
    assert (service or 'service."(not named)"') in open_names(made("google-cloud", [bare]))


@pytest.mark.parametrize(("status", "open_still"), [("SERVICE_OUTAGE", True), ("AVAILABLE", False)])
def test_without_an_end_the_last_note_says_whether_it_goes_on(status: str, open_still: bool) -> None:
    endless = {**PLAIN, "end": "", "most_recent_update": {"status": status, "when": "2021-12-21T14:03:27+00:00"}}
    found = made_with("google-cloud", ([endless],), ANSWERS)
    assert open_names(found) == ([] if open_still else ["no_end"])
    assert not open_still or [one["end"] for one in records(found)] == [None, None]


def test_locations_are_asked_about_where_they_are_named() -> None:
    assert "locations" not in open_names(made("google-cloud", [PLAIN]))
    [question] = made_with("google-cloud", ([PLAIN, FAR, NEAR],), ANSWERS).questions
    assert (question.key, question.about) == (("locations",), "2 records, the first at export.json, [1]")


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("all", ["a", "far", "near"]), ("us-central1", ["a", "near"]), ("asia-east1", ["a", "far", "near"])],
)
def test_records_of_other_locations_are_set_aside(answer: str, kept: list[str]) -> None:
    found = made_with("google-cloud", ([PLAIN, FAR, NEAR],), {**ANSWERS, ("locations",): answer})
    assert list(dict.fromkeys(one["id"].split("/")[0] for one in records(found))) == kept
    assert equation(found) == (3, len(kept), 3 - len(kept), 0)
    assert found.tally is not None
    assert list(found.tally.aside) in ([], [f"none of its locations is {answer} (so it is)"])


def test_what_is_wrong_has_its_place() -> None:
    broken = {**PLAIN, "begin": "", "affected_products": [{}], "updates": [{"affected_locations": [3]}]}
    places = {"[0].begin", "[0].affected_products[0].title", "[0].updates[0].affected_locations[0]"}
    assert {place for _, place in errors(made("google-cloud", [broken]))} == places


def test_a_location_that_no_record_names_is_noted() -> None:
    found = made_with("google-cloud", ([FAR, NEAR],), {**ANSWERS, ("locations",): "us-central9"})
    assert found.timeline is not None
    assert "No record names the location us-central9." in found.timeline["notes"]
    known = made_with("google-cloud", ([FAR, NEAR],), {**ANSWERS, ("locations",): "us-central1"})
    assert known.timeline is not None
    assert not any("No record names" in note for note in known.timeline["notes"])
