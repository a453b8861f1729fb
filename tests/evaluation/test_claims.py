from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sla_dsl.evaluation.claims import Claimed, claimed, doubts, outage_events, reported
from sla_dsl.evaluation.deadlines import Within
from sla_dsl.evaluation.families import join, keep, separate
from sla_dsl.evaluation.ledger import Ledger
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.timeline import Claim, Incident
from sla_dsl.values.unknown import Between
from tests.evaluation.making import HOUR, at, claim, facts, incident, lasting, report

A = incident("04 10:00-10:30", name="A")
B = incident("05 10:00-10:30", name="B")
UNKNOWN = incident("06 10:00-10:30", None, "C")
DAYS = Within("days", 30)
LAST = dt.date(2026, 4, 3)


def ledger(times: dict[int, int], most: dict[int, int] | None = None) -> Ledger:
    """A ledger of which only the time of each incident is asked."""
    sources: Any = None
    return Ledger((), times, times if most is None else most, sources)


# ---------------------------------------------------------------- reports


@pytest.mark.parametrize(
    ("reports", "times", "most", "expected"),
    [
        pytest.param(["A"], {0: 5}, {0: 5}, True, id="one that counts"),
        pytest.param(["B"], {0: 5}, {0: 5}, False, id="one that does not"),
        pytest.param(["B", "A"], {0: 5}, {0: 5}, True, id="one of two"),
        pytest.param([], {0: 5}, {0: 5}, False, id="none"),
        pytest.param(["A"], {}, {}, False, id="nothing counts"),
        pytest.param(None, {}, {}, False, id="no list, and nothing that it could be of"),
        pytest.param(None, {0: 5}, {0: 5}, Between(False, True, ("the list of reports",)), id="no list"),
        pytest.param(["C"], {}, {2: 5}, Between(False, True, ("the cause of incident C",)), id="one that may count"),
        pytest.param(["C", "A"], {0: 5}, {0: 5, 2: 5}, True, id="one that counts beside one that may"),
        pytest.param(["B"], {0: 5}, {0: 5, 2: 5}, False, id="none of those that may"),
    ],
)
def test_reported(reports: list[str] | None, times: dict[int, int], most: dict[int, int], expected: object) -> None:
    known = facts(A, B, UNKNOWN, reports=None if reports is None else [report(name) for name in reports])
    assert reported(known, ledger(times, most)) == expected


def test_doubts_are_in_order_and_say_what_would_settle_them() -> None:
    assert doubts(facts(A, B, UNKNOWN), [2, 0]) == ("whether incident A counts", "the cause of incident C")


# ---------------------------------------------------------------- claims


def standing(
    *incidents: Incident,
    claims: list[Claim] | None,
    numbers: set[int] | None = None,
    as_of: str | None = None,
    within: Within = DAYS,
) -> Claimed:
    """How it stands with claims that run from the end of each incident."""
    known = facts(*incidents, claims=claims, as_of=as_of)
    events = {n: None if n in known.open else end for n, end in enumerate(known.ends)}
    return claimed(known, frozenset(numbers if numbers is not None else events), events, within, "UTC")


@pytest.mark.parametrize(
    ("when", "state"),
    [
        ("04 10:31", "claimed"),
        ("04 09:00", "claimed"),
        ("2026-04-03 23:59:59.999999", "claimed"),
        ("2026-04-04 00:00", "expired"),
    ],
)
def test_the_last_day_counts_to_its_end(when: str, state: str) -> None:
    assert standing(A, claims=[claim(when, "A")]).state == state


def test_claims_in_time_and_late_are_told_apart() -> None:
    claims = [claim("10 10:00", "A", name="1"), claim("2026-05-01 10:00", "A", name="2"), claim("11 10:00", name="3")]
    assert standing(A, claims=claims) == Claimed("claimed", LAST, ("1",), ("2",))


def test_a_claim_must_name_an_incident_that_counts() -> None:
    made = [claim("10 10:00", "B", name="1"), claim("10 10:00", "nobody", name="2")]
    assert standing(A, B, claims=made, numbers={0}) == Claimed("expired", LAST)


def test_a_claim_that_is_late_for_one_may_be_in_time_for_another() -> None:
    made = [claim("2026-04-04 10:00", "A", "B", name="1")]
    assert standing(A, B, claims=made) == Claimed("claimed", dt.date(2026, 4, 4), ("1",))


def test_nothing_to_claim() -> None:
    assert standing(A, claims=[claim("10 10:00", "A")], numbers=set()) == Claimed("nothing to claim")


def test_without_the_list_of_claims_nobody_knows() -> None:
    assert standing(A, claims=None) == Claimed("unknown", LAST, needs=("the list of claims",))


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("20 00:00", "open"),
        ("2026-04-03 23:59:59.999999", "open"),
        ("2026-04-04 00:00", "expired"),
        (None, "expired"),
    ],
)
def test_until_the_last_day_has_passed_a_claim_may_still_come(as_of: str | None, state: str) -> None:
    assert standing(A, claims=[], as_of=as_of) == Claimed(state, LAST)  # type: ignore[arg-type]


def test_a_late_claim_leaves_the_others_open() -> None:
    late = claim("2026-04-04 10:00", "A", name="1")
    assert standing(A, B, claims=[late], as_of="2026-04-04 12:00") == Claimed("open", dt.date(2026, 4, 4), (), ("1",))


def test_while_an_outage_lasts_there_is_no_last_day() -> None:
    still = lasting("20 10:00", name="S")
    assert standing(A, still, claims=[], as_of="21 10:00") == Claimed("open")
    assert standing(A, still, claims=[claim("20 11:00", "S", name="1")], as_of="21 10:00").timely == ("1",)


def test_a_claim_of_elapsed_time_ends_with_the_instant() -> None:
    hours = Within("elapsed", 2 * HOUR)
    assert standing(A, claims=[claim("04 12:30", "A")], within=hours).state == "claimed"
    assert standing(A, claims=[claim("04 12:30:00.000001", "A")], within=hours).state == "expired"


# ---------------------------------------------------------------- what the days run from


def of(*incidents: Incident, as_of: str | None = None) -> tuple[Facts, tuple[tuple[int, int, int], ...]]:
    known = facts(*incidents, as_of=as_of)
    return known, tuple((s, e, n) for n, (s, e) in enumerate(zip(known.starts, known.ends, strict=True)))


def test_each_incident_has_the_start_or_the_end_of_its_outage() -> None:
    known, family = of(A, incident("04 10:30-10:40", name="A2"), B)
    joined = join(family, 0, True, True)
    assert outage_events(known, joined, "start") == {0: at("04 10:00"), 1: at("04 10:00"), 2: at("05 10:00")}
    assert outage_events(known, joined, "end") == {0: at("04 10:40"), 1: at("04 10:40"), 2: at("05 10:30")}
    assert outage_events(known, separate(family), "end")[0] == at("04 10:30")


def test_an_outage_that_lasts_has_no_end_but_a_start() -> None:
    known, family = of(A, lasting("04 10:30", name="S"), as_of="20 00:00")
    joined = join(family, 0, True, True)
    assert outage_events(known, joined, "start") == dict.fromkeys((0, 1), at("04 10:00"))
    assert outage_events(known, joined, "end") == {0: None, 1: None}
    assert outage_events(known, separate(family), "end") == {0: at("04 10:30"), 1: None}


def test_outages_that_are_cut_have_their_own_ends_all_the_same() -> None:
    known, family = of(A, B)
    kept = keep(separate(family), lambda lasting: True, HOUR // 4)
    assert outage_events(known, kept, "start") == {0: at("04 10:00"), 1: at("05 10:00")}
