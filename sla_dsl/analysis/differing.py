"""Whether two policies ever differ: proved where it can be, else searched, and every difference shown by a situation.

First the two cores are held against each other without their words.  If they are the same there is nothing to look
for.  Else both are walked along outages that grow, and tried in situations made from the amounts of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Literal

from sla_dsl.analysis.canonical import Numbering, roots
from sla_dsl.analysis.changes import Benefit, Change, benefit_of, gains
from sla_dsl.analysis.declared import Declared, declared
from sla_dsl.analysis.ground import Ground
from sla_dsl.analysis.lines import Axis
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.regions import Line, Region, compared, one_outage
from sla_dsl.analysis.samples import Sample, samples
from sla_dsl.analysis.situations import Situation
from sla_dsl.analysis.variations import OF_OUTAGES, every_axis
from sla_dsl.analysis.variations_of_facts import OF_FACTS
from sla_dsl.evaluation.calendars import calendar_of
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import CreditResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.calendars import opening_spans
from sla_dsl.values.exact import Exact
from sla_dsl.values.intervals import Spans
from sla_dsl.values.periods import Period, bounds, following

Verdict = Literal["same", "not found", "figures", "different"]
"""The same step for step (proved); no difference found; only figures differ; money, promises or targets differ."""

MOST_OF_A_KIND = 2_000
"""So many situations of one kind are tried, the simplest first."""


class Told(NamedTuple):
    """A situation in which the two differ: how, for whose benefit, and by how much in each currency.

    `grown`: it is the first of a region along one outage that grows, and so one of many of which the same is so.
    """

    situation: Situation
    changes: tuple[Change, ...]
    benefit: Benefit
    gains: dict[str, Exact]
    grown: bool = False


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
    told = tuple(_simplest(pair, grown, found))
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


# ------------------------------------------------------------------ what is told


def _simplest(pair: Pair, grown: Iterable[Situation], others: Iterable[Situation]) -> Iterator[Told]:
    """For each way in which the two differ the simplest situation, the simplest of all first.

    What one situation shows is not told again of every other in which it is so, too.  Figures alone are told only
    where nothing else differs.
    """
    first = sorted([_told(pair, situation)._replace(grown=True) for situation in grown], key=partial(_order, pair))
    then = sorted([_told(pair, situation) for situation in others], key=partial(_order, pair))
    smallest = min((*first, *then), key=partial(_order, pair), default=None)
    if smallest is None:
        return
    yield smallest
    shown: set[object] = set()
    added = [one for one in (*first, *then) if _adds(shown, one)]
    kinds = {_coarsely(smallest)}
    for one in added:
        if _coarsely(one) not in kinds:
            kinds.add(_coarsely(one))
            yield one


def _coarsely(told: Told) -> object:
    """What is looked at, for whose benefit, and which results differ in which status."""
    ways = {(c.kind, c.id, _status(c.old), _status(c.new)) for c in told.changes if c.weighs}
    return told.situation.kind, told.benefit, frozenset(ways)


def _status(value: object) -> object:
    return getattr(value, "status", _standing(value))


def _adds(shown: set[object], told: Told) -> bool:
    """Whether it shows a way in which nothing shown yet differs."""
    ways = {(told.benefit, *way) for way in _ways(told.changes)}
    new = not ways <= shown
    shown |= ways
    return new


def _told(pair: Pair, situation: Situation) -> Told:
    changes = pair.changes(situation)
    return Told(situation, changes, benefit_of(changes), gains(changes))


def _ways(changes: Iterable[Change]) -> set[tuple[object, ...]]:
    """How the results stand that differ, whatever the amounts; what is not known differs wherever anything does."""
    standing = [(c.kind, c.id, _standing(c.old), _standing(c.new)) for c in changes if c.weighs]
    return {way for way in standing if "unknown" not in str(way[2:])}


def _standing(value: object) -> object:
    if isinstance(value, CreditResult):
        return value.status, value.rate.value
    return getattr(value, "verdict", value)


def _order(pair: Pair, told: Told) -> tuple[object, ...]:
    """What weighs before what is only shown; then what is simpler to understand."""
    sample = told.situation.sample
    weighs = any(change.weighs for change in told.changes)
    unusual = (told.situation.fee != pair.fee(), sample != pair.old.usual, sample.start)
    return not weighs, *told.situation.size(), *unusual
