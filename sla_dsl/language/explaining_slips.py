"""Why a sentence cannot be read that goes wrong by a slip of the pen: a word nearly right, left out, or twice."""

from __future__ import annotations

import re

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import syntax_mistakes as mistakes
from sla_dsl.language.expected import phrases, written
from sla_dsl.language.grammar import keywords
from sla_dsl.language.meant import lowered, meant_by, number_meant_by
from sla_dsl.language.reading import Stuck, expected, states_after, taken
from sla_dsl.language.trouble import AHEAD, Trouble
from sla_dsl.language.words import span_of
from sla_dsl.values.money import is_currency

_UNITS = ("s", "min", "hours", "hour", "days", "day")
_LONGEST_NAME = 5  # words of a name in lower case that are looked at
_LONGEST_SENTENCE = 1_000  # words: beyond them nobody looks twice
_FARTHER = 3  # words beyond the mistake that must read on where something is put in before it


def capital(trouble: Trouble) -> Finding | None:
    """A word of the language with a capital, where no name can stand."""
    if trouble.word.type not in ("NAME", "DAY"):
        return None
    plain = lowered(trouble.word)
    kinds = [keywords().get(word, "") for word in plain.split()]
    count = taken(trouble.stuck, kinds)
    if not count:
        return None
    start = trouble.span.start
    said = " ".join(plain.split()[:count])
    capitals = " ".join(trouble.word.split()[:count])
    return mistakes.word_with_capital(capitals, said, Span(start, start + len(capitals)))


def meant(trouble: Trouble) -> Finding | None:
    """Another word of the language, or one that people use for it."""
    choices = [written(kind) for kind in trouble.possible if written(kind).islower() or kind == "PERCENT"]
    close = meant_by(str(trouble.word), choices)
    kinds = [keywords()[word] for word in close.split()]
    # `greater than` holds the last word of what is meant already.
    skipped = 2 if trouble.kinds(1, 1) == kinds[-1:] and len(kinds) > 1 else 1
    # In `4 minutes 23 seconds` the words after the first mistake hold the second one.
    ahead = 1 if close in _UNITS else AHEAD
    if close and trouble.fits(*kinds, skip=skipped, ahead=ahead):
        return mistakes.unknown_word(str(trouble.word), close, trouble.span)
    return None


def number_in_words(trouble: Trouble) -> Finding | None:
    """`five EUR`."""
    digits = number_meant_by(str(trouble.word))
    if not digits or "NUMBER" not in trouble.possible:
        return None
    return mistakes.unknown_word(str(trouble.word), digits, trouble.span)


def lower_case_name(trouble: Trouble) -> Finding | None:
    """A name without its capitals: as many words as let the sentence go on after it."""
    if "NAME" not in trouble.possible:
        return None
    if trouble.stuck.at and trouble.words[trouble.stuck.at - 1].type == "NUMBER" and is_currency(trouble.word.upper()):
        return mistakes.currency_in_lower_case(str(trouble.word), trouble.span)
    for count in range(1, _LONGEST_NAME + 1):
        words = trouble.words[trouble.stuck.at : trouble.stuck.at + count]
        if len(words) < count or not (words[-1].isalpha() and words[-1].islower()):
            return None
        if trouble.fits("NAME", skip=count):
            said = " ".join(words)
            span = Span(trouble.span.start, span_of(words[-1]).end)
            return mistakes.name_in_lower_case(said, said.title(), span)
    return None


def missing(trouble: Trouble) -> Finding | None:
    """One word was left out."""
    following = trouble.kinds(0, AHEAD)
    reached = {kind: taken(trouble.stuck, [kind, *following]) for kind in trouble.possible}
    best = [kind for kind, count in reached.items() if count == len(following) + 1]
    if best == ["EXACTLY"]:
        # The other comparisons are two words, and as likely.
        best += ["AT", "LESS", "MORE"]
    return mistakes.word_missing(phrases(best), str(trouble.word), trouble.span) if best else None


def missing_before(trouble: Trouble) -> Finding | None:
    """One word was left out a word or two before the mistake: `Trouble means Uptime is …`."""
    for back in (1, 2):
        at = trouble.stuck.at - back
        if not 0 <= at <= _LONGEST_SENTENCE:
            return None
        earlier = Stuck(trouble.stuck.kind, at, states_after(trouble.stuck.kind, trouble.words[:at]))
        following = [word.type for word in trouble.words[at : trouble.stuck.at + _FARTHER]]
        best = [kind for kind in expected(earlier) if taken(earlier, [kind, *following]) == len(following) + 1]
        if best and len(following) > back:
            return mistakes.word_missing(phrases(best), str(trouble.words[at]), span_of(trouble.words[at]))
    return None


def missing_inside_name(trouble: Trouble) -> Finding | None:
    """One word was left out between two names, which read as one: `900 EUR Other Fee of …`."""
    at = trouble.stuck.at - 1
    name = trouble.words[at]
    if at < 0 or name.type != "NAME":
        return None
    following = ["NAME", *trouble.kinds(0, _FARTHER)]
    # A part of the name leads to where the whole of it does, so this is looked at from after the name.
    best = [kind for kind in trouble.possible if taken(trouble.stuck, [kind, *following]) == len(following) + 1]
    blanks = sorted(re.finditer(r"\s+", name), key=lambda blank: "\n" not in blank[0])
    if not best or not blanks:
        return None
    start, end = span_of(name)
    rest = Span(start + blanks[0].end(), end)
    return mistakes.word_missing(phrases(best), name[blanks[0].end() :], rest)


def doubled(trouble: Trouble) -> Finding | None:
    """The same word two times in a row."""
    before = trouble.words[trouble.stuck.at - 1] if trouble.stuck.at else None
    return _out(trouble) if before == trouble.word else None


_DENIALS = {"not", "no", "never", "without"}
_DENIED = {"less than": "at least", "more than": "at most", "at least": "less than", "at most": "more than"}


def denied_bound(trouble: Trouble) -> Finding | None:
    """`no less than`, `not more than`: contracts say so, and taking the first word out would turn the bound round."""
    after = trouble.words[trouble.stuck.at + 1 : trouble.stuck.at + 3]
    meant = _DENIED.get(" ".join(str(word).lower() for word in after))
    if str(trouble.word).lower() not in ("not", "no") or meant is None:
        return None
    span = Span(trouble.span.start, span_of(after[-1]).end)
    return mistakes.unknown_word(f"{trouble.word} {after[0]} {after[1]}", meant, span)


def too_many(trouble: Trouble) -> Finding | None:
    """One word stands there that should not; never one whose loss would turn the sentence into its opposite."""
    return None if str(trouble.word).lower() in _DENIALS else _out(trouble)


def _out(trouble: Trouble) -> Finding | None:
    """The sentence goes on without the word."""
    following = trouble.kinds(1, AHEAD)
    if following and taken(trouble.stuck, following) == len(following):
        return mistakes.word_too_many(str(trouble.word), trouble.span)
    return None
