"""The capital of a sentence's first word."""

from __future__ import annotations

import pytest

from sla_dsl.language.first_words import FIRST_WORDS
from sla_dsl.language.lexing import Words, lex


def kinds(text: str) -> list[tuple[str, str]]:
    found = lex(text)
    assert isinstance(found, Words)
    return [(word.type, str(word)) for word in found.tokens]


@pytest.mark.parametrize("word", FIRST_WORDS)
@pytest.mark.parametrize(
    "before", ["", "Fee. ", '§ "Title" ', "§ 4.2(a) ", '§ "Title" paragraph 2 ', 'set aside, because "x": ']
)
def test_the_first_word_of_a_sentence_is_read_small(word: str, before: str) -> None:
    assert kinds(f"{before}{word} x")[-2] == (word.upper(), word.lower())


@pytest.mark.parametrize("word", FIRST_WORDS)
@pytest.mark.parametrize("before", ["x ", "x, ", "x: ", "5 ", '"x" ', "1: "])
def test_elsewhere_it_is_a_name(word: str, before: str) -> None:
    assert kinds(f"Fee {before}{word}")[-1] == ("NAME", word)


def test_the_name_after_it_is_a_word_of_its_own() -> None:
    found = lex("The  Monthly Fee is")
    assert isinstance(found, Words)
    assert [(str(word), word.start_pos, word.end_pos) for word in found.tokens] == [
        ("the", 0, 3),
        ("Monthly Fee", 5, 16),
        ("is", 17, 19),
    ]


def test_other_names_keep_their_capitals() -> None:
    assert kinds("Timely Fee is")[0] == ("NAME", "Timely Fee")
    assert kinds("Another is")[0] == ("NAME", "Another")
    assert kinds("Time-Out is")[0] == ("NAME", "Time-Out")


def test_lower_case_is_as_good() -> None:
    assert kinds("the time zone") == kinds("The time zone")
