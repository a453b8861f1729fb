"""A contract's text from the bytes of its file: which form it has, its name says."""

from __future__ import annotations

from collections.abc import Callable

from sla_dsl.documents import mistakes
from sla_dsl.documents.clauses import Document, document_of
from sla_dsl.documents.elements import Element
from sla_dsl.documents.limits import DOCUMENT_BYTES
from sla_dsl.findings.finding import Finding

Reader = Callable[[bytes], tuple[Element, ...]]


def read_document(data: bytes, name: str) -> Document | Finding:
    """The clauses of a contract, or why there are none."""
    if len(data) > DOCUMENT_BYTES:
        return mistakes.too_large(DOCUMENT_BYTES, name)
    ending = name.lower().rpartition(".")[2]
    if ending not in READERS:
        return mistakes.kind_not_read(name)
    try:
        elements = READERS[ending](data)
    except UnicodeDecodeError:
        return mistakes.not_utf8(name)
    except ImportError:
        return mistakes.reader_missing(name, f".{ending}")
    except Exception:
        # The libraries for Word and PDF raise whatever they stumble over in a damaged file.
        return mistakes.damaged(name)
    return document_of(name, elements) if elements else mistakes.no_text(name)


def _plain(data: bytes) -> tuple[Element, ...]:
    from sla_dsl.documents.plain import read_plain

    return read_plain(data.decode("utf-8-sig"))


def _markdown(data: bytes) -> tuple[Element, ...]:
    from sla_dsl.documents.markdown import read_markdown

    return read_markdown(data.decode("utf-8-sig"))


def _word(data: bytes) -> tuple[Element, ...]:
    from sla_dsl.documents.word import read_word

    return read_word(data)


def _pdf(data: bytes) -> tuple[Element, ...]:
    from sla_dsl.documents.pdf import read_pdf

    return read_pdf(data)


READERS: dict[str, Reader] = {
    "txt": _plain,
    "text": _plain,
    "md": _markdown,
    "markdown": _markdown,
    "docx": _word,
    "pdf": _pdf,
}
"""What reads a file, by the ending of its name."""
