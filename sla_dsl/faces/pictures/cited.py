"""What of a contract a policy cites, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sla_dsl.faces.layout import BLANK, Line, indented
from sla_dsl.faces.pictures.coverage import first_words
from sla_dsl.faces.pictures.findings import counted

if TYPE_CHECKING:
    from sla_dsl.analysis.citing import CitedClause, Citing, Unit
    from sla_dsl.evaluation.compiling.statements import Statement
    from sla_dsl.findings.source import Source


def cited_lines(citing: Citing, statements: Sequence[Statement], source: Source) -> Iterator[Line]:
    """Clause by clause who cites it, with what nobody cites; then the figures."""
    lines = [source.position(statement.span.start)[0] for statement in statements]
    yield from (BLANK, Line("The contract"), BLANK)
    for clause in citing.clauses:
        yield Line(f"{_title(clause)}: {_by(clause.by, lines)}", f"{clause.clause.line:>5}  ", " " * 7)
        yield from (line for unit in clause.units for line in _unit(unit, clause, lines))
    yield BLANK
    cited = sum(1 for clause in citing.clauses if clause.by)
    passages = sum(1 for unit in citing.units if unit.by or unit.with_clause)
    yield Line(f"Cited: {_of(cited, len(citing.clauses))} clauses, {_of(passages, len(citing.units))} passages")


def _of(some: int, every: int) -> str:
    return f"{some:,} of {every:,}"


def _title(clause: CitedClause) -> str:
    return clause.clause.words or "the beginning"


def _by(numbers: Sequence[int], lines: Sequence[int]) -> str:
    """`cited by 3 sentences, lines 16, 20 and 24`, or that there is none."""
    if not numbers:
        return "cited by none"
    places = [f"{lines[number]:,}" for number in numbers]
    where = f"line {places[0]}" if len(places) == 1 else f"lines {', '.join(places[:-1])} and {places[-1]}"
    return f"cited by {counted(len(numbers), 'sentence')}, {where}"


def _unit(unit: Unit, clause: CitedClause, lines: Sequence[int]) -> Iterator[Line]:
    """Each passage of a clause that is cited in parts; of one that nobody cites nothing more need be said."""
    if not clause.by or not any(one.by for one in clause.units):
        return
    by = _by(unit.by, lines) if unit.by or not unit.with_clause else "cited with its clause only"
    yield indented(f"{unit.words} ({first_words(unit.text)}): {by}", 7, 4)
