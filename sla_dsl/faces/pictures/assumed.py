"""What a policy assumes, by number: the same number wherever an assumption is named.

Assumptions are numbered as the policy states them.  A line that rests on one ends with its number in brackets, and
the list at the end says what it is and which clause it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sla_dsl.evaluation.explaining import intervals
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.faces.layout import Line
from sla_dsl.faces.pictures.steps import SETS


def numbers_of_nodes(tree: Tree) -> tuple[int, ...]:
    """For each step of the tree the number of the assumption that it rests on, 0 for none."""
    stated = {pair: number for number, pair in reversed(list(enumerate(tree.stated, start=1)))}
    texts = {text: number for (_, text), number in stated.items()}
    numbers = []
    for node in tree.nodes:
        text = tree.assumptions[node.assumption] if node.assumption >= 0 else ""
        clause = tree.clauses[node.clause] if node.clause >= 0 else ""
        numbers.append(stated.get((clause, text), texts.get(text, 0)) if text else 0)
    return tuple(numbers)


def general_numbers(tree: Tree) -> tuple[int, ...]:
    """The assumptions that no single step carries, such as the one on the time zone: they hold throughout."""
    carried = set(numbers_of_nodes(tree))
    return tuple(number for number in range(1, len(tree.stated) + 1) if number not in carried)


def used_numbers(period: PeriodResult, assumed: Sequence[int]) -> set[int]:
    """The assumptions that the results of a period rest on: not those of steps that had nothing to work on."""
    return {number for at, number in enumerate(assumed) if number and _had_work(period, at)}


def _had_work(period: PeriodResult, at: int) -> bool:
    kind, value = period.tree.nodes[at].type, period.trace.values[at]
    if kind == "target":
        return bool(value)
    return kind not in SETS or bool(intervals(period, kind, value))


def assumption_lines(tree: Tree, used: Iterable[int]) -> Iterator[Line]:
    """The assumptions that were used, in order."""
    for number in sorted(set(used) - {0}):
        clause, text = tree.stated[number - 1]
        head = f"[{number}]"
        yield Line(text + (f" ({clause})" if clause else ""), f"  {head:<5} ", " " * 8)
