"""AWS Health: its list of events, and messages about them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import DATA, equation, errors, mapping, open_names, records
from tests.intake.exports import imported, made, made_with

EVENT: dict[str, Any] = {
    "arn": "arn:aws:health:us-east-1::event/EC2/API_ISSUE/1",
    "service": "EC2",
    "region": "us-east-1",
    "eventTypeCategory": "issue",
    "startTime": "2023-01-26T13:19:03Z",
    "endTime": "2023-01-26T13:44:13Z",
    "lastUpdatedTime": "2023-01-26T13:49:00Z",
    "statusCode": "closed",
}
ANSWERS: dict[Key, str] = {("eventTypeCategory", "issue"): "counts", ("service", "EC2 in us-east-1"): "compute"}
MESSAGES = DATA / "aws-health" / "messages.json"


def test_the_last_message_about_an_event_counts() -> None:
    found = imported("aws-health", MESSAGES, mapping("aws-health", "health.map.toml"))
    assert equation(found) == (3, 2, 1, 0)
    [incident], [window] = records(found), records(found, "maintenance")
    assert (incident["end"], incident["source"]) == ("2023-01-26T13:44:13Z", "messages.json, [1].detail")
    assert (window["start"], window["announced"]) == ("2023-02-10T03:30:00Z", "2023-02-01T09:00:00Z")
    assert found.tally is not None
    assert found.tally.aside == {"an earlier message about the same event": 1}


def test_planned_work_was_announced_by_the_first_message() -> None:
    first = json.loads(MESSAGES.read_text("utf-8"))[2]
    moved = {**first["detail"], "endTime": "Fri, 10 Feb 2023 06:30:00 GMT"}
    later = {
        **first,
        "time": "2023-02-03T09:00:00Z",
        "detail": {**moved, "lastUpdatedTime": "Fri, 03 Feb 2023 09:00:00 GMT"},
    }
    found = made("aws-health", [later, first])
    [announced] = [question for question in found.questions if question.key == ("announced",)]
    assert "it is when the first message that is here was sent" in announced.words
    answers: dict[Key, str] = {
        ("eventTypeCategory", "scheduledChange"): "counts",
        ("eventScopeCode", "ACCOUNT_SPECIFIC"): "counts",
        ("service", "EC2 in us-east-1"): "compute",
        ("planned",): "not down",
        ("announced",): "time",
    }
    [window] = records(made_with("aws-health", ([later, first],), answers), "maintenance")
    assert (window["announced"], window["end"]) == ("2023-02-01T09:00:00Z", "2023-02-10T06:30:00Z")


def test_one_message_alone() -> None:
    first = json.loads(MESSAGES.read_text("utf-8"))[0]
    answers: dict[Key, str] = {
        ("eventTypeCategory", "issue"): "counts",
        ("eventScopeCode", "PUBLIC"): "counts",
        ("service", "ELASTICLOADBALANCING in us-east-1"): "balancer",
    }
    [one] = records(made_with("aws-health", (first,), answers))
    assert (one["end"], one["source"]) == (None, "export.json, detail")


@pytest.mark.parametrize(
    "start",
    ["2023-01-26T13:19:03Z", 1674739143, 1674739143.0, "Thu, 26 Jan 2023 13:19:03 GMT", "2023-01-26T14:19:03+01:00"],
)
def test_times_as_the_tools_write_them(start: object) -> None:
    [one] = records(made_with("aws-health", ({"events": [{**EVENT, "startTime": start}]},), ANSWERS))
    assert one["start"] == "2023-01-26T13:19:03Z"


def test_fractions_of_a_second_are_kept() -> None:
    [one] = records(made_with("aws-health", ({"events": [{**EVENT, "startTime": 1674739143.25}]},), ANSWERS))
    assert one["start"] == "2023-01-26T13:19:03.25Z"


@pytest.mark.parametrize("start", ["Thu, 30 Feb 2023 13:19:03 GMT", "Thu, 26 Foo 2023 13:19:03 GMT", "soon", None])
def test_other_times_have_their_place(start: object) -> None:
    [(_, place)] = errors(made("aws-health", {"events": [{**EVENT, "startTime": start}]}))
    assert place == "events[0].startTime"


def test_an_event_that_is_over_and_has_no_end_is_asked_about() -> None:
    endless = {name: value for name, value in EVENT.items() if name != "endTime"}
    assert open_names(made_with("aws-health", ({"events": [endless]},), ANSWERS)) == ["no_end"]
    going = {**endless, "statusCode": "open"}
    assert [one["end"] for one in records(made_with("aws-health", ({"events": [going]},), ANSWERS))] == [None]


def test_the_same_event_twice_and_two_events_of_one_name() -> None:
    assert equation(made_with("aws-health", ({"events": [EVENT, EVENT]},), ANSWERS)) == (2, 1, 1, 0)
    other = {**EVENT, "endTime": "2023-01-26T14:44:13Z"}
    found = made_with("aws-health", ({"events": [EVENT, other]},), ANSWERS)
    assert [code for code, _ in errors(found)] == ["export-double"]


@pytest.mark.parametrize("detail", [None, 3, {}])
def test_a_message_without_its_event_is_refused(detail: object) -> None:
    found = made("aws-health", [{"source": "aws.health", "detail": detail}])
    assert {place.split(".")[0] for _, place in errors(found) if place} == {"[0]"}


@pytest.mark.parametrize("value", [3, {}, {"events": 3}, [{"source": "aws.ec2"}]])
def test_other_files_are_told(value: object) -> None:
    assert errors(made("aws-health", value))


@pytest.mark.parametrize("token", ["nextToken", "NextToken"])
def test_a_token_for_further_events_says_that_there_are_some(token: str) -> None:
    first, last = {"events": [EVENT], token: "x"}, {"events": [{**EVENT, "arn": "other"}]}
    assert errors(made_with("aws-health", (first,), ANSWERS)) == [("export-form", "")]
    assert equation(made_with("aws-health", (first, last), ANSWERS)) == (2, 2, 0, 0)
