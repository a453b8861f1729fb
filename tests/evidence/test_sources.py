"""Where records came from, and what is noted of a timeline: kept beside the facts, and no part of them."""

from __future__ import annotations

import json
import pickle
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from sla_dsl.evidence.csv_folder import read_folder
from sla_dsl.evidence.facts import facts_of
from sla_dsl.evidence.fields import KINDS
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.plain import plain_timeline
from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.schema import timeline_schema
from sla_dsl.evidence.timeline import Timeline
from tests.evidence.making import (
    breach,
    charge,
    claim,
    incident,
    pause,
    plain,
    rate,
    refused,
    report,
    sound,
    ticket,
    told,
    window,
    without,
)

FROM = "log.csv, line 214"
MAKERS: dict[str, Any] = {
    "incidents": incident,
    "maintenance": window,
    "reports": report,
    "claims": claim,
    "breaches": breach,
    "charges": charge,
    "rates": rate,
    "tickets": ticket,
    "pauses": pause,
}
SOURCED = {name: [make(source=FROM)] for name, make in MAKERS.items()}
WHOLE = plain(**{**SOURCED, "notes": ["Made from the log.", "Two lines were skipped."]})
BARE = plain(**{name: [make()] for name, make in MAKERS.items()})


def test_every_kind_of_record_may_have_a_source() -> None:
    assert set(MAKERS) == {kind.name for kind in KINDS}
    timeline = sound(read_plain(WHOLE))
    assert {name: timeline.origin(name, 0) for name in MAKERS} == dict.fromkeys(MAKERS, FROM)
    assert timeline.origin("incidents", 1) is None
    assert sound(read_plain(BARE)).origin("incidents", 0) is None


def test_notes_are_kept_in_their_order() -> None:
    assert sound(read_plain(WHOLE)).notes == ("Made from the log.", "Two lines were skipped.")
    assert sound(read_plain(plain())).notes == ()
    assert sound(read_plain(plain())).notes == ()
    assert sound(read_plain(plain(notes=None))).notes == ()
    assert sound(read_plain(plain(notes=[]))).notes == ()


def test_they_are_no_facts() -> None:
    with_them, without_them = sound(read_plain(WHOLE)), sound(read_plain(BARE))
    assert with_them == without_them
    assert hash(with_them) == hash(without_them)
    assert with_them.digest() == without_them.digest()


def test_a_source_is_no_step_of_a_ticket() -> None:
    (one,) = sound(read_plain(WHOLE)).tickets or ()
    assert one.steps == ()
    (other,) = sound(read_plain(plain(tickets=[ticket(source=FROM, acted=None, resourced=None)]))).tickets or ()
    assert other.steps == (("acted", None), ("resourced", None))


@pytest.mark.parametrize("kind", list(MAKERS))
@pytest.mark.parametrize(("source", "code"), [("", "empty-text"), (5, "wrong-value"), (["x"], "wrong-value")])
def test_a_source_is_a_text(kind: str, source: object, code: str) -> None:
    changed = {**BARE, kind: [MAKERS[kind](source=source)]}
    assert refused(read_plain(changed)) == [f"{code} {kind}[0].source"]


def test_a_source_that_is_null_is_not_known() -> None:
    assert sound(read_plain(plain(incidents=[incident(source=None)]))).sources == {}


def test_another_field_beside_a_source_is_still_refused() -> None:
    result = read_plain(plain(incidents=[incident(source=FROM, sauce="x")]))
    assert refused(result) == ["unknown-field incidents[0].sauce"]
    assert read_plain(plain(incidents=[incident(sorce="x")]))[1][0].repair.startswith('Did you mean "source"?')


def test_a_record_that_lacks_a_field_is_refused_with_a_source_too() -> None:
    assert refused(read_plain(plain(incidents=[without(incident(source=FROM), "end")]))) == [
        "missing-field incidents[0].end"
    ]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("Made.", ["not-a-list notes"]),
        (5, ["wrong-value notes"]),
        ([5, "x", ""], ["wrong-value notes[0]", "empty-text notes[2]"]),
        ([["x"]], ["wrong-value notes[0]"]),
        (["x" * 5000], ["value-too-long notes[0]"]),
    ],
)
def test_notes_are_texts(notes: object, found: list[str]) -> None:
    assert refused(read_plain(plain(notes=notes))) == found


def test_they_are_written_back_and_sent_to_other_processes() -> None:
    timeline = sound(read_plain(WHOLE))
    again = sound(read_timeline(json.dumps(plain_timeline(timeline, "UTC"))))
    sent: Timeline = pickle.loads(pickle.dumps(timeline))
    for other in (again, sent):
        assert (other.notes, other.sources) == (timeline.notes, timeline.sources)


def test_the_facts_find_them_by_id() -> None:
    many = [incident("B", source="b"), incident("A"), incident("C", start="2026-03-01T00:00:00Z", source="c")]
    facts = facts_of(sound(read_plain(plain(incidents=many, tickets=[ticket(source="t")], rates=[rate(source="r")]))))
    assert facts.sources == {("incidents", "B"): "b", ("incidents", "C"): "c", ("tickets", "T-1"): "t"}


def test_the_schema_has_them() -> None:
    check = jsonschema.Draft202012Validator(timeline_schema())
    check.validate(WHOLE)
    assert not check.is_valid({**WHOLE, "notes": "x"})
    assert not check.is_valid({**WHOLE, "incidents": [incident(source=5)]})


def read(**files: str) -> Any:
    (reading,), findings = read_folder({f"{name}.csv": text.encode() for name, text in files.items()}, "acme")
    assert findings == []
    return reading


INCIDENTS = "id,service,start,end,source\nA,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,"
AT = "2026-03-05T10:00:00Z"


def test_tables_have_a_column_for_it() -> None:
    rows = f'"{FROM}"\nB,api,{AT},{AT},\n'
    timeline = read(incidents=INCIDENTS + rows, tickets=f"id,priority,opened,source,acted\nT,high,{AT},x,\n").timeline
    assert timeline.sources == {"incidents": {0: FROM}, "tickets": {0: "x"}}
    assert timeline.tickets[0].steps == (("acted", None),)


def test_a_claim_has_the_source_of_its_first_row() -> None:
    claims = f"id,at,incident,source\nC,{AT},A,line 1\nC,{AT},A,line 2\n"
    assert read(incidents=INCIDENTS + "x\n", claims=claims).timeline.origin("claims", 0) == "line 1"


def test_the_table_of_accounts_has_a_note() -> None:
    assert read(accounts="account,notes\nacme,Made by hand.\n", incidents=INCIDENTS + "x\n").timeline.notes == (
        "Made by hand.",
    )
    assert read(accounts="account,notes\nacme,\n", incidents=INCIDENTS + "x\n").timeline.notes == ()
    blank = read(accounts='account,notes\nacme,"  "\n', incidents=INCIDENTS + "x\n")
    assert told(blank.findings) == ["empty-text accounts.csv, line 2, column notes"]


def test_an_account_has_no_source() -> None:
    _, findings = read_folder({"accounts.csv": b"account,source\nacme,x\n", "incidents.csv": b"id\n"}, "acme")
    assert told(findings)[0] == "unknown-column accounts.csv, line 1, column source"
