"""How values are shown and named in a sentence: escaped, cut short, and never by what a programmer calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

SHOWN = 60
"""Characters of a value that are shown; the rest becomes an ellipsis."""

COMPARED = 200
"""Names that a misspelt one is compared with, at most."""


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
    if not 0 < len(known) <= COMPARED:
        return ""
    from difflib import get_close_matches

    folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(name[:128].casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def suggestion(name: str, known: Collection[str]) -> str:
    """`Did you mean "cause"?`, or empty."""
    close = nearest(name, known)
    return f"Did you mean {shown(close)}?" if close else ""


def listed(names: Iterable[str]) -> str:
    """`a, b and c`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
