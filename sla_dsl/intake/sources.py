"""The files of an export: their bytes, their text, and the JSON in them, strictly read."""

from __future__ import annotations

from typing import Any

from sla_dsl.evidence.strict_json import UNREADABLE, decode
from sla_dsl.evidence.utf8 import text_of
from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.findings.source import Source
from sla_dsl.records import NamedTuple


class SourceFile(NamedTuple):
    """A file by the name that findings and records call it by."""

    name: str
    data: bytes

    def text(self) -> str | Finding:
        """The text, or why it is none."""
        text = text_of(self.data)
        return text._replace(source=self.name) if isinstance(text, Finding) else text

    def json(self) -> tuple[Any, list[Finding]]:
        """The value of the JSON in it, None where there is none, and what is wrong with it."""
        text = self.text()
        if isinstance(text, Finding):
            return None, [text]
        value, findings = decode(text)
        found = [_of_export(finding)._replace(source=self.name) for finding in findings]
        return (None if value is UNREADABLE or any(map(is_error, found)) else value), found

    def source(self) -> Source:
        """The text for whoever shows words of it; empty where it is none."""
        text = self.text()
        return Source(self.name, text if isinstance(text, str) else "")


def _of_export(finding: Finding) -> Finding:
    """What the reader of timelines says, of an export: nobody writes that by hand."""
    if "timeline" not in f"{finding.message} {finding.repair}".casefold():
        return finding
    message = finding.message.replace("The timeline is", "The export is")
    return finding._replace(message=message, repair="Export it again; what stands in several lines, as one list.")
