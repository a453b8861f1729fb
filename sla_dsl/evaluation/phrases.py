"""The steps of an evaluation in words: what each came to, what it does, what it is called where another reads it."""

from __future__ import annotations

from typing import Any

from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.details import literal_words
from sla_dsl.evaluation.explanation import Phrases
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Node
from sla_dsl.evaluation.wording import quantity
from sla_dsl.values.intervals import Spans, length
from sla_dsl.values.unknown import Between


def phrases_of(period: PeriodResult) -> Phrases:
    """What the steps are called in words; worked out once for a period."""
    made = period.memo.get("phrases")
    if not isinstance(made, Phrases):
        made = period.memo["phrases"] = _phrases(period)
    return made


def _phrases(period: PeriodResult) -> Phrases:
    """Made from the first step to the last: what has a name is called by it, however much it came from."""
    nodes = period.tree.nodes
    promises: dict[int, str] = {}
    for root in period.tree.guarantees:
        (truth,) = nodes[root.node].inputs
        if not nodes[truth].name:
            promises.setdefault(truth, root.words)
    labels: list[str] = []
    made = Phrases(labels, promises)
    for at in range(len(nodes)):
        labels.append(_label(period, at, made))
    return made


def label(period: PeriodResult, at: int) -> str:
    """What an input is called in a line: its name with its value, or the value alone."""
    return phrases_of(period).labels[at]


def says(period: PeriodResult, at: int) -> str:
    """What a step does, with the values of what it reads."""
    nodes, made = period.tree.nodes, phrases_of(period)
    truth = nodes[at].inputs[0] if nodes[at].op == "guarantee" else -1
    if truth < 0 or nodes[truth].name:
        return _says(period, at, made)
    return describe(period.tree, at, lambda k: _with_value(period, k, _says(period, k, made)))


def kept(made: Phrases, at: int) -> str:
    """A condition without a name that some guarantee promises, as others read it; empty for any other."""
    return f"the guarantee {made.promises[at]} is met" if at in made.promises else ""


def broken(made: Phrases, node: Node) -> str:
    """A condition that is the contrary of a promise; empty for any other."""
    promise = made.promises.get(node.inputs[0], "") if node.op == "negate" else ""
    return f"the guarantee {promise} is missed" if promise else ""


def _says(period: PeriodResult, at: int, made: Phrases) -> str:
    return broken(made, period.tree.nodes[at]) or describe(period.tree, at, made.labels.__getitem__)


def _label(period: PeriodResult, at: int, made: Phrases) -> str:
    node = period.tree.nodes[at]
    if node.op == "literal":
        return literal_words(node)
    if node.type in ("elapsed", "ratio", "number", "money"):
        return _with_value(period, at, node.name) if node.name else value_words(period, at)
    if node.type == "truth":
        return _with_value(period, at, node.name or kept(made, at) or _says(period, at, made))
    return node.name or (_says(period, at, made) if node.op in _CLEAR else _PLAIN.get(node.type, "it"))


def _with_value(period: PeriodResult, at: int, words: str) -> str:
    return f"{words} ({value_words(period, at)})"


_CLEAR = ("period", "always", "breaches")
"""Sets of time that are called by what they are."""

_PLAIN = {"set": "that time", "family": "the incidents", "outages": "the outages", "counted": "what counts"}


def value_words(period: PeriodResult, at: int) -> str:
    """The value of a node in words."""
    value, kind = period.trace.values[at], period.tree.nodes[at].type
    if isinstance(value, Between) and kind not in _NUMBERS:
        return "not wholly known"
    match kind:
        case "family":
            return _number(len(near(period, value)), "incident")
        case "outages":
            return _number(sum(1 for g in value.groups if touches(period, g[0], g[1])), "outage")
        case "counted":
            return _number(len({n for _, _, n in near(period, value.pieces)}), "incident")
        case "set":
            return quantity("elapsed", length(spans_near(period, value)))
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


def touches(period: PeriodResult, start: int, end: int) -> bool:
    """Whether a stretch of time has a part in the period."""
    return start < period.trace.end and end > period.trace.start


def near(period: PeriodResult, pieces: tuple[tuple[int, int, int], ...]) -> list[tuple[int, int, int]]:
    """The pieces of incidents that have a part in the period."""
    return [p for p in pieces if touches(period, p[0], p[1])]


def spans_near(period: PeriodResult, spans: Any) -> Spans:
    """The stretches that have a part in the period."""
    return tuple(s for s in spans if touches(period, s[0], s[1]))
