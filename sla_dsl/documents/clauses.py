"""Clauses: what a contract is cited by.  A heading opens one, a clause's number opens one, and so does a table.

A clause lasts until the next heading; one that is numbered below it (`4.2` below `4`), or stands deeper, belongs to
it as a whole.  The paragraphs of a clause are counted without its items and tables.  A table takes its title from its
head, and what follows it up to the next heading may be cited by that title as well, its paragraphs counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sla_dsl.documents.elements import Element
from sla_dsl.records import NamedTuple


class Passage(NamedTuple):
    """The smallest thing that is cited, but for a sentence: a paragraph, an item of a list, a table.

    `clause` is the number of the heading that it stands under; `number` counts its kind there; `mark` is the
    letter of an item.
    """

    clause: int
    kind: Literal["paragraph", "item", "table"]
    number: int
    text: str
    line: int
    mark: str = ""


class Clause(NamedTuple):
    """A part of a contract with a number, a title, or both; its passages are those from `first` up to `end`.

    `whole` is where the last clause below it ends.
    """

    number: str
    title: str
    line: int
    is_table: bool
    first: int
    end: int
    whole: int

    @property
    def words(self) -> str:
        """`4.2 "Service credits"`, as a policy would cite it."""
        title = f'"{" ".join(self.title.split())}"' if self.title else ""
        return " ".join(part for part in (self.number, title) if part)


class Document(NamedTuple):
    """A contract under the name of its file."""

    name: str
    clauses: tuple[Clause, ...]
    passages: tuple[Passage, ...]


def document_of(name: str, elements: Sequence[Element]) -> Document:
    """The clauses that the elements make."""
    heads = [at for at, element in enumerate(elements) if element.kind == "heading"]
    passages = tuple(_passages(elements))
    starts = [at - number for number, at in enumerate(heads)]
    clauses = []
    for place, at in enumerate(heads):
        head, first = elements[at], starts[place]
        end = starts[place + 1] if place + 1 < len(heads) else len(passages)
        deeper = next((k for k in range(place + 1, len(heads)) if not _is_below(elements[heads[k]], head)), len(heads))
        whole = starts[deeper] if deeper < len(heads) else len(passages)
        clauses.append(Clause(head.number, head.text, head.line, False, first, end, whole))
        clauses += _tables(passages, first, end)
    before = starts[0] if starts else len(passages)
    beginning = [Clause("", "", 1, False, 0, before, before)] if before else []
    return Document(name, (*beginning, *_tables(passages, 0, before), *clauses), passages)


def _is_below(one: Element, head: Element) -> bool:
    if one.number and head.number:
        return one.number.startswith(f"{head.number}.")
    return one.level > head.level


def _passages(elements: Sequence[Element]) -> Iterator[Passage]:
    """Every element but the headings, each kind counted under its heading."""
    clause, counts = -1, {"paragraph": 0, "item": 0, "table": 0}
    for element in elements:
        if element.kind == "heading":
            clause, counts = clause + 1, dict.fromkeys(counts, 0)
        else:
            counts[element.kind] += 1
            mark = element.number if element.kind == "item" else ""
            yield Passage(clause, element.kind, counts[element.kind], element.text, element.line, mark)


def _tables(passages: Sequence[Passage], first: int, end: int) -> list[Clause]:
    """The tables among these passages, each a clause of its own that goes on to the next table or heading."""
    places = [at for at in range(first, end) if passages[at].kind == "table"]
    ends = [*places[1:], end]
    return [
        Clause("", passages[at].text.split("\n", 1)[0], passages[at].line, True, at, until, until)
        for at, until in zip(places, ends, strict=False)
    ]
