"""Exports that are tables, for tests: small ones written in a line, the fixtures, and the whole files."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Answer, Key, Mapped
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Stated, StatedTicket
from sla_dsl.intake.timelines.choosing_times import Times
from sla_dsl.intake.timelines.making import Fate, fates_of_outages
from sla_dsl.intake.timelines.ticketing import fates_of_tickets
from tests.intake.common import DATA, mapping

USUAL: dict[Key, str] = {("account",): "acme", ("as_of",): "closed", ("records",): "not known"}
LOG = "servicenow/incident_event_log_part1.csv"
HEAD = "id,service,start,end,kind"
ROW = "1,Web,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,failure"


def file(text: str | bytes, name: str = "rows.csv") -> SourceFile:
    """A file with this content."""
    return SourceFile(name, text if isinstance(text, bytes) else text.encode())


def with_answers(answers: Mapping[Any, Any], base: Mapped | None = None) -> Mapped:
    """These answers, each with a reason, besides those of a mapping file or the usual ones."""
    known = base.answers if base else {key: Answer((given,), "so it is", None) for key, given in USUAL.items()}
    more = {
        key: Answer((given,) if isinstance(given, str) else tuple(given), "so it is", None)
        for key, given in answers.items()
    }
    return Mapped("rows.map.toml", "", {**known, **more})


def read(form: str, files: SourceFile | Sequence[SourceFile], mapped: Mapped | None = None) -> Imported:
    """What comes of files with a mapping; with the usual answers where there is none."""
    reader = reader_named(form)
    assert reader is not None
    several = [files] if isinstance(files, SourceFile) else files
    return import_files(reader, several, with_answers({}) if mapped is None else mapped)


def fixture(form: str, name: str, mapped: str | None = None) -> Imported:
    """What comes of a fixture with its mapping; `-` is none."""
    known = Mapped("none") if mapped == "-" else mapping(form, mapped or f"{name.rsplit('.', 1)[0]}.map.toml")
    return read(form, file((DATA / form / name).read_bytes(), name), known)


def made(form: str, files: SourceFile | Sequence[SourceFile], mapped: Mapped) -> dict[str, list[dict[str, Any]]]:
    """The records of a timeline by their list, before any reader of timelines sees them; nothing may be open."""
    reader = reader_named(form)
    assert reader is not None
    asking = Asking(mapped)
    export = reader.read([files] if isinstance(files, SourceFile) else files, asking)
    assert (export.findings, export.refused) == ((), ())
    times = Times(asking)
    outages = [one for one in export.records if isinstance(one, Stated)]
    tickets = [one for one in export.records if isinstance(one, StatedTicket)]
    fates: list[Fate] = [
        *fates_of_outages(outages, reader.topics, times, asking),
        *fates_of_tickets(tickets, reader.topics, times, asking),
    ]
    assert (list(asking.questions), list(asking.findings), times.findings) == ([], [], {})
    lists: dict[str, list[dict[str, Any]]] = {}
    for fate in fates:
        for one in fate.made:
            lists.setdefault(one.kind, []).append(one.plain)
    return lists


def names(found: Imported) -> list[str]:
    """The names of the open questions, their parts joined with a slash."""
    return ["/".join(question.key) for question in found.questions]


def workbook(*sheets: Sequence[Sequence[object]], names: Sequence[str] = (), hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets."""
    import openpyxl

    book = openpyxl.Workbook()
    del book["Sheet"]
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"Sheet{number + 1}")
        for row in rows:
            sheet.append(list(row))
        if sheet.title in hidden:
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
