"""One field from a text: what it holds, or what is wrong with it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evidence import limits
from sla_dsl.evidence.fields import KINDS
from sla_dsl.evidence.scalars import (
    READERS,
    is_damaged,
    read_amount,
    read_currency,
    read_moment,
    read_period_name,
    read_rate,
    read_text,
)
from sla_dsl.evidence.wrong import Wrong
from tests.evidence.making import check_words


def code(result: Any) -> str:
    """The code of what is wrong, after a look at its words."""
    assert isinstance(result, Wrong), result
    finding = result.at("here")
    check_words(finding)
    assert finding.field == "here"
    return finding.code


@pytest.mark.parametrize(
    "text", ["007", "1e5", "NULL", "null", " a ", "é", "日本", "a\tb", "=cmd()", "<script>", "a\0b", "{0}"]
)
def test_t19_t17_a_text_is_kept_as_it_is(text: str) -> None:
    assert read_text(text) == text


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u3000"])
def test_t19_an_empty_text_is_refused_everywhere(text: str) -> None:
    for kind in KINDS:
        for field in kind.fields:
            if field.type != "references":
                assert code(READERS[field.type](text)) == "empty-text"


def test_t17_a_text_is_bounded() -> None:
    assert read_text("x" * limits.TEXT_LENGTH) == "x" * limits.TEXT_LENGTH
    assert code(read_text("x" * (limits.TEXT_LENGTH + 1))) == "value-too-long"
    assert code(read_text("é" * 10_000_000)) == "value-too-long"


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "é\udc00"])
def test_half_a_character_is_refused(text: str) -> None:
    assert is_damaged(text)
    assert code(read_text(text)) == "damaged-text"


@pytest.mark.parametrize(
    "text",
    ["1970-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00", "1969-12-31T23:00:00-01:00", "1970-01-01t00:00:00.000000z"],
)
def test_t09_instants_are_microseconds(text: str) -> None:
    expected = 0 if not text.startswith("1969") else None
    result = read_moment(text)
    assert result == expected if expected is not None else code(result) == "bad-instant"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2026-03-04T10:00:60Z", id="T07-leap-second"),
        pytest.param("2026-03-04T24:00:00Z", id="T07-24:00"),
        pytest.param("2026-03-04T10:00:00-00:00", id="T07-unknown-offset"),
        pytest.param("2026-W10-3T10:00:00Z", id="T07-week-date"),
        pytest.param("2026-063T10:00:00Z", id="T07-ordinal-date"),
        pytest.param("2026-03-04T10:00:00.1234567Z", id="T08-seven-digits"),
        pytest.param("0000-03-04T10:00:00Z", id="T09-year-0"),
        pytest.param("1969-03-04T10:00:00Z", id="T09-1969"),
        pytest.param("2201-03-04T10:00:00Z", id="T09-2201"),
        pytest.param("9999-12-31T23:59:59Z", id="T09-9999"),
        pytest.param("10000-03-04T10:00:00Z", id="T09-10000"),
        pytest.param("2026-03-04T10:00:00+00:60", id="T09-+00:60"),
        pytest.param("2026-03-04T10:00:00+99:00", id="T09-+99:00"),
        pytest.param("02/03/2024", id="T10-which-month"),
        pytest.param("02/03/2024 10:00", id="T10-which-month-with-time"),
        pytest.param("2026-03-04 10:00:00Z", id="blank"),
        pytest.param("2026-02-30T10:00:00Z", id="no-such-day"),
        pytest.param("٢٠٢٦-03-04T10:00:00Z", id="other-digits"),
        pytest.param("2026-03-04", id="date"),
        pytest.param("now", id="word"),
        pytest.param("x" * 1_000_000, id="long"),
    ],
)
def test_odd_instants_are_refused(text: str) -> None:
    assert code(read_moment(text)) == "bad-instant"


@pytest.mark.parametrize("text", ["2026-03-04T10:00:00", "2026-03-04T10:00:00.5"])
def test_t05_an_instant_without_offset_has_a_finding_of_its_own(text: str) -> None:
    assert code(read_moment(text)) == "no-offset"


def test_what_to_do_about_an_instant_is_in_the_repair() -> None:
    result = read_moment("2026-W10-3T10:00:00Z")
    assert isinstance(result, Wrong)
    finding = result.at("start")
    assert finding.message == '"2026-W10-3T10:00:00Z" cannot be read as a date and time: it counts weeks.'
    assert finding.repair == "Write for example 2026-03-04T10:00:00+01:00."


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("900.00", 900),
        ("0", 0),
        ("0.00", 0),
        ("0.0909", Fraction(909, 10000)),
        ("007.50", Fraction(15, 2)),
        ("9" * 30, 10**30 - 1),
    ],
)
def test_amounts_are_exact(text: str, amount: Fraction | int) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "1,5",
        "1.000,00",
        "1,000",
        "1e5",
        "1e1000000",
        "+5",
        ".5",
        "5.",
        "1_000",
        "NaN",
        "inf",
        "0x10",
        " 5",
        "5 EUR",
        "٥",
        "9" * 31,
        "0." + "1" * 13,
        "9" * 5000,
    ],
)
def test_odd_amounts_are_refused(text: str) -> None:
    assert code(read_amount(text)) == "bad-amount"
    assert code(read_rate(text)) == "bad-amount"


def test_an_amount_with_a_comma_is_told_of_the_point() -> None:
    result = read_amount("1,5")
    assert isinstance(result, Wrong)
    assert "comma" in result.at("").message
    assert "point" in result.at("").repair


@pytest.mark.parametrize("text", ["-5", "-0.01", "-0", "-0.00"])
def test_an_amount_is_not_negative(text: str) -> None:
    assert code(read_amount(text)) == "negative-amount"


@pytest.mark.parametrize("text", ["0", "0.000", "-1", "-0"])
def test_a_rate_is_greater_than_zero(text: str) -> None:
    assert code(read_rate(text)) == "zero-rate"


def test_a_rate_is_exact() -> None:
    assert read_rate("1.0837") == Fraction(10837, 10000)


@pytest.mark.parametrize("text", ["EUR", "USD", "JPY", "BHD"])
def test_currencies(text: str) -> None:
    assert read_currency(text) == text


@pytest.mark.parametrize("text", ["eur", "EU", "EURO", "€", "E R", "ZZZ", "EUR ", "EUR\n", "ＥＵＲ"])
def test_odd_currencies_are_refused(text: str) -> None:
    assert code(read_currency(text)) == "bad-currency"


@pytest.mark.parametrize("text", ["2026-03", "2026-12", "2026-Q1", "2026-Q4", "2026", "1970", "2200-12"])
def test_periods_of_each_kind(text: str) -> None:
    assert read_period_name(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "2026-13",
        "2026-00",
        "2026-3",
        "2026-Q5",
        "2026-Q0",
        "2026-q1",
        "26-03",
        "1969",
        "2201",
        "2026-03-01",
        "March",
        "2026-03\n",
        "٢٠٢٦",
        "x" * 5000,
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert code(read_period_name(text)) == "bad-period"


def test_a_text_is_no_list_of_incidents() -> None:
    assert code(READERS["references"]("INC-1")) == "not-a-list"
