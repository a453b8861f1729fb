from __future__ import annotations

import pytest

from sla_dsl.findings.wording import counted, listed


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_listed(words: list[str], expected: str) -> None:
    assert listed(words, "or") == expected


def test_names_are_listed_as_a_whole_if_nothing_else_is_said() -> None:
    assert listed({"a": 1, "b": 2, "c": 3}) == "a, b and c"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (12_345, "12,345 records")]
)
def test_counted(number: int, words: str) -> None:
    assert counted(number, "record") == words


def test_a_word_may_have_a_plural_of_its_own() -> None:
    assert (counted(1, "policy", "policies"), counted(2, "policy", "policies")) == ("1 policy", "2 policies")
