"""Why a sentence cannot be read that goes wrong with its first word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import syntax_mistakes as mistakes
from sla_dsl.language.explaining_slips import lower_case_name, missing
from sla_dsl.language.first_words import FIRST_WORDS
from sla_dsl.language.grammar import keywords
from sla_dsl.language.meant import lowered, meant_by
from sla_dsl.language.reading import Stuck, read
from sla_dsl.language.trouble import Trouble
from sla_dsl.language.words import span_of, token

if TYPE_CHECKING:
    from lark import Token

# With these, sentences of contracts begin, and sentences of the language do not.
_NO_OPENINGS = re.compile(
    "When|Whenever|Where|If|Unless|Should|For|In|On|At|To|This|That|These|No|All|Any|Every|We|You|It"
)
_WORDS_OF_A_SENTENCE = 3  # a name that reads as so many words of a sentence is none


def opening(trouble: Trouble) -> Finding | None:
    """A sentence that begins as none does."""
    before = trouble.words[trouble.stuck.at - 1] if trouble.stuck.at else None
    if before is not None and not (before.type == "COLON" and trouble.words[0] == "set"):
        return None
    if trouble.word.type == "DOT":
        return mistakes.lone_full_stop(trouble.span)
    close = meant_by(str(trouble.word), [word.lower() for word in FIRST_WORDS if len(word) > 1])
    if close and trouble.fits(keywords()[close]):
        return mistakes.unknown_word(str(trouble.word), close.capitalize(), trouble.span)
    unknown = mistakes.unknown_opening(str(trouble.word), trouble.span)
    return missing(trouble) or lower_case_name(trouble) or unknown


def no_opening(trouble: Trouble) -> Finding | None:
    """`When Uptime …`, `If Uptime …`: the first word was taken for the beginning of a name."""
    first = trouble.words[0]
    word = first.split(maxsplit=1)[0]
    if first.type != "NAME" or not _NO_OPENINGS.fullmatch(word):
        return None
    return mistakes.unknown_opening(word, Span(span_of(first).start, span_of(first).start + len(word)))


def words_in_capitals(trouble: Trouble) -> Finding | None:
    """`THE TIME ZONE IS UTC`, `Provider guarantees …`: words of the language were taken for a name."""
    name = trouble.words[0]
    if trouble.stuck.at != 1 or name.type != "NAME":
        return None
    plain = lowered(name).split()
    for first in ("", "the", "an", "each"):
        meant = [first, *plain] if first else plain
        taken = _reach([token(keywords().get(word, "WORD"), word, 0, 0) for word in meant] + trouble.words[1:])
        if taken >= _WORDS_OF_A_SENTENCE:
            capitals = name.split()[: max(taken - len(meant) + len(plain), 0)]
            return _written_small(" ".join(capitals), " ".join(meant[:taken]), span_of(name).start)
    return None


def _written_small(capitals: str, meant: str, start: int) -> Finding:
    span = Span(start, start + len(capitals))
    if len(meant) > len(capitals):
        return mistakes.unknown_word(capitals, meant.capitalize(), span)
    return mistakes.word_with_capital(capitals, meant, span)


def _reach(words: list[Token]) -> int:
    outcome = read("sentence", words)
    return outcome.at if isinstance(outcome, Stuck) else len(words)


def misspelt_first_word(trouble: Trouble) -> Finding | None:
    """`Exmaple "…" in 2026-03`: the first word was taken for a name."""
    first = trouble.words[0]
    if trouble.stuck.at != 1 or first.type != "NAME":
        return None
    begin, _, rest = first.partition(" ")
    close = meant_by(begin, FIRST_WORDS)
    if not close:
        return None
    start, end = span_of(first)
    mended = [token(keywords()[close.lower()], close.lower(), start, start + len(begin))]
    mended += [token("NAME", rest, start + len(begin) + 1, end)] if rest else []
    span = Span(start, start + len(begin))
    reads_on = _reach(mended + trouble.words[1:]) > len(mended)
    return mistakes.unknown_word(begin, close, span) if reads_on else None
