from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.wording import elapsed, in_hours, money, percent, quantity
from sla_dsl.values.money import Money
from sla_dsl.values.numbers import Exact
from sla_dsl.values.unknown import Between
from tests.evaluation.making import DAY, HOUR, MINUTE, SECOND


@pytest.mark.parametrize(
    ("microseconds", "words"),
    [
        (0, "0 s"),
        (1, "0.000001 s"),
        (SECOND, "1 s"),
        (30 * SECOND + 500_000, "30.5 s"),
        (MINUTE, "1 min"),
        (13 * MINUTE + 30 * SECOND, "13 min 30 s"),
        (HOUR, "1 hour"),
        (2 * HOUR + 5 * SECOND, "2 hours 5 s"),
        (7 * HOUR + 12 * MINUTE, "7 hours 12 min"),
        (1_000 * HOUR + SECOND, "1,000 hours 1 s"),
        (DAY, "1 day"),
        (31 * DAY, "31 days"),
        (2_000 * DAY, "2,000 days"),
        (DAY + HOUR, "25 hours"),
        (-90 * SECOND, "minus 1 min 30 s"),
        (-DAY, "minus 1 day"),
        (Fraction(SECOND, 3), "1/3 s"),
        (Fraction(2 * MINUTE), "2 min"),
    ],
)
def test_elapsed(microseconds: Exact, words: str) -> None:
    assert elapsed(microseconds) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1, "100 %"),
        (0, "0 %"),
        (Fraction(999, 1000), "99.9 %"),
        (Fraction(1, 3), "33.333333… %"),
        (Fraction(99_999_999, 10**8), "99.999999 %"),
        (Fraction(999_999_999, 10**9), "99.999999… %"),
        (Fraction(-1, 8), "-12.5 %"),
        (Fraction(5, 2), "250 %"),
        (Fraction(1, 10**9), "0.000000… %"),
    ],
)
def test_percent(share: Exact, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Money(45, "EUR"), "45.00 EUR"),
        (Money(Fraction(1, 8), "EUR"), "0.125 EUR"),
        (Money(Fraction(1, 3), "EUR"), "1/3 EUR"),
        (Money(7, "JPY"), "7 JPY"),
        (Money(0, ""), "0"),
    ],
)
def test_money(amount: Money, words: str) -> None:
    assert money(amount) == words


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("elapsed", HOUR, "1 hour"),
        ("ratio", Fraction(1, 2), "50 %"),
        ("number", Fraction(7, 2), "3.5"),
        ("number", 3, "3"),
        ("money", Money(5, "EUR"), "5.00 EUR"),
        ("truth", True, "yes"),
        ("truth", False, "no"),
        ("truth", Between(False, True, ()), "not known"),
        ("guarantee", Between(False, True, ()), "not known"),
        ("elapsed", Between(0, HOUR, ()), "somewhere from 0 s to 1 hour"),
        ("ratio", Between(Fraction(1, 2), 1, ()), "somewhere from 50 % to 100 %"),
        ("money", Between(Money(0, "EUR"), Money(5, "EUR"), ()), "somewhere from 0.00 EUR to 5.00 EUR"),
        ("money", Between(Money(0, ""), Money(BOUNDLESS, ""), ()), "not known"),
        ("money", Between(Money(5, "EUR"), Money(BOUNDLESS, ""), ()), "at least 5.00 EUR"),
        ("number", Between(-BOUNDLESS, BOUNDLESS, ()), "not known"),
    ],
)
def test_quantity(kind: str, value: Any, words: str) -> None:
    assert quantity(kind, value) == words


def test_a_value_with_an_upper_bound_alone() -> None:
    assert quantity("number", Between(-BOUNDLESS, 5, ())) == "at most 5"
    assert quantity("money", Between(Money(-BOUNDLESS, ""), Money(5, "EUR"), ())) == "at most 5.00 EUR"


def test_both_ends_have_the_currency_of_one() -> None:
    told = quantity("money", Between(Money(0, ""), Money(5, "EUR"), ()))
    assert told == "somewhere from 0.00 EUR to 5.00 EUR"


@pytest.mark.parametrize(
    ("length", "words"), [(DAY, "24 hours"), (36 * HOUR, "36 hours"), (0, "0 s"), (MINUTE, "1 min")]
)
def test_hours_stay_hours(length: int, words: str) -> None:
    assert in_hours(length) == words
