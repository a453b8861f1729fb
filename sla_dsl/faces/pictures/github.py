"""Findings as workflow commands of GitHub, which shows them beside the lines of the policy that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.pictures.finding_data import finding_data
from sla_dsl.faces.pictures.findings import Sources
from sla_dsl.findings.finding import Finding

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def commands(findings: Iterable[Finding], sources: Sources) -> Iterator[str]:
    """A line for each finding that the policy does not accept."""
    yield from (_command(finding, sources) for finding in findings if not finding.accepted)


def _command(finding: Finding, sources: Sources) -> str:
    properties = {**_place(finding, sources), "title": finding.code}
    written = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {written}::{_escaped(_message(finding), _IN_TEXT)}"


def _place(finding: Finding, sources: Sources) -> dict[str, str]:
    """The file and the words meant; columns belong to one line, so words over several have none."""
    data = finding_data(finding, sources)
    place = {"file": finding.source} if finding.source else {}
    if data["line"] is None:
        return place
    place["line"] = str(data["line"])
    if data["end"]["line"] != data["line"]:
        return {**place, "endLine": str(data["end"]["line"])}
    columns = {"col": str(data["column"]), "endLine": str(data["line"]), "endColumn": str(data["end"]["column"])}
    return {**place, **columns}


def _message(finding: Finding) -> str:
    field = f"{finding.field}: " if finding.field else ""
    return "\n".join([f"{field}{finding.message}", *(part for part in (finding.situation, finding.repair) if part)])


def _escaped(text: str, signs: dict[str, str]) -> str:
    """The text with what ends a command or a property written as its number."""
    lines = "\n".join(map(shown, text.split("\n")))
    return "".join(signs.get(sign, sign) for sign in lines)
