"""The maximum of a credit: what it is, and above which fee it lowers what a point comes to."""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.analysis.boundaries import Point
from sla_dsl.analysis.lines import first_that
from sla_dsl.analysis.relating import limit_steps
from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.arithmetic import Quantity, amount
from sla_dsl.evaluation.credits import credit_node
from sla_dsl.evaluation.tree import Root
from sla_dsl.values.money import Money, minor_digits
from sla_dsl.values.unknown import Between

HIGHEST_FEE = 1_000_000_000
"""Above that no fee is tried, in whole units of the currency."""

_BEYOND = (2, 10, 1_000)
"""So many times the fee found are tried as well, since a maximum need not bind for ever."""


def has_maximum(point: Point, root: Root) -> bool:
    """Whether anything limits a credit."""
    node = point.result.tree.nodes[credit_node(point.result.tree, point.result.trace.values, root.node)]
    return node.inputs[1] != node.inputs[2]


def maximum_at(point: Point, root: Root) -> Quantity | None:
    """What limits a credit at a point, the lowest of all limits; None where that is not known."""
    tree, values = point.result.tree, point.result.trace.values
    steps = limit_steps(tree, credit_node(tree, values, root.node))
    limits = [values[tree.nodes[at].inputs[1]] for at in steps]
    if any(isinstance(limit, Between) for limit in limits):
        return None
    return min(limits, key=amount, default=None)


def binds(study: Study, point: Point, root: Root) -> bool:
    """Whether a fee was found for which the maximum lowers a credit: of ever higher ones, ten times as high each."""
    highest = HIGHEST_FEE * _coins(point)
    return any(_lowered(study, point, root, highest // 10**n) for n in range(len(str(highest))))


def free_fee(study: Study, point: Point, root: Root) -> Money | None:
    """The highest fee for which the maximum does not yet lower a credit; None where there is no such fee.

    It is tried at that fee and a coin above, and at some fees far beyond.
    """
    highest = HIGHEST_FEE * _coins(point)
    if not _lowered(study, point, root, highest):
        return None
    first = first_that(lambda coins: _lowered(study, point, root, coins), highest)
    sure = all(_lowered(study, point, root, min(first * times, highest)) for times in _BEYOND)
    return _fee(point, first - 1) if sure and first > 1 else None


def _coins(point: Point) -> int:
    """How many of the smallest coins the currency's unit has."""
    return int(10 ** minor_digits(point.world.fee.currency))


def _fee(point: Point, coins: int) -> Money:
    return Money(Fraction(coins, _coins(point)), point.world.fee.currency)


def _lowered(study: Study, point: Point, root: Root, coins: int) -> bool:
    """Whether for a fee of so many coins the maximum lowers what the same outages come to."""
    world = point.world._replace(fee=_fee(point, coins))
    return any(credit.id == root.id and credit.capped is True for credit in study.outcome(world).credits)
