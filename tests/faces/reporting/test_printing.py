"""The report as a PDF; skipped where what sets it, or the libraries of the system that it needs, are not there."""

from __future__ import annotations

import io

import pytest

from sla_dsl.faces.reporting.making import report_of
from tests.faces.reporting.reports import mail

try:
    import weasyprint  # noqa: F401
except (ImportError, OSError) as missing:
    pytest.skip(f"no PDF can be set here: {missing}", allow_module_level=True)

from sla_dsl.faces.reporting import printing


def test_a_pdf_that_says_what_the_page_says() -> None:
    pypdf = pytest.importorskip("pypdf")
    pages = pypdf.PdfReader(io.BytesIO(printing.printed(report_of(mail())))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for sentence in report_of(mail()).periods[0].answer:
        assert sentence.split(":")[0] in text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert printing.printed(report_of(mail())) == printing.printed(report_of(mail()))


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Listening(printing.Refusing):
        def __call__(self, address: str, *further: object) -> dict[str, object]:
            asked.append(address)
            return super().__call__(address)

    monkeypatch.setattr(
        printing, "page", lambda report: '<img src="https://example.com/a.png"><img src="file:///etc/hosts">'
    )
    monkeypatch.setattr(printing, "Refusing", Listening)
    assert printing.printed(report_of(mail())).startswith(b"%PDF")
    assert asked == ["https://example.com/a.png", "file:///etc/hosts"]


def test_what_asks_for_something_is_refused() -> None:
    with pytest.raises(ValueError, match="fetches nothing"):
        printing.Refusing()("https://example.com/a.png")
