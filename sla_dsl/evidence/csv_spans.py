"""From the name of a place in a table to the characters that stand there, so that they can be underlined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from sla_dsl.evidence.csv_table import Table
from sla_dsl.findings.finding import Finding, Span

_PLACE = re.compile(r"(?P<kind>[a-z]+)\.csv(?:, line (?P<line>[0-9]+)(?:, column (?P<column>.+))?)?", re.DOTALL)


def spanned(findings: Iterable[Finding], tables: Mapping[str, Table], source: str) -> list[Finding]:
    """The findings with the file that each is about, and where it stands there."""
    return [_spanned(finding, tables, source) for finding in findings]


def _spanned(finding: Finding, tables: Mapping[str, Table], source: str) -> Finding:
    place = _PLACE.fullmatch(finding.field)
    if not place:
        return finding._replace(source=source)
    file = f"{source}/{place['kind']}.csv" if source else f"{place['kind']}.csv"
    table = tables.get(place["kind"])
    span = finding.span or (table and place["line"] and _span(table, int(place["line"]), place["column"] or ""))
    return finding._replace(source=file, span=span or None)


def _span(table: Table, line: int, column: str) -> Span | None:
    """The cell, or where the row begins; None for the header's line."""
    number = bisect_left(table.rows, line, key=lambda row: row.line)
    row = table.rows[number] if number < len(table.rows) else None
    return table.cell_span(row, column) if row and row.line == line else None
