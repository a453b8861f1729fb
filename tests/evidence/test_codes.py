"""The public list of codes: complete, and each made by some constructor that keeps to the form."""

from __future__ import annotations

import ast
import inspect
import re
from types import ModuleType
from typing import Any

import pytest

from sla_dsl.evidence import csv_mistakes, file_mistakes, json_mistakes, mistakes, related_mistakes
from sla_dsl.evidence.codes import CODES
from sla_dsl.findings.finding import Finding, Span
from tests.evidence.making import check_words

MODULES = (mistakes, related_mistakes, json_mistakes, csv_mistakes, file_mistakes)
CONSTRUCTORS = [
    pytest.param(function, id=name)
    for module in MODULES
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
]
FROM_STRANGERS = ("name", "id", "zone", "path", "written", "as_of", "start", "end", "period", "source", "target")
SAMPLES: dict[str, Any] = {
    "span": Span(0, 1),
    "count": 1,
    "line": 3,
    "byte": 4,
    "cells": 1,
    "width": 2,
    "columns": ("id", "service"),
    "length": 5000,
    "size_limit": 100,
    "same": True,
    "may_be_left_out": True,
    "known": ("cause", "service"),
    "message": "Something is wrong.",
    "repair": "Mend it.",
}


def codes_in(module: ModuleType) -> set[str]:
    """The codes that stand in the calls of a module."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call)]
    made = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Finding"]
    return {str(code.value) for code in made if isinstance(code, ast.Constant)}


def test_the_list_is_complete_and_has_nothing_else() -> None:
    assert set().union(*map(codes_in, MODULES)) == set(CODES)


def test_the_list_is_in_order_and_every_code_is_explained_in_one_sentence() -> None:
    assert list(CODES) == sorted(CODES)
    for code, line in CODES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert line.endswith(".")
        assert "\n" not in line


@pytest.mark.parametrize("constructor", CONSTRUCTORS)
def test_every_constructor_makes_a_finding_in_one_sentence_for_anybody(constructor: Any) -> None:
    finding = made(constructor)
    check_words(finding)
    assert finding.code in CODES
    assert len(finding.message) < 160
    assert finding.message.count(". ") == 0
    assert not finding.message[0].islower() or finding.message.startswith("words")
    assert inspect.getdoc(constructor)


@pytest.mark.parametrize("constructor", CONSTRUCTORS)
@pytest.mark.parametrize("text", ["\x1b]52;c;x\x07", "{0.__class__}", "%s%n", "a\r\nb", "\u202e", "x" * 100_000])
def test_c03_p26_what_a_stranger_wrote_is_shown_escaped_and_short(constructor: Any, text: str) -> None:
    finding = made(constructor, **dict.fromkeys(FROM_STRANGERS, text))
    for words in (finding.message, finding.repair, finding.field):
        assert words.isprintable()
        assert len(words) < 500


def made(constructor: Any, **more: Any) -> Finding:
    """What a constructor makes of samples."""
    names = inspect.signature(constructor).parameters
    finding = constructor(**{name: {**SAMPLES, **more}.get(name, "words") for name in names})
    assert isinstance(finding, Finding)
    return finding
