"""The core of a policy without its words: equal numbers for equal steps, however they were written.

Two policies whose results have the same numbers are the same step for step, whatever the record: that is a proof.
Names, places, assumptions and spans are left out; steps are in order of what they read; what may be said in any
order (limits, conditions, exclusions, factors) is put in one; constants are worked out.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from sla_dsl.evaluation.plan import Plan
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.unknown import Between

_ANY_ORDER = frozenset(("greater", "lesser", "both", "either", "together", "within"))
"""Operations whose inputs may stand in any order, be grouped in any way, and be said twice."""

_WORDS = {
    "claimed": ("naming",),
    "credit": ("paid_as", "only", "chooser"),
    "books": ("rules", "too_short", "unnamed", "hours"),
}
"""Parameters that are words, or say only under which heading time is listed."""

_CONTRARY = {"less than": "at least", "at least": "less than", "more than": "at most", "at most": "more than"}


class Numbering:
    """Numbers for steps, shared by the policies that are compared: the same step gets the same number."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._keys: list[Hashable] = []

    def number(self, key: Hashable) -> int:
        """The number of a step."""
        found = self._numbers.setdefault(key, len(self._keys))
        if found == len(self._keys):
            self._keys.append(key)
        return found

    def key(self, number: int) -> Hashable:
        """What a number stands for."""
        return self._keys[number]

    def of(self, plan: Plan) -> list[int]:
        """The number of each node of a policy."""
        numbers: list[int] = []
        for at, node in enumerate(plan.tree.nodes):
            numbers.append(self._node(plan, at, node, numbers))
        return numbers

    def _node(self, plan: Plan, at: int, node: Node, numbers: Sequence[int]) -> int:
        constant = plan.constants[at]
        if constant is not None and not isinstance(constant, Between) and node.type in _CONSTANT:
            return self.number(("constant", node.type, constant))
        inputs = [numbers[k] for k in node.inputs]
        if node.op in _ANY_ORDER:
            return self._any_order(node, inputs)
        if node.op == "negate":
            return self._negated(inputs[0])
        if node.op == "excuse" and not node.params["rules"]:
            return self.number(("excuse", tuple(inputs)))
        return self.number((node.op, *_arranged(self, plan.tree, node, inputs)))

    def conditions(self, inputs: Iterable[int]) -> set[int]:
        """All conditions that must hold, whether they are joined by `and` or said one by one."""
        found: set[int] = set()
        for part in inputs:
            key = self.key(part)
            found.update(key[1] if isinstance(key, tuple) and key[0] == "both" else (part,))
        return found

    def _any_order(self, node: Node, inputs: Iterable[int]) -> int:
        parts: set[int] = set()
        for part in inputs:
            key = self.key(part)
            parts.update(key[1] if isinstance(key, tuple) and key[0] == node.op else (part,))
        ordered = tuple(sorted(parts))
        return ordered[0] if len(ordered) == 1 else self.number((node.op, ordered))

    def _negated(self, part: int) -> int:
        key = self.key(part)
        if isinstance(key, tuple) and key[0] == "negate":
            return int(key[1])
        if isinstance(key, tuple) and key[0] == "compare" and len(key[2]) == 1 and key[2][0][0] in _CONTRARY:
            comparison, bound = key[2][0]
            return self.number(("compare", key[1], ((_CONTRARY[comparison], bound),)))
        return self.number(("negate", part))


_CONSTANT = frozenset(("elapsed", "ratio", "number", "money", "truth"))


def _arranged(numbering: Numbering, tree: Tree, node: Node, inputs: list[int]) -> tuple[Hashable, ...]:
    """The inputs and parameters of a step, in one order where they may stand in any."""
    match node.op:
        case "add" | "multiply":
            signs = node.params["signs" if node.op == "add" else "powers"]
            return (tuple(sorted(zip(signs, inputs, strict=True))),)
        case "compare":
            return inputs[0], tuple(sorted(zip(node.params["comparisons"], inputs[1:], strict=True)))
        case "excuse":
            rules = [(_frozen([_sorted(r["causes"]), _sorted(r["services"])])) for r in node.params["rules"]]
            return inputs[0], tuple(sorted(set(zip(rules, inputs[1:], strict=True))))
        case "credit":
            own = 4 + bool(node.params["claim"])
            return tuple(inputs[:own]), node.params["claim"], tuple(sorted(numbering.conditions(inputs[own:])))
        case _:
            return tuple(inputs), node.type, _frozen(_settings(tree, node))


def _settings(tree: Tree, node: Node) -> dict[str, Any]:
    settings = {name: value for name, value in node.params.items() if name not in _WORDS.get(node.op, ())}
    for name in ("services", "causes", "bounds"):
        if name in settings:
            settings[name] = _sorted(settings[name])
    if "calendar" in settings:
        settings["calendar"] = _calendar(tree, settings["calendar"])
    if "within" in settings:
        settings["within"] = {**settings["within"], "calendar": _calendar(tree, settings["within"]["calendar"])}
    return settings


def _sorted(values: Sequence[Any] | None) -> list[Any] | None:
    return None if values is None else sorted(values)


def _calendar(tree: Tree, name: str) -> Any:
    """What a calendar holds, without its name."""
    if not name:
        return ""
    content = {key: value for key, value in tree.calendars[name].items() if key not in ("words", "listed")}
    return {
        key: sorted(value) if key in ("weekdays", "countries", "dates") else value for key, value in content.items()
    }


def _frozen(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def roots(tree: Tree, numbers: Sequence[int]) -> dict[Hashable, Hashable]:
    """What a policy gives: each result by its identifier, with the number of its step."""
    return {"zone": tree.zone, "period": tree.period, **{key: numbers[at] for key, at in results_of(tree).items()}}


def results_of(tree: Tree) -> dict[Hashable, int]:
    """The step of each result, by what the result is."""
    found: dict[Hashable, int] = {}
    for kind in ("measures", "guarantees", "credits"):
        found.update({(kind, root.id): root.node for root in getattr(tree, kind)})
    for root in tree.targets:
        found["targets", root.id, tree.nodes[root.node].params["priority"]] = root.node
    return found
