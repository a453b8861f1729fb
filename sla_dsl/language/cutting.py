"""The words of a policy, cut into its head, its places and its sentences.

A full stop ends a sentence, and so does the § of the next clause: whatever is wrong in one, the next is read
from its beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sla_dsl.language.first_words import PART_WORDS
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from lark import Token

Kind = Literal["agreement", "place", "sentence"]


class Piece(NamedTuple):
    """The words of one place or one sentence, with its full stop if it has one."""

    kind: Kind
    words: list[Token]


def cut(words: list[Token]) -> list[Piece]:
    """The pieces in order; every word is in one of them."""
    pieces: list[Piece] = []
    start = 0
    while start < len(words):
        if words[start].type.startswith("SECTION"):
            end = _end_of_place(words, start)
            pieces.append(Piece("place", words[start:end]))
        else:
            end = _end_of_sentence(words, start)
            pieces.append(Piece("agreement" if words[start].type == "AGREEMENT" else "sentence", words[start:end]))
        start = end
    return pieces


def _end_of_sentence(words: list[Token], start: int) -> int:
    for place in range(start, len(words)):
        if words[place].type == "DOT":
            return place + 1
        if words[place].type.startswith("SECTION"):
            return place
    return len(words)


def _end_of_place(words: list[Token], start: int) -> int:
    end = start + 1
    while _kind(words, end) == "STRING":
        end += 1
    while _names_part(words, end):
        end += 2 if _kind(words, end + 1) in ("NUMBER", "NOT_A_WORD") else 1
    return end + 1 if _kind(words, end) == "DOT" else end


def _names_part(words: list[Token], place: int) -> bool:
    """Whether `paragraph`, or an unknown word and a number, stand there: no sentence begins so."""
    if place < len(words) and words[place] in PART_WORDS:
        return True
    return _kind(words, place) == "WORD" and _kind(words, place + 1) == "NUMBER"


def _kind(words: list[Token], place: int) -> str:
    return words[place].type if place < len(words) else ""
