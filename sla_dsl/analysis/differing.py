"""Whether two policies ever differ: proved where it can be, else searched, and every difference shown by a situation.

First the two cores are held against each other without their words.  If they are the same there is nothing to look
for.  Else both are walked along outages that grow, and tried in situations made from the amounts of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Literal

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.canonical import Numbering, roots
from sla_dsl.analysis.changes import Benefit
from sla_dsl.analysis.choosing import Told, simplest
from sla_dsl.analysis.declared import Declared, declared
from sla_dsl.analysis.ground import Ground
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.regions import Line, Region, compared, one_outage
from sla_dsl.analysis.samples import Sample, samples
from sla_dsl.analysis.situations import Situation
from sla_dsl.analysis.variations import OF_OUTAGES, every_axis
from sla_dsl.analysis.variations_of_facts import OF_FACTS
from sla_dsl.evaluation.calendars import calendar_of
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.tree import Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.calendars import opening_spans
from sla_dsl.values.intervals import Spans
from sla_dsl.values.periods import Period, bounds, following

Verdict = Literal["same", "not found", "figures", "different"]
"""The same step for step (proved); no difference found; only figures differ; money, promises or targets differ."""

MOST_OF_A_KIND = 2_000
"""So many situations of one kind are tried, the simplest first."""


class Comparison(NamedTuple):
    """What came of two policies.

    `told` holds one situation for each way in which they differ, the simplest first; `cut` the kinds of which not
    all situations were tried.
    """

    pair: Pair
    verdict: Verdict
    benefit: Benefit
    declared: tuple[Declared, ...]
    lines: tuple[Line, ...] = ()
    told: tuple[Told, ...] = ()
    tried: int = 0
    cut: tuple[str, ...] = ()

    @property
    def regions(self) -> tuple[Region, ...]:
        """Where the two differ along an outage that grows."""
        return tuple([region for line in self.lines for region in line.regions])

    @property
    def exact(self) -> bool:
        """Whether every line that was walked is a proof."""
        return all(line.exact for line in self.lines)


def compare(old: Policy, new: Policy) -> Comparison:
    """Everything about how two policies differ."""
    pair, said = Pair(old, new), declared(old.tree, new.tree)
    if same_core(pair):
        terms = any(one.term for one in said)
        return Comparison(pair, "different" if terms else "same", "neither", said)
    lines = tuple(_lines(pair))
    grown = list(_of_regions(pair, lines))
    found, cut = _searched(pair, lines)
    told = tuple(simplest(pair, grown, found))
    benefit = _together(one.benefit for one in told)
    return Comparison(pair, _verdict(told, said), benefit, said, lines, told, pair.tried, cut)


def same_core(pair: Pair) -> bool:
    """Whether the two are the same step for step, but for words: a proof for every record."""
    numbering = Numbering()
    old, new = (roots(study.tree, numbering.of(study.policy.plan)) for study in (pair.old, pair.new))
    return old == new


def _verdict(told: Iterable[Told], said: Iterable[Declared]) -> Verdict:
    told = list(told)
    if any(change.weighs for one in told for change in one.changes) or any(one.term for one in said):
        return "different"
    return "figures" if told else "not found"


def _together(benefits: Iterable[Benefit]) -> Benefit:
    sides = set(benefits) - {"neither"}
    return "neither" if not sides else sides.pop() if len(sides) == 1 else "both"


# ------------------------------------------------------------------ one outage that grows


def _lines(pair: Pair) -> Iterator[Line]:
    """In the usual period every service with every cause, in the others those of which anything counts."""
    usual = pair.old.usual
    every = every_axis(Ground(pair, usual, ()))
    counted = [axis for axis in every if _counts(pair, usual, axis)]
    for sample in (usual, *(sample for sample in _samples(pair) if sample.length != usual.length)):
        for axis in every if sample == usual else counted:
            yield from (compared(pair, sample, axis, fee) for fee in pair.fees)


def _counts(pair: Pair, sample: Sample, axis: Axis) -> bool:
    """Whether anything counts under either policy where the service is down all the time."""
    results = chain.from_iterable(pair.outcomes(one_outage(pair, sample, axis, sample.length)))
    return any(result.counted(measure) for result in results for measure in result.ledgers)


def _samples(pair: Pair) -> tuple[Sample, ...]:
    return samples(pair.old.tree.period, pair.old.tree.zone)


def _of_regions(pair: Pair, lines: Iterable[Line]) -> Iterator[Situation]:
    for line in lines:
        for region in line.regions:
            yield one_outage(pair, region.sample, region.axis, region.first, region.fee)


# ------------------------------------------------------------------ situations made from the amounts of both


def _searched(pair: Pair, lines: tuple[Line, ...]) -> tuple[list[Situation], tuple[str, ...]]:
    """The situations in which the two differ, and the kinds of which not all were tried."""
    found: list[Situation] = []
    cut: dict[str, None] = {}
    for ground, names in _grounds(pair, lines):
        for name, maker in {**OF_OUTAGES, **OF_FACTS}.items():
            if name in names or not names:
                situations = maker(ground)
                found += [situation for situation in islice(situations, MOST_OF_A_KIND) if pair.changes(situation)]
                if next(situations, None) is not None:
                    cut[name] = None
    return found, tuple(cut)


def _grounds(pair: Pair, lines: tuple[Line, ...]) -> Iterator[tuple[Ground, frozenset[str]]]:
    """The usual period for everything; one with a change of the clocks, and one in which calendars differ, for some."""
    usual = pair.old.usual
    yield Ground(pair, usual, [line for line in lines if line.sample == usual]), frozenset()
    for sample in _samples(pair):
        if sample.length % 86_400_000_000:
            yield Ground(pair, sample, [n for n in lines if n.sample == sample]), frozenset(("announced work",))
            break
    same = [line for line in lines if line.sample == usual]
    for odd in _odd_periods(pair):
        yield Ground(pair, odd, same), frozenset(("hours", "tickets"))


def _odd_periods(pair: Pair) -> Iterator[Sample]:
    """The periods of a year in which a calendar of the one policy is not like that of the other."""
    old, new = pair.trees
    shared = [name for name in old.calendars if name in new.calendars and old.calendars[name] != new.calendars[name]]
    first = pair.old.usual.period
    period = Period(first.kind, first.year, 1)
    while shared and period.year == first.year:
        start, end = bounds(period, old.zone)
        if any(_hours(old, name, start, end) != _hours(new, name, start, end) for name in shared):
            yield Sample(period, start, end)
        period = following(period)


def _hours(tree: Tree, name: str, start: int, end: int) -> Spans:
    return opening_spans(calendar_of(tree, name), start, end)
