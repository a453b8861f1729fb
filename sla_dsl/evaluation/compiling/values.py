"""Values to nodes: literals, names, arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from sla_dsl.evaluation.compiling.workshop import Workshop, known, number_text
from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.folding import Node, fold
from sla_dsl.language.quantities import length, of_grain, product_type, quotient_type


class Names:
    """Where the names that a value may use ended up: totals of measures, values, charges, chains of outages."""

    def __init__(self) -> None:
        self.totals: dict[str, int] = {}
        self.values: dict[str, int] = {}
        self.outages: dict[str, int] = {}
        self.finals: dict[str, int] = {}
        self.counted: dict[str, int] = {}
        self.ledgers: dict[str, int] = {}


def lower_value(shop: Workshop, names: Names, value: n.Value, sentence: n.Sentence) -> int:
    """The node of a value; nested values are lowered from the inside, without recursion."""

    def visit(node: Node, parts: tuple[int, ...]) -> int:
        return value_node(shop, names, node, parts, sentence)

    return fold(value, visit)


def value_node(shop: Workshop, names: Names, node: Node, parts: tuple[int, ...], sentence: n.Sentence) -> int:
    """The node of one value whose parts are lowered already."""
    match node:
        case n.Percent() | n.Number() | n.Amount() | n.Elapsed() | n.Business():
            return literal(shop, node, sentence)
        case n.ValueName():
            return _name(shop, names, node, sentence)
        case n.PeriodLength():
            return shop.add("period_length", (), "elapsed", sentence, span=node.span)
        case n.LongestOutage() | n.OutageCount():
            return _of_outages(shop, names, node, sentence)
        case n.Sum():
            params = {"signs": list(node.signs)}
            return shop.add("add", parts, shop.type_of(parts[0]), sentence, params, span=node.span)
        case n.Product():
            params = {"powers": list(node.powers)}
            return shop.add("multiply", parts, _product(shop, node, parts), sentence, params, span=node.span)
        case n.ShareOf():
            share = literal(shop, n.Percent(node.percent, span=node.span), sentence)
            return times(shop, (share, parts[0]), sentence, node.span)
        case n.PartBeyond() | n.GreaterOf() | n.LesserOf() | n.AtLeast() | n.AtMost():
            return shop.add(_TWO[type(node)], parts, shop.type_of(parts[0]), sentence, span=node.span)
        case n.PerUnit():
            started = {"started": node.units == "started"}
            return shop.add("units", parts, shop.type_of(parts[0]), sentence, started, span=node.span)
        case _:
            raise AssertionError(f"not a value: {node}")


_TWO = {
    n.PartBeyond: "beyond",
    n.GreaterOf: "greater",
    n.LesserOf: "lesser",
    n.AtLeast: "greater",
    n.AtMost: "lesser",
}


def literal(shop: Workshop, node: n.Literal_, sentence: n.Sentence) -> int:
    """A literal; a percentage is a share (99.9 % is 999/1000), a time is microseconds."""
    match node:
        case n.Percent():
            kind, value = "ratio", number_text(node.amount / 100)
        case n.Number():
            kind, value = "number", number_text(node.amount)
        case n.Elapsed():
            kind, value = "elapsed", number_text(length(node))
        case n.Amount():
            params = {"value": [number_text(node.amount), node.currency.text]}
            return shop.add("literal", (), "money", sentence, params, span=node.span)
        case n.Business():
            raise AssertionError("the checker allows business time only in deadlines")
        case _:
            assert_never(node)
    return shop.add("literal", (), kind, sentence, {"value": value}, span=node.span)


def _name(shop: Workshop, names: Names, node: n.ValueName, sentence: n.Sentence) -> int:
    name = known(node.name.text)
    if name in names.totals:
        return names.totals[name]
    if name in names.values:
        return names.values[name]
    return charge(shop, name, node, sentence)


def charge(shop: Workshop, name: str, node: n.ValueName, sentence: n.Sentence) -> int:
    """The node of a charge, made once however often it is used."""
    key = ("charge", name)
    if key not in shop.made:
        shop.made[key] = shop.add(
            "charge", (), "money", sentence, {"charge": name}, name=node.name.text, span=node.span
        )
    return shop.made[key]


def _of_outages(shop: Workshop, names: Names, node: n.LongestOutage | n.OutageCount, sentence: n.Sentence) -> int:
    name = known(node.measure.text)
    inputs = (names.outages[name], names.counted[name], names.finals[name])
    if isinstance(node, n.LongestOutage):
        return shop.add("longest", inputs, "elapsed", sentence, span=node.span)
    return shop.add("count", inputs, "number", sentence, span=node.span)


def times(shop: Workshop, factors: tuple[int, int], sentence: n.Sentence, span: Span) -> int:
    """The product of two nodes."""
    kind = product_type(*(shop.type_of(f) for f in factors))  # type: ignore[arg-type]
    return shop.add("multiply", factors, str(kind), sentence, {"powers": [1, 1]}, span=span)


def _product(shop: Workshop, node: n.Product, parts: tuple[int, ...]) -> str:
    kind = shop.type_of(parts[0])
    for part, power in zip(parts[1:], node.powers[1:], strict=True):
        rule = product_type if power > 0 else quotient_type
        kind = str(rule(kind, shop.type_of(part)))  # type: ignore[arg-type]
    return kind


def rounding(shop: Workshop, at: int, rule: n.Rounding, sentence: n.Sentence) -> int:
    """The node rounded; the unit `0` stands for the smallest coin of the amount's currency."""
    unit = of_grain(rule.grain)
    params = {
        "unit": number_text(unit.fixed or Fraction(0)),
        "mode": rule.mode,
        "halves": rule.halves or "up",
    }
    return shop.add("round", (at,), shop.type_of(at), sentence, params)
