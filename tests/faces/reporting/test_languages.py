"""Headings and labels in four languages: none is missing, and none is English by oversight."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import pytest

from sla_dsl.faces.reporting import model
from sla_dsl.faces.reporting.comma import comma_separated
from sla_dsl.faces.reporting.document import markdown
from sla_dsl.faces.reporting.languages import LANGUAGES, labels, period_heading
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.model import Report
from sla_dsl.faces.reporting.workbook import workbook
from sla_dsl.values.periods import read_period
from tests.faces.reporting.reports import mail, rich

UNIONS = {"bucket": model.Bucket, "verdict": model.Verdict, "guarantee": model.Kept, "credit": model.Due}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_there_but_the_one_that_says_it_is_english(language: str) -> None:
    empty = [key for key, text in labels(language).items() if not text.strip()]
    assert empty == (["english"] if language == "en" else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_said_of_a_thing_has_its_label(language: str) -> None:
    asked = {f"{kind}.{one}" for kind, union in UNIONS.items() for one in get_args(union)}
    asked |= {f"records.{one.kind}" for one in report_of(mail()).records}
    assert asked <= labels(language).keys()


def test_labels_have_the_same_places_to_fill_in_every_language() -> None:
    for key in labels("en"):
        assert len({tuple(sorted(re.findall(r"{\w*}", labels(one)[key]))) for one in LANGUAGES}) == 1, key


@pytest.mark.parametrize("write", [markdown, comma_separated, workbook])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_written_in_every_language(language: str, write: Callable[[Report], bytes]) -> None:
    for result in (mail(), rich()):
        assert write(report_of(result, language))


def test_sheets_have_names_that_a_spreadsheet_takes() -> None:
    for language in LANGUAGES:
        names = [text for key, text in labels(language).items() if key.startswith("sheet.")]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 31 and not re.search(r"[][:*?/\\]", name) for name in names)


def test_the_words_of_lawyers() -> None:
    assert [labels(one)["credits"] for one in LANGUAGES] == [
        "Service credits",
        "Servicekredieten",
        "Avoirs",
        "Gutschriften",
    ]
    assert [labels(one)["credit.due"] for one in LANGUAGES] == ["due", "verschuldigd", "dû", "geschuldet"]


@pytest.mark.parametrize(
    ("name", "kind", "language", "words"),
    [
        ("2026-03", "month", "en", "March 2026"),
        ("2026-03", "month", "nl", "Maart 2026"),
        ("2026-08", "month", "fr", "Août 2026"),
        ("2026-03", "month", "de", "März 2026"),
        ("2026-Q1", "quarter", "en", "The first quarter of 2026"),
        ("2026-Q2", "quarter", "nl", "Tweede kwartaal van 2026"),
        ("2026-Q3", "quarter", "fr", "Troisième trimestre 2026"),
        ("2026-Q4", "quarter", "de", "Viertes Quartal 2026"),
        ("2026", "year", "de", "2026"),
    ],
)
def test_periods(name: str, kind: str, language: str, words: str) -> None:
    period = read_period(name, kind)  # type: ignore[arg-type]
    assert period is not None
    assert period_heading(period, language) == words


def test_a_report_that_is_not_english_says_that_its_sentences_are() -> None:
    said = markdown(report_of(mail(), "fr")).decode()
    assert "Les titres de ce rapport sont en français, les phrases en anglais." in said
    assert "## Mars 2026" in said
    assert "A credit of 50.00 EUR (the agreement's limit) is due." in said
