"""A report on paper: the page, set as a PDF."""

from __future__ import annotations

from sla_dsl.faces.reporting.model import Report
from sla_dsl.faces.reporting.page import page


def printed(report: Report) -> bytes:
    """The file; raises ImportError or OSError where what sets it is not installed.

    The page names nothing outside itself, and nothing is fetched: whatever asks for something is refused.
    """
    from weasyprint import HTML

    data: bytes = HTML(string=page(report), url_fetcher=Refusing()).write_pdf()
    return data


class Refusing:
    """What the library asks for files and addresses: it gets none, and sets the page without them."""

    _fail_on_errors = False
    """Newer versions of the library ask for this, of whatever fetches for them."""

    def __call__(self, address: str, *further: object) -> dict[str, object]:
        raise ValueError(f"a report fetches nothing, also not {address[:80]}")
