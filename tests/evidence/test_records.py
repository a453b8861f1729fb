"""One record of each kind: what may be left out, what may be null, what may not be there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import pytest

from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.timeline import Incident, Window
from tests.evidence.making import (
    breach,
    charge,
    claim,
    incident,
    plain,
    rate,
    refused,
    report,
    sound,
    ticket,
    window,
    without,
)

MAKERS: dict[str, Callable[..., dict[str, Any]]] = {
    "incidents": incident,
    "maintenance": window,
    "reports": report,
    "claims": claim,
    "breaches": breach,
    "charges": charge,
    "rates": rate,
    "tickets": ticket,
}
MAY_BE_LEFT_OUT = {("incidents", "cause"), ("maintenance", "announced")}
EVERY_FIELD = [(kind, field) for kind, make in MAKERS.items() for field in make()]


def one(kind: str, record: object) -> dict[str, Any]:
    """A timeline with this record, and the incident that the others speak of."""
    case = plain(incidents=[incident()])
    case[kind] = [record] if kind != "incidents" else [record, incident("OTHER")]
    return case


@pytest.mark.parametrize("kind", MAKERS)
def test_a_whole_record_is_read(kind: str) -> None:
    assert sound(read_plain(one(kind, MAKERS[kind]())))


@pytest.mark.parametrize(("kind", "field"), EVERY_FIELD)
def test_a_field_that_must_be_there(kind: str, field: str) -> None:
    result = read_plain(one(kind, without(MAKERS[kind](), field)))
    if (kind, field) in MAY_BE_LEFT_OUT:
        assert sound(result)
    else:
        assert refused(result) == [f"missing-field {kind}[0].{field}"]


@pytest.mark.parametrize(("kind", "field"), EVERY_FIELD)
def test_null(kind: str, field: str) -> None:
    result = read_plain({**one(kind, {**MAKERS[kind](), field: None}), "as_of": "2026-12-01T00:00:00Z"})
    if field == "end" or (kind, field) in MAY_BE_LEFT_OUT:
        assert sound(result)
    else:
        assert refused(result) == [f"null-not-allowed {kind}[0].{field}"]


@pytest.mark.parametrize(("kind", "field"), EVERY_FIELD)
def test_t16_a_value_of_another_kind(kind: str, field: str) -> None:
    (told,) = refused(read_plain(one(kind, {**MAKERS[kind](), field: {"a": 1}})))
    assert told == f"wrong-value {kind}[0].{field}"


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind != "tickets"])
def test_t16_an_unknown_field(kind: str) -> None:
    result = read_plain(one(kind, {**MAKERS[kind](), "colour": "red"}))
    assert refused(result) == [f"unknown-field {kind}[0].colour"]
    assert "The fields are " in result[1][0].repair


def test_an_unknown_field_is_told_with_the_nearest_known_name() -> None:
    result = read_plain(one("incidents", incident(Cause="x", servcie="y")))
    assert refused(result) == ["unknown-field incidents[0].Cause", "unknown-field incidents[0].servcie"]
    assert [finding.repair[:24] for finding in result[1]] == ['Did you mean "cause"? A ', 'Did you mean "service"? ']


def test_fields_with_odd_names_have_paths_that_can_be_read() -> None:
    names = ["", "a.b", "[0]", "\n", "x" * 500, "na me", "naïve", "\x1b[31m", "__class__", "{0.__init__}", "%s"]
    result = read_plain(one("incidents", {**incident(), **dict.fromkeys(names, 1)}))
    told = refused(result)
    assert told[:4] == [
        'unknown-field incidents[0].""',
        'unknown-field incidents[0]."a.b"',
        'unknown-field incidents[0]."[0]"',
        'unknown-field incidents[0]."\\x0a"',
    ]
    assert 'unknown-field incidents[0]."\\x1b[31m"' in told
    assert len(told) == len(names)


@pytest.mark.parametrize("record", [None, 5, "INC-1", [], True, OrderedDict(incident())])
def test_what_is_no_record(record: object) -> None:
    assert refused(read_plain(one("incidents", record))) == ["not-a-record incidents[0]"]


def test_an_unknown_cause_is_unknown_however_it_is_said() -> None:
    left_out, null = without(incident(), "cause"), incident(cause=None)
    for record in (left_out, null):
        assert sound(read_plain(plain(incidents=[record]))).incidents[0].cause is None


def test_a_window_that_was_not_announced_is_not_one_of_which_it_is_unknown() -> None:
    timeline = sound(read_plain(plain(maintenance=[window("A", announced=None), without(window("B"), "announced")])))
    assert timeline.maintenance is not None
    assert [(w.announced, w.announced_known) for w in timeline.maintenance] == [(None, True), (None, False)]
    assert all(type(w) is Window for w in timeline.maintenance)


def test_t19_ids_are_texts() -> None:
    ids = ["007", "7", "1e5", "NULL", "null", " a ", "a", "true", "INC-1"]
    timeline = sound(read_plain(plain(incidents=[incident(id) for id in ids])))
    assert [i.id for i in timeline.incidents] == ids


def test_t17_texts_are_kept_as_they_are() -> None:
    texts = ["=cmd()", "<script>", "\x1b]52;c;x\x07", "${x}", "%s", "é", "\u202e"]
    timeline = sound(read_plain(plain(incidents=[incident(text, cause=text) for text in texts])))
    assert [i.cause for i in timeline.incidents] == texts


def test_t02_an_incident_of_no_length_is_kept() -> None:
    at = "2026-03-04T10:00:00Z"
    (kept,) = sound(read_plain(plain(incidents=[incident(start=at, end=at)]))).incidents
    assert kept.start == kept.end


def test_t12_records_keep_the_order_in_which_they_are_given() -> None:
    given = [incident("B"), incident("C", start="2026-01-01T00:00:00Z"), incident("A")]
    assert [i.id for i in sound(read_plain(plain(incidents=given))).incidents] == ["B", "C", "A"]


def test_records_are_what_they_are_called() -> None:
    assert type(sound(read_plain(plain(incidents=[incident()]))).incidents[0]) is Incident


def test_a_list_may_be_a_tuple_for_python() -> None:
    assert len(sound(read_plain(plain(incidents=(incident("A"), incident("B"))))).incidents) == 2
