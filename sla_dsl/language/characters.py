"""Single characters that a policy may not hold, and a mended text that can be read on.

Outside quotes a policy is written in ASCII, besides § and typographic quotes; a text in quotes may hold any
character that can be seen.  So no two names, and no two texts, look alike and differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Literal

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import character_mistakes as mistakes
from sla_dsl.language.quotes import Mended, put_into

Kind = Literal["turns", "invisible", "control", "blank", "broken", "digit", "letter"]

_REFUSED: dict[Kind, str] = {
    "turns": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "invisible": "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff",
    "control": "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f",
    # A lone carriage return is a line break to some editors and none to others, as are these.
    "blank": "\r\x0b\x0c\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
    "broken": "\ud800-\udfff",
}
_KINDS = {kind: re.compile(f"[{characters}]") for kind, characters in _REFUSED.items()}
_ODD = re.compile(f"[{''.join(_REFUSED.values())}]+")
_QUOTED_OR_FOREIGN = re.compile('"[^"“”§]*"|“[^"“”§]*”|(?P<foreign>[^\x00-\x9f\u00a0§“”]+)')

# Letters of the Cyrillic and the Greek alphabet that look like one of A to Z.
_ALIKE = str.maketrans(
    "АВЕЗІЈКМНОРСЅТУХаеіјорсѕухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ",
    "ABE3IJKMHOPCSTYXaeijopcsyxhdqwABEZHIKMNOPTYXaiknopux",
)


def mend_characters(text: str) -> Mended:
    """The text with nothing in it that cannot be read, and a finding for each run of characters that were mended.

    One byte order mark may stand at the very beginning.
    """
    plain = text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text
    seen, findings = _mend(plain, _refused_runs(plain))
    if seen.isascii():
        return Mended(seen, findings)
    read, more = _mend(seen, _foreign_runs(seen))
    return Mended(read, findings + more)


def _mend(text: str, runs: Iterable[tuple[Kind, Span]]) -> Mended:
    changes: dict[int, str] = {}
    findings: list[Finding] = []
    for kind, span in runs:
        written = text[span.start : span.end]
        findings.append(_finding(kind, written, span))
        changes |= dict(enumerate(_mended(kind, written), span.start))
    return Mended(put_into(text, changes), findings)


def _refused_runs(text: str) -> Iterator[tuple[Kind, Span]]:
    """The runs of characters that may stand nowhere, in quotes or outside."""
    for found in _ODD.finditer(text):
        ends_line = found[0].endswith("\r") and text.startswith("\n", found.end())
        written = found[0][:-1] if ends_line else found[0]
        yield from _runs(written, found.start(), _refused_kind)


def _foreign_runs(text: str) -> Iterator[tuple[Kind, Span]]:
    """The runs of letters and of digits outside quotes that are not ASCII; signs are looked at as words."""
    for found in _QUOTED_OR_FOREIGN.finditer(text):
        if found["foreign"]:
            yield from _runs(found["foreign"], found.start(), _letter_or_digit)


def _runs(written: str, start: int, kind_of: Callable[[str], Kind | None]) -> Iterator[tuple[Kind, Span]]:
    for kind, run in groupby(written, kind_of):
        end = start + sum(1 for _ in run)
        if kind:
            yield kind, Span(start, end)
        start = end


def _refused_kind(character: str) -> Kind | None:
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(character)), None)


def _letter_or_digit(character: str) -> Kind | None:
    category = unicodedata.category(character)
    if category == "Nd":
        return "digit"
    return "letter" if category.startswith(("L", "M")) else None


def _finding(kind: Kind, written: str, span: Span) -> Finding:
    match kind:
        case "turns":
            return mistakes.turns_the_text(written[0], span)
        case "invisible":
            return mistakes.invisible(written[0], span)
        case "control":
            return mistakes.control(written[0], span)
        case "blank":
            return mistakes.other_blank(written[0], span)
        case "broken":
            return mistakes.broken(written[0], span)
        case "digit":
            return mistakes.foreign_digit(written, _mended(kind, written), span)
        case "letter":
            plain = _mended(kind, written)
            return mistakes.foreign_letter(written, plain if plain.isalnum() else "", span)


def _mended(kind: Kind, written: str) -> str:
    """What is read in the place of the characters: as many."""
    match kind:
        case "digit":
            return "".join(str(unicodedata.decimal(digit)) for digit in written)
        case "letter":
            return "".join(_plain(letter) for letter in written)
        case _:
            return " " * len(written)


def _plain(letter: str) -> str:
    """The letter of A to Z that this one looks like, or a blank."""
    plain = unicodedata.normalize("NFKD", letter).translate(_ALIKE)[0]
    return plain if plain.isascii() and plain.isalnum() else " "
