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
    """The words of a sentence that lacks its full stop, and the words after it."""

    head: list[Token]
    tail: list[Token]


def lost_full_stop(stuck: Stuck, words: list[Token]) -> Cut | None:
    """Where the sentence that got stuck must be cut in two, if it must."""
    if stuck.kind == "place" or not 0 < stuck.at < len(words):
        return None
    # A part of a name leads to where the whole name does, so one look tells for all cuts whether one could end.
    if "DOT" not in expected(stuck):
        return None
    cuts = _cuts(stuck, words)
    rest = len(words) - stuck.at
    reached = [(_reach(cut.tail) - (len(cut.tail) - rest), -place) for place, cut in enumerate(cuts)]
    farthest, place = max(reached)
    return cuts[-place] if farthest >= max(_LEAST, _reach_with_comma(stuck, words)) else None


def _cuts(stuck: Stuck, words: list[Token]) -> list[Cut]:
    """Before the word that was not taken, and at each blank of the name before it, line breaks first."""
    before, rest = words[: stuck.at], words[stuck.at :]
    cuts = [Cut(before, [*first_word(rest[0]), *rest[1:]] if rest[0].type == "NAME" else rest)]
    name = before[-1]
    if name.type == "NAME":
        blanks = sorted(re.finditer(r"\s+", name), key=lambda blank: "\n" not in blank[0])
        cuts += [_inside(before[:-1], name, blank, rest) for blank in blanks]
    return cuts


def _inside(before: list[Token], name: Token, blank: re.Match[str], rest: list[Token]) -> Cut:
    start, end = span_of(name)
    left = token("NAME", name[: blank.start()], start, start + blank.start())
    right = token("NAME", name[blank.end() :], start + blank.end(), end)
    return Cut([*before, left], [*first_word(right), *rest])


def _reach(tail: list[Token]) -> int:
    """How many words of what follows read as a sentence."""
    outcome = read("sentence", tail[:_LOOKED_AT])
    return outcome.at if isinstance(outcome, Stuck) else _LOOKED_AT


def _reach_with_comma(stuck: Stuck, words: list[Token]) -> int:
    following = [word.type for word in words[stuck.at : stuck.at + _LOOKED_AT]]
    return taken(stuck, ["COMMA", *following]) - 1
