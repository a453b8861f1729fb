"""Lines of text: with what stands before them, wrapped where there is a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_dsl.faces.escaping import shown
from sla_dsl.records import NamedTuple


class Line(NamedTuple):
    """A line of any length.

    `first` stands before it, `rest` before what is wrapped to further lines.  `marks` are the numbers of the
    assumptions that it rests on; they end the line in brackets.
    """

    text: str = ""
    first: str = ""
    rest: str = ""
    marks: tuple[int, ...] = ()


def indented(text: str, depth: int, hang: int = 0, marks: tuple[int, ...] = ()) -> Line:
    """A line that begins `depth` columns in; further lines begin `hang` columns further."""
    return Line(text, " " * depth, " " * (depth + hang), marks)


BLANK = Line()


def laid_out(lines: Iterable[Line], width: int | None) -> Iterator[str]:
    """The lines as they are printed; without a width each is one line, however long."""
    for line in lines:
        text = shown(line.text) + "".join(f" [{number}]" for number in dict.fromkeys(line.marks) if number)
        if width is None or columns(line.first) + columns(text) <= width:
            yield (line.first + text).rstrip()
        else:
            yield from _wrapped(text, line, width)


def _wrapped(text: str, line: Line, width: int) -> Iterator[str]:
    """Words as many as fit; one that is too long stands alone and sticks out, so that it can be copied."""
    written, room = line.first, width - columns(line.first)
    begun = False
    for word in _words(text):
        needed = columns(word) + begun
        if begun and needed > room:
            yield written.rstrip()
            written, room, begun = line.rest, width - columns(line.rest), False
            needed = columns(word)
        written += f" {word}" if begun else word
        room -= needed
        begun = True
    yield written.rstrip()


def _words(text: str) -> Iterator[str]:
    """The words between which a line may be broken: `§` stays with what it marks, `%` with its number."""
    held = ""
    for word in text.split(" "):
        if held and not (held.endswith("§") or word.startswith("%")):
            yield held
            held = word
        else:
            held = f"{held} {word}" if held else word
    yield held


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for one that is set onto another."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
