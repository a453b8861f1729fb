"""One sentence through the parser: its tree, or where it got stuck and what could have stood there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from sla_dsl.language.cutting import Kind
from sla_dsl.language.grammar import parser
from sla_dsl.language.words import token
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from lark import Token, Tree
    from lark.parsers.lalr_interactive_parser import InteractiveParser

_DEEPEST = 500  # states: beyond them nobody is helped by a list of what could stand there


class Stuck(NamedTuple):
    """The parser took the words before `at` and not the one there; at their end, it wanted more."""

    kind: Kind
    at: int
    states: tuple[int, ...]


def read(kind: Kind, words: Sequence[Token], closing: Sequence[Token] = ()) -> Tree[Token] | Stuck:
    """The tree of a place or a sentence; `closing` is the full stop that its words lack.

    Never recurses, and takes time in proportion to the words that are taken.
    """
    from lark.exceptions import UnexpectedToken

    reader = parser().parse_interactive(start=kind)
    taken = 0
    try:
        for word in chain(words, closing):
            reader.feed_token(word)
            taken += 1
        tree: Tree[Token] = reader.feed_eof(words[-1])  # type: ignore[no-untyped-call]
    except UnexpectedToken:
        return Stuck(kind, taken, states_after(kind, islice(chain(words, closing), taken)))
    return tree


def states_after(kind: Kind, words: Iterable[Token]) -> tuple[int, ...]:
    """The states before the word that was not taken, for looking at that word may have changed them."""
    reader = _resumed(kind, (parser().parse_interactive(start=kind).parser_state.position,))
    for word in words:
        reader.feed_token(word)
    return tuple(reader.parser_state.state_stack)


def expected(stuck: Stuck) -> frozenset[str]:
    """The kinds of words with which the sentence could have gone on."""
    return _expected(stuck.kind, stuck.states) if len(stuck.states) < _DEEPEST else frozenset()


@lru_cache(maxsize=512)
def _expected(kind: Kind, states: tuple[int, ...]) -> frozenset[str]:
    return frozenset(_resumed(kind, states).accepts() - {"$END"})  # type: ignore[no-untyped-call]


def taken(stuck: Stuck, kinds: Iterable[str]) -> int:
    """How many words of these kinds would be taken, one after the other, where the sentence got stuck."""
    from lark.exceptions import UnexpectedToken

    reader = _resumed(stuck.kind, stuck.states)
    count = 0
    try:
        for kind in kinds:
            reader.feed_token(token(kind, "", 0, 0))
            count += 1
    except UnexpectedToken:
        pass
    return count


def _resumed(kind: Kind, states: tuple[int, ...]) -> InteractiveParser:
    """A parser in the same place that builds nothing."""
    reader = parser().parse_interactive(start=kind)
    state = reader.parser_state
    state.parse_conf = copy(state.parse_conf)
    state.parse_conf.callbacks = {}
    state.state_stack = list(states)
    return reader
