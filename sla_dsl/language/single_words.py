"""Words that are well written and say what cannot be: a date that no calendar has, a number that is too long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding
from sla_dsl.language import limits
from sla_dsl.language import word_mistakes as mistakes
from sla_dsl.language.words import span_of, token
from sla_dsl.values.periods import read_period

if TYPE_CHECKING:
    from lark import Token

_FIRST_YEAR, _LAST_YEAR = 1970, 2200


def mend_words(words: list[Token]) -> tuple[list[Token], list[Finding]]:
    """The words, each that cannot be replaced by one that can, and a finding for each of these."""
    mended: list[Token] = []
    findings: list[Finding] = []
    for word in words:
        found = _CHECKS[word.type](word) if word.type in _CHECKS else None
        mended.append(_replaced(word) if found else word)
        if found:
            findings.append(found)
    return mended, findings


def _replaced(word: Token) -> Token:
    start, end = span_of(word)
    return token(word.type, _IN_PLACE_OF[word.type], start, end)


def _number(word: Token) -> Finding | None:
    whole, _, places = word.partition(".")
    if len(whole) + len(places) <= limits.DIGITS and len(places) <= limits.PLACES:
        return None
    return mistakes.number_too_long(limits.DIGITS, limits.PLACES, span_of(word))


def _name(word: Token) -> Finding | None:
    return mistakes.name_too_long(limits.NAME, span_of(word)) if _length(word) > limits.NAME else None


def _text(word: Token) -> Finding | None:
    return mistakes.text_too_long(limits.QUOTED, span_of(word)) if _length(word) - 2 > limits.QUOTED else None


def _length(word: Token) -> int:
    return len(word) if len(word) <= limits.NAME else len(" ".join(word.split()))


def _date(word: Token) -> Finding | None:
    try:
        year = dt.date.fromisoformat(word).year
    except ValueError:
        year = 0
    return None if _FIRST_YEAR <= year <= _LAST_YEAR else mistakes.no_such_date(word, span_of(word))


def _clock(word: Token) -> Finding | None:
    hour, minute, *second = word.split(":")
    if int(hour) < 24 and int(minute) < 60 and all(part[:2] < "60" for part in second):
        return None
    return mistakes.no_such_time(word, span_of(word))


def _month(word: Token) -> Finding | None:
    return None if read_period(word, "month") else mistakes.no_such_period(word, span_of(word))


def _quarter(word: Token) -> Finding | None:
    return None if read_period(word, "quarter") else mistakes.no_such_period(word, span_of(word))


_CHECKS: dict[str, Callable[[Token], Finding | None]] = {
    "NUMBER": _number,
    "NAME": _name,
    "ZONE": _name,
    "SECTION_NUMBER": _name,
    "STRING": _text,
    "DATE": _date,
    "CLOCK": _clock,
    "MONTH": _month,
    "QUARTER": _quarter,
}
_IN_PLACE_OF = {
    "NUMBER": "1",
    "NAME": "Unreadable",
    "ZONE": "UTC",
    "SECTION_NUMBER": "§ 0",
    "STRING": '""',
    "DATE": "2000-01-01",
    "CLOCK": "00:00",
    "MONTH": "2000-01",
    "QUARTER": "2000-Q1",
}
