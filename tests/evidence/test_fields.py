"""The description of the format: it and the records say the same."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evidence import fields
from sla_dsl.evidence.fields import HEAD, KINDS, Field, Kind
from sla_dsl.evidence.timeline import (
    LISTS,
    Breach,
    Charge,
    Claim,
    Incident,
    Pause,
    Rate,
    Report,
    Ticket,
    Timeline,
    Window,
)

RECORDS: dict[str, Any] = {
    "incidents": Incident,
    "maintenance": Window,
    "reports": Report,
    "claims": Claim,
    "breaches": Breach,
    "charges": Charge,
    "rates": Rate,
    "tickets": Ticket,
    "pauses": Pause,
}
IN_THE_RECORD = {"from": "source", "to": "target"}
COMPUTED = {"announced_known", "steps"}


def every_field() -> list[Field]:
    return [*HEAD, fields.STEP, fields.SOURCE, *(field for kind in KINDS for field in kind.fields)]


def test_the_kinds_are_the_lists_of_a_timeline_in_its_order() -> None:
    assert tuple(kind.name for kind in KINDS) == LISTS
    assert set(LISTS) < set(Timeline.__slots__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_fields_of_a_kind_are_those_of_its_record_in_its_order(kind: Kind) -> None:
    named = [IN_THE_RECORD.get(field.name, field.name) for field in kind.fields]
    assert named == [name for name in RECORDS[kind.name]._fields if name not in COMPUTED]


def test_every_field_says_what_it_is_in_one_line() -> None:
    for field in every_field():
        assert field.meaning
        assert "\n" not in field.meaning
        assert not field.meaning.endswith(".")


def test_only_instants_can_lie_ahead() -> None:
    ahead = {(kind.name, field.name) for kind in KINDS for field in kind.fields if field.ahead}
    assert ahead == {("maintenance", "start"), ("maintenance", "end")}


def test_what_may_be_null_and_what_may_be_left_out() -> None:
    null = {f"{kind.name}.{field.name}" for kind in KINDS for field in kind.fields if field.null}
    absent = {f"{kind.name}.{field.name}" for kind in KINDS for field in kind.fields if field.absent}
    ends = {"incidents.end", "maintenance.end", "breaches.end", "pauses.end"}
    assert null == {*ends, "incidents.cause", "maintenance.announced"}
    assert absent == {"incidents.cause", "maintenance.announced"}


def test_a_field_that_may_be_left_out_may_also_be_null() -> None:
    # So an empty cell of a table always has a meaning where the column may be missing.
    assert all(field.null for field in every_field() if field.absent)


def test_only_incidents_must_be_there() -> None:
    assert [kind.name for kind in KINDS if not kind.absent] == ["incidents"]


def test_kinds_with_a_name_of_their_own_have_an_id() -> None:
    assert {kind.name for kind in KINDS if kind.unique} == {"incidents", "maintenance", "claims", "tickets"}
    assert all(kind.fields[0].name == "id" for kind in KINDS if kind.unique)
