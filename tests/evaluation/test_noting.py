from __future__ import annotations

from typing import Any

import pytest

from sla_dsl import evaluate, timeline_from
from sla_dsl.evaluation.noting import notes_of
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import DOWNTIME, SUPPORT, incident, policy, result, ticket, timeline

RULES = (
    DOWNTIME
    + """Announced means the maintenance announced or not.
Breach means the time in which the customer is in breach.
An incident because of Work within Announced does not count as Downtime.
Time within Breach does not count as Downtime.
"""
)
TARGETS = SUPPORT + "Reply is due on an Urgent ticket within 2 Business hours after it is opened.\n"
HOLIDAYS = TARGETS.replace("holidays included", "except holidays of Belgium")


def notes(text: str, *incidents: Incident, periods: tuple[str, ...] = ("2026-03",), **lists: Any) -> list[str]:
    return notes_of(result(text, timeline(*incidents, **lists), *periods))


def test_a_full_record_needs_no_notes() -> None:
    assert notes(RULES, incident("04 10:00-11:00")) == []


@pytest.mark.parametrize(
    ("text", "missing", "note"),
    [
        (RULES, "maintenance", "No list of maintenance was supplied: taken as none announced."),
        (RULES, "breaches", "No list of breaches was supplied: taken as none."),
        (TARGETS, "tickets", "No list of tickets was supplied: support targets were not judged."),
    ],
)
def test_a_list_that_is_taken_as_empty_is_noted_where_it_is_read(text: str, missing: str, note: str) -> None:
    lists: dict[str, Any] = {missing: None}
    assert notes(text, **lists) == [note]
    assert notes(DOWNTIME, **lists) == []


@pytest.mark.parametrize("missing", ["reports", "claims", "charges", "rates"])
def test_other_lists_are_not_taken_as_anything(missing: str) -> None:
    lists: dict[str, Any] = {missing: None}
    assert notes(RULES, **lists) == []


def test_nothing_to_evaluate() -> None:
    assert notes_of(evaluate(policy(DOWNTIME), timeline()).require()) == [
        "No incident, charge or ticket touches any period, and none was asked for: nothing was evaluated."
    ]


def test_a_period_that_is_still_running_is_provisional() -> None:
    assert notes(DOWNTIME, as_of="20 12:00", periods=("2026-02", "2026-03", "2026-04")) == [
        "2026-03: provisional, for the record of this period ends at 2026-03-20T12:00:00Z.",
        "2026-04: the record ends before this period begins; nothing of it is observed yet.",
    ]
    assert notes(DOWNTIME, as_of="2026-04-01 00:00") == []


def test_the_end_of_the_record_is_told_in_the_zone_of_the_policy() -> None:
    text = DOWNTIME.replace("is UTC", "is Europe/Brussels")
    assert notes(text, as_of="20 12:00")[0].endswith("ends at 2026-03-20T13:00:00+01:00.")


def test_years_of_which_no_holidays_are_known() -> None:
    late = ticket("2199-03-04 10:00", replied=None)
    assert notes(HOLIDAYS, tickets=[late], periods=("2199-03",)) == [
        "The holidays of Business are not known for 2199: no day was taken as a holiday."
    ]
    assert notes(HOLIDAYS, tickets=[ticket("04 10:00", replied=None)]) == []
    assert notes(HOLIDAYS, tickets=[], periods=("2199-03",)) == []
    assert notes(TARGETS, tickets=[late], periods=("2199-03",)) == []


OFFICE = DOWNTIME.replace(
    "because of Failure or Work.",
    "because of Failure or Work within Office.\n"
    "Office means Monday to Friday from 09:00 to 17:00 except holidays of Belgium.",
)


def test_years_of_which_the_hours_of_a_measure_know_no_holidays() -> None:
    assert notes(OFFICE, periods=("2199-03",)) == [
        "The holidays of Office are not known for 2199: no day was taken as a holiday."
    ]


def test_notes_stand_in_a_fixed_order() -> None:
    elsewhere = incident("04 10:00-11:00", service="email")
    found = notes(RULES, elsewhere, maintenance=None, breaches=None, as_of="20 12:00")
    assert [note.split(" ")[0:3] for note in found] == [
        ["1", "incident", "is"],
        ["No", "list", "of"],
        ["No", "list", "of"],
        ["2026-03:", "provisional,", "for"],
    ]


def test_the_zone_of_times_without_an_offset_is_noted() -> None:
    down = {
        "id": "I",
        "service": "gateway",
        "start": "2026-03-04T10:00:00",
        "end": "2026-03-04T11:00:00",
        "cause": "failure",
    }
    plain = {"format": "sla-timeline/1", "account": "acme", "incidents": [down]}
    line = timeline_from(plain, "Europe/Brussels").require()
    assert notes_of(result(DOWNTIME, line)) == [
        "Times that are written without an offset were read in Europe/Brussels."
    ]
