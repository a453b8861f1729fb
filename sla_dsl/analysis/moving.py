"""Which way each amount of a policy moves when more is measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sla_dsl.evaluation.arithmetic import amount
from sla_dsl.evaluation.operations import OPERATIONS, OWN
from sla_dsl.evaluation.plan import Plan
from sla_dsl.evaluation.tree import Node

Way = Literal[-1, 0, 1, None]
"""Down, not at all, up; None where it may go both ways."""

_TURNED: dict[Way, Way] = {1: -1, 0: 0, -1: 1, None: None}


def ways(plan: Plan, sources: Iterable[int]) -> dict[int, Way]:
    """The way of each node that depends on the sources, as these grow together; others do not move."""
    found: dict[int, Way] = dict.fromkeys(sources, 1)
    for at, node in enumerate(plan.tree.nodes):
        if at not in found and any(k in found for k in node.inputs):
            found[at] = _way(plan, node, [found.get(k, 0) for k in node.inputs])
    return found


def _way(plan: Plan, node: Node, moves: list[Way]) -> Way:
    match node.op:
        case "add":
            return _together(
                [move if sign > 0 else _TURNED[move] for move, sign in zip(moves, node.params["signs"], strict=True)]
            )
        case "multiply":
            return _product(plan, node, moves)
        case "table" | "compare" | "credit" | "credit_by_claim" | "units" | "guarantee":
            return None if any(move != 0 for move in moves) else 0
        case _:
            return _together(_by_variance(OPERATIONS[node.op].variance, moves))


def _by_variance(variance: str, moves: list[Way]) -> list[Way]:
    signs = (variance + variance[-1] * len(moves))[: len(moves)] if variance != OWN else "*" * len(moves)
    return [_turn(sign, move) for sign, move in zip(signs, moves, strict=True)]


def _turn(sign: str, move: Way) -> Way:
    """The way of a step that moves with (`+`), against (`-`) or in no one way (`*`) with an input."""
    if sign == "+" or move == 0:
        return move
    return _TURNED[move] if sign == "-" else None


def _product(plan: Plan, node: Node, moves: list[Way]) -> Way:
    """Only one factor may move, and the others must be constants, for their signs decide."""
    turned = False
    for k, move in zip(node.inputs, moves, strict=True):
        if move == 0:
            constant = plan.constants[k]
            other = plan.tree.nodes[k].op
            if constant is None and other not in ("charge", "period_length"):
                return None
            turned ^= constant is not None and amount(constant) < 0
    moved = [(move, power) for move, power in zip(moves, node.params["powers"], strict=True) if move != 0]
    if len(moved) != 1 or moved[0][1] < 0:
        return None if moved else 0
    return _TURNED[moved[0][0]] if turned else moved[0][0]


def _together(moves: Iterable[Way]) -> Way:
    """The way of something that moves with all of these."""
    seen = {move for move in moves if move != 0}
    if not seen:
        return 0
    return seen.pop() if len(seen) == 1 else None
