"""Measuring how much of a stretch of time lies in a set, again and again, without walking through the set.

An incident may last as long as a thousand maintenance windows take; asked for each of a hundred thousand
incidents, a walk through the windows would never end.  A ruler answers in O(log n).
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans


class Ruler(NamedTuple):
    """A set of time with where its pieces start, and how much of it lies before each of them."""

    spans: Spans
    starts: tuple[int, ...]
    before: tuple[int, ...]


def ruler(spans: Spans) -> Ruler:
    """The ruler of a set.  O(n)."""
    return Ruler(spans, tuple([s for s, _ in spans]), (0, *accumulate([e - s for s, e in spans])))


def covered(along: Ruler, start: int, end: int) -> int:
    """How much of the set lies from `start` up to `end`.  O(log n)."""
    spans, starts, before = along
    first, last = bisect_right(starts, start), bisect_left(starts, end)
    total = before[last] - before[first] if last > first else 0
    if first and spans[first - 1][1] > start:
        total += min(spans[first - 1][1], end) - start
    if last > first and spans[last - 1][1] > end:
        total -= spans[last - 1][1] - end
    return total
