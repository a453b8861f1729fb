"""The function by hand is a fair peer: it gives the cases' answers, and the evaluator's on generated timelines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from benchmarks.accounts import account, by_hand
from benchmarks.by_hand import MONTH, ecerium, from_record
from sla_dsl import Policy, Timeline, evaluate, load_policy, read_timeline
from sla_dsl.evaluation.result import CreditResult, PeriodResult
from sla_dsl.values.money import Money
from tests.oracle.generator import generate
from tests.test_cases import differences

HERE = Path(__file__).parent
CASES = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "cases" / "ecerium").glob("*.json"))]
WITHOUT_TICKETS = [case for case in CASES if "tickets" not in case["timeline"]]
GENERATED = 1_000


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(HERE.parent / "policies" / "ecerium.sla").require()


class Said(NamedTuple):
    """What both of them say of a month."""

    minutes: int
    up: int
    kept: bool
    rate: int
    status: str
    cents: int | None
    capped: bool
    counted: Mapping[str, int]


def said_by_hand(timeline: Timeline, month: str) -> Said:
    return Said(*ecerium(*by_hand(timeline, month)))


def said_by_the_evaluator(period: PeriodResult) -> Said:
    credit, ledger = period.credits[0], period.ledgers["downtime"]
    down, uptime = (period.measures[name].known.value for name in ("downtime", "uptime"))
    assert isinstance(down, int)
    assert uptime is not None
    assert not isinstance(uptime, Money)
    return Said(
        down // 60_000_000,
        int(uptime * MONTH),
        period.guarantees["uptime"] == "met",
        int(_number(credit.rate.value) * 100),
        credit.status,
        cents_of(credit),
        bool(credit.capped) and credit.status == "due",
        {period.facts.incidents[n].id: time for n, time in ledger.times.items()},
    )


def cents_of(credit: CreditResult) -> int | None:
    return int(_number(credit.amount.value) * 100) if credit.status == "due" else None


def _number(value: Any) -> Any:
    return value.amount if isinstance(value, Money) else value


def as_a_result(said: Said, currency: str) -> dict[str, Any]:
    """What the function by hand says, in the form that the cases are held against."""
    credit: dict[str, Any] = {"name": "rebate", "rate": str(said.rate), "status": said.status, "capped": said.capped}
    if said.cents is not None:
        credit |= {"amount": f"{said.cents // 100}.{said.cents % 100:02}", "currency": currency}
    return {
        "measures": {"downtime": {"seconds": 60 * said.minutes}, "uptime": {"ratio": str(Fraction(said.up, MONTH))}},
        "guarantees": {"uptime": "met" if said.kept else "missed"},
        "credits": [credit | {"needs": ["…"] if said.status == "unknown" else []}],
        "incidents": [{"id": name, "seconds": str(Fraction(time, 10**6))} for name, time in said.counted.items()],
        "tickets": [],
    }


def test_the_cases_are_all_but_those_about_tickets() -> None:
    assert (len(CASES), len(WITHOUT_TICKETS)) == (104, 94)


@pytest.mark.parametrize("case", WITHOUT_TICKETS, ids=lambda case: case["case"])
def test_the_case_comes_out_by_hand(case: Mapping[str, Any]) -> None:
    timeline = read_timeline(json.dumps(case["timeline"])).require()
    for month, expect in case["expect"].items():
        wanted = expect | {"credit": owed(expect["credit"])}
        found = as_a_result(said_by_hand(timeline, month), by_hand(timeline, month).currency)
        assert list(differences(wanted, found)) == []


def owed(credit: Mapping[str, Any]) -> dict[str, Any]:
    """What a case has of a credit: an amount only where one is due (by hand no other is worked out)."""
    return {key: value for key, value in credit.items() if key != "amount" or credit["status"] == "due"}


def is_known(timeline: Mapping[str, Any]) -> bool:
    """Whether every cause and every announcement is known; by hand nothing else is taken."""
    windows = timeline.get("maintenance", ())
    return all("cause" in i for i in timeline["incidents"]) and all("announced" in w for w in windows)


def test_by_hand_and_the_evaluator_agree_on_generated_timelines(policy: Policy) -> None:
    compared = 0
    for seed in range(GENERATED):
        data, month = generate(seed, "ecerium")
        if is_known(data):
            timeline = read_timeline(json.dumps(data)).require()
            period = evaluate(policy, timeline, [month]).require().periods[0]
            assert said_by_hand(timeline, month) == said_by_the_evaluator(period), f"generate({seed}, 'ecerium')"
            assert Said(*from_record(timeline, month)) == said_by_the_evaluator(period)
            compared += 1
    assert compared > GENERATED * 3 // 4


@pytest.mark.parametrize("incidents", [0, 1, 10, 100, 1_000])
def test_they_agree_on_what_is_measured(policy: Policy, incidents: int) -> None:
    made = account(incidents)
    period = evaluate(policy, made.timeline, ["2026-03"]).require().periods[0]
    assert Said(*ecerium(*made.by_hand)) == said_by_the_evaluator(period)


def test_the_order_of_the_incidents_does_not_matter_by_hand() -> None:
    ready = account(50).by_hand
    assert ecerium(*ready._replace(incidents=ready.incidents[::-1])) == ecerium(*ready)
