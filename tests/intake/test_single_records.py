"""Answers record by record, where no rule fits all of them."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.questions import Question
from sla_dsl.intake.stated import Origin, Said
from sla_dsl.intake.timelines.choosing_times import EACH
from tests.intake.trying import FILE, codes, imported, outage, planned, questions, said, stamp, ticket, timeline

LATE = (Said("date_updated", stamp("04 12:00"), "it is the time of the last note"),)
OWN = {'record."I-0".end': "2026-03-04T11:30:00Z"}


def choices(question: Question) -> list[str]:
    return [choice.answer for choice in question.choices]


def test_a_weak_time_need_not_be_taken() -> None:
    [question] = imported(outage(ends=LATE)).questions
    assert choices(question) == ["date_updated", EACH]
    refused = imported(outage(ends=LATE), answers={"end": EACH})
    assert questions(refused) == ['record."I-0".end']
    found = timeline(outage(ends=LATE), answers={"end": EACH, **OWN})
    assert found["incidents"][0]["end"] == "2026-03-04T11:30:00Z"


def test_a_time_that_is_not_weak_is_one_of_those_that_are_there() -> None:
    [question] = imported(outage(starts=said(started_at="04 10:00", created_at="04 10:23"))).questions
    assert choices(question) == ["started_at", "created_at"]


def test_ends_that_were_given_one_by_one_leave_the_answer_in_use() -> None:
    found = imported(outage(ends=()), answers={"no_end": EACH, **OWN})
    assert (questions(found), [finding.code for finding in found.findings]) == ([], [])
    assert found.timeline is not None
    assert any(EACH in note for note in found.timeline["notes"])
    assert questions(imported(outage(ends=()), answers=OWN)) == []


def test_a_ticket_of_which_no_state_is_told() -> None:
    found = imported(ticket(), answers={'priority."1 - Critical"': "urgent"})
    assert (questions(found), codes(found)) == ([], [])
    assert found.timeline is not None
    assert [one["id"] for one in found.timeline["tickets"]] == ["T-0"]
    assert "pauses" not in found.timeline


@pytest.mark.parametrize("own", ["?", ""])
def test_one_answer_for_all_other_priorities_names_the_priority(own: str) -> None:
    open_line = {'priority."1 - Critical"': own} if own else {}
    found = timeline(ticket(), answers={**open_line, 'priority."(all others)"': "high"})
    assert [one["priority"] for one in found["tickets"]] == ["high"]


@pytest.mark.parametrize("answer", ["web", "leave out"])
def test_a_record_whose_service_is_left_out_is_set_aside(answer: str) -> None:
    found = imported(outage(0), outage(1), answers={'record."I-1".service': answer})
    assert found.timeline is not None
    assert {one["service"] for one in found.timeline["incidents"]} == {"web"}
    assert found.tally is not None
    aside = {"the record by its name (so it is)": 1} if answer == "leave out" else {}
    assert found.tally.aside == aside


def test_the_notes_say_which_record_an_answer_is_about() -> None:
    own = {'record."I-0".use': "leave out", 'record."I-1".cause': "flood"}
    notes = timeline(outage(0), outage(1), answers=own)["notes"]
    assert 'Is the record used? (export.json, incidents[0]) "leave out", because so it is' in notes
    assert 'What caused this record? (export.json, incidents[1]) "flood", because so it is' in notes


def test_a_step_at_a_time_that_there_is_not_can_only_be_corrected_where_it_comes_from() -> None:
    skipped = ticket(steps=(("Solved", stamp("local 29 02:30")),))
    answers = {'priority."1 - Critical"': "urgent", 'step."Solved"': "solved", "zone": "Europe/Brussels"}
    found = imported(skipped, answers=answers)
    [wrong] = [finding for finding in found.findings if finding.severity == "error"]
    assert (wrong.code, wrong.field) == ("export-time", "tickets[0], Solved")
    assert wrong.repair.startswith("Correct it in the program that it came from and export it again")
    assert 'record."T-0".use = { is = "leave out"' in wrong.repair
    assert "opened" not in wrong.repair


@pytest.mark.parametrize(("part", "answer"), [("use", "leave out"), ("end", "2026-03-10T05:00:00Z")])
def test_an_answer_for_one_record_is_none_where_two_are_called_so(part: str, answer: str) -> None:
    work = planned(0, origin=Origin(FILE, "works[3]"))
    own = {f'record."I-0".{part}': answer, "planned": "not down"}
    found = imported(outage(0), work, answers=own)
    assert found.timeline is None
    assert codes(found) == ["answer-wrong"]
    assert "export.json, incidents[0] and export.json, works[3]" in found.findings[0].message
    apart = imported(outage(0), work._replace(id="W"), answers=own)
    assert "answer-wrong" not in codes(apart)


def test_a_failure_and_planned_work_of_one_name_need_no_answer_for_one_record() -> None:
    found = timeline(outage(0), planned(0), answers={"planned": "not down"})
    assert [len(found["incidents"]), len(found["maintenance"])] == [1, 1]
