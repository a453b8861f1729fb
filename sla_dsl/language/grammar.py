"""The parser of the language, made from `sla.lark` once for each process."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from sla_dsl.language import tables

if TYPE_CHECKING:
    from lark import Lark, Token

_lock = Lock()
_made: list[Lark] = []


def parser() -> Lark:
    """The one parser of this process: from the prepared tables where they fit, else from the grammar's text."""
    with _lock:
        if not _made:
            _made.append(_make())
        return _made[0]


def _make() -> Lark:
    text = tables.grammar_text()
    lark = tables.load(text) or tables.build(text)
    # Lark makes a new lexer for each text unless it finds one here.
    lexer = lark.lexer = lark.parser.lexer
    words = _fixed_words(lark)

    def look_up(word: Token) -> Token:
        word.type = words.get(word, "WORD")
        return word

    # It also tries the fixed words one after the other; the scanner sets that up, so it has to be made first.
    assert lexer.scanner
    lexer.callback["WORD"] = look_up
    return lark


def _fixed_words(lark: Lark) -> dict[str, str]:
    return {terminal.pattern.value: terminal.name for terminal in lark.terminals if terminal.pattern.type == "str"}


@cache
def keywords() -> dict[str, str]:
    """Each fixed word and sign of the language with the terminal that stands for it."""
    return _fixed_words(parser())
