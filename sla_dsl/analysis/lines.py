"""Lines: one thing that grows, from nothing to the whole period, and what is measured along it.

Nearly every question about a policy can be asked along one line: a single outage that lasts longer and longer.
Where all that is measured of it is the time that counts, the line runs along that time, and nothing need be
made up to walk it; else it runs along the outage, and every point is evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.tails import sources
from sla_dsl.analysis.worlds import Outage, World, fee_of, outcome
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.numbers import rounded
from sla_dsl.values.unknown import Between

Measured = Mapping[int, Any]
"""What each source comes to, by node."""


class Axis(NamedTuple):
    """Which service is down along a line, and why."""

    service: str
    cause: str | None


Along = Literal["counted", "outage", "outages"]
"""What grows along a line: the time that counts, how long the outage lasts, how many outages there are."""


class Line(NamedTuple):
    """A line in one period: what is measured at each whole number from 0 up to `last`, and the world that shows it."""

    axis: Axis
    sample: Sample
    last: int
    at: Callable[[int], Measured]
    world: Callable[[int], World]
    along: Along = "outage"


def axes(policy: Policy, sample: Sample) -> tuple[Axis, ...]:
    """For each measure that counts incidents a service and a cause of which an outage counts, each pair once."""
    found: dict[Axis, None] = {}
    for root in policy.tree.ledgers:
        books = policy.tree.nodes[policy.tree.nodes[root.node].inputs[0]]
        counted = next(
            (axis for axis in _candidates(policy.tree, books) if _counts(policy, sample, axis, root.id)), None
        )
        if counted is not None:
            found[counted] = None
    return tuple(found)


def _candidates(tree: Tree, books: Node) -> list[Axis]:
    causes = books.params["causes"]
    possible = [*tree.names["cause"], None] if causes is None else causes
    return [Axis(service, cause) for service in books.params["services"] for cause in possible]


def _counts(policy: Policy, sample: Sample, axis: Axis, measure: str) -> bool:
    whole = _down(policy.tree, sample, axis, sample.length)
    return bool(outcome(policy, whole).counted(measure))


def _down(tree: Tree, sample: Sample, axis: Axis, lasting: int) -> World:
    """A period in which the service is down once, from its start."""
    outages = (Outage(*axis, sample.start, sample.start + lasting),) if lasting else ()
    return World(sample, outages, fee_of(tree, 1_000))


def outage_line(policy: Policy, sample: Sample, axis: Axis) -> Line:
    """A single outage, from nothing to the whole period."""
    tree = policy.tree

    def world(lasting: int) -> World:
        return _down(tree, sample, axis, lasting)

    @cache
    def measured(lasting: int) -> Measured:
        trace = outcome(policy, world(lasting)).trace
        return {at: trace.values[at] for at in sources(tree)}

    tried = [0, 1, 59_999_999, *(sample.length * k // 7 + k for k in range(1, 7)), sample.length]
    plain = _plain(tree, [measured(lasting) for lasting in tried])
    if plain is None:
        return Line(axis, sample, sample.length, measured, world)
    longest = counted_time(tree, measured(sample.length))

    def lasting_for(counted: int) -> int:
        """The shortest outage of which so much counts: nearly always one that lasts just that."""

        def enough(lasting: int) -> bool:
            return counted_time(tree, measured(lasting)) >= counted

        if enough(counted) and not (counted and enough(counted - 1)):
            return counted
        return first_that(enough, sample.length)

    return Line(axis, sample, longest, plain, lambda counted: world(lasting_for(counted)), "counted")


def _plain(tree: Tree, tried: Sequence[Measured]) -> Callable[[int], Measured] | None:
    """What each source comes to for the time that counts, if it depends on nothing else; tried out on these."""
    if any(isinstance(value, Between) for measured in tried for value in measured.values()):
        return None
    moved = [at for at in sources(tree) if any(measured[at] for measured in tried)]
    makers = {at: _maker(tree.nodes[at]) for at in moved}

    def plain(counted: int) -> Measured:
        return {at: makers[at](counted) for at in moved}

    agrees = all(plain(counted_time(tree, m)).get(at, 0) == value for m in tried for at, value in m.items())
    return plain if moved and agrees else None


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
