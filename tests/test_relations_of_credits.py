"""Relations under drawn credits: rates, limits, conditions, claims and minimums, each with each of the others.

A seed draws the sentences of a credit, the incidents, and what is known of the rest.  Whatever was drawn: the
result can be written, what is unknown is named, and a fact taken away leaves the old answer within the bounds.
"""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from sla_dsl import Policy, evaluate, read_timeline
from sla_dsl.evaluation.result import PeriodResult
from tests import scenes as s
from tests.hazards import policy_text
from tests.test_relations_of_facts import assert_wider, without_one_fact
from tests.test_relations_of_rules import JOINED, LISTS, LONG_AGO, LONG_ENOUGH, MEASURE, PERIOD, ROUNDED, VALUES, drawn

POLICIES = 60
TIMELINES = 3

RATES = (
    "of 5 %",
    "of Downtime divided by the length of the period",
    "of Extra divided by Fee",
    "of 5 % for each started 30 min of Downtime",
    "of 1 % for each full 10 min of (the part of Downtime beyond 1 hour)",
    "by the last row that applies to Uptime: less than 100 % gives 5 %, less than 99 % gives 10 %",
    "by the last row that applies to Uptime: less than Extra divided by Fee gives 5 %",
    "by the last row that applies to Extra divided by Fee: less than 50 % gives 5 %",
    "by the one row that applies to Count: at most 2 gives 1 %, more than 2 gives 3 %",
    "by the one row that applies to Downtime: at most 5 min gives 0 %, more than 5 min gives 10 % plus 2 %",
)
LIMITS = (
    "",
    "Rebate is limited to 30 EUR.\n",
    "Rebate is limited to 30 EUR, converted at the given rate.\nRebate is limited to 20 % of Fee.\n",
    "Rebate is limited to the lesser of Extra and Fee.\n",
)
CONDITIONS = (
    "",
    "Rebate is due only if the customer reported an incident that counts as Downtime.\n",
    "Rebate is due only if the guarantee Uptime is missed and Count is at least 2.\n",
    "Rebate is due only if not (Uptime is at least 99 % or Count is more than 3).\n",
)
CLAIMED = "Rebate must be claimed within {}, and one claim opens the period.\n"
CLAIMS = (
    "",
    CLAIMED.format("30 days after the end of an outage of Downtime"),
    CLAIMED.format("48 hours after the start of an outage of Downtime"),
    CLAIMED.format("5 days after the end of the period"),
)
MINIMUMS = ("", "Rebate is paid only if it is at least 1 EUR.\n")


def policy(rng: random.Random) -> Policy:
    parts = [MEASURE, VALUES, "The provider guarantees that Uptime is at least 99.5 %.\n"]
    parts += [rng.choice(list(rules.values())) for rules in (JOINED, LONG_ENOUGH, ROUNDED)]
    parts.append(f"Rebate is a credit on Fee, {rng.choice(RATES)}.\n")
    parts += [rng.choice(rules) for rules in (LIMITS, CONDITIONS, CLAIMS, MINIMUMS)]
    parts.append("Rebate is rounded to the nearest cent, halves up.\n")
    return s.policy_from(policy_text("".join(parts), zone="Europe/Brussels"))


def timeline(rng: random.Random) -> dict[str, Any]:
    """Some incidents; reports, claims, charges, rates and the end of the record as the seed has it."""
    incidents = drawn(str(rng.random()))
    found: dict[str, Any] = {"format": "sla-timeline/1", "account": "a", "incidents": incidents, **LISTS}
    if rng.random() < 0.7:
        found["reports"] = [{"incident": i["id"], "at": i["end"]} for i in incidents if rng.random() < 0.4]
    if rng.random() < 0.7:
        found["claims"] = [claim(rng, i) for i in incidents if rng.random() < 0.4]
    if rng.random() < 0.8:
        found["charges"] = [charge(rng, what) for what in ("fee", "extra") if rng.random() < 0.85]
    if rng.random() < 0.4:
        found["as_of"] = "2026-05-20T00:00:00Z"
    for incident in incidents:
        if rng.random() < 0.15:
            del incident["cause"]
    return found


def claim(rng: random.Random, incident: dict[str, Any]) -> dict[str, Any]:
    at = s.instant(incident["end"]) + rng.choice((0, 1, 40)) * 24 * 3_600_000_000
    return {"id": f"C-{incident['id']}", "at": s.iso(at), "incidents": [incident["id"]]}


def charge(rng: random.Random, what: str) -> dict[str, Any]:
    return {"period": PERIOD, "what": what, "amount": rng.choice(("100", "0", "12.34")), "currency": "EUR"}


def outcome(which: Policy, records: dict[str, Any]) -> PeriodResult:
    found = evaluate(which, read_timeline(json.dumps(records)).require(), [PERIOD]).require()
    credit = found.to_dict()["periods"][0]["credits"][0]
    assert (credit["status"] == "unknown") <= bool(credit["needs"])
    assert (credit["status"] == "due") <= (credit["amount"] is not None)
    return found.periods[0]


@pytest.mark.parametrize("seed", range(POLICIES))
def test_m21_of_a_drawn_credit(seed: int) -> None:
    rng = random.Random(seed)
    which = policy(rng)
    for _ in range(TIMELINES):
        records = timeline(rng)
        before = outcome(which, records)
        scene = s.Scene("", seed, records, PERIOD)
        for what, less in without_one_fact(scene):
            assert_wider(before, outcome(which, less), (what, records))
        more = outcome(which, {**records, "incidents": [*records["incidents"], LONG_AGO]})
        assert s.values(more) == s.values(before), records
