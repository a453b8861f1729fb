"""The functions that an embedding service calls: reading policies and timelines, and evaluating."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sla_dsl.evaluation import evaluating
from sla_dsl.evaluation.policy import Policy, read_policy, read_policy_file
from sla_dsl.evaluation.result import Result
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.findings.outcome import Outcome


def load_policy(path: str | os.PathLike[str]) -> Outcome[Policy]:
    """The policy in a file: as people write it (`.sla`), or compiled.  A file that cannot be read is a finding."""
    name = os.fspath(path)
    data = read_policy_file(name)
    return Outcome(None, (data,)) if isinstance(data, Finding) else read_policy(data, name)


def read_timeline(text: str | bytes, name: str = "", zone: str | None = None) -> Outcome[Timeline]:
    """The timeline in a JSON text (`sla-timeline/1`).

    `name` is what findings call the source.  `zone` is the time zone for instants that are written without an
    offset; without it they are refused.
    """
    from sla_dsl.evidence.json_timeline import read_timeline as read

    return _outcome(*read(text, name, zone))


def timeline_from(data: Mapping[str, Any], zone: str | None = None) -> Outcome[Timeline]:
    """The timeline in plain Python objects: the same fields as in JSON.

    Instants may be `datetime` with a time zone, amounts `Decimal`, `int` or text; a float is refused, since it
    cannot hold every amount.
    """
    from sla_dsl.evidence.objects import timeline_from as read

    return _outcome(*read(data, zone))


def load_timelines(path: str | os.PathLike[str], zone: str | None = None) -> Iterator[Outcome[Timeline]]:
    """The timelines in a file (JSON, or JSON Lines: one account a line) or a folder of CSV files, one by one."""
    from sla_dsl.evidence.opening import open_evidence

    for timeline, findings in open_evidence(os.fspath(path), zone).results():
        yield _outcome(timeline, findings)


def _outcome(timeline: Timeline | None, findings: Iterable[Finding]) -> Outcome[Timeline]:
    found = tuple(findings)
    return Outcome(None if any(map(is_error, found)) else timeline, found)


def evaluate(policy: Policy, timeline: Timeline, periods: Iterable[str] = ()) -> Outcome[Result]:
    """The result of a policy for one account.

    `periods` are months, quarters or years as the policy has them (`2026-03`), or ranges (`2026-01..2026-03`);
    none asks for every period that the timeline touches.  Without a value, the findings say which names of the
    timeline the policy does not know, or which period is none.  Pure: the same inputs give the same result.
    """
    wanted = (periods,) if isinstance(periods, str) else periods
    result, findings = evaluating.evaluate(policy.plan, timeline, wanted)
    return Outcome(result, tuple(findings))
