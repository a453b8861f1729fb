"""Lines that are filled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.language.filling import WIDTH, filled, row_of_names

parts = st.lists(st.text(st.sampled_from("abc"), min_size=1, max_size=WIDTH - 2), min_size=1, max_size=20)


@given(parts)
def test_nothing_is_lost_and_nothing_cut(parts: list[str]) -> None:
    assert " ".join(filled(parts)).split() == parts


@given(parts)
def test_no_line_is_longer_than_it_must_be(parts: list[str]) -> None:
    lines = filled(parts)
    assert all(len(line) <= WIDTH for line in lines[1:])
    for line, following in zip(lines, lines[1:], strict=False):
        assert len(line) + 1 + len(following.split()[0]) > WIDTH


def test_a_short_sentence_is_one_line() -> None:
    assert filled(["a", "b", "c"]) == ["a b c"]


def test_lines_begin_as_they_are_told() -> None:
    assert filled(["a" * 80, "b" * 80], "  given ", "        ") == ["  given " + "a" * 80, "        " + "b" * 80]


def test_names_in_a_row() -> None:
    assert row_of_names("because of", ["A"], "or") == ["because of A"]
    assert row_of_names("because of", ["A", "B"], "or") == ["because of A or B"]
    assert row_of_names("because of", ["A", "B", "C"], "or") == ["because of A, B or C"]


def test_a_long_row_of_names_can_end_its_line_after_each() -> None:
    names = [f"Name Number {number}" for number in range(12)]
    parts = row_of_names("because of", names, "or")
    assert len(parts) == 12
    assert " ".join(parts) == "because of " + ", ".join(names[:-1]) + " or " + names[-1]
