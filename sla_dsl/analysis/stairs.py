"""Stairs: the stretches of a walk, cut again wherever a credit changes within them.

Between two comparisons most credits stand still.  One that has a price for each unit of time does not: its steps are
looked for one by one, and where they are many the stretch stays whole and says how it rises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from sla_dsl.analysis.lines import Line
from sla_dsl.analysis.tails import Tail, below, sources
from sla_dsl.analysis.walking import Stretch, Walk, changes
from sla_dsl.evaluation.arithmetic import Quantity, amount
from sla_dsl.evaluation.credits import Credit, credit_node
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

MOST_STEPS = 24
"""A stretch on which a credit takes more steps than that is told as one that rises."""

SHOWN_STEPS = 3
"""So many of its steps are named."""

PLACES = 64
"""In so many places a stretch is looked at where halving does not prove that all steps are found."""

Look = Callable[[int], Any]


class Stair(NamedTuple):
    """Part of a line; `rises` names for each credit that changes within it where its first steps are."""

    first: int
    last: int
    rises: dict[str, tuple[int, ...]]


class Stairs(NamedTuple):
    """All parts of a line in order; `searched` says that changes may be missing."""

    parts: tuple[Stair, ...]
    searched: bool


def stairs(tail: Tail, walked: Walk, credits: Sequence[Root]) -> Stairs:
    """The line of the walk, cut wherever one of the credits changes."""
    parts: list[Stair] = []
    searched = walked.searched
    for stretch in walked.stretches:
        cuts = {stretch.first}
        for root in credits:
            found, proved = _cuts(tail, walked, stretch, root)
            cuts.update(found)
            searched |= not proved
        for first, after in pairwise([*sorted(cuts), stretch.last + 1]):
            parts.append(Stair(first, after - 1, _rises(tail, walked, first, after - 1, credits)))
    return Stairs(tuple(parts), searched)


def _cuts(tail: Tail, walked: Walk, stretch: Stretch, root: Root) -> tuple[list[int], bool]:
    """The places in a stretch where a credit changes, and whether these are surely all that need be cut."""
    moving = _moving(tail.plan.tree)
    at = credit_node(tail.plan.tree, stretch.least, root.node)
    if stretch.first == stretch.last or at not in moving:
        return [], True
    proved = _only_rises(tail.plan.tree, moving, stretch.least, at)
    whole = _seen(tail, walked.line, walked.fee, root, _whole)
    found = list(islice(_changes(whole, stretch, proved), MOST_STEPS + 1))
    if len(found) > MOST_STEPS:
        found = list(_changes(_seen(tail, walked.line, walked.fee, root, _outline), stretch, proved))
    return found, proved


def _changes(look: Look, stretch: Stretch, proved: bool) -> Iterator[int]:
    length = stretch.last - stretch.first
    pieces = 1 if proved else PLACES
    for low, high in pairwise([stretch.first + length * k // pieces for k in range(pieces + 1)]):
        yield from changes(look, low, high)


def _seen(tail: Tail, line: Line, fee: Money, root: Root, show: Callable[[Credit], object]) -> Look:
    """What is to be seen of a credit at a place."""
    return lambda place: show(tail.values(line.at(place), fee, (root.node,))[root.node])


def _whole(credit: Credit) -> object:
    """What a step changes; a rate that goes on growing above the maximum changes nothing."""
    return credit.status, credit.amount, credit.capped


def _outline(credit: Credit) -> object:
    """Whether there is anything, and whether the maximum lowers it."""
    paying = not isinstance(credit.amount, Between) and amount(credit.amount) > 0
    return credit.status, credit.capped, paying


def _rises(tail: Tail, walked: Walk, first: int, last: int, credits: Sequence[Root]) -> dict[str, tuple[int, ...]]:
    """For each credit that is not the same at both ends the places of its first steps."""
    rises = {}
    for root in credits:
        look = _seen(tail, walked.line, walked.fee, root, lambda credit: credit.amount)
        if look(first) != look(last):
            rises[root.id] = tuple(islice(changes(look, first, last), SHOWN_STEPS))
    return rises


def _moving(tree: Tree) -> frozenset[int]:
    """The nodes that may move between two comparisons: what a table gives and what is compared does not."""
    moving = set(sources(tree))
    for at in sorted(below(tree, moving) - moving):
        node = tree.nodes[at]
        still = node.op == "compare" or (node.op == "table" and moving.isdisjoint(_given(tree, at)))
        if not still and not moving.isdisjoint(node.inputs):
            moving.add(at)
    return frozenset(moving)


def _given(tree: Tree, at: int) -> list[int]:
    """What the rows of a table give."""
    node, place, found = tree.nodes[at], 1, []
    for comparisons in node.params["rows"]:
        place += len(comparisons) + 1
        found.append(node.inputs[place - 1])
    return found


def _only_rises(tree: Tree, moving: frozenset[int], values: Sequence[Any], credit: int) -> bool:
    """Whether the amount of a credit surely only grows on a stretch, of which the values at one end are given."""
    rising = set(sources(tree))
    for at in sorted(moving - rising):
        if _grows(tree, moving, rising, values, at):
            rising.add(at)
    return all(k in rising or k not in moving for k in tree.nodes[credit].inputs[:4])


def _grows(tree: Tree, moving: frozenset[int], rising: set[int], values: Sequence[Any], at: int) -> bool:
    node = tree.nodes[at]
    moved = [n for n, k in enumerate(node.inputs) if k in moving]
    others = [values[k] for k in node.inputs if k not in moving]
    if not all(node.inputs[n] in rising for n in moved):
        return False
    match node.op:
        case "add":
            return all(node.params["signs"][n] > 0 for n in moved)
        case "multiply":
            return len(moved) == 1 and node.params["powers"][moved[0]] > 0 and _above_nothing(others)
        case "units":
            return moved == [2] and _above_nothing(others)
        case "beyond" | "convert":
            return moved == [0]
        case _:
            return node.op in ("round", "greater", "lesser")


def _above_nothing(values: Sequence[Quantity | Between]) -> bool:
    return all(not isinstance(value, Between) and amount(value) >= 0 for value in values)
