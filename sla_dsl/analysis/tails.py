"""The tail of a policy: from what was measured to what is due, worked out for any amounts that are put in.

A policy measures first (sets of time, down to a total, a number or the longest) and then only reckons.  The
second part is tried here for one measured amount after the other, without making up incidents for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.worlds import World, fee_of, timeline_of
from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.evaluate import trace
from sla_dsl.evaluation.plan import Plan, Step, carefully
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.facts import facts_of
from sla_dsl.values.money import Money

MEASURES = frozenset(("measure", "measure_outages", "longest", "count"))
"""Operations that make an amount out of sets of time."""

_GRANTED: Mapping[str, Any] = {"reported": True, "claimed": Claimed("claimed")}
"""What the customer can do is done: it is asked what the policy then comes to."""


def sources(tree: Tree) -> tuple[int, ...]:
    """The nodes where measured amounts begin."""
    return tuple([at for at, node in enumerate(tree.nodes) if node.op in MEASURES])


def below(tree: Tree, roots: Iterable[int]) -> frozenset[int]:
    """Every node that depends on one of these, and they themselves."""
    found = set(roots)
    for at, node in enumerate(tree.nodes):
        if not found.isdisjoint(node.inputs):
            found.add(at)
    return frozenset(found)


def above(tree: Tree, targets: Iterable[int]) -> frozenset[int]:
    """Every node that one of these depends on, and they themselves."""
    found = set(targets)
    for at in range(len(tree.nodes) - 1, -1, -1):
        if at in found:
            found.update(tree.nodes[at].inputs)
    return frozenset(found)


class Tail:
    """The reckoning of a policy in one period.  `plain` are the values of a period in which nothing happened."""

    def __init__(self, plan: Plan, sample: Sample) -> None:
        self.plan = plan
        self.sample = sample
        tree = plan.tree
        facts = facts_of(timeline_of(tree, World(sample, (), fee_of(tree, 0))))
        self.plain: tuple[Any, ...] = trace(plan, facts, (sample.period,))[0].values
        self._run = Run(facts, tree.zone)
        self._run.enter(sample.period)
        self._charges = [at for at, node in enumerate(tree.nodes) if node.op == "charge"]
        self._granted = {at: _GRANTED[node.op] for at, node in enumerate(tree.nodes) if node.op in _GRANTED}
        self._given = frozenset((*sources(tree), *self._charges, *self._granted))
        self._reckoning = below(tree, self._given) - self._given
        self._steps: dict[frozenset[int], tuple[Step, ...]] = {}

    def values(
        self, measured: Mapping[int, Any], fee: Money, targets: Iterable[int], still: Sequence[Any] = ()
    ) -> list[Any]:
        """The value of each node; only the targets and what leads to them are worked out anew.

        `still`: what the others are taken to be, instead of what they are where nothing is charged.
        """
        values = list(still or self.plain)
        for at in self._charges:
            values[at] = fee
        for at, value in self._granted.items():
            values[at] = value
        for at, value in measured.items():
            values[at] = value
        carefully(self.steps_to(frozenset(targets)), values, self._run)
        return values

    def prober(self, fee: Money, targets: Iterable[int]) -> Callable[[Mapping[int, Any]], Sequence[Any]]:
        """A function from measured amounts to values of which only the targets count, for asking again and again.

        What it gives holds until it is called again.
        """
        values, steps = list(self.values({}, fee, ())), self.steps_to(frozenset(targets))

        def probe(measured: Mapping[int, Any]) -> Sequence[Any]:
            for at, value in measured.items():
                values[at] = value
            carefully(steps, values, self._run)
            return values

        return probe

    def steps_to(self, targets: frozenset[int]) -> tuple[Step, ...]:
        """The steps from the measured amounts to the targets, in order."""
        found = self._steps.get(targets)
        if found is None:
            wanted = above(self.plan.tree, targets) & self._reckoning
            every = sorted((*self.plan.once.careful, *self.plan.each.careful), key=lambda step: step.at)
            found = self._steps[targets] = tuple([step for step in every if step.at in wanted])
        return found
