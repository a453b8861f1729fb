"""Variations: situations made from the amounts that two policies name, what is simple first.

Each maker varies one kind of fact, just below, at and just above every amount of either policy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.ground import Ground
from sla_dsl.analysis.situations import MONTHS, Situation
from sla_dsl.evaluation.calendars import calendar_of
from sla_dsl.values.calendars import opening_spans
from sla_dsl.values.instant import HOUR, MINUTE, SECOND
from sla_dsl.values.intervals import Spans, subtract
from sla_dsl.values.periods import Period, PeriodKind, bounds

Maker = Callable[[Ground], Iterator[Situation]]

MOST_OUTAGES = 60


def lengths(ground: Ground) -> Iterator[Situation]:
    """One outage, of lengths about every length that is named, from the full minute and from the middle of one."""
    starts = [ground.noon, ground.noon + 30 * SECOND] if ground.has("snap") else [ground.noon]
    for axis, start, lasting in product(ground.counted, starts, about(ground)):
        yield ground.situation("one outage", ground.outage(axis, start, lasting))


def about(ground: Ground) -> list[int]:
    """Lengths just below, at and above those that are named, and about the halves of units that are rounded to."""
    found = {length + step for length in ground.lengths for step in (-1, 0, 1)}
    for unit in ground.units:
        whole = {0, unit, *(length // unit * unit for length in ground.lengths), *(c - unit for c in ground.lengths)}
        found |= {w // unit * unit + unit // 2 + step for w in whole for step in (-1, 0, 1)}
    return sorted(length for length in found if 0 < length < ground.sample.length - 10 * 24 * HOUR)


def every_axis(ground: Ground) -> list[Axis]:
    """Every service with every cause; without one where no policy knows any."""
    names = ground.pair.old.tree.names
    return [Axis(service, cause) for service in names["service"] for cause in (*names["cause"],) or (None,)]


def unknown_causes(ground: Ground) -> Iterator[Situation]:
    """An outage whose cause nobody knows."""
    words = "an outage whose cause is not known"
    for lasting, service in product(ground.paying, ground.pair.old.tree.names["service"]):
        yield ground.situation(words, ground.outage(Axis(service, None), ground.noon, lasting))


def edges_of_periods(ground: Ground) -> Iterator[Situation]:
    """An outage about the end of the period, by the clocks of each zone."""
    words = "an outage about the end of the period"
    last = {tree.period: _last(ground, tree.period) for tree in ground.pair.trees}
    ends = sorted({bounds(last[tree.period], tree.zone)[1] for tree in ground.pair.trees})
    for axis, lasting, end in product(ground.counted, ground.paying, ends):
        for start in (end - lasting, end - lasting // 2, end):
            yield ground.situation(words, ground.outage(axis, start, lasting))


def _last(ground: Ground, kind: PeriodKind) -> Period:
    """The period of that kind in which the sample ends."""
    own = ground.sample.period
    return Period(kind, own.year, -(-own.index * MONTHS[own.kind] // MONTHS[kind]))


def two_outages(ground: Ground) -> Iterator[Situation]:
    """Two outages one after the other, as far apart as is named, touching, or over one another."""
    for lasting, first, gap in product(_parts(ground), ground.counted, _gaps(ground)):
        for second in ground.counted[:4]:
            one = ground.outage(first, ground.noon, lasting)
            start = one.end + gap if gap != -1 else one.end - lasting // 2
            yield ground.situation(_distance(gap), one, ground.outage(second, start, lasting))


def _gaps(ground: Ground) -> list[int]:
    """How far apart two outages are: as far as is named, not at all, or less than that (-1)."""
    apart = {int(node.params["apart"]) for _, node in ground.nodes("join")}
    return sorted({gap + step for gap in apart for step in (-1, 0, 1)} | {-1, 0, 1, 5 * MINUTE}, key=abs)


def _distance(gap: int) -> str:
    if gap < 0:
        return "two outages over one another"
    return "two outages close together" if gap else "two outages that touch"


def _parts(ground: Ground) -> list[int]:
    """Lengths of outages of which it takes several."""
    kept = {length + step for length in _kept(ground) for step in (-1, 0, 1)}
    halves = {length // 2 + step for length in (*ground.paying, *_kept(ground)) for step in (0, 1)}
    units = {unit // 2 + step for unit in ground.units for step in (-1, 0, 1)}
    return sorted(part for part in kept | halves | units | set(ground.paying) if 0 < part < ground.sample.length // 4)


def _kept(ground: Ground) -> list[int]:
    return [length for length in ground.lengths if length <= HOUR][:8] if ground.has("keep", "longest", "join") else []


def many_outages(ground: Ground) -> Iterator[Situation]:
    """As many outages as either policy counts or as it takes for its totals, apart or close to one another."""
    named = {n + step for n in ground.numbers for step in (-1, 0, 1)}
    numbers = sorted(n for n in named | {3, 5, 10, 30, MOST_OUTAGES} if 1 < n <= MOST_OUTAGES)
    gaps = [HOUR + 7 * MINUTE, *(gap for gap in _gaps(ground) if gap >= 0)]
    for number, gap, axis, lasting in product(numbers, gaps, ground.counted[:2], [1, SECOND, *_parts(ground)]):
        if number * (lasting + gap) < ground.sample.length:
            starts = [ground.sample.start + k * (lasting + gap) for k in range(number)]
            words = "several outages" if gap >= HOUR else "several outages close together"
            yield ground.situation(words, *(ground.outage(axis, start, lasting) for start in starts))


def two_services(ground: Ground) -> Iterator[Situation]:
    """Two services down at the same time, or one after the other."""
    axes = list({axis.service: axis for axis in (*every_axis(ground), *ground.counted)}.values())
    for lasting, one, other in product(ground.paying, axes, axes):
        if one.service < other.service:
            for later in (0, lasting // 2, lasting + HOUR):
                outages = ground.outage(one, ground.noon, lasting), ground.outage(other, ground.noon + later, lasting)
                yield ground.situation("two services", *outages)


def hours(ground: Ground) -> Iterator[Situation]:
    """Outages in the hours that are those of one calendar and not of another, and about its opening and closing."""
    if ground.has("hours"):
        for kind, (start, end) in odd_hours(ground):
            for axis, lasting in product(ground.counted, (min(end - start, 4 * HOUR), *ground.paying)):
                yield ground.situation(kind, ground.outage(axis, start, lasting))


def odd_hours(ground: Ground) -> Iterator[tuple[str, tuple[int, int]]]:
    """The first hours of the period in which calendars differ; then the first that each is open, and closed."""
    start, end = ground.sample.start, ground.sample.end
    open_spans = list(dict.fromkeys(_opening(ground)))
    for one, other in product(open_spans, open_spans):
        yield from (("an outage in hours of one calendar only", span) for span in subtract(one, other)[:3])
    for spans in open_spans:
        yield from (("an outage in the hours of a calendar", span) for span in spans[:2])
        closed = subtract(((start, end),), spans)
        yield from (("an outage outside the hours of a calendar", span) for span in closed[:3])


def _opening(ground: Ground) -> Iterator[Spans]:
    for tree in ground.pair.trees:
        for name in tree.calendars:
            yield opening_spans(calendar_of(tree, name), ground.sample.start, ground.sample.end)


OF_OUTAGES: Mapping[str, Maker] = {
    "lengths of one outage": lengths,
    "causes that are not known": unknown_causes,
    "the end of a period": edges_of_periods,
    "two outages": two_outages,
    "several outages": many_outages,
    "two services": two_services,
    "hours": hours,
}
