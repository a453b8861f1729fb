"""What a node holds is told as the policy writes it."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.details import literal_words, notice_words, rounding_words, row_words, within_words
from tests.evaluation.making import DAY, HOUR, MINUTE, SECOND, literal, node, tree_of

CALENDAR = {"words": "Business", "weekdays": [0], "hours": [0, DAY], "zone": "UTC", "countries": [], "dates": []}


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (("any", "", "0"), "announced or not"),
        (("elapsed", "more than", "0"), "announced before it starts"),
        (("elapsed", "at least", str(168 * HOUR)), "announced at least 168 hours before it starts"),
        (("elapsed", "at least", str(36 * HOUR)), "announced at least 36 hours before it starts"),
        (("days", "at least", "7"), "announced at least 7 days before it starts"),
        (("days", "more than", "1"), "announced more than 1 day before it starts"),
    ],
)
def test_notice(notice: tuple[str, str, str], words: str) -> None:
    assert notice_words(dict(zip(("kind", "comparison", "amount"), notice, strict=True))) == words


@pytest.mark.parametrize(
    ("kind", "unit", "mode", "words"),
    [
        ("elapsed", str(SECOND), "down", "rounded down to the second"),
        ("elapsed", str(HOUR), "up", "rounded up to the hour"),
        ("elapsed", str(DAY), "nearest", "rounded to the nearest day, halves to even"),
        ("elapsed", str(5 * MINUTE), "down", "rounded down to the 5 min"),
        ("money", "0", "nearest", "rounded to the nearest cent, halves to even"),
        ("ratio", "1/10000", "nearest", "rounded to the nearest 0.01 %, halves to even"),
        ("number", "1/2", "down", "rounded down to the 0.5"),
    ],
)
def test_rounding(kind: str, unit: str, mode: str, words: str) -> None:
    assert rounding_words(node("round", type=kind, unit=unit, mode=mode, halves="to even")) == words


@pytest.mark.parametrize(
    ("within", "words"),
    [
        (("days", 1, ""), "1 day"),
        (("days", 30, ""), "30 days"),
        (("business days", 1, "business"), "1 day of Business"),
        (("business days", 5, "business"), "5 days of Business"),
        (("elapsed", 90 * MINUTE, ""), "1 hour 30 min"),
        (("elapsed", 48 * HOUR, ""), "48 hours"),
        (("business", 48 * HOUR, "business"), "48 hours of Business"),
        (("business", 2 * HOUR, "business"), "2 hours of Business"),
    ],
)
def test_lengths_of_time_after_an_event(within: tuple[str, int, str], words: str) -> None:
    of = tree_of(calendars={"business": CALENDAR})
    assert within_words(of, dict(zip(("kind", "amount", "calendar"), within, strict=True))) == words


def test_rows_take_their_cells_in_turn() -> None:
    made = node("table", type="ratio", pick="one", rows=[["at least", "less than"], ["exactly"], ["more than"]])
    assert row_words(made, ["1", "2", "5 %", "3", "6 %", "4", "7 %"]) == [
        "at least 1 but less than 2 gives 5 %",
        "exactly 3 gives 6 %",
        "more than 4 gives 7 %",
    ]


def test_literals() -> None:
    assert literal_words(literal("262000000", "elapsed")) == "4 min 22 s"
    assert literal_words(literal("7/2", "number")) == "3.5"
