"""Excel workbooks (.xlsx): the sheets that hold rows, as texts.  Formulas are never worked out.

The values are those that the program kept which saved the file.  A cell with a date has no zone, and one that shows
a day only has no time of day.  Needs openpyxl (the extra `excel`), imported when a workbook is read.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from sla_dsl.evidence import limits
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.wording import counted
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.tables.table import WIDEST, Table, TableRow, column_names
from sla_dsl.records import NamedTuple

EXTRA = "excel"
LARGEST = limits.FILE_BYTES
"""Bytes of a workbook when it is unpacked."""

LOWEST = 1_048_576
"""Excel's last row: numbers beyond it are made up, and there are empty rows up to them."""

_WORDS = re.compile(r'\[\$[^\]]*\]|"[^"]*"|\\.')
"""What a format shows as it stands: a language, a text in quotation marks, a letter behind a backslash."""

_DAMAGED = "it is no workbook that Excel would open, or it is damaged"
_NO_VALUE = "a formula whose value was never saved"


class _Sheet(NamedTuple):
    """A sheet that holds anything: its rows with their numbers, without the empty ones."""

    name: str
    hidden: bool
    rows: list[tuple[int, list[str]]]


def read_workbook(file: SourceFile, asking: Asking) -> list[Table]:
    """The tables of a workbook; asks which sheets are meant where there are several."""
    why = _why_not_opened(file.data)
    if why:
        return [Table(file.name, findings=(mistakes.cannot_be_read(file.name, why),))]
    try:
        sheets = list(_sheets(file.data))
    except ImportError:
        return [Table(file.name, findings=(mistakes.not_installed(file.name, "An Excel workbook", EXTRA),))]
    except _TooLarge as large:
        return [Table(file.name, findings=(mistakes.cannot_be_read(file.name, str(large)),))]
    except Exception:
        # The library raises whatever its parts raise for a file that is damaged or made up.
        return [Table(file.name, findings=(mistakes.cannot_be_read(file.name, _DAMAGED),))]
    if not sheets:
        return [Table(file.name, findings=(mistakes.cannot_be_read(file.name, "no sheet of it holds anything"),))]
    return [_table(file, sheet, len(sheets) > 1) for sheet in _wanted(file, sheets, asking)]


class _TooLarge(Exception):
    """The workbook is larger than anybody's list of records."""


def _why_not_opened(data: bytes) -> str:
    """Why the file is not even given to the library: it is no archive, or a small file that unpacks to a huge one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > LARGEST:
                return f"it unpacks to more than {LARGEST // 2**20:,} MiB"
            if any(_declares(archive, part) for part in parts if part.filename.endswith((".xml", ".rels"))):
                return "it declares a document type, which no workbook has"
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return _DAMAGED
    return ""


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part declares entities, which could unpack to anything; read to its end, which checks its sum."""
    text = archive.read(part).replace(b"\0", b"")
    return b"<!DOCTYPE" in text or b"<!ENTITY" in text


def _sheets(data: bytes) -> Iterator[_Sheet]:
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    for shown, written in zip(values.worksheets, formulas.worksheets, strict=True):
        shown.reset_dimensions()
        written.reset_dimensions()
        rows = list(_rows(shown.iter_rows(), written.iter_rows()))
        if rows:
            yield _Sheet(shown.title, shown.sheet_state != "visible", rows)


def _rows(shown: Any, written: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, by their numbers."""
    count = 0
    for number, (cells, formulas) in enumerate(zip(shown, written, strict=True), start=1):
        if number > LOWEST or count > limits.RECORDS or len(cells) > WIDEST:
            raise _TooLarge(f"it has more than {limits.RECORDS:,} rows or {WIDEST:,} columns")
        if not any(cell.value is not None for cell in formulas):
            continue
        count += 1
        yield number, [_text(cell, formula) for cell, formula in zip(cells, formulas, strict=True)]


def _text(cell: Any, formula: Any) -> str:
    """A cell as text, exactly as far as the workbook says."""
    value = cell.value
    match value:
        case None:
            return _NO_VALUE if formula.value is not None else ""
        case bool():
            return "yes" if value else "no"
        case dt.datetime():
            return value.date().isoformat() if _shows_day_only(cell, value) else value.isoformat(sep=" ")
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return str(value).strip()


def _shows_day_only(cell: Any, value: dt.datetime) -> bool:
    """Whether a cell is formatted as a day: then its midnight is nobody's time of day."""
    shown = _WORDS.sub("", str(cell.number_format).casefold())
    return value.time() == dt.time() and "h" not in shown


def _wanted(file: SourceFile, sheets: Sequence[_Sheet], asking: Asking) -> list[_Sheet]:
    if len(sheets) == 1 and not sheets[0].hidden:
        return list(sheets)
    choices = tuple(
        Choice(sheet.name, f"{'hidden, ' if sheet.hidden else ''}{counted(len(sheet.rows), 'row')}") for sheet in sheets
    )
    words = f"Which sheet of {file.name} holds the records?"
    answers = asking.ask(Question(("sheet", file.name), words, "names", choices, "several of them in a list"))
    return [sheet for sheet in sheets if sheet.name in (answers or ())]


def _table(file: SourceFile, sheet: _Sheet, named: bool) -> Table:
    """The rows under the first one; cells to the right of the last named column must be empty."""
    (_, header), *rows = sheet.rows
    width = max((number for number, cell in enumerate(header, start=1) if cell), default=0)
    if sum(bool(cell) for cell in header) < 2:
        where = f'the sheet "{sheet.name}" does not name columns in its first row'
        return Table(file.name, findings=(mistakes.not_this_form(file.name, "a table", where, ""),))
    place = f"sheet {sheet.name}, row" if named else "row"
    found = [(f"{place} {number}", cells) for number, cells in rows]
    wrong = [(at, why) for at, cells in found if (why := _why(cells, header, width))]
    bad = {at for at, _ in wrong}
    return Table(
        file.name,
        column_names(header[:width]),
        tuple(TableRow(at, tuple(_filled(cells, width))) for at, cells in found if at not in bad),
        tuple(mistakes.refused_row(_refusal(file, at, why)) for at, why in wrong),
    )


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _why(cells: Sequence[str], header: Sequence[str], width: int) -> str:
    """What is wrong with a row; empty if nothing is."""
    if _NO_VALUE in cells:
        return _NO_VALUE
    if any(cells[width:]):
        return "a cell beside the table"
    return "the first row again" if _filled(cells, width) == list(header[:width]) else ""


def _refusal(file: SourceFile, place: str, why: str) -> Finding:
    return mistakes.wrong_field(file.name, place, "a row of values under the names of the columns", why)
