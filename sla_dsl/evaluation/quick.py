"""Shorter steps for the ordinary case, in which every input is known.

What a step need not ask again at each evaluation (the types of its inputs, the signs of a sum, the edges of
a table) is settled when the plan is made.  The answers are those of the general steps; where there is no
shorter way, `quick` gives None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import ge, gt, le, lt
from typing import Any

from sla_dsl.evaluation.arithmetic import Undefined, amount, order, round_to
from sla_dsl.evaluation.bounds import look_up
from sla_dsl.evaluation.credits import Credit, settle_credit
from sla_dsl.evaluation.steps import Step, read_number
from sla_dsl.evaluation.steps_of_rules import rows_of
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.exact import Exact, minus, over, plus, sign_of_difference, times
from sla_dsl.values.money import Money


def quick(node: Node, tree: Tree, constants: Sequence[Any]) -> Step | None:
    """The shorter step of a node, if there is one; `constants` are the values known beforehand, by place."""
    kinds = tuple(tree.nodes[k].type for k in node.inputs)
    match node.op:
        case "add" if len(kinds) == 2 and "money" not in kinds:
            return _sum(tuple(node.params["signs"]))
        case "multiply" if len(kinds) == 2:
            return _product(tuple(node.params["powers"]), kinds)
        case "compare" if len(kinds) == 2 and "money" not in kinds:
            return _comparison(node.params["comparisons"][0])
        case "round":
            return _rounding(node)
        case "credit" if not node.params["claim"]:
            return _credit
        case "table" if all(constants[k] is not None for k in node.inputs[1:]):
            return _table(node, kinds[0], [constants[k] for k in node.inputs[1:]])
        case _:
            return None


def _sum(signs: tuple[int, ...]) -> Step | None:
    if signs == (1, 1):
        return lambda run, a, b: plus(a, b)
    return (lambda run, a, b: minus(a, b)) if signs == (1, -1) else None


def _product(powers: tuple[int, ...], kinds: tuple[str, ...]) -> Step | None:
    if powers == (1, -1):
        return _quotient if "money" not in kinds else None
    if powers != (1, 1):
        return None
    if kinds[1] == "money" and kinds[0] != "money":
        return lambda run, share, money: Money(times(share, money.amount), money.currency)
    return (lambda run, a, b: times(a, b)) if "money" not in kinds else None


def _quotient(run: object, a: Exact, b: Exact) -> Exact:
    if not b:
        raise Undefined("it would be a division by nothing")
    return over(a, b)


_SIDES: dict[str, Callable[[int, int], bool]] = {"less than": lt, "at most": le, "at least": ge, "more than": gt}


def _comparison(comparison: str) -> Step | None:
    side = _SIDES.get(comparison)
    if side is None:
        return None
    return lambda run, value, bound: side(sign_of_difference(value, bound), 0)


def _rounding(node: Node) -> Step | None:
    unit, mode, halves = read_number(node.params["unit"]), node.params["mode"], node.params["halves"]
    if node.type == "elapsed" and type(unit) is int:
        if mode == "down":
            return lambda run, value: (
                value // unit * unit if type(value) is int else round_to(value, unit, mode, halves)
            )
        if mode == "nearest" and halves == "up":
            return lambda run, value: (
                (2 * value + unit) // (2 * unit) * unit if type(value) is int else round_to(value, unit, mode, halves)
            )
    return None


def _credit(run: object, rate: Any, full: Any, limited: Any, final: Any, *conditions: bool) -> Credit:
    """A credit of which everything is known and that need not be claimed."""
    if amount(rate) > 0 and False not in conditions:
        return Credit("due", rate, final, limited is not full and order(limited, full) < 0, None, ())
    return settle_credit(rate, full, limited, final, None, conditions)


def _table(node: Node, kind: str, cells: Sequence[Any]) -> Step:
    """A table all of whose edges are known: rows are looked at from the one that has precedence."""
    rows = rows_of(node, cells)
    if node.params["pick"] == "last" and kind != "money" and all(len(row.bounds) == 1 for row in rows):
        short = [(row.comparisons[0], row.bounds[0], row.gives) for row in reversed(rows)]
        sides = [(_SIDES.get(c), edge, gives) for c, edge, gives in short]
        if all(side is not None for side, _, _ in sides):
            return _ladder([(side, edge, gives) for side, edge, gives in sides if side is not None])
    last = node.params["pick"] == "last"

    def step(run: Any, value: Any, *ignored: Any) -> Any:
        outcome = look_up(value, rows, last)
        if outcome.doubtful:
            raise Undefined(f"which row of the table applies: {outcome.doubtful}")
        return outcome.gives

    return step


def _ladder(rungs: Sequence[tuple[Callable[[int, int], bool], Any, Any]]) -> Step:
    steps = [(side, edge.numerator, edge.denominator, gives) for side, edge, gives in rungs]

    def step(run: Any, value: Any, *ignored: Any) -> Any:
        top, bottom = value.numerator, value.denominator
        for side, edge_top, edge_bottom, gives in steps:
            if side(top * edge_bottom, edge_top * bottom):
                return gives
        return 0

    return step
