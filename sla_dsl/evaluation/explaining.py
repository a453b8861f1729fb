"""The explanation of a period in words: for every result the tree of what it came from, down to single intervals.

It is a view of the trace, so it cannot disagree with the numbers.  Steps are told from the first to the last, each in
full once, under the first step that reads it (`explanation.py` has the layout), and referred to afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sla_dsl.evaluation.explanation import Layout, layout
from sla_dsl.evaluation.families import GAP, Counted
from sla_dsl.evaluation.ledger import Ledger
from sla_dsl.evaluation.phrases import near, says, spans_near, touches, value_words
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.values.instant import show_instant
from sla_dsl.values.intervals import clip
from sla_dsl.values.unknown import Between

Told = dict[str, Any]


def explanation(period: PeriodResult) -> Told:
    """For each measure, guarantee, credit and support target its tree, as plain data."""
    tree = period.tree
    plan = layout(tree)
    told = _tell_all(period, plan)
    return {
        "measures": [told[root.node] for root in tree.measures],
        "guarantees": [told[root.node] for root in tree.guarantees],
        "credits": [told[root.node] for root in tree.credits],
        "targets": [told[root.node] for root in tree.targets if period.trace.values[root.node]],
        "ledgers": [told[root.node] for root in tree.ledgers],
        "steps": [told[at] for at in plan.apart],
    }


def _tell_all(period: PeriodResult, plan: Layout) -> dict[int, Told]:
    told: dict[int, Told] = {}
    for at, parts in plan.parts.items():
        below = [told[part.at] if part.in_full else _see(period, told, part.at) for part in parts]
        told[at] = _tell(period, at, below, referred_to=at in plan.seen)
    return told


def _see(period: PeriodResult, told: Mapping[int, Told], at: int) -> Told:
    """A step that is told in full elsewhere: what it is called, its number, and its value."""
    return {"see": period.tree.nodes[at].name or told[at]["says"], "step": at, "value": told[at]["value"]}


def _tell(period: PeriodResult, at: int, parts: list[Told], *, referred_to: bool) -> Told:
    node, value = period.tree.nodes[at], period.trace.values[at]
    told: Told = {}
    if referred_to:
        told["step"] = at
    if node.name:
        told["name"] = node.name
    told["says"] = says(period, at)
    told["value"] = value_words(period, at)
    if node.clause >= 0:
        told["clause"] = period.tree.clauses[node.clause]
    if node.assumption >= 0:
        told["assuming"] = period.tree.assumptions[node.assumption]
    times = intervals(period, node.type, value)
    if times:
        told["times"] = times
    if isinstance(value, Between):
        told["needs"] = list(value.needs)
    if parts:
        told["parts"] = parts
    return told


def intervals(period: PeriodResult, kind: str, value: Any) -> list[dict[str, str]]:
    """The single intervals of a value that touch the period, each with its incident, or the clause that took it out."""
    if isinstance(value, Between):
        return intervals(period, kind, value.high)
    match kind:
        case "family":
            return [_interval(period, *p) for p in near(period, value)]
        case "outages":
            return [_interval(period, g[0], g[1], GAP) for g in value.groups if touches(period, g[0], g[1])]
        case "counted":
            return _counted(period, value)
        case "ledger":
            return _entries(period, value)
        case "set":
            return [_interval(period, s, e, GAP) for s, e in spans_near(period, value) if e - s < _FOREVER]
        case _:
            return []


_FOREVER = 6_000_000_000_000_000


def _interval(period: PeriodResult, start: int, end: int, incident: int) -> dict[str, str]:
    zone = period.tree.zone
    told = {"from": show_instant(start, zone), "to": show_instant(end, zone)}
    if incident != GAP:
        told["incident"] = period.facts.incidents[incident].id
    return told


def _counted(period: PeriodResult, value: Counted) -> list[dict[str, str]]:
    """What is left of each incident, and what was taken out of it, by which clause."""
    facts, clauses = period.facts, _clauses_of(period, value)
    told: list[dict[str, str]] = []
    for start, end, n in near(period, value.pieces):
        kind = (facts.services[n], facts.causes[n])
        left = clip(value.left[kind], start, end) if kind in value.left else ((start, end),)
        told += [_interval(period, s, e, n) for s, e in left]
        for rule, spans in value.lost.get(kind, ()):
            taken = ({**_interval(period, s, e, n), "taken out by": clauses[rule]} for s, e in clip(spans, start, end))
            told += taken
    return told


def _clauses_of(period: PeriodResult, value: Counted) -> list[str]:
    """The clauses of the rules that made this value, by number."""
    for at, node in enumerate(period.tree.nodes):
        made = period.trace.values[at]
        if node.op == "excuse" and any(end is value for end in _ends(made)):
            return [_clause(period, rule["clause"]) for rule in node.params["rules"]]
    return []


def _ends(value: Any) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Between) else (value, value)


def _clause(period: PeriodResult, at: int) -> str:
    return period.tree.clauses[at] if at >= 0 else ""


def _entries(period: PeriodResult, ledger: Ledger) -> list[dict[str, str]]:
    return [
        {**_interval(period, s, e, GAP), "bucket": entry.bucket, "clause": _clause(period, entry.clause)}
        for entry in ledger.entries
        for s, e in entry.spans
    ]
