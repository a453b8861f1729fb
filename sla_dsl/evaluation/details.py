"""Single things that a node holds, in words: a literal, bounds, a notice, a rounding, rows, a deadline, pauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.steps import read_number
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.evaluation.wording import elapsed, in_hours, money, quantity
from sla_dsl.findings.wording import listed
from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND
from sla_dsl.values.money import Money


def literal_words(node: Node) -> str:
    """A literal as the policy would write it."""
    value = node.params["value"]
    if node.type == "money":
        return money(Money(read_number(value[0]), value[1]))
    return quantity(node.type, read_number(value))


def bounds_words(node: Node) -> str:
    """How long an outage must last: `at least 5 min`."""
    bounds = [f"{comparison} {elapsed(read_number(value))}" for comparison, value in node.params["bounds"]]
    return listed(bounds, "and")


def notice_words(notice: Mapping[str, Any]) -> str:
    """The notice that a window needs, in words."""
    if notice["kind"] == "any":
        return "announced or not"
    amount = read_number(notice["amount"])
    if not amount:
        return "announced before it starts"
    length = f"{amount} {'day' if amount == 1 else 'days'}" if notice["kind"] == "days" else in_hours(amount)
    return f"announced {notice['comparison']} {length} before it starts"


def rounding_words(node: Node) -> str:
    """`rounded to the nearest minute, halves up`."""
    unit = read_number(node.params["unit"])
    grains = {SECOND: "second", MINUTE: "minute", HOUR: "hour", DAY: "day", 0: "cent"}
    whole = node.type in ("elapsed", "money")
    grain = grains.get(unit, "") if whole and isinstance(unit, int) else ""
    grain = grain or quantity(node.type, unit)
    if node.params["mode"] == "nearest":
        return f"rounded to the nearest {grain}, halves {node.params['halves']}"
    return f"rounded {node.params['mode']} to the {grain}"


def row_words(node: Node, cells: Sequence[str]) -> list[str]:
    """The rows of a table, each as `less than 99 % gives 10 %`."""
    rows, at = [], 0
    for comparisons in node.params["rows"]:
        edges = [f"{c} {cell}" for c, cell in zip(comparisons, cells[at:], strict=False)]
        at += len(comparisons) + 1
        rows.append(f"{' but '.join(edges)} gives {cells[at - 1]}")
    return rows


def within_words(tree: Tree, within: Mapping[str, Any]) -> str:
    """`30 days`, `2 hours of Business`."""
    kind, amount = within["kind"], within["amount"]
    if kind in ("days", "business days"):
        days = f"{amount} {'day' if amount == 1 else 'days'}"
        return days if kind == "days" else f"{days} of {tree.calendars[within['calendar']]['words']}"
    length = in_hours(amount)
    return length if kind == "elapsed" else f"{length} of {tree.calendars[within['calendar']]['words']}"


def pause_words(tree: Tree, states: Sequence[str]) -> str:
    """The pauses that are these states of a ticket, by their names: `Waiting or Parked`."""
    words = {state: tree.names["pause"].get(pause, state) for pause, state in tree.paused.items()}
    return listed([words.get(state, state) for state in states], "or")
