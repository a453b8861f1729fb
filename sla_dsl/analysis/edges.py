"""Edges: the numbers that amounts are held against, with what comes just below, at and just above each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sla_dsl.analysis.boundaries import Point, Table
from sla_dsl.analysis.tails import above, below, sources
from sla_dsl.analysis.walking import edges, side_of
from sla_dsl.evaluation.tree import Root
from sla_dsl.records import NamedTuple


class Crossing(NamedTuple):
    """Where an amount crosses a bound as downtime grows: the nodes of both, the results that depend on it.

    `under` is the last point before the bound, `at` a point on it, `over` the first beyond; None where there is none.
    """

    value: int
    bound: int
    results: frozenset[str]
    under: Point | None
    at: Point | None
    over: Point | None

    @property
    def place(self) -> int:
        """Where on the line it is."""
        return next(point.place for point in (self.at, self.over, self.under) if point is not None)


def crossings(table: Table) -> list[Crossing]:
    """Every crossing along a line, in order; the same bound of several sentences once."""
    found: dict[object, Crossing] = {}
    for crossing in _all(table):
        ends = tuple(point and point.place for point in (crossing.under, crossing.at, crossing.over))
        key = (crossing.value, ends)
        other = found.get(key)
        found[key] = crossing if other is None else other._replace(results=other.results | crossing.results)
    return sorted(found.values(), key=lambda crossing: crossing.place)


def _all(table: Table) -> Iterator[Crossing]:
    tree = table.steps[0].first.result.tree
    moved = below(tree, sources(tree))
    leads = {root: above(tree, (root.node,)) for root in (*table.guarantees, *table.credits)}
    for edge in edges(tree):
        results = frozenset(_name(table, root) for root, nodes in leads.items() if edge.reader in nodes)
        if results and not moved.isdisjoint((edge.value, edge.bound)):
            yield from _crossed(table, edge.value, edge.bound, results)


def _name(table: Table, root: Root) -> str:
    return f"{'guarantee' if root in table.guarantees else 'credit'} {root.id}"


def _crossed(table: Table, value: int, bound: int, results: frozenset[str]) -> Iterator[Crossing]:
    """The crossings of one bound."""

    def side_at(point: Point) -> int | None:
        values = point.result.trace.values
        return side_of(values[value], values[bound])

    runs = [(side, list(points)) for side, points in groupby(table.points, side_at)]
    for n, (side, points) in enumerate(runs):
        after = runs[n + 1] if n + 1 < len(runs) else None
        before = runs[n - 1] if n else None
        if side == 0:
            under = before[1][-1] if before else None
            over = after[1][0] if after else None
            yield Crossing(value, bound, results, under, points[0], over)
        elif side is not None and after is not None and after[0] == -side:
            yield Crossing(value, bound, results, points[-1], None, after[1][0])
