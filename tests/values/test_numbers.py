from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.values.numbers import (
    Exact,
    Halves,
    Mode,
    compare,
    read_decimal,
    rounded,
    show_number,
    show_percent,
    show_ratio,
    show_seconds,
    simplest,
)
from tests.values.strategies import exacts, law, units

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("7", Fraction(7)),
        ("-3", Fraction(-3)),
        ("99.95", Fraction(9995, 100)),
        ("-0.5", Fraction(-1, 2)),
        ("007.50", Fraction(15, 2)),
        ("0.000000000001", Fraction(1, 10**12)),
        ("9" * 30, Fraction(10**30 - 1)),
        ("-" + "9" * 20 + "." + "9" * 10, Fraction(-(10**30 - 1), 10**10)),
    ],
)
def test_read(text: str, expected: Fraction) -> None:
    assert read_decimal(text) == expected
    assert isinstance(read_decimal(text), Fraction)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1e5",
        "1e1000000",
        "1E-7",
        "1_000",
        "+5",
        "--5",
        "5-",
        "-",
        ".",
        ".5",
        "5.",
        "1.2.3",
        "1,000",
        "99,95",
        "1,000.50",
        "NaN",
        "Infinity",
        "-inf",
        "0x10",
        "1/3",
        " 1",
        "1\n",
        "1 000",
        "٣",
        "３",
        "1²",
        "−5",
        "9" * 31,
        "9" * 1_000_000,
        "9" * 20 + "." + "9" * 11,
        "0." + "0" * 13,
        "5 %",
    ],
)
def test_refused_with_a_reason(text: str) -> None:
    reason = read_decimal(text)
    assert isinstance(reason, str)
    assert len(reason) < 120


def test_the_bounds_can_be_set() -> None:
    assert read_decimal("1234", max_digits=3) == "it has more than 3 digits"
    assert read_decimal("12.345", max_places=2) == "it has more than 2 digits after the point"
    assert read_decimal("12.34", max_digits=4, max_places=2) == Fraction(617, 50)


@given(decimals)
@law
def test_what_is_written_out_is_read_exactly(number: Decimal) -> None:
    assert read_decimal(f"{number:f}") == Fraction(number)


@given(st.text(max_size=30) | st.text(alphabet="0123456789.,-+eE_ ", max_size=30))
@law
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_decimal(text)
    if isinstance(found, Fraction):
        assert found == Fraction(Decimal(text))
    else:
        assert found


@pytest.mark.parametrize(
    ("value", "unit", "mode", "halves", "expected"),
    [
        (29, 60, "nearest", "up", 0),
        (30, 60, "nearest", "up", 60),
        (30, 60, "nearest", "down", 0),
        (30, 60, "nearest", "to even", 0),
        (90, 60, "nearest", "to even", 120),
        (31, 60, "nearest", "down", 60),
        (59, 60, "down", "up", 0),
        (1, 60, "up", "down", 60),
        (60, 60, "up", "up", 60),
        (60, 60, "down", "up", 60),
        (-30, 60, "nearest", "up", 0),
        (-30, 60, "nearest", "down", -60),
        (-30, 60, "nearest", "to even", 0),
        (-1, 60, "down", "up", -60),
        (-1, 60, "up", "up", 0),
        (Fraction(2675, 1000), Fraction(1, 100), "nearest", "up", Fraction(268, 100)),
        (Fraction(2675, 1000), Fraction(1, 100), "nearest", "down", Fraction(267, 100)),
        (Fraction(2665, 1000), Fraction(1, 100), "nearest", "to even", Fraction(266, 100)),
        (Fraction(1, 3), Fraction(1, 100), "up", "up", Fraction(34, 100)),
        (Fraction(5, 2), 1, "nearest", "to even", 2),
        (Fraction(7, 2), 1, "nearest", "to even", 4),
    ],
)
def test_rounded(value: Exact, unit: Exact, mode: Mode, halves: Halves, expected: Exact) -> None:
    assert rounded(value, unit, mode, halves) == expected


def test_halves_go_up_where_nothing_is_said() -> None:
    assert rounded(30, 60, "nearest") == 60


@given(exacts, units, st.sampled_from(("nearest", "down", "up")), st.sampled_from(("up", "down", "to even")))
@law
def test_rounding_gives_a_multiple_within_one_unit_and_rests_there(
    value: Exact, unit: Exact, mode: Mode, halves: Halves
) -> None:
    found = rounded(value, unit, mode, halves)
    assert Fraction(found) / unit == Fraction(found) // unit
    assert abs(Fraction(found) - value) < unit
    assert rounded(found, unit, mode, halves) == found
    assert isinstance(found, int) == (found == int(found))


@given(exacts, units)
@law
def test_down_is_not_above_and_up_not_below_and_nearest_is_one_of_them(value: Exact, unit: Exact) -> None:
    down, up = rounded(value, unit, "down"), rounded(value, unit, "up")
    assert down <= value <= up
    assert up - down in (0, unit)
    for halves in get_args(Halves):
        nearest = rounded(value, unit, "nearest", halves)
        assert nearest in (down, up)
        assert 2 * abs(Fraction(nearest) - value) <= unit


@given(exacts, exacts, units)
@law
def test_rounding_keeps_the_order(a: Exact, b: Exact, unit: Exact) -> None:
    low, high = sorted((a, b))
    for halves in get_args(Halves):
        assert rounded(low, unit, "nearest", halves) <= rounded(high, unit, "nearest", halves)


@given(decimals)
@law
def test_rounding_agrees_with_decimal_arithmetic(number: Decimal) -> None:
    cent = Decimal("0.01")
    value = Fraction(number)
    assert rounded(value, Fraction(1, 100), "down") == Fraction(number.quantize(cent, ROUND_FLOOR))
    assert rounded(value, Fraction(1, 100), "up") == Fraction(number.quantize(cent, ROUND_CEILING))
    assert rounded(value, Fraction(1, 100), "nearest", "to even") == Fraction(number.quantize(cent, ROUND_HALF_EVEN))


@given(exacts, exacts)
@law
def test_compare(a: Exact, b: Exact) -> None:
    assert compare(a, b) == (a > b) - (a < b) == -compare(b, a)
    assert compare(a, a) == 0


@pytest.mark.parametrize("month", [28, 29, 30, 31])
def test_one_microsecond_off_a_threshold_is_seen(month: int) -> None:
    whole = month * 86_400 * 10**6
    threshold = Fraction(9995, 10_000)
    down = whole * 5 // 10_000
    assert compare(Fraction(whole - down, whole), threshold) == 0
    assert compare(Fraction(whole - down - 1, whole), threshold) == -1
    assert compare(Fraction(whole - down + 1, whole), threshold) == 1


def test_simplest() -> None:
    assert type(simplest(Fraction(6, 3))) is int
    assert simplest(Fraction(1, 3)) == Fraction(1, 3)
    assert simplest(5) == 5


@pytest.mark.parametrize(
    ("number", "ratio", "percent", "exact"),
    [
        (Fraction(43193, 43200), "43193/43200", "99.983796", "43193/43200"),
        (Fraction(86386, 86400), "43193/43200", "99.983796", "43193/43200"),
        (1, "1", "100.000000", "1"),
        (Fraction(1), "1", "100.000000", "1"),
        (0, "0", "0.000000", "0"),
        (Fraction(9995, 10_000), "1999/2000", "99.950000", "0.9995"),
        (Fraction(999_499_999_999, 10**12), "999499999999/1000000000000", "99.949999", "0.999499999999"),
        (Fraction(1, 3), "1/3", "33.333333", "1/3"),
        (Fraction(-1, 3), "-1/3", "-33.333333", "-1/3"),
        (Fraction(-1, 10**9), "-1/1000000000", "0.000000", "-0.000000001"),
        (Fraction(-5, 4), "-5/4", "-125.000000", "-1.25"),
        (Fraction(1, 10**13), "1/10000000000000", "0.000000", "1/10000000000000"),
        (250, "250", "25000.000000", "250"),
    ],
)
def test_shown(number: Exact, ratio: str, percent: str, exact: str) -> None:
    assert show_ratio(number) == ratio
    assert show_percent(number) == percent
    assert show_number(number) == exact


@given(st.integers(0, 10**6), st.integers(1, 10**6))
@law
def test_a_percentage_is_never_shown_above_what_it_is(part: int, rest: int) -> None:
    share = Fraction(part, part + rest)
    shown = Fraction(show_percent(share)) / 100
    assert shown <= share < shown + Fraction(1, 10**8)
    assert show_percent(share) != "100.000000"


@given(exacts)
@law
def test_an_exact_number_is_shown_exactly(number: Exact) -> None:
    assert Fraction(show_number(number)) == number
    assert Fraction(show_ratio(number)) == number


@pytest.mark.parametrize(
    ("microseconds", "expected"),
    [
        (0, 0),
        (420_000_000, 420),
        (60_000_001, "60.000001"),
        (500_000, "0.5"),
        (-1_500_000, "-1.5"),
        (Fraction(1_000_000), 1),
        (Fraction(1, 2), "0.0000005"),
        (Fraction(1, 3), "1/3000000"),
    ],
)
def test_show_seconds(microseconds: Exact, expected: int | str) -> None:
    assert show_seconds(microseconds) == expected
    assert type(show_seconds(microseconds)) is type(expected)


@pytest.mark.parametrize("text", ["9" * 31, "-" + "9" * 31, "9" * 40, "1" * 20 + "." + "1" * 11, "9" * 2_000])
def test_a_number_that_is_too_long_says_how_long_one_may_be(text: str) -> None:
    assert read_decimal(text) == "it has more than 30 digits"
