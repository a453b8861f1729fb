"""Cells of spreadsheets: no formula that somebody else wrote, and no number that is not the one that was found."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from sla_dsl.faces.reporting.cells import LONGEST, Cell, exact_decimal, harmless, plain_text
from sla_dsl.faces.reporting.model import Figure, Moment


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        '"=1',
        "'=1",
        "\n=1",
        "＝1",
        "-",
        '=HYPERLINK("https://example.com","x")',
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text).startswith("'")
    assert len(harmless(text)) > len(text)


@pytest.mark.parametrize("text", ["", "INC-1", "a = b", "99 %", "— none", "§ 1", "(=1)"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_what_does_not_print_is_written_out() -> None:
    assert harmless("a\x1b[2Jb\x00\u202e") == "a\\x1b[2Jb\\x00\\u202e"


def test_a_text_that_no_cell_holds_is_cut() -> None:
    assert harmless("x" * (LONGEST + 1)) == "x" * LONGEST + "…"


@pytest.mark.parametrize(
    ("number", "decimal"),
    [
        (0, "0"),
        (45, "45"),
        (Fraction(9, 2), "4.5"),
        (Fraction(1, 3), None),
        (123_456_789_012_345, "123456789012345"),
        (1_234_567_890_123_456, None),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(-1, 8), "-0.125"),
    ],
)
def test_numbers_that_a_spreadsheet_would_change_are_none(number: int | Fraction, decimal: str | None) -> None:
    assert exact_decimal(number) == (None if decimal is None else Decimal(decimal))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (3, "3"),
        ("=x", "'=x"),
        (dt.date(2026, 3, 4), "2026-03-04"),
        (Moment(0, "1970-01-01 01:00", dt.datetime.fromisoformat("1970-01-01T01:00")), "1970-01-01 01:00"),
        (Figure("1 min 30.5 s", 90_500_000, "elapsed"), "90.5"),
        (Figure("10 %", Fraction(1, 10), "ratio"), "10"),
        (Figure("98.981481… %", Fraction(1069, 1080), "ratio"), "98.981481"),
        (Figure("45.00 EUR", Fraction(45), "EUR"), "45"),
        (Figure("1/3 EUR", Fraction(1, 3), "EUR"), "1/3 EUR"),
        (Figure("-3 JPY", -3, "JPY"), "-3"),
        (Figure("somewhere from 1 to 2", None, "number"), "somewhere from 1 to 2"),
        (Figure("●●●", None, "money"), "●●●"),
    ],
)
def test_cells_as_text(cell: Cell, text: str) -> None:
    assert plain_text(cell) == text
