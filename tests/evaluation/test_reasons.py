from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.reasons import credit_reasons, incident_reasons
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import (
    CREDIT,
    breach,
    charge,
    claim,
    incident,
    outcome,
    rate,
    report,
    window,
)

RULES = (
    CREDIT.replace("Downtime means", "§ 1\nDowntime means", 1)
    + """§ 2
Announced means the maintenance announced at least 3 days before it starts.
Breach means the time in which the customer is in breach.
Attack is a cause: "an attack".
An incident because of Work within Announced does not count as Downtime.
Time within Breach does not count as Downtime.
§ 3
An incident because of Attack does not count as Downtime.
"""
)
FEE = [charge("100")]


def because(given: Incident, text: str = RULES, **lists: Any) -> list[str]:
    """Why an incident counts or not in March."""
    period = outcome(text, given, **lists)
    return incident_reasons(period, 0, period.fates.get(0, ()))


HOURS = CREDIT.replace("because of Failure or Work.", "because of Failure or Work within Office.") + (
    "Office means every day from 09:00 to 17:00 holidays included.\n"
)


@pytest.mark.parametrize(
    ("given", "lists", "expected"),
    [
        (incident("04 10:00-11:00"), {}, ["1 hour of it counts (§ 1)"]),
        (incident("04 10:00-11:00", "attack"), {}, ["its cause does not count (§ 3)"]),
        (incident("04 10:00-10:00"), {}, ["it ends as it starts, so there is nothing to count"]),
        (
            incident("04 10:00-11:00", "work"),
            {"maintenance": [window("04 10:00-10:40", "01 00:00")]},
            ["20 min of it counts (§ 1)", "it is excluded (§ 2)"],
        ),
        (
            incident("04 10:00-11:00"),
            {"breaches": [breach("04 09:00-12:00")]},
            ["the customer was in breach (§ 2)"],
        ),
        (
            incident("04 10:00-11:00", None),
            {},
            ["it may count: its cause, or the notice of a maintenance, is not known"],
        ),
        (
            incident("04 10:00-11:00", "work"),
            {"maintenance": [window("04 10:00-10:40", None, known=False)]},
            ["it may count: its cause, or the notice of a maintenance, is not known", "20 min of it counts (§ 1)"],
        ),
        (incident("2026-06-04 10:00 - 2026-06-04 11:00"), {}, ["it lies outside this period"]),
        (
            incident("04 10:00-11:00", service="email"),
            {},
            ["the policy does not cover the service email"],
        ),
    ],
)
def test_why_an_incident_counts_or_not(given: Incident, lists: dict[str, Any], expected: list[str]) -> None:
    assert because(given, **lists) == expected


def test_an_incident_outside_the_hours() -> None:
    assert because(incident("04 08:00-10:00"), HOURS) == ["1 hour of it counts", "it is outside the service hours"]


def test_an_outage_that_is_too_short_is_excluded() -> None:
    text = RULES + "§ 4\nEach incident of Downtime is an outage of its own.\n"
    text += "An outage counts as Downtime only if it lasts at least 5 min, and then in full.\n"
    assert because(incident("04 10:00-10:04"), text) == ["it is excluded (§ 4)"]


TWO = (
    CREDIT.replace("Downtime means", "§ 1\nDowntime means", 1)
    + """§ 2
Night means every day from 00:00 to 06:00 holidays included.
Night Downtime means the time in which Gateway is down because of Failure or Work within Night.
The provider guarantees as Calm that Night Downtime is at most 1 hour.
"""
)


@pytest.mark.xfail(reason="unit fault 29", strict=True)
def test_each_measure_has_its_own_clause() -> None:
    assert "(§ 2)" in " ".join(because(incident("04 03:00-03:30"), TWO))


# ---------------------------------------------------------------- credits

DOWN = incident("04 10:00-20:00", name="A")
LIMITED = (
    RULES
    + "§ 5\nRebate is limited to 40 EUR, converted at the given rate.\nRebate is limited to 60 % of Monthly Fee.\n"
)


def reasons(text: str, *incidents: Incident, **lists: Any) -> list[str]:
    period: PeriodResult = outcome(text, *incidents, **{"charges": FEE, **lists})
    return credit_reasons(period, period.credits[0])


def test_a_credit_of_nothing_has_the_row_alone() -> None:
    assert reasons(RULES) == ["for Uptime (100 %) the table gives 0 % (§ 1)"]


def test_the_rate_the_amount_the_limits_and_the_rounding_in_order() -> None:
    assert reasons(LIMITED, DOWN) == [
        "Uptime (98.611111… %): less than 99 % gives 50 % (§ 1)",
        "50 % times Monthly Fee (100.00 EUR) is 50.00 EUR (§ 1)",
        "the limit is 40.00 EUR, which lowers it to 40.00 EUR (§ 5)",
        "the limit is 60.00 EUR, which is not reached: 40.00 EUR (§ 5)",
        "40.00 EUR, rounded to the nearest cent, halves up is 40.00 EUR (§ 1)",
    ]


def test_a_converted_limit_is_told_in_the_currency_of_the_charge() -> None:
    found = reasons(LIMITED, DOWN, charges=[charge("100", "USD")], rates=[rate("EUR", "USD", "1.1")])
    assert "the limit is 44.00 USD, which lowers it to 44.00 USD (§ 5)" in found


def test_a_rate_that_no_table_gives() -> None:
    text = RULES + "§ 6\nBonus is a credit on Monthly Fee, of 5 % for each started 30 min of Downtime.\n"
    period = outcome(text + "Bonus is rounded down to the cent.\n", DOWN, charges=FEE)
    assert credit_reasons(period, period.credits[1])[0] == "the rate is 100 % (§ 6)"


def test_the_conditions_each_with_its_answer() -> None:
    text = RULES + "§ 7\nRebate is due only if Uptime is less than 99 % and Downtime is more than 1 hour.\n"
    assert reasons(text, DOWN)[-1] == (
        "Uptime (98.611111… %) is less than 99 % (yes) and Downtime (10 hours) is more than 1 hour (yes): yes (§ 7)"
    )


def test_what_is_missing_comes_last() -> None:
    text = RULES + "§ 7\nRebate is due only if the customer reported an incident that counts as Downtime.\n"
    assert reasons(text, DOWN, reports=None)[-2:] == [
        "the customer reported an incident that counts: not known (§ 7)",
        "this cannot be decided without the list of reports",
    ]
    assert reasons(text, DOWN, reports=[report("A")])[-1] == "the customer reported an incident that counts: yes (§ 7)"


def test_an_uncertain_measure_has_no_row() -> None:
    assert reasons(RULES, incident("04 10:00-20:00", None, "X"))[0] == (
        "for Uptime (somewhere from 98.611111… % to 100 %) the table gives somewhere from 0 % to 50 % (§ 1)"
    )


def test_an_uncertain_amount_is_neither_above_nor_below_a_limit() -> None:
    found = [line for line in reasons(LIMITED, DOWN, charges=[]) if line.startswith("the limit")]
    assert len(found) == 2
    assert all("; with it the amount is" in line for line in found)


CLAIM = RULES + (
    "§ 8\nIncidents of Downtime that overlap or touch are one outage.\n"
    "Rebate must be claimed within 10 days after the end of an outage of Downtime, and one claim opens the period.\n"
)


@pytest.mark.parametrize(
    ("claims", "as_of", "words"),
    [
        ([claim("05 10:00", "A", name="C1")], None, "claimed in time by C1 (the last day is 2026-03-14) (§ 8)"),
        (
            [claim("05 10:00", "A", name="C1"), claim("06 10:00", "A", name="C2")], None,
            "claimed in time by C1 and C2 (the last day is 2026-03-14) (§ 8)",
        ),
        ([], None, "not claimed in time (the last day is 2026-03-14) (§ 8)"),
        (
            [claim("20 10:00", "A", name="C1")], None,
            "not claimed in time (the last day is 2026-03-14, and C1 came too late) (§ 8)",
        ),
        ([], "06 00:00", "not claimed yet (the last day is 2026-03-14) (§ 8)"),
        (None, None, "whether it was claimed is not known (the last day is 2026-03-14) (§ 8)"),
    ],
)  # fmt: skip
def test_how_it_stands_with_the_claim(claims: Any, as_of: str | None, words: str) -> None:
    assert words in reasons(CLAIM, DOWN, claims=claims, as_of=as_of)


def test_while_an_outage_lasts_there_is_no_last_day() -> None:
    still = DOWN._replace(end=None)
    assert "not claimed yet (no last day runs yet) (§ 8)" in reasons(CLAIM, still, claims=[], as_of="06 00:00")


def test_a_claim_that_opens_only_what_it_names_says_what_is_left() -> None:
    text = CLAIM.replace("one claim opens the period", "a claim opens only what it names")
    other = incident("10 10:00-12:00", name="B")
    found = reasons(text, DOWN, other, claims=[claim("11 10:00", "B", name="C1")], as_of="12 00:00")
    assert "claimed in time by C1; more can still be claimed, and the last day is 2026-03-14 (§ 8)" in found


def test_where_nothing_counts_there_is_nothing_to_claim() -> None:
    flat = CLAIM.replace(
        "by the last row that applies to Uptime:\n  less than 100 % gives 10 %, less than 99 % gives 50 %", "of 5 %"
    )
    assert "nothing counts that could be claimed (§ 8)" in reasons(flat)


def test_a_row_is_not_told_where_the_edges_of_the_table_are_not_known() -> None:
    text = RULES + "§ 6\nOther means the time in which Gateway is down because of Work.\n"
    text += "Bonus is a credit on Monthly Fee, by the last row that applies to Downtime: more than Other gives 5 %.\n"
    text += "Bonus is rounded down to the cent.\n"
    period = outcome(text, DOWN, incident("05 10:00-11:00", None), charges=FEE)
    assert credit_reasons(period, period.credits[1])[0].endswith("the table gives somewhere from 0 % to 5 % (§ 6)")
