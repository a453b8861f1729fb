"""Which word was probably meant."""

from __future__ import annotations

import pytest

from sla_dsl.language.grammar import keywords
from sla_dsl.language.meant import _INSTEAD, lowered, meant_by


@pytest.mark.parametrize(
    ("written", "possible", "meant"),
    [
        ("tme", ["time", "the"], "time"),
        ("calender", ["calendar", "each"], "calendar"),
        ("garantees", ["guarantees"], "guarantees"),
        ("minutes", ["s", "min", "hours"], "min"),
        ("minutes", ["second", "minute"], "minute"),
        ("percent", ["%", "of"], "%"),
        ("below", ["less", "at"], "less than"),
        ("equals", ["is", "holds"], "is exactly"),
        ("and", [",", "or"], "or"),
        ("or", [",", "and"], "and"),
    ],
)
def test_a_word_that_could_stand_there_is_found(written: str, possible: list[str], meant: str) -> None:
    assert meant_by(written, possible) == meant


@pytest.mark.parametrize(
    ("written", "possible"), [("foo", ["bar"]), ("minutes", ["is"]), ("ab", ["abc"]), ("x" * 5_000, ["x"])]
)
def test_a_word_that_is_not_alike_is_not(written: str, possible: list[str]) -> None:
    assert meant_by(written, possible) == ""


def test_what_is_said_instead_is_in_the_language() -> None:
    said = [word for instead in _INSTEAD.values() for phrase in instead for word in phrase.split()]
    assert set(said) <= set(keywords())


def test_a_name_is_written_small() -> None:
    assert lowered("The  Time\nZone") == "the time zone"
