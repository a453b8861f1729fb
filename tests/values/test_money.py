from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.values.money import Money, is_currency, minor_digits, show_amount
from sla_dsl.values.numbers import Exact, read_decimal, rounded
from tests.values.strategies import exacts, law


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        (45, "EUR", "45.00"),
        (Fraction(45), "EUR", "45.00"),
        (0, "EUR", "0.00"),
        (Fraction(9, 2), "USD", "4.50"),
        (Fraction(-1, 100), "USD", "-0.01"),
        (Fraction(-9, 2), "USD", "-4.50"),
        (Fraction(1, 20), "EUR", "0.05"),
        (45, "JPY", "45"),
        (-45, "JPY", "-45"),
        (Fraction(91, 2), "JPY", "45.5"),
        (Fraction(1, 8), "BHD", "0.125"),
        (1, "CLF", "1.0000"),
        (Fraction(1, 1000), "EUR", "0.001"),
        (Fraction(1, 3), "EUR", "1/3"),
        (10**25, "EUR", "1" + "0" * 25 + ".00"),
    ],
)
def test_shown(amount: Exact, currency: str, expected: str) -> None:
    assert show_amount(Money(amount, currency)) == expected


@pytest.mark.parametrize(("code", "digits"), [("EUR", 2), ("JPY", 0), ("BHD", 3), ("CLF", 4), ("ISK", 0), ("TND", 3)])
def test_minor_digits(code: str, digits: int) -> None:
    assert minor_digits(code) == digits


@pytest.mark.parametrize("code", ["", "eur", "Eur", "EU", "EURO", "ABC", "XXX", "XAU", "€", "EUR "])
def test_what_is_no_currency(code: str) -> None:
    assert not is_currency(code)


def test_what_is() -> None:
    assert all(is_currency(code) for code in ("EUR", "USD", "GBP", "CHF", "JPY", "XOF"))


def test_money_of_two_currencies_is_never_equal() -> None:
    assert Money(5, "EUR") != Money(5, "USD")
    assert Money(5, "EUR") == Money(Fraction(5), "EUR")


@given(exacts, st.sampled_from(("EUR", "JPY", "BHD", "CLF")))
@law
def test_what_is_paid_has_just_the_decimals_of_its_currency(amount: Exact, currency: str) -> None:
    digits = minor_digits(currency)
    paid = rounded(amount, Fraction(1, 10**digits), "nearest")
    shown = show_amount(Money(paid, currency))
    assert len(shown.partition(".")[2]) == digits
    assert read_decimal(shown) == paid
