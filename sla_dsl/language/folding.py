"""Walking over values, conditions and sets of time without recursion.

A person may write five hundred terms in a row, or a bracket in a bracket as deep as the parser allows: so
every walk over what somebody wrote goes through `fold` or `walk`, which keep their own stack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, assert_never

from sla_dsl.language import nodes as n

Node = n.Value | n.Condition | n.Time
Result = TypeVar("Result")


def children(node: Node) -> tuple[Node, ...]:
    """The values, conditions and sets of time directly inside `node`, in the order they are written."""
    match node:
        case n.Percent() | n.Number() | n.Amount() | n.Elapsed() | n.Business():
            return ()
        case n.ValueName() | n.PeriodLength() | n.LongestOutage() | n.OutageCount():
            return ()
        case n.Holds() | n.Reported() | n.GuaranteeIs() | n.Down() | n.InBreach() | n.WholePeriod() | n.TimeName():
            return ()
        case n.Compare():
            return (node.value, *(bound.value for bound in node.bounds))
        case n.Not():
            return (node.condition,)
        case n.Both() | n.Either():
            return node.parts
        case n.Announced():
            return (node.notice.value,) if isinstance(node.notice, n.Bound) else ()
        case n.Within() | n.Outside():
            return (node.time, node.limit)
        case n.Together():
            return (node.left, node.right)
        case _:
            return _parts_of_value(node)


def _parts_of_value(node: _Composed) -> tuple[n.Value, ...]:
    match node:
        case n.Sum():
            return node.terms
        case n.Product():
            return node.factors
        case n.ShareOf():
            return (node.base,)
        case n.PartBeyond():
            return (node.value, node.threshold)
        case n.GreaterOf() | n.LesserOf():
            return (node.left, node.right)
        case n.AtLeast():
            return (node.value, node.floor)
        case n.AtMost():
            return (node.value, node.ceiling)
        case n.PerUnit():
            return (node.price, node.size, node.of)
        case _:
            assert_never(node)


_Composed = n.Sum | n.Product | n.ShareOf | n.PartBeyond | n.GreaterOf | n.LesserOf | n.AtLeast | n.AtMost | n.PerUnit


def fold(root: Node, visit: Callable[[Node, tuple[Result, ...]], Result]) -> Result:
    """What `visit` makes of `root`, given what it made of each of the `children`: the parts come before the whole."""
    order = _parts_last(root)
    results: list[Result] = []
    for node, count in reversed(order):
        first = len(results) - count
        found = tuple(results[first:])
        del results[first:]
        results.append(visit(node, found))
    return results[0]


def _parts_last(root: Node) -> list[tuple[Node, int]]:
    """Every node with the number of its children, the whole before its parts and the last part first."""
    order: list[tuple[Node, int]] = []
    pending = [root]
    while pending:
        node = pending.pop()
        parts = children(node)
        order.append((node, len(parts)))
        pending.extend(parts)
    return order


def walk(root: Node) -> Iterator[Node]:
    """Every node under `root`, `root` first, in the order they are written."""
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(children(node)))
