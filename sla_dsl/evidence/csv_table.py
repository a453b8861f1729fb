"""One table of a folder: from the bytes of a file to its rows, or all that is wrong with how it is written."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.evidence import csv_mistakes as mistakes
from sla_dsl.evidence.csv_cells import Row, cell_span, read_rows
from sla_dsl.evidence.csv_header import ACCOUNT, Header, columns_of, read_header
from sla_dsl.evidence.fields import OWN_FIELDS, Field, Kind
from sla_dsl.evidence.utf8 import text_of
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.records import NamedTuple


class Table(NamedTuple):
    """The rows of a file, each with as many cells as the header has names."""

    kind: Kind
    text: str
    header: Header
    rows: list[Row]

    @property
    def file(self) -> str:
        """The name of the file."""
        return file_of(self.kind)

    @property
    def account_column(self) -> int | None:
        """The number of the column that says whose the row is, if there is one."""
        return self.header.names.index(ACCOUNT) if ACCOUNT in self.header.names else None

    def cell_span(self, row: Row, column: str) -> Span:
        """Where the cell of a row stands in the text; of a column that is not there, where the row begins."""
        if column not in self.header.names:
            return Span(row.start, row.start + 1)
        return cell_span(self.text, self.header.delimiter, row, self.header.names.index(column))

    def records(self) -> Iterator[dict[str, str | None]]:
        """The rows as mappings without the account; an empty cell is null where there may be null."""
        columns = columns_of(self.kind)
        named = [(number, name) for number, name in enumerate(self.header.names) if name != ACCOUNT]
        empty = {name: _empty(name, columns.get(name)) for _, name in named}
        for row in self.rows:
            yield {name: row.cells[number] or empty[name] for number, name in named}


def _empty(name: str, field: Field | None) -> str | None:
    """What an empty cell means: nothing, for a step too; an empty text, where there must be a value."""
    null = field.null if field else not name.startswith(OWN_FIELDS)
    return None if null else ""


def file_of(kind: Kind) -> str:
    """The name of the file that holds this kind of record."""
    return f"{kind.name}.csv"


def read_table(data: bytes, kind: Kind) -> tuple[Table | None, list[Finding]]:
    """The table of a file, None if it is refused, and what is wrong with it."""
    file = file_of(kind)
    text = text_of(data)
    if isinstance(text, Finding):
        return None, [text._replace(field=file)]
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        return None, [mistakes.nul_character(f"{file}, line {line}", Span(nul, nul + 1))]
    header, found = read_header(text, kind, file)
    if header is None:
        return None, found
    rows = _without_blank_end(list(read_rows(text, header.delimiter))[1:])
    found = [finding for row in rows for finding in _wrong_row(row, header, file)]
    return (None if found else Table(kind, text, header, rows)), found


def _without_blank_end(rows: list[Row]) -> list[Row]:
    """Blank lines may stand at the end, and nowhere else."""
    while rows and rows[-1].cells == [""]:
        rows.pop()
    return rows


def _wrong_row(row: Row, header: Header, file: str) -> Iterator[Finding]:
    place, span = f"{file}, line {row.line}", Span(row.start, row.start + 1)
    if row.wrong:
        mistake, where = row.wrong
        yield mistake(place, where)
    elif row.cells == [""]:
        yield mistakes.blank_row(place, span)
    elif row.cells == header.names:
        yield mistakes.second_header(place, span)
    elif len(row.cells) != len(header.names):
        yield mistakes.ragged_row(place, span, len(row.cells), len(header.names))
