"""What single words stand for: names, numbers, dates, texts, and where they stand.

The lexer has mended or reported what cannot be read, so nothing here can fail.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from fractions import Fraction

from lark import Token
from lark.tree import Meta

from sla_dsl.findings.finding import Span
from sla_dsl.language.nodes import Name


def span(meta: Meta) -> Span:
    """Where a form stands."""
    return Span(meta.start_pos, meta.end_pos)


def name(token: Token) -> Name:
    """The name, its words joined by single blanks."""
    return Name(" ".join(token.split()), span=Span(token.start_pos or 0, token.end_pos or 0))


def text(token: Token) -> str:
    """What stands between the quotes: blanks and line breaks are one blank, composed letters are one letter (NFC)."""
    return unicodedata.normalize("NFC", " ".join(token[1:-1].split()))


def number(token: Token) -> Fraction:
    """The exact value of digits with or without a point."""
    whole, _, places = token.partition(".")
    return Fraction(int(whole + places), 10 ** len(places))


def date(token: Token) -> dt.date:
    """`2026-03-04`."""
    return dt.date.fromisoformat(token)


def clock(token: Token) -> dt.time:
    """`10:00`, `10:00:40` or `10:04:22.9`."""
    moment, _, fraction = token.partition(".")
    hour, minute, second = (*map(int, moment.split(":")), 0)[:3]
    return dt.time(hour, minute, second, int(fraction.ljust(6, "0")))
