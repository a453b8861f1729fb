from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.arithmetic import BOUNDLESS, Quantity, TwoCurrencies
from sla_dsl.evaluation.bounds import Outcome, Row, least_and_most, look_up, passes, possible, within
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from tests.evaluation.making import law

WORDS = ("less than", "at most", "at least", "more than", "exactly")
TWO_ROWS = "more than one row of the table applies to it"
BETWEEN_ROWS = "it lies between two rows of the table"


def eur(amount: Exact) -> Money:
    return Money(amount, "EUR")


def row(gives: Quantity, *bounds: tuple[str, Quantity]) -> Row:
    return Row(tuple(word for word, _ in bounds), tuple(bound for _, bound in bounds), gives)


# ---------------------------------------------------------------- one bound


@pytest.mark.parametrize(
    ("word", "below", "equal", "above"),
    [
        ("less than", True, False, False),
        ("at most", True, True, False),
        ("at least", False, True, True),
        ("more than", False, False, True),
        ("exactly", False, True, False),
    ],
)
@pytest.mark.parametrize(
    ("values", "edge"),
    [
        ((2, 3, 4), 3),
        ((2, Fraction(6, 2), 4), 3),
        ((Fraction(999, 1000), 1, Fraction(1001, 1000)), 1),
        ((eur(2), eur(3), eur(4)), eur(3)),
        ((eur(2), Money(3, ""), eur(4)), eur(3)),
    ],
)
def test_the_edge_is_in_or_out_as_the_word_says(
    word: str, below: bool, equal: bool, above: bool, values: tuple[Quantity, ...], edge: Quantity
) -> None:
    assert [passes(value, word, edge) for value in values] == [below, equal, above]


def test_all_of_several_bounds_must_hold() -> None:
    assert within(3, ("at least", "less than"), (3, 5))
    assert not within(5, ("at least", "less than"), (3, 5))
    assert not within(2, ("at least", "less than"), (3, 5))
    assert within(2, (), ())


def test_an_amount_is_never_held_against_one_in_another_currency() -> None:
    with pytest.raises(TwoCurrencies):
        passes(eur(2), "at most", Money(2, "USD"))


# ---------------------------------------------------------------- the row that applies

LAST = [row(5, ("less than", 100)), row(10, ("less than", 99)), row(25, ("less than", 98))]
ONE = [row(0, ("at most", 4)), row(10, ("at least", 5), ("at most", 20)), row(20, ("more than", 20))]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (100, Outcome(-1, 0)),
        (Fraction(199, 2), Outcome(0, 5)),
        (99, Outcome(0, 5)),
        (98, Outcome(1, 10)),
        (97, Outcome(2, 25)),
        (-1, Outcome(2, 25)),
    ],
)
def test_the_last_row_that_applies(value: Exact, expected: Outcome) -> None:
    assert look_up(value, LAST, last=True) == expected


def test_the_first_row_may_be_the_last_that_applies() -> None:
    rows = [row(5, ("at least", 0)), row(10, ("at least", 10))]
    assert [look_up(v, rows, last=True).row for v in (-1, 0, 9, 10)] == [-1, 0, 0, 1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-1, Outcome(0, 0)),
        (4, Outcome(0, 0)),
        (Fraction(9, 2), Outcome(-1, 0, BETWEEN_ROWS)),
        (5, Outcome(1, 10)),
        (20, Outcome(1, 10)),
        (21, Outcome(2, 20)),
    ],
)
def test_the_one_row_that_applies(value: Exact, expected: Outcome) -> None:
    assert look_up(value, ONE, last=False) == expected


def test_two_rows_that_apply_are_not_decided() -> None:
    rows = [row(5, ("less than", 100)), row(10, ("less than", 99))]
    assert look_up(98, rows, last=False) == Outcome(-1, 0, TWO_ROWS)
    assert look_up(99, rows, last=False) == Outcome(0, 5)


def test_below_the_lowest_and_above_the_highest_row_lies_no_hole() -> None:
    rows = [row(10, ("at least", 5), ("less than", 20)), row(20, ("at least", 20), ("less than", 30))]
    assert look_up(4, rows, last=False) == look_up(30, rows, last=False) == Outcome(-1, 0)


@pytest.mark.parametrize(("value", "doubtful"), [(3, ""), (4, BETWEEN_ROWS), (5, ""), (6, "")])
def test_a_row_for_one_value_has_both_sides(value: int, doubtful: str) -> None:
    rows = [row(1, ("exactly", 3)), row(2, ("exactly", 5))]
    assert look_up(value, rows, last=False).doubtful == doubtful


@pytest.mark.parametrize(("value", "doubtful"), [(2, ""), (3, BETWEEN_ROWS), (4, "")])
def test_a_hole_may_be_one_value_wide(value: int, doubtful: str) -> None:
    rows = [row(1, ("less than", 3)), row(2, ("more than", 3))]
    assert look_up(value, rows, last=False).doubtful == doubtful


def test_no_rows_give_nothing() -> None:
    assert look_up(3, [], last=True) == look_up(3, [], last=False) == Outcome(-1, 0)


def test_rows_of_amounts() -> None:
    rows = [row(eur(1), ("less than", eur(10))), row(eur(2), ("at least", eur(10)))]
    assert look_up(eur(10), rows, last=False) == Outcome(1, eur(2))


# ---------------------------------------------------------------- what a table can give for a span of values


def rows_for(outcomes: list[Outcome]) -> set[int]:
    return {outcome.row for outcome in outcomes}


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (100, 100, {-1}),
        (99, 100, {-1, 0}),
        (98, 99, {0, 1}),
        (Fraction(991, 10), Fraction(999, 10), {0}),
        (90, 110, {-1, 0, 1, 2}),
    ],
)
def test_the_rows_that_a_span_reaches(low: Exact, high: Exact, expected: set[int]) -> None:
    assert rows_for(possible(low, high, LAST, True)) == expected


def test_a_hole_in_the_span_is_found() -> None:
    assert BETWEEN_ROWS in {o.doubtful for o in possible(0, 30, ONE, False)}
    assert BETWEEN_ROWS not in {o.doubtful for o in possible(5, 30, ONE, False)}


def test_a_hole_that_no_multiple_of_the_unit_falls_into_is_none() -> None:
    assert {o.doubtful for o in possible(0, 30, ONE, False, 1)} == {""}
    assert BETWEEN_ROWS in {o.doubtful for o in possible(0, 30, ONE, False, Fraction(1, 2))}


def test_an_edge_that_is_no_multiple_of_the_unit_is_not_reached() -> None:
    rows = [row(1, ("exactly", 7)), row(2, ("exactly", 10))]
    assert rows_for(possible(0, 20, rows, True, 5)) == {-1, 1}
    assert rows_for(possible(0, 20, rows, True)) == {-1, 0, 1}


def test_the_ends_of_the_span_are_always_looked_at() -> None:
    assert rows_for(possible(7, 8, [row(1, ("exactly", 7)), row(2, ("exactly", 8))], True, 5)) == {0, 1}


def test_spans_of_amounts_with_and_without_a_unit() -> None:
    rows = [row(1, ("at most", eur(4))), row(2, ("at least", eur(5)))]
    assert BETWEEN_ROWS in {o.doubtful for o in possible(eur(0), eur(10), rows, False)}
    assert {o.doubtful for o in possible(eur(0), eur(10), rows, False, 1)} == {""}


def test_a_span_that_nothing_bounds() -> None:
    rows = [row(1, ("at least", eur(5)))]
    assert rows_for(possible(Money(0, ""), Money(BOUNDLESS, ""), rows, True)) == {-1, 0}


edges = st.integers(0, 12)
bounds = st.tuples(st.sampled_from(WORDS), edges)
tables = st.lists(
    st.builds(row, st.integers(0, 3), bounds) | st.builds(row, st.integers(0, 3), bounds, bounds), max_size=4
)


def given_by(rows: list[Row], last: bool, values: list[Exact]) -> set[Outcome]:
    return {look_up(value, rows, last) for value in values}


@given(tables, st.booleans(), edges, edges)
@law
def test_what_is_possible_is_what_a_fine_grid_meets(rows: list[Row], last: bool, a: int, b: int) -> None:
    low, high = sorted((a, b))
    grid: list[Exact] = [low + Fraction(n, 4) for n in range(4 * (high - low) + 1)]
    assert set(possible(low, high, rows, last)) == given_by(rows, last, grid)


@given(tables, st.booleans(), edges, edges, st.sampled_from((1, 2, 3, Fraction(1, 2), Fraction(2, 3))))
@law
def test_what_is_possible_for_multiples_is_what_they_meet(
    rows: list[Row], last: bool, a: int, b: int, unit: Exact
) -> None:
    low, high = sorted((a * unit, b * unit))
    multiples: list[Exact] = [n * unit for n in range(min(a, b), max(a, b) + 1)]
    assert set(possible(low, high, rows, last, unit)) == given_by(rows, last, multiples)
    money = [row(r.gives, *((c, eur(b)) for c, b in zip(r.comparisons, r.bounds, strict=True))) for r in rows]  # type: ignore[arg-type]
    assert set(possible(eur(low), eur(high), money, last, unit)) == given_by(rows, last, multiples)


# ---------------------------------------------------------------- least and most


def outcomes(*gives: Quantity) -> list[Outcome]:
    return [Outcome(n, value) for n, value in enumerate(gives)]


@pytest.mark.parametrize(
    ("gives", "expected"),
    [
        ((5,), 5),
        ((5, 5), 5),
        ((5, 0, 10), Between(0, 10, ("x",))),
        ((10, 5), Between(5, 10, ("x",))),
        ((eur(1), 0), Between(0, eur(1), ("x",))),
        ((eur(1), eur(1)), eur(1)),
    ],
)
def test_least_and_most(gives: tuple[Quantity, ...], expected: object) -> None:
    assert least_and_most(outcomes(*gives), ("x",)) == expected


def test_values_that_differ_by_one_are_two() -> None:
    assert least_and_most(outcomes(5, 6), ("x",)) == Between(5, 6, ("x",))
    assert least_and_most(outcomes(6, 5), ("x",)) == Between(5, 6, ("x",))


def test_words_and_bounds_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="zip"):
        within(3, ("at least",), (1, 2))
