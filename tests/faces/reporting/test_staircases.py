"""The staircase of a credit, and where the period lies on it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from sla_dsl.faces.reporting.document import markdown
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.model import Staircase
from sla_dsl.faces.reporting.page import page
from tests.faces.reporting.reports import EVERY_TENTH, mail, march, of_case
from tests.faces.running import incident


def the_only(**changes: Any) -> Staircase:
    (staircase,) = march(**changes).staircases
    return staircase


def test_the_steps_are_those_of_the_table_at_the_fee_that_was_charged() -> None:
    steps = the_only().steps
    assert [(one.start_words, one.end_words, one.rate, one.amount, one.lowered) for one in steps] == [
        ("0 s", "43 min", "0 %", "none", False),
        ("44 min", "7 hours 12 min", "10 %", "50.00 EUR (maximum)", True),
        ("7 hours 13 min", "and more", "25 %", "50.00 EUR (maximum)", True),
    ]
    assert [one.height for one in steps] == [0, 1, 1]
    assert steps[-1].end is None


def test_a_smaller_fee_has_other_heights() -> None:
    charges = [{"period": "2026-03", "what": "fee", "amount": "100.00", "currency": "EUR"}]
    staircase = the_only(charges=charges)
    assert [one.height for one in staircase.steps] == [0, Fraction(2, 5), 1]
    assert (staircase.highest, staircase.limit) == ("25.00 EUR", 2)


def test_the_period_stands_where_its_downtime_and_its_credit_are() -> None:
    here = the_only().here
    assert here is not None
    assert (here.words, here.amount, here.least_height, here.most_height) == ("1 hour 22 min", "50.00 EUR", 1, 1)
    assert here.least == here.most == 4_920_000_000


def test_without_a_claim_or_report_the_period_stands_below_the_stairs() -> None:
    here = the_only(reports=[]).here
    assert here is not None
    assert (here.least_height, here.most_height) == (0, 0)
    assert (here.amount, here.status) == ("", "not_eligible")


def test_what_is_not_due_has_no_amount_where_the_period_lies() -> None:
    report = report_of(mail(reports=[]))
    text = markdown(report).decode("utf-8")
    assert "You are here: Downtime 1 hour 22 min, not due: a condition is not met\n" in text
    assert "◀ You are here, not due: a condition is not met</td>" in page(report)
    assert "You are here: Downtime 1 hour 22 min, 50.00 EUR\n" in markdown(report_of(mail())).decode("utf-8")


def test_what_is_not_known_spans_a_part_of_it() -> None:
    here = the_only(incidents=[incident(cause=None)], maintenance=[]).here
    assert here is not None
    assert (here.least, here.most, here.words) == (0, 4_080_000_000, "somewhere from 0 s to 1 hour 8 min")
    assert (here.least_height, here.most_height) == (0, 1)


def test_where_the_promise_turns_is_told() -> None:
    assert [(one.name, one.start_words, one.status) for one in the_only().promises] == [
        ("Uptime", "0 s", "met"),
        ("Uptime", "44 min", "missed"),
    ]


def test_without_a_charge_or_in_another_currency_there_is_none() -> None:
    assert march(charges=None).staircases == ()
    assert march(charges=[]).staircases == ()
    other = [{"period": "2026-03", "what": "fee", "amount": "100.00", "currency": "USD"}]
    assert march(charges=other).staircases == ()


def test_a_period_with_one_cause_of_downtime_stands_on_its_stairs() -> None:
    """The step under the period gives what the period gives, where nothing else happened than along the line."""
    for path in EVERY_TENTH:
        for period in report_of(of_case(path)).periods:
            for one in period.staircases:
                assert all(before.start <= after.start for before, after in pairwise(one.steps))
                assert all(0 <= step.height <= 1 for step in one.steps)
                if one.here and one.here.most_height and one.here.least == one.here.most:
                    (under,) = [
                        s for s in one.steps if s.start <= one.here.least and (s.end is None or one.here.least <= s.end)
                    ]
                    assert (under.height, under.amount.split(" (")[0]) == (one.here.least_height, one.here.amount)
