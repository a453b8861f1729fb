"""Exact values in words, as explanations and texts show them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sla_dsl.evaluation.arithmetic import is_boundless
from sla_dsl.findings.wording import counted
from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND
from sla_dsl.values.money import Money, show_amount
from sla_dsl.values.numbers import show_number, show_percent
from sla_dsl.values.unknown import Between


def elapsed(microseconds: int | Fraction) -> str:
    """A length of time as a policy writes it: `7 hours 12 min`, `13 min 30.5 s`, `0 s`; whole days only as such."""
    if microseconds < 0:
        return f"minus {elapsed(-microseconds)}"
    if microseconds and microseconds % DAY == 0:
        return counted(int(microseconds // DAY), "day")
    return in_hours(microseconds)


def in_hours(microseconds: int | Fraction) -> str:
    """A length of time without days: in a notice or a deadline those are days of the calendar, another time."""
    hours, rest = divmod(Fraction(microseconds), HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts = [counted(int(hours), "hour")] if hours else []
    parts += [f"{minutes} min"] if minutes else []
    parts += [f"{show_number(rest / SECOND)} s"] if rest or not parts else []
    return " ".join(parts)


def percent(share: int | Fraction) -> str:
    """A share in percent: exact where six places are enough, else cut there, with dots to say so."""
    shown = show_percent(share).rstrip("0").rstrip(".")
    exact = Fraction(shown) == Fraction(share) * 100
    return f"{shown} %" if exact else f"{show_percent(share)}… %"


def money(amount: Money) -> str:
    """`45.00 EUR`; an amount between two coins with all its places."""
    if not amount.currency:
        return str(show_number(amount.amount))
    return f"{show_amount(amount)} {amount.currency}"


def quantity(kind: str, value: Any) -> str:
    """A value of a type in words; one that is not known as the span in which it lies."""
    if isinstance(value, Between):
        return _span(kind, value)
    if isinstance(value, Money):
        return money(value)
    if kind == "elapsed":
        return elapsed(value)
    if kind == "ratio":
        return percent(value)
    if kind in ("truth", "guarantee"):
        return "yes" if value else "no"
    return str(show_number(value))


def _span(kind: str, value: Between) -> str:
    if kind in ("truth", "guarantee"):
        return "not known"
    if is_boundless(value.low) and is_boundless(value.high):
        return "not known"
    if is_boundless(value.high):
        return "not known" if not _number(value.low) else f"at least {quantity(kind, value.low)}"
    if is_boundless(value.low):
        return f"at most {quantity(kind, value.high)}"
    low, high = _in_one_currency(value.low, value.high)
    return f"somewhere from {quantity(kind, low)} to {quantity(kind, high)}"


def _in_one_currency(low: Any, high: Any) -> tuple[Any, Any]:
    """Both ends with the currency of the one that has it: nothing is nothing in any currency."""
    currency = next((end.currency for end in (low, high) if isinstance(end, Money) and end.currency), "")
    return _in_currency(low, currency), _in_currency(high, currency)


def _in_currency(end: Any, currency: str) -> Any:
    return Money(end.amount, currency) if isinstance(end, Money) and not end.currency else end


def _number(value: Any) -> Any:
    return value.amount if isinstance(value, Money) else value
