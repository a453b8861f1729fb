"""A browser to look at pages with; where there is none, these tests are skipped and say so.

`SLA_BROWSER` names the program; without it Chromium is looked for on the path.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.faces.reporting.page import page
from tests.browser.months import month

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
CALM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

Look = Callable[..., Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium without a window."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra `browser`)")
    program = os.environ.get("SLA_BROWSER") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium is found; SLA_BROWSER can name one")
    with driver.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=CALM)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The page of a month as a file, written once."""
    folder = tmp_path_factory.mktemp("pages")

    def write(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(page(month(name)), "utf-8")
        return path

    return write


@pytest.fixture
def look(browser: Any, written: Callable[[str], Path]) -> Iterator[Look]:
    """Opens the page of a month; nothing may be complained of, fetched or asked while it is open."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def open_page(name: str, width: int = 1280, height: int = 900, *, scripts: bool = False) -> Any:
        path = written(name)
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, offline=True
        )
        contexts.append(context)
        opened = context.new_page()
        opened.on("console", lambda message: wrong.append(f"console: {message.text}"))
        opened.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        opened.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        opened.on("request", lambda request: wrong.extend({f"asked: {request.url}"} - {f"asked: {path.as_uri()}"}))
        opened.goto(path.as_uri())
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []
