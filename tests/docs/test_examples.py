"""Every example of every document, run: passing ones pass, failing ones earn what is printed below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import Block, blocks
from tests.docs.examples import differences
from tests.docs.policies import in_words, line, policy_of, reading, told, words
from tests.docs.transcripts import as_printed, commands, lay_out, run

DOCUMENTS = ("language.md", "why.md", "checks.md", "table.md", "diff.md", "import.md", "report.md")
ALL = [block for name in DOCUMENTS for block in blocks(name)]
PASSING = [block for block in ALL if block.words == ("passing",)]
FAILING = [block for block in ALL if block.words == ("failing",)]
KINDS = {
    ("sla", ()),
    ("sla", ("passing",)),
    ("sla", ("failing",)),
    ("text", ("says",)),
    ("form", ()),
    ("console", ()),
    ("json", ()),
    ("text", ()),
}


def _named(block: Block) -> str:
    return block.name


@pytest.mark.parametrize("block", PASSING, ids=_named)
def test_a_passing_example_is_read_checked_and_compiled(block: Block) -> None:
    text = policy_of(block)
    assert [(f.code, words(text, f)) for f in told(text)] == []
    assert reading(text).tree is not None


@pytest.mark.parametrize("block", PASSING, ids=_named)
def test_the_scenarios_in_a_passing_example_come_out(block: Block) -> None:
    assert differences(reading(policy_of(block))) == []


@pytest.mark.parametrize("block", FAILING, ids=_named)
def test_a_failing_example_earns_its_finding(block: Block) -> None:
    text, codes = policy_of(block), block.options["code"].split(",")
    found = told(text, codes)
    assert [f.code for f in found] == codes
    if "words" in block.options:
        assert words(text, found[0]) == block.options["words"]
    if "line" in block.options:
        assert line(block, found[0]) == int(block.options["line"])


@pytest.mark.parametrize("block", FAILING, ids=_named)
def test_below_a_failing_example_stands_what_is_said_about_it(block: Block) -> None:
    following = ALL[ALL.index(block) + 1]
    assert (following.language, following.words) == ("text", ("says",))
    assert following.text == in_words(told(policy_of(block), block.options["code"].split(",")))


def test_every_block_is_of_a_known_kind() -> None:
    """A misspelt word after the fence would leave an example untested."""
    assert [b.name for b in ALL if (b.language, b.words) not in KINDS] == []


@pytest.mark.parametrize("block", [block for block in ALL if block.language == "console"], ids=_named)
def test_a_command_prints_what_stands_below_it(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    for command in commands(block):
        assert as_printed(run(command.line), command.output) == command.output
