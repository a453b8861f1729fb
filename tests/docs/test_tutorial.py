"""The tutorial: what it shows is what is printed, and it ends in the policy that the project ships."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sla_dsl.evaluation.tree import Tree
from tests.docs.blocks import blocks
from tests.docs.examples import differences
from tests.docs.policies import reading, told
from tests.docs.transcripts import ROOT, as_printed, commands, lay_out, run
from tests.docs.tutorials import NAME, Shown, policy, shown

SHOWN = shown()


@pytest.mark.parametrize("state", SHOWN, ids=[state.block.name for state in SHOWN])
def test_what_the_tutorial_shows_is_what_is_printed(
    state: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, state.files)
    monkeypatch.chdir(tmp_path)
    for command in commands(state.block):
        assert as_printed(run(command.line), command.output) == command.output


def test_the_tutorial_ends_in_the_policy_that_is_shipped() -> None:
    assert _meaning(policy()) == _meaning((ROOT / "policies" / "ezcnam.sla").read_text("utf-8"))


def _meaning(text: str) -> dict[str, Any]:
    """A policy's tree without where its words stand: the same for two files that say the same."""
    tree = reading(text).tree
    assert tree is not None
    nodes = [node._replace(span=(0, 0)) for node in tree.nodes]
    return {name: getattr(tree, name) for name in Tree.__annotations__} | {"nodes": nodes, "digest": ""}


def test_the_policy_of_the_tutorial_has_nothing_wrong_with_it() -> None:
    assert told(policy(), ["unread-declaration"]) == []
    assert differences(reading(policy())) == []


def test_every_step_that_fails_is_mended() -> None:
    """After something that is tried and told as wrong comes something that stays."""
    kinds = [block.words[0] for block in blocks(NAME) if block.language == "sla"]
    assert set(kinds) == {"add", "try"}
    assert all(after == "add" for kind, after in zip(kinds, [*kinds[1:], ""], strict=True) if kind == "try")


def test_the_tutorial_takes_about_a_dozen_steps() -> None:
    steps = [heading for heading in dict.fromkeys(block.heading for block in blocks(NAME)) if heading[0].isdigit()]
    assert 10 <= len(steps) <= 14
