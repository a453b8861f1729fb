"""M21: a fact taken away leaves the answer as it was, or not decided and with the old answer within its bounds.

So it must be for every fact that may be unknown: each list that may be left out, each cause, each date of an
announcement, each step on a ticket, each charge and each rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest

from sla_dsl.evaluation.result import CreditResult, Known, PeriodResult
from tests import scenes as s
from tests.scenes import Json, Scene, outcome, result, scenes

both = pytest.mark.parametrize("name", s.POLICIES)

UNKNOWN_LISTS = ("reports", "claims", "charges", "rates")
"""The lists that are unknown when they are left out; maintenance and breaches are then taken as empty."""


def without_one_fact(scene: Scene) -> Iterator[tuple[str, Json]]:
    """The timeline with one fact less, once for each, and what it is."""
    timeline = scene.timeline
    for kind in UNKNOWN_LISTS:
        if kind in timeline:
            yield f"no {kind}", scene.but(**{kind: None})
    for kind, field in (
        ("incidents", "cause"),
        ("maintenance", "announced"),
        ("tickets", "acted"),
        ("tickets", "responded"),
    ):
        for n, record in enumerate(timeline.get(kind, [])):
            if field in record:
                yield f"no {field} of {record['id']}", scene.but(**{kind: less(timeline[kind], n, field)})
    for kind in ("charges", "rates"):
        for n in range(len(timeline.get(kind, []))):
            yield f"no {kind}[{n}]", scene.but(**{kind: timeline[kind][:n] + timeline[kind][n + 1 :]})


def less(records: list[Json], at: int, field: str) -> list[Json]:
    return [{k: v for k, v in r.items() if n != at or k != field} for n, r in enumerate(records)]


@both
def test_m21_a_fact_less_is_undecided_or_unchanged(name: str) -> None:
    tried = 0
    for scene in scenes(name):
        before = outcome(scene)
        for what, timeline in without_one_fact(scene):
            after = result(name, timeline, scene.period).periods[0]
            assert_wider(before, after, (what, scene))
            tried += 1
    assert tried > 300


def assert_wider(before: PeriodResult, after: PeriodResult, where: object) -> None:
    """Everything that is decided is as it was; everything else has the old answer within its bounds."""
    for key, measure in before.measures.items():
        assert contains(after.measures[key].known, measure.known), (key, where)
    for key, verdict in before.guarantees.items():
        assert after.guarantees[key] in (verdict, "unknown"), where
    assert_credit_wider(before.credits[0], after.credits[0], where)
    assert_ledger_wider(before, after, where)
    for ticket, targets in before.tickets.items():
        for one, other in zip(targets, after.tickets[ticket], strict=True):
            assert (other.due, other.verdict) in ((one.due, one.verdict), (one.due, "unknown")), where


def contains(outer: Known, inner: Known) -> bool:
    low = outer.least is None or (inner.least is not None and s.number(outer.least) <= s.number(inner.least))
    high = outer.most is None or (inner.most is not None and s.number(outer.most) >= s.number(inner.most))
    return low and high and (outer.value is None or inner.value is not None)


def assert_credit_wider(before: CreditResult, after: CreditResult, where: object) -> None:
    assert contains(after.rate, before.rate), where
    if after.status != "unknown":
        assert after.status == before.status or nothing(before, after), where
        assert contains(after.amount, before.amount), where
        assert after.claim_by in (before.claim_by, None), where
    else:
        assert after.needs, where
        low, high = bounds(before)
        least, most = bounds(after)
        assert least <= low, where
        assert most is None or (high is not None and high <= most), where


def nothing(before: CreditResult, after: CreditResult) -> bool:
    """No rate at all, or a rate that a condition keeps from ever being paid: nothing, either way."""
    return (before.status, after.status) == ("none", "not_eligible")


def bounds(credit: CreditResult) -> tuple[Fraction, Fraction | None]:
    """What a credit can come to: nothing for one that is not had; of one that can be claimed nothing, or all."""
    if credit.status in ("none", "not_eligible"):
        return Fraction(0), Fraction(0)
    least = Fraction(0) if credit.amount.least is None else s.number(credit.amount.least)
    most = None if credit.amount.most is None else s.number(credit.amount.most)
    return (Fraction(0) if credit.status == "claimable" else least), most


def assert_ledger_wider(before: PeriodResult, after: PeriodResult, where: object) -> None:
    """Time that is decided now was in the same bucket before."""
    was = s.times(before)
    for start, end, bucket, _ in s.times(after):
        for a, b, old, _ in was:
            if bucket != "undecided" and a < end and start < b:
                assert old in (bucket, "undecided"), (old, bucket, where)
                assert old == bucket, (old, bucket, where)


@both
@pytest.mark.parametrize("kind", ["maintenance", "breaches"])
def test_m21_a_list_that_is_taken_as_empty_is_said_to_be(name: str, kind: str) -> None:
    reads = kind == "maintenance" or name == "ezcnam"
    for scene in scenes(name, 40):
        notes = result(name, scene.but(**{kind: None}), scene.period).notes
        found = s.result(name, scene.but(**{kind: None}), scene.period).to_dict()["notes"]
        assert any(kind in note for note in found) == reads, (scene, notes)
        empty = result(name, scene.but(**{kind: []}), scene.period)
        absent = result(name, scene.but(**{kind: None}), scene.period)
        assert s.values(empty.periods[0]) == s.values(absent.periods[0])


@both
def test_m21_what_cannot_change_the_answer_is_ignored(name: str) -> None:
    """An incident of unknown cause where another one counts all the while, and one in another month."""
    for scene in scenes(name, 80):
        before = outcome(scene)
        counted = [i for i in scene.timeline["incidents"] if surely(i, before)]
        for incident in counted[:2]:
            twin = {k: v for k, v in incident.items() if k != "cause"} | {"id": "TWIN"}
            after = outcome(scene, incidents=[*scene.timeline["incidents"], twin])
            assert s.values(after) == s.values(before), (scene, twin)
            assert s.times(after) == s.times(before), (scene, twin)


def surely(incident: Json, period: PeriodResult) -> bool:
    """Whether all of the incident counts, and is in the period."""
    number = next(n for n, found in enumerate(period.facts.incidents) if found.id == incident["id"])
    fates = period.fates.get(number, ())
    length = period.facts.ends[number] - period.facts.starts[number]
    return bool(fates) and all(fate.counted >= length > 0 and not fate.reasons for fate in fates)


@both
def test_m21_every_fact_that_is_needed_is_named_and_settles_it(name: str) -> None:
    """With each cause and each announcement given again, nothing of time is undecided any more."""
    for scene in scenes(name, 200):
        before = outcome(scene)
        unknown = [i["id"] for i in scene.timeline["incidents"] if "cause" not in i]
        needs = {need for m in before.measures.values() for need in m.known.needs}
        assert all(any(f"incident {i}" in need for i in unknown) or "maintenance" in need for need in needs), scene
        known = {"cause": s.COUNTED[name]}
        windows = [{"announced": None} | w for w in scene.timeline.get("maintenance", [])]
        after = outcome(scene, incidents=[known | i for i in scene.timeline["incidents"]], maintenance=windows)
        assert all(m.known.value is not None for m in after.measures.values())
        assert_wider(after, before, scene)
