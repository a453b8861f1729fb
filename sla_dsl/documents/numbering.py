"""What stands at the beginning of a line: the number of a clause, or the mark of an item."""

from __future__ import annotations

import re

from sla_dsl.records import NamedTuple

_WORD = r"(?:§+|(?:article|art\.|section|sec\.|clause|schedule|annex|appendix)(?=\s))"
_CLAUSE = re.compile(
    rf"\s*(?:{_WORD}\s*)?(\d{{1,3}}(?:\.\d{{1,3}}){{0,5}})(?:[.):]|(?=\s)|$)\s*(.*)", re.IGNORECASE | re.DOTALL
)
_NAMED = re.compile(rf"\s*{_WORD}", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-*+•–‣▪o]\s+|\(?([A-Za-z]|[ivx]{1,5}|\d{1,2})\)\s*)(.*)", re.DOTALL)
_LONGEST_TITLE = 80
_UNTITLED = (".", ";", ",", ":", "!", "?")


class Numbered(NamedTuple):
    """A number such as `4.2`, and what follows it."""

    number: str
    rest: str


def clause_number(text: str) -> Numbered | None:
    """The number of a clause at the beginning: `4.2`, `§ 4.2`, `Article 5`.

    A number alone (`30 days after …`) is one only where a point or a bracket follows it, or another part.
    """
    found = _CLAUSE.match(text)
    if found is None or (found[2] and not found[2][:1].isupper()):
        return None
    marked = "." in found[1] or _NAMED.match(text) or text[found.end(1) : found.end(1) + 1] in (".", ")", ":")
    return Numbered(found[1], found[2].strip()) if marked or looks_like_title(found[2]) else None


def item_mark(text: str) -> Numbered | None:
    """The mark of an item, `(a)`, `b)`, `(iv)` or a bullet (which has no number), and what follows it."""
    found = _ITEM.match(text)
    return Numbered((found[1] or "").lower(), found[2].strip()) if found else None


def looks_like_title(text: str) -> bool:
    """Whether a line that stands alone is a title: short, and not ended as sentences are."""
    plain = text.strip()
    if not plain or len(plain) > _LONGEST_TITLE or plain.endswith(_UNTITLED):
        return False
    return not plain.startswith("(") and any(letter.isalpha() for letter in plain)
