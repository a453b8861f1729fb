"""What the examples of a policy reach, and what it cites, as plain data for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sla_dsl.faces.pictures.coverage import KINDS
from sla_dsl.faces.pictures.finding_data import finding_data

if TYPE_CHECKING:
    from sla_dsl.analysis.citing import CitedClause, Citing, Unit
    from sla_dsl.analysis.coverage import Figure, Item
    from sla_dsl.analysis.suggesting import Suggesting
    from sla_dsl.findings.source import Source

FORMAT = "sla-coverage/1"


def coverage_data(suggesting: Suggesting, citing: Citing | None, source: Source) -> dict[str, Any]:
    """Everything that is told in text, and what is reached by which example."""
    coverage = suggesting.coverage
    out = {item.key for item in suggesting.out_of_reach}
    return {
        "format": FORMAT,
        "policy": {"title": coverage.study.tree.title, "file": source.name, "digest": coverage.study.tree.digest},
        "examples": {"agree": len(coverage.trials), "differ": coverage.differing},
        "covered": _figure(suggesting.figure),
        "kinds": {KINDS[kind]: _figure(figure) for kind, figure in suggesting.figures.items()},
        "items": [_item(suggesting, item, source, item.key in out) for item in coverage.items],
        "document": None if citing is None else _citing(suggesting, citing, source),
    }


def _figure(figure: Figure) -> dict[str, int]:
    return {"reached": figure.reached, "all": figure.all, "percent": figure.percent}


def _item(suggesting: Suggesting, item: Item, source: Source, out: bool) -> dict[str, Any]:
    line, column = source.position(item.span.start)
    return {
        "kind": item.kind,
        "what": item.words,
        "clause": suggesting.coverage.statements[item.statement].place,
        "line": line,
        "column": column,
        "state": "reached" if item.by else "out of reach" if out else "missing",
        "examples": list(item.by),
    }


def _citing(suggesting: Suggesting, citing: Citing, source: Source) -> dict[str, Any]:
    lines = [source.position(statement.span.start)[0] for statement in suggesting.coverage.statements]
    return {
        "clauses": [_clause(clause, lines) for clause in citing.clauses],
        "findings": [finding_data(finding, {source.name: source}) for finding in citing.findings],
    }


def _clause(clause: CitedClause, lines: Sequence[int]) -> dict[str, Any]:
    return {
        "number": clause.clause.number,
        "title": clause.clause.title,
        "line": clause.clause.line,
        "cited_by_lines": [lines[number] for number in clause.by],
        "passages": [_unit(unit, lines) for unit in clause.units],
    }


def _unit(unit: Unit, lines: Sequence[int]) -> dict[str, Any]:
    return {
        "what": unit.words,
        "line": unit.passage.line,
        "text": unit.text,
        "cited_by_lines": [lines[number] for number in unit.by],
        "cited_with_clause_by_lines": [lines[number] for number in unit.with_clause],
    }
