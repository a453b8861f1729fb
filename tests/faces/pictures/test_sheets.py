"""Sheets: headings, sentences and grids as text and as Markdown."""

from __future__ import annotations

from sla_dsl.faces.pictures.sheets import WIDTH, Grid, Heading, Sentence, markdown_lines, text_lines, wrapped

GRID = Grid(("row", "paid"), (("less than 99 %", "5.00 EUR"), ("a\nb", "1,250.00 EUR")), frozenset((1,)))


def test_a_grid_is_aligned() -> None:
    assert list(text_lines([GRID])) == [
        "row                     paid",
        "--------------  ------------",
        "less than 99 %      5.00 EUR",
        "a               1,250.00 EUR",
        "b",
    ]


def test_a_grid_in_markdown() -> None:
    assert list(markdown_lines([GRID])) == [
        "| row | paid |",
        "|---|---:|",
        "| less than 99 % | 5.00 EUR |",
        "| a<br>b | 1,250.00 EUR |",
    ]


def test_headings_are_underlined_down_to_the_third() -> None:
    assert list(text_lines([Heading(1, "One"), Heading(3, "Three"), Heading(4, "Four")])) == [
        *("One", "===", "", "Three", "-----", "", "Four"),
    ]


def test_the_widest_column_gives_way() -> None:
    wide = Grid(("a", "b"), (("short", "more words than a line of the screen has room for, " * 3),))
    lines = list(text_lines([wide]))
    assert max(map(len, lines)) <= WIDTH
    assert lines[2].startswith("short  more words")


def test_wide_letters_take_two_columns() -> None:
    assert list(text_lines([Grid(("a", "b"), (("服務", "x"), ("abcd", "y")))]))[2:] == ["服務  x", "abcd  y"]


def test_a_number_stays_with_its_unit() -> None:
    assert wrapped("over 7 hours 12 min", 8) == ["over", "7 hours", "12 min"]


def test_nothing_from_outside_is_markup() -> None:
    (line,) = markdown_lines([Sentence("a|b *c* <i> [d](e) `f` \x1b[2J &amp;")])
    assert line == "a\\|b \\*c\\* &lt;i&gt; \\[d\\](e) \\`f\\` \\\\x1b\\[2J &amp;amp;"
    assert next(text_lines([Sentence("a\x1bb")])) == "a\\x1bb"
