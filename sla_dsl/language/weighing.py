"""The quantity of a value: its type, and what it comes to where it is fixed; with all mistakes inside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from sla_dsl.findings.finding import Finding
from sla_dsl.language import nodes as n
from sla_dsl.language import quantities
from sla_dsl.language import type_mistakes as wrong
from sla_dsl.language.agreement import identifier
from sla_dsl.language.bounding import bound_mistakes
from sla_dsl.language.folding import Node, fold
from sla_dsl.language.likeness import alike
from sla_dsl.language.quantities import OPEN, Quantity
from sla_dsl.language.reaching import reach
from sla_dsl.values.money import is_currency
from sla_dsl.values.numbers import Exact

Known = Mapping[str, Quantity]
"""The quantity of every name that has one, by identifier."""
Parts = tuple[Quantity, ...]
Told = list[Finding]

MOST_BITS = 200_000
"""The longest exact number that a policy may lead to, in binary digits: some 60,000 digits.

Twenty definitions that each multiply the one before by itself would otherwise fill the memory.
"""


def weigh(root: Node, known: Known) -> tuple[Quantity, list[Finding]]:
    """The quantity of `root` (open for a condition or a set of time), and what is wrong inside it."""
    told: Told = []
    quantity = fold(root, lambda node, parts: _weigh(node, parts, known, told))
    return quantity, told


def _weigh(node: Node, parts: Parts, known: Known, told: Told) -> Quantity:
    """The quantity of one node; exact numbers grow with each step, so one that grew beyond all use is refused."""
    size = sum(part.size() for part in parts)
    if size > MOST_BITS and not isinstance(node, n.Compare):
        told.append(wrong.number_out_of_hand(node.span))
        return OPEN
    quantity = _of_node(node, parts, known, told)
    if quantity.type is None:
        return OPEN
    if quantity.fixed is not None or isinstance(node, n.ValueName):
        return quantity
    low, high = reach(node, parts)
    return quantity._replace(bits=max(size, quantity.bits), low=low, high=high, in_period=False)


def _of_node(node: Node, parts: Parts, known: Known, told: Told) -> Quantity:
    match node:
        case n.Percent() | n.Number() | n.Amount() | n.Elapsed() | n.Business():
            told += _literal_mistakes(node)
            return quantities.of_literal(node)
        case n.ValueName():
            return known.get(identifier(node.name.text), OPEN)
        case n.PeriodLength() | n.LongestOutage():
            return Quantity("elapsed")
        case n.OutageCount():
            return Quantity("number")
        case n.Sum():
            return _sum(node, parts, told)
        case n.Product():
            return _product(node, parts, told)
        case n.ShareOf():
            return _share(node, parts[0], told)
        case n.PerUnit():
            return _per_unit(node, parts, told)
        case n.PartBeyond() | n.GreaterOf() | n.LesserOf() | n.AtLeast() | n.AtMost():
            return _choice(node, parts, told)
        case _:
            _conditions(node, parts, told)
            return OPEN


def _literal_mistakes(literal: n.Literal_) -> list[Finding]:
    match literal:
        case n.Amount() if not is_currency(literal.currency.text):
            return [wrong.unknown_currency(literal.currency)]
        case n.Business():
            return [wrong.business_time_here(literal)]
        case n.Elapsed():
            sizes = [quantities.MICROSECONDS[unit] for _, unit in literal.parts]
            falling = all(left > right for left, right in pairwise(sizes))
            return [] if falling else [wrong.units_out_of_order(literal)]
        case _:
            return []


def _conditions(node: Node, parts: Parts, told: Told) -> None:
    match node:
        case n.Compare():
            for bound, quantity in zip(node.bounds, parts[1:], strict=True):
                told += alike(node.value, parts[0], bound.value, quantity)
            told += bound_mistakes(parts[0], node.bounds, parts[1:])
        case n.Announced():
            told += _notice(node)
        case _:
            pass


def _notice(node: n.Announced) -> list[Finding]:
    if not isinstance(node.notice, n.Bound) or isinstance(node.notice.value, n.Business):
        return []
    value = node.notice.value
    return whole_days(value) if isinstance(value, n.Elapsed) else [wrong.notice_in_words(value.span)]


def whole_days(within: n.Elapsed | n.Business) -> list[Finding]:
    """Calendar days are whole and stand alone: half a day has no end to count to."""
    parts = within.parts if isinstance(within, n.Elapsed) else ((within.amount, within.unit),)
    days = [amount for amount, unit in parts if unit in ("day", "days")]
    whole = len(days) == len(parts) and all(amount.denominator == 1 for amount in days)
    return [wrong.part_of_a_day(within.span)] if days and not whole else []


# ---------------------------------------------------------------- arithmetic


def _sum(node: n.Sum, parts: Parts, told: Told) -> Quantity:
    anchor = next((index for index, part in enumerate(parts) if part.type not in (None, "number")), 0)
    for index, part in enumerate(parts):
        if index != anchor:
            told += alike(node.terms[anchor], parts[anchor], node.terms[index], part)
    fixed = [part.fixed for part in parts]
    signed = [sign * term for sign, term in zip(node.signs, fixed, strict=True) if term is not None]
    return Quantity(parts[anchor].type, sum(signed) if len(signed) == len(parts) else None, _currency(parts))


def _currency(parts: Parts) -> str:
    return next((part.currency for part in parts if part.currency), "")


def _product(node: n.Product, parts: Parts, told: Told) -> Quantity:
    result = parts[0]
    for factor, power, part in zip(node.factors[1:], node.powers[1:], parts[1:], strict=True):
        if power == -1 and part.fixed == 0:
            told.append(wrong.divided_by_nothing(factor.span))
        if result.type is None or part.type is None:
            result = OPEN
            continue
        combined = _times(result, part) if power == 1 else _over(result, part)
        if combined.type is None:
            say = wrong.cannot_multiply if power == 1 else wrong.cannot_divide
            told.append(say(factor.span, result.type, part.type))
        result = combined
    return result


def _times(left: Quantity, right: Quantity) -> Quantity:
    kind = quantities.product_type(left.type, right.type)
    fixed = quantities.multiplied(left.fixed, right.fixed)
    return Quantity(kind, fixed, left.currency or right.currency)


def _over(left: Quantity, right: Quantity) -> Quantity:
    kind = quantities.quotient_type(left.type, right.type)
    return Quantity(kind, quantities.divided(left.fixed, right.fixed), left.currency if kind == "money" else "")


def _share(node: n.ShareOf, base: Quantity, told: Told) -> Quantity:
    if isinstance(node.base, n.Percent):
        told.append(wrong.percent_of_percent(node.span))
        return OPEN
    if base.type == "number" and base.fixed is not None:
        told.append(wrong.sign_missing(node.base, base.fixed, "money"))
        return OPEN
    return Quantity(base.type, quantities.multiplied(node.percent / 100, base.fixed), base.currency)


def _per_unit(node: n.PerUnit, parts: Parts, told: Told) -> Quantity:
    price, size, amount = parts
    told += alike(node.of, amount, node.size, size)
    if size.fixed == 0:
        told.append(wrong.divided_by_nothing(node.size.span))
    if price.type == "elapsed":
        told.append(wrong.wrong_type(node.price.span, "ratio", "elapsed", "What each unit gives"))
        return OPEN
    fixed = quantities.units_of(price.fixed, size.fixed, amount.fixed, started=node.units == "started")
    return Quantity(price.type, fixed if node.units else None, price.currency)


_Choice = n.PartBeyond | n.GreaterOf | n.LesserOf | n.AtLeast | n.AtMost


def _choice(node: _Choice, parts: Parts, told: Told) -> Quantity:
    """One of two like things, or what one is more than the other."""
    left, right = _sides(node)
    told += alike(left, parts[0], right, parts[1])
    fixed = None
    if parts[0].fixed is not None and parts[1].fixed is not None:
        fixed = _chosen(node)(parts[0].fixed, parts[1].fixed)
    return Quantity(parts[0].type or parts[1].type, fixed, _currency(parts))


def _sides(node: _Choice) -> tuple[n.Value, n.Value]:
    match node:
        case n.PartBeyond():
            return node.value, node.threshold
        case n.GreaterOf() | n.LesserOf():
            return node.left, node.right
        case n.AtLeast():
            return node.value, node.floor
        case n.AtMost():
            return node.value, node.ceiling
        case _:
            assert_never(node)


def _chosen(node: _Choice) -> Callable[[Exact, Exact], Exact]:
    match node:
        case n.PartBeyond():
            return lambda value, threshold: max(value - threshold, Fraction(0))
        case n.GreaterOf() | n.AtLeast():
            return lambda left, right: max(left, right)
        case n.LesserOf() | n.AtMost():
            return lambda left, right: min(left, right)
        case _:
            assert_never(node)
