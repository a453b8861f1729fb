"""Fields that a kind does not name: the steps of a ticket, and slips that must not be taken for steps."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evidence.reading import read_plain
from sla_dsl.values.instant import read_instant
from tests.evidence.making import END, plain, refused, sound, ticket, without


def read(**steps: Any) -> Any:
    return read_plain(plain(tickets=[ticket(**steps)]))


def steps_of(**steps: Any) -> tuple[tuple[str, int | None], ...]:
    (one,) = sound(read(**steps)).tickets or ()
    return one.steps


def test_a_step_is_an_instant_or_has_not_happened() -> None:
    assert steps_of() == ()
    assert steps_of(acted=END, responded=None) == (("acted", read_instant(END)), ("responded", None))


def test_steps_are_in_order_of_their_names() -> None:
    assert [name for name, _ in steps_of(b=None, c=None, a=None)] == ["a", "b", "c"]


def test_every_name_may_be_a_step() -> None:
    names = ["Acted", "first reply", "é", "class", "steps", "end", "announced", "acknowledged"]
    assert {name for name, _ in steps_of(**dict.fromkeys(names))} == set(names)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "empty-text"),
        ("soon", "bad-instant"),
        ("2026-03-04T10:00:00", "no-offset"),
        (5, "wrong-value"),
        ([], "wrong-value"),
    ],
)
def test_a_step_that_is_no_instant(value: object, code: str) -> None:
    assert refused(read(acted=value)) == [f"{code} tickets[0].acted"]


@pytest.mark.parametrize(("name", "code"), [("", "empty-text"), ("  ", "empty-text"), ("x" * 5000, "value-too-long")])
def test_a_step_has_a_name(name: str, code: str) -> None:
    (told,) = refused(read(**{name: None}))
    assert told.startswith(f"{code} tickets[0].")


@pytest.mark.parametrize(
    ("slip", "meant"), [("priorty", "priority"), ("Priority", "priority"), ("open", "opened"), ("Id", "id")]
)
def test_a_slip_in_the_name_of_a_missing_field_is_no_step(slip: str, meant: str) -> None:
    record = without(ticket(), meant)
    result = read_plain(plain(tickets=[{**record, slip: "x"}]))
    assert refused(result) == [f"missing-field tickets[0].{meant}", f"unknown-field tickets[0].{slip}"]
    assert f'Did you mean "{meant}"?' in result[1][1].repair


def test_a_name_near_a_field_that_is_there_is_a_step() -> None:
    assert [name for name, _ in steps_of(reopened=None)] == ["reopened"]


def test_fields_of_the_writer_are_no_steps() -> None:
    timeline, (note,) = read(x_agent="Ann", acted=None)
    assert timeline.tickets[0].steps == (("acted", None),)
    assert note.code == "fields-not-read"


def test_a_zone_is_for_steps_too() -> None:
    timeline, (note,) = read_plain(plain(tickets=[ticket(acted="2026-03-04T10:00:00")]), zone="Europe/Brussels")
    assert timeline is not None
    assert timeline.tickets is not None
    assert timeline.tickets[0].steps == (("acted", read_instant("2026-03-04T09:00:00Z")),)
    assert note.message == "One time without an offset was read in Europe/Brussels."
