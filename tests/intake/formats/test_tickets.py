"""`tickets`: tables of tickets with columns of times."""

from __future__ import annotations

from sla_dsl.intake.tables.table import column_names
from tests.intake.common import DATA, equation, errors
from tests.intake.made_tables import file, fixture, names, read, with_answers, workbook

HEAD = "id,priority,opened,steps,status"
ANSWERS = {("priority", "P1"): "urgent", ("status", "open"): "counts", ("step", "steps"): "resolved"}
TEXT = f"{HEAD}\n1,P1,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,open\n"


def test_what_the_fixture_asks_in_each_round() -> None:
    assert names(fixture("tickets", "synthetic-tickets.csv", "-")) == ["column/steps", "account", "as_of", "records"]
    steps = with_answers({("column", "steps"): ["answered", "solved"]})
    data = file((DATA / "tickets" / "synthetic-tickets.csv").read_bytes(), "synthetic-tickets.csv")
    assert names(read("tickets", data, steps)) == [
        *["empty/answered", "empty/solved", "status/closed", "status/open", "status/cancelled"],
        *["priority/P1", "priority/P2", "zone", "step/answered", "step/solved"],
    ]


def test_what_the_fixture_becomes() -> None:
    found = fixture("tickets", "synthetic-tickets.csv")
    assert equation(found) == (3, 2, 1, 0)
    assert found.timeline is not None
    assert found.timeline["tickets"][1] == {
        "id": "T-2",
        "priority": "normal",
        "opened": "2026-03-13T04:10:00Z",
        "responded": "2026-03-13T16:30:00Z",
        "resolved": None,
        "source": "synthetic-tickets.csv, line 3",
    }
    assert "pauses" not in found.timeline


def test_the_order_of_day_and_month_was_proved_by_a_row() -> None:
    found = fixture("tickets", "synthetic-tickets.csv")
    assert found.timeline is not None
    assert 'In dates such as "3/13/2026 12:10 AM" the month comes first' in str(found.timeline["notes"])


def test_an_empty_cell_that_says_nothing_leaves_the_step_open() -> None:
    text = f"{HEAD}\n1,P1,2026-03-04T10:00:00Z,,open\n2,P1,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,open\n"
    found = read("tickets", file(text), with_answers({**ANSWERS, ("empty", "steps"): "not known"}))
    assert found.timeline is not None
    assert ["resolved" in one for one in found.timeline["tickets"]] == [False, True]


def test_a_table_without_empty_cells_asks_nothing_about_them() -> None:
    assert names(read("tickets", file(TEXT), with_answers(ANSWERS))) == []


def test_a_ticket_without_the_time_of_opening_is_refused() -> None:
    found = read("tickets", file(TEXT.replace("2026-03-04T10:00:00Z", "")), with_answers(ANSWERS))
    assert errors(found) == [("export-field", "line 2, column opened")]


def test_a_ticket_without_a_priority_is_asked_about() -> None:
    assert names(read("tickets", file(TEXT.replace("P1", "")), with_answers(ANSWERS))) == ["priority/(not named)"]


def test_a_workbook_of_tickets() -> None:
    rows = [line.split(",") for line in TEXT.splitlines()]
    found = read("tickets", file(workbook(rows), "desk.xlsx"), with_answers(ANSWERS))
    assert found.timeline is not None
    assert found.timeline["tickets"][0]["source"] == "desk.xlsx, row 2"


def test_ids_stay_as_they_are_written() -> None:
    for name in ("007", "1e5", "NULL", "+1"):
        found = read("tickets", file(TEXT.replace("\n1,", f"\n{name},")), with_answers(ANSWERS))
        assert found.timeline is not None
        assert found.timeline["tickets"][0]["id"] == name


def test_names_of_columns() -> None:
    assert column_names(["", " a ", "a", "b"]) == ("(column 1)", "a (column 2)", "a (column 3)", "b")


def test_a_ticket_without_a_status_is_asked_about() -> None:
    text = f"{HEAD}\n1,P1,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,\n"
    assert names(read("tickets", file(text), with_answers(ANSWERS))) == ["status/(empty)"]
