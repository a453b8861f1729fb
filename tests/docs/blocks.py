"""The fenced blocks of a document, and the tables and lines around them.

A block's first line says what it is: a language (`sla`, `text`, `console`), then words, then options:

    ```sla passing in=downtime
    ```sla failing in=downtime code=open-choice line=1 words="to the nearest minute"
    ```text says
    ```console
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[2] / "docs"
_FENCE = "```"
_HEADING = re.compile(r"(#{1,4}) (.+)")
_CODE = re.compile(r"`([^`]+)`")


class Block(NamedTuple):
    """A fenced block: `line` is that of its first line of text, `heading` the one that it stands under."""

    document: str
    line: int
    heading: str
    language: str
    words: tuple[str, ...]
    options: Mapping[str, str]
    text: str

    @property
    def name(self) -> str:
        """How a test is called that is about the block."""
        return f"{self.document}:{self.line}"


def document(name: str) -> str:
    """The text of a document."""
    return (FOLDER / name).read_text("utf-8")


def blocks(name: str) -> list[Block]:
    """The blocks of a document, in order."""
    return list(blocks_of(name, document(name)))


def blocks_of(name: str, text: str) -> Iterator[Block]:
    """The blocks of a text; one that is not closed is a mistake of the document."""
    heading, opened, info, lines = "", 0, "", list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if opened and line == _FENCE:
            yield _block(name, opened, heading, info, "".join(f"{held}\n" for held in lines))
            opened = 0
        elif opened:
            lines.append(line)
        elif line.startswith(_FENCE):
            opened, info, lines = number + 1, line.removeprefix(_FENCE), []
        elif found := _HEADING.fullmatch(line):
            heading = found[2]
    if opened:
        raise ValueError(f"{name}: the block in line {opened} is not closed")


def _block(name: str, line: int, heading: str, info: str, text: str) -> Block:
    language, *rest = shlex.split(info) or [""]
    options = dict(word.split("=", 1) for word in rest if "=" in word)
    words = tuple(word for word in rest if "=" not in word)
    return Block(name, line, heading, language, words, options, text)


def sections(text: str, level: int) -> dict[str, str]:
    """The parts of a text under headings of that level, by heading."""
    parts = re.split(rf"(?m)^#{{{level}}} (.+)$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def table(text: str, *first_cells: str) -> list[tuple[str, ...]]:
    """The rows of the table whose heading begins with these cells."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith("|") and cells(line)[: len(first_cells)] == first_cells:
            next(lines)
            return [cells(row) for row in _while_table(lines)]
    raise ValueError(f"there is no table with the heading {first_cells}")


def _while_table(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("|"):
            return
        yield line


def cells(line: str) -> tuple[str, ...]:
    """The cells of a row; a bar inside a cell is written with a backslash."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))


def in_code(text: str) -> list[str]:
    """Everything between single backquotes, in order."""
    return _CODE.findall(text)
