"""What became of each incident, by the fates of small policies."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.fates import Fate
from sla_dsl.evaluation.result import PeriodResult
from tests.evaluation.making import DOWNTIME, breach, incident, lasting, outcome, window
from tests.evaluation.test_ledger import HOURS, RULES, shown


def fates(period: PeriodResult) -> dict[str, tuple[int, list[str]]]:
    """For each incident the minutes that count, and the reasons why others do not."""
    clauses = (*period.tree.clauses, "")
    return {
        period.facts.incidents[n].id: (
            sum(f.counted for f in found) // 60_000_000,
            [f"{bucket} {clauses[c]}".rstrip() for f in found for bucket, c in f.reasons],
        )
        for n, found in period.fates.items()
    }


def test_every_incident_that_touches_the_period_has_its_fate() -> None:
    period = outcome(
        RULES,
        incident("04 10:00-11:00", name="all"),
        incident("05 10:00-11:00", "work", name="part"),
        incident("06 10:00-11:00", "work", name="none"),
        incident("07 10:00-10:04", name="short"),
        incident("08 10:00-11:00", "attack", name="stranger"),
        incident("09 10:00-10:00", name="moment"),
        incident("2026-04-01 00:00 - 2026-04-01 01:00", name="later"),
        incident("2026-02-01 00:00 - 2026-03-01 00:00", name="before"),
        maintenance=[window("05 10:00-10:40", "01 00:00"), window("06 00:00-23:00", "01 00:00")],
        breaches=[breach("05 10:30-10:50")],
    )
    assert fates(period) == {
        "all": (60, []),
        "part": (10, ["excluded § 1", "in_breach § 3"]),
        "none": (0, ["excluded § 1"]),
        "short": (0, ["excluded § 2"]),
        "stranger": (0, ["not_attributable § 4"]),
        "moment": (0, []),
    }


def test_an_incident_outside_the_hours_says_so() -> None:
    period = outcome(HOURS, incident("04 08:00-10:00", name="partly"), incident("04 18:00-19:00", name="all"))
    assert fates(period) == {
        "partly": (60, ["outside_service_hours § 6"]),
        "all": (0, ["outside_service_hours § 6"]),
    }


def test_an_incident_of_a_joined_outage_counts_its_own_time() -> None:
    text = DOWNTIME + "Incidents of Downtime at most 5 min apart are one outage, with the time between.\n"
    text += "An outage counts as Downtime only if it lasts at least 2 min, and then in full.\n"
    period = outcome(text, incident("04 10:00-10:10", name="A"), incident("04 10:13-10:20", name="B"))
    assert fates(period) == {"A": (10, []), "B": (7, [])}
    assert shown(period) == ["04 10:00-04 10:20 counted"]


@pytest.mark.parametrize("when", ["2026-03-01 00:00", "2026-03-31 23:59"])
def test_an_incident_of_no_length_at_the_edge_belongs_to_the_period(when: str) -> None:
    assert fates(outcome(DOWNTIME, incident(f"{when} - {when}", name="it"))) == {"it": (0, [])}


def test_an_incident_of_no_length_at_the_end_belongs_to_the_next() -> None:
    moment = incident("2026-04-01 00:00 - 2026-04-01 00:00")
    assert fates(outcome(DOWNTIME, moment)) == {}


def test_an_incident_that_is_still_going_on_counts_up_to_the_end_of_the_record() -> None:
    assert fates(outcome(DOWNTIME, lasting("04 10:00", name="it"), as_of="04 10:30")) == {"it": (30, [])}


def test_an_incident_that_may_count_has_both_ends() -> None:
    period = outcome(DOWNTIME, incident("04 10:00-11:00", None))
    (fate,) = period.fates[0]
    assert fate == Fate(0, 0, (("not_attributable", -1),), 3_600_000_000, ())
    assert fate.undecided
    assert not outcome(DOWNTIME, incident("04 10:00-11:00")).fates[0][0].undecided
