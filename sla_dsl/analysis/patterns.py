"""Patterns: the same few outages again and again through a period, for what a single outage cannot show.

Rules on outages (which make one, how long one must last, how each is rounded) can make more downtime count for
less: an outage that fills the time between two others may make one of three.
"""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.analysis.axes import Axis, rule_lengths
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.worlds import Outage, World
from sla_dsl.evaluation.tree import Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import SECOND
from sla_dsl.values.money import Money

MOST_LENGTHS = 10
MOST_TIMES = 400
"""A pattern is repeated at most so many times in a period."""


class Pattern(NamedTuple):
    """Two outages, the time between them, and whether the service is down in that time as well."""

    first: int
    between: int
    second: int

    @property
    def lasting(self) -> int:
        """From its start to its end."""
        return self.first + self.between + self.second


def has_rules_on_outages(tree: Tree) -> bool:
    """Whether anything in the policy looks at outages one by one."""
    return any(node.op in ("keep", "join", "measure_outages", "count", "longest", "snap") for node in tree.nodes)


def patterns(tree: Tree) -> Iterator[Pattern]:
    """Pairs of outages of the lengths at which rules on outages turn, the shortest first."""
    lengths = sorted(set(_lengths(tree)))[:MOST_LENGTHS]
    made = [Pattern(a, between, b) for a in lengths for between in lengths for b in lengths]
    yield from sorted(made, key=lambda pattern: (pattern.lasting, pattern))


def _lengths(tree: Tree) -> Iterator[int]:
    """Each length in a rule on outages, a second less and more, half of it, and ten seconds."""
    yield 10 * SECOND
    for length in rule_lengths(tree):
        yield from (max(length - SECOND, 1), length, length + SECOND, max(length // 2, 1))


def repeated(sample: Sample, axis: Axis, pattern: Pattern, times: int, filled: bool, fee: Money) -> World:
    """The pattern so many times, evenly through the period; `filled`: down in the time between as well."""
    every = sample.length // times
    outages: list[Outage] = []
    for start in range(sample.start, sample.start + every * times, every):
        middle, again = start + pattern.first, start + pattern.first + pattern.between
        if filled:
            outages.append(axis.down(start, again + pattern.second))
        else:
            outages += [axis.down(start, middle), axis.down(again, again + pattern.second)]
    return World(sample, tuple(outages), fee)
