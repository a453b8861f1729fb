"""Findings as plain data, for other programs."""

from __future__ import annotations

from typing import Any

from sla_dsl.faces.pictures.findings import Sources
from sla_dsl.findings.finding import Finding, Related, Span
from sla_dsl.findings.source import Source


def finding_data(finding: Finding, sources: Sources) -> dict[str, Any]:
    """A finding with its place: lines and columns count from 1 and are null where there are none."""
    source = sources.get(finding.source)
    line, column, end = _place(source, finding.span)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "file": finding.source,
        "line": line,
        "column": column,
        "end": end,
        "field": finding.field,
        "repair": finding.repair,
        "situation": finding.situation,
        "related": [_related_data(related, source) for related in finding.related],
        "accepted": finding.accepted,
    }


def _related_data(related: Related, source: Source | None) -> dict[str, Any]:
    line, column, end = _place(source, related.span)
    return {"message": related.message, "line": line, "column": column, "end": end}


def _place(source: Source | None, span: Span | None) -> tuple[int | None, int | None, dict[str, int] | None]:
    if source is None or span is None:
        return None, None, None
    line, column = source.position(span.start)
    last, after = source.position(span.end)
    return line, column, {"line": last, "column": after}
