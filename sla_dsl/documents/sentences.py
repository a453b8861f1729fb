"""The sentences of a paragraph."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|no|art|sec|inc|ltd|co|corp|approx|mr|mrs|ms|dr|vs)|\b[A-Za-z])\.$", re.IGNORECASE
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences: each ends in a stop, `!` or `?` before a capital or a digit, but not after `e.g.` and the like."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if not _SHORTENED.search(text[start : end.start()]):
            found.append(text[start : end.start()].strip())
            start = end.end()
    return (*found, text[start:].strip())
