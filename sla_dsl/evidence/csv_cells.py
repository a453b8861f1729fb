"""Rows and cells of a table, strictly: what other readers of CSV guess at is told here.

Lines end with LF or CRLF.  A cell may be put in quotes, and a quote inside it is written twice.  The reader of the
standard library is not used: it lets a quote that is never closed swallow the rows after it, takes a carriage
return for a line end, and does not say in which column something stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from sla_dsl.evidence import csv_mistakes as mistakes
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.records import NamedTuple

Mistake: TypeAlias = Callable[[str, Span], Finding]

_CELLS = {
    delimiter: re.compile(rf'(?:"([^"]*(?:""[^"]*)*)"|([^"{delimiter}\r\n]*))({delimiter}|\r?\n|\Z)')
    for delimiter in ",;\t"
}
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"(?!")')
_BARE = re.compile(r'[^"\r\n]*')
_TO_LINE_END = re.compile(r"[^\n]*\n?")


class Row(NamedTuple):
    """A row: the line on which it begins (from 1), its place in the text, and its cells.

    `wrong`: what is the matter with how it is written, and where; then the cells mean nothing.
    """

    line: int
    start: int
    cells: list[str]
    wrong: tuple[Mistake, Span] | None = None


def read_rows(text: str, delimiter: str, start: int = 0, line: int = 1) -> Iterator[Row]:
    """The rows from a place in the text on.  After a quote that is never closed there are none."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        plain = text[start:end].removesuffix("\r")
        if '"' in plain or "\r" in plain:
            row, next_start = _read_quoted(text, delimiter, start, line)
        else:
            row, next_start = Row(line, start, plain.split(delimiter)), end + 1
        yield row
        line += text.count("\n", start, next_start)
        start = next_start


def _read_quoted(text: str, delimiter: str, start: int, line: int) -> tuple[Row, int]:
    """A row with quotes in it, and where the next one begins."""
    cells: list[str] = []
    place = start
    while match := _CELLS[delimiter].match(text, place):
        quoted, bare, end = match.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        place = match.end()
        if end != delimiter:
            return Row(line, start, cells), place
    wrong, next_start = _why_no_cell(text, place)
    return Row(line, start, cells, wrong), next_start


def _why_no_cell(text: str, place: int) -> tuple[tuple[Mistake, Span], int]:
    """What is the matter with the cell that begins here, and where to read on."""
    if text[place] == '"' and not _closed(text, place):
        return (mistakes.open_quote, Span(place, place + 1)), len(text)
    here = _closed(text, place) or _run(_BARE, text, place)
    mistake = mistakes.bad_line_end if text[here] == "\r" else mistakes.stray_quote
    return (mistake, Span(here, here + 1)), _run(_TO_LINE_END, text, here)


def _closed(text: str, place: int) -> int:
    """Where the quoted cell that begins here is over; 0 if none begins, or it never is."""
    return _run(_QUOTED, text, place)


def _run(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else 0


def cell_span(text: str, delimiter: str, row: Row, number: int) -> Span:
    """Where the cell with this number (from 0) of a row stands, its quotes included."""
    place = row.start
    for match in _CELLS[delimiter].finditer(text, row.start):
        if not number:
            return Span(match.start(), match.start(3))
        number -= 1
        place = match.end()
    return Span(place, place)
