"""Small policies for the hazards: a head, the sentences that matter, and examples that must come out."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from sla_dsl import Result, evaluate, read_policy, read_timeline
from sla_dsl.evaluation.compiling.examples import run_examples
from sla_dsl.evaluation.compiling.reading import read

NAMES = """
Api is a service: "the interface".
Site is a service: "the web site".
Failure is a cause: "a failure".
Work is a cause: "planned work".
Other is a cause: "another's failure".
Fee is a charge: "the fee of the period".
Extra is a charge: "what was extra".
"""
DOWN = "Downtime means the time in which Api is down because of Failure.\n"
ONE = "Incidents of Downtime that overlap or touch are one outage.\n"
UPTIME = "Uptime means 100 % minus Downtime divided by the length of the period.\n"
FAILED = "an incident on Api because of Failure from"


def policy_text(rules: str, *, zone: str = "UTC", period: str = "month") -> str:
    return f'Agreement "Hazard".\nThe time zone is {zone}.\nThe period is each calendar {period}.\n{NAMES}§ 1\n{rules}'


def come_out(rules: str, *examples: str, zone: str = "UTC", period: str = "month", within: str = "2026-03") -> None:
    """Asserts that the policy checks and that each example, `given ; expected`, comes out."""
    written = [f'Example "{n}" in {within}: given {e.replace(";", "; expect")}.' for n, e in enumerate(examples)]
    found = read(policy_text(rules, zone=zone, period=period) + "\n".join(written), "sha256:0", "")
    assert [f for f in found.findings if f.severity == "error"] == []
    runs = run_examples(found)
    assert len(runs) == len(examples)
    for run in runs:
        assert run.passed, (examples[int(run.title)], run.differences, run.findings)


@cache
def codes(rules: str) -> tuple[str, ...]:
    """The codes of the errors and warnings of a policy, but for what it declares and does not read."""
    outcome = read_policy(policy_text(rules))
    told = [f.code for f in outcome.findings if f.severity != "note"]
    return tuple(code for code in told if code != "unread-declaration")


def down(start: str, end: str | None, cause: str | None = "failure", **more: Any) -> dict[str, Any]:
    known = {} if cause is None else {"cause": cause}
    return {"id": more.pop("id", "A"), "service": "api", "start": start, "end": end, **known, **more}


def result(rules: str, period: str, *, zone: str = "UTC", kind: str = "month", **lists: Any) -> Result:
    """A timeline of these lists, evaluated for the period."""
    policy = read_policy(policy_text(rules, zone=zone, period=kind)).require()
    timeline = {"format": "sla-timeline/1", "account": "a", "incidents": [], **lists}
    return evaluate(policy, read_timeline(json.dumps(timeline)).require(), [period]).require()


def row(found: Result) -> dict[str, Any]:
    data: dict[str, Any] = found.to_dict()["periods"][0]
    return data
