"""Logs, tables and calendars for tests: excerpts, the whole files where they are there, and texts made by hand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Answer, Key, Mapped, read_mapping
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.sources import SourceFile

DATA = Path(__file__).parent / "data"
WHOLE = Path(os.environ.get("SLA_SHARED_DATA") or Path(__file__).parents[3] / "shared" / "data")
"""The whole files from which the excerpts were taken; they are no part of the project."""

ALWAYS: Mapping[Key, str] = {("account",): "acme", ("as_of",): "closed", ("records",): "not known"}


def whole(*names: str) -> list[SourceFile]:
    """Whole files; the test is skipped where they are not there."""
    paths = [WHOLE / name for name in names]
    if not all(path.exists() for path in paths):
        pytest.skip("the whole files are not there: only excerpts belong to the project")
    return [SourceFile(path.name, path.read_bytes()) for path in paths]


def mapping(form: str, name: str, **changes: str) -> Mapped:
    """The answers in a mapping file beside the excerpts, some of them changed."""
    mapped, found = read_mapping((DATA / form / name).read_text("utf-8"), name, form)
    assert found == []
    return mapped._replace(answers={**mapped.answers, **_answers({(key,): answer for key, answer in changes.items()})})


def _answers(given: Mapping[Key, str]) -> dict[Key, Answer]:
    return {key: Answer(tuple(answer.split("|")), "so it is", None) for key, answer in given.items()}


def answered(form: str, answers: Mapping[Key, str]) -> Mapped:
    """These answers besides those that are always wanted; several of one are divided by a bar."""
    return Mapped("small.map.toml", form, _answers({**ALWAYS, **answers}))


def imported(form: str, files: list[SourceFile], mapped: Mapped | None = None) -> Imported:
    """What comes of files."""
    reader = reader_named(form)
    assert reader is not None
    return import_files(reader, files, mapped or Mapped("none", form))


def of_text(form: str, text: str, answers: Mapping[Key, str]) -> Imported:
    """What comes of one file with this text."""
    return imported(form, [SourceFile("export", text.encode())], answered(form, answers))


def open_keys(found: Imported) -> list[Key]:
    """The names of the open questions, in parts."""
    return [question.key for question in found.questions]


def open_groups(found: Imported) -> dict[str, int]:
    """How many questions are open about each thing."""
    groups: dict[str, int] = {}
    for question in found.questions:
        groups[question.key[0]] = groups.get(question.key[0], 0) + 1
    return groups


def errors(found: Imported) -> list[tuple[str, str | None]]:
    """What is wrong, each with its place."""
    return [(finding.code, finding.field) for finding in found.findings if finding.severity == "error"]


def records(found: Imported, kind: str = "incidents") -> list[dict[str, Any]]:
    """The records of one list of the timeline; nothing may be open or wrong."""
    assert (open_keys(found), errors(found)) == ([], [])
    assert found.timeline is not None
    return list(found.timeline.get(kind, []))


def spans(found: Imported, kind: str = "incidents") -> list[tuple[str, str | None]]:
    """From when to when each of them lasts."""
    return [(record["start"], record["end"]) for record in records(found, kind)]


def equation(found: Imported) -> tuple[int, int, int, int]:
    """Records read, imported, set aside, refused."""
    assert found.tally is not None
    tally = found.tally
    return tally.read, tally.imported, sum(tally.aside.values()), tally.refused
