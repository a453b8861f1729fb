"""Lines: one thing that grows, from nothing to the whole period, and what is measured along it.

Nearly every question about a policy can be asked along one line: a single outage that lasts longer and longer.
Where all that is measured of it is the time that counts, the line runs along that time, and nothing need be
made up to walk it; else it runs along the outage, and every point is evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from sla_dsl.analysis.axes import Axis, down_once, turns_of
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.tails import sources
from sla_dsl.analysis.worlds import World, fee_of, outcome
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.numbers import rounded
from sla_dsl.values.unknown import Between

MOST_OUTAGES = 400
"""Outages are counted up to so many in a period."""

Measured = Mapping[int, Any]
"""What each source comes to, by node."""


Along = Literal["counted", "outage", "outages"]
"""What grows along a line: the time that counts, how long the outage lasts, how many outages there are."""


class Line(NamedTuple):
    """A line in one period: what is measured at each whole number from 0 up to `last`, and the world that shows it.

    `turns` are places at which a rule on outages turns, with both ends.  `steady`: in all of them what is measured
    only grows.  `plain`: what is measured depends on nothing but the place on the line.
    """

    axis: Axis
    sample: Sample
    last: int
    at: Callable[[int], Measured]
    world: Callable[[int], World]
    turns: tuple[int, ...]
    steady: bool
    plain: bool

    @property
    def along(self) -> Along:
        """What grows along it."""
        return "outages" if self.axis.each else "counted" if self.plain else "outage"

    def moved(self, roots: Iterable[int]) -> tuple[int, ...]:
        """Those of these amounts that are other than nothing somewhere on the line."""
        found = [self.at(place) for place in self.turns]
        return tuple([root for root in roots if any(measured.get(root) for measured in found)])

    def moves(self, roots: frozenset[int]) -> bool:
        """Whether any of these amounts is other than nothing somewhere on the line."""
        return bool(self.moved(roots))


def line_of(policy: Policy, sample: Sample, axis: Axis, like: Line | None = None) -> Line:
    """The line of an axis in a period.

    `like` is that of another period: where it is plain, and no hours come in, only its ends are tried here.
    """
    if axis.each:
        return outages_line(policy, sample, axis)
    hours = any(node.op == "hours" for node in policy.tree.nodes)
    return outage_line(policy, sample, axis, like.at if like is not None and like.plain and not hours else None)


def outages_line(policy: Policy, sample: Sample, axis: Axis) -> Line:
    """Outages of one length, evenly through the period, from none to a great many."""
    most = min(MOST_OUTAGES, sample.length // (2 * axis.each))

    def world(number: int) -> World:
        every = sample.length // max(number, 1)
        starts = [sample.start + n * every for n in range(number)]
        outages = tuple([axis.down(start, start + axis.each) for start in starts])
        return World(sample, outages, fee_of(policy.tree, 1_000))

    @cache
    def measured(number: int) -> Measured:
        trace = outcome(policy, world(number)).trace
        return {at: trace.values[at] for at in sources(policy.tree)}

    turns = tuple(sorted({0, 1, 2, 3, most // 2, most}))
    return Line(axis, sample, most, measured, world, turns, _only_grows([measured(place) for place in turns]), False)


def outage_line(policy: Policy, sample: Sample, axis: Axis, expected: Callable[[int], Measured] | None) -> Line:
    """A single outage, from nothing to the whole period; `expected` is what is probably measured along it."""
    tree = policy.tree

    def world(lasting: int) -> World:
        return down_once(tree, sample, axis, lasting)

    @cache
    def measured(lasting: int) -> Measured:
        trace = outcome(policy, world(lasting)).trace
        return {at: trace.values[at] for at in sources(tree)}

    def lasting_for(counted: int) -> int:
        """The shortest outage of which so much counts: nearly always one that lasts just that."""

        def enough(lasting: int) -> bool:
            return counted_time(tree, measured(lasting)) >= counted

        if enough(counted) and not (counted and enough(counted - 1)):
            return counted
        return first_that(enough, sample.length)

    whole = measured(sample.length)
    longest = counted_time(tree, whole)
    if expected is not None and _agrees(tree, [whole], expected):
        return Line(axis, sample, longest, expected, lambda c: world(lasting_for(c)), (0, longest), True, True)
    turns = turns_of(tree, sample)
    tried = [measured(place) for place in turns]
    steady = _only_grows(tried)
    plain = _plain(tree, tried) if steady else None
    if plain is None:
        return Line(axis, sample, sample.length, measured, world, turns, steady, False)
    return Line(axis, sample, longest, plain, lambda c: world(lasting_for(c)), (0, longest), True, True)


def _only_grows(tried: Sequence[Measured]) -> bool:
    """Whether nothing that is measured falls from one place to the next."""
    return all(
        not isinstance(a[at], Between) and not isinstance(b[at], Between) and a[at] <= b[at]
        for a, b in pairwise(tried)
        for at in a
    )


def _plain(tree: Tree, tried: Sequence[Measured]) -> Callable[[int], Measured] | None:
    """What each source comes to for the time that counts, if it depends on nothing else; tried out on these."""
    if any(isinstance(value, Between) for measured in tried for value in measured.values()):
        return None
    moved = [at for at in sources(tree) if any(measured[at] for measured in tried)]
    makers = {at: _maker(tree.nodes[at]) for at in moved}

    def plain(counted: int) -> Measured:
        return {at: makers[at](counted) for at in moved}

    return plain if moved and _agrees(tree, tried, plain) else None


def _agrees(tree: Tree, tried: Sequence[Measured], plain: Callable[[int], Measured]) -> bool:
    """Whether what was measured is what the time that counts alone would give."""
    return all(plain(counted_time(tree, m)).get(at, 0) == value for m in tried for at, value in m.items())


def _maker(node: Node) -> Callable[[int], Any]:
    match node.op:
        case "count":
            return lambda counted: 1 if counted else 0
        case "measure_outages":
            unit, mode, halves = int(node.params["unit"]), node.params["mode"], node.params["halves"]
            return lambda counted: rounded(counted, unit, mode, halves)
        case _:
            return lambda counted: counted


def counted_time(tree: Tree, measured: Measured) -> int:
    """The time that counts: the greatest total, before any rounding."""
    return max([int(value) for at, value in measured.items() if tree.nodes[at].op in ("measure", "longest")], default=0)


def first_that(holds: Callable[[int], bool], last: int) -> int:
    """The first number for which something holds that goes on holding; `last` if it never does."""
    low, high = 0, last
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
