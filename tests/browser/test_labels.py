"""Labels of the pictures: none lies on another, on a screen, on a telephone, on paper."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from tests.browser.conftest import Look

MIXED = ("three", "overlapping", "clocks", "unknown", "real", "german", "folded", "quarter", "year")
LABELS = "svg text, .hours span, .names div, .heights span"

BOXES = """all => all.filter(one => one.getClientRects().length && getComputedStyle(one).visibility === "visible"
    && one.textContent.trim()).map(one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const box = (one.closest("svg") ? one : range).getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom, one.textContent];
    })"""

PAPER = 680
"""The width of A4 between the margins, in pixels."""


def overlapping(boxes: list[Any]) -> list[tuple[str, str]]:
    """Pairs of labels of which more than the edges touch."""
    found = []
    for a, b in combinations(boxes, 2):
        wide = min(a[2], b[2]) - max(a[0], b[0])
        high = min(a[3], b[3]) - max(a[1], b[1])
        if wide > 1 and high > 3:
            found.append((a[4], b[4]))
    return found


@pytest.mark.parametrize("width", [1280, 768, 390, PAPER])
@pytest.mark.parametrize(
    "name", ["three", "overlapping", "clocks", "unknown", "real", "german", "folded", "quarter", "year"]
)
def test_no_label_lies_on_another(look: Look, name: str, width: int) -> None:
    opened = look(name, width, scripts=True)
    if width == PAPER:
        opened.emulate_media(media="print")
    boxes = opened.eval_on_selector_all(LABELS, BOXES)
    assert len(boxes) > 30
    assert overlapping(boxes) == []


def test_two_labels_that_lie_on_one_another_are_noticed(look: Look) -> None:
    opened = look("three", scripts=True)
    opened.evaluate("document.querySelectorAll('svg text').forEach(one => one.setAttribute('x', '50%'))")
    assert overlapping(opened.eval_on_selector_all(LABELS, BOXES))


def test_text_is_not_cut_off_in_the_answer(look: Look) -> None:
    for width in (1280, 390):
        opened = look("unknown", width, scripts=True)
        for css in (".answer .amount", ".answer .say", "h1"):
            box = opened.locator(css).evaluate("one => [one.scrollWidth, one.clientWidth]")
            assert box[0] <= box[1], (css, width)
