"""What axe-core finds wrong for people who do not see, or not colours, or who use no pointer: nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Look


@pytest.mark.parametrize(
    ("name", "width"),
    [("three", 1280), ("three", 390), ("unknown", 1280), ("support", 1280), ("several", 768), ("german", 1280),
     ("folded", 1280), ("quarter", 1280), ("hostile", 390)],
)  # fmt: skip
def test_axe_finds_nothing(look: Look, name: str, width: int) -> None:
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(look(name, width, scripts=True))
    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]]
    assert told == []


def test_axe_notices_what_cannot_be_read(look: Look) -> None:
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    opened = look("three", scripts=True)
    opened.evaluate("document.querySelector('.say').style.color = '#ccc'")
    assert [one["id"] for one in axe.run(opened).response["violations"]] == ["color-contrast"]
