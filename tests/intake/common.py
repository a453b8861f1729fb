"""What the tests of all forms share: the files that they read, and what an import came to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Mapped, name_of, read_mapping
from sla_dsl.intake.importing import Imported

DATA = Path(__file__).parent / "data"
WHOLE = Path(os.environ.get("SLA_SHARED_DATA") or Path(__file__).parents[3] / "shared" / "data")
"""The whole files from which the excerpts were taken; they are no part of the project."""


def whole(name: str) -> Path:
    """A whole file; the test is skipped where it is not there."""
    path = WHOLE / name
    if not path.exists():
        pytest.skip(f"{name} is not there: only excerpts belong to the project")
    return path


def mapping(form: str, name: str) -> Mapped:
    """The answers in a mapping file beside the excerpts."""
    mapped, found = read_mapping((DATA / form / name).read_text("utf-8"), name, form)
    assert found == []
    return mapped


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
