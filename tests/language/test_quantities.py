"""Types and fixed values of literals, products and quotients."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import ValueType
from sla_dsl.language.quantities import (
    OPEN,
    Quantity,
    divided,
    length,
    multiplied,
    of_grain,
    of_literal,
    product_type,
    quotient_type,
    units_of,
)

TYPES: tuple[ValueType, ...] = ("ratio", "number", "elapsed", "money")

PRODUCTS: dict[tuple[ValueType, ValueType], ValueType] = {
    ("ratio", "ratio"): "ratio",
    ("ratio", "number"): "ratio",
    ("ratio", "elapsed"): "elapsed",
    ("ratio", "money"): "money",
    ("number", "number"): "number",
    ("number", "elapsed"): "elapsed",
    ("number", "money"): "money",
}
QUOTIENTS: dict[tuple[ValueType, ValueType], ValueType] = {
    ("ratio", "ratio"): "ratio",
    ("ratio", "number"): "ratio",
    ("number", "number"): "number",
    ("number", "ratio"): "ratio",
    ("elapsed", "elapsed"): "ratio",
    ("elapsed", "number"): "elapsed",
    ("elapsed", "ratio"): "elapsed",
    ("money", "money"): "ratio",
    ("money", "number"): "money",
    ("money", "ratio"): "money",
}


@pytest.mark.parametrize("left", TYPES)
@pytest.mark.parametrize("right", TYPES)
def test_products_have_the_types_of_the_table_either_way_round(left: ValueType, right: ValueType) -> None:
    expected = PRODUCTS.get((left, right)) or PRODUCTS.get((right, left))
    assert product_type(left, right) == expected


@pytest.mark.parametrize("left", TYPES)
@pytest.mark.parametrize("right", TYPES)
def test_quotients_have_the_types_of_the_table(left: ValueType, right: ValueType) -> None:
    assert quotient_type(left, right) == QUOTIENTS.get((left, right))


def test_a_percentage_is_a_share_and_a_length_is_in_microseconds() -> None:
    assert of_literal(n.Percent(Fraction("99.9"))) == Quantity("ratio", Fraction(999, 1000))
    assert of_literal(n.Elapsed(((Fraction(4), "min"), (Fraction(22), "s")))) == Quantity("elapsed", 262_000_000)
    assert of_literal(n.Amount(Fraction(5), n.Name("EUR"))) == Quantity("money", 5, "EUR")
    assert of_literal(n.Number(Fraction(3))) == Quantity("number", 3)


def test_business_time_has_no_length_of_its_own() -> None:
    assert of_literal(n.Business(Fraction(2), n.Name("Office"), "hours")) == OPEN


def test_a_day_of_a_length_is_24_hours() -> None:
    assert length(n.Elapsed(((Fraction("30.4375"), "days"),))) == Fraction("30.4375") * 86_400_000_000
    assert length(n.Elapsed(((Fraction(1), "day"),))) == length(n.Elapsed(((Fraction(24), "hours"),)))


@pytest.mark.parametrize(
    ("grain", "microseconds"),
    [("second", 1_000_000), ("minute", 60_000_000), ("hour", 3_600_000_000), ("day", 86_400_000_000)],
)
def test_grains_are_lengths(grain: n.Grain, microseconds: int) -> None:
    assert of_grain(grain) == Quantity("elapsed", microseconds)


def test_a_cent_is_money_and_a_literal_grain_is_what_it_says() -> None:
    assert of_grain("cent") == Quantity("money")
    assert of_grain(n.Percent(Fraction("0.01"))) == Quantity("ratio", Fraction(1, 10_000))


def test_what_is_not_fixed_makes_nothing_fixed() -> None:
    assert multiplied(2, None) is None
    assert divided(None, 2) is None
    assert divided(2, 0) is None
    assert units_of(2, None, 3, started=True) is None
    assert units_of(None, 2, 3, started=True) is None


def test_full_units_are_complete_and_started_ones_have_begun() -> None:
    assert units_of(5, 30, 59, started=False) == 5
    assert units_of(5, 30, 59, started=True) == 10
    assert units_of(5, 30, 60, started=False) == units_of(5, 30, 60, started=True) == 10
    assert units_of(5, 30, 0, started=True) == 0
