"""The quick way of each step gives what the careful way gives."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.arithmetic import Undefined
from sla_dsl.evaluation.plan import Plan, Steps, _answer, carry_out
from sla_dsl.evaluation.quick import quick
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.tree import Node
from sla_dsl.evaluation.weaving import Unsure
from sla_dsl.evidence.facts import facts_of
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.values.money import Money
from sla_dsl.values.periods import Period
from tests.evaluation.making import costly_law, law, literal, node, policy, tree_of, work
from tests.evaluation.worlds import RICH, timelines
from tests.scenes import policy as shipped
from tests.scenes import scenes
from tests.values.strategies import exacts

MARCH = Period("month", 2026, 3)


# ---------------------------------------------------------------- whole plans, run both ways


def carefully(steps: Steps, values: list[Any], run: Run) -> None:
    carry_out(steps, values, run, sure=False)


def quickly(steps: Steps, values: list[Any], run: Run) -> bool:
    try:
        steps.quick(values, run)
    except (Unsure, Undefined):
        return False
    return True


def both_ways(plan: Plan, line: Timeline, period: Period) -> tuple[list[Any], list[Any]] | None:
    """All values of a period, the quick and the careful way; None where something is not known."""
    run = Run(facts_of(line), plan.tree.zone)
    run.enter(period)
    quick_values, careful_values = list(plan.constants), list(plan.constants)
    if not (quickly(plan.once, quick_values, run) and quickly(plan.each, quick_values, run)):
        return None
    carefully(plan.once, careful_values, run)
    carefully(plan.each, careful_values, run)
    return quick_values, careful_values


@given(timelines(unsure=False))
@costly_law
def test_every_value_is_the_same_both_ways(line: Timeline) -> None:
    both = both_ways(policy(RICH).plan, line, MARCH)
    assert both is not None
    assert both[0] == both[1]


@given(timelines())
@costly_law
def test_where_something_is_not_known_the_quick_way_gives_up_or_is_right(line: Timeline) -> None:
    both = both_ways(policy(RICH).plan, line, MARCH)
    assert both is None or both[0] == both[1]


@pytest.mark.parametrize("name", ["ecerium", "ezcnam"])
def test_both_ways_agree_on_the_shipped_policies(name: str) -> None:
    from sla_dsl import timeline_from
    from sla_dsl.values.periods import read_period

    compared = 0
    for scene in scenes(name, 60):
        period = read_period(scene.period, "month")
        assert period is not None
        both = both_ways(shipped(name).plan, timeline_from(scene.timeline).require(), period)
        compared += both is not None
        assert both is None or both[0] == both[1], scene.seed
    assert compared > 20


# ---------------------------------------------------------------- single steps

KINDS = {"ratio": Fraction(1, 4), "number": 3, "elapsed": 60, "money": Money(5, "EUR")}


def tried(
    made: Node, kinds: list[str], values: list[Any], constants: list[Any] | None = None
) -> tuple[Any, Any] | None:
    """The answers of the quick and of the careful step; None where there is no quick one."""
    inputs = [literal("0", kind) if kind != "money" else literal(["0", "EUR"], kind) for kind in kinds]
    tree = tree_of(*inputs, made._replace(inputs=tuple(range(len(kinds)))))
    step = quick(tree.nodes[-1], tree, constants or [None] * len(kinds))
    if step is None:
        return None
    return outcome(lambda: step(None, *values)), outcome(lambda: work(tree.nodes[-1], *values, tree=tree))


def outcome(do: Any) -> Any:
    try:
        return do()
    except Undefined as undefined:
        return ("undefined", str(undefined))


def valued(kind: str, number: Any) -> Any:
    return Money(number, "EUR") if kind == "money" else number


two = st.tuples(exacts, exacts)
kinds = st.sampled_from(sorted(KINDS))


@given(two, kinds, kinds, st.sampled_from(([1, 1], [1, -1], [-1, 1])))
@law
def test_sums(values: tuple[Any, Any], left: str, right: str, signs: list[int]) -> None:
    made = node("add", type=left, signs=signs)
    both = tried(made, [left, right], [valued(left, values[0]), valued(right, values[1])])
    assert (both is None) == ("money" in (left, right) or signs == [-1, 1])
    assert both is None or both[0] == both[1]


@given(two, kinds, kinds, st.sampled_from(([1, 1], [1, -1], [-1, 1])))
@law
def test_products(values: tuple[Any, Any], left: str, right: str, powers: list[int]) -> None:
    made = node("multiply", type=left, powers=powers)
    both = tried(made, [left, right], [valued(left, values[0]), valued(right, values[1])])
    assert both is None or both[0] == both[1]
    assert (both is not None) == (
        ("money" not in (left, right) and powers[0] == 1) or (left != "money" and right == "money" and powers == [1, 1])
    )


def test_a_quick_division_by_nothing_has_no_value() -> None:
    both = tried(node("multiply", type="ratio", powers=[1, -1]), ["elapsed", "elapsed"], [5, 0])
    assert both == (("undefined", "it would be a division by nothing"),) * 2


WORDS = ("less than", "at most", "at least", "more than", "exactly")


@given(two, st.sampled_from(WORDS), st.booleans())
@law
def test_comparisons(values: tuple[Any, Any], word: str, same: bool) -> None:
    pair = [values[0], values[0] if same else values[1]]
    both = tried(node("compare", comparisons=[word]), ["ratio", "ratio"], pair)
    assert (both is None) == (word == "exactly")
    assert both is None or (both[0] is both[1] and type(both[0]) is bool)


def test_comparisons_of_amounts_and_of_several_bounds_have_no_quick_way() -> None:
    assert tried(node("compare", comparisons=["at least"]), ["money", "money"], []) is None
    assert tried(node("compare", comparisons=["at least", "at most"]), ["ratio"] * 3, []) is None


@given(
    exacts,
    st.sampled_from(("1", "60", "1/2")),
    st.sampled_from(("nearest", "down", "up")),
    st.sampled_from(("up", "down", "to even")),
)
@law
def test_rounding(value: Any, unit: str, mode: str, halves: str) -> None:
    made = node("round", type="elapsed", unit=unit, mode=mode, halves=halves)
    both = tried(made, ["elapsed"], [value])
    assert both is None or both[0] == both[1]
    assert (both is None) == (unit == "1/2" or (mode, halves) not in _QUICK_ROUNDINGS)


_QUICK_ROUNDINGS = {("down", "up"), ("down", "down"), ("down", "to even"), ("nearest", "up")}


def test_rounding_of_shares_and_amounts_has_no_quick_way() -> None:
    for kind in ("ratio", "money", "number"):
        assert tried(node("round", type=kind, unit="1", mode="down", halves="up"), [kind], []) is None


# ---------------------------------------------------------------- tables


def table(pick: str, rows: list[list[str]], kind: str = "ratio") -> Node:
    return node("table", type="ratio", pick=pick, rows=rows)


bounds = st.tuples(st.sampled_from(WORDS), st.integers(0, 8))
tables = st.lists(st.tuples(st.lists(bounds, min_size=1, max_size=2), st.integers(0, 3)), min_size=1, max_size=4)


@given(tables, st.sampled_from(("one", "last")), exacts | st.integers(0, 8))
@law
def test_tables(rows: list[tuple[list[tuple[str, int]], int]], pick: str, value: Any) -> None:
    cells = [cell for row, gives in rows for cell in (*(edge for _, edge in row), gives)]
    made = table(pick, [[word for word, _ in row] for row, _ in rows])
    both = tried(made, ["ratio"] * (1 + len(cells)), [value, *cells], [None, *cells])
    assert both is not None
    quickly, carefully = both
    assert isinstance(quickly, tuple) or quickly == carefully
    assert isinstance(carefully, int | Fraction) or isinstance(quickly, tuple)


def test_a_doubtful_row_has_its_reason() -> None:
    made = table("one", [["less than"], ["less than"]])
    both = tried(made, ["ratio"] * 5, [1, 5, 1, 4, 2], [None, 5, 1, 4, 2])
    assert both is not None
    assert both[0] == ("undefined", "which row of the table applies: more than one row of the table applies to it")


def test_rows_of_amounts() -> None:
    edge = Money(5, "EUR")
    both = tried(
        table("last", [["less than"]]), ["money", "money", "ratio"], [Money(4, "EUR"), edge, 1], [None, edge, 1]
    )
    assert both == (1, 1)


def test_a_table_with_edges_that_are_not_fixed_has_no_quick_way() -> None:
    assert tried(table("last", [["less than"]]), ["ratio"] * 3, [], [None, 5, None]) is None


# ---------------------------------------------------------------- credits


@given(st.integers(-1, 2), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.lists(st.booleans(), max_size=3))
@law
def test_credits(rate: int, full: int, limited: int, final: int, conditions: list[bool]) -> None:
    made = node("credit", claim=False, paid_as=[], only=False, chooser="")
    values = [rate, *(Money(it, "EUR") for it in (full, limited, final)), *conditions]
    both = tried(made, ["ratio", "money", "money", "money", *["truth"] * len(conditions)], values)
    assert both is not None
    assert both[0] == both[1]


def test_a_credit_with_a_claim_has_no_quick_way() -> None:
    made = node("credit", claim=True, paid_as=[], only=False, chooser="")
    assert tried(made, ["ratio", "money", "money", "money", "claim"], []) is None


def test_answers_of_the_careful_way_are_those_of_its_steps() -> None:
    plan = policy(RICH).plan
    constant = next(at for at, value in enumerate(plan.constants) if value is not None)
    assert plan.tree.nodes[constant].op == "literal"
    step = plan.once.careful[0]
    run = Run(facts_of(Timeline("acme")), "UTC")
    assert _answer(step, [], run) == step.work(run)


def test_a_table_with_an_exact_row_is_no_ladder() -> None:
    made = table("last", [["at least"], ["exactly"]])
    for value, expected in ((4, 0), (5, 1), (7, 2), (8, 1)):
        assert tried(made, ["ratio"] * 5, [value, 5, 1, 7, 2], [None, 5, 1, 7, 2]) == (expected, expected)
