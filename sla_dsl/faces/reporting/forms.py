"""The forms of a report: which one is asked for, whether it can be written here, and what writes it."""

from __future__ import annotations

import os
from importlib import import_module

import click

from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.reporting.model import Report

ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".md": "md",
    ".markdown": "md",
    ".csv": "csv",
    ".xlsx": "xlsx",
}

NEEDS = {"pdf": ("weasyprint", "A PDF", "pdf"), "xlsx": ("openpyxl", "A workbook", "excel")}
"""What a form cannot be written without: the library, what the form is called, and the extra that brings it."""


def is_folder(output: str) -> bool:
    """Whether the output is a folder: one that there is, or a name that says so."""
    return output != STANDARD_INPUT and (output.endswith(("/", os.sep)) or os.path.isdir(output))


def chosen_form(form: str | None, output: str) -> str:
    """The form that is asked for, by name or by the ending of the file; wrong uses are told."""
    ending = "" if output == STANDARD_INPUT or is_folder(output) else os.path.splitext(output)[1].lower()
    by_ending = ENDINGS.get(ending)
    if form is None and by_ending is None:
        raise click.UsageError(_not_said(ending))
    if form is not None and by_ending is not None and form != by_ending:
        raise click.UsageError(f"The file ends in {ending}, but --format says {form}. Change one of them.")
    found = form or by_ending or ""
    _check(found)
    return found


def _not_said(ending: str) -> str:
    if ending:
        return f"A report is not written as {ending}. Let the file end in .html, .pdf, .md, .csv or .xlsx."
    return (
        "Say how to write the report: --format html, pdf, md, csv or xlsx, "
        "or -o with a file that ends so, such as -o report.html."
    )


def _check(form: str) -> None:
    """Tells that a form cannot be written here, before anything is worked out."""
    if form not in NEEDS:
        return
    library, called, extra = NEEDS[form]
    try:
        import_module(library)
    except ImportError:
        words = f'{called} can be written only when what writes it is installed: pip install "sla-dsl[{extra}]".'
        raise click.UsageError(f"{words} {_INSTEAD[form]}") from None
    except OSError:
        words = f"{called} cannot be written on this machine: the library Pango, which sets the text, is not installed."
        raise click.UsageError(f"{words} {_INSTEAD[form]}") from None


_INSTEAD = {
    "pdf": "Or write the report as .html, and print it to a PDF from a browser.",
    "xlsx": "Or write the report as .csv, which every spreadsheet opens.",
}


def written(report: Report, form: str) -> bytes:
    """The report as a file of that form."""
    if form == "html":
        from sla_dsl.faces.reporting.page import page

        return page(report).encode("utf-8", "backslashreplace")
    if form == "pdf":
        from sla_dsl.faces.reporting.printing import printed

        return printed(report)
    if form == "xlsx":
        from sla_dsl.faces.reporting.workbook import workbook

        return workbook(report)
    if form == "csv":
        from sla_dsl.faces.reporting.comma import comma_separated

        return comma_separated(report)
    from sla_dsl.faces.reporting.document import markdown

    return markdown(report)
