"""PDF files: the text of the pages, without what every page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO

from sla_dsl.documents.elements import Element
from sla_dsl.documents.plain import read_plain


def read_pdf(data: bytes) -> tuple[Element, ...]:
    """The elements of a PDF file; raises ImportError where the library is not there, and whatever it raises."""
    from pypdf import PdfReader

    pages = [page.extract_text().splitlines() for page in PdfReader(BytesIO(data)).pages]
    return read_plain("\n".join(_paragraphs(line for page in without_repeated(pages) for line in page)))


def without_repeated(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without their headers and footers: first and last lines that most pages have, whatever their digits."""
    ends = Counter(_kind(line) for page in pages for line in {*page[:2], *page[-2:]})
    repeated = {line for line, times in ends.items() if len(pages) > 2 and times > len(pages) / 2}
    return [[line for line in page if _kind(line) not in repeated] for page in pages]


def _kind(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _paragraphs(lines: Iterable[str]) -> list[str]:
    """The lines with an empty one after each that ends a paragraph: a PDF does not keep the space between them."""
    every = [line.rstrip() for line in lines]
    width = max(map(len, every), default=0)
    found: list[str] = []
    for line in every:
        found.append(line)
        if len(line) < width * 3 // 4:
            found.append("")
    return found
