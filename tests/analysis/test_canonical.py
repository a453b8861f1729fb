"""The core without its words: what is the same gets the same numbers, what is not does not."""

from __future__ import annotations

import pytest

from sla_dsl import read_policy
from sla_dsl.analysis.differing import same_core
from sla_dsl.analysis.pairs import Pair
from tests.analysis.making import CREDIT, DOWNTIME

BOTH = "Uptime is less than 95 % and Downtime is more than 1 hour"
CONDITIONS = CREDIT + f"Rebate is due only if {BOTH}.\n"
LIMITS = CREDIT + "Rebate is limited to 20 % of Monthly Fee.\nRebate is limited to 30 % of Monthly Fee.\n"


def same(old: str, new: str) -> bool:
    return same_core(Pair(read_policy(old).require(), read_policy(new).require()))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (CONDITIONS, BOTH, "Downtime is more than 60 min and Uptime is less than 95 %"),
        (CONDITIONS, "Uptime is less than 95 %", "not Uptime is at least 95 %"),
        (CONDITIONS, "Uptime is less than 95 %", "not not Uptime is less than 95 %"),
        (CONDITIONS, " and Downtime is", ".\nRebate is due only if Downtime is"),
        (LIMITS, "20 % of Monthly Fee.\nRebate is limited to 30 %", "30 % of Monthly Fee.\nRebate is limited to 20 %"),
        (CREDIT, "gives 10 %", "gives (8 % plus 2 %)"),
        (CREDIT, 'is a cause: "a failure"', 'is a cause: "anything that fails" assuming "nothing else is said"'),
        (DOWNTIME, "Uptime means", "Nothing is computed here, because 'it is so'.\nUptime means".replace("'", '"')),
    ],
)
def test_the_same(text: str, old: str, new: str) -> None:
    assert old in text
    assert same(text, text.replace(old, new))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (CONDITIONS, "Uptime is less than 95 %", "Uptime is at most 95 %"),
        (CONDITIONS, "Uptime is less than 95 % and", "Uptime is less than 95 % or"),
        (CONDITIONS, "Uptime is less than 95 %", "not Uptime is less than 95 %"),
        (LIMITS, "20 %", "21 %"),
        (CREDIT, "gives 10 %", "gives 11 %"),
        (CREDIT, "halves up", "halves down"),
        (CREDIT, "time zone is UTC", "time zone is Europe/Brussels"),
        (CREDIT, "calendar month", "calendar quarter"),
        (CREDIT, "guarantees that", "guarantees as Availability that"),
    ],
)
def test_not_the_same(text: str, old: str, new: str) -> None:
    assert old in text
    assert not same(text, text.replace(old, new))


def test_factors_and_terms_may_stand_in_any_order() -> None:
    text = CREDIT + "Odd means 2 times Uptime plus 1 %.\nThe provider guarantees that Odd is at least 1 %.\n"
    assert same(text, text.replace("2 times Uptime plus 1 %", "1 % plus Uptime times 2"))
    assert not same(text, text.replace("2 times Uptime plus 1 %", "2 times Uptime minus 1 %"))


def test_calendars_are_compared_by_what_they_hold() -> None:
    text = DOWNTIME.replace("because of Failure", "because of Failure within Office") + (
        "Office means Monday to Friday from 09:00 to 17:00 holidays included.\n"
    )
    assert same(text, text.replace("Office", "Desk"))
    assert not same(text, text.replace("17:00", "17:30"))
