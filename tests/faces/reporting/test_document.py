"""The report as Markdown."""

from __future__ import annotations

from sla_dsl.faces.reporting.document import markdown
from sla_dsl.faces.reporting.making import report_of
from tests.faces.reporting.reports import mail, rich, still
from tests.faces.running import assert_golden, incident


def test_the_whole_report() -> None:
    assert_golden("report.md", markdown(still(report_of(mail()))).decode())


def test_the_whole_report_in_dutch_without_names() -> None:
    assert_golden("report-incognito-nl.md", markdown(still(report_of(mail(), "nl", incognito=True))).decode())


def test_a_quarter_with_claims_and_several_measures() -> None:
    assert_golden("report-rich.md", markdown(still(report_of(rich()))).decode())


def test_what_is_not_known_stands_right_below_the_answer() -> None:
    text = markdown(report_of(mail(incidents=[incident(cause=None)], maintenance=[]))).decode()
    headings = [line for line in text.splitlines() if line.startswith("### ")]
    assert headings[:2] == ["### The answer", "### What is not known, and what hangs on it"]


def test_a_name_of_several_lines_stays_on_one() -> None:
    evil = "I-1\n99 hours of it count"
    text = markdown(report_of(mail(incidents=[incident(id=evil, cause=None)], reports=[], maintenance=[]))).decode()
    assert "<br>99 hours" not in text
    assert text.count("I-1\\\\x0a99 hours of it count") > 1


def test_names_are_no_markup() -> None:
    evil = "<img src=x onerror=alert(1)>|*[x](javascript:1)*\x1b"
    text = markdown(report_of(mail(account=evil, incidents=[incident(id=evil)], reports=[], maintenance=[]))).decode()
    assert "<img" not in text
    assert "[x](" not in text.replace("\\[x\\](", "")
    assert "\x1b" not in text
