"""The pages of formats and limits against the program: every field is there and no other, every example is read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest

from sla_dsl.evaluation import schema
from sla_dsl.evaluation.credits import Status
from sla_dsl.evaluation.targets import Verdict
from sla_dsl.evidence import limits as evidence_limits
from sla_dsl.evidence.csv_folder import read_folder
from sla_dsl.evidence.fields import FieldType
from sla_dsl.evidence.json_lines import read_lines
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.scalars import READERS
from sla_dsl.evidence.wrong import Wrong
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.pictures.boundary_schema import boundary_schema
from sla_dsl.faces.pictures.finding_data import finding_data
from sla_dsl.findings.finding import Finding
from tests.docs.blocks import Block, blocks, cells, document, in_code, table
from tests.docs.formats import FIELDS, LIMITS, NAME, file_rows, limit_rows, list_rows, shown, tables

TEXT = document(NAME)
BLOCKS = blocks(NAME)
RESULT = schema.result_schema()
PARTS = RESULT["$defs"]

AGREED = {
    "field of the result": {"format", "policy", "account", "as_of", "periods", "notes"},
    "field of a period": {
        *("period", "start", "end", "measures", "guarantees"),
        *("credits", "incidents", "tickets", "explanation"),
    },
    "field of a measure": {"seconds", "ratio", "percent"},
    "field of a credit": {
        *("name", "status", "rate", "amount", "currency", "capped"),
        *("because", "needs", "least", "most", "claim_by"),
    },
    "field of an incident": {"id", "seconds", "verdict", "because"},
    "field of a target": {"name", "due", "verdict"},
}
"""The fields that every program writes which gives a `sla-result/1`; a format never loses one."""


def _named(block: Block) -> str:
    return block.name


# ---------------------------------------------------------------- the timeline


def _tables(heading: tuple[str, ...]) -> list[list[tuple[str, ...]]]:
    """The rows of every table with this heading."""
    found: list[list[tuple[str, ...]]] = []
    for part in TEXT.split(f"| {' | '.join(heading)} |\n")[1:]:
        lines = part.split("\n\n")[0].splitlines()[1:]
        found.append([cells(line) for line in lines])
    return found


def test_the_tables_of_fields_are_those_that_the_readers_go_by() -> None:
    assert _tables(FIELDS) == tables()
    assert table(TEXT, "list", "holds") == list_rows()
    assert table(TEXT, "file", "columns") == file_rows()


def test_every_kind_of_value_is_explained_and_its_example_is_read() -> None:
    rows = {row[0]: row[1] for row in table(TEXT, "kind", "how it is written")}
    assert set(rows) == set(get_args(FieldType))
    for kind in get_args(FieldType):
        if kind not in ("text", "texts", "reference", "references", "ticket"):
            example = next(word for word in in_code(rows[kind]) if word not in ("T",))
            assert not isinstance(READERS[kind](example), Wrong), kind
    assert f"{evidence_limits.TEXT_LENGTH:,}" in rows["text"]


def test_the_timelines_of_the_page_are_read() -> None:
    for block in BLOCKS:
        if (block.language, block.words) == ("json", ("passing",)):
            timeline, findings = read_timeline(block.text)
            assert timeline is not None
            assert findings == []


def test_the_lines_of_the_page_are_read() -> None:
    (block,) = (block for block in BLOCKS if block.language == "jsonl")
    assert [line.account for line in read_lines(io.BytesIO(block.text.encode())) if line.timeline] == ["acme", "bolt"]


def test_the_tables_of_the_page_are_read() -> None:
    files = {block.options["file"]: block.text.encode() for block in BLOCKS if block.language == "csv"}
    (account,), findings = read_folder(files, "acme")
    assert [findings, account.findings] == [[], []]
    assert account.timeline is not None
    assert account.timeline.tickets is not None
    assert dict(account.timeline.tickets[0].steps)["responded"] is None


# ---------------------------------------------------------------- the result


def _properties(part: Mapping[str, Any]) -> set[str]:
    """The fields of a part, of all its forms."""
    forms = part.get("oneOf", [part])
    return {name for form in forms for name in form["properties"]}


def _parts() -> Iterator[tuple[str, set[str]]]:
    period = PARTS["period"]["properties"]
    yield "field of the result", _properties(RESULT)
    yield "field of a count", _properties(PARTS["count"])
    yield "field of a period", _properties(PARTS["period"])
    yield "field of a measure", _properties(PARTS["measure"])
    yield "field of a credit", _properties(PARTS["credit"])
    yield "field of an incident", _properties(period["incidents"]["items"])
    yield "field of a target", _properties(period["tickets"]["items"]["properties"]["targets"]["items"])
    yield "field of a part", _properties(period["ledger"]["additionalProperties"]["items"])
    yield "field of a step", _properties(PARTS["told"])
    yield "field of a stretch", _properties(PARTS["told"]["oneOf"][0]["properties"]["times"]["items"])
    yield "field of a compiled policy", set(schema.policy_schema()["properties"])
    yield "field of a finding", set(finding_data(Finding("a-code", "A sentence."), {}))
    yield "field of a line", {"account", "refused"}
    yield from _parts_of_tables()


def _parts_of_tables() -> Iterator[tuple[str, set[str]]]:
    whole = boundary_schema()
    table = whole["properties"]["tables"]["items"]
    parts = {name: table["properties"][name]["items"] for name in ("credits", "edges", "points")}
    yield "field of the boundary table", _properties(whole)
    yield "field of a table", _properties(table)
    yield "field of a credit along a line", _properties(parts["credits"])
    yield "field of a span", _properties(parts["credits"]["properties"]["spans"]["items"])
    yield "field of an edge", _properties(parts["edges"])
    yield "field of a point", _properties(parts["points"])


@pytest.mark.parametrize(("heading", "fields"), list(_parts()), ids=[heading for heading, _ in _parts()])
def test_every_field_that_is_written_is_explained_and_no_other(heading: str, fields: set[str]) -> None:
    first = [row[0] for row in table(TEXT, heading)]
    assert {in_code(cell)[0] for cell in first} == fields
    assert len(first) == len(fields)


@pytest.mark.parametrize("heading", AGREED)
def test_the_fields_of_the_agreed_format_are_in_bold(heading: str) -> None:
    bold = {in_code(row[0])[0] for row in table(TEXT, heading) if row[0].startswith("**")}
    assert bold == AGREED[heading]


def test_the_parts_that_have_no_table_are_named_in_words() -> None:
    rows = {in_code(row[0])[0]: row[1] for row in table(TEXT, "field of the result")}
    for name in ("policy", "versions", "evidence"):
        assert _properties(RESULT["properties"][name]) <= set(in_code(rows[name])) | {"records"}, name
    assert "`clause`" in rows["assumptions"]
    explanation = next(part for part in TEXT.split("\n\n") if part.startswith("Lists of `measures`"))
    assert _properties(PARTS["period"]["properties"]["explanation"]) <= set(in_code(explanation))


def test_all_words_for_how_something_stands_are_explained() -> None:
    assert [in_code(row[0])[0] for row in table(TEXT, "status", "when")] == list(get_args(Status))
    assert [in_code(row[0])[0] for row in table(TEXT, "verdict", "when")] == list(schema.INCIDENT_VERDICTS)
    assert [in_code(row[0])[0] for row in table(TEXT, "verdict of a target")] == list(get_args(Verdict))
    paragraph = next(part for part in TEXT.split("\n\n") if part.startswith("The buckets are"))
    assert tuple(in_code(paragraph)) == schema.BUCKETS


@pytest.mark.parametrize("block", [b for b in BLOCKS if b.words in (("result",), ("unknown",))], ids=_named)
def test_the_results_of_the_page_are_what_comes_out(block: Block) -> None:
    assert block.text == shown(block)


def test_a_line_that_is_refused_is_written_as_the_page_shows() -> None:
    (block,) = (block for block in BLOCKS if block.words == ("refused",))
    lines = b'\n{"format": "sla-timeline/1", "account": "bolt"}\n'
    refused = list(read_lines(io.BytesIO(lines), "accounts.jsonl"))[-1]
    data = {"account": refused.account, "refused": [finding_data(finding, {}) for finding in refused.findings]}
    assert json.loads(block.text) == data


def test_the_exit_statuses_are_those_of_the_program() -> None:
    assert [int(row[0]) for row in table(TEXT, "status", "meaning")] == [int(status) for status in Exit]


# ---------------------------------------------------------------- limits


def test_the_limits_of_the_page_are_those_of_the_program() -> None:
    assert table(document(LIMITS), "limit", "at most") == limit_rows()


def test_every_block_is_of_a_known_kind() -> None:
    kinds = {("json", "passing"), ("json", "result"), ("json", "unknown"), ("json", "refused"), ("jsonl", "passing")}
    assert {(block.language, *block.words) for block in BLOCKS} <= kinds | {("csv", "passing")}
    assert not re.search(r"(?m)^```(?!$|\w)", TEXT)
