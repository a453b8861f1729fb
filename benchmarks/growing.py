"""How evaluation grows with the number of incidents: apart, overlapping one another, each touching the next.

The time for each incident is divided by the logarithm of their number: work that grows as n log n keeps that quotient.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import log2

from benchmarks.accounts import MONTH, written
from benchmarks.by_hand import MONTHS
from benchmarks.measuring import over, race
from benchmarks.policies import ecerium
from benchmarks.tables import duration, table
from sla_dsl import Policy, Timeline, evaluate, timeline_from

_START, _END = MONTHS[MONTH]


def _apart(number: int) -> Iterator[tuple[int, int]]:
    step = (_END - _START) // number
    return ((_START + n * step, _START + n * step + step // 2) for n in range(number))


def _overlapping(number: int) -> Iterator[tuple[int, int]]:
    step = (_END - _START) // number
    return ((_START + n * step, min(_END, _START + n * step + 50 * step)) for n in range(number))


def _touching(number: int) -> Iterator[tuple[int, int]]:
    step = (_END - _START) // number
    return ((_START + n * step, _START + n * step + step) for n in range(number))


SHAPES: Mapping[str, Callable[[int], Iterator[tuple[int, int]]]] = {
    "apart": _apart,
    "overlapping": _overlapping,
    "touching": _touching,
}


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints time and memory for each number of incidents, and how both grow from the first."""
    for shape in SHAPES:
        rows = []
        base = 0.0
        for size in sizes:
            seconds = _seconds(shape, size, rounds)
            each = seconds / (size * log2(size))
            base = base or each
            memory = f"{_memory(shape, size) / size:,.0f} B"
            rows.append((f"{size:,}", duration(seconds), duration(seconds / size), f"{each / base:.2f} ×", memory))
        heading = ("incidents", "evaluate", "for each", "(for each) / log n", "peak memory for each")
        table(f"Growth with the number of incidents, {shape}", heading, rows)


def _seconds(shape: str, size: int, rounds: int) -> float:
    policy, timeline = ecerium(), _timeline(shape, size)
    lines = [timeline] * max(1, 2_000 // size)
    return race({shape: lambda: over(lines, partial(_anew, policy))}, rounds).seconds(shape).middle


def _memory(shape: str, size: int) -> int:
    """The most that an evaluation takes beyond the timeline that it is given, in bytes."""
    policy, timeline = ecerium(), _timeline(shape, size)
    tracemalloc.start()
    try:
        _anew(policy, timeline)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _anew(policy: Policy, timeline: Timeline) -> None:
    timeline.memo.clear()
    evaluate(policy, timeline, (MONTH,)).require()


def _timeline(shape: str, size: int) -> Timeline:
    incidents = [
        {
            "id": f"INC-{n}",
            "service": "sms_gateway",
            "cause": "provider_failure",
            "start": written(start),
            "end": written(end),
        }
        for n, (start, end) in enumerate(SHAPES[shape](size))
    ]
    return timeline_from({"format": "sla-timeline/1", "account": "acme", "incidents": incidents}).require()
