"""Edges: every bound that an amount is held against, and what lies at it, just below it and just above it.

"Just" is the nearest value on that side that the policy can tell apart, as an outage grows: the last one before
the edge, or one that a second more or less of the outage gives.  Where no outage alone moves the amount to the
edge, it is the smallest step of its kind: a second, a hundredth of a percent, the smallest coin, one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from sla_dsl.analysis.points import Point, statement_of
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.showing import Shows
from sla_dsl.analysis.sides import label
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Edge, Stretch, Walk, edges
from sla_dsl.evaluation.arithmetic import TwoCurrencies, amount, order
from sla_dsl.evaluation.compiling.statements import Statement
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.findings.finding import Span
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.instant import SECOND
from sla_dsl.values.money import Money, minor_digits
from sla_dsl.values.unknown import Between

SIDES = {-1: "just below", 0: "exactly", 1: "just above"}


class Near(NamedTuple):
    """How far from an edge is still just beside it: the differences on each side, from the least to the most."""

    below: tuple[Exact, Exact] | None
    above: tuple[Exact, Exact] | None


def edge_points(study: Study, statements: Sequence[Statement]) -> Iterator[Point]:
    """Three places for each edge."""
    for edge in edges(study.tree):
        if study.tree.nodes[edge.value].op == "literal":
            continue
        nearness = Nearness(study, edge)
        cell = study.tree.nodes[edge.bound]
        number = statement_of(statements, study.tree.nodes[edge.reader])
        span = Span(*(cell.span if cell.op == "literal" else study.tree.nodes[edge.reader].span))
        for side, words in SIDES.items():
            what = f"{label(study.tree, edge.value)} {words} {label(study.tree, edge.bound)}"
            yield Point(number, "edge", what, span, edge.reader, nearness.lies(side))


def difference(values: Sequence[Any], edge: Edge) -> Exact | None:
    """How far the amount lies above the bound; None where that cannot be said."""
    value, bound = values[edge.value], values[edge.bound]
    if isinstance(value, Between) or isinstance(bound, Between):
        return None
    try:
        order(value, bound)
    except TwoCurrencies:
        return None
    return amount(value) - amount(bound)


class Nearness:
    """An edge, and what is near it in periods of each length."""

    def __init__(self, study: Study, edge: Edge) -> None:
        self.study = study
        self.edge = edge
        self._near: dict[Sample, list[Near]] = {}

    def lies(self, side: int) -> Shows:
        """Whether the amount of a period lies on that side, and just there."""

        def shows(period: PeriodResult) -> bool:
            found = difference(period.trace.values, self.edge)
            if found is None or (found > 0) - (found < 0) != side:
                return False
            return side == 0 or self._is_near(period, side, found)

        return shows

    def _is_near(self, period: PeriodResult, side: int, found: Exact) -> bool:
        value = period.trace.values[self.edge.value]
        spans = [near.below if side < 0 else near.above for near in self._nears(_sample(self.study, period))]
        known = [span for span in spans if span is not None]
        if isinstance(value, Money) or not known:
            step = _smallest(self.study.tree, self.edge, value)
            return -step <= found <= step
        return any(order(least, found) <= 0 <= order(most, found) for least, most in known)

    def _nears(self, sample: Sample) -> list[Near]:
        if sample not in self._near:
            walks = [self.study.walk(sample, axis) for axis in self.study.outage_axes]
            self._near[sample] = [near for walk in walks for near in _crossings(self.study, walk, self.edge)]
        return self._near[sample]


def _sample(study: Study, period: PeriodResult) -> Sample:
    """The period of that length under study; the period itself, where there is none."""
    length = period.trace.end - period.trace.start
    own = Sample(period.trace.period, period.trace.start, period.trace.end)
    return next((sample for sample in study.samples if sample.length == length), own)


def _crossings(study: Study, walk: Walk, edge: Edge) -> Iterator[Near]:
    """What lies just beside the edge wherever an outage that grows reaches it, passes it or leaves it."""
    for before, after in pairwise(walk.stretches):
        left, right = (difference(stretch.least, edge) for stretch in (before, after))
        if left is None or right is None or _sign(left) == _sign(right):
            continue
        sides = {_sign(left): _span(study, walk, edge, before, last=True)}
        sides[_sign(right)] = _span(study, walk, edge, after, last=False)
        yield Near(sides.get(-1), sides.get(1))


def _span(study: Study, walk: Walk, edge: Edge, stretch: Stretch, *, last: bool) -> tuple[Exact, Exact] | None:
    """The differences from that end of a stretch to a second further inside it."""
    ends = (max(stretch.first, stretch.last - SECOND + 1), stretch.last)
    places = ends if last else (stretch.first, min(stretch.last, stretch.first + SECOND - 1))
    tail = study.tail(walk.line.sample)
    tried = [tail.values(walk.line.at(place), walk.fee, (edge.value, edge.bound)) for place in places]
    found = [one for one in (difference(values, edge) for values in tried) if one is not None]
    return (min(found), max(found)) if found else None


def _sign(number: Exact) -> int:
    return (number > 0) - (number < 0)


def _smallest(tree: Tree, edge: Edge, value: Any) -> Fraction:
    """The smallest step of a kind of amount."""
    if isinstance(value, Money):
        return Fraction(1, 10 ** minor_digits(value.currency)) if value.currency else Fraction(1, 100)
    steps = {"elapsed": Fraction(SECOND), "ratio": Fraction(1, 10_000)}
    return steps.get(tree.nodes[edge.value].type, Fraction(1))
