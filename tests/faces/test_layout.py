"""Lines with what stands before them, wrapped where there is a width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.faces.layout import BLANK, Line, columns, indented, laid_out

law = settings(max_examples=200, deadline=None, database=None)


def _laid(line: Line, width: int | None = None) -> list[str]:
    return list(laid_out([line], width))


def test_without_a_width_nothing_is_wrapped() -> None:
    assert _laid(indented("word " * 100 + "end", 2)) == ["  " + "word " * 100 + "end"]


def test_wrapped_lines_hang_under_the_first() -> None:
    assert _laid(indented("one two three four", 2, 2), 12) == ["  one two", "    three", "    four"]
    assert _laid(Line("one two three", "├─ ", "│  "), 10) == ["├─ one two", "│  three"]


def test_a_word_that_is_too_long_stands_alone() -> None:
    assert _laid(Line("sha256 " + "0" * 30 + " end"), 20) == ["sha256", "0" * 30, "end"]


def test_a_sign_stays_with_what_it_marks() -> None:
    assert _laid(Line("the whole clause § 4"), 18) == ["the whole clause", "§ 4"]
    assert _laid(Line("at least 99.9 % of it"), 14) == ["at least", "99.9 % of it"]


def test_marks_end_the_line_once_each() -> None:
    assert _laid(Line("text", marks=(0, 4, 4, 2))) == ["text [4] [2]"]


def test_blank_lines_and_trailing_blanks() -> None:
    assert _laid(BLANK) == [""]
    assert _laid(Line("", "   ", "   ")) == [""]


def test_text_is_made_safe_before_it_is_measured() -> None:
    assert _laid(Line("a\x1bb\nc")) == [r"a\x1bb\x0ac"]


def test_columns_of_wide_and_set_on_characters() -> None:
    assert (columns("abc"), columns("計測"), columns("e\u0301"), columns("§")) == (3, 4, 1, 1)


words = st.lists(st.text("abcß計", min_size=1, max_size=9), min_size=1, max_size=30)


@law
@given(words, st.integers(24, 60), st.integers(0, 6))
def test_wrapping_loses_no_word_and_keeps_the_width(text: list[str], width: int, depth: int) -> None:
    lines = _laid(indented(" ".join(text), depth, 2), width)
    assert " ".join(lines).split() == text
    assert all(columns(line) <= width for line in lines)
