from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.result import CreditResult, Known, Measure, Payment, PeriodResult, TargetResult, as_known
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from tests.evaluation.making import (
    CREDIT,
    HOUR,
    SUPPORT,
    at,
    charge,
    incident,
    outcome,
    report,
    result,
    span,
    ticket,
    timeline,
)

GUARANTEED = CREDIT + "The provider guarantees that Uptime is at least 99.9 %.\n"
REPORTED = CREDIT + "Rebate is due only if the customer reported an incident that counts as Downtime.\n"
DOWN = incident("04 10:00-20:00", name="A")
DOUBTFUL = incident("05 10:00-20:00", None, "D")
FEE = [charge("100")]


def eur(amount: int) -> Money:
    return Money(amount, "EUR")


def maybe(low: Any, high: Any) -> Between:
    return Between(low, high, ("x",))


# ---------------------------------------------------------------- what is known


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (5, Known(5, 5, 5)),
        (eur(5), Known(eur(5), eur(5), eur(5))),
        (maybe(1, 2), Known(None, 1, 2, ("x",))),
        (maybe(-BOUNDLESS, BOUNDLESS), Known(None, None, None, ("x",))),
        (maybe(Money(0, ""), Money(BOUNDLESS, "")), Known(None, Money(0, ""), None, ("x",))),
        (maybe(Money(0, "EUR"), Money(BOUNDLESS // 10**6, "EUR")), Known(None, eur(0), None, ("x",))),
        (maybe(-BOUNDLESS, 5), Known(None, None, 5, ("x",))),
    ],
)
def test_as_known(value: Any, known: Known) -> None:
    assert as_known(value) == known


# ---------------------------------------------------------------- a period


def test_measures_in_the_order_of_the_policy() -> None:
    period = outcome(GUARANTEED, DOWN, charges=FEE)
    assert [*period.measures] == ["downtime", "uptime"]
    assert period.measures["downtime"] == Measure(
        "downtime", "Downtime", "elapsed", Known(10 * HOUR, 10 * HOUR, 10 * HOUR)
    )
    uptime = period.measures["uptime"]
    assert (uptime.words, uptime.kind, uptime.known.value) == ("Uptime", "ratio", Fraction(71, 72))


@pytest.mark.parametrize(
    ("incidents", "kept"),
    [((), "met"), ((DOWN,), "missed"), ((DOUBTFUL,), "unknown"), ((DOWN, DOUBTFUL), "missed")],
)
def test_guarantees(incidents: tuple[Any, ...], kept: str) -> None:
    assert outcome(GUARANTEED, *incidents).guarantees == {"uptime": kept}


def credit(text: str, *incidents: Any, **lists: Any) -> CreditResult:
    (found,) = outcome(text, *incidents, **lists).credits
    return found


@pytest.mark.parametrize(
    ("sentence", "paid_as"),
    [
        ("", None),
        ("Rebate is paid as Refund.", Payment(("Refund",), False, None)),
        ("Rebate is paid only as Refund.", Payment(("Refund",), True, None)),
        ("Rebate is paid as Bonus or Refund at the choice of the customer.",
         Payment(("Bonus", "Refund"), False, "customer")),
        ("Rebate is paid only as Bonus or Refund at the choice of the provider.",
         Payment(("Bonus", "Refund"), True, "provider")),
        ("Rebate is paid as Bonus or Refund by a rule that the agreement does not give.",
         Payment(("Bonus", "Refund"), False, "not given")),
    ],
)  # fmt: skip
def test_how_a_credit_is_paid(sentence: str, paid_as: Payment | None) -> None:
    assert credit(f"{CREDIT}{sentence}\n", DOWN, charges=FEE).paid_as == paid_as


def test_how_a_credit_is_paid_whose_claims_open_only_what_they_name() -> None:
    named = "Rebate must be claimed within 30 days after the end of the period, and a claim opens only what it names.\n"
    assert credit(f"{CREDIT}{named}Rebate is paid as Refund.\n", DOWN, charges=FEE).paid_as == Payment(
        ("Refund",), False, None
    )


def test_a_credit_that_is_due() -> None:
    half, fifty = Fraction(1, 2), eur(50)
    assert credit(CREDIT, DOWN, charges=FEE) == CreditResult(
        "rebate", "Rebate", "due", Known(half, half, half), Known(fifty, fifty, fifty), False, None, ()
    )


def test_an_amount_that_is_not_known_has_its_bounds() -> None:
    found = credit(CREDIT, DOWN, charges=[])
    assert found.status == "unknown"
    assert found.amount == Known(None, Money(0, ""), None, ("the charge monthly_fee of 2026-03",))
    found = credit(CREDIT + "Rebate is limited to 40 EUR, converted at the given rate.\n", DOUBTFUL, charges=FEE)
    assert found.amount == Known(None, eur(0), eur(40), ("the cause of incident D",))


def test_where_something_is_surely_due_its_least_is_more_than_nothing() -> None:
    more = incident("06 10:00 - 08 10:00", None, "M")
    steps = CREDIT.replace("less than 99 % gives 50 %", "less than 99 % gives 50 %, less than 95 % gives 75 %")
    found = credit(steps, DOWN, more, charges=FEE)
    assert (found.status, found.amount[:3]) == ("unknown", (None, eur(50), eur(75)))


def test_where_a_condition_is_open_nothing_is_the_least() -> None:
    found = credit(REPORTED, DOWN, charges=FEE, reports=None)
    assert (found.status, found.amount[:3]) == ("unknown", (None, eur(0), eur(50)))
    assert found.needs == found.amount.needs == ("the list of reports",)


def test_an_unknown_that_changes_nothing_is_ignored() -> None:
    capped = CREDIT + "Rebate is limited to 5 EUR, converted at the given rate.\n"
    found = credit(capped, DOWN, incident("05 10:00 - 07 10:00", None), charges=FEE)
    assert (found.status, found.amount.value, found.capped) == ("due", eur(5), True)


TARGETS = SUPPORT + (
    "Reply is due on an Urgent ticket within 2 Business hours after it is opened.\n"
    "Repair is due on an Urgent ticket within 8 hours after Reply.\n"
)


def test_tickets_with_their_targets() -> None:
    period = outcome(
        TARGETS,
        tickets=[
            ticket("04 10:00", name="T1", replied="04 11:00", repaired=None),
            ticket("2026-04-01 00:00", name="T2"),
            ticket("31 23:59", name="T3"),
        ],
    )
    assert [*period.tickets] == ["T1", "T3"]
    assert period.tickets["T1"] == (
        TargetResult("reply", "Reply", at("04 12:00"), "met"),
        TargetResult("repair", "Repair", at("04 19:00"), "missed"),
    )


def test_a_ticket_of_a_priority_without_targets_has_none() -> None:
    text = TARGETS + 'Low is a priority: "low".\n'
    assert outcome(text, tickets=[ticket("04 10:00", "low", name="T")]).tickets == {"T": ()}
    assert outcome(TARGETS, tickets=None).tickets == {}


def test_what_counts_is_the_time_of_the_ledger() -> None:
    assert outcome(CREDIT, DOWN, DOUBTFUL).counted("downtime") == (span("04 10:00-20:00"),)
    assert outcome(CREDIT).counted("downtime") == ()


def test_fates_are_gathered_measure_by_measure() -> None:
    text = CREDIT + "Long Downtime means the time in which Gateway is down because of Failure.\n"
    text += "The provider guarantees as Calm that Long Downtime is at most 1 hour.\n"
    period = outcome(text, DOWN, incident("05 10:00-11:00", "work", "W"))
    assert {n: [f.counted // HOUR for f in fates] for n, fates in period.fates.items()} == {0: [10, 10], 1: [1, 0]}
    assert [*period.ledgers] == ["downtime", "long_downtime"]


# ---------------------------------------------------------------- the whole


def test_a_result_has_its_periods_in_the_order_asked_for() -> None:
    found = result(CREDIT, timeline(DOWN), "2026-04", "2026-03")
    assert [p.name for p in found.periods] == ["2026-04", "2026-03"]
    assert found.periods is found.periods
    assert (found.account, found.as_of, found.tree.title) == ("acme", None, "Test")
    assert result(CREDIT, timeline(as_of="04 10:00")).as_of == at("04 10:00")


@pytest.mark.parametrize("field", ["traces", "plan", "notes", "other"])
def test_a_result_never_changes(field: str) -> None:
    found = result(CREDIT, timeline(DOWN))
    with pytest.raises(AttributeError, match="never changes"):
        setattr(found, field, ())
    with pytest.raises(AttributeError, match="never changes"):
        setattr(found.periods[0], field, ())


def test_views_are_made_once() -> None:
    period: PeriodResult = outcome(REPORTED, DOWN, reports=[report("A")], charges=FEE)
    for view in ("measures", "guarantees", "credits", "tickets", "ledgers", "fates", "explanation"):
        assert getattr(period, view) is getattr(period, view)


def test_a_claim_has_its_last_day() -> None:
    text = (
        CREDIT + "Rebate must be claimed within 10 days after the end of the period, and one claim opens the period.\n"
    )
    assert credit(text, DOWN, charges=FEE, as_of="05 00:00").claim_by == dt.date(2026, 4, 10)
