"""The rows of a table: do they overlap, is there a gap between them, does each of them ever apply?

Only rows with fixed bounds are looked at; the others are for the evaluation.  What lies below the lowest row
and above the highest is no gap: where no row applies, there is no credit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import band_mistakes as wrong
from sla_dsl.language import nodes as n
from sla_dsl.language import phrases, quantities
from sla_dsl.language.agreement import ValueType, identifier
from sla_dsl.language.bounding import Range, intersection, is_empty, range_of
from sla_dsl.language.gathering import Gathered, counting_sentences
from sla_dsl.language.weighing import Known, weigh
from sla_dsl.records import NamedTuple
from sla_dsl.values.numbers import Exact


class Band(NamedTuple):
    """A row and the range in which it applies."""

    range: Range
    span: Span


class Scale(NamedTuple):
    """What the table is read by: its type, its currency, and the unit whose multiples alone it takes, if any."""

    type: ValueType
    currency: str
    step: Exact | None


def bands(file: n.PolicyFile, gathered: Gathered, known: Known) -> list[Finding]:
    """What is wrong with the rows of every table."""
    told: list[Finding] = []
    for sentence in counting_sentences(file):
        if isinstance(sentence.body, n.Credit) and isinstance(sentence.body.rate, n.Table):
            told += _table(sentence.body.rate, gathered, known)
    return told


def _table(table: n.Table, gathered: Gathered, known: Known) -> list[Finding]:
    scale = _scale(table.value, gathered, known)
    found = [_band(row, known) for row in table.rows]
    if scale is None or any(band is not None and is_empty(band.range) for band in found):
        return []
    fixed = [Band(_stepped(band.range, scale.step), band.span) for band in found if band is not None]
    told = [wrong.row_between_steps(band.span) for band in fixed if is_empty(band.range)]
    rows = [band for band in fixed if not is_empty(band.range)]
    told += _one_row(rows, scale) if table.pick == "one" else _last_row(rows, scale)
    if len(fixed) == len(found):
        told += _gaps(rows, scale)
    return told


def _band(row: n.Row, known: Known) -> Band | None:
    span = Span(row.bounds[0].span.start, row.bounds[-1].span.end)
    found = range_of(row.bounds, [weigh(bound.value, known)[0] for bound in row.bounds])
    return None if found is None else Band(found, span)


def _scale(value: n.Value, gathered: Gathered, known: Known) -> Scale | None:
    quantity, _ = weigh(value, known)
    if quantity.type is None:
        return None
    return Scale(quantity.type, quantity.currency, _step(value, gathered))


def _step(value: n.Value, gathered: Gathered) -> Exact | None:
    """The unit that the value is rounded to; a number of outages is a whole number."""
    if isinstance(value, n.OutageCount):
        return 1
    if not isinstance(value, n.ValueName):
        return None
    key = identifier(value.name.text)
    sentence = gathered.values[key].rounding if key in gathered.values else None
    if key in gathered.times:
        sentence = gathered.times[key].round_total or gathered.times[key].round_outages
    if sentence is None or not isinstance(sentence.body, n.RoundTotal | n.RoundOutages | n.RoundName):
        return None
    return quantities.of_grain(sentence.body.rounding.grain).fixed


# ---------------------------------------------------------------- on a scale of steps


def _stepped(it: Range, step: Exact | None) -> Range:
    """The same range with ends that are multiples of the step, both of them in it; without a step, as it is."""
    if not step:
        return it
    low, high = it.low, it.high
    if low is not None:
        low = (-(-low // step) if it.low_in else low // step + 1) * step
    if high is not None:
        high = (high // step if it.high_in else -(-high // step) - 1) * step
    return Range(low, low is not None, high, high is not None)


def _nothing(it: Range, scale: Scale) -> bool:
    return is_empty(_stepped(it, scale.step))


def _one_row(found: Sequence[Band], scale: Scale) -> list[Finding]:
    ordered = sorted(found, key=_height)
    told = []
    highest = ordered[0] if ordered else None
    for band in ordered[1:]:
        if highest is None:
            break
        common = intersection(highest.range, band.range)
        if not _nothing(common, scale):
            later, earlier = sorted((band.span, highest.span), reverse=True)
            told.append(wrong.overlapping_rows(later, earlier, in_words(common, scale)))
        highest = max(highest, band, key=lambda it: _end(it.range))
    return told or _out_of_order(found)


def _height(band: Band) -> tuple[bool, Exact, bool]:
    """Where a band begins: first those without a low end, then by it, and a closed end before an open one."""
    low = band.range.low
    return (low is not None, low or 0, not band.range.low_in)


def _end(it: Range) -> tuple[bool, Exact, bool]:
    return (it.high is None, it.high or 0, it.high_in)


def _out_of_order(found: Sequence[Band]) -> list[Finding]:
    """The first row that turns back, where the rows before it went up, or down."""
    steps = [(_height(left) < _height(right), left, right) for left, right in pairwise(found)]
    turn = next((step for step in steps if step[0] != steps[0][0]), None)
    return [wrong.rows_out_of_order(turn[2].span, turn[1].span)] if turn else []


def _last_row(found: Sequence[Band], scale: Scale) -> list[Finding]:
    """Rows that later rows cover, wholly or together."""
    told: list[Finding] = []
    covered: list[Band] = []  # by later rows: apart from each other, the lowest first
    for band in reversed(found):
        at = bisect_right(covered, _height(band), key=_height)
        near = covered[max(at - 1, 0) : at + 1]
        cover = next((it for it in near if _covers(it.range, band.range, scale)), None)
        if cover is not None:
            told.append(wrong.row_never_applies(band.span, cover.span))
        else:
            _insert(covered, at, band, scale)
    return told


def _insert(covered: list[Band], at: int, band: Band, scale: Scale) -> None:
    """Puts the band in its place, joined with those that it touches or overlaps."""
    first, last = at, at
    if at and _hole(covered[at - 1].range, band.range, scale) is None:
        first = at - 1
    joined = _joined(covered[first], band) if first < at else band
    while last < len(covered) and _hole(joined.range, covered[last].range, scale) is None:
        joined, last = _joined(joined, covered[last]), last + 1
    covered[first:last] = [joined]


def _joined(lower: Band, upper: Band) -> Band:
    high = max(lower.range, upper.range, key=_end)
    low = lower.range
    return Band(Range(low.low, low.low_in, high.high, high.high_in), upper.span)


def _covers(wide: Range, narrow: Range, scale: Scale) -> bool:
    below, above = _below(wide), _above(wide)
    return all(side is None or _nothing(intersection(side, narrow), scale) for side in (below, above))


def _below(it: Range) -> Range | None:
    """All that lies under the range; None where nothing does."""
    return None if it.low is None else Range(high=it.low, high_in=not it.low_in)


def _above(it: Range) -> Range | None:
    return None if it.high is None else Range(low=it.high, low_in=not it.high_in)


def _hole(lower: Range, upper: Range, scale: Scale) -> Range | None:
    """What lies above the lower and below the upper range; None where nothing does."""
    above, below = _above(lower), _below(upper)
    if above is None or below is None:
        return None
    hole = intersection(above, below)
    return None if _nothing(hole, scale) else hole


def _gaps(found: Sequence[Band], scale: Scale) -> Iterator[Finding]:
    ordered = sorted(found, key=_height)
    highest = ordered[0] if ordered else None
    for band in ordered[1:]:
        if highest is None:
            return
        hole = _hole(highest.range, band.range, scale)
        if hole is not None:
            yield wrong.gap_between_rows(band.span, highest.span, in_words(_stepped(hole, scale.step), scale))
        highest = max(highest, band, key=lambda it: _end(it.range))


def in_words(it: Range, scale: Scale) -> str:
    """`at least 4 min 23 s but at most 20 min`."""
    parts = []
    if it.low is not None and it.low == it.high:
        return f"exactly {phrases.quantity(it.low, scale.type, scale.currency)}"
    if it.low is not None:
        words = "at least" if it.low_in else "more than"
        parts.append(f"{words} {phrases.quantity(it.low, scale.type, scale.currency)}")
    if it.high is not None:
        words = "at most" if it.high_in else "less than"
        parts.append(f"{words} {phrases.quantity(it.high, scale.type, scale.currency)}")
    return " but ".join(parts) or "anything"
