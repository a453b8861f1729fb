"""Logs, tables and calendars for tests: excerpts, the whole files where they are there, and texts made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from sla_dsl.intake.answers.mapping import Answer, Key, Mapped
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.sources import SourceFile
from tests.intake import common

ALWAYS: Mapping[Key, str] = {("account",): "acme", ("as_of",): "closed", ("records",): "not known"}


def whole(*names: str) -> list[SourceFile]:
    """Whole files; the test is skipped where they are not there."""
    paths = [common.whole(name) for name in names]
    return [SourceFile(path.name, path.read_bytes()) for path in paths]


def mapping(form: str, name: str, **changes: str) -> Mapped:
    """The answers in a mapping file beside the excerpts, some of them changed."""
    mapped = common.mapping(form, name)
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


def spans(found: Imported, kind: str = "incidents") -> list[tuple[str, str | None]]:
    """From when to when each of them lasts."""
    return [(record["start"], record["end"]) for record in common.records(found, kind)]
