"""The line of a source with the words underlined, whatever the line holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.faces.layout import columns
from sla_dsl.faces.pictures.underlining import excerpt
from sla_dsl.findings.finding import Span
from sla_dsl.findings.source import Source

GUTTER = len("    1 │ ")


def _lines(source: Source, span: Span) -> list[str]:
    return [marked.text for marked in excerpt(source, span)]


def _marked(text: str, words: str) -> tuple[str, str]:
    start = text.index(words)
    line, marks = _lines(Source("x", text), Span(start, start + len(words)))
    return line, marks


def test_words_of_a_line() -> None:
    assert _marked("one\ntwo words here\n", "words") == ("    2 │ two words here", "      │     ^^^^^")


def test_words_over_several_lines_are_marked_on_the_first() -> None:
    assert _marked("the first\nand second", "first\nand") == ("    1 │ the first", "      │     ^^^^^")


def test_a_place_without_words_has_one_mark() -> None:
    line, marks = _lines(Source("x", "abc"), Span(3, 3))
    assert (line, marks) == ("    1 │ abc", "      │    ^")
    assert list(_lines(Source("x", ""), Span(0, 0))) == ["    1 │", "      │ ^"]


@pytest.mark.parametrize(
    ("text", "words", "under"),
    [
        ("\tword", "word", "    ^^^^"),
        ("ab\tword", "word", "    ^^^^"),
        ("計測 word", "word", "     ^^^^"),
        ("a 計測 b", "計測", "  ^^^^"),
        ("e\u0301 word", "word", "  ^^^^"),
        ("\x1b[2J word", "word", "        ^^^^"),
        ("\u202e\u200bword", "word", "            ^^^^"),
        ("a\u00a0b", "b", "  ^"),
        ("“word”", "word", " ^^^^"),
    ],
)
def test_marks_stay_under_the_words(text: str, words: str, under: str) -> None:
    line, marks = _marked(text, words)
    assert marks[GUTTER:] == under
    assert line.isprintable()


def test_a_long_line_is_cut_around_the_words() -> None:
    line, marks = _marked("a" * 500 + " word " + "b" * 500, "word")
    assert line[GUTTER:] == "…" + "a" * 39 + " word " + "b" * 39 + "…"
    assert marks[GUTTER:] == " " * 41 + "^^^^"


def test_long_words_are_cut_too() -> None:
    line, marks = _marked("x = " + "y" * 1_000_000 + ".", "y" * 1_000_000)
    assert line[GUTTER:] == "x = " + "y" * 60 + "…"
    assert marks[GUTTER:] == "    " + "^" * 60


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(max_size=200), st.data())
def test_any_text_gives_two_printable_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    told = list(_lines(Source("x", text), Span(start, end)))
    assert len(told) == 2
    assert not any(character in "\r\n\t\x1b\x9b" for line in told for character in line)
    assert "^" in told[1]
    assert len(told[1]) <= GUTTER + columns(text) + 8 * len(text) + 1
