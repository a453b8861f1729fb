"""Exports for tests: the excerpts beside the tests, the whole files where they are there, and values made by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sla_dsl.intake.answers.mapping import Answer, Key, Mapped
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.sources import SourceFile


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
