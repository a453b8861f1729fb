from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd
from operator import add, mul, sub, truediv

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sla_dsl.values.exact import Exact, fraction, minus, over, plus, sign_of_difference, times
from tests.values.strategies import law

small = st.integers(-6, 6) | st.fractions(min_value=-6, max_value=6, max_denominator=6)
great = st.integers(-(10**30), 10**30) | st.fractions(max_denominator=10**20)
exacts = small | great


def is_simplest(number: Exact) -> bool:
    """A whole number is an `int`; a fraction is in lowest terms, its denominator above 0."""
    if isinstance(number, int):
        return type(number) is int
    top, bottom = number.numerator, number.denominator
    return type(number) is Fraction and bottom > 1 and gcd(top, bottom) == 1


@pytest.mark.parametrize(
    ("top", "bottom", "expected"),
    [
        (6, 4, Fraction(3, 2)),
        (6, 3, 2),
        (-6, 4, Fraction(-3, 2)),
        (6, -4, Fraction(-3, 2)),
        (-6, -4, Fraction(3, 2)),
        (-6, -3, 2),
        (6, -3, -2),
        (0, 5, 0),
        (0, -5, 0),
        (5, 1, 5),
        (5, -1, -5),
        (1, 7, Fraction(1, 7)),
    ],
)
def test_fraction(top: int, bottom: int, expected: Exact) -> None:
    made = fraction(top, bottom)
    assert made == expected
    assert type(made) is type(expected)
    assert is_simplest(made)


def test_a_fraction_made_here_is_one_like_any_other() -> None:
    made = fraction(6, 4)
    assert hash(made) == hash(Fraction(3, 2))
    assert {made: 1}[Fraction(3, 2)] == 1
    assert made + Fraction(1, 2) == 2
    assert str(made) == "3/2"


@pytest.mark.parametrize(("ours", "theirs"), [(plus, add), (minus, sub), (times, mul)])
@given(a=exacts, b=exacts)
@law
def test_the_answer_is_that_of_fractions(
    ours: Callable[[Exact, Exact], Exact], theirs: Callable[[Fraction, Fraction], Fraction], a: Exact, b: Exact
) -> None:
    found = ours(a, b)
    assert found == theirs(Fraction(a), Fraction(b))
    assert is_simplest(found)


@given(exacts, exacts)
@law
def test_the_quotient_is_that_of_fractions(a: Exact, b: Exact) -> None:
    assume(b)
    found = over(a, b)
    assert found == truediv(Fraction(a), Fraction(b))
    assert is_simplest(found)


@given(exacts, exacts)
@law
def test_the_sign_of_a_difference(a: Exact, b: Exact) -> None:
    sign = sign_of_difference(a, b)
    assert ((sign > 0) - (sign < 0)) == (Fraction(a) > Fraction(b)) - (Fraction(a) < Fraction(b))
    assert type(sign) is int
    assert sign_of_difference(a, a) == 0


def test_whole_answers_are_whole_numbers() -> None:
    half = Fraction(1, 2)
    for found in (plus(half, half), minus(half, half), times(half, 2), over(half, half), plus(2, 3), times(2, 3)):
        assert type(found) is int
    assert (plus(2, 3), minus(2, 3), times(2, 3), over(4, 2)) == (5, -1, 6, 2)


def test_two_fractions_of_one_bottom_are_in_lowest_terms() -> None:
    assert is_simplest(plus(Fraction(1, 6), Fraction(1, 6)))
    assert is_simplest(minus(Fraction(5, 6), Fraction(1, 6)))
    assert is_simplest(times(Fraction(2, 3), Fraction(3, 4)))
    assert is_simplest(over(Fraction(2, 3), Fraction(-4, 3)))
