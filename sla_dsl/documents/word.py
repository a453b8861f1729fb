"""Word files: paragraphs with their styles, and the numbers that Word makes only when it shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sla_dsl.documents.elements import Element
from sla_dsl.documents.numbering import clause_number, looks_like_title
from sla_dsl.documents.plain import joined

_NUMBER = re.compile(r"(?:\w{1,5}[.)]|--)\t\s*")
_LETTERED = re.compile(r"([a-zA-Z]{1,5})[.)]\t")
_STYLE = re.compile(r"(?:heading|title|berschrift|kop)\D*(\d?)", re.IGNORECASE)


def read_word(data: bytes) -> tuple[Element, ...]:
    """The elements of a Word file; raises ImportError where the library is not there, and whatever it raises."""
    from docx2python import docx2python

    with docx2python(BytesIO(data)) as content:
        return tuple(_elements(content.body_pars))


def _elements(tables: Any) -> Iterator[Element]:
    """Word's tables, and what stands between them, which the library shows as a table of one cell."""
    line = 1
    for table in tables:
        paragraphs = [[[_text(par) for par in cell] for cell in row] for row in table]
        if len(table) > 1 or any(len(row) > 1 for row in table):
            rows = ["\t".join(" ".join(cell).strip() for cell in row) for row in paragraphs]
            yield Element("table", "\n".join(rows), line)
            line += len(rows)
            continue
        for par in table[0][0]:
            if _text(par).strip():
                yield from _of_paragraph(par, line)
            line += 1


def _text(par: Any) -> str:
    return "".join(par.run_strings)


def _of_paragraph(par: Any, line: int) -> Iterator[Element]:
    text = _text(par).strip()
    numbers = [number for number in par.list_position[1] if number]
    lettered, style = _LETTERED.match(text), _STYLE.match(par.style or "")
    if numbers and lettered is None and not text.startswith("--"):
        yield from _numbered(_NUMBER.sub("", text), ".".join(map(str, numbers)), line)
    elif style:
        written = clause_number(text)
        head = (written.rest, line, written.number) if written else (text, line, "")
        yield Element("heading", *head, level=int(style[1] or 1))
    elif numbers:
        yield Element("item", _NUMBER.sub("", text), line, lettered[1] if lettered else "")
    else:
        yield from joined([(line, text)])


def _numbered(text: str, number: str, line: int) -> Iterator[Element]:
    """A clause that Word numbers: its title alone, or its text."""
    title = text if looks_like_title(text) else ""
    yield Element("heading", title, line, number, number.count(".") + 1)
    if not title:
        yield Element("paragraph", text, line)
