"""The same inputs give the same bytes, and nothing but the inputs is looked at.

Rows A01 to A03 and promise 10 of the field's list: subclasses and floats, threads and processes that share a
policy, something that goes wrong inside, and no file, connection or module touched while evaluating.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import pickle
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sla_dsl import read_policy, timeline_from
from tests import scenes as s
from tests.digesting import digest
from tests.scenes import Scene, result, scenes, written

ROOT = Path(__file__).parents[1]
both = pytest.mark.parametrize("name", s.POLICIES)


def run(*words: str, given: bytes = b"", **settings: str) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("TZ", "LC_ALL", "LANG", "PYTHONHASHSEED")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.digesting", *words],
        cwd=ROOT,
        env={**environment, **settings},
        input=given,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


@cache
def here() -> str:
    return digest({name: s.policy(name) for name in s.POLICIES})


@pytest.mark.parametrize(
    ("seed", "zone", "locale"),
    [
        ("0", "UTC", "C"),
        ("1", "Asia/Kathmandu", "tr_TR.UTF-8"),
        ("4294967295", "America/St_Johns", "de_DE.UTF-8"),
        ("random", "Pacific/Apia", "C.UTF-8"),
    ],
)
def test_hash_seed_time_zone_and_locale_change_no_byte(seed: str, zone: str, locale: str) -> None:
    assert run(PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale) == here()


@both
def test_permuted_evidence_gives_the_same_bytes(name: str) -> None:
    for scene in scenes(name, 20):
        rng = random.Random(scene.seed)
        before = written(result(name, scene.timeline, scene.period))
        for _ in range(3):
            lists = {k: rng.sample(v, len(v)) for k, v in scene.timeline.items() if isinstance(v, list)}
            assert written(result(name, scene.but(**lists), scene.period)) == before, scene


@both
def test_the_periods_asked_for_together_are_those_asked_for_alone(name: str) -> None:
    for scene in scenes(name, 20):
        together = result(name, scene.timeline, "2026-01..2026-04").to_dict()["periods"]
        alone = [result(name, scene.timeline, p["period"]).to_dict()["periods"][0] for p in together]
        assert [p["period"] for p in together] == ["2026-01", "2026-02", "2026-03", "2026-04"]
        assert together == alone


@both
def test_a02_thirty_two_threads_share_a_policy(name: str) -> None:
    todo = list(scenes(name, 32)) * 3

    def work(scene: Scene) -> bytes:
        return written(result(name, scene.timeline, scene.period))

    alone = [work(scene) for scene in todo]
    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(work, todo)) == alone


def test_a02_a_pickled_policy_is_the_same_in_another_process() -> None:
    policies = {name: s.policy(name) for name in s.POLICIES}
    assert run("pickled", given=pickle.dumps(policies)) == here()


@both
def test_a02_a_compiled_policy_is_the_same_and_compiles_to_itself(name: str) -> None:
    compiled = read_policy(s.policy(name).to_compiled()).require()
    assert compiled.to_compiled() == s.policy(name).to_compiled()
    for scene in scenes(name, 40):
        assert written(result(compiled, scene.timeline, scene.period)) == written(
            result(name, scene.timeline, scene.period)
        )


# ---------------------------------------------------------------- A03: something goes wrong inside


def interrupted(after: int, scene: Scene, name: str) -> bool:
    """Evaluates the scene, with a Ctrl-C at the call of that number; whether it came to it."""
    left = [after]

    def count(frame: Any, event: str, argument: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            sys.setprofile(None)
            raise KeyboardInterrupt

    sys.setprofile(count)
    try:
        written(result(name, scene.timeline, scene.period))
    except KeyboardInterrupt:
        return True
    finally:
        sys.setprofile(None)
    return False


@both
def test_a03_a_policy_is_usable_after_an_interruption(name: str) -> None:
    scene = next(scenes(name, 1))
    before = written(result(name, scene.timeline, scene.period))
    steps, after = 0, 1
    while interrupted(after, scene, name):
        assert written(result(name, scene.timeline, scene.period)) == before
        steps, after = steps + 1, after + 1 + after // 3
    assert steps > 10


@both
def test_a03_a_policy_is_usable_after_running_out_of_stack(name: str) -> None:
    scene = next(scenes(name, 1))
    before = written(result(name, scene.timeline, scene.period))
    begun = raised = 0
    for room in range(12, 120, 6):
        try:
            with little_room(room):
                begun += 1
                written(result(name, scene.timeline, scene.period))
        except RecursionError:
            raised += 1
        assert written(result(name, scene.timeline, scene.period)) == before
    assert begun > raised > 0, "some ran out of stack, and some did not"


@contextmanager
def little_room(room: int) -> Iterator[None]:
    """With that much of the stack left."""
    depth, frame = 0, sys._getframe()
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + room)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


# ---------------------------------------------------------------- A01, floats, and what is touched

INCIDENT = {
    "id": "A",
    "service": "sms_gateway",
    "start": "2026-03-04T10:00:00Z",
    "end": "2026-03-04T10:07:00Z",
    "cause": "provider_failure",
}


class Words(str):
    """A text of a kind of its own."""

    __slots__ = ()


class Moment(dt.datetime):
    """A date and time of a kind of its own."""


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("id", Words("A")),
        ("cause", Words("provider_failure")),
        ("start", Moment(2026, 3, 4, 10, tzinfo=dt.UTC)),
        ("start", dt.datetime(2026, 3, 4, 10)),  # noqa: DTZ001  that is the mistake
        ("start", 1772618400.0),
        ("start", 1772618400),
        ("amount", 900.0),
        ("amount", 0.1 + 0.2),
        ("amount", True),
    ],
)
def test_a01_what_only_looks_right_is_refused(where: str, value: object) -> None:
    charge = {"period": "2026-03", "what": "monthly_fee", "amount": "900", "currency": "EUR"}
    incident = {**INCIDENT, where: value} if where != "amount" else INCIDENT
    charges = [{**charge, "amount": value} if where == "amount" else charge]
    data = {"format": "sla-timeline/1", "account": "a", "incidents": [incident], "charges": charges}
    outcome = timeline_from(data)
    assert outcome.value is None
    assert [f.field.split(".")[-1] for f in outcome.findings] == [where]


@both
def test_no_float_is_ever_in_a_result(name: str) -> None:
    for scene in scenes(name, 60):
        assert kinds(result(name, scene.timeline, scene.period).to_dict()) <= {str, int, bool, type(None), list, dict}


def kinds(data: object) -> set[type]:
    """The types of everything in the data, found without recursion."""
    found, pending = set(), [data]
    while pending:
        item = pending.pop()
        found.add(type(item))
        if isinstance(item, dict):
            assert all(type(key) is str for key in item)
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return found


def test_nothing_is_opened_imported_or_run_while_evaluating() -> None:
    assert json.loads(run("audited")) == []
