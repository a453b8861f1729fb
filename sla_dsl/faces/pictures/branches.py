"""A tree of lines, drawn with its branches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.faces.layout import Line, tinted
from sla_dsl.records import NamedTuple

AS_ABOVE = "as above"


class Branch(NamedTuple):
    """A line, the assumption that it rests on, lines that belong to it, and the branches below it."""

    text: str
    assumed: str = ""
    notes: Sequence[str] = ()
    branches: Sequence[Branch] = ()


def drawn(root: Branch, seen: set[str]) -> Iterator[Line]:
    """The lines from the root on; no recursion, however deep it goes.

    An assumption is told in full once; `seen` holds those that were, and takes in those that are now.
    """
    waiting = [(root, "", "")]
    while waiting:
        branch, first, under = waiting.pop()
        trunk = under + ("│  " if branch.branches else "   ")
        yield _line(branch, first, trunk, _assumed(branch.assumed, seen))
        yield from (Line(note, f"{trunk}  ", f"{trunk}    ") for note in branch.notes)
        last = len(branch.branches) - 1
        for at, child in reversed(list(enumerate(branch.branches))):
            head, below = ("└─ ", "   ") if at == last else ("├─ ", "│  ")
            waiting.append((child, under + head, under + below))


def _line(branch: Branch, first: str, trunk: str, assumed: str) -> Line:
    """The line itself: the root stands out, what is assumed stands back."""
    line = tinted(Line(branch.text + assumed, first, trunk), "strong" if not first else None, 0, len(branch.text))
    return tinted(line, "faint" if assumed else None, len(branch.text))


def _assumed(text: str, seen: set[str]) -> str:
    if not text:
        return ""
    told = AS_ABOVE if text in seen else text
    seen.add(text)
    return f" (assumed: {told})"
