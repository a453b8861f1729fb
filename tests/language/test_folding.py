"""Walking over values, conditions and sets of time."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from sla_dsl.language import nodes as n
from sla_dsl.language.folding import Node, children, fold, walk

NAME = n.Name("Downtime")
ONE, TWO, THREE = (n.Number(Fraction(count)) for count in (1, 2, 3))
BOUND = n.Bound("at most", ONE)
HOLDS = n.Holds(NAME)
TIME, OTHER = n.TimeName(NAME), n.InBreach()

EVERY_NODE: list[tuple[Node, tuple[Node, ...]]] = [
    (n.Percent(Fraction(1)), ()),
    (ONE, ()),
    (n.Amount(Fraction(1), n.Name("EUR")), ()),
    (n.Elapsed(((Fraction(1), "min"),)), ()),
    (n.Business(Fraction(2), NAME, "hours"), ()),
    (n.Sum((ONE, TWO), (1, -1)), (ONE, TWO)),
    (n.Product((ONE, TWO, THREE), (1, 1, -1)), (ONE, TWO, THREE)),
    (n.ValueName(NAME), ()),
    (n.ShareOf(Fraction(20), ONE), (ONE,)),
    (n.PeriodLength(), ()),
    (n.LongestOutage(NAME), ()),
    (n.OutageCount(NAME), ()),
    (n.PartBeyond(ONE, TWO), (ONE, TWO)),
    (n.GreaterOf(ONE, TWO), (ONE, TWO)),
    (n.LesserOf(ONE, TWO), (ONE, TWO)),
    (n.AtLeast(ONE, TWO), (ONE, TWO)),
    (n.AtMost(ONE, TWO), (ONE, TWO)),
    (n.PerUnit(ONE, "full", TWO, THREE), (ONE, TWO, THREE)),
    (n.Compare(TWO, (BOUND, BOUND)), (TWO, ONE, ONE)),
    (HOLDS, ()),
    (n.Not(HOLDS), (HOLDS,)),
    (n.Both((HOLDS, HOLDS)), (HOLDS, HOLDS)),
    (n.Either((HOLDS, HOLDS)), (HOLDS, HOLDS)),
    (n.Reported(NAME), ()),
    (n.GuaranteeIs(NAME, "met"), ()),
    (n.Down((NAME,), ()), ()),
    (OTHER, ()),
    (n.Announced(BOUND), (ONE,)),
    (n.Announced("before"), ()),
    (n.WholePeriod(), ()),
    (TIME, ()),
    (n.Within(TIME, OTHER), (TIME, OTHER)),
    (n.Outside(TIME, OTHER), (TIME, OTHER)),
    (n.Together(TIME, OTHER), (TIME, OTHER)),
]


def written(node: Node, parts: tuple[str, ...]) -> str:
    return f"{type(node).__name__}({','.join(parts)})" if parts else type(node).__name__


@pytest.mark.parametrize(("node", "parts"), EVERY_NODE, ids=[type(node).__name__ for node, _ in EVERY_NODE])
def test_children_are_the_parts_in_the_order_they_are_written(node: Node, parts: tuple[Node, ...]) -> None:
    assert children(node) == parts


def test_every_kind_of_node_is_looked_at_above() -> None:
    assert {type(node) for node, _ in EVERY_NODE} == set(get_args(Node))


def test_fold_gives_a_visit_the_results_of_its_parts_in_order() -> None:
    value = n.Sum((n.Product((ONE, n.PeriodLength()), (1, -1)), n.GreaterOf(TWO, n.AtLeast(THREE, ONE))), (1, 1))
    assert fold(value, written) == "Sum(Product(Number,PeriodLength),GreaterOf(Number,AtLeast(Number,Number)))"


def test_fold_visits_each_node_once_the_parts_before_the_whole() -> None:
    seen: list[Node] = []

    def visit(node: Node, parts: tuple[int, ...]) -> int:
        seen.append(node)
        return 1 + sum(parts)

    value = n.Sum((n.PartBeyond(ONE, TWO), THREE), (1, 1))
    assert fold(value, visit) == 5
    assert [type(node).__name__ for node in seen] == ["Number", "Number", "PartBeyond", "Number", "Sum"]


def test_walk_goes_through_the_nodes_as_they_are_written() -> None:
    condition = n.Both((n.Compare(n.ValueName(NAME), (BOUND,)), n.Not(HOLDS)))
    assert [type(node).__name__ for node in walk(condition)] == [
        "Both",
        "Compare",
        "ValueName",
        "Number",
        "Not",
        "Holds",
    ]


def test_a_hundred_thousand_nodes_deep_is_no_trouble() -> None:
    condition: n.Condition = HOLDS
    for _ in range(100_000):
        condition = n.Not(condition)
    assert fold(condition, lambda _, parts: 1 + sum(parts)) == 100_001
    assert sum(1 for _ in walk(condition)) == 100_001


def test_a_hundred_thousand_terms_in_a_row_are_no_trouble() -> None:
    terms = (ONE,) * 100_000
    assert fold(n.Sum(terms, (1,) * 100_000), lambda _, parts: 1 + sum(parts)) == 100_001
