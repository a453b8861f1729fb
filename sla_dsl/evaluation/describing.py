"""What each node of a tree does, in words: the lines of `sla tree`, and the headings of an explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.details import (
    bounds_words,
    literal_words,
    notice_words,
    pause_words,
    rounding_words,
    row_words,
    within_words,
)
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.evaluation.wording import elapsed
from sla_dsl.findings.wording import listed

Label = Callable[[int], str]
"""How an input is called: by its name, as a literal, or as the number of its step."""


def describe(tree: Tree, at: int, label: Label) -> str:
    """One line that says what the node at this place does."""
    node = tree.nodes[at]
    say = _WORDS.get(node.op)
    return say(tree, node, [label(k) for k in node.inputs]) if say else node.op


def _literal(tree: Tree, node: Node, inputs: list[str]) -> str:
    return literal_words(node)


def _names(tree: Tree, kind: str, ids: Sequence[str]) -> list[str]:
    return [tree.names[kind].get(i, i) for i in ids]


def _incidents(tree: Tree, node: Node, inputs: list[str]) -> str:
    services = listed(_names(tree, "service", node.params["services"]), "or")
    causes = node.params["causes"]
    if causes is None:
        return f"incidents of {services}, whatever the cause"
    return f"incidents of {services} because of {listed(_names(tree, 'cause', causes), 'or')}"


def _snap(tree: Tree, node: Node, inputs: list[str]) -> str:
    start, end = node.params["start"], node.params["end"]
    parts = [f"from the start of its {start}"] if start else []
    parts += [f"until the end of its {end}"] if end else []
    return f"each incident runs {' '.join(parts)}"


def _join(tree: Tree, node: Node, inputs: list[str]) -> str:
    apart = node.params["apart"]
    if not apart:
        return "incidents that overlap or touch are one outage"
    near = "at most" if node.params["inclusive"] else "less than"
    gap = "with" if node.params["gap"] else "without"
    return f"incidents {near} {elapsed(apart)} apart are one outage, {gap} the time between"


def _keep(tree: Tree, node: Node, inputs: list[str]) -> str:
    skip = node.params["skip"]
    how = f"without the first {elapsed(skip)} of each" if skip else "each in full"
    return f"outages that last {bounds_words(node)}, {how}"


def _windows(tree: Tree, node: Node, inputs: list[str]) -> str:
    notice = node.params["notice"]
    service = tree.names["service"].get(node.params["service"], node.params["service"])
    return f"maintenance of {service} {notice_words(notice)}"


def _hours(tree: Tree, node: Node, inputs: list[str]) -> str:
    return f"the hours of {tree.calendars[node.params['calendar']]['words']}"


def _excuse(tree: Tree, node: Node, inputs: list[str]) -> str:
    if not node.params["rules"]:
        return "nothing is taken out"
    times = zip(node.params["rules"], node.inputs[1:], inputs[1:], strict=True)
    rules = [_rule(tree, rule, "" if tree.nodes[at].op == "always" else label) for rule, at, label in times]
    return f"what does not count is taken out: {'; '.join(rules)}"


def _rule(tree: Tree, rule: Mapping[str, Any], time: str) -> str:
    causes = "any incident" if rule["causes"] is None else listed(_names(tree, "cause", rule["causes"]), "or")
    clause = f" ({tree.clauses[rule['clause']]})" if rule["clause"] >= 0 else ""
    return f"{causes} within {time}{clause}" if time else f"{causes}{clause}"


def _round(tree: Tree, node: Node, inputs: list[str]) -> str:
    return f"{inputs[0]}, {rounding_words(node)}"


def _add(tree: Tree, node: Node, inputs: list[str]) -> str:
    words = [inputs[0]]
    for text, sign in zip(inputs[1:], node.params["signs"][1:], strict=True):
        words.append(f"{'plus' if sign > 0 else 'minus'} {text}")
    return " ".join(words)


def _multiply(tree: Tree, node: Node, inputs: list[str]) -> str:
    words = [inputs[0]]
    for text, power in zip(inputs[1:], node.params["powers"][1:], strict=True):
        words.append(f"{'times' if power > 0 else 'divided by'} {text}")
    return " ".join(words)


def _units(tree: Tree, node: Node, inputs: list[str]) -> str:
    kind = "started" if node.params["started"] else "full"
    return f"{inputs[0]} for each {kind} {inputs[1]} of {inputs[2]}"


def _compare(tree: Tree, node: Node, inputs: list[str]) -> str:
    bounds = [f"{c} {edge}" for c, edge in zip(node.params["comparisons"], inputs[1:], strict=True)]
    return f"{inputs[0]} is {' but '.join(bounds)}"


def _table(tree: Tree, node: Node, inputs: list[str]) -> str:
    pick = "the last row that applies" if node.params["pick"] == "last" else "the one row that applies"
    return f"{pick} to {inputs[0]}: {'; '.join(row_words(node, inputs[1:]))}"


def _claimed(tree: Tree, node: Node, inputs: list[str]) -> str:
    by_outage = any(tree.nodes[k].type == "outages" for k in node.inputs)
    opens = "a claim opens only what it names" if by_outage else "one claim opens the period"
    naming = f", naming {node.params['naming']}" if node.params["naming"] else ""
    return f"claimed {_in_time(tree, node)}{naming}; {opens}"


_EVENTS = {
    "outage end": "the end of the outage",
    "outage start": "the start of the outage",
    "period end": "the end of the period",
}


def _in_time(tree: Tree, node: Node) -> str:
    return f"within {within_words(tree, node.params['within'])} after {_EVENTS[node.params['event']]}"


def _claimed_only(tree: Tree, node: Node, inputs: list[str]) -> str:
    still = ", or still to be claimed," if node.params["state"] == "claimable" else ""
    return f"outages claimed{still} {_in_time(tree, node)}"


def _target(tree: Tree, node: Node, inputs: list[str]) -> str:
    priority = tree.names["priority"].get(node.params["priority"], node.params["priority"])
    after = f"the step {node.params['after']}" if node.params["after"] else "it is opened"
    limit = within_words(tree, node.params["within"])
    besides = f", not counting {pause_words(tree, node.params['pauses'])}" if node.params["pauses"] else ""
    return f"{node.name} on a ticket of priority {priority} within {limit} after {after}{besides}"


def _credit(tree: Tree, node: Node, inputs: list[str]) -> str:
    conditions = inputs[4:]
    words = f"the amount of {inputs[3]} at the rate of {inputs[0]}"
    return f"{words}, if {listed(conditions, 'and')}" if conditions else words


def _fixed(text: str) -> Callable[[Tree, Node, list[str]], str]:
    return lambda tree, node, inputs: text.format(*inputs)


_WORDS: dict[str, Callable[[Tree, Node, list[str]], str]] = {
    "literal": _literal,
    "period": _fixed("the period"),
    "period_length": _fixed("the length of the period"),
    "incidents": _incidents,
    "always": _fixed("all time"),
    "windows": _windows,
    "breaches": _fixed("the time in which the customer is in breach"),
    "hours": _hours,
    "charge": lambda tree, node, inputs: f"the charge {node.name or node.params['charge']} of the period",
    "snap": _snap,
    "separate": _fixed("each incident is looked at by itself"),
    "join": _join,
    "keep": _keep,
    "excuse": _excuse,
    "flatten": _fixed("overlaps are merged"),
    "within": _fixed("the part of {0} within {1}"),
    "outside": _fixed("the part of {0} outside {1}"),
    "together": _fixed("{0} together with {1}"),
    "measure": _fixed("the total of {0}"),
    "measure_outages": lambda tree, node, inputs: (
        f"the total of {inputs[0]} within {inputs[1]}, each {rounding_words(node)}"
    ),
    "longest": _fixed("the longest of {0} within {1}"),
    "count": _fixed("the number of {0} within {1}"),
    "add": _add,
    "multiply": _multiply,
    "greater": _fixed("the greater of {0} and {1}"),
    "lesser": _fixed("the lesser of {0} and {1}"),
    "beyond": _fixed("the part of {0} beyond {1}"),
    "units": _units,
    "round": _round,
    "convert": _fixed("{0} in the currency of {1}, at the given rate"),
    "compare": _compare,
    "both": lambda tree, node, inputs: " and ".join(inputs),
    "either": lambda tree, node, inputs: " or ".join(inputs),
    "negate": _fixed("not {0}"),
    "reported": _fixed("the customer reported an incident that counts"),
    "table": _table,
    "claimed": _claimed,
    "claimed_only": _claimed_only,
    "guarantee": _fixed("the provider guarantees that {0}"),
    "credit": _credit,
    "credit_by_claim": _fixed("{1}; where that gives nothing, {2} as long as it can be claimed"),
    "target": _target,
    "ledger": _fixed("every instant of the period in one bucket"),
}
