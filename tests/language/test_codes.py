"""The list of codes, against the sources and against the programs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sla_dsl.language import codes, nodes
from tests.language.programs import Program, all_programs, checked, expectations, programs

_SOURCES = {path.stem: path.read_text("utf-8") for path in Path(nodes.__file__).parent.glob("*.py")}
_ROOM = "\n".join(source for stem, source in _SOURCES.items() if stem != "codes")
_WORDING = [stem for stem in _SOURCES if stem.endswith("mistakes") or stem == "choices"]
_ROWS = ["P01", "P16", "P17", "P18", "P19", "P20", "P21", "P22", "P23", "P24", "P25", "P26", "P28", "P29"]


def _made() -> Iterator[str]:
    """The codes that are written out where a finding is made."""
    for stem in _WORDING:
        for node in ast.walk(ast.parse(_SOURCES[stem])):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                first = node.args[0]
                yield from [str(first.value)] if isinstance(first, ast.Constant) else []


def _constructors() -> Iterator[str]:
    """Every public function of the files of wording that makes a finding."""
    for stem in _WORDING:
        for node in ast.parse(_SOURCES[stem]).body:
            made = isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name) and node.returns.id
            if made == "Finding" and isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node.name


def test_every_code_of_the_list_is_made_somewhere() -> None:
    assert [code for code in codes.CODES if f'"{code}"' not in _ROOM] == []


def test_every_code_that_is_made_is_in_the_list() -> None:
    assert set(_made()) - set(codes.CODES) == set()


def test_every_code_of_checking_but_the_notes_is_earned_by_a_program() -> None:
    earned = {expected.code for program in all_programs() for expected in program.expected}
    assert sorted(set(codes.CHECKING) - set(codes.NOTES) - earned) == []


@pytest.mark.parametrize("program", programs("codes"), ids=lambda program: program.expected[0].code)
def test_a_program_with_one_mistake_earns_its_code_and_mended_earns_nothing(program: Program) -> None:
    """These pairs are the examples of the list of codes: one mistake each, and how it is mended."""
    assert expectations(program) == list(program.expected)
    assert [code for code in _codes(program.mended) if code != "unread-declaration"] == []
    assert program.expected[0].code not in _codes(program.mended)


def _codes(text: str) -> list[str]:
    agreement, findings = checked(text)
    assert agreement is not None
    return [finding.code for finding in findings if finding.severity != "note"]


def test_there_is_a_pair_for_every_code_of_checking_but_the_notes() -> None:
    pairs = [program.expected[0].code for program in programs("codes")]
    assert pairs == [code for code in codes.CHECKING if code not in codes.NOTES]


def test_no_code_stands_in_two_parts_of_the_list() -> None:
    parts = [codes.CHARACTERS, codes.WORDS, codes.SENTENCES, codes.NAMES, codes.RULES, codes.TYPES]
    parts += [codes.TABLES, codes.SETTINGS, codes.EXAMPLES, codes.NOTES, codes.SILENCING]
    assert sum(len(part) for part in parts) == len(codes.CODES)


@pytest.mark.parametrize("code", codes.CODES)
def test_a_code_is_readable_and_has_one_line(code: str) -> None:
    assert code == code.lower()
    assert code.replace("-", "").isalpha()
    line = codes.CODES[code]
    assert line
    assert "\n" not in line
    assert not line.endswith(".")


def test_every_constructor_is_used_by_a_pass() -> None:
    assert [name for name in _constructors() if not re.search(rf"(?<!def )\b{name}\b", _ROOM)] == []


@pytest.mark.parametrize("row", _ROWS)
def test_every_row_of_the_list_of_bad_inputs_that_falls_to_checking_has_a_program(row: str) -> None:
    assert any(row in program.rows for program in all_programs())
