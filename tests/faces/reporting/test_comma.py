"""The report as one table."""

from __future__ import annotations

import csv
import io
import re

import pytest

from sla_dsl.evaluation.result import Result
from sla_dsl.faces.reporting.comma import comma_separated
from sla_dsl.faces.reporting.making import report_of
from tests.faces.reporting.reports import mail, still
from tests.faces.running import assert_golden, incident

Rows = list[dict[str, str]]


def rows_of(result: Result, language: str = "en", *, incognito: bool = False) -> Rows:
    data = comma_separated(report_of(result, language, incognito=incognito))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_whole_table() -> None:
    assert_golden("report.csv", comma_separated(still(report_of(mail()))).decode("utf-8-sig").replace("\r\n", "\n"))


def test_it_is_marked_as_utf_8_and_its_lines_end_as_spreadsheets_have_it() -> None:
    data = comma_separated(report_of(mail()))
    assert data.startswith(b"\xef\xbb\xbfAccount,Period,Section,")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_amounts_times_and_shares_are_numbers_with_their_units() -> None:
    rows = {(row["Section"], row["Name"]): row for row in rows_of(mail())}
    assert [
        (row["Value"], row["Unit"]) for row in (rows["Service credits", "Credit"], rows["What was measured", "Uptime"])
    ] == [
        ("50", "EUR"),
        ("99.810185", "%"),
    ]
    assert (rows["Incidents", "I-2"]["Seconds"], rows["Incidents", "I-2"]["Value"]) == ("7990", "810")


def test_an_amount_that_is_not_due_is_no_value() -> None:
    row = next(row for row in rows_of(mail(reports=[])) if row["Section"] == "Service credits")
    assert (row["Status"], row["Value"]) == ("not due: a condition is not met", "")


def test_what_is_not_known_is_told_and_has_no_value() -> None:
    rows = rows_of(mail(incidents=[incident(cause=None)], maintenance=[]))
    (missing, *_) = [row for row in rows if row["Section"].startswith("What is not known")]
    assert missing["Name"] == "the cause of incident I-1"
    assert [row["Value"] for row in rows if row["Section"] == "Incidents"] == [""]


def test_names_that_begin_like_formulas_are_no_formulas() -> None:
    evil = mail(account='=HYPERLINK("x")', incidents=[incident(id="@I")], reports=[], maintenance=[])
    rows = rows_of(evil)
    assert {row["Account"] for row in rows} == {'\'=HYPERLINK("x")'}
    assert [row["Name"] for row in rows if row["Section"] == "Incidents"] == ["'@I"]


def test_the_head_is_in_the_language_that_was_asked_for() -> None:
    assert list(rows_of(mail(), "de")[0])[:5] == ["Kunde", "Zeitraum", "Abschnitt", "Name", "Stand"]


@pytest.mark.parametrize("name", ["x;=1+1", "x;@SUM(1)", 'x; "=1', "x;'-1", "x;＝1", "=1"])
def test_no_name_is_a_formula_where_semicolons_end_cells_either(name: str) -> None:
    text = comma_separated(report_of(mail(incidents=[incident(id=name)], reports=[], maintenance=[]))).decode(
        "utf-8-sig"
    )
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert [cell for cell in cells if re.match(r"\"?[=+\-@＝]", cell.strip())] == []
