from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.reasons_of_incidents import incident_reasons
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import (
    CREDIT,
    breach,
    incident,
    outcome,
    window,
)
from tests.evaluation.test_reasons import RULES


def because(given: Incident, text: str = RULES, **lists: Any) -> list[str]:
    """Why an incident counts or not in March."""
    period = outcome(text, given, **lists)
    return incident_reasons(period, 0)


HOURS = CREDIT.replace("because of Failure or Work.", "because of Failure or Work within Office.") + (
    "Office means every day from 09:00 to 17:00 holidays included.\n"
)


@pytest.mark.parametrize(
    ("given", "lists", "expected"),
    [
        (incident("04 10:00-11:00"), {}, ["1 hour of it counts (§ 1)"]),
        (incident("04 10:00-11:00", "attack"), {}, ["its cause, Attack, does not count (§ 3)"]),
        (incident("04 10:00-10:00"), {}, ["it ends as it starts, so there is nothing to count"]),
        (
            incident("04 10:00-11:00", "work"),
            {"maintenance": [window("04 10:00-10:40", "01 00:00")]},
            ["20 min of it counts (§ 1)", "the rest is excluded, because it lies within Announced (§ 2)"],
        ),
        (
            incident("04 10:00-11:00"),
            {"breaches": [breach("04 09:00-12:00")]},
            ["it does not count, because the customer was in breach (§ 2)"],
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
    assert because(incident("04 08:00-10:00"), HOURS) == [
        "1 hour of it counts",
        "the rest is outside the service hours",
    ]


TOO_SHORT = "it is excluded, because its outage is too short: an outage counts only if it lasts at least 5 min (§ 4)"


def test_an_outage_that_is_too_short_is_excluded() -> None:
    text = RULES + "§ 4\nEach incident of Downtime is an outage of its own.\n"
    text += "An outage counts as Downtime only if it lasts at least 5 min, and then in full.\n"
    assert because(incident("04 10:00-10:04"), text) == [TOO_SHORT]


TWO = (
    CREDIT.replace("Downtime means", "§ 1\nDowntime means", 1)
    + """§ 2
Night means every day from 00:00 to 06:00 holidays included.
Night Downtime means the time in which Gateway is down because of Failure or Work within Night.
The provider guarantees as Calm that Night Downtime is at most 1 hour.
"""
)


def test_each_measure_has_its_own_clause() -> None:
    assert "(§ 2)" in " ".join(because(incident("04 03:00-03:30"), TWO))
    found = because(incident("04 03:00-03:30"), TWO)
    assert found == ["for Downtime, 30 min of it counts (§ 1)", "for Night Downtime, 30 min of it counts (§ 2)"]
    assert because(incident("04 05:00-07:00"), TWO) == [
        "for Downtime, 2 hours of it counts (§ 1)",
        "for Night Downtime, 1 hour of it counts (§ 2)",
        "for Night Downtime, the rest is outside the service hours (§ 2)",
    ]


def test_only_the_measures_of_the_service_are_told_of() -> None:
    text = CREDIT + 'Cloud is a service: "x".\nCloud Downtime means the time in which Cloud is down.\n'
    text += "The provider guarantees that Cloud Downtime is at most 1 hour.\n"
    assert because(incident("04 10:00-11:00", service="cloud"), text) == ["1 hour of it counts"]


def test_the_first_minutes_that_never_count() -> None:
    text = RULES + "§ 4\nEach incident of Downtime is an outage of its own.\n"
    text += "An outage counts as Downtime only if it lasts at least 5 min, and then for the excess.\n"
    assert because(incident("04 10:00-11:00"), text) == [
        "55 min of it counts (§ 1)",
        "the rest is excluded, because the first 5 min of an outage do not count (§ 4)",
    ]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("An incident within the maintenance announced or not", "within maintenance of Gateway announced or not"),
        ("Time within Announced", "within Announced"),
        ("Time outside Night", "outside Night"),
        ("Time within Both", "within Both"),
        ("Time outside Both", "outside Both"),
    ],
)
def test_what_excludes_an_incident_is_named(rule: str, words: str) -> None:
    text = (
        CREDIT
        + f"""Announced means the maintenance announced before it starts.
Night means every day from 00:00 to 06:00 holidays included.
Both means the time of Announced together with Night.
{rule} does not count as Downtime.
"""
    )
    lists = {} if "outside" in words else {"maintenance": [window("04 10:00-11:00", "01 00:00")]}
    found = because(incident("04 10:00-11:00"), text, **lists)
    assert found == [f"it is excluded, because it lies {words}"]


NIGHT = "Night means every day from 00:00 to 06:00 holidays included.\n"


def test_of_the_rules_of_one_clause_those_are_told_that_touch_the_incident() -> None:
    text = RULES.replace("§ 3", "An incident because of Failure within Night does not count as Downtime.\n§ 3")
    text = text.replace(
        "Announced means", "Night means every day from 00:00 to 06:00 holidays included.\nAnnounced means"
    )
    given = incident("04 10:00-11:00", "work")
    assert because(given, text, maintenance=[window("04 10:00-12:00", "01 00:00")]) == [
        "it is excluded, because it lies within Announced (§ 2)"
    ]


def test_several_reasons_are_about_some_of_it_each() -> None:
    lists: dict[str, Any] = {
        "maintenance": [window("04 10:00-10:30", "01 00:00")],
        "breaches": [breach("04 10:30-10:45")],
    }
    assert because(incident("04 10:00-11:00", "work"), **lists) == [
        "15 min of it counts (§ 1)",
        "some of it is excluded, because it lies within Announced (§ 2)",
        "some of it does not count, because the customer was in breach (§ 2)",
    ]


def test_what_lies_in_another_period_is_no_rest() -> None:
    given = incident("2026-02-28 23:00 - 2026-03-01 02:00", "work")
    assert because(given, maintenance=[window("2026-03-01 01:00 - 2026-03-01 02:00", "2026-02-01 00:00")]) == [
        "1 hour of it counts (§ 1)",
        "some of it is excluded, because it lies within Announced (§ 2)",
    ]
