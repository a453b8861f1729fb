from __future__ import annotations

import pytest

from sla_dsl.evaluation.tree import Node
from tests.evaluation.compiling.programs import CREDIT, DOWNTIME, ROUNDED, UPTIME, Policy, policy

PROMISE = "The provider guarantees that Uptime is at least 99.9 %"
BASE = (DOWNTIME, UPTIME, PROMISE, CREDIT, ROUNDED)


def condition(words: str, *more: str) -> tuple[Policy, Node]:
    """The node of a condition of the credit."""
    made = policy(*BASE, *more, f"Rebate is due only if {words}")
    credit = made.node("credit")
    return made, made.before(credit, 4)


@pytest.mark.parametrize(
    ("words", "comparisons"),
    [
        ("Uptime is less than 99 %", ["less than"]),
        ("Uptime is at most 99 %", ["at most"]),
        ("Uptime is exactly 99 %", ["exactly"]),
        ("Uptime is at least 95 % but less than 99 %", ["at least", "less than"]),
        ("Downtime is more than 1 min but at most 1 hour", ["more than", "at most"]),
    ],
)
def test_comparisons(words: str, comparisons: list[str]) -> None:
    made, node = condition(words)
    assert (node.op, node.type, node.params) == ("compare", "truth", {"comparisons": comparisons})
    assert len(node.inputs) == 1 + len(comparisons)
    assert made.words(node) == words


@pytest.mark.parametrize(
    ("words", "op", "parts"),
    [
        ("Uptime is less than 99 % and Downtime is more than 1 min", "both", 2),
        ("Uptime is less than 99 % or Downtime is more than 1 min or Downtime is at most 1 s", "either", 3),
        ("not Uptime is less than 99 %", "negate", 1),
    ],
)
def test_connections(words: str, op: str, parts: int) -> None:
    made, node = condition(words)
    assert (node.op, node.type, len(node.inputs)) == (op, "truth", parts)
    assert {made.before(node, k).op for k in range(parts)} == {"compare"}


def test_and_binds_closer_than_or() -> None:
    made, node = condition("Uptime is less than 1 % or Uptime is less than 2 % and Uptime is less than 3 %")
    assert (node.op, [made.before(node, k).op for k in range(2)]) == ("either", ["compare", "both"])
    made, node = condition("(Uptime is less than 1 % or Uptime is less than 2 %) and Uptime is less than 3 %")
    assert (node.op, [made.before(node, k).op for k in range(2)]) == ("both", ["either", "compare"])


def test_a_named_condition_is_made_once() -> None:
    made, node = condition("Grave holds and not Grave holds", "Grave means that Uptime is less than 99 %")
    assert made.before(node).name == "Grave"
    assert made.before(made.before(node, 1)) is made.before(node)
    assert made.clause(made.before(node)) == f"§ {len(made.sentences) - 1}"


def test_a_guarantee_is_the_condition_that_it_promises() -> None:
    made, node = condition("the guarantee Uptime is met")
    (promise,) = made.nodes("guarantee")
    assert made.before(promise) is node
    made, node = condition("the guarantee Uptime is missed")
    (promise,) = made.nodes("guarantee")
    assert node.op == "negate"
    assert made.before(node) is made.before(promise)


def test_reports_are_held_against_the_ledger() -> None:
    made, node = condition("the customer reported an incident that counts as Downtime")
    assert (node.op, made.before(node).op, made.before(node).name) == ("reported", "ledger", "Downtime")


def test_several_conditions_stand_in_their_order() -> None:
    due = ("Rebate is due only if Uptime is less than 99 %", "Rebate is due only if Downtime is more than 1 min")
    made = policy(*BASE, *due, "Rebate is paid only if it is more than 1 EUR")
    credit = made.node("credit")
    found = [made.before(credit, k) for k in range(4, 7)]
    assert [made.clause(node) for node in found] == [f"§ {len(made.sentences) - n}" for n in (2, 1, 0)]
    assert made.before(found[2]).op == "round"


@pytest.mark.parametrize("count", [500])
def test_many_conditions_in_a_row_are_one_step(count: int) -> None:
    _, node = condition(" and ".join(["Uptime is less than 99 %"] * count))
    assert (node.op, len(node.inputs)) == ("both", count)
