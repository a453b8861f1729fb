"""What a credit is worth to the customer, for comparing one month with another."""

from __future__ import annotations

from typing import Any

from sla_dsl.evaluation.arithmetic import TwoCurrencies, order
from sla_dsl.evaluation.credits import Credit
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between


def paid(credit: Any) -> Money | None:
    """The money that is due; nothing where none is, and None where that is not known."""
    if not isinstance(credit, Credit) or credit.status in ("unknown", "claimable"):
        return None
    if credit.status != "due":
        return Money(0, "")
    return credit.amount if isinstance(credit.amount, Money) and not isinstance(credit.amount, Between) else None


def less(left: Money, right: Money) -> bool:
    """Whether the one is surely less than the other; amounts in two currencies are not compared."""
    try:
        return order(left, right) < 0
    except TwoCurrencies:
        return False


def pays(credit: Any) -> bool:
    """Whether money is surely due."""
    money = paid(credit)
    return money is not None and money.amount > 0


def nothing(credit: Any) -> bool:
    """Whether surely nothing is due."""
    return isinstance(credit, Credit) and credit.status in ("none", "not_eligible")
