"""Arithmetic on exact quantities: times in microseconds, shares, plain numbers and money.

An amount that nothing bounds from above (a charge that was not supplied) has `BOUNDLESS` as its upper end,
and no currency: the empty code agrees with every other.  A division by nothing has no value: it raises
`Undefined`, which the evaluator turns into an answer that is not known, with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.values.exact import Exact, fraction, minus, over, plus, sign_of_difference, times
from sla_dsl.values.money import Money, minor_digits
from sla_dsl.values.numbers import Halves, Mode, rounded

Quantity = Exact | Money

BOUNDLESS = 10**60
"""More than anything that can be written (numbers have at most 30 digits), however a policy multiplies it."""

_FINITE = 10**45


class Undefined(Exception):
    """A value that does not exist, with the reason in a person's words."""


class TwoCurrencies(Undefined):
    """Two amounts in different currencies with no rate between them."""


def is_boundless(quantity: Quantity) -> bool:
    """Whether nothing is known that bounds the quantity."""
    size = amount(quantity)
    return not -_FINITE < size < _FINITE


def amount(quantity: Quantity) -> Exact:
    """The bare number of a quantity."""
    return quantity.amount if isinstance(quantity, Money) else quantity


def order(left: Quantity, right: Quantity) -> int:
    """Below, at or above 0: whether `left` is less than, the same as or more than `right`."""
    if isinstance(left, Money) and isinstance(right, Money):
        if left.currency != right.currency and left.currency and right.currency:
            raise TwoCurrencies(f"an amount in {left.currency} cannot be compared with one in {right.currency}")
        return sign_of_difference(left.amount, right.amount)
    return sign_of_difference(amount(left), amount(right))


def add(terms: Sequence[Quantity], signs: Sequence[int]) -> Quantity:
    """The sum of the terms, each with its sign."""
    total: Exact = 0
    currency: str | None = None
    for term, sign in zip(terms, signs, strict=True):
        if isinstance(term, Money):
            currency = term.currency if currency is None else _same(currency, term.currency)
            term = term.amount
        total = plus(total, term) if sign > 0 else minus(total, term)
    return total if currency is None else Money(total, currency)


def _same(left: str, right: str) -> str:
    if left != right and left and right:
        raise TwoCurrencies(f"an amount in {left} cannot be added to one in {right}")
    return left or right


def multiply(factors: Sequence[Quantity], powers: Sequence[int]) -> Quantity:
    """The product of the factors; a power of -1 divides.  Money over money is a share."""
    value: Exact = 1
    over_: list[str] = []
    under: list[str] = []
    for factor, power in zip(factors, powers, strict=True):
        if isinstance(factor, Money):
            (over_ if power > 0 else under).append(factor.currency)
            factor = factor.amount
        if power > 0:
            value = times(value, factor)
        elif factor:
            value = over(value, factor)
        else:
            raise Undefined("it would be a division by nothing")
    return _with_currency(value, over_, under) if over_ or under else value


def _with_currency(value: Exact, over: list[str], under: list[str]) -> Quantity:
    if len(over) == len(under):
        if over and over[0] != under[0] and over[0] and under[0]:
            raise TwoCurrencies(f"an amount in {over[0]} cannot be divided by one in {under[0]}")
        return value
    return Money(value, over[0])


def round_to(quantity: Quantity, unit: Exact, mode: Mode, halves: Halves) -> Quantity:
    """The quantity as a whole multiple of `unit`; for money `unit` counts in the currency, 0 is its smallest coin."""
    if not isinstance(quantity, Money):
        return rounded(quantity, unit, mode, halves)
    if unit:
        return Money(rounded(quantity.amount, unit, mode, halves), quantity.currency)
    if not quantity.currency:  # nothing, or no known bound: there is no coin to round to
        return quantity
    coins = 10 ** minor_digits(quantity.currency)
    return Money(fraction(int(rounded(times(quantity.amount, coins), 1, mode, halves)), coins), quantity.currency)


def units(price: Quantity, size: Quantity, of: Quantity, started: bool) -> Quantity:
    """The price for each full (or started) unit of `size` in `of`."""
    ratio = multiply((of, size), (1, -1))
    count = rounded(amount(ratio), 1, "up" if started else "down", "up")
    return multiply((price, count), (1, 1))


def beyond(value: Quantity, threshold: Quantity) -> Quantity:
    """The part of `value` beyond `threshold`; nothing where it does not reach it."""
    rest = add((value, threshold), (1, -1))
    if amount(rest) > 0:
        return rest
    return Money(0, rest.currency) if isinstance(rest, Money) else 0


def greater(left: Quantity, right: Quantity) -> Quantity:
    """The greater of the two; the left one where they are the same."""
    return left if order(left, right) >= 0 else right


def lesser(left: Quantity, right: Quantity) -> Quantity:
    """The lesser of the two; the left one where they are the same."""
    return left if order(left, right) <= 0 else right
