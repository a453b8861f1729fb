from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.accounting import Count, _count, evidence_of
from sla_dsl.evaluation.ledger import Broken
from sla_dsl.evidence.timeline import Incident
from tests.evaluation.making import (
    CREDIT,
    DOWNTIME,
    SUPPORT,
    breach,
    charge,
    claim,
    incident,
    pause,
    rate,
    report,
    result,
    ticket,
    timeline,
    window,
)

RULES = (
    CREDIT
    + """Announced means the maintenance announced at least 3 days before it starts.
Breach means the time in which the customer is in breach.
Attack is a cause: "an attack".
Incidents of Downtime that overlap or touch are one outage.
An incident because of Work within Announced does not count as Downtime.
An incident because of Attack does not count as Downtime.
Time within Breach does not count as Downtime.
Rebate is due only if the customer reported an incident that counts as Downtime.
Rebate is limited to 40 EUR, converted at the given rate.
Rebate must be claimed within 10 days after the end of an outage of Downtime, and one claim opens the period.
"""
)
DOWN = incident("04 10:00-12:00", name="A")
ATTACK = incident("05 10:00-12:00", "attack", "B")
LATER = incident("2026-06-04 10:00 - 2026-06-04 11:00", name="C")


def counts(text: str, *incidents: Incident, periods: tuple[str, ...] = ("2026-03",), **lists: Any) -> dict[str, Any]:
    return dict(evidence_of(result(text, timeline(*incidents, **lists), *periods)))


def ends(kind: str, text: str, *incidents: Incident, **lists: Any) -> tuple[int, int, int]:
    """How many records of the kind were used, excluded and outside."""
    count = counts(text, *incidents, **lists)[kind]
    assert count.given == count.used + count.excluded + count.outside
    return count.used, count.excluded, count.outside


def test_a_list_that_was_not_supplied_has_no_count() -> None:
    found = counts(DOWNTIME, maintenance=None, reports=None, claims=None, breaches=None, tickets=None, pauses=None)
    assert {kind for kind, count in found.items() if count is None} == {
        "maintenance",
        "reports",
        "claims",
        "breaches",
        "tickets",
        "pauses",
    }
    assert found["incidents"] == Count(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (DOWN, (1, 0, 0)),
        (ATTACK, (0, 1, 0)),
        (LATER, (0, 0, 1)),
        (incident("04 10:00-11:00", None), (1, 0, 0)),
        (incident("04 10:00-10:00"), (0, 1, 0)),
        (incident("04 10:00-11:00", service="email"), (0, 0, 1)),
    ],
)
def test_incidents(given: Incident, expected: tuple[int, int, int]) -> None:
    assert ends("incidents", RULES, given) == expected


def test_an_incident_that_counts_in_one_of_two_periods_is_used() -> None:
    over = incident("2026-03-31 23:00 - 2026-04-01 01:00")
    for order in (("2026-03", "2026-04"), ("2026-04", "2026-03")):
        found = counts(RULES, over, breaches=[breach("2026-04-01 00:00 - 2026-04-02 00:00")], periods=order)
        assert found["incidents"] == Count(1, 1, 0, 0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (window("10 02:00-04:00", "01 00:00"), (1, 0, 0)),
        (window("10 02:00-04:00", "09 00:00"), (0, 1, 0)),
        (window("10 02:00-04:00", None), (0, 1, 0)),
        (window("10 02:00-04:00", None, known=False), (1, 0, 0)),
        (window("2026-06-10 02:00 - 2026-06-10 04:00", "01 00:00"), (0, 0, 1)),
        (window("10 02:00-04:00", "01 00:00", service="email"), (0, 0, 1)),
    ],
)
def test_windows(given: Any, expected: tuple[int, int, int]) -> None:
    assert ends("maintenance", RULES, maintenance=[given]) == expected
    assert ends("maintenance", DOWNTIME, maintenance=[given]) == (0, 0, 1)


def test_a_window_is_not_used_because_another_services_window_is() -> None:
    cloud = 'Cloud is a service: "vm".\n'
    cloud += "Cloud Downtime means the time in which Cloud is down because of Failure or Work.\n"
    cloud += "An incident because of Work within Announced does not count as Cloud Downtime.\n"
    cloud += "The provider guarantees as Calm that Cloud Downtime is at most 1 hour.\n"
    used, late = window("10 02:00-04:00", "01 00:00"), window("10 03:00-05:00", "09 00:00", service="cloud")
    assert ends("maintenance", RULES + cloud, maintenance=[used, late]) == (1, 1, 0)
    assert ends("maintenance", RULES + cloud, maintenance=[used, late._replace(announced=used.announced)]) == (2, 0, 0)


def test_a_window_of_a_service_whose_maintenance_nothing_reads_is_outside() -> None:
    cloud = RULES + 'Cloud is a service: "vm".\n'
    given = [window("10 02:00-04:00", "01 00:00"), window("10 02:00-04:00", "01 00:00", service="cloud")]
    assert ends("maintenance", cloud, maintenance=given) == (1, 0, 1)


def test_reports_end_as_their_incident() -> None:
    reports = [report(name, "07 10:00") for name in ("A", "B", "C", "nobody")]
    assert ends("reports", RULES, DOWN, ATTACK, LATER, reports=reports) == (1, 1, 2)
    assert ends("reports", DOWNTIME, DOWN, reports=[report("A")]) == (0, 0, 1)


def test_claims_are_used_excluded_or_outside() -> None:
    claims = [
        claim("06 10:00", "A", name="timely"),
        claim("30 10:00", "A", name="late"),
        claim("06 10:00", "C", name="of another period"),
        claim("06 10:00", name="of nothing"),
        claim("06 10:00", "B", name="of what does not count"),
    ]
    assert ends("claims", RULES, DOWN, ATTACK, LATER, claims=claims) == (1, 2, 2)
    assert ends("claims", CREDIT, DOWN, claims=claims[:1]) == (0, 0, 1)


def test_pauses_are_used_where_a_target_of_their_ticket_leaves_them_out() -> None:
    states = 'Waiting is a pause of tickets recorded as Waiting: "it waits".\n'
    target = "Reply is due on an Urgent ticket within 4 hours after it is opened"
    tickets = [ticket("04 10:00", name="T"), ticket("2026-06-04 10:00", name="U"), ticket("04 10:00", "low", "L")]
    given = [pause(name, "waiting", "04 10:00-11:00") for name in ("T", "U", "L")] + [
        pause("T", "other", "04 10:00-11:00")
    ]
    low = 'Low is a priority: "low".\n'
    lists: dict[str, Any] = {"tickets": tickets, "pauses": given}
    assert ends("pauses", f"{SUPPORT}{low}{states}{target}, not counting Waiting.\n", **lists) == (1, 0, 3)
    assert ends("pauses", f"{SUPPORT}{low}{target}.\n", **lists) == (0, 0, 4)


def test_breaches_are_used_where_they_are_read() -> None:
    breaches = [breach("10 02:00-04:00"), breach("2026-06-10 02:00 - 2026-06-10 04:00")]
    still = breach("2026-02-10 02:00 - 2026-02-10 04:00")._replace(end=None)
    assert ends("breaches", RULES, breaches=[*breaches, still], as_of="20 00:00") == (2, 0, 1)
    assert ends("breaches", DOWNTIME, breaches=breaches) == (0, 0, 2)


def test_charges_are_used_in_their_period() -> None:
    text = RULES + 'Parking is a charge: "parking".\n'
    charges = [charge("5"), charge("5", period="2026-04"), charge("5", what="parking")]
    assert ends("charges", text, charges=charges) == (1, 0, 2)
    assert ends("charges", DOWNTIME, charges=charges[:2]) == (0, 0, 2)


def test_rates_are_used_in_their_direction() -> None:
    rates = [rate("EUR", "USD", "1.1"), rate("USD", "EUR", "0.9"), rate("EUR", "GBP", "0.8")]
    assert ends("rates", RULES, DOWN, charges=[charge("5", "USD")], rates=rates) == (1, 0, 2)
    assert ends("rates", RULES, DOWN, charges=[charge("5")], rates=rates) == (0, 0, 3)
    assert ends("rates", CREDIT, DOWN, charges=[charge("5", "USD")], rates=rates) == (0, 0, 3)


def test_tickets_are_used_where_a_target_is_set_for_them() -> None:
    text = SUPPORT + 'Low is a priority: "low".\nReply is due on an Urgent ticket within 2 hours after it is opened.\n'
    tickets = [ticket("04 10:00", replied=None), ticket("04 11:00", "low"), ticket("2026-06-04 10:00")]
    assert ends("tickets", text, tickets=tickets) == (1, 0, 2)


def test_the_counts_of_all_kinds_add_up() -> None:
    found = counts(
        RULES,
        DOWN,
        ATTACK,
        LATER,
        maintenance=[window("10 02:00-04:00")],
        reports=[report("A")],
        charges=[charge("5", "USD"), charge("7", "USD", period="2026-06")],
        periods=("2026-03", "2026-06"),
    )
    for count in found.values():
        assert count.given == count.used + count.excluded + count.outside
    assert (found["incidents"], found["charges"]) == (Count(3, 2, 1, 0), Count(2, 2, 0, 0))


def test_a_record_that_ends_nowhere_is_a_defect() -> None:
    wrong: Any = lambda record: "forgotten"  # noqa: E731
    with pytest.raises(Broken, match="does not add up"):
        _count([1], wrong)
