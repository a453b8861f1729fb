"""Findings as SARIF 2.1.0, the form in which services for source code take the results of checks.

What the policy accepts is there, too, as a suppressed result with the policy's reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sla_dsl.faces.codes import code_in_words
from sla_dsl.faces.pictures.finding_data import finding_data
from sla_dsl.faces.pictures.findings import Sources
from sla_dsl.findings.finding import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
PAGE = "docs/errors.md"
"""The page of all codes, from the project's folder."""


def sarif_log(findings: Sequence[Finding], sources: Sources) -> dict[str, Any]:
    """The log of one run of the check."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "sla", "rules": [_rule(code) for code in codes]}
    results = [_result(finding, codes.index(finding.code), sources) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    """What a code means.  Its page is named in the help: the field for addresses takes none within a project."""
    words = f"{code_in_words(code)}."
    page = f"{PAGE}#{code}"
    return {
        "id": code,
        "shortDescription": {"text": words},
        "help": {"text": f"{words} See {page}", "markdown": f"{words} See [{code}]({page})."},
    }


def _result(finding: Finding, rule: int, sources: Sources) -> dict[str, Any]:
    data = finding_data(finding, sources)
    field = f"{finding.field}: " if finding.field else ""
    parts = (finding.situation, finding.repair)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": "\n".join([f"{field}{finding.message}", *(part for part in parts if part)])},
    }
    if finding.source:
        result["locations"] = [_location(finding.source, data)]
    if finding.related and finding.source:
        result["relatedLocations"] = [
            {"id": number, **_location(finding.source, related), "message": {"text": related["message"]}}
            for number, related in enumerate(data["related"], start=1)
        ]
    if finding.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result


def _location(source: str, place: dict[str, Any]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _address(source)}}
    if place["line"] is not None:
        physical["region"] = {
            "startLine": place["line"],
            "startColumn": place["column"],
            "endLine": place["end"]["line"],
            "endColumn": place["end"]["column"],
        }
    return {"physicalLocation": physical}


def _address(path: str) -> str:
    """The name of a file as an address: relative as it was given, or with `file:` where it is whole."""
    plain = path.replace("\\", "/")
    whole = "file://" if plain.startswith("/") else "file:///" if plain[1:3] == ":/" else ""
    return whole + quote(plain, safe="/:" if whole else "/")
