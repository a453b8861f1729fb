"""Boundaries: what each amount of downtime comes to, from nothing to the whole period, and where that changes.

Whatever stands in a table is a point: a period that is made up and evaluated by the evaluator that everybody uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.lines import Line, counted_time
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.stairs import Stair, stairs
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Walk
from sla_dsl.analysis.worlds import World
from sla_dsl.evaluation.result import CreditResult, PeriodResult
from sla_dsl.evaluation.tree import Root
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money


class Point(NamedTuple):
    """A place on a line, the world that shows it, and what the evaluator makes of it."""

    place: int
    world: World
    result: PeriodResult

    def credit(self, name: str) -> CreditResult:
        """One of its credits."""
        return next(credit for credit in self.result.credits if credit.id == name)

    def offered(self, name: str) -> bool:
        """Whether a credit is to be had."""
        return self.credit(name).status in ("due", "claimable")

    def lowered(self, name: str) -> bool:
        """Whether a credit is to be had, and the maximum lowers it."""
        return self.offered(name) and self.credit(name).capped is True

    def payable(self, name: str) -> Exact:
        """What is to be had of a credit: nothing where it is not due, and where that is not known."""
        value = self.credit(name).amount.value if self.offered(name) else 0
        return 0 if value is None else value.amount if isinstance(value, Money) else value


class Step(NamedTuple):
    """Part of a line on which nothing changes but what `rises`: for each such credit its first steps."""

    first: Point
    last: Point
    rises: dict[str, tuple[Point, ...]]


class Table(NamedTuple):
    """One line in one period, step by step.  `searched` says that changes may be missing."""

    line: Line
    fee: Money
    steps: tuple[Step, ...]
    guarantees: tuple[Root, ...]
    credits: tuple[Root, ...]
    searched: bool

    @property
    def points(self) -> Iterator[Point]:
        """Both ends of each step."""
        for step in self.steps:
            yield from (step.first, step.last)


class Boundaries(NamedTuple):
    """The tables of a policy, and the promises and credits that stand in none: no downtime changes them.

    `named` says that these very periods were asked for, and not one of each length.
    """

    tables: tuple[Table, ...]
    unmoved: tuple[Root, ...]
    named: bool


def boundaries(study: Study, samples: Iterable[Sample], fee: Money) -> Boundaries:
    """A table for each service (and for the number of its outages, if that is counted) in each period."""
    periods = tuple(samples)
    tables = [table for axis in study.axes for table in _tables(study, axis, periods, fee)]
    shown = {root.node for table in tables for root in (*table.guarantees, *table.credits)}
    roots = (*study.tree.guarantees, *study.tree.credits)
    unmoved = tuple([root for root in roots if root.node not in shown])
    return Boundaries(tuple(tables), unmoved, periods != study.samples)


def _tables(study: Study, axis: Axis, periods: Sequence[Sample], fee: Money) -> Iterator[Table]:
    for sample in periods:
        moved = _moved(study, study.line(sample, axis))
        guarantees, credits = _on(study, study.tree.guarantees, moved), _on(study, study.tree.credits, moved)
        if guarantees or credits:
            yield _table(study, study.walk(sample, axis, fee), guarantees, credits)


def _moved(study: Study, line: Line) -> frozenset[int]:
    """What is measured along the line; of many outages only how many they are, the rest is told along the other."""
    counts = {at for at in study.sources if study.tree.nodes[at].op == "count"}
    return frozenset(at for at in line.moved(study.sources) if (at in counts) == bool(line.axis.each))


def _on(study: Study, roots: Sequence[Root], moved: frozenset[int]) -> tuple[Root, ...]:
    """The results that depend on something that moves."""
    return tuple([root for root in roots if not moved.isdisjoint(study.above(root.node))])


def _table(study: Study, walked: Walk, guarantees: tuple[Root, ...], credits: tuple[Root, ...]) -> Table:
    cut = stairs(study.tail(walked.line.sample), walked, credits)
    made = [_step(study, walked, stair) for stair in cut.parts]
    steps = tuple([step for step in made if step is not None])
    return Table(walked.line, walked.fee, steps, guarantees, credits, cut.searched)


def _step(study: Study, walked: Walk, stair: Stair) -> Step | None:
    """The part of the line that outages really come to; None where they pass over it."""
    first = point_at(study, walked.line, walked.fee, stair.first)
    if first.place > stair.last:
        return None
    last = _up_to(study, walked, stair.last)
    rises = {
        name: tuple([point_at(study, walked.line, walked.fee, place) for place in places])
        for name, places in stair.rises.items()
    }
    return Step(first, last, rises)


def _up_to(study: Study, walked: Walk, place: int) -> Point:
    """The last point that does not go beyond a place: of the outages that come to the same the longest."""
    line = walked.line
    if line.along != "counted" or place == line.last:
        return point_at(study, line, walked.fee, place)
    (longer,) = line.world(place + 1).outages
    return _point(study, line, World(line.sample, (longer._replace(end=longer.end - 1),), walked.fee), place)


def point_at(study: Study, line: Line, fee: Money, place: int) -> Point:
    """The first point of a line that reaches a place."""
    return _point(study, line, line.world(place)._replace(fee=fee), place)


def _point(study: Study, line: Line, world: World, place: int) -> Point:
    made = world._replace(outages=tuple([outage for outage in world.outages if outage.end > outage.start]))
    result = study.outcome(made)
    if line.along == "counted":
        place = counted_time(study.tree, {at: result.trace.values[at] for at in study.sources})
    return Point(place, made, result)
