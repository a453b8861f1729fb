"""Reports to be looked at, and everything that is written in one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.using import evaluate, read_timeline
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.model import Period, Report
from tests.faces.running import GOLDEN, policy, result, timeline
from tests.test_cases import CASES, load
from tests.test_cases import policy as agreement

EVERY_TENTH = CASES[::10]


def mail(**changes: Any) -> Result:
    """The result of the golden timeline for March, with some fields changed."""
    return result(timeline(**changes))


def march(**changes: Any) -> Period:
    """The report of it."""
    return report_of(mail(**changes)).periods[0]


@cache
def rich() -> Result:
    """A quarter with several services, measures, credits and claims."""
    return result(json.loads((GOLDEN / "rich.json").read_text("utf-8")), "2026-Q1", of=policy("rich.sla"))


def of_case(path: Any) -> Result:
    """The result of a golden case."""
    case = load(path)
    read = read_timeline(json.dumps(case["timeline"])).require()
    return evaluate(agreement(case["policy"]), read, case["periods"]).require()


def still(report: Report) -> Report:
    """The report without the versions of this machine."""
    return report._replace(provenance=report.provenance._replace(tzdata="(version)"))


def texts(node: object) -> Iterator[str]:
    """Every text in a model."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)


def words(report: Report) -> str:
    """All of them, a line each."""
    return "\n".join(texts(report))
