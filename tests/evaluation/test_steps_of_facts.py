from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.tree import Node
from sla_dsl.evidence.facts import LATEST, Facts
from sla_dsl.evidence.timeline import Window
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from sla_dsl.values.zones import local_date
from tests.evaluation.making import (
    HOUR,
    at,
    breach,
    charge,
    facts,
    incident,
    lasting,
    literal,
    node,
    rate,
    run,
    span,
    tree_of,
    window,
    work,
)
from tests.values.strategies import law

NOTHING_KNOWN = (Money(0, ""), Money(BOUNDLESS, ""))


def worked(made: Node, known: Facts | None = None, *inputs: Any, zone: str = "UTC") -> Any:
    return work(made, *inputs, given=run(known, zone=zone), tree=tree_of(made, zone=zone))


# ---------------------------------------------------------------- what needs no evidence


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("3", "number", 3),
        ("999/1000", "ratio", Fraction(999, 1000)),
        ("-1/2", "number", Fraction(-1, 2)),
        ("262000000", "elapsed", 262_000_000),
        (["125", "EUR"], "money", Money(125, "EUR")),
        (["1/3", "EUR"], "money", Money(Fraction(1, 3), "EUR")),
    ],
)
def test_literals(value: Any, kind: str, expected: object) -> None:
    found = worked(literal(value, kind))
    assert found == expected
    assert type(found) is type(expected)


def test_the_period_and_its_length() -> None:
    assert worked(node("period")) == (span("2026-03-01 00:00 - 2026-04-01 00:00"),)
    assert worked(node("period_length")) == 744 * HOUR
    assert work(node("period_length"), given=run(zone="Europe/Brussels")) == 743 * HOUR


def test_all_time() -> None:
    assert worked(node("always")) == ((0, LATEST),)


def test_hours_are_those_of_the_period() -> None:
    entry = {"words": "B", "weekdays": [0], "hours": [9 * HOUR, 17 * HOUR], "zone": "UTC", "countries": [], "dates": []}
    made = node("hours", calendar="business")
    found = work(made, given=run(), tree=tree_of(made, calendars={"business": entry}))
    assert found == tuple(span(f"{day:02} 09:00-17:00") for day in (2, 9, 16, 23, 30))


# ---------------------------------------------------------------- incidents

CHOSEN = node("incidents", services=["gateway"], causes=["failure", "work"])
ANY_CAUSE = node("incidents", services=["gateway", "cloud"], causes=None)


def numbers(found: Any) -> list[int]:
    return [n for _, _, n in found]


def test_incidents_are_chosen_by_service_and_cause() -> None:
    known = facts(
        incident("04 10:00-11:00"),
        incident("05 10:00-11:00", "work"),
        incident("06 10:00-11:00", "attack"),
        incident("07 10:00-11:00", service="cloud"),
        incident("03 10:00-11:00", "work"),
    )
    assert worked(CHOSEN, known) == (
        (*span("03 10:00-11:00"), 0),
        (*span("04 10:00-11:00"), 1),
        (*span("05 10:00-11:00"), 2),
    )
    assert numbers(worked(ANY_CAUSE, known)) == [0, 1, 2, 3, 4]


def test_incidents_of_no_length_are_not_among_them() -> None:
    assert worked(CHOSEN, facts(incident("04 10:00-10:00"))) == ()


def test_an_incident_that_lasts_goes_up_to_the_end_of_the_record() -> None:
    assert worked(CHOSEN, facts(lasting("04 10:00"), as_of="04 12:00")) == ((*span("04 10:00-12:00"), 0),)


def test_an_incident_of_unknown_cause_may_be_one_of_them() -> None:
    known = facts(incident("04 10:00-11:00"), incident("05 10:00-11:00", None, "X"), incident("03 10:00-11:00", None))
    found = worked(CHOSEN, known)
    assert (numbers(found.low), numbers(found.high)) == ([1], [0, 1, 2])
    assert found.needs == ("the cause of incident 03 10:00-11:00", "the cause of incident X")


def test_where_every_cause_counts_an_unknown_one_does_too() -> None:
    assert numbers(worked(ANY_CAUSE, facts(incident("04 10:00-11:00", None)))) == [0]


def test_an_unknown_cause_of_another_service_or_of_no_length_is_no_doubt() -> None:
    known = facts(incident("04 10:00-11:00", None, service="cloud"), incident("05 10:00-10:00", None))
    assert worked(CHOSEN, known) == ()


# ---------------------------------------------------------------- maintenance


def windows(kind: str, comparison: str = "", amount: str = "0") -> Node:
    return node("windows", service="gateway", notice={"kind": kind, "comparison": comparison, "amount": amount})


ANY, WEEK = windows("any"), windows("days", "at least", "7")
EARLY, HOURS = windows("elapsed", "more than", "0"), windows("elapsed", "at least", str(168 * HOUR))
TEN = span("10 02:00-04:00")


@pytest.mark.parametrize(
    ("notice", "announced", "counts"),
    [
        (ANY, None, True),
        (ANY, "11 00:00", True),
        (EARLY, "10 01:59", True),
        (EARLY, "10 02:00", False),
        (EARLY, None, False),
        (WEEK, "03 23:59", True),
        (WEEK, "04 00:00", False),
        (WEEK, "01 00:00", True),
        (WEEK, "2026-01-01 00:00", True),
        (HOURS, "03 02:00", True),
        (HOURS, "03 02:01", False),
        (windows("days", "exactly", "7"), "03 00:00", True),
        (windows("days", "exactly", "7"), "2026-01-01 00:00", False),
        (windows("days", "less than", "7"), "04 00:00", True),
        (windows("days", "less than", "7"), "2026-01-01 00:00", False),
        (windows("days", "more than", "7"), "02 23:59", True),
        (windows("days", "more than", "7"), "03 00:00", False),
        (windows("days", "at most", "7"), "03 00:00", True),
        (windows("days", "at least", "0"), "10 00:00", True),
    ],
)
def test_the_notice_of_a_window(notice: Node, announced: str | None, counts: bool) -> None:
    known = facts(maintenance=[window("10 02:00-04:00", announced)])
    assert worked(notice, known) == ((TEN,) if counts else ())


@pytest.mark.parametrize("early", [9, 10, 11, 12, 13, 14, 15])
def test_days_of_notice_are_the_same_however_they_are_found(early: int) -> None:
    known = facts(maintenance=[window("20 02:00-04:00", f"{20 - early:02} 23:59")])
    assert bool(worked(windows("days", "at least", "12"), known)) == (early >= 12)
    assert bool(worked(windows("days", "more than", "12"), known)) == (early > 12)


@law
@given(st.integers(0, 200 * 24 * 60), st.integers(0, 200), st.sampled_from(["at least", "more than"]))
def test_days_of_notice_across_the_day_that_samoa_left_out(minutes: int, bound: int, comparison: str) -> None:
    zone, start = "Pacific/Apia", at("2012-02-01 02:00")
    known = facts(maintenance=[Window("W", "gateway", start - minutes * 60_000_000, True, start, start + HOUR)])
    days = (local_date(start, zone) - local_date(start - minutes * 60_000_000, zone)).days
    excuses = bool(worked(windows("days", comparison, str(bound)), known, zone=zone))
    assert excuses == (days >= bound if comparison == "at least" else days > bound)


def test_days_of_notice_are_those_of_the_zone() -> None:
    known = facts(maintenance=[window("10 22:30-23:30", "03 23:30")])
    assert worked(WEEK, known) == (span("10 22:30-23:30"),)
    assert worked(WEEK, known, zone="Europe/Brussels") == ()


def test_only_windows_of_the_service_count() -> None:
    known = facts(maintenance=[window("10 02:00-04:00", service="cloud"), window("11 02:00-04:00")])
    assert worked(ANY, known) == (span("11 02:00-04:00"),)
    assert worked(ANY, facts(maintenance=None)) == ()


def test_windows_are_merged_and_those_of_no_length_left_out() -> None:
    known = facts(maintenance=[window("10 02:00-04:00"), window("10 03:00-05:00"), window("11 02:00-02:00")])
    assert worked(ANY, known) == (span("10 02:00-05:00"),)


def test_a_window_that_lasts_goes_up_to_the_end_of_the_record() -> None:
    still = window("10 02:00-04:00")._replace(end=None)
    assert worked(ANY, facts(maintenance=[still], as_of="10 03:00")) == (span("10 02:00-03:00"),)
    assert worked(ANY, facts(maintenance=[still], as_of="09 03:00")) == ()


def test_a_window_of_unknown_notice_may_count() -> None:
    doubtful, sure = window("10 02:00-04:00", known=False), window("11 02:00-04:00", "01 00:00")
    found = worked(WEEK, facts(maintenance=[doubtful, sure]))
    assert found == Between(
        (span("11 02:00-04:00"),),
        (TEN, span("11 02:00-04:00")),
        ("when maintenance W 10 02:00-04:00 was announced",),
    )
    assert worked(ANY, facts(maintenance=[doubtful])) == (TEN,)


def test_an_unknown_notice_is_no_doubt_where_the_time_counts_anyway() -> None:
    doubtful, sure = window("10 02:00-03:00", known=False), window("10 01:00-04:00", "01 00:00")
    assert worked(WEEK, facts(maintenance=[doubtful, sure])) == (span("10 01:00-04:00"),)


# ---------------------------------------------------------------- breaches, charges, rates


def test_breaches_are_merged() -> None:
    known = facts(breaches=[breach("10 02:00-04:00"), breach("10 03:00-05:00")])
    assert worked(node("breaches"), known) == (span("10 02:00-05:00"),)
    assert worked(node("breaches"), facts(breaches=None)) == ()


FEE = node("charge", charge="monthly_fee")


def test_the_charge_of_the_period() -> None:
    known = facts(charges=[charge("100"), charge("7", period="2026-04"), charge("5", what="other")])
    assert worked(FEE, known) == Money(100, "EUR")


@pytest.mark.parametrize("charges", [None, [], [charge("7", period="2026-04")], [charge("5", what="other")]])
def test_a_charge_that_was_not_supplied_may_be_anything(charges: list[Any] | None) -> None:
    assert worked(FEE, facts(charges=charges)) == Between(*NOTHING_KNOWN, ("the charge monthly_fee of 2026-03",))


CONVERT = node("convert", 0, 1)
EURO = Money(125, "EUR")


@pytest.mark.parametrize(
    ("money", "like", "expected"),
    [
        (EURO, Money(7, "EUR"), EURO),
        (EURO, Money(7, "USD"), Money(Fraction(13546, 100) + Fraction(1, 400), "USD")),
        (Money(0, ""), Money(7, "USD"), Money(0, "")),
        (
            Between(Money(1, "EUR"), Money(2, "EUR"), ("x",)),
            Money(7, "USD"),
            Between(Money(Fraction(10837, 10**4), "USD"), Money(Fraction(21674, 10**4), "USD"), ("x",)),
        ),
        (EURO, Between(Money(0, ""), Money(BOUNDLESS, ""), ("fee",)), Between(*NOTHING_KNOWN, ("fee",))),
        (EURO, Between(Money(0, ""), Money(9, "EUR"), ("fee",)), EURO),
        (
            Money(125, "GBP"),
            Money(7, "USD"),
            Between(Money(0, "USD"), Money(BOUNDLESS, "USD"), ("an exchange rate from GBP to USD",)),
        ),
    ],
)
def test_convert(money: Any, like: Any, expected: Any) -> None:
    assert worked(CONVERT, facts(rates=[rate("EUR", "USD", "1.0837")]), money, like) == expected


@pytest.mark.parametrize("rates", [None, [], [rate("USD", "EUR", "0.9")], [rate("EUR", "GBP", "0.9")]])
def test_a_rate_is_never_turned_round(rates: list[Any] | None) -> None:
    found = worked(CONVERT, facts(rates=rates), EURO, Money(7, "USD"))
    assert found.needs == ("an exchange rate from EUR to USD",)
    assert (found.low, found.high) == (Money(0, "USD"), Money(BOUNDLESS, "USD"))
