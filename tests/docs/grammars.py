"""The grammar as the documents are held against it: its forms, and which of them a policy uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sla_dsl.language import tables
from sla_dsl.language.lexing import Words, lex
from tests.docs.blocks import FOLDER

if TYPE_CHECKING:
    from lark import Lark, Token

FURTHER_FIRST_WORDS = ("For", "From", "Of", "Where", "Notwithstanding")
"""The words with a capital that sentences to come begin with, besides those of today."""


@cache
def whole(coming: bool = False) -> Lark:
    """The parser of a whole policy; `coming`: with the sentences that are still to come.  Refuses every conflict."""
    from lark import Lark

    text = tables.grammar_text()
    if coming:
        text += (FOLDER / "coming.lark").read_text("utf-8")
    return Lark(text, parser="lalr", lexer="basic", start=["start", "stray"], strict=True, maybe_placeholders=False)


def rules(coming: bool = False) -> set[str]:
    """Every rule and alias of the grammar that leaves something in a tree."""
    return {rule.alias or str(rule.origin.name) for rule in whole(coming).rules if _leaves(rule)} - {"stray", "start"}


def _leaves(rule: Any) -> bool:
    # A rule that begins with _ is only a shorthand; one with ? gives its only part instead of itself.
    name = str(rule.origin.name)
    return not name.startswith("_") and (rule.alias is not None or not rule.options.expand1)


def sentence_forms() -> list[str]:
    """The forms of a sentence, in the order of the grammar: every alternative of `body`, down to its alias."""
    found: dict[str, None] = {}
    for group in _alternatives("body"):
        for rule in whole().rules:
            if str(rule.origin.name) == group:
                found[rule.alias or group] = None
    return list(found)


def _alternatives(name: str) -> Iterator[str]:
    for rule in whole().rules:
        if str(rule.origin.name) == name:
            yield from (str(part.name) for part in rule.expansion)


def used(text: str) -> set[str]:
    """The rules that a policy uses; it must have no mistake of syntax."""
    return {str(tree.data) for tree in _tree(whole(), _today(text)).iter_subtrees()} - {"start"}


def used_coming(text: str) -> set[str]:
    """The same for a policy that holds sentences to come."""
    return {str(tree.data) for tree in _tree(whole(True), _tomorrow(text)).iter_subtrees()} - {"start"}


def _tree(parser: Lark, words: Iterable[Token]) -> Any:
    interactive: Any = parser.parse_interactive(start="start")
    for word in words:
        interactive.feed_token(word)
    return interactive.feed_eof()


def _today(text: str) -> list[Token]:
    found = lex(text)
    assert isinstance(found, Words)
    return found.tokens


def _tomorrow(text: str) -> Iterator[Token]:
    """The words of a policy, each first word of a sentence as the grammar knows it."""
    parser = whole(True)
    known = {t.pattern.value: t.name for t in parser.terminals if t.pattern.type == "str"}
    words = list(parser.lex(text))
    starts = _starts(words)
    for at, word in enumerate(words):
        yield from _split(word, known) if at in starts else (word,)


def _starts(words: list[Token]) -> set[int]:
    """Where sentences begin: at first, after a full stop, after a heading."""
    starts = {0}
    in_place = False
    for at, (before, word) in enumerate(pairwise(words), 1):
        in_place = before.type.startswith("SECTION") or (
            in_place and (before.type in ("STRING", "NUMBER") or before.islower())
        )
        if before.type == "DOT" or (in_place and word.type == "NAME"):
            starts.add(at)
    return starts


def _split(word: Token, known: dict[str, str]) -> tuple[Token, ...]:
    from sla_dsl.language.first_words import FIRST_WORDS

    first, _, rest = " ".join(word.split()).partition(" ")
    if word.type != "NAME" or first not in (*FIRST_WORDS, *FURTHER_FIRST_WORDS):
        return (word,)
    small = word.update(known[first.lower()], first.lower())
    return (small, word.update("NAME", rest)) if rest else (small,)
