"""Slack's records, of which only the times of the notes are told."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import equation, errors, open_names, records
from tests.intake.exports import made, made_with

PLAIN: dict[str, Any] = {
    "id": 756,
    "date_created": "2019-08-23T10:53:23-07:00",
    "date_updated": "2019-08-26T15:32:23-07:00",
    "type": "incident",
    "status": "resolved",
    "services": ["Messaging"],
    "notes": [],
}
ANSWERS: dict[Key, str] = {
    ("type", "incident"): "counts",
    ("service", "Messaging"): "messaging",
    ("start",): "date_created",
    ("end",): "date_updated",
}


def test_a_record_from_its_first_note_to_its_last() -> None:
    [one] = records(made_with("slack", ([PLAIN],), ANSWERS))
    assert (one["id"], one["start"], one["end"]) == ("756", "2019-08-23T17:53:23Z", "2019-08-26T22:32:23Z")


def test_the_questions_say_what_is_weak() -> None:
    found = made_with("slack", ([PLAIN],), {**ANSWERS, ("start",): "?", ("end",): "?"})
    words = " ".join(question.words for question in found.questions)
    assert "date_created: it is when the record was made, mostly with its first note" in words
    assert "date_updated: it is the time of the last note, often a summary days later" in words


def test_an_end_can_be_given_for_one_record_or_asked_for_each() -> None:
    own: dict[Key, str] = {("record", "756", "end"): "2019-08-23T16:05:24-07:00"}
    [one] = records(made_with("slack", ([PLAIN],), {**ANSWERS, **own}))
    assert one["end"] == "2019-08-23T23:05:24Z"
    each = made_with("slack", ([PLAIN],), {**ANSWERS, ("end",): "each by itself"})
    assert open_names(each) == ['record."756".end']


def test_a_record_that_is_active_has_no_end() -> None:
    current = {"status": "active", "active_incidents": [{**PLAIN, "status": "active"}]}
    found = made_with("slack", (current,), {key: ANSWERS[key] for key in ANSWERS if key != ("end",)})
    assert [one["end"] for one in records(found)] == [None]


def test_what_was_cancelled_is_set_aside() -> None:
    found = made_with("slack", ([{**PLAIN, "status": "cancelled"}, {**PLAIN, "id": 757}],), ANSWERS)
    assert equation(found) == (2, 1, 1, 0)


def test_planned_work_has_no_window() -> None:
    work = {**PLAIN, "type": "maintenance", "status": "completed"}
    answers: dict[Key, str] = {
        ("type", "maintenance"): "counts",
        ("service", "Messaging"): "messaging",
        ("planned",): "not down",
    }
    assert open_names(made_with("slack", ([work],), answers)) == ["no_end", 'record."756".start']
    own: dict[Key, str] = {
        ("record", "756", "start"): "2019-08-25T10:00:00Z",
        ("record", "756", "end"): "2019-08-25T12:00:00Z",
    }
    [window] = records(made_with("slack", ([work],), {**answers, **own}), "maintenance")
    assert (window["announced"], window["start"]) == ("2019-08-23T17:53:23Z", "2019-08-25T10:00:00Z")


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ({"status": "odd"}, ["[0].status"]),
        ({"date_updated": None}, ["[0].date_updated"]),
        ({"date_created": "today"}, ["[0].date_created"]),
        ({"services": "Messaging"}, ["[0].services"]),
        ({"type": 3, "id": None}, ["[0].id"]),
    ],
)
def test_what_is_wrong_has_its_place(change: dict[str, Any], places: list[str]) -> None:
    assert [place for _, place in errors(made("slack", [{**PLAIN, **change}]))] == places
