from __future__ import annotations

from fractions import Fraction

import pytest

from sla_dsl.evaluation.compiling.workshop import Workshop, known, number_text
from sla_dsl.evaluation.tree import Node
from sla_dsl.findings.finding import Span
from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement
from sla_dsl.language.checking import check
from sla_dsl.language.parsing import parse
from tests.evaluation.making import DOWNTIME

BODY = n.NothingComputed("it is so", span=Span(10, 20))
PLACE, OTHER = n.Place("1", "Title", (("item", "2"),)), n.Place("2", "", ())


def agreement() -> Agreement:
    file, _ = parse(Source("", DOWNTIME))
    assert file is not None
    found, _ = check(file)
    assert found is not None
    return found


def test_nodes_are_added_in_order() -> None:
    shop = Workshop(agreement(), {})
    sentence = n.Sentence(BODY, PLACE, assuming="so")
    assert shop.add("period", (), "set", sentence) == 0
    assert shop.add("measure", [0], "elapsed", sentence, {"a": 1}, name="It", span=Span(3, 4)) == 1
    assert shop.nodes == [
        Node("period", (), {}, "set", "", 0, 0, (10, 20)),
        Node("measure", (0,), {"a": 1}, "elapsed", "It", 0, 0, (3, 4)),
    ]
    assert shop.type_of(1) == "elapsed"


def test_clauses_and_assumptions_are_kept_once() -> None:
    shop = Workshop(agreement(), {})
    for place, assuming in ((PLACE, "so"), (OTHER, ""), (PLACE, "thus"), (None, "so")):
        shop.add("period", (), "set", n.Sentence(BODY, place, assuming=assuming))
    assert shop.clauses == ['§ 1 "Title" item 2', "§ 2"]
    assert shop.assumptions == ["so", "thus"]
    assert [(node.clause, node.assumption) for node in shop.nodes] == [(0, 0), (1, -1), (0, 1), (-1, 0)]


def test_a_node_is_named_once() -> None:
    shop = Workshop(agreement(), {})
    at = shop.add("period", (), "set", n.Sentence(BODY))
    assert (shop.named(at, "First"), shop.named(at, "Second")) == (at, at)
    assert shop.nodes[at].name == "First"


@pytest.mark.parametrize(
    ("number", "text"), [(3, "3"), (Fraction(3, 4), "3/4"), (Fraction(6, 3), "2"), (-1, "-1"), (10**30, "1" + "0" * 30)]
)
def test_numbers_as_text(number: int | Fraction, text: str) -> None:
    assert number_text(number) == text


def test_identifiers() -> None:
    assert (known("Monthly Fee"), known("Non-Urgent"), known("P1")) == ("monthly_fee", "non_urgent", "p1")
