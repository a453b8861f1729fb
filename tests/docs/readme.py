"""The first page of the project: its blocks, and what its commands print; `python -m tests.docs.readme` renews it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.docs.blocks import Block, blocks_of
from tests.docs.transcripts import ROOT, commands, run

PATH = ROOT / "README.md"
CUT_BEFORE = "How it was worked out\n"
"""From here on the page leaves out what a command prints."""


def text() -> str:
    """The page."""
    return PATH.read_text(encoding="utf-8")


def blocks(language: str) -> list[Block]:
    """The blocks of a language, in order."""
    return [block for block in blocks_of("README.md", text()) if block.language == language]


@contextlib.contextmanager
def beside_the_project() -> Iterator[None]:
    """A folder in which the project's policies and examples lie, so that nothing is written into the project."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("policies", "examples"):
            (Path(folder) / name).symlink_to(ROOT / name)
        with contextlib.chdir(folder):
            yield


def renewed() -> str:
    """The page with what the commands print today."""
    lines = text().splitlines()
    with beside_the_project():
        for block in reversed(blocks("console")):
            made = "".join(f"$ {it.line}\n{_cut(run(it.line))}" for it in commands(block))
            lines[block.line - 1 : block.line - 1 + block.text.count("\n")] = made.splitlines()
    return "\n".join(lines) + "\n"


def _cut(output: str) -> str:
    start, found, _ = output.partition(CUT_BEFORE)
    return f"{start}…\n" if found else output


if __name__ == "__main__":
    PATH.write_text(renewed(), encoding="utf-8")
