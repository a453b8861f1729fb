"""Bounds against fixed numbers: thresholds that nothing can reach, and two bounds that exclude each other."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language import type_mistakes as wrong
from sla_dsl.language.quantities import Quantity
from sla_dsl.records import NamedTuple
from sla_dsl.values.numbers import Exact


class Range(NamedTuple):
    """From `low` to `high` (None: no end), and whether each end belongs to it."""

    low: Exact | None = None
    low_in: bool = False
    high: Exact | None = None
    high_in: bool = False


EVERYTHING = Range()


def bound_mistakes(value: Quantity, bounds: Sequence[n.Bound], parts: Sequence[Quantity]) -> list[Finding]:
    """Mistakes in the bounds of one comparison or one row: `value` is compared, with `parts`."""
    told = [found for bound, part in zip(bounds, parts, strict=True) for found in _out_of_reach(value, bound, part)]
    both = range_of(bounds, parts)
    if not told and both is not None and is_empty(both):
        told.append(wrong.never_both(_around(bounds)))
    return told


def _out_of_reach(value: Quantity, bound: n.Bound, part: Quantity) -> list[Finding]:
    """A bound above 100 %, or below 0, that the value never comes to."""
    if part.fixed is None or part.type is None:
        return []
    low, high = value.ends()
    above = part.fixed > 1 or (part.fixed == 1 and bound.comparison == "more than")
    if part.type == "ratio" and above and high is not None and high <= 1:
        return [wrong.above_hundred(bound.span)]
    below = part.fixed < 0 or (part.fixed == 0 and bound.comparison == "less than")
    return [wrong.below_zero(bound.span)] if below and low is not None and low >= 0 else []


def range_of(bounds: Sequence[n.Bound], parts: Sequence[Quantity]) -> Range | None:
    """What lies within all the bounds; None where one of them is not fixed."""
    found = EVERYTHING
    for bound, part in zip(bounds, parts, strict=True):
        if part.fixed is None:
            return None
        found = intersection(found, _range(bound.comparison, part.fixed))
    return found


def _range(comparison: n.Comparison, fixed: Exact) -> Range:
    match comparison:
        case "less than":
            return Range(high=fixed)
        case "at most":
            return Range(high=fixed, high_in=True)
        case "at least":
            return Range(low=fixed, low_in=True)
        case "more than":
            return Range(low=fixed)
        case "exactly":
            return Range(fixed, low_in=True, high=fixed, high_in=True)


def intersection(left: Range, right: Range) -> Range:
    """What lies in both ranges."""
    lows = [(it.low, not it.low_in) for it in (left, right) if it.low is not None]
    highs = [(it.high, it.high_in) for it in (left, right) if it.high is not None]
    low, low_out = max(lows) if lows else (None, True)
    high, high_in = min(highs) if highs else (None, False)
    return Range(low, not low_out, high, high_in)


def is_empty(it: Range) -> bool:
    """Whether nothing lies in the range."""
    if it.low is None or it.high is None:
        return False
    return it.low > it.high or (it.low == it.high and not (it.low_in and it.high_in))


def _around(bounds: Sequence[n.Bound]) -> Span:
    return Span(bounds[0].span.start, bounds[-1].span.end)
