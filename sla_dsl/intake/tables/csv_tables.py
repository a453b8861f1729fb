"""CSV as programs export it: strictly read, with the separator that the first line shows.

Lines end with LF or CRLF, quotes may hold line ends, the text is UTF-8 with or without a mark.  A row that has another
number of cells than the first is refused.  Whether the last row is whole is asked where its line does not end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_dsl.evidence import csv_mistakes
from sla_dsl.evidence.csv_cells import Row, read_rows
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.tables.table import WIDEST, Table, TableRow, column_names

_SEPARATORS = ",;\t"
_SAYS = re.compile(r"sep=([,;\t])\r?\n")
_QUOTED = re.compile(r'"[^"]*"')
_FEW = 5
"""Rows that may be wrong in a table that has hardly any others."""

_EXCEL = 'In Excel: "Save as", and there "CSV UTF-8".'
WHOLE = "whole"
CUT = "cut off"


def read_csv(file: SourceFile, asking: Asking) -> Table:
    """The table of a file."""
    text = file.text()
    if isinstance(text, Finding):
        return _wrong(file, text._replace(repair=f"{text.repair} {_EXCEL}"))
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        return _wrong(file, _plain(csv_mistakes.nul_character(f"line {line}", Span(nul, nul + 1)), file))
    rows = list(_rows(text))
    header = rows[0].cells if rows and not rows[0].wrong else []
    why = _no_header(header)
    if why:
        return _wrong(file, mistakes.not_this_form(file.name, "a table", why, ""))
    never_closed = [_why(row, file) for row in rows if row.wrong and row.wrong[0] is csv_mistakes.open_quote]
    if never_closed:
        return _wrong(file, never_closed[0])
    table = _table(file, header, rows[1:])
    if len(table.refused) > max(len(table.rows), _FEW):
        why = "most of its rows are not written as its first line is"
        return _wrong(file, mistakes.not_this_form(file.name, "a table", why, ""))
    return _with_last(table, text, asking)


def header_of(file: SourceFile) -> tuple[str, ...]:
    """The names of the columns; none of a file that is no text."""
    text = file.text()
    first = next(_rows(text), None) if isinstance(text, str) else None
    return () if first is None or first.wrong else column_names(first.cells)


def _wrong(file: SourceFile, finding: Finding) -> Table:
    return Table(file.name, findings=(finding,), cut_off_unseen=True)


def _rows(text: str) -> Iterator[Row]:
    """The rows that are not empty.  A first line `sep=;`, as Excel writes it, says what separates the cells."""
    said = _SAYS.match(text)
    separator = said[1] if said else _separator(text)
    rows = read_rows(text, separator, said.end(), 2) if said else read_rows(text, separator)
    return (row for row in rows if row.wrong or any(cell.strip() for cell in row.cells))


def _separator(text: str) -> str:
    """The sign that makes the most cells of the first line that is not empty."""
    first = next((line for line in text.split("\n", 100) if line.strip()), "")
    plain = _QUOTED.sub("", first)
    return max(_SEPARATORS, key=plain.count)


def _no_header(cells: list[str]) -> str:
    """Why the first row does not name the columns of a table; empty if it does."""
    named = [cell for cell in cells if cell.strip()]
    if len(named) < 2:
        return "its first line does not name columns, separated by commas, semicolons or tabs"
    return f"it has more than {WIDEST:,} columns" if len(cells) > WIDEST else ""


def _table(file: SourceFile, header: list[str], rows: list[Row]) -> Table:
    good = [row for row in rows if not row.wrong and len(row.cells) == len(header) and row.cells != header]
    bad = [row for row in rows if row.wrong or len(row.cells) != len(header) or row.cells == header]
    return Table(
        file.name,
        column_names(header),
        tuple(TableRow(f"line {row.line}", tuple(row.cells)) for row in good),
        tuple(mistakes.refused_row(_why(row, file, len(header))) for row in bad),
        cut_off_unseen=True,
    )


def _why(row: Row, file: SourceFile, width: int = 0) -> Finding:
    """What is wrong with how a row is written."""
    place, span = f"line {row.line}", Span(row.start, row.start + 1)
    if row.wrong:
        mistake, where = row.wrong
        return _plain(mistake(place, where), file)
    if len(row.cells) == width:
        return _plain(csv_mistakes.second_header(place, span), file)
    return _plain(csv_mistakes.ragged_row(place, span, len(row.cells), width), file)


def _plain(finding: Finding, file: SourceFile) -> Finding:
    return finding._replace(span=None, source=file.name)


def _with_last(table: Table, text: str, asking: Asking) -> Table:
    """The table, its last row refused if it is said to be cut off; asked where the last line does not end."""
    if text.endswith("\n") or not table.rows:
        return table
    last = table.rows[-1]
    words = f"The last line of {table.file} does not end, as if something were cut off there. Is its last row whole?"
    choices = (Choice(WHOLE, f'it ends with "{last.cells[-1][-60:]}"'), Choice(CUT, "the row is refused"))
    answer = asking.one(Question(("last_row", table.file), words, "choice", choices, "", f"{table.file}, {last.place}"))
    if answer != CUT:
        return table
    wrong = mistakes.wrong_field(table.file, last.place, "a whole row", "cut off")
    return table._replace(rows=table.rows[:-1], refused=(*table.refused, mistakes.refused_row(wrong)))
