"""The cases of `tests/cases`: what must come out of a timeline, worked out apart from any implementation.

Each case goes through the library as it does through the command line: from JSON text to the plain data of
the result, once with the policy as people write it and once with the compiled one.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sla_dsl import Policy, evaluate, load_policy, read_policy, read_timeline

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*/*.json"))

Json = Mapping[str, Any]


@cache
def policy(name: str) -> Policy:
    return load_policy(HERE.parent / "policies" / f"{name}.sla").require()


@cache
def compiled(name: str) -> Policy:
    return read_policy(policy(name).to_compiled()).require()


def outcome(which: Policy, case: Json) -> dict[str, Any]:
    timeline = read_timeline(json.dumps(case["timeline"])).require()
    return evaluate(which, timeline, case["periods"]).require().to_dict()


@cache
def load(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return case


def test_all_cases_are_there() -> None:
    assert len(CASES) == 197


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_case_comes_out_as_it_must(path: Path) -> None:
    case = load(path)
    found = outcome(policy(case["policy"]), case)
    periods = {row["period"]: row for row in found["periods"]}
    assert list(periods) == case["periods"]
    for period, expect in case["expect"].items():
        assert list(differences(expect, periods[period])) == []
    assert outcome(compiled(case["policy"]), case) == found


def differences(expect: Json, row: Json) -> Iterator[str]:
    """What is not as the case has it; what the case leaves out is free."""
    yield from _measures(expect["measures"], row["measures"])
    yield from _same("guarantees", expect["guarantees"], {k: row["guarantees"].get(k) for k in expect["guarantees"]})
    yield from _credit(expect["credit"], next(c for c in row["credits"] if c["name"] == expect["credit"]["name"]))
    seconds = {incident["id"]: exact(incident["seconds"]) for incident in row["incidents"]}
    for name, wanted in expect["incidents"].items():
        yield from _same(f"incident {name}", exact(wanted), seconds.get(name, Fraction(0)))
    targets = {(t["id"], g["name"]): g for t in row["tickets"] for g in t["targets"]}
    for ticket, wanted in expect.get("tickets", {}).items():
        for name, target in wanted.items():
            found = targets[ticket, name]
            yield from _same(f"{ticket} {name}", target["verdict"], found["verdict"])
            yield from _same(f"{ticket} {name}, due", moment(target["due"]), moment(found["due"]))


def _measures(expect: Json, found: Json) -> Iterator[str]:
    for name, wanted in expect.items():
        if "seconds" in wanted:
            yield from _same(name, exact(wanted["seconds"]), exact(found[name]["seconds"]))
        if "ratio" in wanted:
            yield from _same(name, wanted["ratio"], found[name]["ratio"])


def _credit(expect: Json, found: Json) -> Iterator[str]:
    for key in ("status", "currency", "capped", "claim_by", "amount"):
        if expect.get(key) is not None:
            yield from _same(key, expect[key], found.get(key))
    yield from _same("rate", exact(expect["rate"]), exact(found["rate"]))
    if expect["status"] == "unknown":
        yield from _same("whether it says what is missing", wanted=True, found=bool(found["needs"]))


def _same(what: str, wanted: object, found: object) -> Iterator[str]:
    if wanted != found:
        yield f"{what}: expected {wanted}, got {found}"


def exact(number: Any) -> Fraction:
    """The number as the file writes it: 13192.596 is not the float next to it."""
    return Fraction(str(number))


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
