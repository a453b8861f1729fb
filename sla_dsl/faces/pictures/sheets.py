"""A sheet: headings, sentences and grids, to be written as text or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.layout import columns
from sla_dsl.records import NamedTuple

WIDTH = 80
GAP = "  "
NARROWEST = 9
"""No column is made narrower than that."""


class Heading(NamedTuple):
    """A heading; 1 is the title of the sheet."""

    level: int
    text: str


class Sentence(NamedTuple):
    """A paragraph."""

    text: str


class Grid(NamedTuple):
    """A table; a cell may have several lines.  `right` are the columns that are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


Part = Heading | Sentence | Grid


def text_lines(parts: Iterable[Part]) -> Iterator[str]:
    """The sheet as text that fits on a screen."""
    for number, part in enumerate(parts):
        if number:
            yield ""
        match part:
            case Heading(level, text):
                yield from _underlined(text, level)
            case Sentence(text):
                yield from wrapped(text, WIDTH)
            case Grid():
                yield from _grid_lines(part)


def _underlined(text: str, level: int) -> Iterator[str]:
    lines = wrapped(text, WIDTH)
    yield from lines
    if level < 4:
        yield " =-"[level if level < 3 else 2] * max(columns(line) for line in lines)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines; a number stays with its unit."""
    lines = [""]
    for word in _words(shown(text)):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and columns(joined) > width:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def _words(text: str) -> Iterator[str]:
    """The words between which a line may be broken."""
    held = ""
    for word in text.split(" "):
        if held and held[-1].isdigit() and not word[:1].isdigit():
            held += f" {word}"
            continue
        if held:
            yield held
        held = word
    yield held


def _grid_lines(grid: Grid) -> Iterator[str]:
    widths = _widths(grid)
    yield from _row_lines(grid.head, widths, grid.right)
    yield GAP.join("-" * width for width in widths)
    for row in grid.rows:
        yield from _row_lines(row, widths, grid.right)


def _row_lines(row: tuple[str, ...], widths: list[int], right: frozenset[int]) -> Iterator[str]:
    cells = [_cell_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    for at in range(max(len(lines) for lines in cells)):
        placed = [
            _padded(lines[at] if at < len(lines) else "", width, n in right)
            for n, (lines, width) in enumerate(zip(cells, widths, strict=True))
        ]
        yield GAP.join(placed).rstrip()


def _cell_lines(cell: str, width: int) -> list[str]:
    return [line for part in cell.split("\n") for line in wrapped(part, width)]


def _padded(text: str, width: int, right: bool) -> str:
    room = " " * (width - columns(text))
    return room + text if right else text + room


def _widths(grid: Grid) -> list[int]:
    """As wide as the longest line of each column; where that is too much the widest columns are made narrower."""
    every = list(zip(grid.head, *grid.rows, strict=True))
    widths = [max(columns(shown(line)) for cell in column for line in cell.split("\n")) for column in every]
    while sum(widths) + len(GAP) * (len(widths) - 1) > WIDTH and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return [
        max(columns(line) for cell in column for line in _cell_lines(cell, width))
        for column, width in zip(every, widths, strict=True)
    ]


# ---------------------------------------------------------------- Markdown


def markdown_lines(parts: Iterable[Part]) -> Iterator[str]:
    """The sheet as Markdown."""
    for number, part in enumerate(parts):
        if number:
            yield ""
        match part:
            case Heading(level, text):
                yield f"{'#' * level} {_marked(text)}"
            case Sentence(text):
                yield _marked(text)
            case Grid():
                yield from _pipes(part)


def _pipes(grid: Grid) -> Iterator[str]:
    yield _pipe(grid.head)
    yield f"|{'|'.join('---:' if n in grid.right else '---' for n in range(len(grid.head)))}|"
    yield from (_pipe(row) for row in grid.rows)


def _pipe(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join('<br>'.join(_marked(line) for line in cell.split(chr(10))) for cell in cells)} |"


def _marked(text: str) -> str:
    """A text in which nothing is markup."""
    plain = shown(text).replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{letter}" if letter in "`*_[]|#~" else letter for letter in plain)
