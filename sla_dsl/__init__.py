"""Service level agreements as policy files: from an incident timeline to money, with reasons.

    policy = sla_dsl.load_policy("ecerium.sla").require()
    timeline = sla_dsl.read_timeline(text).require()
    result = sla_dsl.evaluate(policy, timeline, ["2026-03"]).require()
    result.to_dict()

Mistakes in what is read are data: every function gives an `Outcome`, with a `value` or with `findings`; only
`Outcome.require` raises (`Refused`).  Lark is loaded when the first policy text is read, and not before.
"""

from sla_dsl.evaluation.policy import Policy, read_policy
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.using import evaluate, load_policy, load_timelines, read_timeline, timeline_from
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.outcome import Outcome, Refused

__all__ = [
    "Finding",
    "Outcome",
    "Policy",
    "Refused",
    "Result",
    "Timeline",
    "evaluate",
    "load_policy",
    "load_timelines",
    "read_policy",
    "read_timeline",
    "timeline_from",
]
