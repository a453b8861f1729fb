"""The page on coverage: what its commands print is what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import Block, blocks
from tests.docs.transcripts import as_printed, commands, lay_out, run

CONSOLES = [block for block in blocks("coverage.md") if block.language == "console"]


@pytest.mark.parametrize("block", CONSOLES, ids=[block.name for block in CONSOLES])
def test_a_command_prints_what_stands_below_it(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    for command in commands(block):
        assert as_printed(run(command.line), command.output) == command.output
