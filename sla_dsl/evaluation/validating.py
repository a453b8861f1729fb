"""Whether a tree is one: every node known, every input before its reader and of its type, every index in range."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.evaluation.forms import is_well_formed, is_whole, names_are_well_formed
from sla_dsl.evaluation.operations import OPERATIONS, VALUE, Operation
from sla_dsl.evaluation.tree import Node, Root, Tree
from sla_dsl.values.zones import find_zone

MOST_NODES = 200_000
"""Steps of a compiled policy."""

_ROOT_TYPES = {
    "measures": VALUE,
    "guarantees": ("guarantee",),
    "credits": ("credit",),
    "targets": ("target",),
    "ledgers": ("ledger",),
}


def complaint(tree: Tree) -> str:
    """What is wrong with the tree, in words; empty where it is sound."""
    if len(tree.nodes) > MOST_NODES:
        return f"it has more than {MOST_NODES:,} steps"
    if find_zone(tree.zone) is None:
        return f"the time zone {tree.zone[:40]} is not known"
    if tree.period not in ("month", "quarter", "year"):
        return "its period is not one of month, quarter and year"
    if not names_are_well_formed(tree):
        return "its names or calendars do not have the form that they should"
    for at, node in enumerate(tree.nodes):
        wrong = _node(tree, at, node)
        if wrong:
            return f"step {at} {wrong}"
    return _roots(tree)


def _node(tree: Tree, at: int, node: Node) -> str:
    operation = OPERATIONS.get(node.op)
    if operation is None:
        return f"does something that this program does not know ({str(node.op)[:40]})"
    if not all(is_whole(k) and k < at for k in node.inputs):
        return "reads a step that does not stand before it"
    if set(node.params) != set(operation.params):
        return "does not have the settings that it needs"
    if not (_points(node.clause, tree.clauses) and _points(node.assumption, tree.assumptions)):
        return "points to a clause that is not there"
    return _types(operation, node, [tree.nodes[k].type for k in node.inputs]) or _form(tree, node)


def _points(index: object, texts: Sequence[str]) -> bool:
    return type(index) is int and -1 <= index < len(texts)


def _form(tree: Tree, node: Node) -> str:
    """What is wrong with the settings of a step, and with how its inputs stand to each other."""
    if type(node.name) is not str or not all(map(is_whole, node.span)) or not is_well_formed(tree, node):
        return "has a setting that does not have the form that it should"
    return "" if _inputs_agree(tree, node) else "reads something of a type that it cannot use"


def _inputs_agree(tree: Tree, node: Node) -> bool:
    """Whether the inputs of a step stand to its settings, and to each other, as they should."""
    kinds = [tree.nodes[k].type for k in node.inputs]
    match node.op:
        case "credit":
            claims = (kinds[4:5] == ["claim"], kinds[5:].count("claim")) == (node.params["claim"], 0)
            _, full, limited, final = node.inputs[:4]
            return claims and _leads(tree, limited, full, "lesser") and _leads(tree, final, limited, "round")
        case "claimed":
            ledgers, outages = kinds.count("ledger"), kinds.count("outages")
            last = [] if node.params["event"] == "period end" else ["events"]
            return ledgers > 0 and kinds == ["ledger"] * ledgers + ["outages"] * outages + last
        case "claimed_only":
            return kinds[1] == ("set" if node.params["event"] == "period end" else "events")
        case "multiply":
            powers = [power for kind, power in zip(kinds, node.params["powers"], strict=True) if kind == "money"]
            return bool(sum(powers) == (1 if node.type == "money" else 0))
        case "books":
            excuse = tree.nodes[node.inputs[2]]
            rules = excuse.op == "excuse" and len(excuse.params["rules"]) == len(node.params["rules"])
            return rules and _same_incidents(node, _incidents_of(tree, node))
        case _:
            return True


def _leads(tree: Tree, at: int, origin: int, op: str) -> bool:
    """Whether a step is another one itself, or made from it by steps of one kind."""
    while at != origin and tree.nodes[at].op == op:
        at = tree.nodes[at].inputs[0]
    return at == origin


def _incidents_of(tree: Tree, books: Node) -> Node:
    """The step that chooses the incidents whose time is kept in these books."""
    node = tree.nodes[books.inputs[0]]
    while node.op == "snap":
        node = tree.nodes[node.inputs[0]]
    return node


def _same_incidents(books: Node, chosen: Node) -> bool:
    """Whether books are kept of the services and causes that are chosen, and of no others."""
    ours, theirs = books.params, chosen.params
    causes = [None if of["causes"] is None else set(of["causes"]) for of in (ours, theirs)]
    return set(ours["services"]) == set(theirs["services"]) and causes[0] == causes[1]


def _types(operation: Operation, node: Node, given: Sequence[str]) -> str:
    wanted = list(operation.takes)
    if wanted and wanted[-1].endswith("*"):
        last = wanted.pop()[:-1]
        wanted += [last] * (len(given) - len(wanted))
    if len(wanted) != len(given) or not all(_fits(w, g) for w, g in zip(wanted, given, strict=True)):
        return "reads something of a type that it cannot use"
    return "" if _fits(operation.gives, node.type) else "gives something of a type that it cannot give"


def _fits(wanted: str, given: str) -> bool:
    match wanted:
        case "value":
            return given in VALUE
        case "answer":
            return given in ("truth", "claim")
        case "claims_on":
            return given in ("ledger", "outages", "events")
        case "since":
            return given in ("events", "set")
        case "chosen":
            return given in ("family", "outages")
        case _:
            return wanted == given


def _roots(tree: Tree) -> str:
    for name, types in _ROOT_TYPES.items():
        roots: Sequence[Root] = getattr(tree, name)
        if not all(is_whole(r.node) and r.node < len(tree.nodes) and tree.nodes[r.node].type in types for r in roots):
            return f"one of its {name} is no step of that kind"
    return ""
