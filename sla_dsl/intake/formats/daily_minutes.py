"""Minutes by the day: a CSV with a row for each day of a service, and how many minutes of it were an outage.

There are no clock times in it.  Where in the day the minutes lie, in which zone the day is one, and which columns
count, is asked; columns that count are added up.
"""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.measured.day_totals import Placing, Total, ask_placing, read_minutes, stated_day
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.reading.collecting import Collected
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export, Stated
from sla_dsl.intake.tables.columns import NONE
from sla_dsl.intake.tables.csv_tables import header_of, read_csv
from sla_dsl.intake.tables.shared_columns import ask_column, ask_columns, wrong_tables
from sla_dsl.intake.tables.table import Table
from sla_dsl.records import NamedTuple

_TITLE = "Minutes of outage by the day"
_MINUTES = "Which columns are minutes of outage that count? Those of one row are added up."


class _Columns(NamedTuple):
    """The names of the columns; `service` is empty where all rows are of one."""

    day: str
    service: str
    minutes: tuple[str, ...]


def sniff(file: SourceFile) -> bool:
    """A table with days and minutes."""
    names = [name.casefold() for name in header_of(file)]
    return any(name in ("date", "day") for name in names) and any("minutes" in name for name in names)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The outages of all days, once the columns and the place of the minutes are known."""
    tables = [read_csv(file, asking) for file in files]
    collected = Collected()
    collected.findings += wrong_tables(tables, _TITLE)
    columns = None if collected.findings else _columns(tables, asking)
    placing = ask_placing("", asking)
    for table in tables:
        collected.read += len(table.refused)
        collected.refused += table.refused
        for raw in table.records():
            collected.take(raw, _day(raw, columns, placing) if columns and placing else None)
    return collected.export()._replace(cut_off_unseen=True)


def _columns(tables: Sequence[Table], asking: Asking) -> _Columns | None:
    day = ask_column("day", "Which column is the day?", tables, asking)
    service = ask_column("service", "Which column is the service?", tables, asking, "all rows are about the same")
    minutes = ask_columns("minutes", _MINUTES, tables, asking)
    if day is None or service is None or minutes is None:
        return None
    return _Columns(day, "" if service == NONE else service, minutes)


def _day(raw: Raw, columns: _Columns, placing: Placing) -> Stated | None:
    service = raw.text(columns.service) if columns.service else ""
    length = sum(read_minutes(raw, name) for name in columns.minutes)
    names = columns.day, " and ".join(columns.minutes)
    return stated_day(raw, Total(service, raw.text(columns.day), length, names), placing)


READER = Reader(
    "daily-minutes",
    _TITLE,
    "a CSV file with a row for each day of a service: the day, the service, its minutes of outage",
    "an incident for each day with minutes that count",
    sniff,
    read,
)
