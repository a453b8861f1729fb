"""The report as a workbook."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest

from sla_dsl.evaluation.result import Result
from sla_dsl.faces.reporting import workbook as module
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.workbook import workbook
from tests.faces.reporting.reports import mail, rich
from tests.faces.running import incident, result, timeline

openpyxl = pytest.importorskip("openpyxl")


def book(result: Result, language: str = "en") -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(report_of(result, language))))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def test_a_sheet_for_each_kind_of_thing() -> None:
    first = ["Answer", "Incidents", "Time", "Totals of time", "Arithmetic", "Assumptions"]
    assert book(mail()).sheetnames == [*first, "Support tickets", "About"]
    assert book(mail(tickets=[])).sheetnames == [*first, "About"]
    assert book(mail(incidents=[incident(cause=None)], maintenance=[])).sheetnames[6] == "Not known"
    assert book(mail(), "nl").sheetnames[0] == "Uitkomst"


def test_the_answer_has_its_amount_as_a_number() -> None:
    credit, promise, downtime, uptime = rows(book(mail())["Answer"])
    assert (credit["Name"], credit["Status"], credit["Value"], credit["Unit"]) == ("Credit", "due", 50, "EUR")
    assert credit["Rate"] == 0.1
    assert (promise["Status"], promise["Value"]) == ("missed", None)
    assert downtime["Value"] == 4920
    assert uptime["Value"] == "99.810185… %"


def test_amounts_show_the_decimals_of_their_currency_and_shares_are_in_percent() -> None:
    sheet = book(mail())["Answer"]
    forms = {cell.value: cell.number_format for cell in sheet[2] if isinstance(cell.value, int | float)}
    assert forms == {50: "#,##0.00", 0.1: "0%"}


def test_times_are_dates_where_these_say_the_same() -> None:
    first = rows(book(mail())["Incidents"])[0]
    assert first["From"] == dt.datetime.fromisoformat("2026-03-04T09:12:40")
    assert (first["Seconds"], first["Seconds that count"]) == (4045, 4085)


def test_a_fraction_of_a_second_and_a_time_that_is_shown_twice_are_texts() -> None:
    odd = incident(start="2026-03-04T09:12:40.5+01:00")
    assert rows(book(mail(incidents=[odd], maintenance=[]))["Incidents"])[0]["From"] == "2026-03-04 09:12:40.5"
    twice = incident(start="2025-10-26T02:30:00+01:00", end="2025-10-26T03:30:00+01:00")
    october = result(timeline(incidents=[twice], reports=[], maintenance=[], tickets=[]), "2025-10")
    assert rows(book(october)["Incidents"])[0]["From"] == "2025-10-26 02:30 (+01:00)"


def test_an_incident_that_goes_on_has_no_end() -> None:
    still = mail(incidents=[incident(end=None)], maintenance=[], tickets=[])
    assert rows(book(still)["Incidents"])[0]["To"] is None


def test_the_head_stays_in_sight_and_no_column_is_too_wide() -> None:
    for sheet in book(rich()):
        assert sheet.freeze_panes == "A2"
        assert all(9 <= column.width <= 60 for column in sheet.column_dimensions.values())
        assert all(cell.font.bold for cell in sheet[1])


def test_a_great_amount_has_room_for_its_signs() -> None:
    charges = [{"period": "2026-03", "what": "fee", "amount": "123456789.00", "currency": "EUR"}]
    sheet = book(mail(charges=charges))["Arithmetic"]
    assert sheet.column_dimensions["D"].width >= len("123,456,789.00")


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+1", "-1", "#N/A", "#REF!", "TRUE", "1e5", "a\x1bb"])
def test_no_name_is_taken_for_anything_but_a_text(name: str) -> None:
    evil = mail(account=name, incidents=[incident(id=name)], reports=[], maintenance=[])
    made = book(evil)
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    assert not [cell.value for cell in cells if isinstance(cell.value, str) and cell.value[:1] in "=+@-" and cell.value]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert workbook(report_of(mail())) == workbook(report_of(mail()))


def test_rows_beyond_what_a_sheet_holds_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    assert [row[0].value for row in book(mail())["Incidents"].iter_rows()] == [
        "Period",
        "2026-03",
        "2026-03",
        "2 rows of 3",
    ]
