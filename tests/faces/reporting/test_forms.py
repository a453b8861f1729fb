"""Which form a report is written in, and what is said where it cannot be."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from sla_dsl.faces.commands.report import FORMS, LANGUAGES
from sla_dsl.faces.reporting import forms, languages
from sla_dsl.faces.reporting.forms import ENDINGS, chosen_form, is_folder, written
from sla_dsl.faces.reporting.making import report_of
from tests.faces.reporting.reports import mail


def refusal(form: str | None, output: str) -> str:
    with pytest.raises(click.UsageError) as refused:
        chosen_form(form, output)
    return refused.value.format_message()


def test_the_command_names_every_form_and_every_language() -> None:
    assert set(FORMS) == set(ENDINGS.values())
    assert languages.LANGUAGES == LANGUAGES


@pytest.mark.parametrize(
    ("name", "form"), [("a.html", "html"), ("A.HTM", "html"), ("x/a.b.csv", "csv"), ("a.markdown", "md")]
)
def test_the_ending_of_the_file_says_the_form(name: str, form: str) -> None:
    assert chosen_form(None, name) == form


@pytest.mark.parametrize("output", ["-", "report", "report.txt", "reports/"])
def test_otherwise_the_option_does(output: str) -> None:
    assert chosen_form("md", output) == "md"


def test_both_must_agree() -> None:
    assert chosen_form("html", "a.html") == "html"
    assert refusal("html", "a.pdf") == "The file ends in .pdf, but --format says html. Change one of them."


def test_one_of_them_is_needed() -> None:
    told = (
        "Say how to write the report: --format html, pdf, md, csv or xlsx, or -o with a file that ends so, such as -o "
    )
    assert refusal(None, "-") == f"{told}report.html."
    assert refusal(None, "reports/") == f"{told}report.html."
    assert (
        refusal(None, "a.docx")
        == "A report is not written as .docx. Let the file end in .html, .pdf, .md, .csv or .xlsx."
    )


@pytest.mark.parametrize(
    ("library", "form", "extra", "instead"),
    [("weasyprint", "pdf", "pdf", ".html"), ("openpyxl", "xlsx", "excel", ".csv")],
)
def test_what_is_not_installed_is_named_with_what_can_be_done(
    library: str, form: str, extra: str, instead: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    told = refusal(form, "-")
    assert f'pip install "sla-dsl[{extra}]".' in told
    assert f"write the report as {instead}" in told


def test_a_library_that_finds_nothing_to_set_text_with_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise OSError("cannot load library 'libpango'")

    monkeypatch.setattr(forms, "import_module", broken)
    assert refusal("pdf", "-").startswith("A PDF cannot be written on this machine: the library Pango")


def test_a_folder_is_one_that_is_there_or_one_that_says_so(tmp_path: Path) -> None:
    assert is_folder(str(tmp_path))
    assert is_folder("reports/")
    assert not is_folder("reports")
    assert not is_folder("-")


@pytest.mark.parametrize(
    ("form", "begins"), [("html", b"<!doctype html>"), ("md", b"# Mail"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")]
)
def test_each_form_is_written(form: str, begins: bytes) -> None:
    assert written(report_of(mail()), form)[: len(begins)].lower() == begins.lower()


@pytest.mark.parametrize("form", ["html", "md", "csv", "xlsx"])
def test_the_same_result_gives_the_same_bytes(form: str) -> None:
    make: Callable[[], bytes] = lambda: written(report_of(mail()), form)  # noqa: E731
    assert make() == make()
