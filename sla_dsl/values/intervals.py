"""Sets of time: sorted pieces `[start, end)` that neither overlap nor touch.

Half-open: a piece holds its start and not its end, so that two pieces that touch are one.  Every function
takes sets in this form (but `normal`, which makes it) and gives one.  Nothing here knows what the
numbers mean; elsewhere they are instants.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain

Spans = tuple[tuple[int, int], ...]

EMPTY: Spans = ()


def normal(pairs: Iterable[tuple[int, int]]) -> Spans:
    """The set that the pairs cover, in any order and however they overlap; a pair without length covers nothing.

    O(n log n).
    """
    ordered = sorted([pair for pair in pairs if pair[0] < pair[1]])
    if not ordered:
        return EMPTY
    pieces = []
    start, end = ordered[0]
    for next_start, next_end in ordered:
        if next_start > end:
            pieces.append((start, end))
            start, end = next_start, next_end
        elif next_end > end:
            end = next_end
    pieces.append((start, end))
    return tuple(pieces)


def union(a: Spans, b: Spans) -> Spans:
    """What is in either set."""
    if not a or not b:
        return a or b
    # Sorting two runs that are already sorted is a merge, done faster than a loop here could.
    return normal(a + b)


def union_all(family: Iterable[Spans]) -> Spans:
    """What is in any of the sets: one sort for all of them, O(n log n) in their pieces together."""
    return normal(chain.from_iterable(family))


def intersect(a: Spans, b: Spans) -> Spans:
    """What is in both sets.  O(n)."""
    pieces = []
    at_a = at_b = 0
    last_a, last_b = len(a), len(b)
    while at_a < last_a and at_b < last_b:
        start_a, end_a = a[at_a]
        start_b, end_b = b[at_b]
        start = start_a if start_a > start_b else start_b
        if end_a < end_b:
            end = end_a
            at_a += 1
        else:
            end = end_b
            at_b += 1
        if start < end:
            pieces.append((start, end))
    return tuple(pieces)


def subtract(a: Spans, b: Spans) -> Spans:
    """What is in `a` and not in `b`.  O(n)."""
    if not a or not b:
        return a
    pieces = []
    index, last = 0, len(b)
    for start, end in a:
        while index < last and b[index][1] <= start:
            index += 1
        while index < last and b[index][0] < end:
            cut_start, cut_end = b[index]
            if start < cut_start:
                pieces.append((start, cut_start))
            start = cut_end
            if cut_end >= end:
                break
            index += 1
        if start < end:
            pieces.append((start, end))
    return tuple(pieces)


def complement(a: Spans, start: int, end: int) -> Spans:
    """What is from `start` up to `end` and not in the set."""
    if start >= end:
        return EMPTY
    return subtract(((start, end),), a)


def clip(a: Spans, start: int, end: int) -> Spans:
    """The part of the set from `start` up to `end`.  O(log n) and the pieces that remain."""
    if start >= end:
        return EMPTY
    first = bisect_left(a, (start, start))
    last = bisect_left(a, (end, end))
    if first and a[first - 1][1] > start:
        first -= 1
    inside = a[first:last]
    if not inside or (inside[0][0] >= start and inside[-1][1] <= end):
        return inside
    return _trimmed(list(inside), start, end)


def _trimmed(pieces: list[tuple[int, int]], start: int, end: int) -> Spans:
    pieces[0] = max(pieces[0][0], start), pieces[0][1]
    pieces[-1] = pieces[-1][0], min(pieces[-1][1], end)
    return tuple(pieces)


def length(a: Spans) -> int:
    """How much the set holds, in the unit of its numbers."""
    total = 0
    for start, end in a:
        total += end - start
    return total


def contains(a: Spans, instant: int) -> bool:
    """Whether the instant is in the set.  O(log n)."""
    index = bisect_left(a, (instant + 1, instant + 1))
    return index > 0 and instant < a[index - 1][1]
