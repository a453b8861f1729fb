"""Findings as workflow commands: levels, places, and what has to be escaped."""

from __future__ import annotations

import pytest

from sla_dsl.faces.pictures.github import commands
from sla_dsl.findings.finding import Finding, Severity, Span
from sla_dsl.findings.source import Source

SOURCES = {"a.sla": Source("a.sla", "one two\nthree\n"), "b,c:d%.sla": Source("b,c:d%.sla", "x")}


def command(finding: Finding) -> str:
    (line,) = commands([finding], SOURCES)
    return line


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_the_levels(severity: Severity, level: str) -> None:
    finding = Finding("a-code", "It is so.", Span(4, 7), severity=severity, source="a.sla")
    assert command(finding) == f"::{level} file=a.sla,line=1,col=5,endLine=1,endColumn=8,title=a-code::It is so."


def test_words_over_several_lines_have_no_columns() -> None:
    finding = Finding("a-code", "It is so.", Span(4, 10), source="a.sla")
    assert command(finding) == "::error file=a.sla,line=1,endLine=2,title=a-code::It is so."


def test_a_finding_without_a_place_and_one_without_a_file() -> None:
    assert command(Finding("a-code", "So.", source="no.sla")) == "::error file=no.sla,title=a-code::So."
    assert command(Finding("a-code", "So.", field="account")) == "::error title=a-code::account: So."


def test_what_would_end_a_command_or_a_property_is_escaped() -> None:
    finding = Finding("a-code", "100 %, a:b\r", Span(0, 1), repair="One\nTwo: 5 %", source="b,c:d%.sla")
    assert command(finding) == (
        "::error file=b%2Cc%3Ad%25.sla,line=1,col=1,endLine=1,endColumn=2,title=a-code"
        "::100 %25, a:b\\x0d%0AOne%0ATwo: 5 %25"
    )


def test_nothing_hidden_gets_out() -> None:
    line = command(Finding("a-code", "\x1b]0;x\x07 \u202e ::error::x", source="a.sla"))
    assert line.isprintable()
    assert line.startswith("::error file=a.sla,title=a-code::")


def test_what_is_accepted_is_left_out() -> None:
    assert list(commands([Finding("a-code", "So.", severity="note", accepted="it is meant")], {})) == []
