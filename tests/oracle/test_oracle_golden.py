"""The oracle agrees with every case that was worked out by hand or by the case's own author."""

from __future__ import annotations

import itertools
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.agreements import BY_NAME
from tests.oracle.answer import Answer
from tests.oracle.clock import instant
from tests.oracle.ticks import evaluate

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*/*.json"))


def load(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
    return case


def disagreements(expect: dict[str, Any], answer: Answer) -> list[str]:
    """What differs from the case; a fact that the case leaves out is free."""
    credit, measures = expect["credit"], expect["measures"]
    pairs: list[tuple[str, object, object]] = [
        ("downtime", (Fraction(measures["downtime"]["seconds"]),) * 2, answer.downtime),
        ("uptime", (Fraction(measures["uptime"]["ratio"]),) * 2, answer.uptime),
        ("guarantee", list(expect["guarantees"].values()), [answer.guarantee]),
        ("status", credit["status"], answer.status),
        ("rate", (Fraction(credit["rate"]),) * 2, answer.rate),
        ("incidents", {k: (Fraction(v),) * 2 for k, v in expect["incidents"].items()}, answer.incidents),
    ]
    pairs += [
        (key, credit[key], getattr(answer, key))
        for key in ("amount", "currency", "capped", "claim_by")
        if key in credit
    ]
    for ticket, targets in expect.get("tickets", {}).items():
        want = {name: (instant(target["due"]), target["verdict"]) for name, target in targets.items()}
        pairs.append((ticket, want, answer.tickets.get(ticket)))
    return [f"{what}: expected {want}, got {got}" for what, want, got in pairs if want != got]


def test_the_cases_are_there() -> None:
    assert len(CASES) == 197


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_oracle_agrees_with_the_case(path: Path) -> None:
    case = load(path)
    for period in case["periods"]:
        answer = evaluate(BY_NAME[case["policy"]], case["timeline"], period)
        assert disagreements(case["expect"][period], answer) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_instant_of_the_period_is_in_one_bucket(path: Path) -> None:
    case = load(path)
    for period in case["periods"]:
        answer = evaluate(BY_NAME[case["policy"]], case["timeline"], period)
        parts = sorted(span for spans in answer.ledger.values() for span in spans)
        assert parts[0][0] == answer.start
        assert parts[-1][1] == answer.end
        assert all(one[1] == next_one[0] for one, next_one in itertools.pairwise(parts))
