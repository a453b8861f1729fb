"""Between which ends an amount lies whatever happens: so much of it as follows from how it is made.

A length of time and a number of outages are never below 0, and 100 % less something is never above 100 %.  Where
nothing is known of an end it is None, and then nothing is told of a threshold beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sla_dsl.language import nodes as n
from sla_dsl.language.folding import Node
from sla_dsl.language.quantities import Ends, Quantity, divided, multiplied
from sla_dsl.values.numbers import Exact

ANYWHERE: Ends = (None, None)
FROM_ZERO: Ends = (0, None)
SHARE: Ends = (0, 1)

_MOST_BITS = 512  # an end with more digits is of no use to anybody


def reach(node: Node, parts: Sequence[Quantity]) -> Ends:
    """The ends of what is not fixed; `parts` are the quantities that it is made of."""
    low, high = _reach(node, [part.ends() for part in parts], parts)
    return _handy(low), _handy(high)


def _handy(end: Exact | None) -> Exact | None:
    long = end is not None and end.numerator.bit_length() + end.denominator.bit_length() > _MOST_BITS
    return None if long else end


def _reach(node: Node, ends: list[Ends], parts: Sequence[Quantity]) -> Ends:
    match node:
        case n.PeriodLength() | n.LongestOutage() | n.OutageCount():
            return FROM_ZERO
        case n.Sum():
            return _sum(ends, node.signs)
        case n.Product():
            return SHARE if _is_share(node, parts) else _product(ends, node.powers)
        case n.ShareOf():
            return _product([(node.percent / 100, node.percent / 100), ends[0]], (1, 1))
        case n.PartBeyond():
            return (0, _sum(ends, (1, -1))[1])
        case n.PerUnit():
            return FROM_ZERO if ends[0][0] is not None and ends[0][0] >= 0 else ANYWHERE
        case n.GreaterOf() | n.AtLeast():
            return (_max(ends[0][0], ends[1][0]), _both(ends[0][1], ends[1][1], greater=True))
        case n.LesserOf() | n.AtMost():
            return (_both(ends[0][0], ends[1][0], greater=False), _min(ends[0][1], ends[1][1]))
        case _:
            return ANYWHERE


def _is_share(node: n.Product, parts: Sequence[Quantity]) -> bool:
    """Whether it is a time divided by the length of the period in which it lies."""
    return parts[0].in_period and node.powers[1:] == (-1,) and isinstance(node.factors[1], n.PeriodLength)


def _sum(ends: Sequence[Ends], signs: Sequence[Literal[1, -1]]) -> Ends:
    turned = [it if sign == 1 else (_minus(it[1]), _minus(it[0])) for it, sign in zip(ends, signs, strict=True)]
    return (_total([low for low, _ in turned]), _total([high for _, high in turned]))


def _minus(end: Exact | None) -> Exact | None:
    return None if end is None else -end


def _total(ends: Sequence[Exact | None]) -> Exact | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None


def _product(ends: Sequence[Ends], powers: Sequence[Literal[1, -1]]) -> Ends:
    """Of factors that are never below 0: the least, and the most; of others nothing is said."""
    low: Exact = 1
    high: Exact | None = 1
    for (least, most), power in zip(ends, powers, strict=True):
        if least is None or least < 0:
            return ANYWHERE
        if power == 1:
            low, high = low * least, multiplied(high, most)
        else:
            low, high = divided(low, most) or 0, divided(high, least)
    return (low, high)


def _max(left: Exact | None, right: Exact | None) -> Exact | None:
    known = [end for end in (left, right) if end is not None]
    return max(known, default=None)


def _min(left: Exact | None, right: Exact | None) -> Exact | None:
    known = [end for end in (left, right) if end is not None]
    return min(known, default=None)


def _both(left: Exact | None, right: Exact | None, *, greater: bool) -> Exact | None:
    if left is None or right is None:
        return None
    return max(left, right) if greater else min(left, right)
