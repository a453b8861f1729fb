"""The page on paper: everything unfolded, no row cut, nothing that only a screen needs."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Look


def sheets(opened: Any) -> list[str]:
    """The text of each sheet."""
    reader = pytest.importorskip("pypdf", reason="pypdf is not installed (extra `documents`)")
    data = opened.pdf(format="A4", prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in reader.PdfReader(io.BytesIO(data)).pages]


def test_the_answer_is_on_the_first_sheet(look: Look) -> None:
    told = sheets(look("three"))
    assert len(told) <= 5
    assert "90.00 EUR" in told[0]
    assert "INC-1" in " ".join(told)


def test_folded_incidents_are_printed_too(look: Look) -> None:
    text = "\n".join(sheets(look("folded"))).split()
    assert [f"INC-{n}" for n in range(450) if f"INC-{n}" not in text] == []


def test_what_only_a_screen_needs_is_not_printed(look: Look) -> None:
    opened = look("three", scripts=True)
    opened.emulate_media(media="print")
    for css in (".contents", ".line", ".screen", ".skip"):
        assert not opened.locator(css).first.is_visible(), css
    assert opened.locator(".incidents tr").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_no_row_of_a_table_is_cut(look: Look) -> None:
    """What is said of an incident stands on the sheet that names it."""
    for sheet in sheets(look("folded"))[4:-3]:
        assert sheet.split().count("INC-") == 0
        assert sheet.count("INC-") == sheet.count("2026-03-") // 2


def test_it_is_one_file(look: Look, tmp_path: Path) -> None:
    opened = look("three", scripts=True)
    policy = opened.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "http" not in opened.content().replace("http-equiv", "")
