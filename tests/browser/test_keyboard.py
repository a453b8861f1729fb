"""With the keyboard alone, and without scripts: every stretch is reached, and shows when it was, what and why."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.faces.reporting.model import Stretch
from tests.browser.conftest import Look
from tests.browser.months import month

TIP = """() => {
    const one = document.activeElement, shown = getComputedStyle(one, "::after");
    const row = one.parentElement.getBoundingClientRect();
    return {
        words: one.getAttribute("aria-label"), content: shown.content, left: row.left + parseFloat(shown.left),
        width: parseFloat(shown.width), position: shown.position, outline: getComputedStyle(one).outlineStyle,
    };
}"""


def stretches(name: str) -> list[Stretch]:
    """The stretches of a month in which something happened."""
    return [one for strip in month(name).periods[0].strips for one in strip.stretches if one.bucket != "up"]


def walk(opened: Any) -> list[dict[str, Any]]:
    """What the Tab key comes to in the strip."""
    opened.locator(".strip").first.evaluate("one => one.previousElementSibling.focus()")
    found: list[dict[str, Any]] = []
    while True:
        opened.keyboard.press("Tab")
        if not opened.evaluate("document.activeElement.matches('.line a')"):
            return found
        found.append(opened.evaluate(TIP))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["three", "overlapping", "unknown", "real", "breach", "hostile"])
def test_every_stretch_is_reached_and_tells(look: Look, name: str, width: int) -> None:
    tips = walk(look(name, width, scripts=True))
    assert len(tips) == len(stretches(name))
    for tip, stretch in zip(tips, stretches(name), strict=True):
        assert stretch.span in tip["words"]
        assert stretch.words in tip["words"]
        assert stretch.clause in tip["words"]
        assert tip["content"] != "none"
        assert tip["position"] == "absolute"
        assert tip["outline"] == "solid"
        assert tip["left"] >= 0
        assert tip["left"] + tip["width"] <= width


def test_the_clause_of_a_stretch_is_in_what_is_shown(look: Look) -> None:
    tips = walk(look("three", scripts=True))
    assert 'counted as Downtime (§ "How it works" paragraph 1). INC-1' in tips[0]["words"]
    assert "INC-1" in tips[0]["content"]


def test_a_pointer_shows_the_same(look: Look) -> None:
    opened = look("three", scripts=True)
    link = opened.locator(".line a").first
    assert link.evaluate("one => getComputedStyle(one, '::after').content") == "none"
    link.hover()
    assert "INC-1" in link.evaluate("one => getComputedStyle(one, '::after').content")


def test_it_works_without_scripts(look: Look) -> None:
    """What is seen changes when a stretch has the focus: the picture of the screen is another one."""
    opened = look("three", 390)
    before = opened.screenshot()
    opened.locator(".line a").first.focus()
    after = opened.screenshot()
    assert before != after


def test_a_stretch_leads_to_its_incident(look: Look) -> None:
    opened = look("three", scripts=True)
    opened.locator(".line a").nth(1).focus()
    opened.keyboard.press("Enter")
    assert "INC-2" in opened.locator("tr:target").inner_text()


def test_a_folded_incident_is_opened_when_it_is_led_to(look: Look) -> None:
    opened = look("folded", scripts=True)
    assert not opened.locator("#p1i449").is_visible()
    opened.locator(".line a[href='#p1i449']").first.focus()
    opened.keyboard.press("Enter")
    assert opened.locator("#p1i449").is_visible()


def test_what_has_no_incident_leads_to_the_legend(look: Look) -> None:
    opened = look("unknown", scripts=True)
    last = opened.locator(".line a:not([tabindex])").last
    last.focus()
    opened.keyboard.press("Enter")
    assert "not observed" in opened.locator("tr:target").inner_text()


def test_the_picture_can_be_skipped(look: Look) -> None:
    opened = look("many", scripts=True)
    opened.locator(".skip").focus()
    assert opened.locator(".skip").is_visible()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert not opened.evaluate("document.activeElement.matches('.line a')")
