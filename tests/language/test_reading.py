"""One sentence through the parser, and what is known where it gets stuck."""

from __future__ import annotations

import pytest
from lark import Tree

from sla_dsl.language.cutting import Kind
from sla_dsl.language.lexing import Words, lex
from sla_dsl.language.reading import Stuck, expected, read, taken


def outcome(text: str, kind: Kind = "sentence") -> Stuck:
    found = lex(text)
    assert isinstance(found, Words)
    stuck = read(kind, found.tokens)
    assert isinstance(stuck, Stuck)
    return stuck


def test_a_sentence_that_can_be_read_is_a_tree() -> None:
    found = lex("The time zone is UTC.")
    assert isinstance(found, Words)
    assert isinstance(read("sentence", found.tokens), Tree)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("foo", 0),
        ("The foo", 1),
        ("Rebate is limited to .", 4),
        ("Rebate is limited to 5 EUR", 6),
        ("Rebate is limited to 5 EUR. The", 7),
        ("Rebate is a credit on 5 EUR of", 7),
    ],
)
def test_it_gets_stuck_at_the_first_word_that_cannot_stand_there(text: str, at: int) -> None:
    assert outcome(text).at == at


def test_what_could_stand_there_is_what_could_before_the_word_was_seen() -> None:
    """The parser may act on a word before it refuses it; what it did then must not hide a choice."""
    assert {"PLUS", "BUT", "DOT", "ASSUMING", "COMMA"} <= expected(outcome("Rebate is limited to Fee Fee2 of"))


def test_nothing_is_expected_that_would_not_be_taken() -> None:
    stuck = outcome("Rebate is due only if Uptime is foo")
    assert expected(stuck) == {"LESS", "AT", "MORE", "EXACTLY"}
    assert all(taken(stuck, [kind]) == 1 for kind in expected(stuck))
    assert taken(stuck, ["IS"]) == 0


def test_words_are_taken_as_far_as_they_go() -> None:
    stuck = outcome("The provider guarantees Uptime")
    assert taken(stuck, ["THAT", "NAME", "IS", "AT", "LEAST", "NUMBER", "PERCENT", "DOT"]) == 8
    assert taken(stuck, ["THAT", "NAME", "NAME", "IS"]) == 2


def test_looking_on_changes_nothing() -> None:
    stuck = outcome("The provider guarantees Uptime")
    before = stuck.states
    taken(stuck, ["THAT", "NAME"])
    assert stuck.states == before
    assert expected(stuck) == {"AS", "THAT"}


def test_places_and_heads_are_read_in_the_same_way() -> None:
    assert expected(outcome("§", "place")) == {"STRING"}
    assert expected(outcome('agreement "x" foo', "agreement")) == {"IN", "COMMA", "DOT"}


def test_nothing_is_listed_far_inside_brackets() -> None:
    assert expected(outcome("Rebate is limited to " + "(" * 1_000)) == frozenset()
    assert expected(outcome("Rebate is limited to " + "(" * 100)) != frozenset()
