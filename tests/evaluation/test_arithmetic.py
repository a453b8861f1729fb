from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation import arithmetic
from sla_dsl.evaluation.arithmetic import BOUNDLESS, Quantity, TwoCurrencies, Undefined
from sla_dsl.values.money import Money
from sla_dsl.values.numbers import Exact, Halves, Mode
from tests.evaluation.making import law

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)

exacts = st.integers(-50, 50) | st.fractions(min_value=-50, max_value=50, max_denominator=12)


def eur(amount: Exact) -> Money:
    return Money(amount, "EUR")


def usd(amount: Exact) -> Money:
    return Money(amount, "USD")


def nowhere(amount: Exact) -> Money:
    """An amount of which nobody knows the currency."""
    return Money(amount, "")


# ---------------------------------------------------------------- amounts and their order


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        (1, 2, -1),
        (2, 2, 0),
        (HALF, THIRD, 1),
        (Fraction(4, 2), 2, 0),
        (eur(1), eur(2), -1),
        (eur(2), eur(2), 0),
        (eur(3), nowhere(2), 1),
        (nowhere(2), eur(2), 0),
        (nowhere(0), nowhere(BOUNDLESS), -1),
        (eur(1), 2, -1),
        (2, eur(1), 1),
    ],
)
def test_order(left: Quantity, right: Quantity, sign: int) -> None:
    found = arithmetic.order(left, right)
    assert (found > 0) - (found < 0) == sign


def test_the_amount_of_money_is_its_number() -> None:
    assert (arithmetic.amount(eur(HALF)), arithmetic.amount(7)) == (HALF, 7)


@pytest.mark.parametrize(
    ("quantity", "boundless"),
    [
        (BOUNDLESS, True),
        (-BOUNDLESS, True),
        (nowhere(BOUNDLESS), True),
        (BOUNDLESS // 10**12, True),
        (10**45, True),
        (10**45 - 1, False),
        (-(10**45), True),
        (-(10**45) + 1, False),
        (0, False),
        (eur(10**30), False),
    ],
)
def test_boundless(quantity: Quantity, boundless: bool) -> None:
    assert arithmetic.is_boundless(quantity) == boundless


# ---------------------------------------------------------------- sums


@pytest.mark.parametrize(
    ("terms", "signs", "expected"),
    [
        ((1, 2, 3), (1, 1, -1), 0),
        ((HALF, THIRD), (1, -1), Fraction(1, 6)),
        ((HALF, HALF), (1, 1), 1),
        ((eur(1), eur(2)), (1, -1), eur(-1)),
        ((nowhere(1), eur(2)), (1, 1), eur(3)),
        ((eur(1), nowhere(2)), (1, 1), eur(3)),
        ((nowhere(1), nowhere(2)), (1, 1), nowhere(3)),
        ((5,), (1,), 5),
    ],
)
def test_add(terms: tuple[Quantity, ...], signs: tuple[int, ...], expected: Quantity) -> None:
    assert arithmetic.add(terms, signs) == expected


@given(st.lists(st.tuples(exacts, st.sampled_from((1, -1))), min_size=1, max_size=6))
@law
def test_a_sum_is_the_sum(terms: list[tuple[Exact, int]]) -> None:
    values, signs = zip(*terms, strict=True)
    wanted = sum((Fraction(v) * s for v, s in terms), Fraction(0))
    assert arithmetic.add(values, signs) == wanted
    assert arithmetic.add([eur(v) for v in values], signs) == eur(wanted)


# ---------------------------------------------------------------- products


@pytest.mark.parametrize(
    ("factors", "powers", "expected"),
    [
        ((6, 4), (1, -1), Fraction(3, 2)),
        ((6, 4, 2), (1, -1, 1), 3),
        ((6, 3), (1, -1), 2),
        ((HALF, eur(10)), (1, 1), eur(5)),
        ((eur(10), 4), (1, -1), eur(Fraction(5, 2))),
        ((eur(10), eur(4)), (1, -1), Fraction(5, 2)),
        ((eur(10), nowhere(4)), (1, -1), Fraction(5, 2)),
        ((nowhere(10), eur(4)), (1, -1), Fraction(5, 2)),
        ((0, 5), (1, -1), 0),
    ],
)
def test_multiply(factors: tuple[Quantity, ...], powers: tuple[int, ...], expected: Quantity) -> None:
    assert arithmetic.multiply(factors, powers) == expected


@given(st.lists(st.tuples(exacts, st.sampled_from((1, -1))), min_size=1, max_size=6))
@law
def test_a_product_is_the_product(factors: list[tuple[Exact, int]]) -> None:
    values, powers = zip(*factors, strict=True)
    wanted = Fraction(1)
    if any(not v and p < 0 for v, p in factors):
        with pytest.raises(Undefined):
            arithmetic.multiply(values, powers)
        return
    for value, power in factors:
        wanted *= Fraction(value) ** power
    assert arithmetic.multiply(values, powers) == wanted


@pytest.mark.parametrize("zero", [0, Fraction(0), eur(0), nowhere(0)])
def test_a_division_by_nothing_has_no_value(zero: Quantity) -> None:
    with pytest.raises(Undefined, match=r"^it would be a division by nothing$"):
        arithmetic.multiply((eur(1), zero), (1, -1))


# ---------------------------------------------------------------- two currencies


@pytest.mark.parametrize(
    ("do", "words"),
    [
        (lambda: arithmetic.order(eur(1), usd(1)), "an amount in EUR cannot be compared with one in USD"),
        (lambda: arithmetic.add((eur(1), usd(1)), (1, 1)), "an amount in EUR cannot be added to one in USD"),
        (lambda: arithmetic.multiply((eur(1), usd(1)), (1, -1)), "an amount in EUR cannot be divided by one in USD"),
        (lambda: arithmetic.lesser(eur(1), usd(1)), "an amount in EUR cannot be compared with one in USD"),
        (lambda: arithmetic.greater(usd(1), eur(1)), "an amount in USD cannot be compared with one in EUR"),
        (lambda: arithmetic.beyond(eur(1), usd(1)), "an amount in EUR cannot be added to one in USD"),
    ],
)
def test_two_currencies_never_meet(do: Callable[[], object], words: str) -> None:
    with pytest.raises(TwoCurrencies) as raised:
        do()
    assert str(raised.value) == words
    assert isinstance(raised.value, Undefined)


# ---------------------------------------------------------------- rounding


@pytest.mark.parametrize(
    ("quantity", "unit", "mode", "halves", "expected"),
    [
        (90, 60, "nearest", "up", 120),
        (90, 60, "nearest", "down", 60),
        (90, 60, "down", "up", 60),
        (61, 60, "up", "up", 120),
        (Fraction(12345, 10**6), Fraction(1, 10**4), "nearest", "up", Fraction(123, 10**4)),
        (eur(Fraction(1005, 1000)), 0, "nearest", "up", eur(Fraction(101, 100))),
        (eur(Fraction(1005, 1000)), 0, "nearest", "down", eur(1)),
        (eur(Fraction(1005, 1000)), 0, "nearest", "to even", eur(1)),
        (eur(Fraction(1015, 1000)), 0, "nearest", "to even", eur(Fraction(102, 100))),
        (eur(Fraction(-1005, 1000)), 0, "nearest", "up", eur(-1)),
        (Money(Fraction(5, 2), "JPY"), 0, "nearest", "up", Money(3, "JPY")),
        (Money(Fraction(5, 2), "JPY"), 0, "nearest", "to even", Money(2, "JPY")),
        (Money(Fraction(12345, 10**4), "BHD"), 0, "nearest", "up", Money(Fraction(1235, 1000), "BHD")),
        (Money(Fraction(123455, 10**5), "CLF"), 0, "nearest", "up", Money(Fraction(12346, 10**4), "CLF")),
        (Money(Fraction(123455, 10**5), "CLF"), 0, "down", "up", Money(Fraction(12345, 10**4), "CLF")),
        (eur(7), 5, "nearest", "up", eur(5)),
        (eur(Fraction(15, 2)), 5, "nearest", "up", eur(10)),
        (eur(Fraction(7, 100)), Fraction(1, 20), "up", "up", eur(Fraction(1, 10))),
        (nowhere(THIRD), 0, "nearest", "up", nowhere(THIRD)),
        (nowhere(BOUNDLESS), 0, "down", "up", nowhere(BOUNDLESS)),
        (nowhere(THIRD), 1, "up", "up", nowhere(1)),
    ],
)
def test_round_to(quantity: Quantity, unit: Exact, mode: Mode, halves: Halves, expected: Quantity) -> None:
    assert arithmetic.round_to(quantity, unit, mode, halves) == expected


# ---------------------------------------------------------------- units, beyond, the greater and the lesser


@pytest.mark.parametrize(
    ("of", "full", "started"),
    [(0, 0, 0), (29, 0, 1), (30, 1, 1), (31, 1, 2), (60, 2, 2), (Fraction(61, 2), 1, 2), (-1, -1, 0)],
)
def test_units_are_full_or_started(of: Exact, full: int, started: int) -> None:
    assert arithmetic.units(Fraction(1, 20), 30, of, False) == Fraction(full, 20)
    assert arithmetic.units(Fraction(1, 20), 30, of, True) == Fraction(started, 20)
    assert arithmetic.units(eur(2), 30, of, True) == eur(2 * started)


def test_units_of_money() -> None:
    assert arithmetic.units(Fraction(1, 20), eur(30), eur(61), False) == Fraction(2, 20)
    with pytest.raises(TwoCurrencies):
        arithmetic.units(1, eur(30), usd(61), False)


def test_units_of_no_size_have_no_value() -> None:
    with pytest.raises(Undefined):
        arithmetic.units(Fraction(1, 20), 0, 60, False)


@pytest.mark.parametrize(
    ("value", "threshold", "expected"),
    [
        (5, 3, 2),
        (3, 3, 0),
        (2, 3, 0),
        (HALF, THIRD, Fraction(1, 6)),
        (eur(5), eur(3), eur(2)),
        (eur(2), eur(3), eur(0)),
        (nowhere(2), eur(3), eur(0)),
    ],
)
def test_beyond(value: Quantity, threshold: Quantity, expected: Quantity) -> None:
    assert arithmetic.beyond(value, threshold) == expected


@given(exacts, exacts)
@law
def test_the_greater_and_the_lesser(a: Exact, b: Exact) -> None:
    assert arithmetic.greater(a, b) == max(a, b)
    assert arithmetic.lesser(a, b) == min(a, b)
    assert arithmetic.greater(eur(a), eur(b)) == eur(max(a, b))


def test_of_two_the_same_the_left_one_is_taken() -> None:
    left, right = eur(1), nowhere(1)
    assert arithmetic.greater(left, right) is left
    assert arithmetic.lesser(left, right) is left
    assert arithmetic.greater(right, left) is right
