"""Findings as SARIF 2.1.0: the structure that its schema asks for, places, rules, and what is suppressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sla_dsl.faces.pictures.sarif import SCHEMA, sarif_log
from sla_dsl.findings.finding import Finding, Related, Severity, Span
from sla_dsl.findings.source import Source
from tests.docs.blocks import document, sections

SOURCES = {"a b.sla": Source("a b.sla", "one 😀 two\nthree\n"), "/c/ü.sla": Source("/c/ü.sla", "x")}
FINDINGS = [
    Finding("unread-declaration", "Nothing reads it.", Span(6, 9), repair="Take it out.", source="a b.sla"),
    Finding("unread-declaration", "Nor this.", Span(0, 12), severity="warning", source="/c/ü.sla", accepted="meant"),
    Finding("missing-field", "It is missing.", field="incidents[0]", severity="note", source="t.json"),
    Finding("said-twice", "It is.", Span(0, 3), related=(Related("first here", Span(10, 15)),), source="a b.sla"),
    Finding("a-new-code", "It has no file."),
]
LOG = sarif_log(FINDINGS, SOURCES)
RUN: dict[str, Any] = LOG["runs"][0]
RESULTS: list[dict[str, Any]] = RUN["results"]


def regions(value: Any) -> Iterator[dict[str, int]]:
    """Every region, however deep."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and "region" in value:
        yield value["region"]
    for part in inside:
        yield from regions(part)


def test_the_log_is_of_the_version_and_names_its_tool() -> None:
    assert set(LOG) == {"$schema", "version", "runs"}
    assert (LOG["$schema"], LOG["version"]) == (SCHEMA, "2.1.0")
    assert set(RUN) <= {"tool", "columnKind", "results"}
    assert RUN["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert RUN["tool"]["driver"]["name"] == "sla"


def test_every_result_has_what_it_must_have_and_nothing_that_there_is_not() -> None:
    known = {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "suppressions"}
    for result in RESULTS:
        assert {"ruleId", "ruleIndex", "level", "message"} <= set(result) <= known
        assert result["level"] in ("none", "note", "warning", "error")
        assert set(result["message"]) == {"text"}
        assert result["message"]["text"]


def test_every_rule_is_there_once_and_is_pointed_at() -> None:
    rules = RUN["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(ids) == len(set(ids)) == 4
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in RESULTS)
    for rule in rules:
        assert set(rule) == {"id", "shortDescription", "help"}
        assert rule["shortDescription"]["text"].endswith(".")


def test_a_rule_names_its_section_in_the_messages() -> None:
    titles = sections(document("errors.md"), 3)
    for rule in RUN["tool"]["driver"]["rules"]:
        assert f"docs/errors.md#{rule['id']}" in rule["help"]["text"]
        assert f"[{rule['id']}](docs/errors.md#{rule['id']})" in rule["help"]["markdown"]
        assert rule["id"] in titles or rule["id"] == "a-new-code"


def test_what_is_said_of_a_rule() -> None:
    words = {rule["id"]: rule["shortDescription"]["text"] for rule in RUN["tool"]["driver"]["rules"]}
    assert words == {
        "a-new-code": "A new code.",
        "missing-field": "A record lacks a field.",
        "said-twice": "Two sentences that settle the same thing.",
        "unread-declaration": "A declaration that nothing reads.",
    }


def test_places_are_counted_from_one_in_whole_characters() -> None:
    assert all(set(region) == {"startLine", "startColumn", "endLine", "endColumn"} for region in regions(LOG))
    assert all(number >= 1 for region in regions(LOG) for number in region.values())
    region = RESULTS[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 10}


def test_files_are_addresses() -> None:
    found = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in RESULTS if "locations" in one
    ]
    assert found == ["a%20b.sla", "file:///c/%C3%BC.sla", "t.json", "a%20b.sla"]
    assert all(re.fullmatch(r"[\x21-\x7e]+", uri) for uri in found)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        (r"a\b.sla", "a/b.sla"),
        (r"C:\a b.sla", "file:///C:/a%20b.sla"),
        ("a:b.sla", "a%3Ab.sla"),
        ("#?.sla", "%23%3F.sla"),
    ],
)
def test_a_file_of_any_name_has_an_address(name: str, uri: str) -> None:
    (result,) = sarif_log([Finding("a", "B.", source=name)], {})["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": uri}}


def test_what_has_no_place_in_a_text_has_no_region_and_what_has_no_file_no_location() -> None:
    assert RESULTS[2]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "t.json"}}}]
    assert RESULTS[2]["message"]["text"] == "incidents[0]: It is missing."
    assert "locations" not in RESULTS[4]


def test_other_places_are_numbered_with_what_stands_there() -> None:
    (related,) = RESULTS[3]["relatedLocations"]
    assert (related["id"], related["message"]) == (1, {"text": "first here"})
    assert related["physicalLocation"]["region"]["startLine"] == 2
    assert all("relatedLocations" not in result for result in RESULTS if result["ruleId"] != "said-twice")


def test_what_is_accepted_is_suppressed_with_the_reason_and_nothing_else_is() -> None:
    suppressed = {result["message"]["text"]: result.get("suppressions") for result in RESULTS}
    assert suppressed.pop("Nor this.") == [{"kind": "inSource", "justification": "meant"}]
    assert set(suppressed.values()) == {None}


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_levels_are_those_of_findings(severity: Severity) -> None:
    (result,) = sarif_log([Finding("a", "B.", severity=severity)], {})["runs"][0]["results"]
    assert result["level"] == severity


def test_a_log_of_nothing() -> None:
    (run,) = sarif_log([], {})["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
