"""Excel workbooks: what their cells become, which sheet is meant, and files that are damaged or made to hurt."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from decimal import Decimal

import pytest

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Mapped
from sla_dsl.intake.tables import workbook as module
from sla_dsl.intake.tables.table import Table
from sla_dsl.intake.tables.workbook import read_workbook
from tests.intake.common import equation, errors
from tests.intake.made_tables import file, names, read, with_answers, workbook


def local(*parts: int) -> dt.datetime:
    """A time as a workbook has it: without a zone."""
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


HEADER = ("id", "service", "start", "end", "kind")
FIRST = ("1", "Web", local(2026, 3, 4, 10, 0), local(2026, 3, 4, 11, 0), "failure")
SECOND = ("2", "Web", "2026-03-05T10:00:00Z", "2026-03-05T11:00:00Z", "failure")
ANSWERS = {("service", "Web"): "web", ("cause", "(not said)"): "bug", ("zone",): "Europe/Brussels"}


def tables(data: bytes, mapped: Mapped | None = None) -> list[Table]:
    return read_workbook(file(data, "rows.xlsx"), Asking(mapped or Mapped()))


def cells(*row: object) -> tuple[str, ...]:
    [table] = tables(workbook([[f"c{number}" for number in range(len(row))], row]))
    assert (table.findings, table.refused) == ((), ())
    return table.rows[0].cells


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, changes.get(part.filename, old.read(part)))
    return stream.getvalue()


def test_what_cells_become() -> None:
    assert cells("text", 4711, True, False, None, Decimal("0.5")) == ("text", "4711", "yes", "no", "", "0.5")
    assert cells(local(2026, 3, 4, 10, 7), dt.time(9, 5)) == ("2026-03-04 10:07:00", "09:05:00")


def test_a_cell_that_shows_a_day_has_no_time_of_day() -> None:
    assert cells(dt.date(2026, 3, 4), "x") == ("2026-03-04", "x")


@pytest.mark.parametrize("shown", ["[$-th-TH]dd/mm/yyyy", 'dd/mm/yyyy "hours"', r"dd/mm/yyyy \h"])
def test_an_h_that_is_no_hour_shows_no_time_of_day(shown: str) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook([("service", "start"), ("Web", local(2026, 3, 4))])))
    book.worksheets[0]["B2"].number_format = shown
    stream = io.BytesIO()
    book.save(stream)
    [table] = tables(stream.getvalue())
    assert table.rows[0].cells == ("Web", "2026-03-04")


def test_midnight_is_a_time_of_day_where_the_cell_shows_it() -> None:
    assert cells(local(2026, 3, 4), "x") == ("2026-03-04 00:00:00", "x")


def test_a_workbook_imports_as_a_table_does() -> None:
    found = read("sheet", file(workbook([HEADER, FIRST, SECOND]), "rows.xlsx"), with_answers(ANSWERS))
    assert equation(found) == (2, 2, 0, 0)
    assert found.timeline is not None
    assert [(one["start"], one["source"]) for one in found.timeline["incidents"]] == [
        ("2026-03-04T09:00:00Z", "rows.xlsx, row 2"),
        ("2026-03-05T10:00:00Z", "rows.xlsx, row 3"),
    ]


def test_no_one_asks_for_the_number_of_rows_of_a_workbook() -> None:
    assert "records" not in names(read("sheet", file(workbook([HEADER, FIRST]), "rows.xlsx"), Mapped()))


def test_a_day_without_a_time_of_day_is_refused() -> None:
    row = ("1", "Web", dt.date(2026, 3, 4), None, "failure")
    found = read("sheet", file(workbook([HEADER, row]), "rows.xlsx"))
    assert errors(found) == [("export-time", "row 2, column start")]
    assert found.findings[0].message == 'The time "2026-03-04" cannot be read: it has no time of day.'


def test_a_serial_number_of_excel_is_refused_with_what_to_do() -> None:
    found = read("sheet", file(workbook([HEADER, ("1", "Web", 46085, None, "failure")]), "rows.xlsx"))
    assert "show the column as dates with times" in found.findings[0].message


def test_rows_that_are_empty_are_no_records_and_keep_their_numbers() -> None:
    [table] = tables(workbook([(), ("a", "b"), (), ("1", "2"), (None, None)]))
    assert [(row.place, row.cells) for row in table.rows] == [("row 4", ("1", "2"))]


def test_what_stands_beside_the_table_is_refused() -> None:
    [table] = tables(workbook([("a", "b"), ("1", "2"), ("1", "2", "see mail"), ("a", "b")]))
    assert [one.name for one in table.refused] == ["row 3", "row 4"]


def test_a_formula_that_was_never_worked_out_is_refused() -> None:
    [table] = tables(workbook([("a", "b"), ("1", "=1+1"), ("1", "2")]))
    assert [(one.name, one.findings[0].message) for one in table.refused] == [
        (
            "row 2",
            "It should be a row of values under the names of the columns, and is "
            "a formula whose value was never saved.",
        )
    ]


def test_which_sheet_is_asked() -> None:
    data = workbook([HEADER, FIRST], [("a", "b")], [], names=("March", "Notes", "Empty"), hidden=("Notes",))
    found = read("sheet", file(data, "rows.xlsx"))
    assert names(found) == ["sheet/rows.xlsx"]
    assert [(one.answer, one.meaning) for one in found.questions[0].choices] == [
        ("March", "2 rows"),
        ("Notes", "hidden, 1 row"),
    ]
    one = read("sheet", file(data, "rows.xlsx"), with_answers({**ANSWERS, ("sheet", "rows.xlsx"): "March"}))
    assert one.timeline is not None
    assert one.timeline["incidents"][0]["source"] == "rows.xlsx, sheet March, row 2"


def test_several_sheets_are_one_export() -> None:
    data = workbook([HEADER, FIRST], [HEADER, SECOND], names=("March", "April"))
    mapped = with_answers({**ANSWERS, ("sheet", "rows.xlsx"): ["March", "April"]})
    assert equation(read("sheet", file(data, "rows.xlsx"), mapped)) == (2, 2, 0, 0)


def test_one_hidden_sheet_is_asked_about_too() -> None:
    data = workbook([HEADER, FIRST], [], names=("March", "Empty"), hidden=("March",))
    assert names(read("sheet", file(data, "rows.xlsx"))) == ["sheet/rows.xlsx"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 64, b"id,service\n", workbook([])])
def test_what_is_no_workbook_with_rows(data: bytes) -> None:
    [table] = tables(data)
    assert [finding.code for finding in table.findings] == ["export-form"]


def test_a_sheet_that_does_not_name_its_columns() -> None:
    [table] = tables(workbook([("Incidents of March",), ("a", "b"), ("1", "2")]))
    assert "does not name columns in its first row" in table.findings[0].message


def test_a_workbook_cut_off_anywhere_is_told() -> None:
    data = workbook([HEADER, FIRST])
    for length in range(0, len(data), 97):
        [table] = tables(data[:length])
        assert [finding.code for finding in table.findings] == ["export-form"]


def test_a_damaged_part_is_told() -> None:
    data = repacked(workbook([HEADER, FIRST]), {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"})
    assert [finding.code for table in tables(data) for finding in table.findings] == ["export-form"]


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1 << 20)
    data = repacked(workbook([HEADER, FIRST]), {"xl/worksheets/sheet1.xml": b" " * (1 << 21)})
    assert len(data) < 1 << 14
    [finding] = tables(data)[0].findings
    assert finding.message == "The file cannot be read: it unpacks to more than 1 MiB."


def test_a_workbook_that_declares_entities_is_not_read() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    for text in (bomb, bomb.decode().encode("utf-16")):
        data = repacked(workbook([HEADER, FIRST]), {"xl/worksheets/sheet1.xml": text})
        assert "declares a document type" in tables(data)[0].findings[0].message


def test_a_row_at_the_far_end_is_too_wide() -> None:
    [table] = tables(workbook([["x"] * 1_001]))
    assert "more than 200,000 rows or 1,000 columns" in table.findings[0].message


@pytest.mark.parametrize("cell", ["A2000000000", "XFD2"])
def test_a_cell_far_away_is_not_walked_to(cell: str) -> None:
    row = cell.lstrip("ADFX")
    text = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="{row}"><c r="{cell}"/></row></sheetData></worksheet>'
    )
    data = repacked(workbook([HEADER, FIRST]), {"xl/worksheets/sheet1.xml": text.encode()})
    assert "more than 200,000 rows or 1,000 columns" in tables(data)[0].findings[0].message


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook([HEADER, FIRST])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    [finding] = tables(data)[0].findings
    assert (finding.code, finding.repair) == ("export-form", 'Install it with: pip install "sla-dsl[excel]".')


def test_the_date_system_of_old_apple_computers() -> None:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.create_sheet("Old", 0)
    sheet.append(["a", "b"])
    sheet.append([local(2026, 3, 4, 10, 0), "x"])
    stream = io.BytesIO()
    book.save(stream)
    assert tables(stream.getvalue())[0].rows[0].cells[0] == "2026-03-04 10:00:00"
