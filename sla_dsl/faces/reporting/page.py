"""The page."""

from __future__ import annotations

from html import escape

from sla_dsl.faces.reporting.document import markdown
from sla_dsl.faces.reporting.model import Report


def page(report: Report) -> str:
    """The report as a page."""
    text = escape(markdown(report).decode("utf-8"))
    head = f'<meta charset="utf-8"><title>{escape(report.title)}</title>'
    return f'<!doctype html><html lang="{report.language}">{head}<pre>{text}</pre></html>'
