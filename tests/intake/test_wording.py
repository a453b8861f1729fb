"""Lengths and places in questions: roughly, and never more than one needs to find the record."""

from __future__ import annotations

import pytest

from sla_dsl.intake.wording import first_at, roughly
from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (0, "less than a second"),
        (SECOND - 1, "less than a second"),
        (59 * SECOND, "59 s"),
        (MINUTE, "1 min"),
        (HOUR + MINUTE + SECOND, "1 h 1 min"),
        (2 * DAY + 3 * SECOND, "2 d 3 s"),
    ],
)
def test_a_length_has_its_two_largest_units(length: int, words: str) -> None:
    assert roughly(length) == words


def test_one_record_is_named_by_its_place_and_several_by_their_number_and_the_first() -> None:
    assert first_at(1, "rows", "a.csv, line 2") == "a.csv, line 2"
    assert first_at(1_200, "rows", "a.csv, line 2") == "1,200 rows, the first at a.csv, line 2"
