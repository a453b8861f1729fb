"""What a contract's text is made of, in its order: headings, paragraphs, items of lists, tables."""

from __future__ import annotations

from typing import Literal

from sla_dsl.records import NamedTuple


class Element(NamedTuple):
    """One of them, and the line on which it begins, counted from 1.

    Of a heading, `number` is what it is numbered with and `level` how deep it stands (1 is the top); of an item,
    `number` is its letter.  The lines of a table are those of `text`, the head first.
    """

    kind: Literal["heading", "paragraph", "item", "table"]
    text: str
    line: int
    number: str = ""
    level: int = 0
