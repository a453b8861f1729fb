"""A full stop that was lost between two sentences: where it belongs.

Where a sentence gets stuck, the full stop may be missing right there, or inside the name before, for two names
without a full stop between them read as one: `… as Downtime` and `Rebate is …`.  It is taken to be missing
where a sentence could end and what follows reads on as a new one, further than with any other sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sla_dsl.language.first_words import first_word
from sla_dsl.language.reading import Stuck, expected, read, taken
from sla_dsl.language.words import span_of, token
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from lark import Token

_LOOKED_AT = 40  # words of what follows; a sentence that is read so far is one
_LEAST = 2  # words, from the one that was not taken on, that must read as a sentence


class Cut(NamedTuple):
    """The words of a sentence that lacks its full stop; those with which the next one begins, and where it goes on.

    All the rest of a policy may follow a full stop that was lost: so what follows is not copied.
    """

    head: list[Token]
    begins: list[Token]
    goes_on: int


class _Place(NamedTuple):
    """A place for a cut: what the words before it end with, and what those after it begin with."""

    left: list[Token]
    right: list[Token]


def lost_full_stop(stuck: Stuck, words: list[Token]) -> Cut | None:
    """Where the sentence that got stuck must be cut in two, if it must."""
    if stuck.kind == "place" or not 0 < stuck.at < len(words):
        return None
    # A part of a name leads to where the whole name does, so one look tells for all cuts whether one could end.
    if "DOT" not in expected(stuck):
        return None
    places = _places(words[stuck.at - 1], words[stuck.at])
    following = words[stuck.at + 1 : stuck.at + _LOOKED_AT]
    reached = [(_reach([*it.right, *following]) - (len(it.right) - 1), -number) for number, it in enumerate(places)]
    farthest, number = max(reached)
    if farthest < max(_LEAST, _reach_with_comma(stuck, words)):
        return None
    left, right = places[-number]
    return Cut([*words[: stuck.at - 1], *left], right, stuck.at + 1)


def _places(before: Token, word: Token) -> list[_Place]:
    """Before the word that was not taken, and at each blank of the name before it, line breaks first."""
    places = [_Place([before], first_word(word) if word.type == "NAME" else [word])]
    if before.type == "NAME":
        blanks = sorted(re.finditer(r"\s+", before), key=lambda blank: "\n" not in blank[0])
        places += [_inside(before, blank, word) for blank in blanks]
    return places


def _inside(name: Token, blank: re.Match[str], word: Token) -> _Place:
    start, end = span_of(name)
    left = token("NAME", name[: blank.start()], start, start + blank.start())
    right = token("NAME", name[blank.end() :], start + blank.end(), end)
    return _Place([left], [*first_word(right), word])


def _reach(tail: list[Token]) -> int:
    """How many words of what follows read as a sentence."""
    outcome = read("sentence", tail[:_LOOKED_AT])
    return outcome.at if isinstance(outcome, Stuck) else _LOOKED_AT


def _reach_with_comma(stuck: Stuck, words: list[Token]) -> int:
    following = [word.type for word in words[stuck.at : stuck.at + _LOOKED_AT]]
    return taken(stuck, ["COMMA", *following]) - 1
