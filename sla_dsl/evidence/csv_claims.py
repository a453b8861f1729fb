"""Claims in a table: one row for each incident that a claim names, joined to one record a claim."""

from __future__ import annotations

from typing import Any, TypeAlias

from sla_dsl.evidence.csv_mistakes import claim_rows_disagree
from sla_dsl.findings.finding import Finding
from sla_dsl.values.instant import read_instant

Records: TypeAlias = list[dict[str, Any]]
Lines: TypeAlias = list[list[int]]


def join_claims(records: Records, lines: Lines, zone: str | None) -> tuple[Records, Lines, list[Finding]]:
    """The claims with their incidents, the lines of each, and the rows of one claim that do not agree on its instant.

    The other columns of a claim are those of its first row.
    """
    joined: dict[object, tuple[dict[str, Any], list[Any], list[int]]] = {}
    found: list[Finding] = []
    for record, (line,) in zip(records, lines, strict=True):
        fields = {name: value for name, value in record.items() if name != "incident"}
        # Rows without an id are no one claim: each is kept, so that each is told of.
        claim, incidents, on_lines = joined.setdefault(record["id"] or line, (fields, [], []))
        if not _same_instant(claim["at"], record["at"], zone):
            first = f"line {on_lines[0]}"
            found.append(claim_rows_disagree(f"claims.csv, line {line}, column at", str(record["id"]), first))
        incidents.append(record["incident"])
        on_lines.append(line)
    claims: Records = [{**claim, "incidents": incidents} for claim, incidents, _ in joined.values()]
    return claims, [on_lines for _, _, on_lines in joined.values()], found


def _same_instant(one: object, other: object, zone: str | None) -> bool:
    """Whether two cells name one instant, however it is written; what is no instant is told elsewhere."""
    if one == other:
        return True
    instants = [read_instant(str(text), zone) for text in (one, other)]
    return instants[0] == instants[1]
