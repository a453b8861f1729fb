"""Relations under rules that the two shipped policies do not have: near outages, minimums, roundings, hours.

Every rule of a kind is tried with every rule of the others.  There is no second evaluator for these; what must
hold is that an unknown of long ago changes nothing, that a cut incident counts as before, and that the parts of
the ledger are the period.
"""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import pytest

from sla_dsl import evaluate, read_timeline
from sla_dsl.evaluation.result import PeriodResult
from tests import scenes as s
from tests.hazards import policy_text

MINUTE = 60_000_000
HOUR = 60 * MINUTE

MEASURE = """Downtime means the time in which any of Api and Site are down because of Failure or Work.
Planned means the maintenance announced at least 3 days before it starts.
An incident because of Work within Planned does not count as Downtime.
An incident because of Other does not count as Downtime.
Breach means the time in which the customer is in breach.
Time within Breach does not count as Downtime.
"""
JOINED = {
    "touching": "Incidents of Downtime that overlap or touch are one outage.\n",
    "near, with": "Incidents of Downtime at most 30 min apart are one outage, with the time between.\n",
    "near, without": "Incidents of Downtime less than 30 min apart are one outage, without the time between.\n",
    "apart": "Each incident of Downtime is an outage of its own.\n",
}
LONG_ENOUGH = {
    "any": "",
    "in full": "An outage counts as Downtime only if it lasts more than 5 min, and then in full.\n",
    "excess": "An outage counts as Downtime only if it lasts at least 5 min, and then for the excess.\n",
    "short": "An outage counts as Downtime only if it lasts at most 2 hours, and then in full.\n",
}
ROUNDED = {
    "exact": "",
    "each": "Each outage of Downtime is rounded up to the minute.\n",
    "total": "The total of Downtime is rounded to the nearest minute, halves to even.\n",
}
VALUES = """Count means the number of outages of Downtime.
Longest means the longest outage of Downtime.
Uptime means 100 % minus Downtime divided by the length of the period.
Over means the part of Downtime beyond 30 min.
Due means 2 EUR for each started 30 min of Downtime.
Hours means every day from 08:00 to 20:00 holidays included.
In Hours means the time of Downtime within Hours.
"""
GRID = list(itertools.product(JOINED, LONG_ENOUGH, ROUNDED))
grid = pytest.mark.parametrize(("joined", "long", "rounded"), GRID)
PERIOD = "2026-03"
PLANNED = {"id": "W", "service": "api", "announced": "2026-02-01T00:00:00Z", "start": "2026-03-01T00:00:00Z"}
LISTS: dict[str, Any] = {
    "maintenance": [PLANNED | {"end": "2026-03-04T00:00:00Z"}],
    "breaches": [{"start": "2026-03-02T01:00:00Z", "end": "2026-03-02T02:00:00Z", "what": "unpaid"}],
}
LONG_AGO = {"id": "AGO", "service": "api", "start": "1990-01-01T00:00:00Z", "end": "1990-01-01T01:00:00Z"}


def outcome(rules: tuple[str, str, str], incidents: list[dict[str, Any]]) -> PeriodResult:
    joined, long, rounded = rules
    words = MEASURE + JOINED[joined] + LONG_ENOUGH[long] + ROUNDED[rounded] + VALUES
    policy = s.policy_from(policy_text(words, zone="Europe/Brussels"))
    timeline = {"format": "sla-timeline/1", "account": "a", "incidents": incidents, **LISTS}
    return evaluate(policy, read_timeline(json.dumps(timeline)).require(), [PERIOD]).require().periods[0]


def drawn(seed: str) -> list[dict[str, Any]]:
    """Some incidents, many on a grid of quarters of an hour, with lengths at and beside the rules' limits."""
    rng = random.Random(seed)
    return [one(rng, f"I-{n}") for n in range(rng.choice((1, 3, 6, 10)))]


def one(rng: random.Random, name: str) -> dict[str, Any]:
    begins = rng.randrange(31 * 24 * HOUR) if rng.random() < 0.5 else rng.randrange(60) * 15 * MINUTE
    start = s.instant("2026-02-27T00:00:00Z") + begins
    lasts = rng.choice((0, 1, MINUTE, 5 * MINUTE, 5 * MINUTE - 1, 30 * MINUTE, 2 * HOUR, 2 * HOUR + 1, 48 * HOUR))
    cause = rng.choice(("failure", "failure", "work", "other"))
    service = rng.choice(("api", "site"))
    return {"id": name, "service": service, "start": s.iso(start), "end": s.iso(start + lasts), "cause": cause}


@grid
def test_m21_an_unknown_of_long_ago_is_ignored(joined: str, long: str, rounded: str) -> None:
    for seed in range(10):
        incidents = drawn(f"{joined} {long} {rounded} {seed}")
        before = outcome((joined, long, rounded), incidents)
        after = outcome((joined, long, rounded), [*incidents, LONG_AGO])
        assert s.values(after) == s.values(before), incidents
        assert s.times(after) == s.times(before), incidents


@grid
def test_m10_the_parts_of_the_ledger_are_the_period(joined: str, long: str, rounded: str) -> None:
    for seed in range(6):
        incidents = drawn(f"ledger {joined} {long} {rounded} {seed}")
        period = outcome((joined, long, rounded), incidents)
        times = s.times(period)
        assert [period.trace.start, *(b for _, b, *_ in times)] == [*(a for a, *_ in times), period.trace.end]
        if rounded == "exact":
            counted = sum(b - a for a, b in s.spans(period, "counted"))
            assert period.measures["downtime"].known.value == counted, incidents


@pytest.mark.parametrize(("joined", "long", "rounded"), [g for g in GRID if g[0] != "apart"])
def test_m02_an_incident_cut_in_two_is_the_same_time(joined: str, long: str, rounded: str) -> None:
    """Where incidents are joined: cut in two they would else be two outages."""
    for seed in range(6):
        incidents = drawn(f"cut {joined} {long} {rounded} {seed}")
        before = outcome((joined, long, rounded), incidents)
        first, *others = incidents
        start, end = s.instant(first["start"]), s.instant(first["end"])
        if end - start > 1:
            middle = s.iso(start + (end - start) // 3)
            halves = [{**first, "end": middle}, {**first, "id": "SECOND", "start": middle}]
            after = outcome((joined, long, rounded), [*others, *halves])
            assert s.values(after) == s.values(before), incidents
            assert s.times(after) == s.times(before), incidents


@grid
def test_m21_a_cause_less_has_the_old_answer_within_its_bounds(joined: str, long: str, rounded: str) -> None:
    for seed in range(6):
        incidents = drawn(f"less {joined} {long} {rounded} {seed}")
        before = outcome((joined, long, rounded), incidents)
        for at in range(min(3, len(incidents))):
            less = [{k: v for k, v in i.items() if n != at or k != "cause"} for n, i in enumerate(incidents)]
            after = outcome((joined, long, rounded), less)
            for key, measure in before.measures.items():
                known, value = after.measures[key].known, measure.known.value
                assert value is not None
                assert known.least is None or s.number(known.least) <= s.number(value), (key, incidents, at)
                assert known.most is None or s.number(value) <= s.number(known.most), (key, incidents, at)
