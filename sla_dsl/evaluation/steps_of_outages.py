"""The working steps that look at outages one by one: how many, how long the longest is, each rounded.

What counts of an outage is what is left of its own incidents, and of the time between them where that
counts; time that counts because of another outage is not its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sla_dsl.evaluation.families import Counted, Outages
from sla_dsl.evaluation.lift import needs_of
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.steps import Maker, Step, read_number
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.intervals import Spans, clip, intersect, length, normal
from sla_dsl.values.numbers import rounded
from sla_dsl.values.unknown import Between

Parts = list[Spans]
"""Of each outage of which something counts inside a set of time: that part, in order of start."""


def parts_of(run: Run, outages: Outages, counted: Counted, inside: Spans) -> Parts:
    """What counts of each outage inside a set of time."""
    found = []
    for start, end, first, stop in outages.groups:
        near = clip(inside, start, end)
        if near:
            own = [span for piece in outages.pieces[first:stop] for span in _left(run, counted, *piece)]
            part = intersect(normal([*own, *clip(counted.gaps, start, end)]), near)
            if part:
                found.append(part)
    return found


def _left(run: Run, counted: Counted, start: int, end: int, n: int) -> Spans:
    left = counted.left.get((run.facts.services[n], run.facts.causes[n]))
    return ((start, end),) if left is None else clip(left, start, end)


def _worlds(run: Run, outages: Any, counted: Any, inside: Any) -> tuple[Parts, Parts]:
    """The parts for the least and for the most that can count."""
    ends = [(v.low, v.high) if isinstance(v, Between) else (v, v) for v in (outages, counted, inside)]
    return parts_of(run, *(low for low, _ in ends)), parts_of(run, *(high for _, high in ends))


def _separate(outages: Any) -> bool:
    """Whether each incident is an outage of its own: then one more incident changes no other outage."""
    high = outages.high if isinstance(outages, Between) else outages
    return len(high.groups) == len(high.pieces) and not high.gap


def _incidents_near(outages: Any, inside: Any) -> int:
    """How many incidents the outages have that touch a set of time."""
    high = outages.high if isinstance(outages, Between) else outages
    most = inside.high if isinstance(inside, Between) else inside
    return sum(stop - first for start, end, first, stop in high.groups if clip(most, start, end))


def make_measure_outages(node: Node, tree: Tree) -> Step:
    unit, mode, halves = read_number(node.params["unit"]), node.params["mode"], node.params["halves"]

    def total(parts: Parts) -> int | Fraction:
        return sum(rounded(length(part), unit, mode, halves) for part in parts)

    def step(run: Run, *inputs: Any) -> Any:
        if not any(isinstance(v, Between) for v in inputs):
            return total(parts_of(run, *inputs))
        low, high = _worlds(run, *inputs)
        if low == high or _separate(inputs[0]):
            return _span(total(low), total(high), inputs)
        # Joining moves the roundings, so more time may round to less: only outer limits are certain.
        slack = unit * _incidents_near(inputs[0], inputs[2])
        least = sum(map(length, low)) - (0 if mode == "up" else slack)
        return _span(max(least, 0), sum(map(length, high)) + slack, inputs)

    return step


def _span(least: Any, most: Any, inputs: tuple[Any, ...]) -> Any:
    return least if least == most else Between(least, most, needs_of(inputs))


def make_longest(node: Node, tree: Tree) -> Step:
    def step(run: Run, outages: Outages, counted: Counted, inside: Spans) -> int:
        return max(map(length, parts_of(run, outages, counted, inside)), default=0)

    return step


def make_count(node: Node, tree: Tree) -> Step:
    def step(run: Run, *inputs: Any) -> Any:
        if not any(isinstance(v, Between) for v in inputs):
            return len(parts_of(run, *inputs))
        low, high = _worlds(run, *inputs)
        if low == high or _separate(inputs[0]):
            return _span(len(low), len(high), inputs)
        # One more incident may make one outage of two: the count can fall as well as rise.
        return _span(1 if low else 0, _incidents_near(inputs[0], inputs[2]), inputs)

    return step


MAKERS: Mapping[str, Maker] = {
    "measure_outages": make_measure_outages,
    "longest": make_longest,
    "count": make_count,
}
