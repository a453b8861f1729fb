"""The page for the first day: its commands print what stands there, and what it lets people copy works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sla_dsl.faces.commands.completion import SHELLS
from sla_dsl.faces.settings.places import RESERVED
from sla_dsl.faces.settings.reading import read_settings
from sla_dsl.faces.starting.first_policy import first_policy
from sla_dsl.faces.starting.questions import QUESTIONS, Answers
from tests.docs.blocks import Block, blocks, document, in_code, table
from tests.docs.starts import NAME, transcripts

TEXT = document(NAME)
BLOCKS = blocks(NAME)
TRANSCRIPTS = list(transcripts())
YAML = next(block for block in BLOCKS if block.language == "yaml")


@pytest.mark.parametrize(("block", "printed"), TRANSCRIPTS, ids=[block.name for block, _ in TRANSCRIPTS])
def test_a_command_prints_what_stands_below_it(block: Block, printed: str) -> None:
    assert block.text == printed


def test_the_first_question_is_asked_as_it_is_shown() -> None:
    shown = next(block for block in BLOCKS if block.language == "text").text
    first = QUESTIONS[0]
    assert f"1 of 5. {first.words} For example: {first.example}\n  [{first.default}]> " in shown


def test_the_part_of_the_policy_is_one() -> None:
    shown = next(block for block in BLOCKS if block.language == "sla").text
    assert shown in first_policy(Answers("Web shop", "Web shop", "Europe/Brussels", "99.9", "10"), "policy.sla").text


def test_the_settings_that_are_shown_are_good(tmp_path: Path) -> None:
    path = tmp_path / "sla.toml"
    path.write_text(next(block for block in BLOCKS if block.language == "toml").text, "utf-8")
    found = read_settings(str(path))
    assert found.findings == ()
    assert [setting.part for setting in found.settings] == ["all", "all", "all", "check"]


def test_the_variables_that_set_nothing_are_named() -> None:
    assert [name for name in sorted(RESERVED) if f"`{name}`" not in TEXT] == []


def test_every_shell_has_its_row() -> None:
    rows = table(TEXT, "shell")
    assert tuple(row[0] for row in rows) == SHELLS
    assert all(f"sla completion {row[0]}" in row[1] for row in rows)


def test_every_hook_has_its_row_and_is_used() -> None:
    hooks = Path(__file__).parents[2].joinpath(".pre-commit-hooks.yaml").read_text("utf-8")
    named = re.findall("(?m)^- id: (.+)$", hooks)
    assert [in_code(row[0])[0] for row in table(TEXT, "hook")] == named
    assert re.findall("- id: (.+)", YAML.text) == named
