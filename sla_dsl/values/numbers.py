"""Exact numbers: read, compared, rounded and shown without ever passing through a float."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from sla_dsl.values.elapsed import SECOND

Exact = int | Fraction
Mode = Literal["nearest", "down", "up"]
Halves = Literal["up", "down", "to even"]

MAX_DIGITS = 30
MAX_PLACES = 12

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# Powers of ten that one look tells apart from the others: what a decimal of `MAX_PLACES` places is divided by.
_SCALE = 10**MAX_PLACES


def read_decimal(text: str, max_digits: int = MAX_DIGITS, max_places: int = MAX_PLACES) -> Fraction | str:
    """The number that a plain decimal ("99.95", "-3") says, or the reason why it is refused.

    Looked at before it is converted: a nine-character "1e1000000" would otherwise take half a minute.
    """
    if len(text) > max_digits + 2 or not _PLAIN.fullmatch(text):
        from sla_dsl.values.refused_numbers import why_refused

        return why_refused(text, max_digits)
    whole, _, places = text.partition(".")
    if len(whole.removeprefix("-")) + len(places) > max_digits:
        return f"it has more than {max_digits} digits"
    if len(places) > max_places:
        return f"it has more than {max_places} digits after the point"
    return Fraction(int(whole + places), 10 ** len(places))


def simplest(number: Exact) -> Exact:
    """The same number: an `int` where it is whole."""
    return number.numerator if number.denominator == 1 else number


def rounded(value: Exact, unit: Exact, mode: Mode, halves: Halves = "up") -> Exact:
    """The value as a whole multiple of `unit` (above 0).

    "down" is toward minus infinity and "up" toward plus infinity, below zero too.  "nearest" takes the nearer
    multiple, and of two as near the one that `halves` says: the upper, the lower, or the even one.
    """
    numerator = value.numerator * unit.denominator
    denominator = value.denominator * unit.numerator
    count, rest = divmod(numerator, denominator)
    if rest and _goes_up(count, 2 * rest - denominator, mode, halves):
        count += 1
    return simplest(count * unit)


def _goes_up(count: int, beyond_half: int, mode: Mode, halves: Halves) -> bool:
    if mode != "nearest":
        return mode == "up"
    if beyond_half:
        return beyond_half > 0
    return halves == "up" or (halves == "to even" and count % 2 == 1)


def compare(a: Exact, b: Exact) -> Literal[-1, 0, 1]:
    """-1, 0 or 1: whether `a` is less than, equal to or greater than `b`."""
    if not (type(a) is int and type(b) is int):
        a, b = a.numerator * b.denominator, b.numerator * a.denominator
    if a < b:
        return -1
    return 1 if a > b else 0


def show_ratio(number: Exact) -> str:
    """As a fraction in lowest terms: "43193/43200", or "1" where it is whole."""
    return str(Fraction(number))


def show_percent(number: Exact, places: int = 6) -> str:
    """A share (1 is 100 %) in percent, cut after six places and not rounded: "99.983796".

    Cut toward zero, so that what is under a threshold is never shown as if it had reached it.
    """
    count = abs(number.numerator) * 100 * 10**places // number.denominator
    sign = "-" if number < 0 and count else ""
    whole, rest = divmod(count, 10**places)
    return f"{sign}{whole}.{rest:0{places}d}"


def show_number(number: Exact) -> str:
    """The exact number: a decimal where twelve places can hold it ("45.5"), else a fraction ("1/3")."""
    if number.denominator == 1:
        return str(number.numerator)
    if _SCALE % number.denominator:
        return show_ratio(number)
    whole, rest = divmod(abs(number.numerator) * (_SCALE // number.denominator), _SCALE)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{rest:0{MAX_PLACES}d}".rstrip("0")


def show_seconds(microseconds: Exact) -> int | str:
    """An elapsed time in seconds: an `int` where it is whole, else the exact number as text ("60.000001")."""
    seconds, rest = divmod(microseconds, SECOND)
    return show_number(Fraction(microseconds, SECOND)) if rest else int(seconds)
