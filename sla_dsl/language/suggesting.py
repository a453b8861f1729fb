"""What was probably meant by a name that nobody declared."""

from __future__ import annotations

from collections.abc import Iterable

from sla_dsl.findings.nearness import most_like
from sla_dsl.language.agreement import identifier

_NEAR = 75  # percent of their letters that two names have in common, if one may be meant by the other
_LONGEST = 30  # words: no declared name is longer, and the search stays cheap


def nearest(text: str, known: Iterable[str]) -> str:
    """The known name most like `text`, or nothing where none is like it."""
    spelled = {identifier(name): name for name in known}
    return spelled.get(most_like(identifier(text), spelled, _NEAR), "")


def inside(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that `text` consists of, or nothing where a part of it is no name."""
    words = text.split(" ")
    names = set(known)
    found: list[str] = []
    start = 0
    while start < len(words) <= _LONGEST:
        end = _end_of_name(words, start, names)
        if end == start:
            return ()
        found.append(" ".join(words[start:end]))
        start = end
    return tuple(found)


def _end_of_name(words: list[str], start: int, names: set[str]) -> int:
    """Where the longest name that begins at `start` ends; `start` itself where none begins there."""
    ends = range(len(words), start, -1)
    return next((end for end in ends if " ".join(words[start:end]) in names), start)


def within(text: str, known: Iterable[str]) -> str:
    """A known name that stands somewhere among the words of `text`."""
    words = text.split(" ")
    names = set(known)
    for start in range(len(words) if len(words) <= _LONGEST else 0):
        end = _end_of_name(words, start, names)
        if end > start:
            return " ".join(words[start:end])
    return ""
