"""A table of tickets, CSV or Excel, one row each, with columns of times: opened, answered, solved.

Which column holds what is asked, unless a column has exactly our name for it; so is what an empty cell means in a
column of times.  A table with a row for each state of a ticket is another form (`servicenow`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import NOT_NAMED, Export, StatedTicket, label
from sla_dsl.intake.tables.columns import EMPTY, Columns, Wanted, joined
from sla_dsl.intake.tables.export import TableExport
from sla_dsl.intake.tables.opening import first_columns, read_tables
from sla_dsl.intake.tables.steps import empties, steps_of
from sla_dsl.records import NamedTuple

_FIELDS = (
    Wanted("id", "what a ticket is called (several in a list are joined, none: its line)"),
    Wanted("priority", "how urgent it is"),
    Wanted("opened", "when it was opened (a list of two: the day and the time of day)"),
    Wanted(
        "steps",
        "when something happened that the policy has recorded: answered, solved; a list of columns",
        several=True,
    ),
    Wanted("status", "its state, if tickets in some state do not count"),
)


def sniff(file: SourceFile) -> bool:
    """A table with our names for the most important columns."""
    return {"priority", "opened"} <= first_columns(file)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The tickets of all tables."""
    table = TableExport(read_tables(files, asking), asking)
    columns = Columns(table.tables, _FIELDS, asking)
    for wanted in _FIELDS if columns.names else ():
        columns.find(wanted)
    table.findings += columns.findings()
    if columns.is_open or not columns.names or table.findings:
        return table.export()
    chosen = {name: found or () for name, found in columns.chosen.items()}
    clock = table.clock([*chosen["opened"], *chosen["steps"]])
    if clock is None:
        return table.export()
    rows = _Rows(chosen, clock, empties(table.raws, chosen["steps"], asking), len(files) > 1)
    return table.export(table.each(rows.record), columns.unread())


class _Rows(NamedTuple):
    """How rows are read: their columns, their clock, the steps that have not happened where nothing stands."""

    chosen: Mapping[str, tuple[str, ...]]
    clock: Clock
    open_steps: Sequence[str]
    several: bool

    def record(self, raw: Raw) -> StatedTicket:
        """What a row states."""
        chosen = self.chosen
        raw.id = joined(raw, chosen["id"], "/") or (raw.origin.words() if self.several else "")
        written = joined(raw, chosen["opened"], " ")
        if not written:
            raw.text(chosen["opened"][0] if chosen["opened"] else "opened")
        return StatedTicket(
            raw.origin,
            raw.id,
            joined(raw, chosen["priority"]) or NOT_NAMED,
            raw.said(chosen["opened"][0], written, self.clock) if written else (),
            steps=tuple(steps_of(raw, chosen["steps"], self.clock, self.open_steps)),
            labels=label("status", (joined(raw, chosen["status"]) or EMPTY) if chosen["status"] else ""),
        )


READER = Reader(
    "tickets",
    "Tables of tickets",
    "CSV (UTF-8), or an Excel workbook (with the extra 'excel'): a row for each, names of columns in the first row",
    "tickets with their steps",
    sniff,
    read,
    {"status": Topic("Does a ticket with the state {} count?")},
)
