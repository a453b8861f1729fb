from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.reasons import credit_reasons
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import (
    CREDIT,
    charge,
    claim,
    incident,
    outcome,
    rate,
    report,
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


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("40 EUR", "which lowers it to 40.00 EUR"),
        ("50 EUR", "which is reached exactly: 50.00 EUR"),
        ("50.01 EUR", "which is not reached: 50.00 EUR"),
        ("50 % of Monthly Fee", "which is reached exactly: 50.00 EUR"),
    ],
)
def test_how_an_amount_stands_to_its_limit(limit: str, words: str) -> None:
    told = reasons(f"{CREDIT}Rebate is limited to {limit}.\n", DOWN)
    (line,) = [reason for reason in told if reason.startswith("the limit")]
    assert line.partition(", ")[2] == words
