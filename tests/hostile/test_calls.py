"""The rows A01 to A03: what a program that embeds the tool can do wrong."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from sla_dsl.evaluation import evaluating
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.using import evaluate, load_policy, timeline_from
from tests.hostile.making import INCIDENT, INPUTS
from tests.hostile.running import run


class OddText(str):
    """A text that lies about itself."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __str__(self) -> str:
        raise RuntimeError("asked to show itself")

    __repr__ = __str__


class OddMoment(dt.datetime):
    """A time that does whatever it likes."""

    def utcoffset(self) -> dt.timedelta | None:
        raise RuntimeError("asked for its offset")


class OddNumber(float):
    """A floating-point number under another name."""


def _plain(**fields: Any) -> dict[str, Any]:
    return {"format": "sla-timeline/1", "account": "acme", "incidents": [], **fields}


def _charge(amount: object) -> dict[str, Any]:
    return _plain(charges=[{"period": "2026-03", "what": "monthly_fee", "amount": amount, "currency": "EUR"}])


@cache
def _policy() -> Policy:
    return load_policy(INPUTS / "policy.sla").require()


def _answer(policy: Policy) -> str:
    timeline = timeline_from(_plain(incidents=[INCIDENT])).require()
    return repr(evaluate(policy, timeline, ["2026-03"]).require().to_dict())


# ---------------------------------------------------------------- A01: floats and subclasses


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (_charge(900.1), "inexact-amount charges[0].amount"),
        (_charge(OddNumber(900.1)), "inexact-amount charges[0].amount"),
        (_charge(float("nan")), "inexact-amount charges[0].amount"),
        (_charge(Decimal("NaN")), "bad-amount charges[0].amount"),
        (_charge(Decimal("1e1000000")), "bad-amount charges[0].amount"),
        (_charge(OddText("900.10")), "wrong-value charges[0].amount"),
        (_charge(True), "wrong-value charges[0].amount"),
        (_plain(account=OddText("acme")), "wrong-value account"),
        (_plain(as_of=1772618400.0), "wrong-value as_of"),
        (_plain(as_of=dt.datetime(2026, 3, 4, 10)), "bad-instant as_of"),  # noqa: DTZ001
        (_plain(as_of=OddMoment(2026, 3, 4, 10, tzinfo=dt.UTC)), "wrong-value as_of"),
        (_plain(incidents=[OddText("x")]), "not-a-record incidents[0]"),
    ],
    ids=[str(number) for number in range(12)],
)
def test_a01_what_is_not_exactly_of_its_kind_is_refused_with_its_place(data: dict[str, Any], finding: str) -> None:
    outcome = timeline_from(data)
    assert outcome.value is None
    assert [f"{found.code} {found.field}" for found in outcome.findings] == [finding]


# ---------------------------------------------------------------- A02: threads, processes, copies


def test_a02_32_threads_share_a_policy() -> None:
    with ThreadPoolExecutor(32) as threads:
        answers = set(threads.map(lambda _: _answer(_policy()), range(64)))
    assert answers == {_answer(_policy())}


def test_a02_a_copy_answers_the_same() -> None:
    assert _answer(pickle.loads(pickle.dumps(_policy()))) == _answer(_policy())


def test_a02_a_child_of_the_process_answers_the_same() -> None:
    expected = _answer(_policy())
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, b"same" if _answer(_policy()) == expected else b"other")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 10) == b"same"


def test_a02_a_policy_never_changes() -> None:
    with pytest.raises(AttributeError):
        _policy().tree = None  # type: ignore[assignment]


# ---------------------------------------------------------------- A03: something goes wrong inside


@pytest.mark.parametrize("wrong", [RecursionError, MemoryError, KeyboardInterrupt])
def test_a03_what_goes_wrong_inside_comes_out_and_the_policy_is_still_good(
    wrong: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _answer(_policy())

    def fail(*_: object) -> None:
        raise wrong

    with monkeypatch.context() as patched:
        patched.setattr(evaluating, "trace", fail)
        with pytest.raises(wrong):
            _answer(_policy())
    assert _answer(_policy()) == before


def test_a03_the_command_tells_of_too_little_memory_without_a_traceback() -> None:
    program = (
        "import sys; from sla_dsl.evaluation import evaluating\n"
        "def fail(*_): raise MemoryError\n"
        "evaluating.trace = fail\n"
        "from sla_dsl.faces.main import main; main()"
    )
    ended = run("evaluate", "policy.sla", "timeline.json", program=program)
    assert ended.status == 3
    assert b"Traceback" not in ended.complaint
    assert b"MemoryError" in ended.complaint
