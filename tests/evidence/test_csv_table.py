"""One table: its header, its rows, and nothing guessed about either."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sla_dsl.evidence.csv_table import Table, file_of, read_table
from sla_dsl.evidence.fields import ACCOUNTS, CLAIMS, INCIDENTS, KINDS, RATES, TICKETS, Kind
from tests.evidence.making import check_words, told

HEADER = "id,service,start,end,cause\n"


def table(text: str | bytes, kind: Kind = INCIDENTS) -> Table:
    read, findings = read_table(text.encode() if isinstance(text, str) else text, kind)
    assert read is not None, findings
    assert findings == []
    return read


def wrong(text: str | bytes, kind: Kind = INCIDENTS) -> list[str]:
    read, findings = read_table(text.encode() if isinstance(text, str) else text, kind)
    assert read is None
    for finding in findings:
        check_words(finding)
    return told(findings)


def test_a_table_is_its_header_and_its_rows() -> None:
    read = table(HEADER + "A,api,x,y,z\nB,api,x,y,\n")
    assert read.file == "incidents.csv"
    assert read.header.names == ["id", "service", "start", "end", "cause"]
    assert [row.line for row in read.rows] == [2, 3]
    assert read.account_column is None
    assert list(read.records()) == [
        {"id": "A", "service": "api", "start": "x", "end": "y", "cause": "z"},
        {"id": "B", "service": "api", "start": "x", "end": "y", "cause": None},
    ]


@pytest.mark.parametrize("kind", [*KINDS, ACCOUNTS], ids=lambda kind: kind.name)
def test_every_kind_has_a_table_with_its_header_only(kind: Kind) -> None:
    columns = [field.column or field.name for field in kind.fields]
    assert table(",".join(columns), kind).rows == []
    assert table(";".join(reversed(columns)) + "\r\n", kind).rows == []
    assert file_of(kind) == f"{kind.name}.csv"


def test_columns_may_stand_in_any_order() -> None:
    (record,) = table("end,cause,id,start,service\n1,2,3,4,5\n").records()
    assert record == {"end": "1", "cause": "2", "id": "3", "start": "4", "service": "5"}


def test_a_column_that_may_be_left_out() -> None:
    (record,) = table("id,service,start,end\nA,api,x,y\n").records()
    assert "cause" not in record


def test_the_account_is_not_part_of_a_record() -> None:
    read = table("account,id,service,start,end\nacme,A,api,x,y\n")
    assert read.account_column == 0
    assert [list(record) for record in read.records()] == [["id", "service", "start", "end"]]


def test_a_column_of_a_list_is_named_after_one_of_its_values() -> None:
    assert table("id,at,incident\nC,x,A\n", CLAIMS).rows
    assert wrong("id,at,incidents\nC,x,A\n", CLAIMS) == [
        "unknown-column claims.csv, line 1, column incidents",
        "missing-column claims.csv, line 1, column incident",
    ]


def test_further_columns_of_tickets_are_steps_and_empty_cells_in_them_are_null() -> None:
    (record,) = table("id,priority,opened,acted,first reply\nT,u,x,,y\n", TICKETS).records()
    assert record == {"id": "T", "priority": "u", "opened": "x", "acted": None, "first reply": "y"}


def test_columns_of_the_writer_are_kept_as_texts() -> None:
    (record,) = table("id,service,start,end,x_note\nA,api,x,y,\n").records()
    assert record["x_note"] == ""


def test_an_empty_cell_is_null_only_where_there_may_be_null() -> None:
    (record,) = table(HEADER + ",,,,\n").records()
    assert record == {"id": "", "service": "", "start": "", "end": None, "cause": None}


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("id,service,start,end\na;b,c,d,e\n", ","),
        ("id;service;start;end\na,b;c;d;e\n", ";"),
        ('"id","service","start","end"\n', ","),
        ('"id";"service";"start";"end"\n', ";"),
    ],
)
def test_t18_the_delimiter_is_decided_by_the_header_alone(text: str, delimiter: str) -> None:
    assert table(text).header.delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", ["no-header incidents.csv"], id="empty"),
        pytest.param("\n\n", ["no-header incidents.csv"], id="blank"),
        pytest.param(
            "id\tservice\tstart\tend\n",
            ['unknown-column incidents.csv, line 1, column "id\\x09service\\x09start\\x09end"'],
            id="tabs",
        ),
        pytest.param("A,api,x,y,z\n", [], id="no-header-but-data"),
        pytest.param("id,servce,start,end\n", ["unknown-column incidents.csv, line 1, column servce"], id="misspelt"),
        pytest.param("ID,service,start,end\n", ["unknown-column incidents.csv, line 1, column ID"], id="capitals"),
        pytest.param(
            " id,service,start,end\n", ['unknown-column incidents.csv, line 1, column " id"'], id="blank-before"
        ),
        pytest.param("id,service,start,end,\n", ['unknown-column incidents.csv, line 1, column ""'], id="nameless"),
        pytest.param("id,service,start,end,id\n", ["double-column incidents.csv, line 1, column id"], id="T18-double"),
        pytest.param(
            "id,service,start,end,x_a,x_a\n", ["double-column incidents.csv, line 1, column x_a"], id="double-own"
        ),
        pytest.param("id;service,start;end\n", [], id="mixed"),
        pytest.param('id,"service,start,end\n', ["open-quote incidents.csv, line 1"], id="open-quote"),
        pytest.param("id,service,start,end\rA,b,c,d\r", ["bad-line-end incidents.csv, line 1"], id="T18-CR-only"),
    ],
)
def test_t18_a_header_that_is_wrong(text: str, expected: list[str]) -> None:
    got = wrong(text)
    assert [one for one in got if not one.startswith("missing-column")][: len(expected)] == expected
    assert got


def test_an_unknown_column_is_told_with_the_nearest_name() -> None:
    _, (finding, _) = read_table(b"id,servce,start,end\n", INCIDENTS)
    assert finding.repair.startswith('Did you mean "service"?')


def test_every_missing_column_is_told() -> None:
    assert wrong("cause,id\n") == [
        f"missing-column incidents.csv, line 1, column {name}" for name in ("service", "start", "end")
    ]


def test_a_step_that_is_nearly_a_missing_column_is_no_step() -> None:
    assert wrong("id,priorty,opened\n", TICKETS) == [
        "unknown-column tickets.csv, line 1, column priorty",
        "missing-column tickets.csv, line 1, column priority",
    ]
    assert table("id,priority,opened,counted\n", TICKETS)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["A,api,x"], ["ragged-row incidents.csv, line 2"], id="T18-short"),
        pytest.param(["A,api,x,y,z,w"], ["ragged-row incidents.csv, line 2"], id="T18-long"),
        pytest.param(["A,api,x,y,z", "", "B,api,x,y,z"], ["blank-line incidents.csv, line 3"], id="blank"),
        pytest.param([HEADER.strip()], ["second-header incidents.csv, line 2"], id="T18-second-header"),
        pytest.param(
            ["A,api,x,y,z", HEADER.strip(), "B,api,x,y,z"],
            ["second-header incidents.csv, line 3"],
            id="T18-second-header-later",
        ),
        pytest.param(["A,api,x,y,fire, and smoke"], ["ragged-row incidents.csv, line 2"], id="comma-in-a-cell"),
        pytest.param(['A,api,"x,y,z', "B,api,x,y,z"], ["open-quote incidents.csv, line 2"], id="T18-open-quote"),
        pytest.param(["A;api;x;y;z"], ["ragged-row incidents.csv, line 2"], id="T18-other-delimiter"),
        pytest.param(
            ["A", "B,", "C,,,,", "D,,,,,"],
            [f"ragged-row incidents.csv, line {n}" for n in (2, 3, 5)],
            id="each-is-told",
        ),
    ],
)
def test_t18_rows_that_are_wrong(rows: Sequence[str], expected: list[str]) -> None:
    assert wrong(HEADER + "\n".join(rows) + "\n") == expected


def test_t18_more_rows_of_another_width_do_not_outvote_the_header() -> None:
    # A reader that looks at the data would take the later rows for the table and lose the first ones.
    text = "from,to,rate\n" + "EUR,USD,1\n" * 10 + "EUR,USD,1,x\n" * 300
    assert len(wrong(text, RATES)) == 300


def test_blank_lines_may_stand_at_the_end() -> None:
    assert len(table(HEADER + "A,api,x,y,z\n\n\r\n\n").rows) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(HEADER.encode() + b"A,\0,x,y,z\n", ["nul-character incidents.csv, line 2"], id="T18-NUL"),
        pytest.param(b"\0" * 100, ["nul-character incidents.csv, line 1"], id="T18-only-NUL"),
        pytest.param(HEADER.encode("utf-16"), ["utf-16 incidents.csv"], id="utf-16"),
        pytest.param(HEADER.encode() + b"\xe9,a,b,c,d\n", ["not-utf-8 incidents.csv"], id="latin-1"),
    ],
)
def test_t18_bytes_that_are_no_table(data: bytes, expected: list[str]) -> None:
    assert wrong(data) == expected


def test_t18_one_byte_order_mark() -> None:
    assert table(("\ufeff" + HEADER).encode())
    assert wrong(("\ufeff\ufeff" + HEADER).encode())[0] == 'unknown-column incidents.csv, line 1, column "\\ufeffid"'


def test_t18_rows_read_are_rows_kept_or_rows_refused() -> None:
    text = HEADER + "A,api,x,y,z\nB\n\nC,api,x,y,z\n" + HEADER + 'D,"\n'
    _, findings = read_table(text.encode(), INCIDENTS)
    read = len(text.splitlines()) - 1
    assert len(findings) == 4
    assert read == 2 + len(findings)


def test_a_cell_has_its_place() -> None:
    text = HEADER + 'A,"a b",x,y,z\n'
    read = table(text)
    (row,) = read.rows
    span = read.cell_span(row, "service")
    assert text[span.start : span.end] == '"a b"'
    assert read.cell_span(row, "nowhere") == (row.start, row.start + 1)
