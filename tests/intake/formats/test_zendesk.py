"""`zendesk`: metric events with their tickets, and tickets alone.

No real export is public: the fixtures are made up after the public reference of the fields.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Mapped
from tests.intake.common import DATA, equation, errors, mapping
from tests.intake.made_tables import file, fixture, names, read, with_answers

EVENTS, TICKETS, TABLE = "synthetic-metric-events.json", "synthetic-tickets.json", "synthetic-tickets.csv"
ANSWERS = {
    ("priority", "(not named)"): "normal",
    ("priority", "urgent"): "urgent",
    ("status", "open"): "counts",
    ("step", "reply_time"): "responded",
    ("opened",): "first activate",
}


def event(number: int, kind: str, minute: int, ticket: int = 7, metric: str = "reply_time") -> dict[str, Any]:
    """A metric event of ten o'clock and some minutes."""
    at = f"2026-03-04T10:{minute:02d}:00Z"
    return {"id": number, "ticket_id": ticket, "metric": metric, "instance_id": 1, "type": kind, "time": at}


def events(*values: object, **page: Any) -> Any:
    return file(json.dumps({"ticket_metric_events": values, **page}), "events.json")


def tickets(*values: object, **page: Any) -> Any:
    return file(json.dumps({"tickets": values, **page}), "tickets.json")


def ticket(number: int = 7, **changes: Any) -> dict[str, Any]:
    plain = {"id": number, "created_at": "2026-03-04T09:59:00Z", "status": "open", "priority": "urgent"}
    return {**plain, **changes}


def waits(*values: dict[str, Any], **answers: str) -> list[tuple[str, str | None]]:
    """The pauses that these events make."""
    given = {("clock",): "reply_time", **{(name,): answer for name, answer in answers.items()}}
    found = read("zendesk", events(*values), with_answers({**ANSWERS, **given}))
    assert (names(found), errors(found)) == ([], [])
    assert found.timeline is not None
    return [(one["start"][14:16], one["end"] and one["end"][14:16]) for one in found.timeline["pauses"]]


def test_what_events_and_tickets_ask() -> None:
    files = [file((DATA / "zendesk" / name).read_bytes(), name) for name in (EVENTS, TICKETS)]
    assert names(read("zendesk", files, Mapped("none"))) == [
        *["clock", "account", "as_of", "status/solved", "status/open", "status/deleted"],
        *["priority/urgent", "priority/(not named)", "priority/low", "no_pauses", "opened"],
        *["step/reply_time", "step/requester_wait_time"],
    ]


def test_what_events_and_tickets_become() -> None:
    files = [file((DATA / "zendesk" / name).read_bytes(), name) for name in (EVENTS, TICKETS)]
    base = mapping("zendesk", "synthetic-metric-events.map.toml")
    more: dict[tuple[str, ...], str] = {
        **{("status", "solved"): "counts", ("status", "open"): "counts", ("status", "deleted"): "leave out"},
        **{("priority", "urgent"): "urgent", ("opened",): "created_at"},
    }
    found = read("zendesk", files, with_answers(more, base))
    assert equation(found) == (13, 11, 2, 0)
    assert found.timeline is not None
    assert found.timeline["tickets"] == [
        {
            "id": "77",
            "priority": "urgent",
            "opened": "2026-03-04T08:59:30Z",
            "responded": "2026-03-04T09:20:00Z",
            "resolved": "2026-03-04T13:05:00Z",
            "source": f"{TICKETS}, tickets[0]",
        },
        {
            "id": "78",
            "priority": "normal",
            "opened": "2026-03-13T00:10:00Z",
            "responded": None,
            "source": f"{TICKETS}, tickets[1]",
        },
    ]
    assert [(one["state"], one["start"], one["end"]) for one in found.timeline["pauses"]] == [
        ("requester_wait_time", "2026-03-04T09:20:00Z", "2026-03-04T11:00:00Z")
    ]


def test_events_alone_leave_the_priority_open() -> None:
    found = fixture("zendesk", EVENTS, "-")
    assert names(found) == [
        *["clock", "account", "as_of", "priority/(not named)", "step/reply_time", "step/requester_wait_time"]
    ]
    assert equation(fixture("zendesk", EVENTS)) == (10, 9, 1, 0)


def test_a_table_of_tickets() -> None:
    assert names(fixture("zendesk", TABLE, "-")) == [
        *["account", "as_of", "records", "status/Closed", "status/Open", "priority/Urgent"],
        *["priority/(not named)", "zone", "step/Initially assigned at", "step/Assigned at", "step/Solved at"],
    ]
    found = fixture("zendesk", TABLE)
    assert equation(found) == (2, 2, 0, 0)
    assert found.timeline is not None
    assert [one["resolved"] for one in found.timeline["tickets"]] == ["2026-03-04T12:05:00Z", None]
    assert "pauses" not in found.timeline


def test_tickets_as_json() -> None:
    found = fixture("zendesk", TICKETS, "synthetic-tickets-json.map.toml")
    assert equation(found) == (3, 2, 1, 0)


def test_a_wait_lasts_until_the_metric_goes_on_or_ends() -> None:
    first = [event(1, "activate", 0), event(2, "pause", 5), event(3, "pause", 6), event(4, "activate", 10)]
    assert waits(*first, event(5, "pause", 20), event(6, "fulfill", 30)) == [("05", "10"), ("20", "30")]
    assert waits(*first[:2], as_of="2026-03-05T00:00:00Z") == [("05", None)]


def test_what_only_measures_ends_no_wait() -> None:
    kinds = ("apply_sla", "breach", "update_status", "measure")
    between = [event(10 + number, kind, 7) for number, kind in enumerate(kinds)]
    assert waits(event(1, "activate", 0), event(2, "pause", 5), *between, event(3, "activate", 9)) == [("05", "09")]


def test_each_metric_waits_by_itself() -> None:
    other = [event(4, "pause", 6, metric="agent_work_time"), event(5, "activate", 7, metric="agent_work_time")]
    values = [event(1, "activate", 0), event(2, "pause", 5), *other, event(3, "fulfill", 9)]
    answers = {("step", "agent_work_time"): "leave out"}
    found = read("zendesk", events(*values), with_answers({**ANSWERS, **answers, ("clock",): "agent_work_time"}))
    assert found.timeline is not None
    assert [one["start"][14:16] for one in found.timeline["pauses"]] == ["06"]
    never = read("zendesk", events(*values), with_answers({**ANSWERS, **answers, ("clock",): "none"}))
    assert never.timeline is not None
    assert never.timeline["pauses"] == []


def test_where_nothing_paused_no_clock_is_asked_for() -> None:
    found = read("zendesk", events(event(1, "activate", 0), event(2, "fulfill", 5)), with_answers(ANSWERS))
    assert names(found) == []


def test_the_first_time_that_a_metric_was_fulfilled_is_the_step() -> None:
    values = [event(1, "activate", 0), event(2, "fulfill", 5), event(3, "activate", 10), event(4, "fulfill", 20)]
    found = read("zendesk", events(*values), with_answers(ANSWERS))
    assert found.timeline is not None
    assert found.timeline["tickets"][0]["responded"] == "2026-03-04T10:05:00Z"


def test_events_at_the_border_of_two_pages_are_kept_once() -> None:
    pages = [events(event(1, "activate", 0), event(2, "fulfill", 5)), events(event(2, "fulfill", 5))]
    found = read("zendesk", pages, with_answers(ANSWERS))
    assert found.tally is not None
    assert found.tally.aside == {"the same event a second time": 1}


def test_an_event_that_cannot_be_read_refuses_its_whole_ticket() -> None:
    values = [event(1, "activate", 0), {**event(2, "fulfill", 5), "time": "soon"}, event(3, "activate", 5, ticket=8)]
    files = [events(*values), tickets(ticket(), ticket(8))]
    found = read("zendesk", files, with_answers(ANSWERS))
    assert errors(found) == [("export-time", "ticket_metric_events[1].time")]
    assert equation(found) == (5, 2, 0, 3)
    left = read("zendesk", files, with_answers({**ANSWERS, ("record", "7", "use"): "leave out"}))
    assert equation(left) == (5, 2, 3, 0)


@pytest.mark.parametrize("field", ["ticket_id", "id", "metric", "type", "time"])
def test_an_event_needs_all_of_its_fields(field: str) -> None:
    bare = {name: value for name, value in event(1, "activate", 0).items() if name != field}
    assert errors(read("zendesk", events(bare), with_answers(ANSWERS))) == [
        ("export-field", f"ticket_metric_events[0].{field}")
    ]


def test_one_ticket_in_two_files() -> None:
    twice = read("zendesk", [tickets(ticket()), tickets(ticket())], with_answers(ANSWERS))
    assert equation(twice) == (2, 1, 1, 0)
    other = read("zendesk", [tickets(ticket()), tickets(ticket(status="new"))], with_answers(ANSWERS))
    assert [code for code, _ in errors(other)] == ["export-double"]


def test_pages_that_are_missing_are_told() -> None:
    assert "of 3 records 1 are here" in read("zendesk", tickets(ticket(), count=3)).findings[0].message
    more = read("zendesk", events(event(1, "activate", 0), end_of_stream=False))
    assert "further pages follow" in more.findings[0].message
    has_more = read("zendesk", tickets(ticket(), meta={"has_more": True}))
    assert "further pages follow" in has_more.findings[0].message


def test_something_else_is_told() -> None:
    assert [code for code, _ in errors(read("zendesk", file("{}", "x.json"), Mapped("none")))] == ["export-form"]
    assert {code for code, _ in errors(read("zendesk", file("a,b\n", "x.csv"), Mapped("none")))} == {"export-form"}
