"""Lines of a bounded width, filled with parts that are never cut."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 92
"""The length of a line beyond which it ends earlier, where it can."""

INDENT = "  "


def filled(parts: Sequence[str], first: str = "", rest: str = INDENT) -> list[str]:
    """The parts with blanks between them; the first line begins with `first`, the others with `rest`."""
    lines: list[str] = []
    line, empty = first, True
    for part in parts:
        if not empty and len(line) + 1 + len(part) > WIDTH:
            lines.append(line)
            line, empty = rest, True
        line += part if empty else f" {part}"
        empty = False
    return [*lines, line]


def row_of_names(beginning: str, names: Sequence[str], word: str) -> list[str]:
    """`because of A, B or C`: one part, or where it is longer than a line, a part for each name."""
    if len(names) == 1:
        return [f"{beginning} {names[0]}"]
    parts = [f"{beginning} {names[0]}", *names[1:-1]]
    parts = [*(f"{part}," for part in parts[:-1]), parts[-1], f"{word} {names[-1]}"]
    whole = " ".join(parts)
    return [whole] if len(INDENT + whole) <= WIDTH else parts
