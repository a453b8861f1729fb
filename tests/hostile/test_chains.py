"""Nothing goes as deep as what somebody wrote: thousands of names in a row need no more stack than a few.

Everything is done under a limit of the stack that is hardly above where the test stands, so that whatever goes deeper
with the policy is found at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from sla_dsl.evaluation.compiling.examples import run_examples
from sla_dsl.evaluation.compiling.reading import read
from sla_dsl.evaluation.policy import Policy, read_policy
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.using import evaluate, timeline_from
from sla_dsl.faces.json_text import pretty_json
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.explained import explained
from sla_dsl.faces.pictures.one_incident import incident_explained
from sla_dsl.faces.pictures.report import report
from sla_dsl.faces.pictures.tree_of_policy import tree_lines
from sla_dsl.findings.finding import is_error
from sla_dsl.language.formatting import format_policy
from tests.hostile.chains import CHAINS, LENGTHY, chain, lengthy

STACK = 250
"""Calls inside each other; half of them are the library's own, for a sentence of any length."""

TIMELINE: dict[str, Any] = {
    "format": "sla-timeline/1",
    "account": "acme",
    "incidents": [
        {"id": "INC-1", "service": "gateway", "cause": "failure", "start": "2026-03-04T10:00:00Z", "end": None},
        {"id": "INC-2", "service": "gateway", "start": "2026-03-06T10:00:00Z", "end": "2026-03-06T10:05:00Z"},
    ],
    "maintenance": [{"id": "M", "service": "gateway", "start": "2026-03-04T10:10:00Z", "end": "2026-03-04T10:20:00Z"}],
    "breaches": [{"start": "2026-03-04T10:15:00Z", "end": "2026-03-04T10:16:00Z", "what": "an unpaid bill"}],
    "charges": [{"period": "2026-03", "what": "monthly_fee", "amount": "100.00", "currency": "EUR"}],
    "tickets": [{"id": "T-1", "priority": "urgent", "opened": "2026-03-04T10:00:00Z"}],
    "as_of": "2026-03-10T00:00:00Z",
}
KNOWN = {**TIMELINE, "incidents": TIMELINE["incidents"][:1]}


@contextmanager
def shallow() -> Iterator[None]:
    """A stack that is hardly deeper than it is now."""
    frame, depth, before = sys._getframe(), 0, sys.getrecursionlimit()
    while frame.f_back is not None:
        frame, depth = frame.f_back, depth + 1
    sys.setrecursionlimit(depth + STACK)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def everything(text: str, told: dict[str, Any]) -> None:
    """Reads, tests, formats, evaluates, explains and compiles a policy, in every form that there is."""
    found = read(text, "sha256:0", "")
    assert found.tree is not None, found.findings[:1]
    assert found.file is not None
    assert all(run.passed for run in run_examples(found))
    assert format_policy(found.file)
    policy = Policy(found.tree)
    assert laid_out(tree_lines(policy.tree), 100)
    result = evaluate(policy, timeline_from(told).require(), ["2026-03"]).require()
    shown(result)
    again = read_policy(policy.to_compiled()).require()
    assert again.tree == policy.tree
    period = evaluate(again, timeline_from(told).require(), ["2026-03"]).require().periods[0]
    assert (period.measures, period.guarantees) == (result.periods[0].measures, result.periods[0].guarantees)


def shown(result: Result) -> None:
    data = result.to_dict()
    assert json.dumps(data)
    assert json.loads(pretty_json(data)) == data
    assert depth(data) < 80
    for lines in (report(result), explained(result), incident_explained(result, "INC-1")):
        assert all(len(line) < 20_000 for line in laid_out(lines, 100))
    assert len(repr(result.periods[0].explanation)) < 1_000_000


def depth(data: Any) -> int:
    """How many lists and objects stand inside each other."""
    deepest, waiting = 0, [(data, 1)]
    while waiting:
        value, level = waiting.pop()
        deepest = max(deepest, level)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        waiting += [(one, level + 1) for one in inner]
    return deepest


@pytest.mark.parametrize("kind", CHAINS)
@pytest.mark.parametrize("told", [TIMELINE, KNOWN], ids=["something unknown", "known"])
def test_names_in_a_row(kind: str, told: dict[str, Any]) -> None:
    everything(chain(kind, 8), told)  # what is made at the first use is made now
    with shallow():
        everything(chain(kind, 2_000 if told is KNOWN else 400), told)


@pytest.mark.parametrize("kind", LENGTHY)
def test_many_parts_in_a_sentence(kind: str) -> None:
    everything(chain("values", 8), TIMELINE)
    with shallow():
        everything(lengthy(kind), TIMELINE)


@pytest.mark.parametrize("kind", [kind for kind in CHAINS if "double" in kind or kind in ("measures", "guarantees")])
def test_an_explanation_grows_with_the_policy_and_no_faster(kind: str) -> None:
    sizes = []
    for count in (50, 100, 200):
        policy = read_policy(chain(kind, count)).require()
        result = evaluate(policy, timeline_from(TIMELINE).require(), ["2026-03"]).require()
        sizes.append(len(json.dumps(result.to_dict()["periods"][0]["explanation"])))
    assert sizes[2] - sizes[1] < 2.5 * (sizes[1] - sizes[0])


def test_a_circle_of_many_names_is_told_of() -> None:
    for kind in ("values", "conditions", "sets of time"):
        text = chain(kind).replace(
            "P0 means ",
            "P0 means that P1999 holds.\nQ means "
            if kind == "conditions"
            else "P0 means the time of P1999.\nQ means "
            if "sets" in kind
            else "P0 means P1999.\nQ means ",
        )
        with shallow():
            findings = read_policy(text).findings
        assert "defined-by-itself" in {finding.code for finding in findings if is_error(finding)}
