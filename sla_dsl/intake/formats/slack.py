"""Slack: what its status page gives at `/api/v2.0.0/history` and `/current`.

No record says when it began or when it was over: `date_created` is mostly the time of the first note, and
`date_updated` that of the last, which is often a summary days later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, first_has, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export, Label, Stated

CURRENT = "active_incidents"
STATUSES = ("active", "resolved", "scheduled", "completed", "cancelled")

_FIRST = "it is when the record was made, mostly with its first note"
_LAST = "it is the time of the last note, often a summary days later"


def sniff(file: SourceFile) -> bool:
    """A list whose records have notes, or the incidents of the moment."""
    value, _ = file.json()
    return first_has(value, "date_created", "notes") or (isinstance(value, dict) and CURRENT in value)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The incidents, outages, notices and planned work."""
    return read_json(files, _read_one)


def _read_one(export: JsonExport) -> Iterator[AnyStated]:
    if not isinstance(export.value, dict):
        yield from export.listed(_record, "date_created")
        return
    page = export.whole((CURRENT,), f'"{CURRENT}"')
    if page:
        yield from export.records(page, CURRENT, _record)


def _record(raw: Raw) -> Stated | Aside:
    raw.id = raw.text("id")
    kind, status = raw.text("type"), raw.text("status")
    if status and status not in STATUSES:
        raw.refuse("status", "one of " + ", ".join(STATUSES), f'the text "{status}"')
    made = _planned(raw) if kind == "maintenance" else _failure(raw, status == "active")
    if status == "cancelled":
        return Aside(raw.origin, 'the status is "cancelled"')
    return made._replace(labels=(Label("type", kind),))


def _failure(raw: Raw, going: bool) -> Stated:
    starts = raw.time("date_created", needed=True, weak=_FIRST)
    ends = raw.time("date_updated", needed=True, weak=_LAST)
    return Stated(raw.origin, "outage", raw.id, raw.texts("services"), starts, () if going else ends, still_open=going)


def _planned(raw: Raw) -> Stated:
    """Planned work: its window stands in the text of the notes only."""
    told = raw.time("date_created", needed=True)
    return Stated(raw.origin, "planned", raw.id, raw.texts("services"), announced=told)


READER = Reader(
    "slack",
    "Slack incidents",
    "the history of its status page, from /api/v2.0.0/history or /api/v2.0.0/current",
    "incidents and maintenance windows, whose starts and ends are those of the notes",
    sniff,
    read,
    {"type": Topic("Does a record of the type {} count?")},
)
