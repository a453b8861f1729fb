"""AWS's events, which say when they were posted and nothing of when they were over."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import equation, errors, open_names, records
from tests.intake.exports import made, made_with

PLAIN: dict[str, Any] = {
    "service": "ec2-us-east-1",
    "service_name": "Amazon Elastic Compute Cloud (N. Virginia)",
    "summary": "[RESOLVED] Errors",
    "date": "1628699197",
    "status": "1",
}
NAME = "ec2-us-east-1@1628699197"
ANSWERS: dict[Key, str] = {
    ("status", "1"): "counts",
    ("service", "Amazon Elastic Compute Cloud (N. Virginia)"): "compute",
    ("start",): "date",
}


def page(*archive: dict[str, Any], current: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"archive": list(archive), "current": current or []}


def test_no_end_is_invented() -> None:
    found = made_with("aws", (page(PLAIN),), ANSWERS)
    assert (found.timeline, open_names(found)) == (None, ["no_end"])
    each = made_with("aws", (page(PLAIN),), {**ANSWERS, ("no_end",): "each by itself"})
    assert open_names(each) == [f'record."{NAME}".end']


def test_the_mapping_file_says_when_an_event_was_over() -> None:
    ends: dict[Key, str] = {("no_end",): "each by itself", ("record", NAME, "end"): "2021-08-11T11:17:00-07:00"}
    begins: dict[Key, str] = {("record", NAME, "start"): "2021-08-11T02:43:00-07:00"}
    assert [one["start"] for one in records(made_with("aws", (page(PLAIN),), {**ANSWERS, **ends}))] == [
        "2021-08-11T16:26:37Z"
    ]
    [one] = records(made_with("aws", (page(PLAIN),), {**ANSWERS, **ends, **begins}))
    assert (one["id"], one["start"], one["end"]) == (NAME, "2021-08-11T09:43:00Z", "2021-08-11T18:17:00Z")


def test_events_without_an_end_can_be_left_out() -> None:
    found = made_with("aws", (page(PLAIN),), {**ANSWERS, ("no_end",): "leave out"})
    assert equation(found) == (1, 0, 1, 0)


def test_that_the_time_is_that_of_the_posting_is_said() -> None:
    [start, _] = made_with("aws", (page(PLAIN),), {**ANSWERS, ("start",): "?"}).questions
    assert "(date: it is the time at which the event was posted; its text may name an earlier one.)" in start.words


@pytest.mark.parametrize("number", [{"status": 1, "date": 1628699197}, {"status": "1"}])
def test_numbers_and_texts_are_the_same(number: dict[str, Any]) -> None:
    found = made_with("aws", (page({**PLAIN, **number}),), {**ANSWERS, ("no_end",): "leave out"})
    assert (open_names(found), errors(found)) == ([], [])


def test_an_event_of_the_moment_goes_on_unless_its_headline_says_otherwise() -> None:
    going = {**PLAIN, "summary": "Errors", "date": "1628699198"}
    found = made_with("aws", (page(current=[PLAIN, going]),), {**ANSWERS, ("no_end",): "leave out"})
    assert [(one["id"], one["end"]) for one in records(found)] == [("ec2-us-east-1@1628699198", None)]


@pytest.mark.parametrize("date", ["", "soon", "2021-08-11T16:26:37Z", "-1"])
def test_a_date_that_is_none_has_its_place(date: str) -> None:
    [(code, place)] = errors(made("aws", page({**PLAIN, "date": date})))
    assert (code in ("export-time", "export-field"), place) == (True, "archive[0].date")


def test_two_events_in_one_second_are_two_and_the_same_one_twice_is_one() -> None:
    other = {**PLAIN, "summary": "[RESOLVED] Latency"}
    found = made_with("aws", (page(PLAIN, other, PLAIN),), {**ANSWERS, ("no_end",): "still going on"})
    assert [one["id"] for one in records(found)] == [NAME, f"{NAME}#2"]
    assert equation(found) == (3, 2, 1, 0)
