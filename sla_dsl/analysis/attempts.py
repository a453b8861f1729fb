"""Months to try: what an example for a missing place could give, from the plainest to the oddest.

Nothing here knows which place is missing.  Each month is evaluated, and it is then seen what it reaches; so the
list need only be varied enough, and may hold much that is of no use to a policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_dsl.analysis.attempts_of_rules import around_rules, tickets
from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.making_up import changed, made_up, times_of_day
from sla_dsl.analysis.nearness import difference
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Stretch, Walk, edges
from sla_dsl.analysis.worlds import Outage, World, fee_of, timeline_of
from sla_dsl.evaluation.arithmetic import amount
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.timeline import Rate, Timeline
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import HOUR, MINUTE, SECOND
from sla_dsl.values.money import Money, minor_digits

FEES = (1_000, 100, 10, 10_000, 100_000, Fraction("10.10"), Fraction("33.33"), 1)
"""Fees in the policy's own currency: those for which a limit binds, those for which it does not, and crooked ones."""

MOST_WORLDS = 20
"""Fees are tried on at most so many outages of each line."""

MOST_OUTAGES = 60
"""Where outages are counted, at most so many are made up."""


class Attempt(NamedTuple):
    """A period, and what is known of it."""

    period: str
    timeline: Timeline


def attempts(study: Study) -> Iterator[Attempt]:
    """Everything that is tried: in the usual period, and what fills a period also in periods of other lengths."""
    for timeline in _usual(study):
        yield Attempt(study.usual.period.name, timeline)
    for sample in study.samples:
        for axis in study.outage_axes:
            for timeline in _lasting(study, sample, axis):
                yield Attempt(sample.period.name, timeline)


def _usual(study: Study) -> Iterator[Timeline]:
    yield timeline_of(study.tree, World(study.usual, (), study.fee))
    for axis in study.outage_axes:
        yield from _lasting(study, study.usual, axis)
    yield from _each_cause(study)
    for axis in study.outage_axes:
        yield from around_rules(study, axis)
    yield from tickets(study)
    for axis in study.outage_axes:
        yield from _measured(study, axis)
        yield from _fees(study, axis)
        yield from _many(study, axis)


def _lasting(study: Study, sample: Sample, axis: Axis) -> Iterator[Timeline]:
    """A single outage that lasts as long as should be measured, at both ends of every stretch."""
    for stretch in study.walk(sample, axis).stretches:
        for place in _round_places(stretch):
            outage = axis.down(sample.start, sample.start + place)
            yield timeline_of(study.tree, World(sample, (outage,), study.fee))


def _measured(study: Study, axis: Axis) -> Iterator[Timeline]:
    """A single outage of which so much is measured: as long as it must be for that, where that is not the same."""
    walk = study.walk(study.usual, axis)
    if _is_plain(walk):
        return
    for stretch in walk.stretches:
        for place in _round_places(stretch):
            yield timeline_of(study.tree, walk.line.world(place))


def _is_plain(walk: Walk) -> bool:
    """Whether all of an outage is measured: then nothing need be searched for."""
    (outage,) = walk.line.world(walk.line.last).outages or (walk.line.axis.down(0, 0),)
    return outage.end - outage.start == walk.line.last


def _shows(study: Study, walk: Walk, place: int) -> World:
    """The world in which so much is measured."""
    if not _is_plain(walk):
        return walk.line.world(place)
    outage = walk.line.axis.down(study.usual.start, study.usual.start + place)
    return World(study.usual, (outage,), study.fee)


def _round_places(stretch: Stretch) -> Iterator[int]:
    """Places at the two ends of a stretch: full minutes, full seconds, and the ends themselves."""
    first, last = stretch.first, stretch.last
    found = [place for unit in (MINUTE, SECOND, 1) for place in (-(-first // unit) * unit, last // unit * unit)]
    middle = (first + last) // 2 // HOUR * HOUR
    yield from dict.fromkeys(place for place in (*found, middle) if first <= place <= last)


def _each_cause(study: Study) -> Iterator[Timeline]:
    """An hour for every service and cause, and for none that is known, at all sorts of times."""
    for start in times_of_day(study, 0):
        for service in study.tree.names["service"]:
            for cause in (*study.tree.names["cause"], None):
                yield made_up(study, [Outage(service, cause, start, start + HOUR)])


# ---------------------------------------------------------------- money


def _fees(study: Study, axis: Axis) -> Iterator[Timeline]:
    """Other fees for an outage of each stretch; and fees for which an amount comes just to an edge."""
    walk = study.walk(study.usual, axis)
    ends = [stretch.last // MINUTE * MINUTE for stretch in walk.stretches[1:]] or [walk.line.last]
    worlds = [_shows(study, walk, end) for end in ends[:MOST_WORLDS]]
    for world in worlds:
        fees = [fee_of(study.tree, one) for one in FEES]
        fitting = [fee for one in fees[:3] for fee in _fitting(study, world._replace(fee=one))]
        for fee in (*fees, *fitting):
            yield timeline_of(study.tree, world._replace(fee=fee))
        yield _in_another_currency(study.tree, world)


def _fitting(study: Study, world: World) -> Iterator[Money]:
    """Fees for which an amount that grows with the fee comes to an edge, or to the coin beside it."""
    values = study.outcome(world).trace.values
    for edge in edges(study.tree):
        value, away = values[edge.value], difference(values, edge)
        if isinstance(value, Money) and away is not None and amount(value) > 0:
            coin = Fraction(1, 10 ** minor_digits(world.fee.currency))
            for more in (0, -coin, coin):
                wanted = Fraction(amount(value) - away + more) / Fraction(amount(value))
                yield from _whole_coins(world.fee, wanted * Fraction(world.fee.amount), coin)


def _whole_coins(fee: Money, wanted: Fraction, coin: Fraction) -> Iterator[Money]:
    for number in dict.fromkeys((wanted // coin, -(-wanted // coin))):
        if number > 0:
            yield Money(number * coin, fee.currency)


def _in_another_currency(tree: Tree, world: World) -> Timeline:
    """The fee in another currency than the policy's, at a rate."""
    other = "USD" if world.fee.currency != "USD" else "EUR"
    foreign = timeline_of(tree, world._replace(fee=Money(world.fee.amount, other)))
    own = Rate(world.fee.currency, other, Fraction(5, 4))
    return changed(foreign, rates=(own, *(rate for rate in foreign.rates or () if rate.source != other)))


# ---------------------------------------------------------------- numbers


def _many(study: Study, axis: Axis) -> Iterator[Timeline]:
    """More and more outages, where the policy counts them."""
    if not any(node.op == "count" for node in study.tree.nodes):
        return
    for lasting in (HOUR, MINUTE, 10 * HOUR):
        for number in range(1, MOST_OUTAGES + 1):
            starts = [study.usual.start + k * (lasting + 2 * HOUR) for k in range(number)]
            if starts[-1] + lasting <= study.usual.end:
                yield made_up(study, [axis.down(start, start + lasting) for start in starts])
