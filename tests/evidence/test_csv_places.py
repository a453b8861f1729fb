"""Places in tables: named for people, and found again for underlining."""

from __future__ import annotations

import pickle

import pytest

from sla_dsl.evidence.csv_places import TablePlaces
from sla_dsl.evidence.csv_spans import spanned
from sla_dsl.evidence.csv_table import read_table
from sla_dsl.evidence.fields import INCIDENTS
from sla_dsl.evidence.places import WHOLE
from sla_dsl.findings.finding import Finding, Span

PLACES = TablePlaces("accounts.csv, line 4", {"incidents": [[2], [5]], "claims": [[3, 7]]})
TEXT = 'id,service,start,end\nA,"x\ny",b,c\nB,d,,f\n'


@pytest.mark.parametrize(
    ("kind", "index", "field", "place"),
    [
        ("incidents", 1, "cause", "incidents.csv, line 5, column cause"),
        ("incidents", 0, "", "incidents.csv, line 2"),
        ("incidents", WHOLE, "", "incidents.csv"),
        ("claims", 0, "at", "claims.csv, line 3, column at"),
        ("claims", 0, "incidents", "claims.csv, line 3, column incident"),
        ("claims", 0, "incidents[0]", "claims.csv, line 3, column incident"),
        ("claims", 0, "incidents[1]", "claims.csv, line 7, column incident"),
        ("", 0, "as_of", "accounts.csv, line 4, column as_of"),
        ("", 0, "", "accounts.csv, line 4"),
    ],
)
def test_places_for_people(kind: str, index: int, field: str, place: str) -> None:
    assert PLACES(kind, index, field) == place


def test_places_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(PLACES)) == PLACES


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("incidents.csv, line 2, column service", '"x\ny"'),
        ("incidents.csv, line 2, column end", "c"),
        ("incidents.csv, line 4, column start", ""),
        ("incidents.csv, line 4", "B"),
        ("incidents.csv, line 4, column nowhere", "B"),
    ],
)
def test_places_for_underlining(field: str, words: str) -> None:
    table, _ = read_table(TEXT.encode(), INCIDENTS)
    assert table is not None
    (finding,) = spanned([Finding("a", "b", field=field)], {"incidents": table}, "in")
    assert finding.source == "in/incidents.csv"
    assert finding.span is not None
    assert TEXT[finding.span.start : finding.span.end] == words


@pytest.mark.parametrize(
    ("field", "source"),
    [
        ("incidents.csv", "in/incidents.csv"),
        ("incidents.csv, line 3", "in/incidents.csv"),
        ("incidents.csv, line 99, column id", "in/incidents.csv"),
        ("rates.csv, line 2", "in/rates.csv"),
        ("folder acme", "in"),
        ("", "in"),
    ],
)
def test_what_has_no_place_in_a_table(field: str, source: str) -> None:
    table, _ = read_table(TEXT.encode(), INCIDENTS)
    assert table is not None
    (finding,) = spanned([Finding("a", "b", field=field)], {"incidents": table}, "in")
    assert (finding.source, finding.span) == (source, None)


def test_a_place_that_is_known_is_kept() -> None:
    (finding,) = spanned([Finding("a", "b", field="rates.csv, line 2", span=Span(3, 4))], {}, "")
    assert (finding.source, finding.span) == ("rates.csv", (3, 4))
