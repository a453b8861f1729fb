from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.plan import Plan, _answer, _step, carry_out, plan
from sla_dsl.evaluation.tree import Node
from sla_dsl.evidence.facts import Facts
from sla_dsl.values.unknown import Between
from tests.evaluation.making import DOWNTIME, charge, facts, incident, literal, node, outcome, policy, run, tree_of

PERCENT = literal("1/100", "ratio")


def both(left: int, right: int) -> Node:
    return node("add", left, right, type="ratio", signs=[1, 1])


def places(made: Plan) -> tuple[list[int], list[int]]:
    """The places of the steps that are worked once for an account, and for each period."""
    return [s.at for s in made.once.careful], [s.at for s in made.each.careful]


def worked(*nodes: Node, known: Facts | None = None) -> list[Any]:
    """The values of all the nodes, in March."""
    made = plan(tree_of(*nodes))
    values, given = list(made.constants), run(known)
    sure = carry_out(made.once, values, given, sure=True)
    carry_out(made.each, values, given, sure)
    return values


# ---------------------------------------------------------------- what is worked when


def test_constants_are_worked_out_beforehand() -> None:
    made = plan(tree_of(PERCENT, PERCENT, both(0, 1), both(2, 2)))
    assert made.constants == (Fraction(1, 100), Fraction(1, 100), Fraction(1, 50), Fraction(1, 25))
    assert places(made) == ([], [])


def test_what_reads_no_period_is_worked_once() -> None:
    nodes = [
        node("incidents", services=["gateway"], causes=None),
        node("excuse", 0, rules=[]),
        node("flatten", 1),
        node("period"),
        node("within", 2, 3),
        node("measure", 4),
        literal("5", "elapsed"),
        node("compare", 5, 6, comparisons=["at most"]),
        node("measure", 2),
    ]
    assert places(plan(tree_of(*nodes))) == ([0, 1, 2, 8], [3, 4, 5, 7])


def test_a_constant_is_known_beforehand_even_if_a_period_step_reads_it() -> None:
    made = plan(
        tree_of(node("period_length"), literal("2", "number"), node("multiply", 0, 1, type="elapsed", powers=[1, 1]))
    )
    assert made.constants == (None, 2, None)
    assert places(made) == ([], [0, 2])


@pytest.mark.parametrize("op", [op for op, it in OPERATIONS.items() if it.by_period and not it.takes])
def test_every_fact_of_the_period_is_worked_for_each(op: str) -> None:
    given: dict[str, Any] = {
        "charge": {"charge": "fee"},
        "hours": {"calendar": "c"},
        "target": {
            "recorded": "r",
            "priority": "p",
            "within": {"kind": "days", "amount": 1, "calendar": ""},
            "after": "",
            "pauses": [],
        },
    }
    entry = {"words": "C", "weekdays": [0], "hours": [0, 1], "zone": "UTC", "countries": [], "dates": []}
    made = plan(tree_of(node(op, **given.get(op, {})), calendars={"c": entry}))
    assert places(made) == ([], [0])


def test_a_plan_remembers_its_tree_its_names_and_its_lines() -> None:
    made = policy(DOWNTIME).plan
    assert made.tree is policy(DOWNTIME).tree
    assert "gateway" in made.known.services
    assert "failure" in made.known.causes
    assert len(made.outline) == len(made.tree.nodes) == len(made.constants)


# ---------------------------------------------------------------- sure and unsure

FEE, TWICE = node("charge", charge="monthly_fee"), node("add", 0, 0, type="money", signs=[1, 1])
HALF = literal("1/2", "number")


def test_what_is_not_known_is_carried_through() -> None:
    fee, twice = worked(FEE, TWICE)
    assert fee.needs == twice.needs == ("the charge monthly_fee of 2026-03",)
    assert twice.high.amount == 2 * BOUNDLESS
    fee, twice = worked(FEE, TWICE, known=facts(charges=[charge("5")]))
    assert twice.amount == 10


def test_carrying_out_says_whether_all_is_still_sure() -> None:
    made = plan(tree_of(FEE, TWICE))
    for known, sure in ((facts(charges=[charge("5")]), True), (facts(), False)):
        values = list(made.constants)
        assert carry_out(made.once, values, run(known), sure=True) is True
        assert carry_out(made.each, values, run(known), sure=True) is sure
        assert carry_out(made.each, values, run(known), sure=False) is False


def test_what_has_no_value_is_not_known_and_says_why() -> None:
    zero = literal("0", "number")
    divided = node("multiply", 0, 1, type="number", powers=[1, -1])
    values = worked(HALF, zero, divided, node("period_length"), node("compare", 2, 0, comparisons=["at most"]))
    assert values[2] == Between(-BOUNDLESS, BOUNDLESS, ("it would be a division by nothing",))
    assert values[4] == Between(False, True, ("it would be a division by nothing",))


def test_amounts_in_two_currencies_have_no_sum() -> None:
    other = node("charge", charge="other")
    both = facts(charges=[charge("5"), charge("7", "USD", "other")])
    total = worked(FEE, other, node("add", 0, 1, type="money", signs=[1, 1]), known=both)[2]
    assert total.needs == ("an amount in EUR cannot be added to one in USD",)


def test_an_uncertain_divisor_that_may_be_nothing_bounds_nothing() -> None:
    text = (
        DOWNTIME
        + "Odd means 10 min divided by (Downtime minus 30 min).\n"
        + "The provider guarantees as Calm that Odd is at most 50 %.\n"
    )
    doubtful = (incident("04 10:00-10:31", None, "A"), incident("05 10:00-10:29", None, "B"))
    period = outcome(text, *doubtful)
    assert period.guarantees == {"calm": "unknown"}
    assert period.measures["odd"].known[:3] == (None, None, None)
    assert period.measures["odd"].known.needs == ("the cause of incident A", "the cause of incident B")
    surely = outcome(text, incident("04 10:00-10:40"), incident("05 10:00-10:29", None, "B"))
    assert surely.measures["odd"].known.least == Fraction(10, 39)
    assert surely.measures["odd"].known.most == 1


def test_many_uncertain_terms_are_added_all_the_same() -> None:
    fees = "".join(f'Fee {letter} is a charge: "a fee".\n' for letter in "ABCDEFGHI")
    text = DOWNTIME + fees + "Base means " + " plus ".join(f"Fee {letter}" for letter in "ABCDEFGHI") + ".\n"
    text += "Rebate is a credit on Base, of 5 %.\nRebate is limited to 125 EUR, converted at the given rate.\n"
    text += "Rebate is rounded to the nearest cent, halves up.\n"
    (credit,) = outcome(text, charges=[charge("5", what="fee_a"), charge("5", what="fee_b")]).credits
    assert credit.status == "unknown"
    assert credit.needs == tuple(f"the charge fee_{letter} of 2026-03" for letter in "cdefghi")
    assert credit.amount.least is not None


@pytest.mark.parametrize(
    ("signs", "low", "high"), [([1, 1], 11, 22), ([1, -1], -19, -8), ([-1, -1], -22, -11), ([-1, 1], 8, 19)]
)
def test_a_sum_moves_with_its_terms_as_their_signs_say(signs: list[int], low: int, high: int) -> None:
    made = tree_of(literal("1", "number"), literal("2", "number"), node("add", 0, 1, type="number", signs=signs))
    step = _step(2, made.nodes[2], made)
    assert _answer(step, [Between(1, 2, ("a",)), Between(10, 20, ("b",))], None) == Between(low, high, ("a", "b"))


def test_a_constant_without_a_value_leaves_only_the_careful_way() -> None:
    nodes = (literal("1", "number"), literal("0", "number"), node("multiply", 0, 1, type="number", powers=[1, -1]))
    table = node("table", 0, 2, 0, type="number", pick="last", rows=[["at most"]])
    made = plan(tree_of(*nodes, table, node("period_length")))
    assert (made.sure, type(made.constants[2])) == (False, Between)
    assert plan(tree_of(*nodes[:2])).sure
