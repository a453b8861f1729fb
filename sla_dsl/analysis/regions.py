"""Regions: one outage that grows, under two policies at once, cut wherever either of them changes.

Between two cuts no comparison of either policy changes.  Where money and promises hang on comparisons alone, both
ends of a stretch stand for all of it; where an amount moves in between, the stretch is looked at in further places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.changes import Change
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.situations import Situation
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.tails import sources
from sla_dsl.evaluation.deadlines import last_instant
from sla_dsl.evaluation.result import CreditResult
from sla_dsl.evaluation.steps_of_claims import within_of
from sla_dsl.evaluation.tree import Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.money import Money
from sla_dsl.values.periods import bounds, period_of

PLACES = 16
"""In so many places a stretch is looked at in which an amount moves."""

ONE_OUTAGE = "one outage"


class Region(NamedTuple):
    """Outages from `first` to `last` long, both of them in it, of which the two policies make something different.

    `changes` are those at the first, `at_last` those at the last; `sample` is one period of its length.
    """

    axis: Axis
    sample: Sample
    fee: Money
    first: int
    last: int
    changes: tuple[Change, ...]
    at_last: tuple[Change, ...]


class Line(NamedTuple):
    """What came of one line: its cuts (lengths of the outage), where the two differ, and whether that is exact."""

    axis: Axis
    sample: Sample
    fee: Money
    cuts: tuple[int, ...]
    regions: tuple[Region, ...]
    exact: bool


def one_outage(pair: Pair, sample: Sample, axis: Axis, lasting: int, fee: Money | None = None) -> Situation:
    """The service is down once, from the start of the period."""
    outages = (axis.down(sample.start, sample.start + lasting),) if lasting else ()
    return Situation(ONE_OUTAGE, sample, fee or pair.fee(), outages, rates=pair.rates())


def compared(pair: Pair, sample: Sample, axis: Axis, fee: Money) -> Line:
    """The line of an outage that grows from nothing to the whole period."""
    studies = (pair.old, pair.new)
    cuts = sorted({cut for study in studies for cut in _cuts(study, sample, axis, fee)})
    exact = pair.same_periods and not any(_in_doubt(study, sample, axis, fee) for study in studies)

    def seen(lasting: int) -> tuple[Change, ...]:
        return tuple([c for c in pair.changes(one_outage(pair, sample, axis, lasting, fee)) if c.weighs])

    found: list[Region] = []
    for first, after in pairwise([*cuts, sample.length + 1]):
        for low, high in _stretch(seen, first, after - 1, exact):
            _append(found, Region(axis, sample, fee, low, high, seen(low), seen(high)))
    return Line(axis, sample, fee, tuple(cuts), tuple(found), exact)


def _in_doubt(study: Study, sample: Sample, axis: Axis, fee: Money) -> bool:
    return study.walk(own_sample(study, sample), axis, fee).searched or moving(study.tree)


def own_sample(study: Study, sample: Sample) -> Sample:
    """The period of a policy that holds the middle of a sample: the sample itself, if both count by the same."""
    period = period_of(sample.start + sample.length // 2, study.tree.period, study.tree.zone)
    return Sample(period, *bounds(period, study.tree.zone))


def _cuts(study: Study, sample: Sample, axis: Axis, fee: Money) -> Iterator[int]:
    """The lengths of an outage from which on something is otherwise under a policy."""
    walked = study.walk(own_sample(study, sample), axis, fee)
    for stretch in walked.stretches:
        lasting = sum(outage.end - outage.start for outage in walked.line.world(stretch.first).outages)
        if lasting <= sample.length:
            yield lasting
    yield from _late(study.tree, sample)


def _late(tree: Tree, sample: Sample) -> Iterator[int]:
    """The length from which on an outage that is claimed when it ends is claimed too late after its start."""
    for node in tree.nodes:
        if node.op in ("claimed", "claimed_only") and node.params["event"] == "outage start":
            last = last_instant(sample.start, within_of(node.params["within"], tree), tree.zone)
            if last is not None and last - sample.start < sample.length:
                yield last - sample.start + 1


def _stretch(
    seen: Callable[[int], tuple[Change, ...]], first: int, last: int, exact: bool
) -> Iterator[tuple[int, int]]:
    """The parts of a stretch, from and to, in which the two differ."""
    places = [first, last] if exact else [first + (last - first) * k // PLACES for k in range(PLACES + 1)]
    begun = first if seen(first) else None
    for low, high in pairwise(dict.fromkeys(places)):
        if bool(seen(high)) != (begun is not None):
            turn = _change(lambda lasting: bool(seen(lasting)), low, high)
            if begun is not None:
                yield begun, turn - 1
            begun = turn if begun is None else None
    if begun is not None:
        yield begun, last


def _change(differs: Callable[[int], bool], low: int, high: int) -> int:
    """The first place after `low`, up to `high`, at which the answer is another than at `low`."""
    before = differs(low)
    while high - low > 1:
        middle = (low + high) // 2
        if differs(middle) == before:
            low = middle
        else:
            high = middle
    return high


def _append(found: list[Region], region: Region) -> None:
    """Joined to the one before where the two differ in the same way."""
    if found and found[-1].last + 1 == region.first and _told(found[-1].at_last) == _told(region.changes):
        found[-1] = found[-1]._replace(last=region.last, at_last=region.at_last)
    else:
        found.append(region)


def _told(changes: Iterable[Change]) -> list[object]:
    return [(c.kind, c.id, _plain(c.old), _plain(c.new)) for c in changes]


def _plain(value: object) -> object:
    """Without the last day of a claim, which moves with every outage that ends later."""
    return value._replace(claim_by=None) if isinstance(value, CreditResult) else value


def moving(tree: Tree) -> bool:
    """Whether an amount or a promise moves with what was measured otherwise than by comparisons."""
    moves = [False] * len(tree.nodes)
    begun = set(sources(tree))
    for at, node in enumerate(tree.nodes):
        if at in begun:
            moves[at] = True
        elif node.op == "table":
            moves[at] = any(moves[k] for k in _given(node.inputs, node.params["rows"]))
        elif node.op not in ("compare", "reported", "claimed", "ledger", "books"):
            moves[at] = any(moves[k] for k in node.inputs)
    return any(moves[root.node] for root in (*tree.guarantees, *tree.credits))


def _given(inputs: Sequence[int], rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Of the inputs of a table those that a row gives."""
    at = 1
    for comparisons in rows:
        at += len(comparisons)
        yield inputs[at]
        at += 1
