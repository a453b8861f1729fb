"""The header line: it alone decides, and it is decided by names that are known."""

from __future__ import annotations

import pytest

from sla_dsl.evidence.csv_header import ACCOUNT, columns_of, read_header
from sla_dsl.evidence.fields import CLAIMS, INCIDENTS, KINDS, TICKETS, Kind
from tests.evidence.making import told


def names(text: str, kind: Kind = INCIDENTS) -> tuple[str, list[str]]:
    header, findings = read_header(text, kind, "t.csv")
    assert header is not None, findings
    return header.delimiter, header.names


def test_the_columns_of_a_kind_are_its_fields() -> None:
    assert list(columns_of(INCIDENTS)) == ["id", "service", "start", "end", "cause", "source"]
    assert list(columns_of(CLAIMS)) == ["id", "at", "incident", "source"]
    assert all(ACCOUNT not in columns_of(kind) for kind in KINDS)


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_with_either_delimiter(kind: Kind, delimiter: str) -> None:
    columns = [ACCOUNT, *columns_of(kind)]
    assert names(delimiter.join(columns), kind) == (delimiter, columns)


def test_the_rows_below_have_no_say() -> None:
    assert names("id,service,start,end\n" + "a;b;c;d\n" * 100)[0] == ","


def test_names_may_be_in_quotes() -> None:
    assert names('"id";"service";"start";"end"')[1] == ["id", "service", "start", "end"]


def test_places_are_those_of_the_names() -> None:
    text = "id,colour,service,start,end,id\n"
    _, (unknown, double) = read_header(text, INCIDENTS, "t.csv")
    assert told([unknown, double]) == [
        "unknown-column t.csv, line 1, column colour",
        "double-column t.csv, line 1, column id",
    ]
    assert unknown.span is not None
    assert double.span is not None
    assert text[unknown.span.start : unknown.span.end] == "colour"
    assert double.span.start == text.rindex("id")


def test_a_step_has_a_name() -> None:
    _, findings = read_header("id,priority,opened,, \n", TICKETS, "t.csv")
    assert told(findings) == ['unknown-column t.csv, line 1, column ""', 'unknown-column t.csv, line 1, column " "']
