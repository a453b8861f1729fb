"""`jira`: the CSV of a search, and issues as JSON with their changes and service agreements.

No real export is public: the fixtures are made up after the public reference of the fields.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Mapped
from tests.intake.common import DATA, equation, errors, mapping
from tests.intake.made_tables import file, fixture, names, read, with_answers

ISSUES = "synthetic-issues.json"
SEARCH = "synthetic-search.csv"
ANSWERS = {("type", "Incident"): "counts", ("priority", "High"): "urgent", ("state", "Open"): "the clock runs"}


def issue(**changes: Any) -> dict[str, Any]:
    """An issue as the REST interface gives it, with some fields changed."""
    fields = {
        "created": "2026-03-04T09:00:00.000+0100",
        "priority": {"name": "High"},
        "status": {"name": "Open"},
        "issuetype": {"name": "Incident"},
        **changes,
    }
    log = fields.pop("changelog", {"histories": []})
    return {"key": fields.pop("key", "SD-1"), "fields": fields, "changelog": log}


def change(at: str, before: str, after: str, field: str = "status") -> dict[str, Any]:
    """One edit of an issue."""
    return {"created": at, "items": [{"field": field, "fromString": before, "toString": after}]}


def data(*issues: object, **page: Any) -> Any:
    return file(json.dumps({"issues": issues, **page}), "issues.json")


def agreement(**changes: Any) -> dict[str, Any]:
    """A field of a service agreement."""
    return {"name": "Time to resolution", "completedCycles": [], **changes}


def moment(at: str) -> dict[str, str]:
    return {"iso8601": at, "epochMillis": "0"}


def steps(*fields: dict[str, Any], **answers: str) -> dict[str, Any]:
    """What a ticket with these agreements becomes."""
    one = issue(**{f"customfield_{number}": field for number, field in enumerate(fields)})
    more = {("opened",): "created", ("step", "Time to resolution"): "resolved"}
    found = read("jira", data(one), with_answers({**ANSWERS, **more}))
    assert (names(found), errors(found)) == ([], [])
    assert found.timeline is not None
    return dict(found.timeline["tickets"][0])


def test_what_a_search_asks() -> None:
    assert names(fixture("jira", SEARCH, "-")) == [
        *["account", "as_of", "records", "type/Incident", "type/Service request", "status/Done"],
        *["status/Waiting for customer", "priority/High", "priority/Low", "zone", "step/Resolved"],
    ]


def test_what_a_search_becomes() -> None:
    found = fixture("jira", SEARCH)
    assert equation(found) == (3, 2, 1, 0)
    assert found.timeline is not None
    assert found.timeline["tickets"] == [
        {
            "id": "SD-1",
            "priority": "urgent",
            "opened": "2026-03-04T08:00:00Z",
            "resolved": "2026-03-04T12:05:00Z",
            "source": f"{SEARCH}, line 2",
        },
        {
            "id": "SD-2",
            "priority": "normal",
            "opened": "2026-03-12T23:10:00Z",
            "resolved": None,
            "source": f"{SEARCH}, line 3",
        },
    ]
    assert "pauses" not in found.timeline


def test_columns_that_are_there_twice_do_no_harm() -> None:
    assert b"Labels,Labels" in (DATA / "jira" / SEARCH).read_bytes()


def test_another_way_of_writing_dates_in_a_search() -> None:
    text = (DATA / "jira" / SEARCH).read_text("utf-8")
    for old, new in (("04/Mar/26 9:00 AM", "2026-03-04 09:00"), ("13/Mar/26 12:10 AM", "13/03/2026 00:10")):
        text = text.replace(old, new)
    found = read("jira", file(text, SEARCH), mapping("jira", "synthetic-search.map.toml"))
    assert found.timeline is not None
    assert found.timeline["tickets"] == fixture("jira", SEARCH).timeline["tickets"]  # type: ignore[index]


def test_a_month_in_another_language_is_refused() -> None:
    text = (DATA / "jira" / SEARCH).read_text("utf-8").replace("04/Mar/26 9:00 AM", "04/maa/26 9:00 AM")
    assert ("export-time", "line 2, column Created") in errors(read("jira", file(text, SEARCH)))


def test_what_issues_ask() -> None:
    assert names(fixture("jira", ISSUES, "-")) == [
        *["account", "as_of", "type/Incident", "priority/High", "priority/(not named)", "opened"],
        *["state/Open", "state/Waiting for customer", "state/In progress", "state/Done"],
        *["step/resolutiondate", "step/Time to first response"],
    ]


def test_what_issues_become() -> None:
    found = fixture("jira", ISSUES)
    assert equation(found) == (2, 2, 0, 0)
    assert found.timeline is not None
    assert found.timeline["tickets"] == [
        {
            "id": "SD-1",
            "priority": "urgent",
            "opened": "2026-03-04T08:00:00Z",
            "resolved": "2026-03-04T12:05:00Z",
            "responded": "2026-03-04T08:20:00Z",
            "source": f"{ISSUES}, issues[0]",
        },
        {
            "id": "SD-2",
            "priority": "normal",
            "opened": "2026-03-12T23:10:00Z",
            "resolved": None,
            "responded": None,
            "source": f"{ISSUES}, issues[1]",
        },
    ]
    [pause] = found.timeline["pauses"]
    assert (pause["state"], pause["start"], pause["end"]) == (
        "waiting_for_customer",
        "2026-03-04T08:20:00Z",
        "2026-03-04T10:00:00Z",
    )


def test_an_issue_without_changes_of_its_status_has_one_state() -> None:
    found = read("jira", data(issue()), with_answers(ANSWERS))
    assert found.timeline is not None
    assert found.timeline["pauses"] == []
    other = issue(changelog={"histories": [change("2026-03-04T10:00:00+01:00", "a", "b", "assignee")]})
    assert read("jira", data(other), with_answers(ANSWERS)).timeline is not None


def test_issues_without_their_changes_say_their_state_only() -> None:
    bare = issue()
    del bare["changelog"]
    found = read("jira", data(bare), with_answers(ANSWERS))
    assert names(found) == ["status/Open"]
    known = read("jira", data(bare), with_answers({**ANSWERS, ("status", "Open"): "counts"}))
    assert known.timeline is not None
    assert "pauses" not in known.timeline


def test_some_with_their_changes_and_some_without_are_asked_about() -> None:
    bare = issue(key="SD-2")
    del bare["changelog"]
    answers = {**ANSWERS, ("status", "Open"): "counts"}
    assert names(read("jira", data(issue(), bare), with_answers(answers))) == ["no_pauses"]
    left = read("jira", data(issue(), bare), with_answers({**answers, ("no_pauses",): "leave out"}))
    assert equation(left) == (2, 1, 1, 0)
    kept = read("jira", data(issue(), bare), with_answers({**answers, ("no_pauses",): "they did not wait"}))
    assert equation(kept) == (2, 2, 0, 0)


def test_changes_that_were_cut_off_are_refused() -> None:
    log = {"total": 120, "histories": [change("2026-03-04T10:00:00+01:00", "Open", "Done")]}
    found = read("jira", data(issue(changelog=log)), with_answers(ANSWERS))
    assert errors(found) == [("export-field", "issues[0].changelog")]
    assert found.findings[0].message == "It should be all 120 changes of the issue, and is 1 of them."


def test_an_agreement_that_was_kept_is_a_step() -> None:
    done = agreement(
        completedCycles=[
            {"startTime": moment("2026-03-04T09:00:00+0100"), "stopTime": moment("2026-03-04T12:00:00+0100")},
            {"startTime": moment("2026-03-05T09:00:00+0100"), "stopTime": moment("2026-03-05T10:00:00+0100")},
        ]
    )
    assert steps(done)["resolved"] == "2026-03-04T11:00:00Z"


def test_an_agreement_that_goes_on_has_not_been_kept_yet() -> None:
    assert steps(agreement(ongoingCycle={"startTime": moment("2026-03-04T09:00:00+0100")}))["resolved"] is None


def test_an_agreement_that_never_began_is_no_step() -> None:
    found = read("jira", data(issue(customfield_1=agreement())), with_answers(ANSWERS))
    assert found.timeline is not None
    assert "resolved" not in found.timeline["tickets"][0]


def test_when_an_agreement_began_is_a_time_of_opening() -> None:
    later = agreement(ongoingCycle={"startTime": moment("2026-03-04T09:02:00+0100")})
    found = read("jira", data(issue(customfield_1=later)), with_answers(ANSWERS))
    opened = next(question for question in found.questions if question.key == ("opened",))
    assert [one.answer for one in opened.choices] == ["created", "Time to resolution: start"]


@pytest.mark.parametrize("field", [{"name": [], "completedCycles": []}, {"name": "A", "completedCycles": [{}]}, {}])
def test_fields_that_are_half_an_agreement(field: dict[str, Any]) -> None:
    found = read("jira", data(issue(customfield_1=field)), with_answers(ANSWERS))
    assert bool(errors(found)) == bool(field)


def test_pages_that_are_missing_are_told() -> None:
    found = read("jira", data(issue(), total=120), with_answers(ANSWERS))
    assert found.findings[0].message == (
        "The file cannot be read: of 120 records 1 are here; export the other pages as well, and give all files."
    )
    newer = read("jira", data(issue(), isLast=False), with_answers(ANSWERS))
    assert "further pages follow" in newer.findings[0].message
    pages = [data(issue(), isLast=False), data(issue(key="SD-2"), isLast=True)]
    assert equation(read("jira", pages, with_answers(ANSWERS))) == (2, 2, 0, 0)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"created": None}, "issues[0].fields.created"),
        ({"created": "yesterday"}, "issues[0].fields.created"),
        ({"priority": 3}, "issues[0].fields.priority"),
        ({"changelog": []}, "issues[0].changelog"),
        ({"changelog": {"histories": [{"items": []}]}}, "issues[0].changelog.histories[0].created"),
        ({"changelog": {"histories": [change("2026-03-04T10:00:00Z", "", "x")]}}, None),
    ],
)
def test_issues_that_cannot_be_read(changes: dict[str, Any], place: str | None) -> None:
    found = errors(read("jira", data(issue(**changes)), with_answers(ANSWERS)))
    assert found
    assert place is None or {field for _, field in found} == {place}


def test_something_else_is_told() -> None:
    assert [code for code, _ in errors(read("jira", file("[]", "x.json"), Mapped("none")))] == ["export-form"]
    assert {code for code, _ in errors(read("jira", file("a,b\n", "x.csv"), Mapped("none")))} == {"export-form"}


def test_a_page_that_is_given_twice_does_not_stand_for_another() -> None:
    page = data(issue(), total=2)
    found = read("jira", [page, page], with_answers(ANSWERS))
    assert [finding.code for finding in found.findings] == ["export-form"]
    assert "of 2 records 1 are here" in found.findings[0].message


def test_a_token_for_the_next_page_says_that_there_is_one() -> None:
    first = data(issue(), nextPageToken="x")
    assert "further pages follow" in read("jira", first, with_answers(ANSWERS)).findings[0].message
    whole = read("jira", [first, data(issue(key="SD-2"))], with_answers(ANSWERS))
    assert equation(whole) == (2, 2, 0, 0)
