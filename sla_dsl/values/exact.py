"""Exact arithmetic on whole numbers and fractions, without the general checks of `Fraction`'s own operators.

The answers are those of `Fraction` (a law of the tests), whole ones as `int`; several times faster, which an
evaluation of a few dozen such steps is made of.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

Exact = int | Fraction

_new = object.__new__


def fraction(top: int, bottom: int) -> Exact:
    """`top / bottom` in lowest terms, as a whole number where it is one; `bottom` is not zero."""
    common = gcd(top, bottom)
    if bottom < 0:
        common = -common
    if bottom == common:
        return top // common
    made = _new(Fraction)
    made._numerator = top // common  # type: ignore[attr-defined]
    made._denominator = bottom // common  # type: ignore[attr-defined]
    return made


def plus(a: Exact, b: Exact) -> Exact:
    """`a + b`."""
    if type(a) is int and type(b) is int:
        return a + b
    bottom_a, bottom_b = a.denominator, b.denominator
    return fraction(a.numerator * bottom_b + b.numerator * bottom_a, bottom_a * bottom_b)


def minus(a: Exact, b: Exact) -> Exact:
    """`a - b`."""
    if type(a) is int and type(b) is int:
        return a - b
    bottom_a, bottom_b = a.denominator, b.denominator
    return fraction(a.numerator * bottom_b - b.numerator * bottom_a, bottom_a * bottom_b)


def times(a: Exact, b: Exact) -> Exact:
    """`a * b`."""
    if type(a) is int and type(b) is int:
        return a * b
    return fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def over(a: Exact, b: Exact) -> Exact:
    """`a / b`; `b` is not zero."""
    return fraction(a.numerator * b.denominator, a.denominator * b.numerator)


def sign_of_difference(a: Exact, b: Exact) -> int:
    """Less than, equal to or more than 0, as `a` is less than, equal to or more than `b`."""
    if type(a) is int and type(b) is int:
        return a - b
    return a.numerator * b.denominator - b.numerator * a.denominator
