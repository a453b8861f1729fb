"""How many there are of something, and lists of names, as every room puts them into a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def counted(number: int, one: str, many: str = "") -> str:
    """`1 incident`, `3 incidents`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """`A`, `A or B`, `A, B or C`."""
    every = list(words)
    return f"{', '.join(every[:-1])} {joint} {every[-1]}" if len(every) > 1 else "".join(every)
