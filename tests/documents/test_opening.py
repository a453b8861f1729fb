"""Files of contracts: Word and PDF with the extra, and what is said where there is nothing to read."""

from __future__ import annotations

import sys

import pytest

from sla_dsl.documents import limits, opening
from sla_dsl.documents.clauses import Document
from sla_dsl.documents.opening import read_document
from sla_dsl.documents.pdf import without_repeated
from sla_dsl.findings.finding import Finding
from tests.documents.making import paragraph, pdf, table, word

WORD = word(
    paragraph("Hosting agreement", "Title"),
    paragraph("Availability", level=0),
    paragraph("The web sites are there.", level=1),
    paragraph("We pay as follows.", level=1),
    paragraph("below 99.9 %: a tenth", level=2),
    paragraph("Term", level=0),
    paragraph("One year."),
    paragraph("Notices", "Heading1"),
    paragraph("(a) by mail"),
    table(("Uptime", "Credit"), ("99", "5")),
)
PAGES = (
    [
        "Acme, page 1",
        "4 Service credits",
        "4.1 The provider pays for each month in which the uptime is",
        "below 99.9 %.",
    ],
    ["Acme, page 2", "Claims", "The customer claims in time."],
    ["Acme, page 3", "Term", "One year."],
)


def document(data: bytes, name: str) -> Document:
    found = read_document(data, name)
    assert isinstance(found, Document), found
    return found


def refused(data: bytes, name: str) -> str:
    found = read_document(data, name)
    assert isinstance(found, Finding)
    assert (found.code, found.source) == ("unreadable-document", name)
    return found.message


def told(found: Document) -> list[tuple[str, list[str]]]:
    return [(c.words, [p.text for p in found.passages[c.first : c.end]]) for c in found.clauses if not c.is_table]


def test_word_with_the_numbers_that_it_makes_itself() -> None:
    pytest.importorskip("docx2python")
    assert told(document(WORD, "contract.docx")) == [
        ('"Hosting agreement"', []),
        ('1 "Availability"', []),
        ("1.1", ["The web sites are there."]),
        ("1.2", ["We pay as follows.", "below 99.9 %: a tenth"]),
        ('2 "Term"', ["One year."]),
        ('"Notices"', ["by mail", "Uptime\tCredit\n99\t5"]),
    ]


def test_pdf_without_what_every_page_repeats() -> None:
    pytest.importorskip("pypdf")
    assert told(document(pdf(*PAGES), "contract.PDF")) == [
        ('4 "Service credits"', []),
        ("4.1", ["The provider pays for each month in which the uptime is below 99.9 %."]),
        ('"Claims"', ["The customer claims in time."]),
        ('"Term"', ["One year."]),
    ]


def test_a_line_that_few_pages_have_is_kept() -> None:
    pages = [["a 1", "x", "y", "z"], ["a 2", "u", "v", "w"], ["b", "q", "r", "s"]]
    assert without_repeated(pages) == [["x", "y", "z"], ["u", "v", "w"], ["b", "q", "r", "s"]]
    assert without_repeated(pages[:2]) == pages[:2]


def test_a_scan_has_no_text() -> None:
    pytest.importorskip("pypdf")
    assert refused(pdf([]), "scan.pdf") == "There is no text in the file of the contract."


@pytest.mark.parametrize("name", ["broken.pdf", "broken.docx"])
def test_a_damaged_file(name: str) -> None:
    pytest.importorskip("pypdf")
    pytest.importorskip("docx2python")
    assert "damaged" in refused(b"PK\x03\x04 nothing of the kind", name)


@pytest.mark.parametrize(("name", "library"), [("contract.pdf", "pypdf"), ("contract.docx", "docx2python")])
def test_without_the_extra_it_is_said_how_to_get_it(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    found = read_document(b"", name)
    assert isinstance(found, Finding)
    assert "which is not installed" in found.message
    assert 'pip install "sla-dsl[documents]"' in found.repair


def test_other_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is none" in refused(b"", "contract.odt")
    assert "UTF-8" in refused(b"\xff\xfe\x00", "contract.txt")
    assert "no text" in refused(b" \n", "contract.md")
    monkeypatch.setattr(opening, "DOCUMENT_BYTES", 3)
    assert "3 bytes" in refused(b"four", "contract.txt")
    assert limits.DOCUMENT_BYTES > 1_000_000


def test_a_byte_order_mark_is_no_text() -> None:
    assert document("﻿Credits\n\nOne.".encode(), "c.txt").clauses[0].title == "Credits"
