"""Money: an exact amount and its currency.  Amounts of two currencies meet only through a given rate."""

from sla_dsl.records import NamedTuple
from sla_dsl.values.currencies import MINOR_DIGITS
from sla_dsl.values.numbers import Exact, show_number


class Money(NamedTuple):
    """An amount in whole units of the currency (of EUR, not of cents); `currency` is its ISO 4217 code."""

    amount: Exact
    currency: str


def is_currency(code: str) -> bool:
    """Whether there is a currency of that code (capitals, as ISO 4217 writes it)."""
    return code in MINOR_DIGITS


def minor_digits(currency: str) -> int:
    """How many decimals the currency's amounts are paid in: EUR 2, JPY 0, BHD 3, CLF 4."""
    return MINOR_DIGITS[currency]


def show_amount(money: Money) -> str:
    """The amount with exactly its currency's decimals ("45.00"); one that they cannot hold is shown exactly."""
    digits = minor_digits(money.currency)
    units = money.amount * 10**digits
    if units.denominator != 1:
        return show_number(money.amount)
    whole, rest = divmod(abs(units.numerator), 10**digits)
    sign = "-" if units < 0 else ""
    return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"
