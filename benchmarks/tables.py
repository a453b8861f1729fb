"""The table that is printed: a title, a heading, rows of words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.measuring import Spread


def table(title: str, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table: the first column to the left, the others to the right."""
    lines = [heading, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heading))]
    print(f"\n{title}\n")
    for line in lines:
        first, *others = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        print("  " + "   ".join([line[0].ljust(len(first)), *others]), flush=True)


def times(ratio: Spread) -> str:
    """A ratio: 6.4 × (6.1 to 7.0)."""
    return f"{ratio.middle:.2f} × ({ratio.least:.2f} to {ratio.most:.2f})"


def taken(seconds: Spread) -> str:
    """A time, in the unit that suits it."""
    return duration(seconds.middle)


def duration(seconds: float) -> str:
    """A time, in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"
