"""Every damaged program is told of: the code, the line and the words, and nothing besides."""

from __future__ import annotations

import re

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language.grammar import keywords, parser
from sla_dsl.language.parsing import parse
from tests.language.damaged import FOLDER, WORDING, Damaged, all_damaged, said, told

PROGRAMS = all_damaged()
ROWS = ["P01", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12", "P13", "P14", "P15", "P26", "P27", "P28"]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.title)
def test_what_is_wrong_is_told_where_it_stands_and_nothing_else_is(program: Damaged) -> None:
    assert told(program.text) == program.expected


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.title)
def test_messages_are_sentences_for_people(program: Damaged) -> None:
    terminals = {terminal.name for terminal in parser().terminals if terminal.pattern.type == "re"}
    for finding in parse(Source("", program.text))[1]:
        assert finding.severity == "error"
        assert finding.message.endswith(".")
        assert finding.repair
        said = f"{finding.message} {finding.repair}"
        assert not terminals & set(re.findall("[A-Z_]{2,}", re.sub("'[^']*'", "", said)))
        assert "__ANON" not in said
        assert "Token" not in said
        assert all(character.isprintable() or character == "\n" for character in said.replace(program.text, ""))


@pytest.mark.parametrize("row", ROWS)
def test_each_row_of_bad_inputs_has_a_program(row: str) -> None:
    assert [program for program in PROGRAMS if program.title.startswith(row)]


def test_the_programs_earn_every_code_of_syntax() -> None:
    from sla_dsl.language.codes import SYNTAX

    earned = {finding.code for program in PROGRAMS for finding in program.expected}
    elsewhere = {"too-deep", "too-many-parts", "text-too-long", "policy-too-long"}  # test_limits.py
    assert set(SYNTAX) - earned == elsewhere


@pytest.mark.parametrize("file", [path.stem for path in sorted(FOLDER.glob("*.txt"))])
def test_what_is_said_is_what_was_read_and_kept(file: str) -> None:
    assert said(file) + "\n" == (WORDING / f"{file}.txt").read_text("utf-8")


def test_titles_are_told_apart() -> None:
    titles = [program.title for program in PROGRAMS]
    assert len(titles) == len(set(titles))


def test_what_is_told_names_its_source() -> None:
    _, findings = parse(Source("policy.sla", "Rebate is a foo."))
    assert {finding.source for finding in findings} == {"policy.sla"}


def test_more_is_found_than_is_shown() -> None:
    _, findings = parse(Source("", 'Agreement "Test".\n' + "Rebate is never.\n" * 200))
    assert len(findings) == 200


def test_a_word_of_the_language_is_quoted_as_it_is_written() -> None:
    _, findings = parse(Source("", 'Agreement "Test".\nFailure a cause: "x".'))
    assert findings[0].message == "'is' is missing before 'a'."
    assert "is" in keywords()
