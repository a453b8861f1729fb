"""Support tickets in a report: none is left out of any form, and where its record came from is told."""

from __future__ import annotations

import csv
import io

import pytest

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.result import Result
from sla_dsl.faces.reporting.forms import written
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.page import page
from tests.faces.reporting.reports import mail, words
from tests.faces.running import result

POLICY = """Agreement "Test".
The time zone is UTC.
The period is each calendar quarter.
High is a priority: "high".
Low is a priority: "low".
Answer is a step on tickets recorded as Answered: "an answer".
Answer is due on a High ticket within 4 hours after it is opened.
"""


def two() -> Result:
    """A ticket with a target and one without."""
    opened = "2026-03-06T10:00:00Z"
    high = {"id": "T-1", "priority": "high", "opened": opened, "answered": opened, "source": "desk 1"}
    low = {"id": "T-2", "priority": "low", "opened": opened, "source": "desk 2"}
    plain = {"format": "sla-timeline/1", "account": "acme", "incidents": [], "tickets": [high, low]}
    return result(plain, "2026-Q1", of=read_policy(POLICY).require())


def test_a_ticket_without_a_target_says_so() -> None:
    assert "T-2: Low, opened 2026-03-06 10:00; the agreement sets no target for it" in words(report_of(two()))


def test_an_agreement_on_tickets_alone_has_no_empty_part() -> None:
    assert "How it was worked out" not in page(report_of(two()))
    assert "How it was worked out" in page(report_of(mail()))


@pytest.mark.parametrize("form", ["html", "md", "csv"])
def test_no_ticket_and_no_source_is_left_out(form: str) -> None:
    text = written(report_of(two()), form).decode("utf-8")
    for word in ("T-1", "T-2", "sets no target", "Recorded in: desk 1", "Recorded in: desk 2"):
        assert word in text


def test_the_workbook_has_a_row_for_each() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(written(report_of(two()), "xlsx")))["Support tickets"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[4], row[-1]) for row in rows] == [
        ("T-1", "Answer", "desk 1"),
        ("T-2", "the agreement sets no target for it", "desk 2"),
    ]


def test_the_table_says_whose_times_they_are_and_what_they_rest_on() -> None:
    rows = csv.DictReader(io.StringIO(written(report_of(mail()), "csv").decode("utf-8-sig")))
    about = {row["Name"]: row["In words"] for row in rows if row["Section"] == "About"}
    assert about["Time zone"] == "Europe/Brussels"
    assert about["Evidence"].startswith("sha256:")
    hidden = written(report_of(mail(), incognito=True), "csv").decode("utf-8")
    assert "Time zone" in hidden
    assert "sha256" not in hidden
