from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.arithmetic import BOUNDLESS, Undefined, add, multiply
from sla_dsl.evaluation.lift import CORNERS, join, lift, needs_of, nothing_known
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from tests.evaluation.making import law


def maybe(low: Any, high: Any, *needs: str) -> Between:
    return Between(low, high, needs or ("x",))


def minus(a: int, b: int) -> int:
    return a - b


def total(*terms: int) -> int:
    return sum(terms)


# ---------------------------------------------------------------- needs


def test_needs_are_named_once_in_order() -> None:
    assert needs_of([maybe(0, 1, "b", "a"), 5, maybe(0, 1, "a", "c")]) == ("b", "a", "c")
    assert needs_of([1, 2]) == needs_of([]) == ()


# ---------------------------------------------------------------- steps that grow and shrink


@pytest.mark.parametrize(
    ("step", "variance", "values", "low", "high"),
    [
        (minus, "+-", (maybe(5, 9), 2), 3, 7),
        (minus, "+-", (9, maybe(2, 5)), 4, 7),
        (minus, "+-", (maybe(5, 9), maybe(2, 4)), 1, 7),
        (total, "+", (maybe(1, 2), maybe(10, 20), 100), 111, 122),
        (lambda a, *b: a - sum(b), "+-", (maybe(10, 20), maybe(1, 2), maybe(1, 3)), 5, 18),
        (lambda a: -a, "-", (maybe(1, 2),), -2, -1),
    ],
)
def test_each_end_is_worked_out_from_the_ends_that_make_it(
    step: Callable[..., int], variance: str, values: tuple[Any, ...], low: int, high: int
) -> None:
    assert lift(step, variance, values, "number") == maybe(low, high)


def test_what_is_the_same_at_both_ends_is_known() -> None:
    assert lift(lambda a: min(a, 5), "+", (maybe(5, 9),), "number") == 5
    assert lift(lambda a, b: a > b, "+-", (maybe(5, 9), 4), "number") is True


def test_all_needs_of_the_inputs_are_those_of_the_answer() -> None:
    found = lift(minus, "+-", (maybe(5, 9, "a", "b"), maybe(1, 2, "c", "a")), "number")
    assert found.needs == ("a", "b", "c")


# ---------------------------------------------------------------- steps that may do either


def test_all_corners_are_tried() -> None:
    assert lift(lambda a, b: a * b, "*", (maybe(-2, 3), maybe(-5, 4)), "number") == maybe(-15, 12)


def test_where_all_corners_agree_the_answer_is_known() -> None:
    assert lift(lambda a, b: a * b, "*", (maybe(-2, 3), 0), "number") == 0


def test_known_inputs_have_one_corner() -> None:
    tried: list[tuple[int, ...]] = []

    def step(*ends: int) -> int:
        tried.append(ends)
        return len(tried)

    lift(step, "*", (1, maybe(2, 3), 4), "number")
    assert tried == [(1, 2, 4), (1, 3, 4)]


def test_corners_of_amounts() -> None:
    found = lift(lambda a, b: multiply((a, b), (1, 1)), "*", (maybe(1, 2), Money(5, "EUR")), "number")
    assert found == maybe(Money(5, "EUR"), Money(10, "EUR"))


def test_with_too_many_corners_the_answer_is_left_open() -> None:
    enough, too_many = [maybe(0, 1)] * CORNERS, [maybe(0, 1)] * (CORNERS + 1)
    assert lift(total, "*", enough, "number") == maybe(0, CORNERS)
    assert lift(total, "*", [*enough, 5, 5], "number") == maybe(10, CORNERS + 10)
    assert lift(total, "*", too_many, "number") == maybe(-BOUNDLESS, BOUNDLESS)


def test_a_divisor_that_may_be_nothing_has_no_value() -> None:
    with pytest.raises(Undefined):
        lift(lambda a, b: multiply((a, b), (1, -1)), "*", (10, maybe(0, 30)), "number")


pairs = st.tuples(st.integers(-9, 9), st.integers(-9, 9)).map(lambda pair: (min(pair), max(pair)))


@given(pairs, pairs, st.sampled_from((1, -1)), st.sampled_from((1, -1)))
@law
def test_a_span_holds_every_sum_and_every_product(
    a: tuple[int, int], b: tuple[int, int], first: int, second: int
) -> None:
    values = [maybe(*a), maybe(*b)]
    inside = [(x, y) for x in range(a[0], a[1] + 1) for y in range(b[0], b[1] + 1)]
    sums = [first * x + second * y for x, y in inside]
    products = [x * y for x, y in inside]
    assert ends(lift(lambda *t: add(t, (first, second)), "*", values, "number")) == (min(sums), max(sums))
    assert ends(lift(lambda *t: multiply(t, (1, 1)), "*", values, "number")) == (min(products), max(products))


def ends(value: Any) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Between) else (value, value)


# ---------------------------------------------------------------- joining, and knowing nothing


def test_two_ends_that_are_uncertain_themselves_are_taken_apart() -> None:
    assert join(maybe(1, 2, "a"), maybe(3, 4, "b"), ("c",)) == Between(1, 4, ("c", "a", "b"))
    assert join(1, 1, ("a",)) == 1
    assert join(maybe(1, 2), 1, ()) == 1


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("truth", False, True),
        ("money", Money(0, ""), Money(BOUNDLESS, "")),
        ("elapsed", -BOUNDLESS, BOUNDLESS),
        ("ratio", -BOUNDLESS, BOUNDLESS),
        ("number", -BOUNDLESS, BOUNDLESS),
    ],
)
def test_nothing_known(kind: str, low: object, high: object) -> None:
    assert nothing_known(kind, ("why",)) == Between(low, high, ("why",))
