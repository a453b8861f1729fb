"""Quantities, instants and clauses of a result as the model holds them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sla_dsl.evaluation.tree import Tree
from sla_dsl.evaluation.wording import elapsed, money, quantity
from sla_dsl.faces.pictures.moments import moment
from sla_dsl.faces.reporting.model import Figure, Moment
from sla_dsl.values.instant import show_instant
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

NOT_KNOWN = "not known"


def moment_of(instant: int, zone: str) -> Moment:
    """An instant, in words and by the clocks of the zone."""
    return Moment(instant, moment(instant, zone), dt.datetime.fromisoformat(show_instant(instant, zone)[:19]))


def length_of(microseconds: int) -> Figure:
    """A length of time."""
    return Figure(elapsed(microseconds), microseconds, "elapsed")


def figure_of(kind: str, value: Any) -> Figure:
    """A value of a type; of one that is not known the span in which it lies, and no number."""
    if value is None:
        return Figure(NOT_KNOWN, None, kind)
    if isinstance(value, Between):
        return Figure(quantity(kind, value), None, kind)
    if isinstance(value, Money):
        return Figure(money(value), value.amount, value.currency or "number")
    return Figure(quantity(kind, value), value, kind)


def end_of(kind: str, value: Any) -> Figure | None:
    """One end of a span; None where nothing bounds it."""
    return None if value is None else figure_of(kind, value)


def clause_at(tree: Tree, clause: int) -> str:
    """A clause by its number, or empty."""
    return tree.clauses[clause] if clause >= 0 else ""
