"""The incidents and tickets of a report."""

from __future__ import annotations

from sla_dsl.faces.reporting.making import report_of
from tests.faces.reporting.reports import march, rich
from tests.faces.running import incident


def test_an_incident_has_its_verdict_its_reasons_and_its_clauses() -> None:
    first, second, third = march().incidents
    assert [one.verdict for one in (first, second, third)] == ["counted", "partly", "excluded"]
    assert second.reasons[-1] == "the rest is excluded, because it lies within Announced Work (§ 2)"
    assert (second.clauses, third.clauses) == (("§ 1", "§ 2"), ("§ 2",))
    assert (first.service, first.cause) == ("Mail", "Failure")
    assert second.least == second.most
    assert second.least.words == "13 min 30 s"


def test_an_incident_that_is_still_going_on_ends_with_the_record() -> None:
    (one,) = march(
        incidents=[incident(end=None)], as_of="2026-03-05T00:00:00+01:00", maintenance=[], tickets=[]
    ).incidents
    assert one.going_on
    assert one.end.words == "2026-03-05 00:00"
    assert one.when == "from 2026-03-04 09:12:40, still going on at 2026-03-05 00:00 (14 hours 47 min 20 s so far)"


def test_a_cause_that_is_not_known_leaves_open_how_much_counts() -> None:
    (one,) = march(incidents=[incident(cause=None)], maintenance=[]).incidents
    assert (one.cause, one.verdict) == ("", "unknown")
    assert (one.least.words, one.most.words) == ("0 s", "1 hour 8 min 5 s")


def test_those_of_other_periods_are_a_number() -> None:
    assert march().incidents_elsewhere == "1 more incident lies outside March 2026."


def test_where_a_record_came_from_stands_with_it() -> None:
    ticket = {"id": "T-1", "priority": "urgent", "opened": "2026-03-06T16:30:00+01:00", "answered": None, "source": "b"}
    period = march(incidents=[incident(source="a.json, line 3")], tickets=[ticket], maintenance=[])
    assert (period.incidents[0].source, period.tickets[0].source) == ("a.json, line 3", "b")
    assert march().incidents[0].source == ""


def test_where_none_touches_the_period_it_says_so() -> None:
    period = march(incidents=[], reports=[])
    assert period.incidents == ()
    assert period.incidents_elsewhere == "No incident of the services of this agreement touches March 2026."


def test_tickets_stand_with_their_targets() -> None:
    first, second = march().tickets
    (answer,) = first.targets
    assert (answer.name, answer.verdict, answer.clause) == ("Answer", "met", "§ 5")
    assert answer.due is not None
    assert (answer.due.words, answer.done) == ("2026-03-09 10:30", answer.due)
    assert second.targets[0].done is None
    assert march().tickets_together == "Together: 1 met, 1 missed."
    assert march(tickets=[]).tickets_together == ""


def test_no_line_refers_to_an_assumption_that_there_is_not() -> None:
    (period,) = report_of(rich()).periods
    assert all(mark > 0 for one in period.incidents for said in one.moved for mark in said.marks)
    assert all(mark > 0 for part in period.workings for line in part.lines for mark in line.how.marks)
