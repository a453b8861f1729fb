"""Where a value came from: the steps below it, each told once, under the first step that reads it."""

from __future__ import annotations

from sla_dsl.evaluation.explanation import layout
from sla_dsl.evaluation.phrases import value_words
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.faces.pictures.branches import Branch
from sla_dsl.faces.pictures.steps import SETS, assumption_of, step_sentence
from sla_dsl.faces.pictures.stretches import Stretch, stretch_words, stretches

_NEVER_TOLD = frozenset(("literal", "always", "period", "separate"))
_ONLY_IF_CHANGED = frozenset(("flatten", "within", "outside", "convert"))
_NO_STRETCHES = _ONLY_IF_CHANGED | {"hours"}


class Origins:
    """The branches of each step of a period, made from the first step to the last, without recursion.

    Steps that changed nothing (overlaps merged where there were none) are passed over: `sla tree` has them all.
    """

    def __init__(self, period: PeriodResult) -> None:
        self._period = period
        self._below: dict[int, tuple[Branch, ...]] = {}
        plan = layout(period.tree)
        for at, parts in plan.parts.items():
            self._below[at] = tuple(branch for part in parts if part.in_full for branch in self._told(part.at))
        self.apart = tuple(branch for at in plan.apart for branch in self._told(at))
        """The trees of the steps that lie too deep to be told under what reads them."""

    def below(self, at: int) -> tuple[Branch, ...]:
        """The branches that a step came from."""
        return self._below[at]

    def _told(self, at: int) -> tuple[Branch, ...]:
        node = self._period.tree.nodes[at]
        if node.op in _NEVER_TOLD or node.type in ("books", "events") or self._changed_nothing(at):
            return self._below[at]
        value = value_words(self._period, at)
        words = f"{node.name} is {value}" if node.name else value
        text = f"{words}: {step_sentence(self._period, at)}"
        return (Branch(text, assumption_of(self._period.tree, at), self._notes(at), self._below[at]),)

    def _changed_nothing(self, at: int) -> bool:
        node, values = self._period.tree.nodes[at], self._period.trace.values
        if node.op not in _ONLY_IF_CHANGED:
            return False
        if node.op == "convert":
            return bool(values[at] == values[node.inputs[0]])
        before = [one for one in stretches(self._period, node.inputs[0]) if one.taken_out_by is None]
        return _bare(stretches(self._period, at)) == _bare(before)

    def _notes(self, at: int) -> list[str]:
        """The stretches of a step; of a total those that it adds up.  What the step below it shows is not repeated."""
        node = self._period.tree.nodes[at]
        if node.op == "measure":
            told = stretches(self._period, node.inputs[0])
        elif node.type in SETS and node.op not in _NO_STRETCHES:
            told = stretches(self._period, at)
            if node.inputs and _bare(told) == _bare(stretches(self._period, node.inputs[0])):
                return []
        else:
            return []
        return [stretch_words(one, self._period.tree.zone) for one in told]


def _bare(told: list[Stretch]) -> list[tuple[int, int, bool]]:
    return sorted((one.start, one.end, one.taken_out_by is not None) for one in told)
