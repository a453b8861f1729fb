from __future__ import annotations

from typing import Any

import pytest

from sla_dsl import read_policy
from sla_dsl.evaluation.tree import Node
from tests.evaluation.compiling.programs import DOWNTIME, HEAD, PRELUDE, PROMISE, Policy, policy
from tests.evaluation.making import DAY, HOUR, MINUTE, SECOND

TOUCHING = "Incidents of Downtime that overlap or touch are one outage"


def value(words: str, *more: str) -> tuple[Policy, Node]:
    """The node of a value, which a promise holds against a bound of its type."""
    sentences = (
        DOWNTIME,
        PROMISE,
        *more,
        f"Odd means {words}",
        "The provider guarantees as Odder that Odd is at least {}",
    )
    for bound in ("1 min", "1 %", "1 EUR", "1"):
        text = "".join(f"{s}.\n" for s in (*PRELUDE, *sentences)).format(bound)
        if read_policy(HEAD + text).value is not None:
            made = policy(*(s.format(bound) for s in sentences))
            (root,) = [r for r in made.tree.measures if r.id == "odd"]
            return made, made.tree.nodes[root.node]
    raise AssertionError(words)


# ---------------------------------------------------------------- literals


@pytest.mark.parametrize(
    ("words", "kind", "written"),
    [
        ("99.9 %", "ratio", "999/1000"),
        ("150 %", "ratio", "3/2"),
        ("3", "number", "3"),
        ("0.125", "number", "1/8"),
        ("4 min 22 s", "elapsed", str(262 * SECOND)),
        ("1 hour", "elapsed", str(HOUR)),
        ("30.4375 days", "elapsed", str(2_629_800 * SECOND)),
        ("0.5 s", "elapsed", "500000"),
    ],
)
def test_literals(words: str, kind: str, written: str) -> None:
    made, node = value(f"{words} plus {words}")
    assert (node.op, node.type) == ("add", kind)
    first = made.before(node)
    assert (first.op, first.type, first.params) == ("literal", kind, {"value": written})
    assert made.words(first) == words


def test_amounts_keep_their_currency() -> None:
    made, node = value("Monthly Fee plus 12.50 EUR")
    assert made.before(node, 1).params == {"value": ["25/2", "EUR"]}
    assert node.type == "money"


def test_a_literal_with_a_name() -> None:
    _, node = value("99.9 %")
    assert (node.op, node.name, node.params) == ("literal", "Odd", {"value": "999/1000"})


# ---------------------------------------------------------------- arithmetic


@pytest.mark.parametrize(
    ("words", "op", "params", "kind"),
    [
        ("Downtime plus 1 min minus 30 s", "add", {"signs": [1, 1, -1]}, "elapsed"),
        ("3 times Downtime divided by 2", "multiply", {"powers": [1, 1, -1]}, "elapsed"),
        ("Downtime divided by 1 hour times 50 %", "multiply", {"powers": [1, -1, 1]}, "ratio"),
        ("20 % of Downtime", "multiply", {"powers": [1, 1]}, "elapsed"),
        ("5 % for each full 30 min of Downtime", "units", {"started": False}, "ratio"),
        ("5 % for each started 30 min of Downtime", "units", {"started": True}, "ratio"),
        ("the part of Downtime beyond 1 min", "beyond", {}, "elapsed"),
        ("the greater of Downtime and 1 min", "greater", {}, "elapsed"),
        ("the lesser of Downtime and 1 min", "lesser", {}, "elapsed"),
        ("Downtime but at least 1 min", "greater", {}, "elapsed"),
        ("Downtime but at most 1 min", "lesser", {}, "elapsed"),
    ],
)
def test_arithmetic(words: str, op: str, params: dict[str, Any], kind: str) -> None:
    made, node = value(words)
    assert (node.op, dict(node.params), node.type, node.name) == (op, params, kind, "Odd")
    assert made.words(node) == words


def test_the_inputs_stand_in_the_order_of_the_words() -> None:
    made, node = value("Downtime divided by 1 hour times 50 %")
    assert [made.before(node, k).op for k in range(3)] == ["measure", "literal", "literal"]
    made, node = value("5 % for each full 30 min of Downtime")
    assert [made.words(made.before(node, k)) for k in range(2)] == ["5 %", "30 min"]
    assert made.before(node, 2).op == "measure"


def test_products_bind_closer_than_sums() -> None:
    made, node = value("100 % minus Downtime divided by 30 days")
    assert (node.op, made.before(node, 1).op) == ("add", "multiply")
    made, node = value("2 times (1 min plus Downtime)")
    assert (node.op, made.before(node, 1).op) == ("multiply", "add")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Downtime divided by Downtime", "ratio"),
        ("Downtime divided by 50 %", "elapsed"),
        ("Downtime divided by 2", "elapsed"),
        ("3 divided by 50 %", "ratio"),
        ("50 % times 50 %", "ratio"),
        ("Monthly Fee divided by Monthly Fee times 3 %", "ratio"),
    ],
)
def test_types(words: str, kind: str) -> None:
    assert value(words)[1].type == kind


# ---------------------------------------------------------------- names


def test_a_measure_is_its_total() -> None:
    made, node = value("Downtime plus 1 min", "The total of Downtime is rounded down to the minute")
    assert made.before(node).op == "round"


def test_a_value_is_read_by_its_name() -> None:
    made, node = value("Other plus 1 min", "Other means 2 times Downtime")
    assert (made.before(node).op, made.before(node).name) == ("multiply", "Other")


def test_a_charge_is_made_once() -> None:
    rebate = (
        "Rebate is a credit on Monthly Fee, of 5 %",
        "Rebate is limited to Odd",
        "Rebate is rounded down to the cent",
    )
    made = policy(DOWNTIME, PROMISE, "Odd means Monthly Fee plus Monthly Fee", *rebate)
    (charge,) = made.nodes("charge")
    assert (charge.params, charge.name, charge.type) == ({"charge": "monthly_fee"}, "Monthly Fee", "money")


def test_the_length_of_the_period_and_outages() -> None:
    assert value("the length of the period plus 1 min")[0].node("period_length").type == "elapsed"
    made, node = value("the longest outage of Downtime plus 1 min", TOUCHING)
    assert [made.before(made.before(node), k).op for k in range(3)] == ["join", "excuse", "within"]
    count = policy(
        DOWNTIME,
        PROMISE,
        TOUCHING,
        "The provider guarantees as Few that the number of outages of Downtime is at most 3",
    )
    assert (count.node("count").type, count.words(count.node("count"))) == (
        "number",
        "the number of outages of Downtime",
    )


# ---------------------------------------------------------------- rounding


@pytest.mark.parametrize(
    ("rounding", "params"),
    [
        ("down to the 0.01 %", {"unit": "1/10000", "mode": "down", "halves": "up"}),
        ("to the nearest 1 %, halves to even", {"unit": "1/100", "mode": "nearest", "halves": "to even"}),
    ],
)
def test_a_value_is_rounded_before_anything_reads_it(rounding: str, params: dict[str, str]) -> None:
    made = policy(DOWNTIME, "Odd means Downtime divided by 1 hour", f"Odd is rounded {rounding}",
                  "The provider guarantees as Odder that Odd is at least 1 %")  # fmt: skip
    node = made.before(made.node("compare"))
    assert (node.op, dict(node.params), node.name) == ("round", params, "Odd")
    assert made.clause(node) == f"§ {len(made.sentences) - 1}"


def test_the_smallest_coin_is_the_unit_nothing() -> None:
    made = policy(DOWNTIME, PROMISE, "Rebate is a credit on Monthly Fee, of 5 %", "Rebate is rounded up to the cent")
    assert made.node("round").params == {"unit": "0", "mode": "up", "halves": "up"}
    made = policy(DOWNTIME, PROMISE, "Rebate is a credit on Monthly Fee, of 5 %", "Rebate is rounded down to the 5 EUR")
    assert made.node("round").params["unit"] == "5"


@pytest.mark.parametrize("count", [3, 600])
def test_many_terms_in_a_row_are_one_step(count: int) -> None:
    made, node = value(" plus ".join(["1 min"] * count))
    assert (node.op, len(node.inputs)) == ("add", count)
    assert made.node("literal").params == {"value": str(MINUTE)}
    assert DAY == 1440 * MINUTE


def test_values_in_a_chain() -> None:
    chain = [
        f"Step {a}x means {'Downtime' if a == 'B' else f'Step {b}x'} plus 1 min"
        for b, a in zip("ABCDEFG", "BCDEFGH", strict=True)
    ]
    made = policy(DOWNTIME, PROMISE, *chain[::-1], "The provider guarantees as Odder that Step Hx is at least 1 min")
    assert [n.name for n in made.nodes("add")] == [f"Step {a}x" for a in "BCDEFGH"]
