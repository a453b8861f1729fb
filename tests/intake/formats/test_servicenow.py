"""`servicenow`: the log of an incident table, a row for each change of a ticket."""

from __future__ import annotations

import pytest

from sla_dsl.evidence.reading import read_plain
from sla_dsl.intake.answers.mapping import Mapped
from tests.intake.common import DATA, equation, errors, mapping, whole
from tests.intake.made_tables import LOG, file, fixture, names, read, with_answers

HEAD = "number,incident_state,sys_mod_count,sys_updated_at,opened_at,priority"
STATES = ["New", "Resolved", "Closed", "Active", "Awaiting User Info"]
EXCERPT = "incident_event_log-excerpt.csv"
ANSWERS: dict[tuple[str, ...], str] = {
    ("priority", "2"): "high",
    ("priority", "3"): "moderate",
    ("state", "New"): "the clock runs",
    ("state", "Waiting"): "the clock stops",
    ("state", "Done"): "resolved",
    ("zone",): "UTC",
}


def log(*rows: str) -> str:
    """The rows of one ticket that was opened at ten: the state, the number of changes, the minute, the priority."""
    lines = []
    for row in rows:
        state, count, minute, *rest = row.split()
        lines.append(f"T1,{state},{count},04-03-2026 10:{minute},04-03-2026 10:00,{rest[0] if rest else 3}")
    return "\n".join([HEAD, *lines, ""])


def ticket(*rows: str, **answers: str) -> tuple[dict[str, object], list[tuple[str, str, str | None]]]:
    """The ticket that these rows make, and its pauses."""
    known: dict[tuple[str, ...], str] = {
        **ANSWERS,
        ("dates",): "day first",
        **{(name,): answer for name, answer in answers.items()},
    }
    found = read("servicenow", file(log(*rows)), with_answers(known))
    assert (names(found), errors(found)) == ([], [])
    assert found.timeline is not None
    [one] = found.timeline["tickets"]
    return one, [(each["state"], each["start"][11:16], each["end"]) for each in found.timeline["pauses"]]


def test_what_the_excerpt_asks() -> None:
    found = fixture("servicenow", EXCERPT, "-")
    assert names(found) == [
        *["changed_priority", "step/resolved_at", "step/closed_at", "account", "as_of", "records"],
        *["priority/3 - Moderate", "zone", "opened", *[f"state/{state}" for state in STATES]],
    ]
    step = next(question for question in found.questions if question.key == ("step", "resolved_at"))
    assert step.about.endswith("the time on the last row of a ticket, which stands on its earlier rows, too")


def test_what_the_excerpt_becomes() -> None:
    found = fixture("servicenow", EXCERPT)
    assert equation(found) == (32, 32, 0, 0)
    assert found.timeline is not None
    assert found.timeline["tickets"][1] == {
        "id": "INC0000047",
        "priority": "moderate",
        "opened": "2016-02-29T04:40:00Z",
        "resolved": "2016-03-01T09:52:00Z",
        "source": f"{EXCERPT}, line 6",
    }
    assert found.timeline["pauses"] == [
        {
            "ticket": "INC0000047",
            "state": "awaiting_user_info",
            "start": "2016-03-01T09:14:00Z",
            "end": "2016-03-01T09:52:00Z",
            "source": f"{EXCERPT}, line 6",
        }
    ]


def test_no_field_of_the_future_is_used_unless_it_is_answered_for() -> None:
    """INC0000045 came into Resolved at 08:53; `resolved_at` says 11:29 on every row of it."""
    data = (DATA / "servicenow" / EXCERPT).read_bytes()
    base = mapping("servicenow", "incident_event_log-excerpt.map.toml")
    by_state = read("servicenow", file(data), base).timeline
    answers = {("step", "resolved_at"): "resolved", ("state", "Resolved"): "the clock runs"}
    by_field = read("servicenow", file(data), with_answers(answers, base)).timeline
    assert by_state is not None
    assert by_field is not None
    assert by_state["tickets"][0]["resolved"] == "2016-02-29T08:53:00Z"
    assert by_field["tickets"][0]["resolved"] == "2016-02-29T11:29:00Z"


def test_a_pause_lasts_until_the_state_changes() -> None:
    made, pauses = ticket("New 0 01", "Waiting 1 05", "Waiting 2 10", "New 3 20", "Waiting 4 30", "Done 5 40")
    assert made["resolved"] == "2026-03-04T10:40:00Z"
    assert pauses == [("waiting", "10:05", "2026-03-04T10:20:00Z"), ("waiting", "10:30", "2026-03-04T10:40:00Z")]


def test_a_pause_that_goes_on_has_no_end() -> None:
    _, pauses = ticket("New 0 01", "Waiting 1 05", as_of="2026-03-05T00:00:00Z")
    assert pauses == [("waiting", "10:05", None)]


def test_a_ticket_that_never_waited_is_known_not_to_have() -> None:
    assert ticket("New 0 01", "Done 1 05")[1] == []


def test_rows_are_put_in_order_of_time_then_of_changes_then_of_the_file() -> None:
    rows = ("Done 3 40", "Waiting 1 05", "New 0 05", "New 2 20")
    assert ticket(*rows)[1] == [("waiting", "10:05", "2026-03-04T10:20:00Z")]
    same = ("New - 01", "Waiting - 05", "New - 05", "Done - 40")
    assert ticket(*same)[1] == []


def test_the_first_time_in_a_state_is_the_step() -> None:
    made, _ = ticket("New 0 01", "Done 1 05", "New 2 10", "Done 3 20")
    assert made["resolved"] == "2026-03-04T10:05:00Z"


def test_which_priority_counts_is_asked_where_it_changes() -> None:
    rows = ("New 0 01 3", "New 1 02 2", "Done 2 05 2")
    found = read("servicenow", file(log(*rows)), with_answers({**ANSWERS, ("dates",): "day first"}))
    assert names(found) == ["changed_priority"]
    assert ticket(*rows, changed_priority="the first")[0]["priority"] == "moderate"
    assert ticket(*rows, changed_priority="the last")[0]["priority"] == "high"


def test_the_order_of_day_and_month_is_asked_where_no_row_proves_it() -> None:
    found = read("servicenow", file(log("New 0 01")), Mapped("none"))
    assert names(found) == ["dates", "account", "as_of", "records", "priority/3", "zone", "state/New"]
    assert "dates" not in names(fixture("servicenow", EXCERPT, "-"))


@pytest.mark.parametrize(
    ("bad", "code", "place"),
    [
        ("T1,New,1,04-03-2026,04-03-2026 10:00,3", "export-time", "line 3, column sys_updated_at"),
        ("T1,New,1,?,04-03-2026 10:00,3", "export-field", "line 3, column sys_updated_at"),
        ("T1,?,1,04-03-2026 10:05,04-03-2026 10:00,3", "export-field", "line 3, column incident_state"),
        ("T1,New,1,04-03-2026 10:05,04-03-2026 09:00,3", "export-field", "line 3, column opened_at"),
    ],
)
def test_a_row_that_cannot_be_read_refuses_its_whole_ticket(bad: str, code: str, place: str) -> None:
    other = "T2,New,0,13-03-2026 10:05,13-03-2026 10:00,3"
    text = f"{log('New 0 01')}{bad}\n{other}\n"
    found = read("servicenow", file(text), with_answers(ANSWERS))
    assert errors(found) == [(code, place)]
    assert equation(found) == (3, 1, 0, 2)
    left = read("servicenow", file(text), with_answers({**ANSWERS, ("record", "T1", "use"): "leave out"}))
    assert equation(left) == (3, 1, 2, 0)


def test_a_row_without_a_number_is_refused_by_its_line() -> None:
    text = f"{log('New 0 01')}?,New,1,13-03-2026 10:05,04-03-2026 10:00,3\n"
    assert errors(read("servicenow", file(text), with_answers(ANSWERS))) == [("export-field", "line 3, column number")]


def test_another_table_is_told() -> None:
    found = read("servicenow", file("number,state\n1,2\n"))
    assert {code for code, _ in errors(found)} == {"export-form"}
    assert 'it has no column "incident_state"' in found.findings[0].message


def test_the_whole_log() -> None:
    """1,101 rows are 172 tickets; the first run asks exactly this."""
    path = whole(LOG)
    data = file(path.read_bytes(), path.name)
    asked = read("servicenow", data, Mapped("none"))
    assert names(asked) == [
        *["empty/resolved_at", "changed_priority", "step/resolved_at", "step/closed_at"],
        *["account", "as_of", "records", "priority/3 - Moderate", "priority/4 - Low", "priority/1 - Critical"],
        *["zone", "opened", *[f"state/{state}" for state in (*STATES, "Awaiting Problem")]],
    ]
    found = read("servicenow", data, mapping("servicenow", "incident_event_log_part1.map.toml"))
    assert equation(found) == (1_101, 1_101, 0, 0)
    assert found.tally is not None
    assert found.tally.made == {"tickets": 172, "pauses": 66}
    assert found.timeline is not None
    assert read_plain(found.timeline, lambda kind, index, field: field)[0] is not None
