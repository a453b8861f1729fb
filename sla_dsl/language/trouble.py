"""Where a sentence got stuck, and what could have stood there: what all explanations look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Span
from sla_dsl.language.reading import Stuck, taken
from sla_dsl.language.words import span_of
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from lark import Token

AHEAD = 3  # words after a mended place that must read on for the mending to be told


class Trouble(NamedTuple):
    """Where a sentence got stuck, its words, and the kinds of words that could have stood there."""

    stuck: Stuck
    words: list[Token]
    possible: frozenset[str]

    @property
    def word(self) -> Token:
        return self.words[self.stuck.at]

    @property
    def span(self) -> Span:
        return span_of(self.word)

    def kinds(self, start: int, count: int) -> list[str]:
        """The kinds of the words from `start` words after the one that was not taken."""
        at = self.stuck.at + start
        return [word.type for word in self.words[at : at + count]]

    def fits(self, *kinds: str, skip: int = 1, ahead: int = AHEAD) -> bool:
        """Whether words of these kinds, put in the place of `skip` words, let the sentence go on for a while."""
        following = self.kinds(skip, ahead)
        return taken(self.stuck, [*kinds, *following]) == len(kinds) + len(following)
