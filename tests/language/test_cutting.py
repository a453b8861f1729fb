"""A policy cut into its head, its places and its sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.language.cutting import cut
from sla_dsl.language.lexing import Words, lex


def pieces(text: str) -> list[tuple[str, str]]:
    found = lex(text)
    assert isinstance(found, Words)
    return [(piece.kind, " ".join(piece.words)) for piece in cut(found.tokens)]


def test_a_full_stop_ends_a_sentence() -> None:
    assert pieces('Agreement "x". Fee is. Bar is') == [
        ("agreement", 'agreement "x" .'),
        ("sentence", "Fee is ."),
        ("sentence", "Bar is"),
    ]


def test_so_does_the_next_clause() -> None:
    assert pieces('Fee is § 4 Bar is ## "x" Baz') == [
        ("sentence", "Fee is"),
        ("place", "§ 4"),
        ("sentence", "Bar is"),
        ("place", '## "x"'),
        ("sentence", "Baz"),
    ]


def test_a_place_takes_its_title_and_its_parts() -> None:
    assert pieces('§ 4.2(a) "x" paragraph 2 sentence 1 The fee.') == [
        ("place", '§ 4.2(a) "x" paragraph 2 sentence 1'),
        ("sentence", "the fee ."),
    ]


def test_a_place_takes_what_can_begin_no_sentence() -> None:
    assert pieces('§ "x" page 2 Fee')[0] == ("place", '§ "x" page 2')
    assert pieces('§ "x" "y" Fee')[0] == ("place", '§ "x" "y"')
    assert pieces('§ "x". Fee')[0] == ("place", '§ "x" .')
    assert pieces('§ "x" item Fee')[0] == ("place", '§ "x" item')


def test_two_places_in_a_row() -> None:
    assert pieces("§ 1 § 2") == [("place", "§ 1"), ("place", "§ 2")]


@given(st.lists(st.sampled_from(["§", '"x"', ".", "Fee", "item", "2", "the", "agreement", "foo"]), max_size=20))
def test_every_word_is_in_one_piece(words: list[str]) -> None:
    found = lex(" ".join(words))
    assert isinstance(found, Words)
    cut_up = cut(found.tokens)
    assert [word for piece in cut_up for word in piece.words] == found.tokens
    assert all(piece.words for piece in cut_up)
