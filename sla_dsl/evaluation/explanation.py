"""The explanation of a period as data: for every result the tree of what it came from, each with its clause.

It is put together from the trace, so it cannot disagree with the numbers; `explaining.py` says it in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.ledger import Fate
from sla_dsl.evaluation.tree import Node, Root, Tree
from sla_dsl.records import NamedTuple

_UNTOLD = frozenset(("literal", "always", "books", "events"))
"""Operations that say nothing of their own."""


class Explained(NamedTuple):
    """One step: what it is called (empty: nothing), what it does, what it came to, where it is from, and its parts.

    `value` is the step's own exact value (see `operations.py` for the types); `assuming` is the assumption that
    it rests on, empty for none.  A step that several others read is a part of each of them, and the same object.
    """

    name: str
    op: str
    value: Any
    clause: str
    assuming: str
    parts: tuple[Explained, ...]

    def __repr__(self) -> str:
        """Without its parts, which go as deep as the policy has names."""
        return f"<Explained {self.name or self.op}, parts: {len(self.parts)}>"


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


class Phrases(NamedTuple):
    """The words of a period's steps: what each is called where another reads it, and whose promise a condition is."""

    labels: Sequence[str]
    promises: Mapping[int, str]


class Part(NamedTuple):
    """A step below another: told there in full, or only referred to."""

    at: int
    in_full: bool


class Layout(NamedTuple):
    """Where each step is told: the parts below it by place, the steps told apart, and those that are referred to."""

    parts: Mapping[int, tuple[Part, ...]]
    apart: tuple[int, ...]
    seen: frozenset[int]


DEEPEST = 24
"""What has so many steps below each other is told apart: an explanation stays shallow, however many names there are."""


def layout(tree: Tree) -> Layout:
    """Every step is told in full once, under the first step that reads it; results, and what lies too deep, apart.

    Steps that came from nothing and have no name (the period, its length) are told wherever they are read.
    """
    roots = _roots(tree)
    laid: dict[int, tuple[Part, ...]] = {}
    depths: dict[int, int] = {}
    told, apart = set(roots), list[int]()
    for at in _needed(tree, roots):
        parts = []
        for k in told_parts(tree, tree.nodes[at]):
            if k not in told and depths[k] >= DEEPEST:
                apart.append(k)
                told.add(k)
            parts.append(Part(k, k not in told))
            if laid[k] or tree.nodes[k].name:
                told.add(k)
        depths[at] = 1 + max((depths[part.at] for part in parts if part.in_full), default=0)
        laid[at] = tuple(parts)
    seen = frozenset(part.at for parts in laid.values() for part in parts if not part.in_full)
    return Layout(laid, tuple(apart), seen)


def _roots(tree: Tree) -> set[int]:
    groups = (tree.measures, tree.guarantees, tree.credits, tree.targets, tree.ledgers)
    return {root.node for group in groups for root in group}


def _needed(tree: Tree, roots: Iterable[int]) -> list[int]:
    """The steps that a result is told of, in working order."""
    found = set(roots)
    for at in range(len(tree.nodes) - 1, -1, -1):
        if at in found:
            found.update(told_parts(tree, tree.nodes[at]))
    return sorted(found)


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
