"""Small exports for tests: records made by hand, a reader that gives them, mappings written in a line or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.intake.answers.asking import Asking, Names
from sla_dsl.intake.answers.mapping import Mapped, name_of, read_mapping
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export, Origin, Said, Stamp, Stated, StatedTicket
from sla_dsl.values.instant import read_instant

FILE = "export.json"
TOPICS = {
    "impact": Topic("Does the impact {} count?"),
    "effect": Topic("Was the service down with the effect {}?", "down"),
}
ASKED = {
    "account": "acme",
    "as_of": "closed",
    'service."Web"': "web",
    'cause."(not said)"': "failure",
}
"""Answers to what is always open."""


def stamp(text: str) -> Stamp:
    """A time of March 2026, such as `04 10:00`, in UTC; with a leading `local` without an offset."""
    local = text.removeprefix("local ")
    day, clock = local.split()
    iso = f"2026-03-{day}T{clock}:00"
    instant = read_instant(iso + "Z")
    assert isinstance(instant, int)
    return Stamp(text, None, iso) if local != text else Stamp(text, instant)


def said(**times: str) -> tuple[Said, ...]:
    """Times under their names."""
    return tuple(Said(name, stamp(text)) for name, text in times.items())


def outage(number: int = 0, **changes: Any) -> Stated:
    """A failure of the web for an hour, with some fields changed."""
    plain = Stated(
        Origin(FILE, f"incidents[{number}]"),
        "outage",
        f"I-{number}",
        ("Web",),
        said(started_at="04 10:00"),
        said(resolved_at="04 11:00"),
    )
    return plain._replace(**changes)


def planned(number: int = 0, **changes: Any) -> Stated:
    """Planned work on the web for two hours, with some fields changed."""
    return outage(number, use="planned", starts=said(from_="10 02:00"), ends=said(until="10 04:00"))._replace(**changes)


def ticket(number: int = 0, **changes: Any) -> StatedTicket:
    """A ticket that was opened, with some fields changed."""
    origin = Origin(FILE, f"tickets[{number}]")
    return StatedTicket(origin, f"T-{number}", "1 - Critical", said(opened_at="04 10:00"))._replace(**changes)


def mapped(answers: Mapping[str, str] | None = None) -> Mapped:
    """A mapping with these answers, each with a reason."""
    lines = [f'{name} = {{ is = "{answer}", because = "so it is" }}' for name, answer in (answers or {}).items()]
    found, wrong = read_mapping("\n".join(['format = "sla-mapping/1"', 'export = "small"', *lines]), "acme.map.toml")
    assert wrong == []
    return found


def reader(export: Export) -> Reader:
    """A reader that gives this, whatever it is given."""

    def read(files: Sequence[SourceFile], asking: Asking) -> Export:
        return export

    return Reader("small", "small exports", "nothing", "all kinds", lambda file: True, read, TOPICS)


def imported(
    *records: Stated | StatedTicket,
    answers: Mapping[str, str] | None = None,
    names: Names | None = None,
    **export: Any,
) -> Imported:
    """What comes of these records with these answers besides the usual ones."""
    parts = sum(record.parts for record in records)
    whole = Export(records, parts)._replace(**export)
    known = {**ASKED, **(answers or {})}
    return import_files(reader(whole), (SourceFile(FILE, b"{}"),), mapped(known), names)


def timeline(*records: Stated | StatedTicket, **answers: Any) -> dict[str, Any]:
    """The timeline that is made of these records; everything must have been answered."""
    found = imported(*records, **answers)
    assert (questions(found), codes(found)) == ([], [])
    assert found.timeline is not None
    return found.timeline


def questions(found: Imported) -> list[str]:
    """The names of the open questions."""
    return [name_of(question.key) for question in found.questions]


def codes(found: Imported) -> list[str]:
    """The codes of what is wrong; answers that nobody asked for are not."""
    return [finding.code for finding in found.findings if finding.severity != "note"]
