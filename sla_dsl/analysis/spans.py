"""Spans: the steps of a table put together, as far as they come to the same for one promise or one credit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sla_dsl.analysis.boundaries import Point, Step, Table
from sla_dsl.analysis.relating import row_at
from sla_dsl.analysis.tails import above, sources
from sla_dsl.evaluation.credits import credit_node
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.records import NamedTuple

NO_ROW = -1


class KeptSpan(NamedTuple):
    """From one point to another a promise is met, missed, or it is not known."""

    status: str
    first: Point
    last: Point


class CreditSpan(NamedTuple):
    """From one point to another a credit stands still, or rises (then its first steps are named).

    `table` is the node of the table that it is read from, -1 where it is from none; `row` the row that applies.
    """

    table: int
    row: int
    first: Point
    last: Point
    rises: tuple[Point, ...]


def kept_spans(table: Table, root: Root) -> list[KeptSpan]:
    """How a promise stands, from no downtime on."""
    groups = _groups(table.steps, lambda step: step.first.result.guarantees[root.id])
    return [KeptSpan(status, steps[0].first, steps[-1].last) for status, steps in groups]


def credit_spans(table: Table, root: Root) -> list[CreditSpan]:
    """How a credit stands, from no downtime on."""

    def key(step: Step) -> object:
        credit = step.first.credit(root.id)
        if not step.first.offered(root.id):
            return row_of(step.first, root), credit.status
        rises = bool(step.rises.get(root.id))
        still = () if rises else (credit.amount, None if credit.capped else credit.rate)
        return row_of(step.first, root), credit.status, credit.capped, rises, still

    found: list[CreditSpan] = []
    for _, steps in _groups(table.steps, key):
        span = CreditSpan(*row_of(steps[0].first, root), steps[0].first, steps[-1].last, _first_steps(steps, root))
        if found and _goes_on(found[-1], span, root):
            found[-1] = found[-1]._replace(last=span.last, rises=found[-1].rises or span.rises)
        else:
            found.append(span)
    return found


def _goes_on(before: CreditSpan, span: CreditSpan, root: Root) -> bool:
    """Whether a rise goes on: some bound that lies in the midst of it changes nothing about the credit."""
    ends = [(row_of(p, root), p.credit(root.id).status, p.credit(root.id).capped) for p in (before.last, span.first)]
    return bool(before.rises or span.rises) and ends[0] == ends[1]


def _groups(steps: Sequence[Step], key: Any) -> Iterator[tuple[Any, list[Step]]]:
    return ((at, list(group)) for at, group in groupby(steps, key))


def _first_steps(steps: Sequence[Step], root: Root) -> tuple[Point, ...]:
    """Where a credit that is to be had begins to rise."""
    if not steps[0].first.offered(root.id):
        return ()
    return next((step.rises[root.id] for step in steps if step.rises.get(root.id)), ())


def row_of(point: Point, root: Root) -> tuple[int, int]:
    """The table that a credit is read from, and the row that applies; -1 for none."""
    tree, values = point.result.tree, point.result.trace.values
    at = table_of(tree, values, root)
    if at == NO_ROW:
        return NO_ROW, NO_ROW
    return at, row_at(tree, at, values)


def table_of(tree: Tree, values: Sequence[Any], root: Root) -> int:
    """The only table that reads something measured on the way to a credit's rate; -1 where there is not just one."""
    rate = tree.nodes[credit_node(tree, values, root.node)].inputs[0]
    measured = set(sources(tree))
    found = [
        at
        for at in above(tree, (rate,))
        if tree.nodes[at].op == "table" and not measured.isdisjoint(above(tree, (tree.nodes[at].inputs[0],)))
    ]
    return found[0] if len(found) == 1 else NO_ROW


def idle_rows(table: Table, root: Root) -> list[int]:
    """The rows of a credit's table that never apply along the line."""
    point = table.steps[0].first
    at = table_of(point.result.tree, point.result.trace.values, root)
    if at == NO_ROW:
        return []
    used = {row_of(end, root)[1] for end in table.points}
    return [row for row in range(len(point.result.tree.nodes[at].params["rows"])) if row not in used]


def first_paying(table: Table, root: Root) -> Point | None:
    """The first point at which anything of a credit is to be had."""
    return next((point for point in table.points if point.payable(root.id) > 0), None)
