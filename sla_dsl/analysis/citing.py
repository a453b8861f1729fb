"""The contract's clauses, and which sentences of the policy cite them.

What is counted are passages: paragraphs, items and tables.  A paragraph of which the policy cites single sentences is
counted by its sentences, so that one of them cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sla_dsl.documents import mistakes
from sla_dsl.documents.clauses import Clause, Document, Passage
from sla_dsl.documents.finding_places import Cited, NotThere, look_up
from sla_dsl.documents.sentences import sentences
from sla_dsl.evaluation.compiling.statements import Citation, Statement
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple


class Unit(NamedTuple):
    """A passage, or a sentence of it (0: all of it), its text, and the numbers of the policy's sentences that cite it.

    `with_clause` are those that cite its clause and say nothing of what in it they mean.
    """

    passage: Passage
    sentence: int
    text: str
    by: tuple[int, ...]
    with_clause: tuple[int, ...]

    @property
    def words(self) -> str:
        """`paragraph 2 sentence 1`."""
        inside = f" sentence {self.sentence}" if self.sentence else ""
        return f"{self.passage.kind} {self.passage.number}{inside}"


class CitedClause(NamedTuple):
    """A clause of the contract and what is in it, without the clauses below it."""

    clause: Clause
    units: tuple[Unit, ...]

    @property
    def by(self) -> tuple[int, ...]:
        """The numbers of the sentences that cite the clause, or something in it."""
        return tuple(sorted({number for unit in self.units for number in (*unit.by, *unit.with_clause)}))


class Citing(NamedTuple):
    """Every clause that holds something, in the contract's order, and the places that it does not have."""

    clauses: tuple[CitedClause, ...]
    findings: tuple[Finding, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Everything that is counted."""
        return tuple(unit for clause in self.clauses for unit in clause.units)


def citing(document: Document, cited: Sequence[Citation], statements: Sequence[Statement], source: str = "") -> Citing:
    """Which sentences cite which passages of the contract; `source` is the name of the policy."""
    found = {citation.place: look_up(document, *citation[1:4]) for citation in cited}
    places = [(number, found[s.place]) for number, s in enumerate(statements) if s.place in found]
    by = _by_passage([(number, place) for number, place in places if isinstance(place, Cited)])
    return Citing(tuple(_clauses(document, by)), tuple(_findings(cited, found, source)))


class _By(NamedTuple):
    """Who cites a passage: by itself or a sentence of it, and with its clause."""

    parts: Mapping[tuple[int, int], Sequence[int]]
    wholes: Mapping[int, Sequence[int]]


def _by_passage(places: Sequence[tuple[int, Cited]]) -> _By:
    parts: dict[tuple[int, int], list[int]] = {}
    wholes: dict[int, list[int]] = {}
    for number, place in places:
        for at, sentence in place.passages:
            (wholes.setdefault(at, []) if place.is_whole else parts.setdefault((at, sentence), [])).append(number)
    return _By(parts, wholes)


def _clauses(document: Document, by: _By) -> Iterator[CitedClause]:
    """Tables are passages of the clause in which they stand."""
    for clause in document.clauses:
        places = range(clause.first, clause.end)
        if places and not clause.is_table:
            yield CitedClause(clause, tuple(unit for at in places for unit in _units(document.passages[at], at, by)))


def _units(passage: Passage, at: int, by: _By) -> Iterator[Unit]:
    every, wholes = by.parts.get((at, 0), ()), tuple(by.wholes.get(at, ()))
    if not any(place == at and sentence for place, sentence in by.parts):
        yield Unit(passage, 0, passage.text, tuple(every), wholes)
        return
    for number, text in enumerate(sentences(passage.text), 1):
        yield Unit(passage, number, text, tuple(sorted({*every, *by.parts.get((at, number), ())})), wholes)


def _findings(cited: Sequence[Citation], found: Mapping[str, Cited | NotThere], source: str) -> Iterator[Finding]:
    for citation in cited:
        place = found[citation.place]
        if isinstance(place, Cited):
            continue
        if place.is_unclear:
            lines = tuple(clause.line for clause in place.nearest)
            yield mistakes.several_clauses(citation.place, lines, citation.span, source)
        else:
            nearest = f"§ {place.nearest[0].words}, line {place.nearest[0].line}" if place.nearest else ""
            yield mistakes.no_such_clause(citation.place, place.missing, nearest, citation.span, source)
