"""What stands in a cell of a spreadsheet: text that no program runs, and numbers that it holds exactly."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.reporting.model import Figure, Moment
from sla_dsl.values.elapsed import SECOND
from sla_dsl.values.exact import Exact
from sla_dsl.values.numbers import show_number, show_percent

Cell = str | int | Figure | Moment | dt.date | None

MOST_DIGITS = 15
"""A spreadsheet keeps so many digits of a number and changes the rest: a longer one is written as text."""

LONGEST = 32_000
"""Letters of a cell; a spreadsheet takes a few more, and refuses the whole file where there are too many."""

_FORMULA = re.compile(r"[\s\"'`]*[=+\-@\t\r＝＋－＠]")


def harmless(text: str) -> str:
    """A text that a spreadsheet does not take for a formula: with `'` before what begins like one."""
    plain = shown(text)
    cut = plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
    return f"'{cut}" if _FORMULA.match(text) else cut


def in_units(figure: Figure) -> Exact | None:
    """The number of a figure as a spreadsheet shows it: times in seconds, shares of 1, money in whole units."""
    if figure.exact is None:
        return None
    return Fraction(figure.exact) / SECOND if figure.unit == "elapsed" else figure.exact


def exact_decimal(number: Exact) -> Decimal | None:
    """The number as a decimal that a spreadsheet holds without changing it; None where there is none."""
    text = show_number(number)
    digits = text.lstrip("-0.").replace(".", "")
    return None if "/" in text or len(digits) > MOST_DIGITS else Decimal(text)


def plain_text(cell: Cell) -> str:
    """A cell as text, to be read by people and by programs; a share is in percent, cut after six places."""
    match cell:
        case None:
            return ""
        case Figure():
            return _figure_text(cell)
        case Moment():
            return cell.words
        case dt.date():
            return cell.isoformat()
        case int():
            return str(cell)
        case str():
            return harmless(cell)
        case _:
            assert_never(cell)


def _figure_text(figure: Figure) -> str:
    number = in_units(figure)
    if number is None:
        return harmless(figure.words)
    if figure.unit == "ratio":
        return show_percent(number).rstrip("0").rstrip(".")
    found = exact_decimal(number)
    return harmless(figure.words) if found is None else show_number(number)
