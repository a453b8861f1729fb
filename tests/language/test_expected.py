"""What could stand at a place, in words that a person knows."""

from __future__ import annotations

import pytest

from sla_dsl.language.expected import phrase, phrases
from sla_dsl.language.grammar import keywords, parser

NOT_SAID = {"WORD", "OPEN_TEXT", "NOT_A_WORD", "NOT_A_SIGN"}
TERMINALS = sorted(
    {t.name for t in parser().terminals}
    - NOT_SAID
    - set(parser().ignore_tokens if hasattr(parser(), "ignore_tokens") else [])
)


@pytest.mark.parametrize("terminal", [name for name in TERMINALS if not name.startswith("__IGNORE")])
def test_each_kind_of_word_has_a_phrase_that_is_no_kind_of_word(terminal: str) -> None:
    said = phrase(terminal)
    assert said != terminal
    assert "__" not in said
    assert terminal not in said


def kinds(*words: str) -> set[str]:
    return {keywords().get(word, word) for word in words}


def test_what_belongs_together_is_said_together() -> None:
    assert phrases(kinds("at", "less", "more", "exactly")) == [
        "'at least', 'at most', 'less than', 'more than' or 'exactly'"
    ]
    assert phrases(kinds("s", "min", "hour", "hours", "day", "days")) == ["a unit (s, min, hours, days)"]
    assert phrases(kinds("NUMBER", "NAME", "(", "the")) == ["a value such as 99.9 %, 30 min or Monthly Fee"]


def test_the_likeliest_comes_first_and_only_a_few_are_said() -> None:
    said = phrases(kinds(".", "is", "NAME", "of", "on", "at", "to", "by", "in"))
    assert said[:2] == ["a full stop", "a name with a capital letter"]
    assert len(said) == 6


def test_what_is_always_possible_is_said_only_where_nothing_else_is() -> None:
    assert phrases(kinds("plus", "minus", "assuming", ".")) == ["a full stop"]
    assert phrases(kinds("assuming")) == ["'assuming'"]


def test_nothing_is_nothing() -> None:
    assert phrases(set()) == []
