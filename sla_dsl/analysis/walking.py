"""Walking along a line: where anything about a policy changes, and how it stands between two changes.

A comparison of an amount that only grows (or only falls) along the line changes at most twice: where the bound is
reached, and where it is passed.  Both places are found by halving, exactly.  Where an amount may go both ways the
line is looked at in many places instead; what is found there is true, but something may be missed (`searched`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sla_dsl.analysis.lines import Line
from sla_dsl.analysis.moving import Way, ways
from sla_dsl.analysis.tails import Tail, below, sources
from sla_dsl.evaluation.arithmetic import TwoCurrencies, order
from sla_dsl.evaluation.credits import Credit
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

PLACES = 512
"""In so many places a line is looked at where halving proves nothing."""


class Edge(NamedTuple):
    """An amount, and the bound that it is held against: their nodes, and the node that does so."""

    value: int
    bound: int
    reader: int


class Stretch(NamedTuple):
    """Part of a line, from `first` to `last`, both in it, on which no comparison changes.

    `least` and `most` are the values of all nodes at the two ends.
    """

    first: int
    last: int
    least: Sequence[Any]
    most: Sequence[Any]


class Walk(NamedTuple):
    """A line cut into stretches, for one fee; `searched` says that changes may be missing."""

    line: Line
    fee: Money
    stretches: tuple[Stretch, ...]
    searched: bool


def edges(tree: Tree) -> tuple[Edge, ...]:
    """Every bound that an amount is held against, in comparisons and in the rows of tables."""
    found = []
    for at, node in enumerate(tree.nodes):
        for cell in _bounds(node):
            found.append(Edge(node.inputs[0], cell, at))
    return tuple(found)


def _bounds(node: Node) -> Iterator[int]:
    if node.op == "compare":
        yield from node.inputs[1:]
    elif node.op == "table":
        at = 1
        for comparisons in node.params["rows"]:
            yield from node.inputs[at : at + len(comparisons)]
            at += len(comparisons) + 1


def walk(tail: Tail, line: Line, fee: Money) -> Walk:
    """The line, cut wherever a comparison changes."""
    tree = tail.plan.tree
    moved = line.moved(sources(tree))
    moves = ways(tail.plan, moved)
    cuts: set[int] = {0}
    searched = False
    for edge in edges(tree):
        if edge.value not in moves and edge.bound not in moves:
            continue
        side = _side(tail, line, fee, edge)
        proved = line.steady and _one_way(moves, edge)
        searched |= not proved
        places = [0, line.last] if proved else _places(line)
        for low, high in pairwise(places):
            cuts.update(changes(side, low, high))
    moving = below(tree, moved)
    standing = _standing(tail, line, fee, moving)
    for first, after in pairwise([*sorted(cuts), line.last + 1]):
        cuts.update(changes(standing, first, after - 1))
    return Walk(line, fee, tuple(_stretches(tail, line, fee, sorted(cuts), moving)), searched)


def _places(line: Line) -> list[int]:
    """Where a line is looked at if nothing can be proved: throughout, and wherever a rule turns."""
    return sorted({*line.turns, *(line.last * k // PLACES for k in range(PLACES + 1))})


def _one_way(moves: Mapping[int, Way], edge: Edge) -> bool:
    """Whether the amount only nears the bound, or only leaves it, along the line."""
    value, bound = moves.get(edge.value, 0), moves.get(edge.bound, 0)
    if value is None or bound is None:
        return False
    return value == 0 or bound == 0 or value != bound


def _side(tail: Tail, line: Line, fee: Money, edge: Edge) -> Callable[[int], int | None]:
    """On which side of the bound the amount is: -1, 0 or 1; None where that cannot be said."""

    probe = tail.prober(fee, (edge.value, edge.bound))

    def side(place: int) -> int | None:
        values = probe(line.at(place))
        return side_of(values[edge.value], values[edge.bound])

    return side


def side_of(value: Any, bound: Any) -> int | None:
    """-1, 0 or 1, as an amount is below, at or above a bound; None where that cannot be said."""
    if isinstance(value, Between) or isinstance(bound, Between):
        return None
    try:
        difference = order(value, bound)
    except TwoCurrencies:
        return None
    return (difference > 0) - (difference < 0)


def _standing(tail: Tail, line: Line, fee: Money, moving: frozenset[int]) -> Callable[[int], object]:
    """How promises and credits stand: that may change without a comparison, where a rate begins with a full hour."""
    roots = [r.node for r in (*tail.plan.tree.guarantees, *tail.plan.tree.credits) if r.node in moving]
    probe = tail.prober(fee, roots)

    def standing(place: int) -> object:
        values = probe(line.at(place))
        return tuple([_how(values[at]) for at in roots])

    return standing


def _how(value: Any) -> object:
    if isinstance(value, Credit):
        return (value.status, value.capped, isinstance(value.amount, Money) and value.amount.amount > 0)
    return None if isinstance(value, Between) else value


def changes(side: Callable[[int], object], low: int, high: int) -> Iterator[int]:
    """The places after `low`, up to `high`, from which on the side is another."""
    here, last = side(low), side(high)
    while here != last:
        first, end = low + 1, high
        while first < end:
            middle = (first + end) // 2
            if side(middle) != here:
                end = middle
            else:
                first = middle + 1
        yield first
        low, here = first, side(first)


def _stretches(tail: Tail, line: Line, fee: Money, cuts: Sequence[int], moving: frozenset[int]) -> Iterator[Stretch]:
    still = tail.values({}, fee, range(len(tail.plan.tree.nodes)))
    for first, after in pairwise([*cuts, line.last + 1]):
        least = tail.values(line.at(first), fee, moving, still)
        most = least if after - 1 == first else tail.values(line.at(after - 1), fee, moving, still)
        yield Stretch(first, after - 1, least, most)
