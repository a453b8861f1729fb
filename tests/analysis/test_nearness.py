"""What is just beside an edge: the nearest value on that side that the policy can tell apart."""

from __future__ import annotations

import pytest

from tests.analysis.covering import example, outage, reached
from tests.analysis.making import CREDIT, DOWNTIME, PROMISE

ROUNDED = PROMISE + "The total of Downtime is rounded to the nearest minute, halves up.\n"
# 0.1 % of the 30 days of April is 43 min 12 s.


def edges(text: str, until: str, expect: str) -> set[str]:
    return set(reached(text + example(outage("10:00", until), expect), "edge"))


@pytest.mark.parametrize(
    ("until", "verdict", "found"),
    [
        ("10:43:12", "met", {"Uptime exactly 99.9 %"}),
        ("10:43:13", "missed", {"Uptime just below 99.9 %"}),
        ("10:43:12.000001", "missed", {"Uptime just below 99.9 %"}),
        ("10:43:11", "met", {"Uptime just above 99.9 %"}),
        ("10:43:13.000001", "missed", set()),
        ("10:43:14", "missed", set()),
        ("10:43:10", "met", set()),
        ("10:44", "missed", set()),
    ],
)
def test_without_rounding_it_is_a_second(until: str, verdict: str, found: set[str]) -> None:
    assert edges(PROMISE, until, f"Uptime is {verdict}") == found


@pytest.mark.parametrize(
    ("until", "verdict", "found"),
    [
        ("10:43:20", "met", {"Uptime just above 99.9 %"}),
        ("10:44:10", "missed", {"Uptime just below 99.9 %"}),
        ("10:45", "missed", set()),
        ("10:42", "met", set()),
    ],
)
def test_with_rounding_it_is_the_rounding_unit(until: str, verdict: str, found: set[str]) -> None:
    assert edges(ROUNDED, until, f"Uptime is {verdict}") == found


def test_the_length_of_the_period_moves_the_edge() -> None:
    march = outage("10:00", "10:44:39").replace("2026-04", "2026-03")
    text = PROMISE + example(march, "Uptime is missed", period="2026-03")
    assert set(reached(text, "edge")) == {"Uptime just below 99.9 %"}
    # March has 31 days: 44 min 38.4 s.


def test_a_number_that_no_single_outage_moves_there_is_near_at_one() -> None:
    text = (
        DOWNTIME
        + "Each incident of Downtime is an outage of its own.\n"
        + "The provider guarantees as Calm that the number of outages of Downtime is at most 2.\n"
    )
    for number, side in ((1, "just below"), (2, "exactly"), (3, "just above")):
        given = ", ".join(outage(f"{10 + k}:00", f"{10 + k}:30") for k in range(number))
        found = reached(text + example(given, f"Calm is {'met' if number < 3 else 'missed'}"), "edge")
        assert [words.split(" 2")[0].endswith(side) for words in found] == [True]


@pytest.mark.parametrize(
    ("fee", "side"), [("9.98", "just below"), ("10", "exactly"), ("10.02", "just above"), ("9.96", ""), ("10.04", "")]
)
def test_money_is_near_at_a_cent(fee: str, side: str) -> None:
    given = f"Monthly Fee of {fee} EUR, {outage('08:00', '18:00')}"
    amount = "due" if side in ("exactly", "just above") or fee == "10.04" else "not eligible"
    text = CREDIT + "Rebate is paid only if it is at least 5 EUR.\n" + example(given, f"Rebate is {amount}")
    assert [words for words in reached(text, "edge") if "EUR" in words] == (
        [words for words in reached(text, "edge") if f"{side} 5.00 EUR" in words] if side else []
    )
    assert not side or any(f"{side} 5.00 EUR" in words for words in reached(text, "edge"))
