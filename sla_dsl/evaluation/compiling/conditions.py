"""Conditions to nodes."""

from __future__ import annotations

from sla_dsl.evaluation.compiling.values import Names, value_node
from sla_dsl.evaluation.compiling.workshop import Workshop, known
from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.folding import Node, fold

Truths = dict[str, int]


def lower_condition(shop: Workshop, names: Names, truths: Truths, condition: n.Condition, sentence: n.Sentence) -> int:
    """The node of a condition.  `truths` holds named conditions and guarantees (as `guarantee:name`)."""

    def visit(node: Node, parts: tuple[int, ...]) -> int:
        return _node(shop, names, truths, node, parts, sentence)

    return fold(condition, visit)


def _node(
    shop: Workshop, names: Names, truths: Truths, node: Node, parts: tuple[int, ...], sentence: n.Sentence
) -> int:
    match node:
        case n.Compare():
            return compare(shop, parts, node.bounds, sentence, node.span)
        case n.Holds():
            return truths[known(node.name.text)]
        case n.Not():
            return shop.add("negate", parts, "truth", sentence, span=node.span)
        case n.Both():
            return shop.add("both", parts, "truth", sentence, span=node.span)
        case n.Either():
            return shop.add("either", parts, "truth", sentence, span=node.span)
        case n.Reported():
            name = known(node.measure.text)
            return shop.add("reported", (names.ledgers[name],), "truth", sentence, span=node.span)
        case n.GuaranteeIs():
            kept = truths[f"guarantee:{known(node.guarantee.text)}"]
            return kept if node.kept == "met" else shop.add("negate", (kept,), "truth", sentence, span=node.span)
        case _:
            return value_node(shop, names, node, parts, sentence)


def compare(
    shop: Workshop, parts: tuple[int, ...], bounds: tuple[n.Bound, ...], sentence: n.Sentence, span: Span
) -> int:
    """A comparison: `parts` are the value and then one node a bound."""
    params = {"comparisons": [bound.comparison for bound in bounds]}
    return shop.add("compare", parts, "truth", sentence, params, span=span)
