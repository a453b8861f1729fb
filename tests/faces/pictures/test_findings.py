"""Findings as text and as data."""

from __future__ import annotations

from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.finding_data import finding_data
from sla_dsl.faces.pictures.findings import counted, problems, told
from sla_dsl.findings.finding import Finding, Related, Span
from sla_dsl.findings.source import Source

SOURCE = Source("a.sla", "Fee is nice.\nFee is a charge.\n")
NICE = Finding(
    "odd-word",
    "'nice' cannot stand here.",
    Span(7, 11),
    repair="Write one of these:\n  a\n  due",
    related=(Related("it is declared here", Span(13, 16)),),
    source="a.sla",
)


def _told(*findings: Finding, brief: bool = False, most: int | None = 50, width: int | None = None) -> list[str]:
    return list(laid_out(told(findings, {"a.sla": SOURCE}, brief=brief, most=most), width))


def test_in_full() -> None:
    assert _told(NICE) == [
        "a.sla:1:8: error: 'nice' cannot stand here. [odd-word]",
        "    1 │ Fee is nice.",
        "      │        ^^^^",
        "      see, line 2: it is declared here",
        "    2 │ Fee is a charge.",
        "      │ ^^^",
        "      help: Write one of these:",
        "            a",
        "            due",
        "",
    ]


def test_in_brief() -> None:
    assert _told(NICE, brief=True) == ["a.sla:1:8: error: 'nice' cannot stand here. [odd-word]"]


def test_source_lines_are_never_wrapped() -> None:
    lines = _told(NICE, width=15)
    assert "    1 │ Fee is nice." in lines
    assert "      │        ^^^^" in lines


def test_places_of_evidence_and_of_nothing() -> None:
    field = Finding("x", "Wrong.", field="incidents[3].end", source="t.json")
    assert _told(field, brief=True) == ["t.json: incidents[3].end: error: Wrong. [x]"]
    assert _told(Finding("x", "Wrong."), brief=True) == ["error: Wrong. [x]"]
    warning = Finding("x", "Odd.", Span(0, 1), severity="warning", source="gone.sla")
    assert _told(warning, brief=True) == ["gone.sla: warning: Odd. [x]"]


def test_the_others_are_counted_for_each_file() -> None:
    many = [Finding("x", f"Wrong {n}.", source=name) for name in ("a.sla", "b.sla") for n in range(1_060)]
    lines = _told(*many, brief=True)
    assert lines[49:52] == ["a.sla: error: Wrong 49. [x]", "a.sla: and 1,010 more", "b.sla: error: Wrong 0. [x]"]
    assert len(_told(*many, brief=True, most=None)) == 2_120


def test_as_data() -> None:
    assert finding_data(NICE, {"a.sla": SOURCE}) == {
        "code": "odd-word",
        "severity": "error",
        "message": "'nice' cannot stand here.",
        "file": "a.sla",
        "line": 1,
        "column": 8,
        "end": {"line": 1, "column": 12},
        "field": "",
        "repair": "Write one of these:\n  a\n  due",
        "related": [{"message": "it is declared here", "line": 2, "column": 1, "end": {"line": 2, "column": 4}}],
        "accepted": "",
        "situation": "",
    }
    without = finding_data(NICE, {})
    assert (without["line"], without["column"], without["end"]) == (None, None, None)


def test_numbers_of_things() -> None:
    assert [counted(n, "error") for n in (0, 1, 2_000)] == ["no errors", "1 error", "2,000 errors"]
    assert counted(2, "policy", "policies") == "2 policies"
    assert problems([NICE, NICE._replace(severity="warning"), NICE._replace(severity="note")]) == "1 error, 1 warning"
    assert problems([]) == ""
