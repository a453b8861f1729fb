"""Exports that are tables: CSV and Excel, as rows of texts by the names of their columns."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import Refused
from sla_dsl.records import NamedTuple

WIDEST = 1_000
"""Columns of a table; one with more is no list of records."""


class TableRow(NamedTuple):
    """A row: where it stands (`line 4`, `row 4`), and its cells as texts."""

    place: str
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table of a file.

    `columns`: their names, each once.  `refused`: rows that are not written as they should be.  `findings`: what is
    wrong with the file as a whole.  `cut_off_unseen`: whether it looks whole without its last rows, too.
    """

    file: str
    columns: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
    refused: tuple[Refused, ...] = ()
    findings: tuple[Finding, ...] = ()
    cut_off_unseen: bool = False

    def records(self, missing: Sequence[str] = ()) -> list[Raw]:
        """The rows as records; a cell that holds one of the texts in `missing` is empty."""
        return [self._record(row, missing) for row in self.rows]

    def _record(self, row: TableRow, missing: Sequence[str]) -> Raw:
        cells = ("" if cell in missing else cell.strip() for cell in row.cells)
        return Raw(self.file, row.place, dict(zip(self.columns, cells, strict=True)), ", column ")


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of columns as the first row has them; one without a name, or with one that is there twice, has its
    number as well."""
    stripped = [cell.strip() for cell in cells]
    return tuple(
        name if name and stripped.count(name) == 1 else f"{name} (column {number})".strip()
        for number, name in enumerate(stripped, start=1)
    )
