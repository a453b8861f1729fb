"""What is known of a value before any evidence: its type, its currency, and what it comes to where it is fixed."""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import ValueType
from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import DAY, HOUR, MINUTE, SECOND
from sla_dsl.values.numbers import Exact

MICROSECONDS: dict[n.UnitWord, int] = {
    "s": SECOND,
    "min": MINUTE,
    "hour": HOUR,
    "hours": HOUR,
    "day": DAY,
    "days": DAY,
}


Ends = tuple[Exact | None, Exact | None]
"""The least and the most that an amount can come to; None where it is not known."""


class Quantity(NamedTuple):
    """`type` is None where a mistake that was told already leaves it open; `fixed` is None where evidence is needed.

    A percentage is fixed as a share (99.9 % is 999/1000), a length of time in microseconds.  Of what is not fixed,
    `bits` is about how long the number can get, `low` and `high` are its ends, and `in_period` says that it is a time
    that lies in the period.
    """

    type: ValueType | None
    fixed: Exact | None = None
    currency: str = ""
    bits: int = 128
    low: Exact | None = None
    high: Exact | None = None
    in_period: bool = False

    def ends(self) -> Ends:
        """The least and the most that it can come to."""
        return (self.low, self.high) if self.fixed is None else (self.fixed, self.fixed)

    def size(self) -> int:
        """About how many binary digits the exact number has, numerator and denominator together."""
        if self.fixed is None:
            return self.bits
        return self.fixed.numerator.bit_length() + self.fixed.denominator.bit_length()


OPEN = Quantity(None, bits=0)


def length(literal: n.Elapsed) -> Fraction:
    """The microseconds of `4 min 22 s`, a day being 24 hours."""
    return sum((amount * MICROSECONDS[unit] for amount, unit in literal.parts), Fraction(0))


def of_grain(grain: n.Grain | n.Literal_) -> Quantity:
    """What a rounding rounds to: a word such as `minute` or `cent`, or a literal."""
    if not isinstance(grain, str):
        return of_literal(grain)
    if grain == "cent":
        return Quantity("money")
    return Quantity("elapsed", MICROSECONDS["s" if grain == "second" else "min" if grain == "minute" else grain])


def of_literal(literal: n.Literal_) -> Quantity:
    """A literal's quantity; business time has none, for its length depends on the calendar."""
    match literal:
        case n.Percent():
            return Quantity("ratio", literal.amount / 100)
        case n.Number():
            return Quantity("number", literal.amount)
        case n.Amount():
            return Quantity("money", literal.amount, literal.currency.text)
        case n.Elapsed():
            return Quantity("elapsed", length(literal))
        case n.Business():
            return OPEN


def product_type(left: ValueType | None, right: ValueType | None) -> ValueType | None:
    """The type of `left times right`; None where they cannot be multiplied."""
    if left == "number":
        return right
    if right == "number":
        return left
    if left == "ratio":
        return right
    return left if right == "ratio" else None


def quotient_type(left: ValueType | None, right: ValueType | None) -> ValueType | None:
    """The type of `left divided by right`: like things make a percentage."""
    if right in ("number", "ratio"):
        return "ratio" if (left, right) == ("number", "ratio") else left
    return "ratio" if left == right else None


def multiplied(left: Exact | None, right: Exact | None) -> Exact | None:
    """The product, where both are fixed."""
    return None if left is None or right is None else left * right


def divided(left: Exact | None, right: Exact | None) -> Exact | None:
    """The quotient, where both are fixed and the second is not 0."""
    return None if left is None or right is None or right == 0 else Fraction(left) / Fraction(right)


def units_of(price: Exact | None, size: Exact | None, amount: Exact | None, *, started: bool) -> Exact | None:
    """The price of the full, or started, units of `size` that are in `amount`."""
    units = divided(amount, size)
    if units is None or price is None:
        return None
    return price * (-(-units // 1) if started else units // 1)
