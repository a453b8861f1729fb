"""What `formats.md` and `limits.md` print of the program: tables of fields, tables of files, limits, two results.

`python -m tests.docs.formats` writes them into the pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sla_dsl.evaluation.using import evaluate, load_policy, read_timeline
from sla_dsl.evidence.csv_folder import TABLES
from sla_dsl.evidence.csv_header import columns_of
from sla_dsl.evidence.fields import ACCOUNTS, HEAD, KINDS, SOURCE, Field, Kind
from sla_dsl.faces.pictures import limits
from tests.docs.blocks import FOLDER, Block, blocks, document
from tests.docs.transcripts import ROOT

NAME, LIMITS = "formats.md", "limits.md"
FIELDS = ("field", "kind", "what it is", "`null`", "left out")
Rows = list[tuple[str, ...]]


# ---------------------------------------------------------------- the timeline


def field_rows(fields: tuple[Field, ...]) -> Rows:
    """One row a field, as the description of the format has it."""
    return [
        (f"`{field.name}`", field.type, field.meaning, field.null or "—", field.absent or "must be there")
        for field in fields
    ]


def list_rows() -> Rows:
    """One row a list."""
    return [(f"`{kind.name}`", kind.meaning, kind.absent or "must be there") for kind in KINDS]


def file_rows() -> Rows:
    """One row a file of a folder, with its columns; those that may be left out in brackets."""
    return [(f"`{file}`", ", ".join(_columns(kind))) for file, kind in TABLES.items()]


def _columns(kind: Kind) -> Iterator[str]:
    if kind is not ACCOUNTS:
        yield "[`account`]"
    for name, field in columns_of(kind).items():
        yield f"[`{name}`]" if field.absent else f"`{name}`"
    if kind.steps:
        yield "one for each step"


def tables() -> list[Rows]:
    """The tables of the timeline's fields in the order of the page."""
    return [field_rows(HEAD), field_rows((SOURCE,)), *(field_rows(kind.fields) for kind in KINDS)]


# ---------------------------------------------------------------- results


def timeline_of_the_page() -> dict[str, Any]:
    """The timeline that the page begins with."""
    first = next(block for block in blocks(NAME) if block.language == "json")
    plain: dict[str, Any] = json.loads(first.text)
    return plain


def result(timeline: Mapping[str, Any]) -> dict[str, Any]:
    """The result for March, with what is long cut short."""
    policy = load_policy(ROOT / "policies" / "ecerium.sla").require()
    read = read_timeline(json.dumps(timeline)).require()
    data = evaluate(policy, read, ["2026-03"]).require().to_dict()
    data["policy"]["digest"] = data["evidence"]["digest"] = "sha256:…"
    data["versions"] = dict.fromkeys(data["versions"], "…") | {"language": data["versions"]["language"]}
    data["assumptions"] = data["assumptions"][:1]
    data["periods"][0]["explanation"] = {}
    return data


def shown(block: Block) -> str:
    """What a block with a result should show."""
    timeline = timeline_of_the_page()
    if block.words == ("result",):
        return json.dumps(result(timeline), indent=2, ensure_ascii=False) + "\n"
    del timeline["charges"]
    return json.dumps(result(timeline)["periods"][0]["credits"][0], indent=2, ensure_ascii=False) + "\n"


# ---------------------------------------------------------------- limits


def limit_rows() -> Rows:
    """Every limit that `sla limits` prints."""
    return [(line.text.rstrip("."), line.first.strip()) for line in limits.limit_lines() if line.first]


# ---------------------------------------------------------------- writing


def refresh() -> None:
    """Writes the tables and the results into the pages."""
    lines = document(NAME).splitlines()
    for block in reversed(blocks(NAME)):
        if block.words in (("result",), ("unknown",)):
            lines[block.line - 1 : block.line - 1 + block.text.count("\n")] = shown(block).splitlines()
    text = "\n".join(lines) + "\n"
    place = 0
    for rows in tables():
        text, place = _written(text, FIELDS, rows, place)
    text, _ = _written(text, ("list", "holds", "left out"), list_rows(), 0)
    text, _ = _written(text, ("file", "columns"), file_rows(), 0)
    (FOLDER / NAME).write_text(text, "utf-8")
    text, _ = _written(document(LIMITS), ("limit", "at most"), limit_rows(), 0)
    (FOLDER / LIMITS).write_text(text, "utf-8")


def _written(text: str, heading: tuple[str, ...], rows: Rows, start: int) -> tuple[str, int]:
    """The text with the rows below the next table that has this heading, and the place behind it."""
    head = f"| {' | '.join(heading)} |\n"
    begin = text.index("\n", text.index(head, start) + len(head)) + 1
    end = text.index("\n\n", begin - 1) + 1
    made = "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
    return text[:begin] + made + text[end:], begin + len(made)


if __name__ == "__main__":
    refresh()
