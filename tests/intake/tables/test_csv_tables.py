"""CSV as programs write it: what is read, what is asked, what is refused with its line."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Mapped
from sla_dsl.intake.tables.csv_tables import header_of, read_csv
from sla_dsl.intake.tables.table import Table
from tests.intake.common import equation, errors
from tests.intake.made_tables import HEAD, ROW, file, names, read, with_answers


def table(text: str | bytes) -> Table:
    return read_csv(file(text), Asking(Mapped()))


def rows(text: str | bytes) -> list[tuple[str, ...]]:
    found = table(text)
    assert (found.findings, found.refused) == ((), ())
    return [row.cells for row in found.rows]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "a;b\n1;2\n",
        "a\tb\n1\t2\n",
        "a,b\r\n1,2\r\n",
        "\ufeffa,b\n1,2\n",
        "sep=;\na;b\n1;2\n",
        "sep=,\r\na,b\r\n1,2\r\n",
        '"a","b"\n"1","2"\n',
        "\n\na,b\n\n1,2\n,\n\n",
        "a,b\n1,2\n;",
    ],
)
def test_the_same_two_cells(text: str) -> None:
    found = rows(text) if not text.endswith(";") else [("1", "2")]
    assert found == [("1", "2")]


def test_separators_inside_quotes_do_not_count() -> None:
    assert table('"a,b,c";d\n1;2\n').columns == ("a,b,c", "d")


def test_a_cell_may_hold_a_line_end_and_the_lines_are_still_counted() -> None:
    found = table('a,b\n"one\ntwo",2\n3\n')
    assert [row.place for row in found.rows] == ["line 2"]
    assert [one.origin.place for one in found.refused] == ["line 4"]
    assert found.rows[0].cells == ("one\ntwo", "2")


def test_names_that_are_there_twice_or_not_at_all_get_their_number() -> None:
    assert table("a,b,a,\n1,2,3,4\n").columns == ("a (column 1)", "b", "a (column 3)", "(column 4)")


@pytest.mark.parametrize(
    ("text", "code", "repair"),
    [
        ("a,b\nM\xfcll,2\n".encode("cp1252"), "not-utf-8", 'In Excel: "Save as", and there "CSV UTF-8".'),
        ("a\tb\n1\t2\n".encode("utf-16"), "utf-16", 'In Excel: "Save as", and there "CSV UTF-8".'),
        ("a,b\n1\0,2\n", "nul-character", ""),
        ('a,b\n"1,2\n3,4\n', "open-quote", ""),
        ('"a,b\n1,2\n', "export-form", ""),
        ("", "export-form", ""),
        ("one\ntwo\n", "export-form", ""),
        ("a,b\n" + "text\n" * 6 + "1,2\n", "export-form", ""),
        ("Incidents of March,,\na,b,c\n1,2,3\n", "export-form", ""),
        (",".join(map(str, range(1_001))), "export-form", ""),
    ],
)
def test_files_that_are_refused_whole(text: str | bytes, code: str, repair: str) -> None:
    [finding] = table(text).findings
    assert finding.code == code
    assert repair in finding.repair
    assert finding.source == "rows.csv"


def test_a_file_in_an_old_code_page_is_told_with_its_line() -> None:
    [finding] = table("a,b\n1,2\nM\xfcller,2\n".encode("cp1252")).findings
    assert finding.message.startswith("Line 3 is not written in UTF-8")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1,2,3", "ragged-row"),
        ("1", "ragged-row"),
        ('1,2"3', "stray-quote"),
        ('1,"2"3', "stray-quote"),
        ("1\r,2", "bad-line-end"),
        ("a,b", "second-header"),
    ],
)
def test_a_row_that_is_written_wrongly_is_refused_with_its_line(row: str, code: str) -> None:
    found = table(f"a,b\n1,2\n{row}\n5,6\n")
    assert [row.cells for row in found.rows] == [("1", "2"), ("5", "6")]
    [refused] = found.refused
    assert (refused.name, [finding.code for finding in refused.findings]) == ("line 3", [code])
    assert refused.findings[0].source == "rows.csv"


def test_a_refused_row_stops_the_import_until_it_is_left_out_by_its_line() -> None:
    text = f"{HEAD}\n{ROW}\nTotal,,1:00\n"
    more = {("service", "Web"): "web", ("cause", "(not said)"): "bug"}
    found = read("sheet", file(text), with_answers(more))
    assert (errors(found), found.timeline) == ([("ragged-row", "line 3")], None)
    assert 'record."line 3".use' in found.findings[0].repair
    assert equation(found) == (2, 1, 0, 1)
    left = read("sheet", file(text), with_answers({**more, ("record", "line 3", "use"): "leave out"}))
    assert equation(left) == (2, 1, 1, 0)
    assert left.timeline is not None


def test_a_totals_row_is_refused_for_what_it_lacks() -> None:
    found = read("sheet", file(f"{HEAD}\n{ROW}\nTotal,,,,failure\n"))
    assert errors(found) == [("export-field", "line 3, column start")]
    assert 'record."Total".use' in found.findings[0].repair


def test_a_last_line_that_does_not_end_is_asked_about() -> None:
    text = f"{HEAD}\n{ROW}"
    found = read("sheet", file(text))
    assert "last_row/rows.csv" in names(found)
    answers = {("service", "Web"): "web", ("cause", "(not said)"): "bug"}
    kept = read("sheet", file(text), with_answers({**answers, ("last_row", "rows.csv"): "whole"}))
    assert equation(kept) == (1, 1, 0, 0)
    cut = read("sheet", file(text), with_answers({**answers, ("last_row", "rows.csv"): "cut off"}))
    assert (errors(cut), equation(cut)) == ([("export-field", "line 2")], (1, 0, 0, 1))


def test_the_number_of_rows_is_always_asked_for() -> None:
    mapped = with_answers({("records",): "3", ("service", "Web"): "web", ("cause", "(not said)"): "bug"})
    assert errors(read("sheet", file(f"{HEAD}\n{ROW}\n"), mapped)) == [("export-count", "")]


def test_the_columns_of_what_is_no_table() -> None:
    assert header_of(file("a,b\n1")) == ("a", "b")
    assert header_of(file(b"\xff\xff")) == ()
    assert header_of(file("")) == ()
    assert header_of(file('"open')) == ()
