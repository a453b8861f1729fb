"""The explanation of a period in words: for every result the tree of what it came from, down to single intervals.

It is a view of the trace, so it cannot disagree with the numbers.  Nodes are told from the first to the
last, each with its parts; what has a name of its own is told once and referred to afterwards.
"""

from __future__ import annotations

from typing import Any

from sla_dsl.evaluation.describing import describe, literal_words
from sla_dsl.evaluation.explanation import told_parts
from sla_dsl.evaluation.families import GAP, Counted
from sla_dsl.evaluation.ledger import Ledger
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.wording import quantity
from sla_dsl.values.instant import show_instant
from sla_dsl.values.intervals import Spans, clip, length
from sla_dsl.values.unknown import Between

Told = dict[str, Any]


def explanation(period: PeriodResult) -> Told:
    """For each measure, guarantee, credit and support target its tree, as plain data."""
    told = _tell_all(period)
    tree = period.tree
    return {
        "measures": [told[root.node] for root in tree.measures],
        "guarantees": [told[root.node] for root in tree.guarantees],
        "credits": [told[root.node] for root in tree.credits],
        "targets": [told[root.node] for root in tree.targets if period.trace.values[root.node]],
        "ledgers": [told[root.node] for root in tree.ledgers],
    }


def _tell_all(period: PeriodResult) -> list[Told]:
    tree = period.tree
    roots = {r.node for group in (tree.measures, tree.guarantees, tree.credits) for r in group}
    told: list[Told] = []
    for at, node in enumerate(tree.nodes):
        parts = [_part(period, told, k, roots) for k in told_parts(tree, node)]
        told.append(_tell(period, at, parts))
    return told


def _part(period: PeriodResult, told: list[Told], at: int, roots: set[int]) -> Told:
    """A part in full; a result of its own is only named, with its value."""
    if at not in roots:
        return told[at]
    return {"see": period.tree.nodes[at].name, "value": told[at].get("value", "")}


def _tell(period: PeriodResult, at: int, parts: list[Told]) -> Told:
    node, value = period.tree.nodes[at], period.trace.values[at]
    told: Told = {}
    if node.name:
        told["name"] = node.name
    told["says"] = describe(period.tree, at, lambda k: label(period, k))
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


def label(period: PeriodResult, at: int) -> str:
    """What an input is called in a line: its name with its value, or the value alone."""
    node = period.tree.nodes[at]
    if node.op == "literal":
        return literal_words(node)
    if node.type in ("elapsed", "ratio", "number", "money"):
        words = value_words(period, at)
        return f"{node.name} ({words})" if node.name else words
    if node.type == "truth":
        return f"{describe(period.tree, at, lambda k: label(period, k))} ({value_words(period, at)})"
    return node.name or _PLAIN.get(node.type, "it")


_PLAIN = {"set": "that time", "family": "the incidents", "outages": "the outages", "counted": "what counts"}


def value_words(period: PeriodResult, at: int) -> str:
    """The value of a node in words."""
    value, kind = period.trace.values[at], period.tree.nodes[at].type
    if isinstance(value, Between) and kind not in _NUMBERS:
        return "not wholly known"
    match kind:
        case "family":
            return _number(len(_near(period, value)), "incident")
        case "outages":
            return _number(sum(1 for g in value.groups if _touches(period, g[0], g[1])), "outage")
        case "counted":
            return _number(len({n for _, _, n in _near(period, value.pieces)}), "incident")
        case "set":
            return quantity("elapsed", length(_spans_near(period, value)))
        case "claim":
            return str(value.state)
        case "credit":
            return str(value.status).replace("_", " ")
        case "ledger":
            return _number(len(value.entries), "part")
        case "target":
            return _number(len(value), "ticket")
        case "books" | "events":
            return ""
        case "guarantee":
            return "not known" if isinstance(value, Between) else "met" if value else "missed"
        case _:
            return quantity(kind, value)


_NUMBERS = ("elapsed", "ratio", "number", "money", "truth", "guarantee")


def _number(count: int, one: str) -> str:
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def _touches(period: PeriodResult, start: int, end: int) -> bool:
    return start < period.trace.end and end > period.trace.start


def _near(period: PeriodResult, pieces: tuple[tuple[int, int, int], ...]) -> list[tuple[int, int, int]]:
    return [p for p in pieces if _touches(period, p[0], p[1])]


def _spans_near(period: PeriodResult, spans: Any) -> Spans:
    return tuple(s for s in spans if _touches(period, s[0], s[1]))


def intervals(period: PeriodResult, kind: str, value: Any) -> list[dict[str, str]]:
    """The single intervals of a value that touch the period, each with its incident, or the clause that took it out."""
    if isinstance(value, Between):
        return intervals(period, kind, value.high)
    match kind:
        case "family":
            return [_interval(period, *p) for p in _near(period, value)]
        case "outages":
            return [_interval(period, g[0], g[1], GAP) for g in value.groups if _touches(period, g[0], g[1])]
        case "counted":
            return _counted(period, value)
        case "ledger":
            return _entries(period, value)
        case "set":
            return [_interval(period, s, e, GAP) for s, e in _spans_near(period, value) if e - s < _FOREVER]
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
    for start, end, n in _near(period, value.pieces):
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
