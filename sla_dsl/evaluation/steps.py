"""From a node to its working step: a function of the run and the node's inputs.

Each maker reads the node's parameters once, when a policy is loaded, so that nothing is looked up while an
account is evaluated.  The makers for facts stand in `steps_of_facts.py`, for claims in `steps_of_claims.py`,
for rules and results in `steps_of_rules.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from sla_dsl.evaluation import arithmetic as exact
from sla_dsl.evaluation.families import Family, Outages, flatten, join, keep, only, separate, snap
from sla_dsl.evaluation.grains import WHOLE, plain_unit, snapper
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.evidence.facts import Piece
from sla_dsl.values.intervals import Spans, clip, intersect, length, subtract, union
from sla_dsl.values.unknown import Between

Step = Callable[..., Any]
Maker = Callable[[Node, Tree], Step]


def read_number(text: str | int) -> int | Fraction:
    """A number of a compiled policy: a whole one, or a fraction written as `3/4`."""
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def make_snap(node: Node, tree: Tree) -> Step:
    start = snapper(node.params["start"], tree.zone, up=False)
    end = snapper(node.params["end"], tree.zone, up=True)
    unit = plain_unit(node.params["start"]) if end is None else 0

    def step(run: Run, family: Family) -> Family:
        if unit and family and family[0][0] > WHOLE:
            return tuple(sorted([(s - s % unit, e, n) for s, e, n in family]))
        return snap(family, start, end)

    return step


def make_separate(node: Node, tree: Tree) -> Step:
    return lambda run, family: separate(family)


def make_join(node: Node, tree: Tree) -> Step:
    apart, inclusive, gap = node.params["apart"], node.params["inclusive"], node.params["gap"]
    return lambda run, family: join(family, apart, inclusive, gap)


def make_keep(node: Node, tree: Tree) -> Step:
    bounds = [(comparison, read_number(value)) for comparison, value in node.params["bounds"]]
    skip = node.params["skip"]
    grows = all(comparison in ("at least", "more than") for comparison, _ in bounds)

    def long_enough(lasting: int) -> bool:
        return all(_passes(lasting, comparison, value) for comparison, value in bounds)

    def step(run: Run, outages: Outages | Between) -> Outages | Between:
        if not isinstance(outages, Between):
            return keep(outages, long_enough, skip)
        if grows:
            return Between(keep(outages.low, long_enough, skip), keep(outages.high, long_enough, skip), outages.needs)
        return _keep_short(outages, long_enough, skip)

    return step


def _keep_short(outages: Between, short_enough: Callable[[int], bool], skip: int) -> Outages | Between:
    """An outage that may be longer than it seems may fail an upper bound: only those that are sure pass for sure."""
    low, high = outages.low, outages.high
    same = _pieces_of(low) & _pieces_of(high)
    least = only(low, [at for at in _among(low, same) if short_enough(low.lasting(at))], skip)
    sure = set(_among(high, same))
    may = [at for at in range(len(high.groups)) if at not in sure or short_enough(high.lasting(at))]
    most = only(high, may, skip)
    return least if least == most else Between(least, most, outages.needs)


def _pieces_of(outages: Outages) -> set[tuple[Piece, ...]]:
    return {outages.pieces[first:stop] for _, _, first, stop in outages.groups}


def _among(outages: Outages, same: set[tuple[Piece, ...]]) -> list[int]:
    """The places of the outages that are made of these pieces."""
    return [at for at, (_, _, first, stop) in enumerate(outages.groups) if outages.pieces[first:stop] in same]


def _passes(lasting: int, comparison: str, value: int | Fraction) -> bool:
    from sla_dsl.evaluation.bounds import passes

    return passes(lasting, comparison, value)


def make_flatten(node: Node, tree: Tree) -> Step:
    return lambda run, counted: flatten(counted)


def make_within(node: Node, tree: Tree) -> Step:
    return lambda run, left, right: _inside(left, right)


def _inside(left: Spans, right: Spans) -> Spans:
    return clip(left, *right[0]) if len(right) == 1 else intersect(left, right)


def make_outside(node: Node, tree: Tree) -> Step:
    return lambda run, left, right: subtract(left, right)


def make_together(node: Node, tree: Tree) -> Step:
    return lambda run, left, right: union(left, right)


def make_measure(node: Node, tree: Tree) -> Step:
    return lambda run, spans: length(spans)


def make_add(node: Node, tree: Tree) -> Step:
    signs = tuple(node.params["signs"])
    return lambda run, *terms: exact.add(terms, signs)


def make_multiply(node: Node, tree: Tree) -> Step:
    powers = tuple(node.params["powers"])
    return lambda run, *factors: exact.multiply(factors, powers)


def make_greater(node: Node, tree: Tree) -> Step:
    return lambda run, left, right: exact.greater(left, right)


def make_lesser(node: Node, tree: Tree) -> Step:
    return lambda run, left, right: exact.lesser(left, right)


def make_beyond(node: Node, tree: Tree) -> Step:
    return lambda run, value, threshold: exact.beyond(value, threshold)


def make_units(node: Node, tree: Tree) -> Step:
    started = node.params["started"]
    return lambda run, price, size, of: exact.units(price, size, of, started)


def make_round(node: Node, tree: Tree) -> Step:
    unit, mode, halves = read_number(node.params["unit"]), node.params["mode"], node.params["halves"]
    return lambda run, value: exact.round_to(value, unit, mode, halves)


MAKERS: Mapping[str, Maker] = {
    "snap": make_snap,
    "separate": make_separate,
    "join": make_join,
    "keep": make_keep,
    "flatten": make_flatten,
    "within": make_within,
    "outside": make_outside,
    "together": make_together,
    "measure": make_measure,
    "add": make_add,
    "multiply": make_multiply,
    "greater": make_greater,
    "lesser": make_lesser,
    "beyond": make_beyond,
    "units": make_units,
    "round": make_round,
}

__all__ = ["MAKERS", "Maker", "Step", "read_number"]
