"""The arithmetic of a result, line by line: what each step came to, what it did, and its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.evaluation.credits import credit_node
from sla_dsl.evaluation.phrases import value_words
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Root
from sla_dsl.faces.layout import Line, columns, indented, tinted
from sla_dsl.faces.pictures.steps import ANSWERS, VALUES, step_sentence

WIDEST_VALUE = 24
"""Values up to so many columns have their words beside them, set in one column."""


def working_lines(period: PeriodResult, assumed: Sequence[int]) -> Iterator[Line]:
    """A heading for each measure and each credit, and under it its steps in working order."""
    tree = period.tree
    for root in (*tree.measures, *tree.credits):
        yield tinted(indented(root.words, 2), "strong")
        yield from _lines(period, steps_to(period, root), assumed)


def _lines(period: PeriodResult, steps: Sequence[int], assumed: Sequence[int]) -> Iterator[Line]:
    values = {at: value_words(period, at) for at in steps}
    width = max((columns(value) for value in values.values() if columns(value) <= WIDEST_VALUE), default=0)
    for at, value in values.items():
        head = f"    {value}{' ' * (width - columns(value))}  "
        yield Line(step_sentence(period, at), head, " " * (width + 6), (assumed[at],))


def steps_to(period: PeriodResult, root: Root) -> list[int]:
    """The steps of arithmetic that lead to a result, in working order.

    Those of another result are told there; steps on sets of time, and conversions that changed nothing, are left out.
    """
    tree = period.tree
    ends = {one.node for one in (*tree.measures, *tree.credits)}
    found: set[int] = set()
    waiting = [root.node]
    if tree.nodes[root.node].op == "credit_by_claim":
        waiting.append(credit_node(tree, period.trace.values, root.node))
    while waiting:
        at = waiting.pop()
        for k in tree.nodes[at].inputs:
            if k not in found and k not in ends and _is_arithmetic(period, k):
                found.add(k)
                waiting.append(k)
    found.add(root.node)
    return [at for at in sorted(found) if tree.nodes[at].type != "credit" and not _changed_nothing(period, at)]


def _is_arithmetic(period: PeriodResult, at: int) -> bool:
    node = period.tree.nodes[at]
    return node.op != "literal" and (node.type in VALUES or node.type in ANSWERS)


def _changed_nothing(period: PeriodResult, at: int) -> bool:
    node = period.tree.nodes[at]
    return node.op == "convert" and period.trace.values[at] == period.trace.values[node.inputs[0]]
