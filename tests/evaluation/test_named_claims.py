from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.deadlines import Within
from sla_dsl.evaluation.families import Outages, join, separate
from sla_dsl.evaluation.named_claims import Limit, claimed_each, in_time, members, opened, still_open
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.timeline import Claim, Incident
from tests.evaluation.making import CREDIT, at, charge, claim, facts, incident, lasting, outcome, report

A = incident("04 10:00-10:30", name="A")
A2 = incident("04 10:20-10:40", name="A2")
B = incident("05 10:00-10:30", name="B")
DAYS = Limit(Within("days", 30), "UTC")
FIRST, SECOND = dt.date(2026, 4, 3), dt.date(2026, 4, 4)


def of(
    *incidents: Incident, claims: list[Claim] | None = None, as_of: str | None = None, known: bool = True
) -> tuple[Facts, Outages, dict[int, int | None]]:
    """The facts, the outages joined where they touch, and the end of each incident's outage."""
    made = facts(*incidents, claims=(claims or []) if known else None, as_of=as_of)
    family = tuple((s, e, n) for n, (s, e) in enumerate(zip(made.starts, made.ends, strict=True)))
    joined = join(family, 0, True, True)
    ends: dict[int, int | None] = {}
    for (_, end, _, _), numbers in zip(joined.groups, members(joined), strict=True):
        ends.update({n: None if made.open.intersection(numbers) else end for n in numbers})
    return made, joined, ends


def test_the_members_of_outages() -> None:
    _, joined, _ = of(A, A2, B)
    assert members(joined) == [[0, 1], [2]]
    assert members(separate(joined.pieces)) == [[0], [1], [2]]
    assert members(Outages((), ())) == []


def test_the_last_instant_is_that_of_the_event() -> None:
    last = DAYS.after({0: at("04 10:30"), 1: None})
    assert last(0) == at("2026-04-04 00:00") - 1
    assert last(1) is None
    assert last(2) is None


@pytest.mark.parametrize(("when", "last", "expected"), [(5, 5, True), (6, 5, False), (6, None, True)])
def test_in_time(when: int, last: int | None, expected: bool) -> None:
    assert in_time(when, last) is expected


def test_a_claim_may_still_come_only_while_the_record_is_open() -> None:
    assert still_open(facts(as_of="04 10:00"), at("04 10:00"))
    assert still_open(facts(as_of="04 10:00"), None)
    assert not still_open(facts(as_of="04 10:00"), at("04 10:00") - 1)
    assert not still_open(facts(), None)


# ---------------------------------------------------------------- which outages are opened


@pytest.mark.parametrize(
    ("claims", "as_of", "claimed", "claimable"),
    [
        pytest.param([], None, [], [], id="no claim"),
        pytest.param([claim("10 10:00", "A")], None, [0, 1], [0, 1], id="an incident opens its outage"),
        pytest.param([claim("10 10:00", "A2")], None, [0, 1], [0, 1], id="any incident of it does"),
        pytest.param([claim("10 10:00", "B")], None, [2], [2], id="and no other"),
        pytest.param([claim("10 10:00", "A", "B")], None, [0, 1, 2], [0, 1, 2], id="two at once"),
        pytest.param([claim("2026-04-04 10:00", "A", "B")], None, [2], [2], id="late for one"),
        pytest.param(
            [claim("2026-05-01 10:00", "B"), claim("10 10:00", "B")], None, [2], [2], id="the first of two counts"
        ),
        pytest.param([claim("10 10:00", "nobody")], None, [], [], id="nobody's"),
        pytest.param([claim("10 10:00", "B")], "20 00:00", [2], [0, 1, 2], id="the others may still be claimed"),
        pytest.param([], "2026-04-04 00:00", [], [2], id="one may still be claimed"),
        pytest.param([], "2026-04-05 00:00", [], [], id="none may"),
    ],
)
def test_which_outages_are_opened(
    claims: list[Claim], as_of: str | None, claimed: list[int], claimable: list[int]
) -> None:
    known, outages, ends = of(A, A2, B, claims=claims, as_of=as_of)
    last = DAYS.after(ends)
    assert [n for _, _, n in opened(known, outages, last, "claimed").pieces] == claimed
    assert [n for _, _, n in opened(known, outages, last, "claimable").pieces] == claimable


def test_where_all_are_opened_they_are_the_very_same() -> None:
    known, outages, ends = of(A, B, claims=[claim("10 10:00", "A", "B")])
    assert opened(known, outages, DAYS.after(ends), "claimed") is outages


# ---------------------------------------------------------------- how the claim stands


def standing(
    *incidents: Incident,
    claims: list[Claim] | None = None,
    as_of: str | None = None,
    numbers: set[int] | None = None,
    known: bool = True,
) -> Claimed:
    made, outages, ends = of(*incidents, claims=claims, as_of=as_of, known=known)
    counting = frozenset(ends if numbers is None else numbers)
    return claimed_each(made, [outages], counting, DAYS.after(ends), "UTC")


def test_nothing_to_claim() -> None:
    assert standing(A, numbers=set()) == Claimed("nothing to claim")
    assert standing() == Claimed("nothing to claim")


def test_without_a_list_of_claims_nobody_knows() -> None:
    assert standing(A, B, known=False) == Claimed("unknown", SECOND, needs=("the list of claims",))


def test_all_claimed() -> None:
    assert standing(A, B, claims=[claim("10 10:00", "A", "B", name="1")]) == Claimed("claimed", SECOND, ("1",))


def test_one_claimed_and_the_other_may_still_be() -> None:
    found = standing(A, B, claims=[claim("10 10:00", "B", name="1")], as_of="20 00:00")
    assert found == Claimed("claimed", FIRST, ("1",), more=True)


def test_one_claimed_and_the_other_never() -> None:
    assert standing(A, B, claims=[claim("10 10:00", "B", name="1")]) == Claimed("claimed", SECOND, ("1",))


def test_none_claimed_yet() -> None:
    assert standing(A, B, as_of="20 00:00") == Claimed("open", SECOND, more=True)
    assert standing(A, B, as_of="2026-04-04 00:00") == Claimed("open", SECOND, more=True)
    assert standing(A, B, as_of="2026-04-05 00:00") == Claimed("expired", SECOND)


def test_claims_that_were_late_for_all_that_they_name() -> None:
    claims = [claim("2026-04-04 10:00", "A", name="1"), claim("2026-04-04 11:00", "A", "B", name="2")]
    assert standing(A, B, claims=claims) == Claimed("claimed", SECOND, ("2",), ("1",))


def test_an_incident_that_does_not_count_belongs_to_an_outage_that_does() -> None:
    assert standing(A, A2, B, claims=[claim("10 10:00", "A2", name="1")], numbers={0}) == Claimed(
        "claimed", FIRST, ("1",)
    )
    assert standing(A, A2, B, claims=[claim("10 10:00", "B", name="1")], numbers={0}) == Claimed("expired", FIRST)


def test_an_outage_that_lasts_has_no_last_day() -> None:
    still = lasting("20 10:00", name="S")
    assert standing(A, still, as_of="21 00:00") == Claimed("open", more=True)


# ---------------------------------------------------------------- in a policy

NAMED = (
    CREDIT
    + """Incidents of Downtime that overlap or touch are one outage.
Rebate must be claimed within 30 days after the end of an outage of Downtime, and a claim opens only what it names.
"""
)
LONG = incident("04 00:00-10:00", name="long")
SHORT = incident("05 10:00-12:00", name="short")


def rebate(period: PeriodResult) -> tuple[str, str, object]:
    (credit,) = period.credits
    amount = credit.amount.value
    return credit.status, str(getattr(amount, "amount", None)), credit.claim_by


@pytest.mark.parametrize(
    ("claims", "as_of", "expected"),
    [
        ([], None, ("not_eligible", "50", None)),
        ([claim("10 10:00", "short")], None, ("due", "10", None)),
        ([claim("10 10:00", "long")], None, ("due", "50", None)),
        ([claim("10 10:00", "long", "short")], None, ("due", "50", None)),
        ([], "20 00:00", ("claimable", "50", dt.date(2026, 4, 4))),
        ([claim("10 10:00", "short")], "20 00:00", ("due", "10", None)),
        ([], "2026-04-04 00:00", ("claimable", "10", dt.date(2026, 4, 4))),
    ],
)
def test_only_what_a_claim_names_is_credited(
    claims: list[Claim], as_of: str | None, expected: tuple[str, str, object]
) -> None:
    period = outcome(NAMED, LONG, SHORT, charges=[charge("100")], claims=claims, as_of=as_of)
    assert rebate(period) == expected


def test_without_a_list_of_claims_the_credit_is_not_known() -> None:
    (credit,) = outcome(NAMED, LONG, SHORT, charges=[charge("100")], claims=None).credits
    assert credit.status == "unknown"
    assert "the list of claims" in credit.needs


# ---------------------------------------------------------------- where it is not known what counts

DOUBTFUL = incident("05 12:00-14:00", None, "doubtful")


@pytest.mark.parametrize(
    ("incidents", "claims", "as_of", "status", "bounds"),
    [
        pytest.param(
            (LONG, DOUBTFUL), [claim("10 10:00", "long")], None, "due", (50, 50), id="the sure one is claimed"
        ),
        pytest.param((LONG, DOUBTFUL), [claim("10 10:00", "doubtful")], None, "unknown", (0, 10), id="the other is"),
        pytest.param((LONG, DOUBTFUL), [], None, "not_eligible", None, id="none is"),
        pytest.param(
            (SHORT, DOUBTFUL), [claim("10 10:00", "short")], None, "due", (10, 10), id="they touch, and one is"
        ),
        pytest.param(
            (SHORT, DOUBTFUL), [claim("10 10:00", "doubtful")], None, "unknown", (0, 10), id="and the other is"
        ),
        pytest.param((LONG, DOUBTFUL), [], "11 00:00", "claimable", (50, 50), id="both may be"),
        pytest.param((LONG, DOUBTFUL), None, None, "unknown", (0, 50), id="no list"),
    ],
)
def test_in_two_worlds(
    incidents: tuple[Incident, ...],
    claims: list[Claim] | None,
    as_of: str | None,
    status: str,
    bounds: tuple[int, int] | None,
) -> None:
    (credit,) = outcome(NAMED, *incidents, charges=[charge("100")], claims=claims, as_of=as_of).credits
    assert credit.status == status
    if bounds is not None:
        ends = (credit.amount.least, credit.amount.most)
        assert tuple(getattr(end, "amount", None) for end in ends) == bounds


def test_reports_are_held_against_what_was_claimed() -> None:
    text = NAMED + "Rebate is due only if the customer reported an incident that counts as Downtime.\n"
    made = [claim("10 10:00", "short")]
    lists: dict[str, Any] = {"charges": [charge("100")], "claims": made}
    assert rebate(outcome(text, LONG, SHORT, reports=[report("short")], **lists)) == ("due", "10", None)
    assert rebate(outcome(text, LONG, SHORT, reports=[report("long")], **lists))[0] == "not_eligible"
