"""Markdown: headings by their signs, lists, tables with bars; everything else as in plain text.

Only what says where a clause begins is read; emphasis and links are dropped, and what is set off as code is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_dsl.documents.elements import Element
from sla_dsl.documents.numbering import clause_number, item_mark
from sla_dsl.documents.plain import Numbered, joined

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_RULE = re.compile(r"\|?[\s:|-]+\|[\s:|-]*$")
_LIST = re.compile(r"(\s*)\d{1,3}[.)]\s+")
_EMPHASIS = re.compile(r"(\*\*|__|[*_`])(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def read_markdown(text: str) -> tuple[Element, ...]:
    """The elements of a Markdown text."""
    return tuple(_elements(list(enumerate(text.splitlines(), 1))))


def _elements(lines: list[Numbered]) -> Iterator[Element]:
    block: list[Numbered] = []
    for number, line in lines:
        heading = _HEADING.match(line)
        if block and (underline := _UNDERLINE.match(line)) and len(block) == 1:
            yield _heading(block[0][1], block[0][0], 1 if underline[1][0] == "=" else 2)
            block = []
        elif heading or not line.strip():
            yield from _block(block)
            block = []
            if heading:
                yield _heading(heading[2], number, len(heading[1]))
        else:
            block.append((number, line))
    yield from _block(block)


def _heading(text: str, line: int, level: int) -> Element:
    plain = _plain(text).strip()
    numbered = clause_number(plain)
    return Element("heading", *((numbered.rest, line, numbered.number) if numbered else (plain, line, "")), level)


def _block(block: list[Numbered]) -> Iterator[Element]:
    if block and all(line.lstrip().startswith("|") or _RULE.match(line) for _, line in block):
        rows = [line for _, line in block if not _RULE.match(line)]
        yield Element("table", "\n".join(_cells(row) for row in rows), block[0][0])
        return
    plain = [(number, _plain(_LIST.sub(r"\1- ", line))) for number, line in block]
    numbered = clause_number(plain[0][1]) if plain and item_mark(plain[0][1]) is None else None
    if numbered is None:
        yield from joined(plain)
        return
    yield Element("heading", "", plain[0][0], numbered.number, 7)
    yield from joined([(plain[0][0], numbered.rest), *plain[1:]])


def _cells(row: str) -> str:
    return "\t".join(_plain(cell).strip() for cell in row.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    """The words without links and emphasis."""
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)))
