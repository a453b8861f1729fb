"""Rows of claims joined to claims."""

from __future__ import annotations

from typing import Any

from sla_dsl.evidence.csv_claims import join_claims
from tests.evidence.making import told


def row(id: str, incident: str, at: str = "2026-03-05T10:00:00Z", **more: str) -> dict[str, Any]:
    return {"id": id, "at": at, "incident": incident, **more}


def join(*rows: dict[str, Any], zone: str | None = None) -> tuple[list[Any], list[list[int]], list[str]]:
    claims, lines, findings = join_claims(list(rows), [[line] for line in range(2, len(rows) + 2)], zone)
    return [(claim["id"], claim["incidents"]) for claim in claims], lines, told(findings)


def test_rows_of_one_claim_need_not_stand_together() -> None:
    assert join(row("C", "A"), row("D", "A"), row("C", "B")) == ([("C", ["A", "B"]), ("D", ["A"])], [[2, 4], [3]], [])


def test_no_row_is_lost() -> None:
    claims, lines, _ = join(row("C", "A"), row("C", "A"), row("", "A"), row("", "B"))
    assert sum(len(incidents) for _, incidents in claims) == 4
    assert sorted(line for on_lines in lines for line in on_lines) == [2, 3, 4, 5]


def test_the_same_instant_may_be_written_in_another_way() -> None:
    assert join(row("C", "A"), row("C", "B", "2026-03-05T11:00:00.000+01:00"))[2] == []


def test_another_instant_is_told_with_the_line_of_the_first() -> None:
    rows = [row("C", "A"), row("C", "B", "2026-03-05T10:00:00.000001Z")]
    _, _, findings = join_claims(rows, [[2], [3]], None)
    assert told(findings) == ["claim-rows-disagree claims.csv, line 3, column at"]
    assert "line 2" in findings[0].message


def test_a_zone_decides_what_is_the_same() -> None:
    rows = (row("C", "A", "2026-03-05T10:00:00"), row("C", "B", "2026-03-05T09:00:00Z"))
    assert join(*rows)[2] == ["claim-rows-disagree claims.csv, line 3, column at"]
    assert join(*rows, zone="Europe/Brussels")[2] == []


def test_two_instants_that_cannot_be_read_are_told_elsewhere() -> None:
    # Both are refused for the same reason: that is said of the claim itself, once.
    assert join(row("C", "A", "soon"), row("C", "B", "later"))[2] == []


def test_other_columns_are_those_of_the_first_row() -> None:
    claims, _, _ = join_claims([row("C", "A", x_note="1"), row("C", "B", x_note="2")], [[2], [3]], None)
    assert claims == [{"id": "C", "at": "2026-03-05T10:00:00Z", "x_note": "1", "incidents": ["A", "B"]}]
