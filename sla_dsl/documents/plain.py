"""Plain text: blocks between empty lines, and what each of them is.

A line that stands alone, is short and does not end as sentences do is a heading; so is one that begins with a
clause's number.  Lines with tabs between their parts, or that all end in a figure, are a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sla_dsl.documents.elements import Element
from sla_dsl.documents.numbering import clause_number, item_mark, looks_like_title

_FIGURE = re.compile(r"[\d%€$£]\s*$")

Numbered = tuple[int, str]
"""A line with its number."""


def read_plain(text: str) -> tuple[Element, ...]:
    """The elements of a plain text."""
    return tuple(element for block in blocks(text.splitlines()) for element in _elements(block))


def blocks(lines: Sequence[str]) -> Iterator[list[Numbered]]:
    """The lines between empty lines; a line with the number of a clause begins a block of its own."""
    block: list[Numbered] = []
    for number, line in enumerate(lines, 1):
        if block and (not line.strip() or clause_number(line)):
            yield block
            block = []
        if line.strip():
            block.append((number, line))
    if block:
        yield block


def _elements(block: list[Numbered]) -> Iterator[Element]:
    texts = [line for _, line in block]
    if _is_table(texts):
        yield Element("table", "\n".join(text.strip() for text in texts), block[0][0])
        return
    if len(block) == 1 and item_mark(texts[0]) is None and not clause_number(texts[0]) and looks_like_title(texts[0]):
        yield Element("heading", texts[0].strip(), block[0][0], level=1)
        return
    yield from _in_words(block)


def _in_words(block: list[Numbered]) -> Iterator[Element]:
    """A numbered clause, paragraphs and items."""
    numbered = clause_number(block[0][1])
    if numbered is not None:
        title, block = _titled(numbered.rest, block)
        yield Element("heading", title, block[0][0], numbered.number, numbered.number.count(".") + 1)
        block = block if block[0][1] else block[1:]
    yield from joined(block)


def _titled(rest: str, block: list[Numbered]) -> tuple[str, list[Numbered]]:
    """The title of a numbered clause, if it has one; what is left of its first line takes that line's place.

    A title ends with its line: where the next line does not begin with a capital, it goes on, and is none.
    """
    if looks_like_title(rest) and (len(block) == 1 or block[1][1].lstrip()[:1].isupper()):
        return rest, [(block[0][0], ""), *block[1:]]
    return "", [(block[0][0], rest), *block[1:]]


def joined(block: Sequence[Numbered]) -> Iterator[Element]:
    """The lines as paragraphs and items: an item goes on until the next mark."""
    begun: Element | None = None
    for number, line in block:
        item = item_mark(line)
        if item is not None or begun is None:
            if begun is not None:
                yield begun
            begun = Element("paragraph", line.strip(), number)
            begun = begun if item is None else Element("item", item.rest, number, item.number)
        else:
            begun = begun._replace(text=_lengthened(begun.text, line.strip()))
    if begun is not None:
        yield begun


def _lengthened(text: str, more: str) -> str:
    """The text with a further line; a word that was cut at the end of a line is whole again."""
    return text[:-1] + more if text.endswith("-") and more[:1].islower() else f"{text} {more}"


def _is_table(texts: Sequence[str]) -> bool:
    if len(texts) < 2:
        return False
    if all("\t" in text.strip() or text.strip().startswith("|") for text in texts):
        return True
    return len(texts) > 2 and all(_FIGURE.search(text) for text in texts[1:]) and item_mark(texts[1]) is None
