"""The first word of a sentence may have a capital: here it becomes the word of the language that it is.

The lexer takes `The` for a name, and `The Time` for a name of two words; where a sentence begins, the first
of the closed list is split off and written small.  So none of them can begin a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_dsl.language.grammar import keywords
from sla_dsl.language.words import token

if TYPE_CHECKING:
    from lark import Token

FIRST_WORDS = ("Agreement", "The", "An", "A", "Time", "Each", "Incidents", "Nothing", "Example", "Set")
PART_WORDS = frozenset({"paragraph", "item", "sentence", "note", "row", "point", "line"})


def with_first_words(words: list[Token]) -> list[Token]:
    """The same words, each sentence beginning with the word that the grammar knows."""
    found: list[Token] = []
    at_start, in_place, before = True, False, ""
    for word in words:
        found.extend(first_word(word) if at_start and word.type == "NAME" else (word,))
        in_place = word.type.startswith("SECTION") or (in_place and _belongs_to_place(word))
        # The only colon after a text is that of `set aside, because "…":`.
        at_start = in_place or word.type == "DOT" or (word.type == "COLON" and before == "STRING")
        before = word.type
    return found


def _belongs_to_place(word: Token) -> bool:
    return word.type in ("STRING", "NUMBER") or word in PART_WORDS


def first_word(word: Token) -> list[Token]:
    """A name as it reads at the start of a sentence: a first word and the name that may follow, or as it is."""
    text = word.split(maxsplit=1)[0]
    if text not in FIRST_WORDS:
        return [word]
    start, end = word.start_pos or 0, word.end_pos or 0
    first = token(keywords()[text.lower()], text.lower(), start, start + len(text))
    rest = word[len(text) :].lstrip()
    return [first, token("NAME", rest, end - len(rest), end)] if rest else [first]
