"""Words of a policy as lark's tokens: made, cut, and asked where they stand."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Span
from sla_dsl.language.grammar import parser

if TYPE_CHECKING:
    from lark import Token


def token(kind: str, text: str, start: int, end: int) -> Token:
    """A word that stands from `start` up to `end`; `text` is how it is read."""
    from lark import Token

    return Token(kind, text, start, 1, 1, 1, 1, end)


def relex(text: str, start: int) -> list[Token]:
    """The words of a piece of a text that stands at `start`."""
    return [
        token(word.type, str(word), start + (word.start_pos or 0), start + (word.end_pos or 0))
        for word in parser().lex(text)
    ]


def span_of(word: Token) -> Span:
    """Where a word stands."""
    return Span(word.start_pos or 0, word.end_pos or 0)


def touch(left: Token, right: Token) -> bool:
    """Whether nothing stands between two words."""
    return left.end_pos == right.start_pos


def quoted_code(words: list[Token]) -> Token | None:
    """The code of a finding, such as `row-never-applies`, with which these words begin, as a text in quotes."""
    letters = list(takewhile(lambda word: word == "-" or word.isalpha(), words))
    if len(letters) < 3 or letters[-1] == "-":
        return None
    return token("STRING", f'"{"".join(letters)}"', span_of(words[0]).start, span_of(letters[-1]).end)
