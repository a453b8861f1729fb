"""The explanation of a period as data: for every result the tree of what it came from, each with its clause.

It is put together from the trace, so it cannot disagree with the numbers; `explaining.py` says it in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.ledger import Fate
from sla_dsl.evaluation.tree import Node, Root, Tree
from sla_dsl.records import NamedTuple

_UNTOLD = frozenset(("literal", "always", "books", "events"))
"""Operations that say nothing of their own."""


class Explained(NamedTuple):
    """One step: what it is called (empty: nothing), what it does, what it came to, where it is from, and its parts.

    `value` is the step's own exact value (see `operations.py` for the types); `assuming` is the assumption that
    it rests on, empty for none.
    """

    name: str
    op: str
    value: Any
    clause: str
    assuming: str
    parts: tuple[Explained, ...]


class Explanation(NamedTuple):
    """A period explained: a tree for each result, and what became of each incident, measure by measure."""

    measures: tuple[Explained, ...]
    guarantees: tuple[Explained, ...]
    credits: tuple[Explained, ...]
    targets: tuple[Explained, ...]
    ledgers: tuple[Explained, ...]
    incidents: Mapping[int, tuple[Fate, ...]]


class Line(NamedTuple):
    """What is the same of a step at every evaluation."""

    name: str
    op: str
    clause: str
    assuming: str
    parts: tuple[int, ...]


def outline(tree: Tree) -> tuple[Line, ...]:
    """The lines of a tree's explanation, by place."""
    return tuple(_line(tree, node) for node in tree.nodes)


def _line(tree: Tree, node: Node) -> Line:
    clause = tree.clauses[node.clause] if node.clause >= 0 else ""
    assuming = tree.assumptions[node.assumption] if node.assumption >= 0 else ""
    return Line(node.name, node.op, clause, assuming, told_parts(tree, node))


def told_parts(tree: Tree, node: Node) -> tuple[int, ...]:
    """The inputs of a node that an explanation tells of."""
    return tuple(k for k in node.inputs if tree.nodes[k].op not in _UNTOLD)


def explain(
    tree: Tree, lines: Sequence[Line], values: Sequence[Any], incidents: Mapping[int, tuple[Fate, ...]]
) -> Explanation:
    """The explanation of a period from the values of its trace."""
    told: list[Explained] = []
    for (name, op, clause, assuming, parts), value in zip(lines, values, strict=True):
        told.append(Explained(name, op, value, clause, assuming, tuple([told[k] for k in parts])))

    def of(roots: Sequence[Root]) -> tuple[Explained, ...]:
        return tuple([told[root.node] for root in roots])

    return Explanation(
        of(tree.measures), of(tree.guarantees), of(tree.credits), of(tree.targets), of(tree.ledgers), incidents
    )
