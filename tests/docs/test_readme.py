"""The first page of the project says what is so: its fragments, its transcript, its examples, its tables."""

from __future__ import annotations

import doctest
import json
import re

import pytest

import sla_dsl
from sla_dsl.faces.group import COMMANDS
from tests.docs import readme
from tests.docs.blocks import Block, blocks_of, in_code, table
from tests.docs.transcripts import ROOT, as_printed, commands, run

TEXT = readme.text()
LINKS = sorted(set(re.findall(r"\]\(([^)#:]+)\)", TEXT)))
KINDS = {"sla", "console", "sh", "pycon"}


def _line(block: Block) -> str:
    return str(block.line)


def test_the_blocks_are_of_kinds_that_are_tested() -> None:
    assert {block.language for block in blocks_of("README.md", TEXT)} == KINDS


@pytest.mark.parametrize("block", readme.blocks("sla"), ids=_line)
def test_a_fragment_is_part_of_the_policy(block: Block) -> None:
    assert block.text in (ROOT / "policies" / "ecerium.sla").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", readme.blocks("console"), ids=_line)
def test_a_command_prints_what_stands_below_it(block: Block) -> None:
    with readme.beside_the_project():
        for command in commands(block):
            assert as_printed(run(command.line), command.output) == command.output


def test_the_examples_for_engineers_come_out() -> None:
    parser, names = doctest.DocTestParser(), dict[str, object]()
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    with readme.beside_the_project():
        for block in readme.blocks("pycon"):
            runner.run(parser.get_doctest(block.text, names, block.name, "README.md", block.line), clear_globs=False)
            names["sla_dsl"] = sla_dsl
    assert runner.tries > 5
    assert runner.failures == 0


def test_the_month_is_that_of_the_example() -> None:
    timeline = json.loads((ROOT / "examples" / "ecerium.json").read_text(encoding="utf-8"))
    rows = table(TEXT, "in March 2026, Brussels time")
    for (when, _), incident in zip(rows, timeline["incidents"], strict=True):
        day, start, end = re.fullmatch(r"the (\d+)th, ([0-9:]+) to ([0-9:]+)", when).groups()  # type: ignore[union-attr]
        assert incident["start"].startswith(f"2026-03-{int(day):02}T{start}")
        assert f"T{end}" in incident["end"]


def test_one_line_sets_up_and_evaluates_and_one_sets_up_and_tests() -> None:
    [evaluate], [test] = (block.text.splitlines() for block in readme.blocks("sh"))
    for line in (evaluate, test):
        assert line.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    policy, timeline = evaluate.split()[-2:]
    with readme.beside_the_project():
        assert "A rebate of 118.00 EUR is due" in run(f"sla evaluate {policy} {timeline}")
    assert test.endswith("-m pytest")


def test_the_table_of_commands_has_them_all() -> None:
    named = [in_code(row[0])[0].split()[1] for row in table(TEXT, "command")]
    assert sorted(named) == sorted(COMMANDS)


@pytest.mark.parametrize("row", table(TEXT, ""), ids=lambda row: row[0].split("**")[1])
def test_what_holds_a_promise_is_there(row: tuple[str, ...]) -> None:
    assert in_code(row[-1])
    assert [name for name in in_code(row[-1]) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("link", LINKS)
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
