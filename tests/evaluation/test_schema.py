"""The schemas of results and of compiled policies: what is written is valid, what is damaged is not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.schema import BUCKETS, policy_schema, result_schema
from sla_dsl.evaluation.using import evaluate, load_policy, read_timeline

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "cases").glob("*/*.json"))
POLICIES = {name: load_policy(ROOT / "policies" / f"{name}.sla").require() for name in ("ecerium", "ezcnam")}
RESULT = Draft202012Validator(result_schema())
COMPILED = Draft202012Validator(policy_schema())

Damage = Callable[[Any], object]


def _result(path: Path, periods: bool) -> Any:
    case = json.loads(path.read_text("utf-8"))
    timeline = read_timeline(json.dumps(case["timeline"])).require()
    result = evaluate(POLICIES[case["policy"]], timeline, case["periods"] if periods else ()).require()
    return json.loads(json.dumps(result.to_dict()))


def test_they_are_schemas() -> None:
    for schema in (result_schema(), policy_schema()):
        Draft202012Validator.check_schema(schema)
        json.dumps(schema)


@pytest.mark.parametrize("periods", [True, False])
def test_every_result_of_the_cases_is_valid(periods: bool) -> None:
    assert CASES
    for path in CASES:
        errors = [
            f"{list(error.absolute_path)}: {error.message}" for error in RESULT.iter_errors(_result(path, periods))
        ]
        assert errors == [], path


def _case(start: str) -> Path:
    return next(path for path in CASES if path.name.startswith(start))


def _set(*path: str | int, to: Any = None) -> Damage:
    def damage(data: Any) -> None:
        *most, last = path
        for step in most:
            data = data[step]
        data[last] = to

    return damage


def _without(*path: str | int) -> Damage:
    def damage(data: Any) -> None:
        *most, last = path
        for step in most:
            data = data[step]
        del data[last]

    return damage


FIRST = ("periods", 0)
CREDIT = (*FIRST, "credits", 0)


@pytest.mark.parametrize(
    "damage",
    [
        _set("format", to="sla-result/2"),
        _set("further", to=1),
        _without("policy"),
        _set("policy", "digest", to="sha256:00"),
        _set("as_of", to="yesterday"),
        _without("evidence", "records", "claims"),
        _set("evidence", "records", "incidents", "used", to=-1),
        _set(*FIRST, "period", to="2026-13"),
        _set(*FIRST, "measures", "uptime", "percent", to="99.9"),
        _set(*FIRST, "measures", "downtime", "seconds", to=1.5),
        _set(*FIRST, "measures", "downtime", to={}),
        _set(*FIRST, "guarantees", "uptime", to="kept"),
        _set(*CREDIT, "status", to="owed"),
        _set(*CREDIT, "amount", to=45),
        _set(*CREDIT, "amount", to=None),
        _set(*CREDIT, "currency", to=None),
        _set(*CREDIT, "rate", to="5 %"),
        _without(*CREDIT, "needs"),
        _set(*CREDIT, "paid_as", "chooser", to="nobody"),
        _without(*CREDIT, "paid_as", "only"),
        _set(*FIRST, "incidents", 0, "verdict", to="lost"),
        _set(*FIRST, "ledger", "downtime", 0, "bucket", to="gone"),
        _set(*FIRST, "explanation", to={}),
        _set(*FIRST, "explanation", "credits", 0, "parts", 0, "also", to=""),
        _set("notes", to=[1]),
    ],
)
def test_a_damaged_result_is_not(damage: Damage) -> None:
    data = _result(_case("010"), True)
    assert RESULT.is_valid(data)
    damage(data)
    assert not RESULT.is_valid(data)


def test_an_unknown_credit_must_be_bounded() -> None:
    data = _result(_case("015"), True)
    assert data["periods"][0]["credits"][0]["status"] == "unknown"
    _without(*CREDIT, "least")(data)
    assert not RESULT.is_valid(data)


def test_every_bucket_of_the_cases_is_named() -> None:
    found = {
        part["bucket"]
        for path in CASES
        for period in _result(path, True)["periods"]
        for parts in period["ledger"].values()
        for part in parts
    }
    assert found <= set(BUCKETS)


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())
def test_compiled_policies_are_valid(policy: Policy) -> None:
    assert list(COMPILED.iter_errors(json.loads(policy.to_compiled()))) == []


@pytest.mark.parametrize(
    "damage",
    [
        _set("format", to="sla-policy/2"),
        _set("period", to="week"),
        _set("names", "cause", "maintenance", to=1),
        _set("clauses", 0, to=None),
        _set("stated", 0, to=["one"]),
        _set("nodes", 0, 0, to="explode"),
        _set("nodes", 0, 1, to=["0"]),
        _set("nodes", 0, 2, to={}),
        _set("nodes", 0, 3, to="money"),
        _set("nodes", 0, 5, to=-2),
        _without("nodes", 0, 7),
        _set("measures", 0, to=["uptime", "Uptime"]),
        _without("seal"),
        _set("further", to=1),
    ],
)
def test_a_damaged_one_is_not(damage: Damage) -> None:
    data = copy.deepcopy(json.loads(POLICIES["ecerium"].to_compiled()))
    damage(data)
    assert not COMPILED.is_valid(data)
