"""How kinds, places and quantities are said to a person."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sla_dsl.language import nodes as n
from sla_dsl.language import phrases
from sla_dsl.language.agreement import ValueType

MINUTE = 60_000_000


@pytest.mark.parametrize(
    ("amount", "kind", "currency", "words"),
    [
        (Fraction(999, 1000), "ratio", "", "99.9 %"),
        (1, "ratio", "", "100 %"),
        (Fraction(1, 3), "number", "", "1 divided by 3"),
        (Fraction(5, 2), "number", "", "2.5"),
        (125, "money", "EUR", "125 EUR"),
        (Fraction(101, 10), "money", "", "10.1"),
        (0, "elapsed", "", "0 s"),
        (4 * MINUTE + 22_000_000, "elapsed", "", "4 min 22 s"),
        (20 * MINUTE, "elapsed", "", "20 min"),
        (60 * MINUTE, "elapsed", "", "1 hour"),
        (49 * 60 * MINUTE + 500_000, "elapsed", "", "49 hours 0.5 s"),
        (-MINUTE, "elapsed", "", "minus 1 min"),
    ],
)
def test_quantities_are_shown_as_the_language_writes_them(
    amount: int | Fraction, kind: ValueType, currency: str, words: str
) -> None:
    assert phrases.quantity(amount, kind, currency) == words


def test_places_are_shown_as_they_are_written() -> None:
    assert phrases.place(n.Place("4.2", "Credits", (("paragraph", "2"), ("item", "1")))) == (
        '§ 4.2 "Credits" paragraph 2 item 1'
    )
    assert phrases.place(n.Place("", "Credits", ())) == '§ "Credits"'
    assert phrases.located(n.Place("7", "", ())) == "in § 7"
    assert phrases.located(None) == "before the first §"


def test_lists_read_as_a_person_writes_them() -> None:
    assert phrases.quoted(["A"]) == "'A'"
    assert phrases.quoted(["A", "B"]) == "'A' and 'B'"
    assert phrases.quoted(["A", "B", "C"], "or") == "'A', 'B' or 'C'"
    assert phrases.kinds(("value", "time")) == "a value or a set of time"
    assert phrases.listed([], "or") == ""
