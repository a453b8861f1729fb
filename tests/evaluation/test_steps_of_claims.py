from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sla_dsl.evaluation.deadlines import Within
from sla_dsl.evaluation.result import CreditResult, PeriodResult
from sla_dsl.evaluation.steps_of_claims import within_of
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import CREDIT, HOUR, charge, claim, incident, lasting, outcome, report, tree_of

A = incident("04 10:00-12:00", name="A")
B = incident("20 10:00-12:00", name="B")
DOUBTFUL = incident("20 10:00-12:00", None, "D")
JOINED = "Incidents of Downtime that overlap or touch are one outage.\n"
BY_END = CREDIT + JOINED
BY_END += (
    "Rebate must be claimed within 30 days after the end of an outage of Downtime, and one claim opens the period.\n"
)
BY_START = BY_END.replace("the end of an outage", "the start of an outage")
BY_PERIOD = (
    CREDIT + "Rebate must be claimed within 30 days after the end of the period, and one claim opens the period.\n"
)
APRIL_3, APRIL_19, APRIL_30 = dt.date(2026, 4, 3), dt.date(2026, 4, 19), dt.date(2026, 4, 30)


def rebate(text: str, *incidents: Incident, **lists: Any) -> CreditResult:
    (credit,) = outcome(text, *incidents, charges=[charge("100")], **lists).credits
    return credit


def test_lengths_of_time_are_read_from_their_plain_form() -> None:
    entry = {"words": "B", "weekdays": [0], "hours": [9 * HOUR, 17 * HOUR], "zone": "UTC", "countries": [], "dates": []}
    tree = tree_of(calendars={"business": entry})
    assert within_of({"kind": "days", "amount": 30, "calendar": ""}, tree) == Within("days", 30)
    found = within_of({"kind": "business", "amount": 5, "calendar": "business"}, tree)
    assert found.calendar is not None
    assert (found.kind, found.amount, found.calendar.weekdays) == ("business", 5, (0,))


# ---------------------------------------------------------------- reports

REPORTED = CREDIT + "Rebate is due only if the customer reported an incident that counts as Downtime.\n"


@pytest.mark.parametrize(
    ("reports", "status"),
    [(["A"], "due"), (["D"], "unknown"), (["A", "D"], "due"), ([], "not_eligible"), (None, "unknown")],
)
def test_reports(reports: list[str] | None, status: str) -> None:
    made = None if reports is None else [report(name, "20 13:00") for name in reports]
    assert rebate(REPORTED, A, DOUBTFUL, reports=made).status == status


# ---------------------------------------------------------------- from what the days run


@pytest.mark.parametrize(("text", "claim_by"), [(BY_END, APRIL_3), (BY_START, APRIL_3), (BY_PERIOD, APRIL_30)])
def test_the_days_run_from_the_outage_or_from_the_end_of_the_period(text: str, claim_by: dt.date) -> None:
    credit = rebate(text, A, as_of="05 00:00")
    assert (credit.status, credit.claim_by) == ("claimable", claim_by)


def test_the_last_of_several_outages_has_the_last_day() -> None:
    assert rebate(BY_END, A, B, as_of="21 00:00").claim_by == APRIL_19


@pytest.mark.parametrize(
    ("text", "expected"),
    [(BY_END, None), (BY_START, APRIL_19), (BY_PERIOD, APRIL_30)],
)
def test_an_outage_that_lasts(text: str, expected: dt.date | None) -> None:
    credit = rebate(text, lasting("20 10:00"), as_of="21 00:00")
    assert (credit.status, credit.claim_by) == ("claimable", expected)


def test_the_end_of_the_period_does_not_count() -> None:
    late, timely = claim("2026-05-01 00:00", "A"), claim("2026-04-30 23:59", "A")
    assert rebate(BY_PERIOD, A, claims=[late]).status == "not_eligible"
    assert rebate(BY_PERIOD, A, claims=[timely]).status == "due"


def test_an_outage_runs_on_over_the_incidents_that_it_is_joined_of() -> None:
    more = incident("04 12:00-06 12:00".replace("-06", " - 06"), name="A2")
    assert rebate(BY_END, A, more, claims=[claim("2026-04-05 10:00", "A")]).status == "due"
    assert rebate(BY_START, A, more, claims=[claim("2026-04-05 10:00", "A")]).status == "not_eligible"


# ---------------------------------------------------------------- where it is not known what counts


@pytest.mark.parametrize(
    ("incidents", "lists", "status", "claim_by"),
    [
        pytest.param((A, DOUBTFUL), {"claims": [claim("21 10:00", "A")]}, "due", None, id="claimed in both worlds"),
        pytest.param((A, DOUBTFUL), {"claims": [claim("21 10:00", "D")]}, "unknown", None, id="claimed in one"),
        pytest.param((A, DOUBTFUL), {"claims": []}, "not_eligible", None, id="expired in both"),
        pytest.param((DOUBTFUL,), {"claims": []}, "not_eligible", None, id="expired, or nothing to claim"),
        pytest.param(
            (A, DOUBTFUL), {"claims": [], "as_of": "21 00:00"}, "claimable", None, id="open, with two last days"
        ),
        pytest.param((A, DOUBTFUL), {"claims": None}, "unknown", None, id="no list"),
    ],
)
def test_in_two_worlds(incidents: tuple[Incident, ...], lists: dict[str, Any], status: str, claim_by: object) -> None:
    credit = rebate(BY_END, *incidents, **lists)
    assert (credit.status, credit.claim_by) == (status, claim_by)


def test_two_worlds_with_one_last_day_have_it() -> None:
    same = incident("04 11:00-12:00", None, "D")
    credit = rebate(BY_END, A, same, as_of="05 00:00")
    assert (credit.status, credit.claim_by) == ("claimable", APRIL_3)


def test_what_is_needed_is_the_cause_and_the_list() -> None:
    assert rebate(BY_END, A, DOUBTFUL, claims=[claim("21 10:00", "D")]).needs == ("the cause of incident D",)
    assert rebate(BY_END, A, claims=None).needs == ("the list of claims",)


def test_what_is_needed_is_the_list_even_where_it_is_not_sure_that_anything_counts() -> None:
    assert "the list of claims" in rebate(BY_END, DOUBTFUL, claims=None).needs


# ---------------------------------------------------------------- two measures

TWO = (
    CREDIT
    + """Cloud is a service: "virtual machines".
Cloud Downtime means the time in which Cloud is down because of Failure or Work.
Cloud Rebate is a credit on Monthly Fee, of 5 % for each started 1 hour of Cloud Downtime.
Cloud Rebate is rounded down to the cent.
Cloud Rebate must be claimed within 30 days after the end of the period, and one claim opens the period.
"""
)


def cloud(period: PeriodResult) -> str:
    return next(c.status for c in period.credits if c.id == "cloud_rebate")


@pytest.mark.parametrize(("named", "status"), [("V", "due"), ("A", "not_eligible")])
def test_a_claim_after_the_period_names_an_incident_of_the_credits_own_measure(named: str, status: str) -> None:
    vm = incident("05 10:00-10:30", name="V", service="cloud")
    period = outcome(TWO, A, vm, charges=[charge("100")], claims=[claim("06 10:00", named)])
    assert cloud(period) == status


@pytest.mark.parametrize("named", ["A", "V"])
def test_a_credit_on_both_measures_is_opened_by_either(named: str) -> None:
    text = TWO.replace(
        "of 5 % for each started 1 hour of Cloud Downtime", "of 5 % for each started 1 hour of All Downtime"
    )
    text += "All Downtime means the time of Downtime together with Cloud Downtime.\n"
    vm = incident("05 10:00-10:30", name="V", service="cloud")
    assert cloud(outcome(text, A, vm, charges=[charge("100")], claims=[claim("06 10:00", named)])) == "due"
