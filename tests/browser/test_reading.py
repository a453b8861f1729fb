"""The page as a reader has it: without scripts, on any screen, everything there and nothing over the edge."""

from __future__ import annotations

import pytest

from sla_dsl.faces.reporting.languages import labels
from sla_dsl.faces.reporting.model import Report
from tests.browser.conftest import Look
from tests.browser.months import HOSTILE, MONTHS, month

WIDTHS = (1280, 768, 390)


def plain(text: str) -> str:
    return " ".join(text.split())


def said(report: Report) -> list[str]:
    """What must be on the page."""
    found = [report.title, report.zone, report.provenance.policy, report.provenance.evidence, *report.notes]
    found += [one.text for one in report.assumptions]
    for period in report.periods:
        found += [period.title, period.span, *period.answer]
        found += [total.clock for strip in period.strips for total in strip.totals]
        found += [step.amount for stairs in period.staircases for step in stairs.steps]
        found += [line.value for working in period.workings for line in working.lines]
        found += [line.how.text for working in period.workings for line in working.lines]
        found += [one.length.words for one in period.incidents]
        found += [target.sentence for ticket in period.tickets for target in ticket.targets]
        found += [change for one in period.missing for change in one.changes]
    return found


@pytest.mark.parametrize("name", [name for name in MONTHS if name != "many"])
def test_everything_is_there_without_scripts(look: Look, name: str) -> None:
    text = plain(look(name).locator("body").text_content())
    missing = [words for words in said(month(name)) if plain(words) not in text]
    assert missing == []


def test_two_thousand_incidents_are_all_there(look: Look) -> None:
    opened = look("many", scripts=True)
    shown = opened.eval_on_selector_all(".incidents .id", "all => all.map(one => one.textContent)")
    assert shown == [f"INC-{n}" for n in range(2_000)]
    assert opened.locator(".incidents tbody tr:visible").count() == 200
    assert "Showing 200 of 2000" in opened.locator("body").inner_text()
    assert opened.locator("details").count() == 9


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "name", ["three", "unknown", "hostile", "german", "several", "real-claimed", "support", "quarter", "long", "many"]
)
def test_nothing_sticks_out_at_the_side(look: Look, name: str, width: int) -> None:
    opened = look(name, width, scripts=True)
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    outside = opened.eval_on_selector_all(
        "body *:not(.skip):not(.screen)",
        """(all, width) => all.filter(one => {
            const box = one.getBoundingClientRect();
            return box.width > 1 && box.height > 1 && one.closest("thead, .skip") === null
                && getComputedStyle(one).visibility === "visible" && (box.right > width + 1 || box.left < -1);
        }).map(one => one.outerHTML.slice(0, 120))""",
        width,
    )
    assert outside == []


def test_the_answer_comes_first_and_is_the_largest(look: Look) -> None:
    opened = look("three", scripts=True)
    amount = opened.locator(".answer .amount")
    assert amount.inner_text() == "90.00 EUR"
    assert amount.bounding_box()["y"] < 500
    sizes = opened.eval_on_selector_all("body *", "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert max(sizes) == float(amount.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))


def test_names_that_look_like_markup_are_text(look: Look) -> None:
    opened = look("hostile", scripts=True)
    assert opened.locator("img, script, iframe, object, link, [onerror], [onload]").count() == 0
    assert opened.title().startswith("Ecerium uptime guarantee")
    text = opened.locator("body").inner_text()
    for name in HOSTILE:
        assert name.replace("\u202e", "\\u202e").replace("\u2066", "\\u2066") in plain(text)
    assert "\u202e" not in opened.content()
    assert "\u2066" not in opened.content()


def test_headings_are_in_the_language_and_sentences_say_that_they_are_english(look: Look) -> None:
    opened = look("german", scripts=True)
    assert opened.locator("html").get_attribute("lang") == "de"
    assert labels("de")["incidents"] in opened.locator("h3").all_inner_texts()
    for css in (".answer .say", ".incidents td p", ".sums", ".assumed", ".legend", ".line a"):
        tongues = opened.eval_on_selector_all(css, "all => all.map(one => one.closest('[lang]').lang)")
        assert set(tongues) == {"en"}, css


def test_each_link_leads_somewhere_in_the_page(look: Look) -> None:
    opened = look("several", scripts=True)
    lost = opened.eval_on_selector_all(
        "a", "all => all.filter(one => !document.getElementById(one.hash.slice(1))).map(one => one.outerHTML)"
    )
    assert lost == []
    names = opened.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(names) == len(set(names))
