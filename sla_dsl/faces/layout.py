"""Lines of text: with what stands before them, what they say in colour, wrapped where there is a width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from sla_dsl.faces.escaping import shown
from sla_dsl.records import NamedTuple

Tone = Literal["title", "faint", "bad", "good", "open", "aside", "error", "warning", "note", "strong"]
"""What words mean, for whoever can see it in colour (`colours.py`): the words themselves say all of it."""


class Tinted(NamedTuple):
    """A stretch of a line, by its characters, and what it means."""

    start: int
    end: int
    tone: Tone


class Line(NamedTuple):
    """A line of any length.

    `first` stands before it, `rest` before what is wrapped to further lines.  `marks` are the numbers of the
    assumptions that it rests on; they end the line in brackets.  `tints` are stretches of `first + text`, in order,
    apart from each other.
    """

    text: str = ""
    first: str = ""
    rest: str = ""
    marks: tuple[int, ...] = ()
    tints: tuple[Tinted, ...] = ()


class Row(NamedTuple):
    """A line as it is printed, safe to show, with the stretches that have a colour."""

    text: str
    tints: tuple[Tinted, ...] = ()


Paint = Callable[[Row], str]
"""What a row is written as."""


def plain(row: Row) -> str:
    """A row as it is."""
    return row.text


def as_painted(rows: Iterable[Row], paint: Paint) -> str:
    """The rows as one text."""
    return "".join(f"{paint(row)}\n" for row in rows)


def indented(text: str, depth: int, hang: int = 0, marks: tuple[int, ...] = ()) -> Line:
    """A line that begins `depth` columns in; further lines begin `hang` columns further."""
    return Line(text, " " * depth, " " * (depth + hang), marks)


def tinted(line: Line, tone: Tone | None, start: int = 0, end: int | None = None) -> Line:
    """The line with a stretch of its text (all of it, if no end is given) in one more colour."""
    if tone is None:
        return line
    before = len(line.first)
    stop = len(line.text) if end is None else end
    return line._replace(tints=(*line.tints, Tinted(before + start, before + stop, tone)))


def pieced(*pieces: tuple[str, Tone | None]) -> Line:
    """A line of pieces, each in its colour, or in none."""
    tints: list[Tinted] = []
    at = 0
    for text, tone in pieces:
        if tone and text:
            tints.append(Tinted(at, at + len(text), tone))
        at += len(text)
    return Line("".join([text for text, _ in pieces]), tints=tuple(tints))


BLANK = Line()


def laid_out(lines: Iterable[Line], width: int | None) -> Iterator[str]:
    """The lines as they are printed; without a width each is one line, however long."""
    return (row.text for row in rows(lines, width))


def rows(lines: Iterable[Line], width: int | None) -> Iterator[Row]:
    """The same, with their colours."""
    for line in lines:
        safe = _made_safe(line)
        if width is None or columns(safe.first) + columns(safe.text) <= width:
            yield Row((safe.first + safe.text).rstrip(), safe.tints)
        else:
            yield from _wrapped(safe, width)


def _made_safe(line: Line) -> Line:
    """The line with nothing in it that a terminal would obey, and its marks at its end."""
    marks = "".join(f" [{number}]" for number in dict.fromkeys(line.marks) if number)
    first, text = shown(line.first), shown(line.text)
    whole, tints = first + text, line.tints
    if tints and len(whole) != len(line.first) + len(line.text):
        raw = line.first + line.text
        tints = tuple([Tinted(len(shown(raw[:s])), len(shown(raw[:e])), tone) for s, e, tone in tints])
    if marks:
        tints = (*tints, Tinted(len(whole), len(whole) + len(marks), "faint"))
    return Line(text + marks, first, shown(line.rest), (), tints)


def _wrapped(line: Line, width: int) -> Iterator[Row]:
    """Words as many as fit; one that is too long stands alone and sticks out, so that it can be copied."""
    before, room = line.first, width - columns(line.first)
    start = end = 0
    for begin, finish in _words(line.text):
        needed = columns(line.text[end:finish])
        if end > start and needed > room:
            yield _row(line, before, start, end)
            before, room, start = line.rest, width - columns(line.rest), begin
            needed = columns(line.text[begin:finish])
        end = finish
        room -= needed
    yield _row(line, before, start, end)


def _row(line: Line, before: str, start: int, end: int) -> Row:
    """A part of the text with what stands before it; what is coloured before the text is so on its first row only."""
    head = len(line.first)
    shift = head + start - len(before)
    reach = 0 if start == 0 else head + start
    cut = [(max(s, reach) - shift, min(e, head + end) - shift, tone) for s, e, tone in line.tints]
    return Row((before + line.text[start:end]).rstrip(), tuple([Tinted(*one) for one in cut if one[0] < one[1]]))


def _words(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the words go between which a line may be broken.

    `§` stays with what it marks, `%` with its number.
    """
    at, begin, end = 0, -1, -1
    for word in text.split(" "):
        if begin >= 0 and word and not (text[end - 1] == "§" or word.startswith("%")):
            yield begin, end
            begin = at
        if word:
            begin, end = (at if begin < 0 else begin), at + len(word)
        at += len(word) + 1
    if begin >= 0:
        yield begin, end


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for one that is set onto another."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
