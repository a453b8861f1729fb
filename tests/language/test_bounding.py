"""Ranges made of bounds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.bounding import EVERYTHING, Range, bound_mistakes, intersection, is_empty, range_of
from sla_dsl.language.quantities import Quantity

COMPARISONS: tuple[n.Comparison, ...] = ("less than", "at most", "at least", "more than", "exactly")
BOUNDS = st.tuples(st.sampled_from(COMPARISONS), st.integers(0, 5))
POINTS = [Fraction(half, 2) for half in range(-2, 14)]


def meets(point: Fraction, comparison: n.Comparison, amount: int) -> bool:
    match comparison:
        case "less than":
            return point < amount
        case "at most":
            return point <= amount
        case "at least":
            return point >= amount
        case "more than":
            return point > amount
        case "exactly":
            return point == amount


def holds(point: Fraction, it: Range) -> bool:
    above = it.low is None or point > it.low or (it.low_in and point == it.low)
    below = it.high is None or point < it.high or (it.high_in and point == it.high)
    return above and below


def made(bounds: list[tuple[n.Comparison, int]]) -> Range:
    nodes = [n.Bound(comparison, n.Number(Fraction(amount))) for comparison, amount in bounds]
    found = range_of(nodes, [Quantity("number", amount) for _, amount in bounds])
    assert found is not None
    return found


@given(st.lists(BOUNDS, max_size=4))
def test_a_range_holds_just_what_meets_all_of_its_bounds(bounds: list[tuple[n.Comparison, int]]) -> None:
    found = made(bounds)
    for point in POINTS:
        assert holds(point, found) == all(meets(point, *bound) for bound in bounds)


@given(st.lists(BOUNDS, max_size=3), st.lists(BOUNDS, max_size=3))
def test_what_lies_in_two_ranges_lies_in_their_intersection(
    left: list[tuple[n.Comparison, int]], right: list[tuple[n.Comparison, int]]
) -> None:
    assert intersection(made(left), made(right)) == made(left + right)


@given(st.lists(BOUNDS, max_size=4))
def test_a_range_is_empty_when_no_point_is_in_it(bounds: list[tuple[n.Comparison, int]]) -> None:
    found = made(bounds)
    assert is_empty(found) == (not any(holds(point, found) for point in POINTS))


def test_a_bound_that_is_not_fixed_makes_no_range() -> None:
    bounds = (n.Bound("at most", n.PeriodLength()),)
    assert range_of(bounds, (Quantity("elapsed"),)) is None
    assert bound_mistakes(Quantity("elapsed"), bounds, (Quantity("elapsed"),)) == []
    assert range_of((), ()) == EVERYTHING


# ---------------------------------------------------------------- mistakes in the bounds of one comparison


def mistakes(*bounds: tuple[n.Comparison, Quantity], value: Quantity | None = None) -> list[tuple[str, Span | None]]:
    """The code and the span of what is wrong with bounds of which the n-th stands from 10 n to 10 n + 5.

    What is compared lies between 0 and 1, where nothing else is said.
    """
    nodes = [n.Bound(c, n.PeriodLength(), span=Span(10 * at, 10 * at + 5)) for at, (c, _) in enumerate(bounds)]
    return [(f.code, f.span) for f in bound_mistakes(value or SHARE, nodes, [part for _, part in bounds])]


SHARE = Quantity("ratio", low=0, high=1)
HALF, WHOLE, DOUBLE = (Quantity("ratio", Fraction(it, 2)) for it in (1, 2, 4))
BELOW, ZERO, ONE, TWO = (Quantity("number", it) for it in (-1, 0, 1, 2))
ABOVE = [("percent-above-hundred", Span(0, 5))]
UNDER = [("threshold-below-zero", Span(0, 5))]


@pytest.mark.parametrize(
    ("comparison", "part", "expected"),
    [
        ("at most", HALF, []),
        ("more than", HALF, []),
        ("at least", WHOLE, []),
        ("exactly", WHOLE, []),
        ("more than", WHOLE, ABOVE),
        ("at most", Quantity("ratio", Fraction(1001, 1000)), ABOVE),
        ("at least", DOUBLE, ABOVE),
        ("more than", TWO, []),
        ("more than", ONE, []),
        ("at least", ZERO, []),
        ("at most", ZERO, []),
        ("less than", ZERO, UNDER),
        ("less than", ONE, []),
        ("at least", BELOW, UNDER),
        ("at most", BELOW, UNDER),
        ("at most", Quantity("ratio", -1), UNDER),
        ("less than", Quantity("money", 0, "EUR"), UNDER),
        ("at most", Quantity(None, -1), []),
    ],
)
def test_a_bound_that_nothing_can_reach(
    comparison: n.Comparison, part: Quantity, expected: list[tuple[str, Span]]
) -> None:
    assert mistakes((comparison, part)) == expected


def test_each_bound_out_of_reach_is_told_where_it_stands() -> None:
    assert mistakes(("at least", ONE), ("at most", BELOW), ("less than", ZERO)) == [
        ("threshold-below-zero", Span(10, 15)),
        ("threshold-below-zero", Span(20, 25)),
    ]


def test_two_bounds_that_exclude_each_other_are_told_together() -> None:
    assert mistakes(("at least", TWO), ("less than", ONE)) == [("bounds-never-hold", Span(0, 15))]
    assert mistakes(("at least", TWO), ("at most", TWO)) == []
    assert mistakes(("at least", ZERO), ("at least", TWO), ("less than", TWO)) == [("bounds-never-hold", Span(0, 25))]


def test_bounds_out_of_reach_are_not_told_to_exclude_each_other_too() -> None:
    assert mistakes(("at least", TWO), ("at most", BELOW)) == [("threshold-below-zero", Span(10, 15))]


@pytest.mark.parametrize(
    ("comparison", "part", "value", "code"),
    [
        ("more than", WHOLE, Quantity("ratio"), ""),
        ("more than", WHOLE, Quantity("ratio", low=0), ""),
        ("more than", WHOLE, Quantity("ratio", high=Fraction(1, 2)), "percent-above-hundred"),
        ("more than", WHOLE, Quantity("ratio", high=Fraction(3, 2)), ""),
        ("more than", WHOLE, HALF, "percent-above-hundred"),
        ("more than", WHOLE, DOUBLE, ""),
        ("less than", ZERO, Quantity("number"), ""),
        ("less than", ZERO, Quantity("number", high=1), ""),
        ("less than", ZERO, Quantity("number", low=0), "threshold-below-zero"),
        ("less than", ZERO, Quantity("number", low=-1), ""),
        ("less than", ZERO, ONE, "threshold-below-zero"),
        ("less than", ZERO, BELOW, ""),
    ],
)
def test_a_bound_that_can_be_reached_is_none_out_of_reach(
    comparison: n.Comparison, part: Quantity, value: Quantity, code: str
) -> None:
    assert [found for found, _ in mistakes((comparison, part), value=value)] == ([code] if code else [])


def test_a_bound_out_of_reach_is_told() -> None:
    (above,) = bound_mistakes(SHARE, [n.Bound("at least", n.PeriodLength())], [DOUBLE])
    assert above.message == "What is compared never lies above 100 %, so this bound decides nothing."
    (below,) = bound_mistakes(
        SHARE, [n.Bound("at most", n.PeriodLength())], [Quantity("money", Fraction(-3, 2), "EUR")]
    )
    assert below.message == "What is compared never lies below 0, so this bound decides nothing."


def test_bounds_and_quantities_must_be_as_many() -> None:
    bound = n.Bound("at least", n.PeriodLength())
    with pytest.raises(ValueError, match="zip"):
        range_of([bound, bound], [ONE])
    with pytest.raises(ValueError, match="zip"):
        bound_mistakes(SHARE, [bound, bound], [ONE])
