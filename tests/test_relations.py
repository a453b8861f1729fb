"""Changes to the evidence after which something is known to hold, whatever the timeline (relations M1 to M11).

The numbers are those under which the relations are known in the field's list of them; every one is tried on
generated timelines under both policies.
"""

from __future__ import annotations

import random
from datetime import timedelta, timezone
from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation.result import PeriodResult
from tests import scenes as s
from tests.scenes import Scene, instant, iso, outcome, result, scenes, values, written

MINUTE = 60_000_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

both = pytest.mark.parametrize("name", s.POLICIES)


@both
def test_m01_the_order_of_the_records_says_nothing(name: str) -> None:
    for scene in scenes(name):
        rng = random.Random(scene.seed)
        lists = {k: rng.sample(v, len(v)) for k, v in scene.timeline.items() if isinstance(v, list)}
        shuffled = dict(sorted(scene.but(**lists).items(), key=lambda item: rng.random()))
        before = result(name, scene.timeline, scene.period)
        assert written(result(name, shuffled, scene.period)) == written(before), scene


@both
def test_m02_an_incident_cut_in_two_is_the_same_time(name: str) -> None:
    for scene in scenes(name):
        before, rng = outcome(scene), random.Random(scene.seed)
        for incident in scene.timeline["incidents"][:2]:
            start, end = instant(incident["start"]), s.end_of(incident, scene.timeline)
            if end - start > 1:
                lists = cut(scene, incident, rng.randrange(start + 1, end))
                after = outcome(scene, **lists)
                assert values(after) == values(before), (scene, lists)
                assert s.times(after) == s.times(before), (scene, lists)


def cut(scene: Scene, incident: dict[str, Any], at: int) -> dict[str, Any]:
    """The lists with the incident in two pieces, both reported and claimed as the whole was."""
    first, second = {**incident, "end": iso(at)}, {**incident, "id": "SECOND", "start": iso(at)}
    others = [i for i in scene.timeline["incidents"] if i["id"] != incident["id"]]
    told = [r for r in scene.timeline.get("reports", []) if r["incident"] == incident["id"]]
    lists: dict[str, Any] = {"incidents": [*others, first, second]}
    if "reports" in scene.timeline:
        lists["reports"] = [*scene.timeline["reports"], *({**r, "incident": "SECOND"} for r in told)]
    if "claims" in scene.timeline:
        named = {c["id"]: ["SECOND"] * (incident["id"] in c["incidents"]) for c in scene.timeline["claims"]}
        lists["claims"] = [{**c, "incidents": c["incidents"] + named[c["id"]]} for c in scene.timeline["claims"]]
    return lists


@both
def test_m03_the_same_interval_again_changes_no_total(name: str) -> None:
    for scene in scenes(name):
        before = outcome(scene)
        for number, incident in enumerate(scene.timeline["incidents"][:2]):
            twin = {**incident, "id": f"TWIN-{number}"}
            after = outcome(scene, incidents=[*scene.timeline["incidents"], twin])
            assert values(after) == values(before), (scene, twin)
            assert s.times(after) == s.times(before), (scene, twin)


@both
@pytest.mark.parametrize("end", ["excluded", "outside", "elsewhere"])
def test_m04_what_does_not_count_changes_no_money_and_is_accounted_for(name: str, end: str) -> None:
    for scene in scenes(name):
        before = result(name, scene.timeline, scene.period)
        more = stranger(scene, before.periods[0], end)
        if more is None:
            continue
        after = result(name, scene.but(incidents=[*scene.timeline["incidents"], more]), scene.period)
        assert values(after.periods[0]) == values(before.periods[0]), (scene, more)
        assert s.spans(after.periods[0], "counted") == s.spans(before.periods[0], "counted"), (scene, more)
        class_ = "excluded" if end == "excluded" else "outside"
        assert incidents(after)[class_] == incidents(before)[class_] + 1, (scene, more)
        assert incidents(after)["given"] == incidents(before)["given"] + 1


def incidents(found: Any) -> dict[str, int]:
    records: dict[str, int] = found.to_dict()["evidence"]["records"]["incidents"]
    return records


def stranger(scene: Scene, period: PeriodResult, end: str) -> dict[str, Any] | None:
    """An incident of a cause that never counts, one of long ago, or one of a service that is not covered."""
    start = period.trace.start + random.Random(scene.seed).randrange(period.trace.end - period.trace.start - HOUR)
    if end == "outside":
        start = 0
    if "as_of" in scene.timeline and start + HOUR > instant(scene.timeline["as_of"]):
        return None
    service = "billing" if end == "elsewhere" else s.SERVICE[scene.name]
    cause = s.NEVER[scene.name] if end == "excluded" else s.COUNTED[scene.name]
    return {"id": "MORE", "service": service, "start": iso(start), "end": iso(start + HOUR), "cause": cause}


@both
@pytest.mark.parametrize("how", ["added", "lengthened"])
def test_m05_more_downtime_never_pays_less(name: str, how: str) -> None:
    for scene in scenes(name):
        before, rng = outcome(scene), random.Random(scene.seed)
        worse = worsened(scene, rng, how)
        if worse is None:
            continue
        after = outcome(scene, incidents=worse)
        assert_no_less(before, after, scene)
        assert at_most(s.owed(before)[0], s.owed(after)[0]), (scene, worse)
        assert at_most(s.owed(before)[1], s.owed(after)[1]), (scene, worse)


def worsened(scene: Scene, rng: random.Random, how: str) -> list[dict[str, Any]] | None:
    old = scene.timeline["incidents"]
    latest = instant(scene.timeline["as_of"]) if "as_of" in scene.timeline else 2**53
    if how == "added":
        start = instant(f"{scene.period}-01T00:00:00Z") + rng.randrange(-DAY, 29 * DAY)
        end = start + rng.choice((1, 31_000_000, 60_000_001, MINUTE * 5, HOUR * 8, DAY * 3))
        more = {"id": "MORE", "service": s.SERVICE[scene.name], "cause": s.COUNTED[scene.name]}
        return [*old, {**more, "start": iso(start), "end": iso(end)}] if end <= latest else None
    long = [i for i in old if i["end"] is not None and i["service"] == s.SERVICE[scene.name] and "cause" in i]
    if not long:
        return None
    chosen = rng.choice(long)
    end = min(latest, instant(chosen["end"]) + rng.choice((1, 30_000_000, MINUTE, HOUR * 9)))
    return [{**i, "end": iso(end)} if i is chosen else i for i in old]


def assert_no_less(better: PeriodResult, worse: PeriodResult, scene: Scene) -> None:
    """Uptime never rises, downtime and the rate never fall, at the least and at the most."""
    one, other = better.measures, worse.measures
    pairs = [(one["downtime"].known, other["downtime"].known), (other["uptime"].known, one["uptime"].known)]
    pairs.append((better.credits[0].rate, worse.credits[0].rate))
    for less, more in pairs:
        assert less.least is not None
        assert less.most is not None
        assert more.least is not None
        assert more.most is not None
        assert s.number(less.least) <= s.number(more.least), scene
        assert s.number(less.most) <= s.number(more.most), scene


def at_most(less: Fraction | None, more: Fraction | None) -> bool:
    """Whether the one is at most the other; None is more than anything."""
    return more is None or (less is not None and less <= more)


@both
def test_m06_an_exclusion_never_pays_more(name: str) -> None:
    for scene in scenes(name):
        before, after = outcome(scene), outcome(scene, **excused(scene))
        assert_no_less(after, before, scene)
        assert at_most(s.owed(after)[0], s.owed(before)[0]), scene
        assert at_most(s.owed(after)[1], s.owed(before)[1]), scene


def excused(scene: Scene) -> dict[str, Any]:
    """The lists with one more announced window, and (where the policy knows breaches) one more breach."""
    rng = random.Random(scene.seed)
    start = instant(f"{scene.period}-01T00:00:00Z") + rng.randrange(0, 20 * DAY)
    if "as_of" in scene.timeline:
        start = min(start, instant(scene.timeline["as_of"]) - 20 * DAY)
    end = start + rng.choice((1, MINUTE, HOUR, 10 * DAY))
    window = {"id": "MORE", "service": s.SERVICE[scene.name], "announced": iso(start - 12 * DAY)}
    lists = {"maintenance": [*scene.timeline.get("maintenance", []), {**window, "start": iso(start), "end": iso(end)}]}
    if scene.name == "ezcnam":
        breach = {"start": iso(start), "end": iso(start + 3 * HOUR), "what": "unpaid"}
        lists["breaches"] = [*scene.timeline.get("breaches", []), breach]
    return lists


@both
@pytest.mark.parametrize(("month", "other", "days"), [("2025-12", "2026-01", 31), ("2026-01", "2025-12", -31)])
def test_m07_another_month_of_the_same_length_is_the_same(name: str, month: str, other: str, days: int) -> None:
    """Both months lie in winter: no clock changes from four weeks before the one to the end of the other."""
    tried = 0
    for scene in scenes(name, 600):
        if scene.period == month:
            tried += 1
            moved = s.each_instant(scene.but(tickets=None), lambda words: iso(instant(words) + days * DAY))
            for charge in moved.get("charges", []):
                charge["period"] = other if charge["period"] == month else "2030-01"
            before, after = outcome(scene), result(name, moved, other).periods[0]
            shifted = [(a + days * DAY, b + days * DAY, *rest) for a, b, *rest in s.times(before)]
            assert s.times(after) == shifted, scene
            assert unclaimed(after) == unclaimed(before), scene
    assert tried >= 30


def unclaimed(period: PeriodResult) -> dict[str, object]:
    """The values without the day that moves with the month."""
    found = values(period)
    return {k: v[:4] if isinstance(v, tuple) and k.startswith("credit") else v for k, v in found.items()}


@both
def test_m08_the_offset_in_which_an_instant_is_written_says_nothing(name: str) -> None:
    for scene in scenes(name):
        other = s.each_instant(scene.timeline, elsewhere)
        assert written(result(name, other, scene.period)) == written(result(name, scene.timeline, scene.period)), scene


def elsewhere(words: str) -> str:
    """The same instant by clocks of some other place, never the same place twice in a row."""
    minutes = (0, 60, -210, 345, 840, -720)[instant(words) % 6]
    return (s.EPOCH + instant(words) * s.MICROSECOND).astimezone(timezone(timedelta(minutes=minutes))).isoformat()


@both
def test_m09_a_quarter_is_its_three_months(name: str) -> None:
    """Of the time itself: the totals are rounded, month by month or once, as the policy says."""
    quarterly = s.policy_from(over(s.text(name), "quarter"))
    for scene in scenes(name, 60):
        year, month = scene.period.split("-")
        number = (int(month) - 1) // 3
        months = [f"{year}-{number * 3 + n:02d}" for n in (1, 2, 3)]
        timeline = scene.but(charges=None)
        parts = result(name, timeline, *months).periods
        whole = result(quarterly, timeline, f"{year}-Q{number + 1}").periods[0]
        assert (whole.trace.start, whole.trace.end) == (parts[0].trace.start, parts[-1].trace.end)
        assert s.times(whole) == s.joined(span for part in parts for span in s.times(part)), scene


def over(words: str, kind: str) -> str:
    """The policy with another period of account, and without its examples (they are in months)."""
    kept = [sentence for sentence in words.split("\n\n") if not sentence.startswith("Example ")]
    return "\n\n".join(kept).replace("each calendar month", f"each calendar {kind}")


@both
def test_m10_the_parts_of_the_ledger_are_the_period(name: str) -> None:
    for scene in scenes(name):
        found = result(name, scene.timeline, scene.period)
        period = found.periods[0]
        times = s.times(period)
        assert [period.trace.start, *(b for _, b, *_ in times)] == [*(a for a, *_ in times), period.trace.end]
        row = found.to_dict()["periods"][0]
        total = sum(Fraction(str(part["seconds"])) for part in row["ledger"]["downtime"])
        assert total == Fraction(period.trace.end - period.trace.start, 1_000_000), scene
        ratio, percent = row["measures"]["uptime"].get("ratio"), row["measures"]["uptime"].get("percent")
        if ratio is not None:
            assert Fraction(percent) == Fraction(int(Fraction(ratio) * 100_000_000), 1_000_000), "cut, not rounded"


@both
@pytest.mark.parametrize("factor", [2, 3, 7])
def test_m11_so_many_times_the_fee_is_so_many_times_the_credit(name: str, factor: int) -> None:
    """The maximum grows with the fee; amounts are rounded to the cent, so they may be out by half a cent each."""
    words = without_examples(s.text(name)).replace("limited to 125 EUR", f"limited to {125 * factor} EUR")
    scaled = s.policy_from(words)
    for scene in scenes(name, 60):
        fees = [{**c, "amount": times_so_many(c["amount"], factor)} for c in scene.timeline.get("charges", [])]
        before, after = outcome(scene), result(scaled, scene.but(charges=fees), scene.period).periods[0]
        one, other = before.credits[0].amount.value, after.credits[0].amount.value
        assert after.credits[0].status == before.credits[0].status, scene
        if one is not None and other is not None:
            assert abs(s.number(other) - factor * s.number(one)) <= Fraction(factor + 1, 200), scene


def times_so_many(amount: str, factor: int) -> str:
    cents = int(amount.replace(".", "")) * factor
    return f"{cents // 100}.{cents % 100:02d}"


def without_examples(words: str) -> str:
    return "\n\n".join(sentence for sentence in words.split("\n\n") if not sentence.startswith("Example "))
