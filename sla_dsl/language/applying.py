"""Which row of a table applies to which amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from sla_dsl.findings.finding import Span
from sla_dsl.language.bounding import Range
from sla_dsl.records import NamedTuple
from sla_dsl.values.numbers import Exact


class Step(NamedTuple):
    """A row: the range in which it applies, what it gives there (None: not fixed), and its words."""

    range: Range
    gives: Exact | None
    span: Span


Cut = tuple[int, Exact, int]
"""A place between amounts: just below one of them (0, it, 0) or just above it (0, it, 1); -1 or 1 first: before or
after all of them."""


def applying(rows: Sequence[Step]) -> Iterator[Step]:
    """The rows in order of what they apply to, from the least amount up; of two that apply to it, the later row."""
    waiting = sorted(range(len(rows)), key=lambda at: _start(rows[at].range), reverse=True)
    active: list[tuple[int, Cut]] = []  # the rows that have begun, the last of the table first
    for cut in sorted({cut for row in rows for cut in (_start(row.range), _end(row.range))}):
        while waiting and _start(rows[waiting[-1]].range) == cut:
            at = waiting.pop()
            heappush(active, (-at, _end(rows[at].range)))
        while active and active[0][1] <= cut:
            heappop(active)
        if active:
            yield rows[-active[0][0]]


def _start(it: Range) -> Cut:
    return (-1, 0, 0) if it.low is None else (0, it.low, 0 if it.low_in else 1)


def _end(it: Range) -> Cut:
    return (1, 0, 0) if it.high is None else (0, it.high, 1 if it.high_in else 0)
