from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.bounds import passes
from sla_dsl.evaluation.steps_of_rules import marks_of, rows_of, unit_of
from sla_dsl.evaluation.tree import Node
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from tests.evaluation.making import facts, incident, law, literal, node, run, tree_of, work

UNSURE = Between(False, True, ("x",))


def maybe(low: Any, high: Any, *needs: str) -> Between:
    return Between(low, high, needs or ("x",))


# ---------------------------------------------------------------- comparisons


def compare(*comparisons: str, unit: str = "") -> tuple[Node, Node]:
    """A value, rounded to the unit if there is one, and its comparison."""
    value = node("round", type="number", unit=unit, mode="down", halves="up") if unit else literal("0", "number")
    return value, node("compare", 0, *[0] * len(comparisons), comparisons=list(comparisons))


def compared(comparisons: tuple[str, ...], value: Any, *bounds: Any, unit: str = "") -> Any:
    first, made = compare(*comparisons, unit=unit)
    return work(made, value, *bounds, tree=tree_of(first, made))


@pytest.mark.parametrize(
    ("comparisons", "value", "bounds", "expected"),
    [
        (("at least",), 3, (3,), True),
        (("more than",), 3, (3,), False),
        (("at least", "less than"), 3, (3, 4), True),
        (("at least", "less than"), 4, (3, 4), False),
        (("at least",), maybe(3, 5), (3,), True),
        (("at least",), maybe(1, 2), (3,), False),
        (("at least",), maybe(2, 3), (3,), UNSURE),
        (("at least", "less than"), maybe(3, 5), (3, 6), True),
        (("at least", "less than"), maybe(3, 6), (3, 6), UNSURE),
        (("exactly",), maybe(1, 2), (3,), False),
        (("exactly",), maybe(2, 4), (3,), UNSURE),
        (("less than",), maybe(0, 1), (maybe(2, 3),), True),
        (("less than",), maybe(3, 4), (maybe(2, 3),), False),
        (("at most",), maybe(3, 4), (maybe(2, 3),), UNSURE),
        (("more than",), 5, (maybe(2, 4),), True),
        (("more than",), 2, (maybe(2, 4),), False),
        (("more than",), 3, (maybe(2, 4),), UNSURE),
        (("exactly",), 5, (maybe(2, 4),), False),
        (("exactly",), 1, (maybe(2, 4),), False),
        (("exactly",), 4, (maybe(2, 4),), UNSURE),
        (("at least", "less than"), 5, (maybe(2, 4), maybe(4, 5)), False),
        (("at least", "less than"), 3, (maybe(2, 4), 3), False),
        (("at least", "less than"), 3, (maybe(2, 4), 4), UNSURE),
        (("at least",), maybe(Money(0, ""), Money(3, "EUR")), (Money(1, "EUR"),), UNSURE),
    ],
)
def test_compare(comparisons: tuple[str, ...], value: Any, bounds: tuple[Any, ...], expected: Any) -> None:
    assert compared(comparisons, value, *bounds) == expected


def test_all_that_a_comparison_needs_is_named() -> None:
    assert compared(("at least",), maybe(1, 4, "a"), maybe(2, 3, "b", "a")).needs == ("a", "b")


def test_a_value_that_is_rounded_takes_only_multiples() -> None:
    between = (maybe(0, 20), 11, 14)
    assert compared(("at least", "at most"), *between) == UNSURE
    assert compared(("at least", "at most"), *between, unit="5") is False


spans = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda it: (min(it), max(it)))
WORDS = ("less than", "at most", "at least", "more than", "exactly")


@given(spans, st.lists(st.tuples(st.sampled_from(WORDS), spans), min_size=1, max_size=2))
@law
def test_what_is_sure_of_a_comparison_is_true_wherever_the_values_lie(
    value: tuple[int, int], bounds: list[tuple[str, tuple[int, int]]]
) -> None:
    def known(it: tuple[int, int]) -> Any:
        return it[0] if it[0] == it[1] else maybe(*it)

    def inside(it: tuple[int, int]) -> list[Fraction]:
        return [it[0] + Fraction(n, 2) for n in range(2 * (it[1] - it[0]) + 1)]

    found = compared(tuple(c for c, _ in bounds), known(value), *(known(b) for _, b in bounds))
    answers = {
        passes(v, bounds[0][0], a)
        and all(passes(v, c, b) for c, b in zip([c for c, _ in bounds[1:]], rest, strict=True))
        for v in inside(value)
        for a in inside(bounds[0][1])
        for rest in ([[b] for b in inside(bounds[1][1])] if len(bounds) > 1 else [[]])
    }
    assert found == UNSURE if found not in (True, False) else {found} == answers
    if len(bounds) == 1:
        assert (found == UNSURE) == (len(answers) > 1)


# ---------------------------------------------------------------- truth


@pytest.mark.parametrize(
    ("op", "parts", "expected"),
    [
        ("both", (True, True), True),
        ("both", (True, UNSURE), UNSURE),
        ("both", (False, UNSURE), False),
        ("either", (False, True), True),
        ("either", (True, UNSURE), True),
        ("either", (False, UNSURE), UNSURE),
        ("negate", (True,), False),
        ("negate", (UNSURE,), UNSURE),
        ("guarantee", (UNSURE,), UNSURE),
        ("guarantee", (False,), False),
    ],
)
def test_truth(op: str, parts: tuple[Any, ...], expected: Any) -> None:
    assert work(node(op, *range(len(parts))), *parts) == expected


# ---------------------------------------------------------------- tables

CELLS = (100, 5, 99, 10)
LAST = node("table", 0, 0, 0, 0, 0, type="ratio", pick="last", rows=[["less than"], ["less than"]])
ONE = node("table", 0, 0, 0, 0, 0, type="ratio", pick="one", rows=[["less than"], ["at least"]])


def looked_up(made: Node, value: Any, *cells: Any, unit: str = "") -> Any:
    first = compare(unit=unit)[0] if unit else literal("0", "number")
    return work(made, value, *cells, tree=tree_of(first, made))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (100, 0),
        (99, 5),
        (98, 10),
        (maybe(99, 100), maybe(0, 5)),
        (maybe(98, 100), maybe(0, 10)),
        (maybe(90, 98), 10),
    ],
)
def test_a_table(value: Any, expected: Any) -> None:
    assert looked_up(LAST, value, *CELLS) == expected


def test_the_cells_are_read_row_by_row() -> None:
    made = node("table", *[0] * 7, type="ratio", pick="one", rows=[["at least", "less than"], ["exactly"]])
    rows = rows_of(made, [1, 2, 10, 3, 20])
    assert [(row.comparisons, row.bounds, row.gives) for row in rows] == [
        (("at least", "less than"), (1, 2), 10),
        (("exactly",), (3,), 20),
    ]


HOLE = "which row of the table applies: it lies between two rows of the table"


def test_a_hole_leaves_open_what_the_table_gives() -> None:
    assert looked_up(ONE, 5, 4, 10, 6, 20) == maybe(0, 20, HOLE)
    assert looked_up(ONE, maybe(0, 9), 4, 10, 6, 20) == Between(0, 20, ("x", HOLE))
    assert looked_up(ONE, 3, 4, 10, 6, 20) == 10


def test_a_hole_that_no_rounded_value_meets_is_none() -> None:
    assert looked_up(ONE, maybe(0, 9), 4, 10, 5, 20) == Between(0, 20, ("x", HOLE))
    assert looked_up(ONE, maybe(0, 9), 4, 10, 4, 20) == maybe(10, 20)
    assert looked_up(ONE, maybe(0, 10), 5, 10, 5, 20, unit="5") == maybe(10, 20)


def test_two_rows_that_apply_leave_it_open() -> None:
    rows = "which row of the table applies: more than one row of the table applies to it"
    assert looked_up(ONE, 5, 6, 10, 5, 20) == maybe(0, 20, rows)


def test_with_uncertain_edges_any_row_or_none_may_apply() -> None:
    assert looked_up(LAST, 98, maybe(90, 100, "edge"), 5, 99, 10) == maybe(0, 10, "edge")
    assert looked_up(LAST, 98, 100, maybe(5, 7, "edge"), 99, 10) == maybe(0, 10, "edge")


def test_the_unit_of_a_rounded_value() -> None:
    first, made = compare("at least", unit="1/4")
    tree = tree_of(first, made)
    assert (unit_of(tree, 0), unit_of(tree, 1)) == (Fraction(1, 4), 0)


# ---------------------------------------------------------------- exclusions and books


def test_the_rules_of_an_exclusion_are_numbered_as_they_stand() -> None:
    rules = [{"causes": ["w"], "services": None}, {"causes": None, "services": ["gateway"]}]
    made = node("excuse", 0, 1, 2, rules=[{**r, "clause": -1, "bucket": "excluded"} for r in rules])
    known = facts(incident("04 10:00-11:00"))
    start = known.starts[0]
    family = ((start, known.ends[0], 0),)
    counted = work(made, family, ((start, start + 5),), ((start, start + 9),), given=run(known))
    assert dict(counted.lost) == {("gateway", "failure"): ((1, ((start, start + 9),)),)}


def test_marks_are_read_from_the_books() -> None:
    made = node(
        "books", 0, 1, 2, 3,
        rules=[["excluded", 3]], too_short=-2, unnamed={"attack": 4}, services=["a", "b"], causes=["f", "w"], hours=-1,
    )  # fmt: skip
    marks = marks_of(made)
    assert (list(marks.rules), marks.too_short, marks.unnamed, marks.hours) == (
        [("excluded", 3)],
        -2,
        {"attack": 4},
        -1,
    )
    assert (marks.services, marks.causes) == (frozenset("ab"), frozenset("fw"))
    assert marks_of(made._replace(params={**made.params, "causes": None})).causes is None
