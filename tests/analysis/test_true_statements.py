"""Policies of unusual shape, of which something false could be said: what is said of them is so."""

from __future__ import annotations

import pytest

from sla_dsl import read_policy
from sla_dsl.analysis.checking import analysed

BEGINNING = """Agreement "T".
The time zone is UTC.
The period is each calendar month.
Web is a service: "web".
Failure is a cause: "failure".
Fee is a charge: "fee".
Downtime means the time in which Web is down because of Failure.
Uptime means 100 % minus Downtime divided by the length of the period.
"""
PROMISE = BEGINNING + "The provider guarantees that Uptime is at least 99.9 %.\n"
ROUNDED = "Credit is rounded down to the cent.\n"
OWN = "Each incident of Downtime is an outage of its own.\n"


def told(text: str) -> dict[str, str]:
    """The message of each code."""
    return {finding.code: finding.message for finding in analysed(read_policy(text).require(), text)}


def test_limits_in_two_currencies_are_no_defect() -> None:
    limits = "".join(f"Credit is limited to {it}, converted at the given rate.\n" for it in ("200 EUR", "300 USD"))
    assert "limit-never-binds" not in told(PROMISE + "Credit is a credit on Fee, of 5 %.\n" + limits + ROUNDED)


def test_a_rate_that_begins_with_a_full_hour_ends_the_breach_there() -> None:
    text = PROMISE + "Credit is a credit on Fee, of 1 % for each full 1 hour of Downtime.\n" + ROUNDED
    assert "Downtime of more than 43 min 12 s, below 1 hour" in told(text)["breach-without-credit"]


STARTED = "Credit is a credit on Fee, of 2 % for each started 30 min of Downtime.\n"


def test_a_limit_that_lowers_only_long_outages_does_not_lower_every_credit() -> None:
    found = told(BEGINNING + STARTED + "Credit is limited to 50 % of Fee.\n" + ROUNDED)
    assert not {"limit-always-binds", "limit-never-binds", "nothing-to-analyse"} & set(found)


def test_from_which_charge_on_every_credit_is_lowered_is_asked_of_the_least() -> None:
    found = told(PROMISE + STARTED + "Credit is limited to 50 EUR, converted at the given rate.\n" + ROUNDED)
    assert "every credit for one above 2500.00 EUR" in found["limit-depends-on-charge"]


def test_all_of_what_is_due_while_the_promise_is_kept_is_told() -> None:
    assert "with Downtime of more than 0 s, up to 43 min 12 s" in told(PROMISE + STARTED + ROUNDED)["credit-while-kept"]


TABLE = (
    "Credit is a credit on Fee, by the last row that applies to Uptime: "
    "less than 99.9 % gives 5 %, less than 99 % gives 10 %.\n"
)


def test_of_a_limit_that_grows_with_the_outage_nothing_is_said() -> None:
    limit = "Credit is limited to 5 EUR for each full 1 hour of Downtime, converted at the given rate.\n"
    assert not [code for code in told(PROMISE + TABLE + limit + ROUNDED) if code.startswith("limit")]


def test_a_limit_that_many_outages_reach_is_not_said_to_do_nothing() -> None:
    credit = "Credit is a credit on Fee, of 3 % times the number of outages of Downtime.\n"
    found = told(PROMISE + OWN + credit + "Credit is limited to 25 % of Fee.\n" + ROUNDED)
    assert "limit-never-binds" not in found


def test_of_two_limits_the_higher_never_binds() -> None:
    limits = "".join(f"Credit is limited to {it} EUR, converted at the given rate.\n" for it in (1_000, 500))
    text = PROMISE + TABLE + limits + ROUNDED
    (never,) = [f for f in analysed(read_policy(text).require(), text) if f.code == "limit-never-binds"]
    assert never.span is not None
    assert "1000" in text[never.span.start : never.span.end]


def test_limits_by_another_charge_are_left_alone() -> None:
    text = PROMISE + 'Extra is a charge: "extra".\n' + TABLE.replace("on Fee", "on Extra") + ROUNDED
    assert "row-above-limit" not in told(text + "Credit is limited to 8 % of Fee.\n")


MAIL = """Mail is a service: "mail".
Mail Down means the time in which Mail is down because of Failure.
"""


def test_a_row_that_two_services_reach_together_is_not_out_of_reach() -> None:
    mean = "Mean means 100 % minus (Downtime plus Mail Down) divided by 2 divided by the length of the period.\n"
    credit = "Credit is a credit on Fee, by the last row that applies to Mean: less than 40 % gives 12 %.\n"
    assert "row-out-of-reach" not in told(BEGINNING + MAIL + mean + credit + ROUNDED)


def test_the_period_of_one_length_is_shown_by_the_service_that_it_is_about() -> None:
    uptime = "Mail Uptime means 100 % minus Mail Down divided by 30 days.\n"
    text = PROMISE + MAIL + uptime + "The provider guarantees that Mail Uptime is at least 99 %.\n"
    (found,) = [f for f in analysed(read_policy(text).require(), text) if f.code == "period-of-one-length"]
    assert "Mail is down" in found.situation
    assert "Mail Uptime is -" in found.situation


def test_a_credit_that_is_given_whatever_happens_is_due_while_the_promise_is_kept() -> None:
    assert "credit-while-kept" in told(PROMISE + "Credit is a credit on Fee, of 10 %.\n" + ROUNDED)


def test_a_credit_by_the_longest_outage_is_held_against_the_promise_on_all_of_them() -> None:
    credit = "Credit is a credit on Fee, by the last row that applies to the longest outage of Downtime: "
    credit += "more than 1 min gives 5 %.\n"
    assert "credit-while-kept" in told(PROMISE + OWN + credit + ROUNDED)


def test_where_one_credit_ends_and_a_higher_one_begins_nothing_falls() -> None:
    text = PROMISE + TABLE + ROUNDED + "Credit is due only if Downtime is less than 10 hours.\n"
    other = "More is a credit on Fee, of 20 %.\nMore is rounded down to the cent.\n"
    other += "More is due only if Downtime is at least 10 hours.\n"
    assert "less-for-worse" not in told(text + other)
    assert "less-for-worse" in told(text)


def test_what_is_not_paid_for_being_little_is_not_a_breach_without_a_credit() -> None:
    text = PROMISE + TABLE + ROUNDED + "Credit is paid only if it is at least 500 EUR.\n"
    assert "breach-without-credit" not in told(text)


@pytest.mark.parametrize("code", ["less-for-worse", "merging-pays-less"])
def test_a_difference_is_shown_by_both_cases(code: str) -> None:
    rows = TABLE.replace("gives 10 %", "gives 1 %") if code == "less-for-worse" else TABLE
    rule = OWN.replace(
        "Each incident of Downtime is an outage of its own.",
        "Incidents of Downtime that overlap or touch are one outage.",
    )
    rounding = "" if code == "less-for-worse" else rule + "Each outage of Downtime is rounded up to the minute.\n"
    text = PROMISE + rounding + rows + ROUNDED
    (found,) = [f for f in analysed(read_policy(text).require(), text) if f.code == code]
    assert found.situation.count("In 2026-04") == 2
