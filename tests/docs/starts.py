"""The commands of `start.md`, run one block after the other in one folder; `in=shop` says in which one of it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.docs.blocks import Block, blocks
from tests.docs.transcripts import as_printed, commands, run

NAME = "start.md"


def transcripts() -> Iterator[tuple[Block, str]]:
    """Each console block, with what it should show today."""
    with tempfile.TemporaryDirectory() as folder:
        for block in blocks(NAME):
            if block.language == "console":
                with contextlib.chdir(Path(folder) / block.options.get("in", "")), _without_settings():
                    yield block, "".join(_shown(block))


def _shown(block: Block) -> Iterator[str]:
    for command in commands(block):
        yield f"$ {command.line}\n{as_printed(run(command.line), command.output)}"


@contextlib.contextmanager
def _without_settings() -> Iterator[None]:
    """What is set where the tests run has nothing to do with what the page shows."""
    held = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("SLA_")}
    try:
        yield
    finally:
        os.environ.update(held)
