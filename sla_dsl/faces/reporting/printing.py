"""A report on paper: the page, set as a PDF."""

from __future__ import annotations

from sla_dsl.faces.reporting.model import Report
from sla_dsl.faces.reporting.page import page


def printed(report: Report) -> bytes:
    """The file; raises ImportError or OSError where what sets it is not installed.

    The page names nothing outside itself, and nothing is fetched: whatever asks for something is refused.
    """
    from weasyprint import HTML

    data: bytes = HTML(string=page(report), url_fetcher=_refuse).write_pdf()
    return data


def _refuse(address: str, *further: object) -> dict[str, object]:
    raise ValueError(f"a report fetches nothing, also not {address[:80]}")
