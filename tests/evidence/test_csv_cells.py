"""Rows and cells: the traps of CSV, each of which another reader falls into in silence."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.csv_cells import Row, cell_span, read_rows
from tests.evidence.making import law


def cells(text: str, delimiter: str = ",") -> list[list[str]]:
    """The cells of each row; nothing may be wrong with any."""
    rows = list(read_rows(text, delimiter))
    assert all(row.wrong is None for row in rows)
    return [row.cells for row in rows]


def wrong(text: str) -> list[tuple[int, str, str]]:
    """The line, the code and the character of each mistake."""
    found = []
    for row in read_rows(text, ","):
        if row.wrong:
            mistake, span = row.wrong
            found.append((row.line, mistake("here", span).code, text[span.start : span.end]))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\n", [["a"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        (",\n,,", [["", ""], ["", "", ""]]),
        ('"a","b"\n', [["a", "b"]]),
        ('"a,b",c', [["a,b", "c"]]),
        ('"a""b"', [['a"b']]),
        ('""', [[""]]),
        ('"",""\n', [["", ""]]),
        ('""""', [['"']]),
        ('"a\nb",c\nd,e', [["a\nb", "c"], ["d", "e"]]),
        ('"a\r\nb",c\r\n', [["a\r\nb", "c"]]),
        ('"a\rb"\n', [["a\rb"]]),
        (' "a"'.strip() + ", b ", [["a", " b "]]),
        ("\n\na", [[""], [""], ["a"]]),
        ("é,日\n", [["é", "日"]]),
        ("a\u2028b\x0cc\x85d\n", [["a\u2028b\x0cc\x85d"]]),
    ],
)
def test_cells(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


def test_a_semicolon_may_stand_between_cells() -> None:
    assert cells('a,b;"c;d"\n', ";") == [["a,b", "c;d"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('a,"b\nc,d\n', [(1, "open-quote", '"')], id="T18-never-closed"),
        pytest.param('a,b\nc,"d\ne,f\ng,h\n', [(2, "open-quote", '"')], id="T18-never-closed-later"),
        pytest.param('"a', [(1, "open-quote", '"')], id="T18-never-closed-alone"),
        pytest.param('"a""', [(1, "open-quote", '"')], id="T18-doubled-at-the-end"),
        pytest.param('"a"b,c\n', [(1, "stray-quote", "b")], id="after-the-closing-quote"),
        pytest.param('"a" ,c\n', [(1, "stray-quote", " ")], id="blank-after-the-closing-quote"),
        pytest.param('a"b,c\n', [(1, "stray-quote", '"')], id="inside-a-bare-cell"),
        pytest.param(' "a",c\n', [(1, "stray-quote", '"')], id="blank-before-the-quote"),
        pytest.param("a\rb\rc", [(1, "bad-line-end", "\r")], id="T18-CR-only"),
        pytest.param("a,b\nc\rd,e\nf,g\n", [(2, "bad-line-end", "\r")], id="T18-CR-in-the-middle"),
        pytest.param('"a"\rb\n', [(1, "bad-line-end", "\r")], id="T18-CR-after-a-quote"),
        pytest.param('a"b\nc"d\ne,f\n', [(1, "stray-quote", '"'), (2, "stray-quote", '"')], id="each-is-told"),
    ],
)
def test_t18_what_is_written_wrongly(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert wrong(text) == expected


def test_t18_after_a_mistake_in_one_row_the_next_rows_are_read() -> None:
    rows = list(read_rows('a,b\nc"d,e\nf,g\n', ","))
    assert [row.cells for row in rows if not row.wrong] == [["a", "b"], ["f", "g"]]


def test_t18_the_reader_of_the_standard_library_swallows_rows_and_this_one_does_not() -> None:
    text = 'id,cause\nA,"fire\nB,flood\nC,x\n'
    assert len(list(csv.reader(io.StringIO(text)))) == 2
    assert wrong(text) == [(2, "open-quote", '"')]


def test_lines_are_counted_also_within_cells() -> None:
    rows = list(read_rows('a\n"b\n\nc"\n"d",\ne\n', ","))
    assert [row.line for row in rows] == [1, 2, 5, 6]


def test_a_cell_has_its_place() -> None:
    text = 'a,"b,""c""\n",d\ne,,\n'
    first, second = read_rows(text, ",")
    spans = [cell_span(text, ",", first, number) for number in range(3)]
    assert [text[span.start : span.end] for span in spans] == ["a", '"b,""c""\n"', "d"]
    assert cell_span(text, ",", second, 1) == (17, 17)
    assert cell_span(text, ",", second, 2) == (18, 18)


def test_rows_may_be_read_from_the_middle() -> None:
    assert list(read_rows("a\nb,c\n", ",", start=2, line=2)) == [Row(2, 2, ["b", "c"])]


def test_t18_a_cell_of_200_kilobytes() -> None:
    for cell in ("x" * 200_000, '"' + "x\n" * 100_000 + '"', '"' + '""' * 100_000 + '"'):
        ((only, _),) = cells(f"{cell},b")
        assert len(only) >= 100_000


def test_t18_nothing_takes_more_than_linear_time() -> None:
    started = time.process_time()
    for text in (
        '"' + "a" * 2_000_000,
        '"' * 1_000_001,
        'a"' * 300_000,
        "\r" * 1_000_000,
        '"a",' * 300_000,
        "\n" * 500_000,
    ):
        assert list(read_rows(text, ","))
    assert time.process_time() - started < 8


TABLES = st.lists(st.lists(st.text(st.sampled_from('ab ,;"\n\ré'), max_size=4), min_size=2, max_size=3), max_size=5)


@law
@given(TABLES, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_what_the_standard_library_writes_is_read_back(table: list[list[str]], delimiter: str, end: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(table)
    assert cells(out.getvalue(), delimiter) == table


@law
@given(st.text(st.sampled_from('ab,"\n\r'), max_size=30))
def test_every_character_is_in_some_row(text: str) -> None:
    rows = list(read_rows(text, ","))
    starts = [row.start for row in rows]
    assert starts == sorted(set(starts))
    assert bool(rows) == bool(text)
    assert [row.line for row in rows] == [text.count("\n", 0, start) + 1 for start in starts]


def test_a_cell_that_a_row_does_not_have_is_where_the_row_ends() -> None:
    text = "a,b\n"
    (row,) = read_rows(text, ",")
    assert cell_span(text, ",", row, 9) == (len(text), len(text))
