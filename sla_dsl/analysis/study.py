"""The study of a policy: everything that is worked out about it before anything has happened, kept for whoever asks.

All analyses of a policy share one study, so that a line is walked once, however many questions are asked along it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sla_dsl.analysis.axes import Axis, axes
from sla_dsl.analysis.lines import Line, line_of
from sla_dsl.analysis.samples import Sample, samples, usual
from sla_dsl.analysis.tails import Tail, above, sources
from sla_dsl.analysis.walking import Walk, walk
from sla_dsl.analysis.worlds import World, fee_of, outcome
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.values.money import Money


class Study:
    """A policy under study, with its text if there is one (a compiled policy has none)."""

    def __init__(self, policy: Policy, text: str = "") -> None:
        self.policy = policy
        self.text = text
        self._tails: dict[Sample, Tail] = {}
        self._lines: dict[tuple[Sample, Axis], Line] = {}
        self._named: dict[tuple[int, str], frozenset[str]] = {}
        self._above: dict[int, frozenset[int]] = {}
        self._walks: dict[tuple[Sample, Axis, Money], Walk] = {}

    @property
    def tree(self) -> Tree:
        """The tree of the policy."""
        return self.policy.tree

    @cached_property
    def samples(self) -> tuple[Sample, ...]:
        """A period of each length, the shortest first."""
        return samples(self.tree.period, self.tree.zone)

    @cached_property
    def usual(self) -> Sample:
        """The period that most readers think of."""
        return usual(self.tree.period, self.tree.zone)

    @property
    def all_samples(self) -> tuple[Sample, ...]:
        """The usual period, then one of each other length."""
        return (self.usual, *(sample for sample in self.samples if sample != self.usual))

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        """For each measure a service and a cause of which an outage counts."""
        return axes(self.policy, self.usual)

    @property
    def outage_axes(self) -> tuple[Axis, ...]:
        """Those along which a single outage grows."""
        return tuple([axis for axis in self.axes if not axis.each])

    @cached_property
    def fee(self) -> Money:
        """The fee that is taken where none is asked about: a thousand."""
        return fee_of(self.tree, 1_000)

    def tail(self, sample: Sample) -> Tail:
        """The reckoning in a period."""
        if sample not in self._tails:
            self._tails[sample] = Tail(self.policy.plan, sample)
        return self._tails[sample]

    def line(self, sample: Sample, axis: Axis) -> Line:
        """The line of an axis, in a period."""
        if (sample, axis) not in self._lines:
            like = self.line(self.usual, axis) if sample != self.usual else None
            self._lines[sample, axis] = line_of(self.policy, sample, axis, like)
        return self._lines[sample, axis]

    def walk(self, sample: Sample, axis: Axis, fee: Money | None = None) -> Walk:
        """That line, cut wherever anything changes, for a fee."""
        key = (sample, axis, fee or self.fee)
        if key not in self._walks:
            self._walks[key] = walk(self.tail(sample), self.line(sample, axis), key[2])
        return self._walks[key]

    def above(self, node: int) -> frozenset[int]:
        """Every node that a node depends on, and it itself."""
        if node not in self._above:
            self._above[node] = above(self.tree, (node,))
        return self._above[node]

    def named(self, node: int, op: str, parameter: str) -> frozenset[str]:
        """The names that the steps of one kind have as a parameter, among those that a node depends on."""
        key = (node, op)
        if key not in self._named:
            steps = [self.tree.nodes[at] for at in self.above(node)]
            values = [step.params[parameter] for step in steps if step.op == op]
            self._named[key] = frozenset(
                [it for value in values for it in ([value] if isinstance(value, str) else value)]
            )
        return self._named[key]

    @cached_property
    def sources(self) -> frozenset[int]:
        """The nodes where measured amounts begin."""
        return frozenset(sources(self.tree))

    def walks(self, roots: frozenset[int]) -> Iterator[Walk]:
        """The walks along which some of these amounts move, in a period of each length, the usual one first."""
        for sample in self.all_samples:
            for axis in self.axes:
                if self.line(sample, axis).moves(roots):
                    yield self.walk(sample, axis)

    def outcome(self, world: World) -> PeriodResult:
        """What the evaluator makes of a world."""
        return outcome(self.policy, world)
