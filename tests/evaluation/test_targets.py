from __future__ import annotations

import datetime as dt

import pytest

from sla_dsl.evaluation.deadlines import Within
from sla_dsl.evaluation.targets import Aim, Judged, judge
from sla_dsl.evidence.timeline import Ticket
from sla_dsl.values.calendars import BusinessCalendar
from tests.evaluation.making import HOUR, at, facts, span, ticket

MARCH = span("2026-03-01 00:00 - 2026-04-01 00:00")
FOUR_HOURS = Within("elapsed", 4 * HOUR)
NEVER = Within("business", HOUR, BusinessCalendar((), 0, HOUR, "UTC", frozenset()))


def judged(
    *tickets: Ticket, as_of: str | None = None, after: str = "", within: Within = FOUR_HOURS, priority: str = "urgent"
) -> tuple[Judged, ...]:
    return judge(facts(tickets=tickets, as_of=as_of), Aim("replied", priority, within, after), "UTC", *MARCH)


def verdict(it: Ticket, as_of: str | None = None, after: str = "", within: Within = FOUR_HOURS) -> str:
    return judged(it, as_of=as_of, after=after, within=within)[0].verdict


@pytest.mark.parametrize(
    ("replied", "expected"),
    [("04 11:00", "met"), ("04 14:00", "met"), ("04 14:00:00.000001", "missed"), (None, "missed")],
)
def test_a_step_is_in_time_at_the_moment_when_it_is_due(replied: str | None, expected: str) -> None:
    assert verdict(ticket("04 10:00", replied=replied)) == expected


def test_a_step_that_the_record_leaves_out_is_unknown() -> None:
    assert judged(ticket("04 10:00", name="T")) == (Judged("T", at("04 14:00"), None, "unknown"),)


@pytest.mark.parametrize(
    ("as_of", "expected"), [("04 13:00", "pending"), ("04 14:00", "pending"), ("04 14:00:00.000001", "missed")]
)
def test_a_step_can_still_come_until_it_is_due(as_of: str, expected: str) -> None:
    assert verdict(ticket("04 10:00", replied=None), as_of=as_of) == expected


def test_a_step_that_came_is_judged_however_far_the_record_goes() -> None:
    assert verdict(ticket("04 10:00", replied="04 11:00"), as_of="04 12:00") == "met"


def test_the_time_of_a_target_may_run_from_another_step() -> None:
    it = ticket("04 10:00", name="T", acted="04 12:00", replied="04 16:00")
    assert judged(it, after="acted") == (Judged("T", at("04 16:00"), at("04 16:00"), "met"),)


def test_where_that_step_has_not_come_nothing_is_due() -> None:
    assert judged(ticket("04 10:00", name="T", acted=None, replied=None), after="acted") == (
        Judged("T", None, None, "pending"),
    )


def test_where_that_step_is_not_known_nobody_knows() -> None:
    it = ticket("04 10:00", name="T", replied="04 16:00")
    assert judged(it, after="acted") == (Judged("T", None, at("04 16:00"), "unknown"),)


def test_a_calendar_that_never_gets_there_leaves_it_pending() -> None:
    it = ticket("04 10:00", name="T", replied="04 16:00")
    assert judged(it, within=NEVER) == (Judged("T", None, at("04 16:00"), "pending"),)


def test_days_end_with_the_last_of_them() -> None:
    assert verdict(ticket("04 10:00", replied="05 23:59"), within=Within("days", 1)) == "met"
    assert verdict(ticket("04 10:00", replied="06 00:00:01"), within=Within("days", 1)) == "missed"


def test_only_tickets_of_the_priority_opened_in_the_period_are_judged() -> None:
    tickets = (
        ticket("2026-02-28 23:59", name="before"),
        ticket("2026-03-01 00:00", name="first"),
        ticket("2026-03-31 23:59", name="last"),
        ticket("2026-04-01 00:00", name="after"),
        ticket("10 10:00", "low", name="other"),
    )
    assert [j.ticket for j in judged(*tickets)] == ["first", "last"]
    assert [j.ticket for j in judged(*tickets, priority="low")] == ["other"]


def test_without_tickets_there_is_nothing_to_judge() -> None:
    assert judge(facts(tickets=None), Aim("replied", "urgent", FOUR_HOURS, ""), "UTC", *MARCH) == ()
    assert judged() == ()


def test_business_time_runs_in_its_hours() -> None:
    office = BusinessCalendar((0, 1, 2, 3, 4), 9 * HOUR, 17 * HOUR, "UTC", frozenset({dt.date(2026, 3, 9)}))
    within = Within("business", 2 * HOUR, office)
    (found,) = judged(ticket("06 16:00", replied="10 10:00"), within=within)
    assert (found.due, found.verdict) == (at("10 10:00"), "met")
