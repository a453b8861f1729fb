"""The hazards of claims: days over a clock change, hours, business hours, what the days run from, what still goes on.

The numbers in the names are those of the field's list, as in `test_hazards.py`.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.hazards import DOWN, FAILED, ONE, codes, come_out, down, result, row

CENT = "Rebate is rounded to the nearest cent, halves up.\n"


TEN = f"{FAILED} 2026-03-04 10:00 to 10:10"


def flat(rate: str, *rules: str) -> str:
    return DOWN + f"Rebate is a credit on Fee, of {rate}.\n" + "".join(rules)


BOTH = [
    {"period": "2026-03", "what": "fee", "amount": "1000", "currency": "EUR"},
    {"period": "2026-03", "what": "extra", "amount": "5", "currency": "USD"},
]


OUTAGE_END = "after the end of an outage of Downtime, and one claim opens the period.\n"


RATE = "Rebate is a credit on Fee, of 10 %.\n"


def claim(within: str, after: str = OUTAGE_END) -> str:
    return DOWN + ONE + RATE + CENT + f"Rebate must be claimed within {within} {after}"


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("2026-03-04 10:05", "due"),
        ("2026-03-04 10:10", "due"),
        ("2026-03-04 23:59:59.999999", "due"),
        ("2026-04-02 12:00", "due"),
        ("2026-04-03 23:59:59.999999", "due"),
        ("2026-04-04 00:00", "not eligible"),
    ],
)
def test_h27_h28_days_are_calendar_days_over_a_clock_change(at: str, status: str) -> None:
    """In Brussels, where the clocks change on 29 March; a claim made while it lasts is in time."""
    given = f"Fee of 100 EUR, {TEN} claimed at {at}; Rebate is {status}"
    come_out(claim("30 days"), given, zone="Europe/Brussels")


@pytest.mark.parametrize(
    ("at", "status"), [("2026-04-03 11:10", "due"), ("2026-04-03 11:10:00.000001", "not eligible")]
)
def test_h27_hours_are_elapsed_hours_over_a_clock_change(at: str, status: str) -> None:
    come_out(claim("720 hours"), f"Fee of 100 EUR, {TEN} claimed at {at}; Rebate is {status}", zone="Europe/Brussels")


@pytest.mark.parametrize(
    ("at", "status"), [("2026-03-09 10:10", "due"), ("2026-03-09 10:10:00.000001", "not eligible")]
)
def test_h27_business_hours_run_only_while_it_is_open(at: str, status: str) -> None:
    office = "Business means Monday to Friday from 09:00 to 17:00 except 2026-03-06.\n"
    given = f"Fee of 100 EUR, {TEN} claimed at {at}; Rebate is {status}"
    come_out(claim("16 Business hours") + office, given, zone="Europe/Brussels")


@pytest.mark.parametrize(
    ("after", "at", "status"),
    [
        ("the start of an outage of Downtime", "2026-04-03 23:59:59", "due"),
        ("the start of an outage of Downtime", "2026-04-04 00:00", "not eligible"),
        ("the end of an outage of Downtime", "2026-04-04 23:59:59", "due"),
        ("the end of the period", "2026-04-30 23:59:59", "due"),
        ("the end of the period", "2026-05-01 00:00", "not eligible"),
    ],
)
def test_h27_what_the_days_run_from_is_written(after: str, at: str, status: str) -> None:
    rules = claim("30 days", f"after {after}, and one claim opens the period.\n")
    given = f"Fee of 100 EUR, {FAILED} 2026-03-04 23:50 to 2026-03-05 00:10 claimed at {at}"
    come_out(rules, f"{given}; Rebate is {status}")


def test_h28_of_what_still_goes_on_nothing_has_run_out() -> None:
    rules = claim("30 days")
    open_ended = [down("2026-03-04T10:00:00Z", None)]
    charges = [{"period": "2026-03", "what": "fee", "amount": "100", "currency": "EUR"}]
    lists: dict[str, Any] = {"incidents": open_ended, "charges": charges, "as_of": "2026-06-01T00:00:00Z"}
    credit = row(result(rules, "2026-03", **lists, claims=[]))["credits"][0]
    assert (credit["status"], credit.get("claim_by")) == ("claimable", None)
    claimed = [{"id": "C", "at": "2026-05-30T00:00:00Z", "incidents": ["A"]}]
    assert row(result(rules, "2026-03", **lists, claims=claimed))["credits"][0]["status"] == "due"


def test_h27_a_claim_without_its_choice_is_refused() -> None:
    assert "open-choice" in codes(claim("30 days", "after the end of an outage of Downtime.\n"))


def test_h29_without_a_fee_or_a_list_nothing_is_made_up() -> None:
    cases: list[tuple[str, dict[str, Any]]] = [(flat("10 %", CENT), {}), (claim("30 days"), {"charges": BOTH})]
    for rules, lists in cases:
        incidents = [down("2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z")]
        credit = row(result(rules, "2026-03", incidents=incidents, **lists))["credits"][0]
        assert (credit["status"], credit["amount"]) == ("unknown", None)
        assert credit["needs"]
