"""The page of all messages against the code: every code is there, and every example is as it says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sla_dsl
from sla_dsl.analysis import mistakes as analysis
from sla_dsl.documents import codes as documents
from sla_dsl.evaluation import compiled_mistakes
from sla_dsl.evaluation import mistakes as evaluation
from sla_dsl.evaluation.compiling import example_mistakes
from sla_dsl.evidence import codes as evidence
from sla_dsl.faces.exits import Exit
from sla_dsl.intake import codes as intake
from sla_dsl.language import codes as language
from tests.docs.blocks import Block, blocks, document, sections, table
from tests.docs.folders import folder_of, outcome
from tests.docs.messages import NAME, Example, examples, in_words, index, text_of, told
from tests.docs.policies import line, reading, words
from tests.docs.transcripts import as_printed, commands

TABLES = (
    language.CODES,
    evidence.CODES,
    documents.CODES,
    intake.CODES,
    evaluation.CODES,
    compiled_mistakes.CODES,
    example_mistakes.CODES,
    analysis.CODES,
)
TEXT = document(NAME)
SECTIONS = sections(TEXT, 3)
NEVER_TOLD = {"not-constant"}
"""The checker refuses such a policy first, as `length-not-fixed`; the compiler only makes sure of it."""

EXAMPLES = examples()
FAILING = [example for example in EXAMPLES if example.is_failing]
PASSING = [example for example in EXAMPLES if not example.is_failing]
CONSOLES = [block for block in blocks(NAME) if block.language == "console"]
KINDS = {
    "sla": {"failing", "passing", "escaped", "latin", "wide"},
    "json": {"failing", "passing", "whole", "wide", "bound"},
    "jsonl": {"failing", "passing"},
    "python": {"failing", "passing"},
    "csv": {"failing", "passing", "escaped", "latin"},
    "text": {"says"},
    "console": set(),
}


def _named(example: Example | Block) -> str:
    return example.name


# ---------------------------------------------------------------- all codes, and no other


def _made() -> Iterator[str]:
    """The codes that are written out where a finding is made, wherever in the program that is."""
    for path in Path(sla_dsl.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                first = node.args[0]
                yield from [str(first.value)] if isinstance(first, ast.Constant) else []


def test_every_code_of_the_program_has_a_section_and_no_other_has() -> None:
    assert sorted(SECTIONS) == sorted({*_made(), *(code for codes in TABLES for code in codes)} - NEVER_TOLD)


def test_no_code_has_two_sections() -> None:
    assert len(SECTIONS) == len(re.findall("(?m)^### ", TEXT))


def test_the_index_leads_to_every_section() -> None:
    assert index(TEXT) in TEXT
    assert re.findall(r"\]\(#([a-z0-9-]+)\)", index(TEXT)) == list(SECTIONS)


@pytest.mark.parametrize("code", SECTIONS)
def test_a_section_begins_with_what_the_code_means(code: str) -> None:
    meaning = SECTIONS[code].split("\n```")[0].strip()
    assert 20 < len(meaning) < 500
    assert meaning.endswith((".", ":"))


@pytest.mark.parametrize("code", SECTIONS)
def test_a_section_shows_the_mistake_and_the_same_mended(code: str) -> None:
    failing = [e.expected for e in FAILING if e.code == code]
    told_by_commands = [block for block in CONSOLES if block.heading == code and f"[{code}]" in block.text]
    mended = [e for e in PASSING if e.code == code] + [c for c in CONSOLES if c.heading == code and _status(c) == 0]
    assert failing or told_by_commands
    assert mended
    assert all(code in expected for expected in failing)


def test_every_example_is_of_a_known_kind() -> None:
    """A misspelt word after the fence would leave an example untested."""
    assert [b.name for b in blocks(NAME) if not set(b.words) <= KINDS.get(b.language, set()) or _is_bare(b)] == []


def _is_bare(block: Block) -> bool:
    return block.language != "console" and not {"failing", "passing", "says"} & set(block.words)


# ---------------------------------------------------------------- examples


@pytest.mark.parametrize("example", FAILING, ids=_named)
def test_a_failing_example_earns_its_codes_in_its_place(example: Example) -> None:
    found = told(example)
    assert {finding.code for finding in found} == set(example.expected)
    first = next(finding for finding in found if finding.code == example.code)
    block = example.blocks[0]
    if "field" in block.options:
        assert first.field == block.options["field"]
    if "words" in block.options:
        assert words(text_of(block), first) == block.options["words"]
    if "line" in block.options:
        assert line(block, first) == int(block.options["line"])


@pytest.mark.parametrize("example", FAILING, ids=_named)
def test_below_a_failing_example_stands_what_is_said_of_it(example: Example) -> None:
    assert example.says is not None
    assert example.says.text == in_words(example)


@pytest.mark.parametrize("example", PASSING, ids=_named)
def test_a_mended_example_earns_nothing(example: Example) -> None:
    assert [(finding.code, finding.field) for finding in told(example)] == []
    if example.blocks[0].language == "sla":
        assert reading(text_of(example.blocks[0])).tree is not None


# ---------------------------------------------------------------- commands


def _status(block: Block) -> int:
    return int(block.options["exit"])


@pytest.mark.parametrize("block", CONSOLES, ids=_named)
def test_a_command_prints_what_stands_below_it_and_ends_so(block: Block) -> None:
    with folder_of(block):
        for command in commands(block):
            status, output = outcome(command.line)
            assert as_printed(output, command.output) == command.output
            assert status == _status(block)


def test_the_exit_statuses_are_those_of_the_program() -> None:
    assert [int(status) for status, _ in table(TEXT, "status", "meaning")] == [int(status) for status in Exit]
