"""Numbers, dates and words that are not written as the language writes them, and what was probably meant.

`reread` looks at a few words that touch one another and finds the shapes that people type: `99,9`, `1_000`,
`.5`, `+5`, `30days`, `04/03/2026`.  Each gives a finding, and where it is plain what was meant the words are
mended, so that the sentence can be read on.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import limits
from sla_dsl.language import word_mistakes as mistakes
from sla_dsl.language.words import relex, token
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from lark import Token

_UNIT = r"(?=[ \t\u00a0]*(?:%|(?:s|min|hours?|days?|[A-Z]{3})\b))"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PLAIN = r"[0-9]+(?:\.[0-9]+)?"
# In order: the first that fits is taken.
_SHAPES = re.compile(
    rf"(?P<instant>{_DATE}T[0-9:.]+(?:Z|[+-][0-9:]+)?)"
    r"|(?P<date>[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{4}-(?:[0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])(?![0-9]))"
    r"|(?P<clock>[0-9]:[0-9]{2}(?::[0-9]{2})?(?![0-9:])|[0-9]{1,2}(?::[0-9]{2})?(?:am|pm|AM|PM)\b)"
    r"|(?P<comma>[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?)"
    r"|(?P<hexadecimal>0[xX][0-9A-Fa-f]+\b)"
    rf"|(?P<exponent>{_PLAIN}[eE][+-]?[0-9]+\b)"
    r"|(?P<thousands>[0-9]+(?:_[0-9]+)+(?:\.[0-9]+)?\b|[0-9]{1,3}(?:['’][0-9]{3})+\b|[0-9]{1,3}(?:\.[0-9]{3}){2,}\b)"
    r"|(?P<no_whole>\.[0-9]+\b)"
    rf"|(?P<no_places>[0-9]+\.{_UNIT})"
    rf"|(?P<sign>[+\-−–±]{{1,9}}{_PLAIN})"
    rf"|(?P<glued>(?:(?:{_DATE}|{_PLAIN})[A-Za-z]|%[A-Za-z0-9]|[a-z]+[0-9])[A-Za-z0-9_%]*)"
)


class Reread(NamedTuple):
    tokens: list[Token]
    findings: list[Finding]


def reread(run: list[Token], text: str) -> Reread:
    """The same words with their odd shapes mended, and a finding for each; `run` are words that touch."""
    read = Reread([], [])
    waiting = deque(run)
    while waiting:
        start = waiting[0].start_pos or 0
        shape = _SHAPES.match(text, start)
        if shape is None or _joins(shape, text):
            read.tokens.append(waiting.popleft())
            continue
        read.findings.append(_MENDED[shape.lastgroup or ""].finding(shape[0], Span(*shape.span())))
        read.tokens.extend(_MENDED[shape.lastgroup or ""].tokens(shape[0], start))
        waiting.extendleft(_cut_at(waiting, shape.end(), text))
    return read


def _joins(shape: re.Match[str], text: str) -> bool:
    """Whether what looks like the sign or the point of a number stands between two words: `5-3`, `Downtime.5`."""
    before = text[shape.start() - 1 : shape.start()]
    return shape.lastgroup in ("sign", "no_whole") and bool(before) and (before.isalnum() or before in '%")')


def _cut_at(waiting: deque[Token], end: int, text: str) -> list[Token]:
    """Takes away the words before `end`; the rest of one that `end` cuts, its last word first."""
    rest: list[Token] = []
    while waiting and (waiting[0].start_pos or 0) < end:
        word = waiting.popleft()
        word_end = word.end_pos or 0
        rest = relex(text[end:word_end], end) if word_end > end else []
    return rest[::-1]


# ---------------------------------------------------------------- what was meant


class _Mended(NamedTuple):
    finding: Callable[[str, Span], Finding]
    tokens: Callable[[str, int], list[Token]]


def _number(meant: Callable[[str], str]) -> Callable[[str, int], list[Token]]:
    return lambda written, start: [token("NUMBER", meant(written), start, start + len(written))]


def _nothing(written: str, start: int) -> list[Token]:
    return []


def _pieces(written: str, start: int) -> list[Token]:
    """`30days` as a number and a word; nothing where there are too many pieces to mean anything."""
    if len(written) > limits.NAME:
        return []
    found: list[Token] = []
    for piece in re.finditer(rf"{_DATE}|{_PLAIN}|[A-Za-z_]+|%", written):
        found.extend(relex(piece[0], start + piece.start()))
    return found


def _with_point(written: str) -> str:
    """`99,9` with a point; of `1,000.50` and `1,000,000` the commas go."""
    if written.count(",") > 1 or "." in written:
        return written.replace(",", "")
    return written.replace(",", ".")


def _without_marks(written: str) -> str:
    return written.replace(".", "") if written.count(".") > 1 else re.sub("[_'’]", "", written)


_MENDED = {
    "instant": _Mended(mistakes.instant_form, _nothing),
    "date": _Mended(mistakes.date_form, _nothing),
    "clock": _Mended(mistakes.clock_form, _nothing),
    "comma": _Mended(mistakes.comma_in_number, _number(_with_point)),
    "hexadecimal": _Mended(mistakes.not_a_number, _number(lambda written: "1")),
    "exponent": _Mended(mistakes.exponent, _number(lambda written: "1")),
    "thousands": _Mended(mistakes.marks_in_number, _number(_without_marks)),
    "no_whole": _Mended(mistakes.no_digit_before_point, _number(lambda written: "0" + written)),
    "no_places": _Mended(mistakes.no_digit_after_point, _number(lambda written: written.rstrip("."))),
    "sign": _Mended(mistakes.sign_before_number, _number(lambda written: written.lstrip("+-−–±"))),
    "glued": _Mended(mistakes.blank_missing, _pieces),
}
