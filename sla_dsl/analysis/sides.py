"""The sides of each kind of step: what can be seen of it, beyond that a result depends on it."""

from __future__ import annotations

from sla_dsl.analysis.showing import (
    Side,
    claim,
    differ,
    due,
    groups,
    is_,
    joined,
    judged,
    left_out,
    nothing,
    same,
    sure,
    touching,
)
from sla_dsl.analysis.sides_of_incidents import announced_sides, counted_sides
from sla_dsl.analysis.tails import below
from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.details import literal_words
from sla_dsl.evaluation.tree import Tree


def label(tree: Tree, at: int) -> str:
    """What a step is called in words: by its name, as it is written, or by what it does."""
    node = tree.nodes[at]
    if node.op == "literal":
        return literal_words(node)
    credits = [root.words for root in tree.credits if at in tree.nodes[root.node].inputs[1:4]]
    if credits and node.type == "money":
        return f"the amount of {credits[0]}"
    return node.name or describe(tree, at, lambda k: _short(tree, k))


def _short(tree: Tree, at: int) -> str:
    node = tree.nodes[at]
    return literal_words(node) if node.op == "literal" else node.name or "what is worked out"


def sides(tree: Tree, at: int) -> list[Side]:
    """What can be seen of a step, beyond that a result depends on it."""
    node = tree.nodes[at]
    match node.op:
        case "incidents":
            return counted_sides(tree, at)
        case "snap":
            return [("an incident is lengthened", differ(at, node.inputs[0]))]
        case "join":
            return [("incidents become one outage", joined(at))]
        case "separate":
            return [("incidents that touch stay apart", touching(at))]
        case "keep":
            return [
                ("an outage is long enough", groups(at, lambda kept, every: kept > 0)),
                ("an outage is too short", groups(at, lambda kept, every: kept < every)),
            ]
        case "windows":
            return announced_sides(node, at)
        case "breaches":
            return [("the customer is in breach", lambda period: bool(sure(period, at)))]
        case "within" | "outside" if tree.nodes[node.inputs[1]].op != "period":
            return [("some time is cut away", differ(at, node.inputs[0]))]
        case _:
            return _sides_of_value(tree, at)


def _sides_of_value(tree: Tree, at: int) -> list[Side]:
    node = tree.nodes[at]
    match node.op:
        case "round":
            return [(f"rounding changes {subject(tree, at)}", differ(at, node.inputs[0]))]
        case "lesser" | "greater":
            limit, stays = f"a limit of {subject(tree, at)}", same(at, node.inputs[0])
            return [(f"{limit} binds", differ(at, node.inputs[0])), (f"{limit} does not bind", stays)]
        case "convert":
            return [(f"a limit of {subject(tree, at)} is converted", differ(at, node.inputs[0]))]
        case "beyond":
            return [
                (f"there is {label(tree, at)}", lambda period: nothing(sure(period, at)) is False),
                (f"there is nothing of {label(tree, at)}", lambda period: nothing(sure(period, at)) is True),
            ]
        case _:
            return _sides_of_answer(tree, at)


def _sides_of_answer(tree: Tree, at: int) -> list[Side]:
    node = tree.nodes[at]
    match node.op:
        case "compare" | "reported" if not _only_promised(tree, at):
            words = label(tree, at)
            return [(f"it holds that {words}", is_(at, True)), (f"it does not hold that {words}", is_(at, False))]
        case "guarantee":
            words = subject(tree, at)
            return [(f"{words} is met", is_(at, True)), (f"{words} is missed", is_(at, False))]
        case "claimed":
            words = f"claim for {subject(tree, at)} is in time"
            return [(f"a {words}", claim(at, "claimed")), (f"no {words}", claim(at, "expired"))]
        case "target":
            on = f"on a ticket of priority {tree.names['priority'][node.params['priority']]}"
            words = subject(tree, at)
            paused = [(f"the clock of {words} stands still {on}", left_out(at))] if node.params["pauses"] else []
            met, missed = ((f"{words} is {verdict} {on}", judged(at, verdict)) for verdict in ("met", "missed"))
            return [met, missed, *paused]
        case "credit" | "credit_by_claim" if any(root.node == at for root in tree.credits):
            return [(f"{subject(tree, at)} is due", due(at))]
        case _:
            return []


def subject(tree: Tree, at: int) -> str:
    """What a step is about, in the policy's words: the first of its names and of the results that depend on it."""
    leads = below(tree, (at,))
    results = [root for root in (*tree.credits, *tree.guarantees, *tree.targets, *tree.measures) if root.node in leads]
    return tree.nodes[at].name or next((root.words for root in results), "the value")


def _only_promised(tree: Tree, at: int) -> bool:
    """Whether a comparison is read by promises alone, which say by themselves whether they are kept."""
    readers = [node.op for node in tree.nodes if at in node.inputs]
    return bool(readers) and set(readers) == {"guarantee"}
