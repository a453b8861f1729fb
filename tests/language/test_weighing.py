"""The quantity of a value: its type, and what it comes to, against working it out one step at a time."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.language import nodes as n
from sla_dsl.language.quantities import OPEN, Quantity
from sla_dsl.language.weighing import MOST_BITS, weigh
from tests.language.making import minutes, name, number, percent, sum_of, value

KNOWN = {"downtime": Quantity("elapsed"), "fee": Quantity("money"), "target": Quantity("ratio", Fraction(99, 100))}

NUMBERS = st.fractions(min_value=0, max_value=50, max_denominator=8).map(number)
PLUS: Literal[1] = 1
MINUS: Literal[-1] = -1
SIGNS: st.SearchStrategy[Literal[1, -1]] = st.sampled_from((PLUS, MINUS))


def _sums(parts: st.SearchStrategy[n.Value]) -> st.SearchStrategy[n.Value]:
    pairs = st.lists(st.tuples(parts, SIGNS), min_size=2, max_size=4)
    return pairs.map(lambda found: n.Sum(tuple(part for part, _ in found), (PLUS, *(sign for _, sign in found[1:]))))


def _products(parts: st.SearchStrategy[n.Value]) -> st.SearchStrategy[n.Value]:
    pairs = st.lists(st.tuples(parts, SIGNS), min_size=2, max_size=3)
    return pairs.map(
        lambda found: n.Product(tuple(part for part, _ in found), (PLUS, *(power for _, power in found[1:])))
    )


def _choices(parts: st.SearchStrategy[n.Value]) -> st.SearchStrategy[n.Value]:
    return st.one_of(
        st.builds(n.GreaterOf, parts, parts),
        st.builds(n.LesserOf, parts, parts),
        st.builds(n.AtLeast, parts, parts),
        st.builds(n.AtMost, parts, parts),
        st.builds(n.PartBeyond, parts, parts),
        st.builds(n.PerUnit, NUMBERS, st.sampled_from(("full", "started")), parts, parts),
    )


VALUES: st.SearchStrategy[n.Value] = st.recursive(
    NUMBERS, lambda parts: st.one_of(_sums(parts), _products(parts), _choices(parts)), max_leaves=12
)


def worked_out(node: n.Value) -> Fraction:
    """A plain number by the definition of each form, one inside the other; `ZeroDivisionError` where there is none."""
    match node:
        case n.Number():
            return node.amount
        case n.Sum():
            return sum(
                (sign * worked_out(term) for term, sign in zip(node.terms, node.signs, strict=True)), Fraction(0)
            )
        case n.Product():
            result = Fraction(1)
            for factor, power in zip(node.factors, node.powers, strict=True):
                result *= worked_out(factor) ** power
            return result
        case n.GreaterOf():
            return max(worked_out(node.left), worked_out(node.right))
        case n.LesserOf():
            return min(worked_out(node.left), worked_out(node.right))
        case n.AtLeast():
            return max(worked_out(node.value), worked_out(node.floor))
        case n.AtMost():
            return min(worked_out(node.value), worked_out(node.ceiling))
        case n.PartBeyond():
            return max(Fraction(0), worked_out(node.value) - worked_out(node.threshold))
        case n.PerUnit():
            units = worked_out(node.of) / worked_out(node.size)
            whole = units.numerator // units.denominator
            begun = whole if units.denominator == 1 else whole + 1
            return worked_out(node.price) * (begun if node.units == "started" else whole)
        case _:
            raise AssertionError(node)


@given(VALUES)
def test_a_fixed_value_comes_to_what_its_parts_say(node: n.Value) -> None:
    quantity, told = weigh(node, {})
    try:
        expected = worked_out(node)
    except ZeroDivisionError:
        assert "division-by-zero" in {finding.code for finding in told}
    else:
        assert told == []
        assert quantity.type == "number"
        assert quantity.fixed == expected


TYPED: list[tuple[n.Value, Quantity]] = [
    (n.PeriodLength(), Quantity("elapsed")),
    (n.LongestOutage(name("Downtime")), Quantity("elapsed")),
    (n.OutageCount(name("Downtime")), Quantity("number")),
    (value("Downtime"), Quantity("elapsed")),
    (value("Fee"), Quantity("money")),
    (value("Target"), Quantity("ratio", Fraction(99, 100))),
    (value("Lost"), OPEN),
    (n.ShareOf(Fraction(20), value("Fee")), Quantity("money")),
    (n.ShareOf(Fraction(20), n.Amount(Fraction(5), name("EUR"))), Quantity("money", 1, "EUR")),
    (n.Product((value("Downtime"), minutes(30)), (1, -1)), Quantity("ratio")),
    (n.Product((value("Fee"), number(12)), (1, -1)), Quantity("money")),
    (n.Product((value("Fee"), value("Target"), value("Target")), (1, 1, 1)), Quantity("money")),
    (sum_of(percent(100), value("Target")), Quantity("ratio", Fraction(199, 100))),
    (n.PartBeyond(value("Downtime"), minutes(10)), Quantity("elapsed")),
    (n.PerUnit(percent(5), "full", minutes(30), value("Downtime")), Quantity("ratio")),
    (n.PerUnit(percent(5), "full", minutes(30), minutes(70)), Quantity("ratio", Fraction(1, 10))),
    (n.PerUnit(percent(5), None, minutes(30), minutes(70)), Quantity("ratio")),
    (n.PerUnit(n.Amount(Fraction(3), name("EUR")), "started", minutes(30), minutes(70)), Quantity("money", 9, "EUR")),
    (n.AtLeast(value("Lost"), percent(0)), Quantity("ratio")),
]


@pytest.mark.parametrize(("node", "quantity"), TYPED)
def test_each_form_has_its_type_its_currency_and_what_it_comes_to(node: n.Value, quantity: Quantity) -> None:
    found, told = weigh(node, KNOWN)
    assert told == []
    assert found[:3] == quantity[:3]


def test_what_is_open_makes_no_further_mistake() -> None:
    lost = value("Lost")
    nodes: list[n.Value] = [sum_of(lost, value("Fee")), n.Product((value("Fee"), lost, minutes(1)), (1, 1, -1))]
    nodes += [n.GreaterOf(lost, minutes(1)), n.PerUnit(percent(5), "full", lost, value("Downtime"))]
    for node in nodes:
        assert weigh(node, KNOWN)[1] == []


def test_every_mistake_inside_is_told_in_its_order() -> None:
    node = sum_of(n.Amount(Fraction(1), name("EURO")), n.Product((value("Fee"), number(0)), (1, -1)), minutes(1))
    assert [finding.code for finding in weigh(node, KNOWN)[1]] == [
        "unknown-currency",
        "division-by-zero",
        "types-differ",
    ]


def test_the_anchor_of_a_sum_is_its_first_term_that_is_no_plain_number() -> None:
    _, told = weigh(sum_of(number(100), number(1), value("Downtime")), KNOWN)
    assert [(finding.code, finding.message[:4]) for finding in told] == [
        ("unit-missing", "100 "),
        ("unit-missing", "1 is"),
    ]


def test_a_number_keeps_its_length_in_mind_where_it_is_not_fixed() -> None:
    known = dict(KNOWN)
    quantity = Quantity("ratio")
    steps = 0
    while quantity.type is not None:
        known["step"] = quantity
        quantity, told = weigh(n.Product((value("Step"), value("Step")), (1, 1)), known)
        steps += 1
    assert [finding.code for finding in told] == ["result-too-long"]
    assert 2**steps * 64 <= MOST_BITS <= 2**steps * 128


def test_a_sum_of_many_short_numbers_is_not_too_long() -> None:
    quantity, told = weigh(sum_of(*[percent(at) for at in range(1, 1_001)]), {})
    assert told == []
    assert quantity.fixed == Fraction(500_500, 100)
