"""The schema of a timeline: what the reader takes it takes, and what it can say is wrong it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from sla_dsl.evidence.fields import HEAD, KINDS
from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.schema import DIALECT, nullable, object_schema, text_schema, timeline_schema
from tests.evidence.making import (
    breach,
    charge,
    claim,
    golden_timelines,
    incident,
    pause,
    plain,
    rate,
    report,
    sound,
    ticket,
    window,
    without,
)

SCHEMA = timeline_schema()
CHECK = jsonschema.Draft202012Validator(SCHEMA)
WHOLE = plain(
    as_of="2026-04-15T00:00:00Z",
    incidents=[incident(), incident("B", end=None, cause=None)],
    maintenance=[window(), window("B", announced=None, end=None), without(window("C"), "announced")],
    reports=[report()],
    claims=[claim(), claim("D", incidents=[])],
    breaches=[breach(end=None)],
    charges=[charge(), charge(period="2026-Q1"), charge(period="2026", amount="0")],
    rates=[rate()],
    tickets=[ticket(), ticket("B", acted=None, x_agent=5)],
    pauses=[pause(), pause(end=None)],
    x_own={"a": [1]},
)


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == DIALECT
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_given_timeline_keeps_to_it() -> None:
    for case in [*golden_timelines(), WHOLE]:
        CHECK.validate(case)
        assert sound(read_plain(case))


def test_it_is_made_anew_each_time() -> None:
    timeline_schema()["properties"].clear()
    assert timeline_schema() == SCHEMA


def test_every_list_and_field_is_described() -> None:
    for field in HEAD:
        assert SCHEMA["properties"][field.name]["description"].endswith(".")
    for kind in KINDS:
        listed = SCHEMA["properties"][kind.name]
        assert listed["description"].endswith(".")
        for field in kind.fields:
            assert listed["items"]["properties"][field.name]["description"].endswith(".")


def damaged(kind: str, make: Callable[..., dict[str, Any]], **fields: Any) -> dict[str, Any]:
    """The whole timeline with one more record in which something is different."""
    return {**WHOLE, kind: [*WHOLE[kind], {**make("Z"), **fields} if "id" in make() else make(**fields)]}


DAMAGED = {
    "no format": without(WHOLE, "format"),
    "another format": {**WHOLE, "format": "sla-timeline/2"},
    "no account": without(WHOLE, "account"),
    "blank account": {**WHOLE, "account": "  "},
    "account of null": {**WHOLE, "account": None},
    "no incidents": without(WHOLE, "incidents"),
    "null for a list": {**WHOLE, "reports": None},
    "an object for a list": {**WHOLE, "reports": {}},
    "unknown list": {**WHOLE, "incident": []},
    "unknown field": damaged("incidents", incident, colour="red"),
    "missing field": {**WHOLE, "rates": [without(rate(), "to")]},
    "no record": {**WHOLE, "incidents": [5]},
    "number for an id": damaged("incidents", incident, id=7),
    "empty id": damaged("incidents", incident, id=""),
    "long text": damaged("incidents", incident, cause="x" * 5000),
    "null for a service": damaged("incidents", incident, service=None),
    "no offset": damaged("incidents", incident, start="2026-03-04T10:00:00"),
    "unknown offset": damaged("incidents", incident, start="2026-03-04T10:00:00-00:00"),
    "leap second": damaged("incidents", incident, start="2026-03-04T10:00:60Z"),
    "24:00": damaged("incidents", incident, start="2026-03-04T24:00:00Z"),
    "seven digits": damaged("incidents", incident, start="2026-03-04T10:00:00.1234567Z"),
    "1969": damaged("incidents", incident, start="1969-03-04T10:00:00Z"),
    "2201": damaged("incidents", incident, start="2201-03-04T10:00:00Z"),
    "slashes": damaged("incidents", incident, start="02/03/2024"),
    "something after it": damaged("incidents", incident, start="2026-03-04T10:00:00Z "),
    "number for an instant": damaged("incidents", incident, start=0),
    "open end without as_of": without(WHOLE, "as_of"),
    "open end with as_of null": {**WHOLE, "as_of": None},
    "number for an amount": damaged("charges", charge, what="a", amount=9.5),
    "negative amount": damaged("charges", charge, what="a", amount="-1"),
    "minus zero": damaged("charges", charge, what="a", amount="-0"),
    "comma": damaged("charges", charge, what="a", amount="1,5"),
    "exponent": damaged("charges", charge, what="a", amount="1e5"),
    "thirteen places": damaged("charges", charge, what="a", amount="0.1234567890123"),
    "small letters": damaged("charges", charge, what="a", currency="eur"),
    "thirteenth month": damaged("charges", charge, what="a", period="2026-13"),
    "fifth quarter": damaged("charges", charge, what="a", period="2026-Q5"),
    "rate of zero": damaged("rates", rate, to="GBP", rate="0.00"),
    "number for a reference": damaged("claims", claim, incidents=[7]),
    "text for references": damaged("claims", claim, incidents="INC-1"),
    "text for a step": damaged("tickets", ticket, acted="soon"),
    "number for a step": damaged("tickets", ticket, acted=5),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_it_can_say_is_wrong_it_refuses_as_the_reader_does(name: str) -> None:
    assert not CHECK.is_valid(DAMAGED[name])
    assert read_plain(DAMAGED[name])[0] is None


def test_without_open_ends_as_of_may_be_left_out() -> None:
    CHECK.validate(plain(incidents=[incident()]))
    CHECK.validate(plain(incidents=[incident()], as_of=None))


ONLY_THE_READER = {
    "end before start": plain(incidents=[incident(start="2026-03-05T00:00:00Z", end="2026-03-04T00:00:00Z")]),
    "double id": plain(incidents=[incident(), incident()]),
    "unknown incident": plain(reports=[report()]),
    "no such day": plain(as_of="2026-02-30T00:00:00Z"),
    "no such currency": plain(charges=[charge(currency="ZZZ")]),
    "later than as_of": {**WHOLE, "as_of": "2026-03-01T00:00:00Z"},
}


@pytest.mark.parametrize("name", ONLY_THE_READER)
def test_what_only_the_reader_can_say(name: str) -> None:
    assert CHECK.is_valid(ONLY_THE_READER[name])
    assert read_plain(ONLY_THE_READER[name])[0] is None


def test_the_parts_can_be_used_elsewhere() -> None:
    schema = object_schema({"a": nullable(text_schema())}, ["a"], further=False)
    check = jsonschema.Draft202012Validator(schema)
    assert check.is_valid({"a": None})
    assert check.is_valid({"a": "b", "x_c": 1})
    assert not check.is_valid({"a": ""})
    assert not check.is_valid({"a": "b", "c": 1})
    assert not check.is_valid({})
