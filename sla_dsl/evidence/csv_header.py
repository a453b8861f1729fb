"""The header line of a table: from it alone come the delimiter and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sla_dsl.evidence import csv_mistakes as mistakes
from sla_dsl.evidence.csv_cells import Row, cell_span, read_rows
from sla_dsl.evidence.fields import ACCOUNTS, OWN_FIELDS, SOURCE, Field, Kind
from sla_dsl.evidence.places import in_path
from sla_dsl.evidence.wording import nearest
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple

ACCOUNT = "account"


class Header(NamedTuple):
    """The names of the columns in the order of the file, and what stands between two cells."""

    names: list[str]
    delimiter: str


def columns_of(kind: Kind) -> dict[str, Field]:
    """The columns that a table of this kind has, but for steps, the account and the writer's own."""
    further = () if kind is ACCOUNTS else (SOURCE,)
    return {field.column or field.name: field for field in (*kind.fields, *further)}


def read_header(text: str, kind: Kind, table: str) -> tuple[Header | None, list[Finding]]:
    """The header of a table, None if it cannot be used, and what is wrong with it."""
    columns = columns_of(kind)
    if not text.strip():
        return None, [mistakes.empty_table(table, tuple(columns))]
    rows = {delimiter: next(read_rows(text, delimiter)) for delimiter in ",;"}
    delimiter = max(",;", key=lambda one: len({ACCOUNT, *columns}.intersection(rows[one].cells)))
    row = rows[delimiter]
    if row.wrong:
        mistake, span = row.wrong
        return None, [mistake(f"{table}, line {row.line}", span)]
    found = [*_wrong_names(text, delimiter, row, kind, table), *_missing_names(row.cells, columns, table)]
    return (None if found else Header(row.cells, delimiter)), found


def _wrong_names(text: str, delimiter: str, row: Row, kind: Kind, table: str) -> Iterator[Finding]:
    """Columns that are here twice, or that the table does not have."""
    known = [*columns_of(kind), ACCOUNT]
    # A step whose name is like `source` is a step: a source may always be left out.
    missing = [name for name in columns_of(kind) if name not in row.cells and name != SOURCE.name]
    for number, name in enumerate(row.cells):
        span = cell_span(text, delimiter, row, number)
        place = f"{table}, line {row.line}, column {in_path(name)}"
        step = kind.steps and name.strip() and not nearest(name, missing)
        if name in row.cells[:number]:
            yield mistakes.double_column(place, span, name)
        elif not (name in known or name.startswith(OWN_FIELDS) or step):
            yield mistakes.unknown_column(place, span, name, known)


def _missing_names(names: Sequence[str], columns: Mapping[str, Field], table: str) -> Iterator[Finding]:
    for name, field in columns.items():
        if not field.absent and name not in names:
            yield mistakes.missing_column(f"{table}, line 1, column {name}", name, field.meaning)
