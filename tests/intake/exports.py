"""Exports for tests: the excerpts beside the tests, the whole files where they are there, and values made by hand."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Answer, Key, Mapped, name_of, read_mapping
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.sources import SourceFile

DATA = Path(__file__).parent / "data"
SHARED = Path(os.environ.get("SLA_SHARED_DATA") or Path(__file__).parents[3] / "shared" / "data")
"""The whole files from which the excerpts were taken; they are no part of the project."""


def whole(name: str) -> Path:
    """A whole file; the test is skipped where it is not there."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not there: only excerpts belong to the project")
    return path


def mapping(form: str, name: str) -> Mapped:
    """The answers in a mapping file beside the excerpts."""
    mapped, found = read_mapping((DATA / form / name).read_text("utf-8"), name, form)
    assert found == []
    return mapped


def answered(mapped: Mapped, changes: Mapping[Key, str]) -> Mapped:
    """The same answers with some changed."""
    changed = {key: Answer((given,), "so it is", None) for key, given in changes.items()}
    return mapped._replace(answers={**mapped.answers, **changed})


def imported(form: str, path: Path, mapped: Mapped | None = None) -> Imported:
    """What comes of a file."""
    reader = reader_named(form)
    assert reader is not None
    return import_files(reader, (SourceFile(path.name, path.read_bytes()),), mapped or Mapped("none"))


def made(form: str, *values: object, **answers: str) -> Imported:
    """What comes of values as files of JSON, with answers under the names that have no parts."""
    return made_with(form, values, {(key,): answer for key, answer in answers.items()})


def made_with(form: str, values: tuple[object, ...], answers: Mapping[Key, str]) -> Imported:
    """What comes of values as files of JSON, with these answers besides the usual ones."""
    reader = reader_named(form)
    assert reader is not None
    usual: dict[Key, str] = {("account",): "acme", ("as_of",): "2030-01-01T00:00:00Z", ("cause", "(not said)"): "bug"}
    mapped = answered(Mapped("small.map.toml", form), {**usual, **answers})
    names = ["export.json", *(f"export{number}.json" for number in range(2, len(values) + 1))]
    files = [
        SourceFile(name, json.dumps(value).encode()) for name, value in zip(names[: len(values)], values, strict=True)
    ]
    return import_files(reader, files, mapped)


def open_groups(found: Imported) -> dict[str, int]:
    """How many questions are open about each thing."""
    groups: dict[str, int] = {}
    for question in found.questions:
        groups[question.key[0]] = groups.get(question.key[0], 0) + 1
    return groups


def open_names(found: Imported) -> list[str]:
    """The names of the open questions."""
    return [name_of(question.key) for question in found.questions]


def errors(found: Imported) -> list[tuple[str, str | None]]:
    """What is wrong, each with its place."""
    return [(finding.code, finding.field) for finding in found.findings if finding.severity == "error"]


def records(found: Imported, kind: str = "incidents") -> list[dict[str, Any]]:
    """The records of one list of the timeline; nothing may be open or wrong."""
    assert (open_names(found), errors(found)) == ([], [])
    assert found.timeline is not None
    return list(found.timeline.get(kind, []))


def equation(found: Imported) -> tuple[int, int, int, int]:
    """Records read, imported, set aside, refused."""
    assert found.tally is not None
    tally = found.tally
    return tally.read, tally.imported, sum(tally.aside.values()), tally.refused
