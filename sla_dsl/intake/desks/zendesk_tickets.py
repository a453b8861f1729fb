"""Tickets of Zendesk as they are now: from the JSON of its interface, and from the CSV of an export."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reading.json_pages import Paging, read_pages
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import NOT_NAMED, Export, StatedTicket, label
from sla_dsl.intake.tables.columns import missing_columns
from sla_dsl.intake.tables.export import TableExport
from sla_dsl.intake.tables.opening import read_tables
from sla_dsl.intake.tables.steps import steps_of

TICKETS = "tickets"
COLUMNS = ("id", "status", "priority", "created at")
_NEEDED = ("Id", "Status", "Priority", "Created at")
_STEPS = ("Initially assigned at", "Assigned at", "Solved at")
_PAGING = Paging(TICKETS, ("count",), ("end_of_stream",), ("meta", "has_more"))


def read_json_tickets(files: Sequence[SourceFile]) -> Export:
    """The tickets of all pages."""
    return read_pages(files, _PAGING, _ticket)


def _ticket(raw: Raw) -> StatedTicket:
    raw.id = raw.text("id")
    priority = raw.text("priority", needed=False) or NOT_NAMED
    opened = raw.time("created_at", needed=True)
    return StatedTicket(raw.origin, raw.id, priority, opened, labels=label("status", raw.text("status", needed=False)))


def read_table_tickets(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The rows of an export."""
    table = TableExport(read_tables(files, asking), asking)
    table.findings += missing_columns(table.tables, _NEEDED, "tickets from Zendesk")
    clock = None if table.findings else table.clock([_NEEDED[3], *_STEPS])
    return table.export() if clock is None else table.export(table.each(partial(_row, clock=clock)))


def _row(raw: Raw, clock: Clock) -> StatedTicket:
    raw.id = raw.text("Id")
    steps = [name for name in _STEPS if name in raw.names()]
    return StatedTicket(
        raw.origin,
        raw.id,
        raw.text("Priority", needed=False) or NOT_NAMED,
        raw.time("Created at", clock, needed=True),
        steps=tuple(steps_of(raw, steps, clock, steps)),
        labels=label("status", raw.text("Status", needed=False)),
    )
