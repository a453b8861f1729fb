"""The line of a source that a finding speaks of, with the words underlined."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.layout import columns
from sla_dsl.findings.finding import Span
from sla_dsl.findings.source import Source
from sla_dsl.records import NamedTuple

LONGEST = 100
"""Lines of up to so many characters are shown whole."""

BEFORE = 40
"""Characters of a longer line that are shown before the words meant."""

WORDS = 60
"""Characters of the words meant that are shown."""

AFTER = 40
"""Characters shown after them."""

TAB = 4

GUTTER = len("    1 │")
"""How wide the number of the line is, with the stroke after it; a number of more than five digits reaches further."""


class Marked(NamedTuple):
    """A line of an excerpt; from `start` to `end` stand the words meant, or the marks under them."""

    text: str
    start: int
    end: int


def excerpt(source: Source, span: Span) -> Iterator[Marked]:
    """The number and the text of the line, and under it a mark for each column of the words."""
    number, column = source.position(span.start)
    line = source.line(number)
    start = min(column - 1, len(line))
    end = max(min(start + span.end - span.start, len(line)), start)
    before, words, after = _cut(line, start, end)
    text, place = _visible(before, 0)
    marked, reach = _visible(words, place)
    rest, _ = _visible(after, reach)
    gutter = f"{number:>5} │ "
    begin = len(gutter)
    yield Marked(f"{gutter}{text}{marked}{rest}".rstrip(), begin + len(text), begin + len(text) + len(marked))
    marks = "^" * max(reach - place, 1)
    yield Marked(f"{'│':>{begin - 1}} {' ' * place}{marks}", begin + place, begin + place + len(marks))


def _cut(line: str, start: int, end: int) -> tuple[str, str, str]:
    """The line before, in and after the words meant; of a long line only what is near."""
    if len(line) <= LONGEST:
        return line[:start], line[start:end], line[end:]
    before = line[:start] if start <= BEFORE else "…" + line[start - BEFORE : start]
    cut = end - start > WORDS
    words = line[start : start + WORDS] if cut else line[start:end]
    after = "…" if cut else line[end:] if len(line) - end <= AFTER else line[end : end + AFTER] + "…"
    return before, words, after


def _visible(text: str, column: int) -> tuple[str, int]:
    """The text as it can be shown from a column on, and the column after it.  Tabs go to the next stop."""
    parts: list[str] = []
    for character in text:
        part = " " * (TAB - column % TAB) if character == "\t" else " " if character.isspace() else shown(character)
        parts.append(part)
        column += columns(part)
    return "".join(parts), column
