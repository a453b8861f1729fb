"""How values are shown and named in a sentence: escaped, cut short, and never by what a programmer calls them."""

from __future__ import annotations

from collections.abc import Collection

SHOWN = 60
"""Characters of a value that are shown; the rest becomes an ellipsis."""

COMPARED = 200
"""Names that a misspelt one is compared with, at most."""

NEAR = 60
"""Two names that are alike for at least so many percent are taken for one name misspelt."""


def cut(text: str) -> str:
    """A text that is safe for a terminal: what does not print is escaped, what is long is cut."""
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return short if short.isprintable() else "".join(map(_printable, short))


def shown(text: str) -> str:
    """The same in quotes."""
    return f'"{cut(text)}"'


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that is most like the given one, or empty if none is, or if there are too many to look through."""
    from sla_dsl.findings.nearness import most_like

    if not 0 < len(known) <= COMPARED:
        return ""
    folded = {candidate.casefold(): candidate for candidate in known}
    return folded.get(most_like(name.casefold(), folded, NEAR), "")


def suggestion(name: str, known: Collection[str]) -> str:
    """`Did you mean "cause"?`, or empty."""
    close = nearest(name, known)
    return f"Did you mean {shown(close)}?" if close else ""
