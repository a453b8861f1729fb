"""A report as a workbook of several sheets (Excel, LibreOffice): dates and numbers as such where they are exact."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import Any

from sla_dsl.faces.layout import columns
from sla_dsl.faces.reporting.cells import Cell, exact_decimal, harmless, in_units, plain_text
from sla_dsl.faces.reporting.model import Figure, Moment, Report
from sla_dsl.faces.reporting.tables import Sheet, sheets_of
from sla_dsl.values.currencies import MINOR_DIGITS

WIDEST, NARROWEST = 60, 9
"""Columns are as wide as what stands in them, but not wider: longer texts are wrapped."""

MOST_ROWS = 1_000_000
"""A sheet holds some rows more; what goes beyond is told and left out."""

_STILL = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file bears: the same report gives the same bytes."""


def workbook(report: Report) -> bytes:
    """The file; raises ImportError where the library that writes it is not installed."""
    from openpyxl import Workbook

    made: Any = Workbook()
    made.remove(made.active)
    for sheet in sheets_of(report):
        _fill(made.create_sheet(sheet.name), sheet)
    made.properties.creator, made.properties.title = "sla report", plain_text(report.title)
    written = io.BytesIO()
    made.save(written)
    return _without_times(written.getvalue())


def _fill(page: Any, sheet: Sheet) -> None:
    """A sheet with its head, which stays in sight, and its rows."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    top, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for line, row in enumerate([sheet.head, *sheet.rows[:MOST_ROWS]], start=1):
        for place, cell in enumerate(row, start=1):
            spot = page.cell(line, place)
            _write(spot, cell)
            spot.alignment = top
            if line == 1:
                spot.font = bold
    for place, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.freeze_panes, page.auto_filter.ref = "A2", page.dimensions
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    if len(sheet.rows) > MOST_ROWS:
        page.cell(MOST_ROWS + 2, 1).value = f"{MOST_ROWS:,} rows of {len(sheet.rows):,}"


def _write(spot: Any, cell: Cell) -> None:
    """Fills a cell: a number or a date where the sheet can hold it exactly, and else a text."""
    value, form = _value(cell)
    if value is None:
        return
    spot.value = value
    if isinstance(value, str):
        spot.data_type = "s"
    elif form:
        spot.number_format = form


def _value(cell: Cell) -> tuple[Any, str]:
    """What a cell holds, and how it is shown."""
    if isinstance(cell, Figure):
        number = in_units(cell)
        exact = None if number is None else exact_decimal(number)
        return (harmless(cell.words), "") if exact is None else (exact, _number_form(cell, exact))
    if isinstance(cell, Moment):
        # A time that the clocks show twice, or a fraction of a second, would not be what the cell shows.
        plain = "(" not in cell.words and "." not in cell.words
        return (cell.local, "yyyy-mm-dd hh:mm:ss") if plain else (cell.words, "")
    if isinstance(cell, dt.date):
        return cell, "yyyy-mm-dd"
    return (cell, "0") if isinstance(cell, int) else (plain_text(cell) or None, "")


def _number_form(figure: Figure, number: Decimal) -> str:
    """How a number is shown: with all its decimals, and those that its currency has."""
    decimals = max(-int(number.normalize().as_tuple().exponent), 0)
    if figure.unit == "ratio":
        return f"0{_places(max(decimals - 2, 0))}%"
    return f"#,##0{_places(max(decimals, MINOR_DIGITS.get(figure.unit, 0)))}"


def _places(number: int) -> str:
    return f".{'0' * number}" if number else ""


def _widths(sheet: Sheet) -> list[int]:
    """The width of each column, from its head and its first rows."""
    rows = [sheet.head, *sheet.rows[:500]]
    every = [[_width(row[place]) for row in rows] for place in range(len(sheet.head))]
    return [min(max(NARROWEST, *column), WIDEST) for column in every]


def _width(cell: Cell) -> int:
    """How wide a cell is: a number with the signs between its thousands, and its decimals."""
    wide = columns(plain_text(cell))
    return wide + wide // 3 + 5 if isinstance(cell, Figure) else wide + 2


_WRITTEN_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _without_times(data: bytes) -> bytes:
    """The same file without the time at which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = _WRITTEN_AT.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _STILL), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
