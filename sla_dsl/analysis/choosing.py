"""Of all situations in which two policies differ, those that are worth telling: each way once, the simplest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sla_dsl.analysis.changes import Benefit, Change, benefit_of, gains
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.situations import Situation
from sla_dsl.evaluation.result import CreditResult
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact


class Told(NamedTuple):
    """A situation in which the two differ: how, for whose benefit, and by how much in each currency.

    `grown`: it is the first of a region along one outage that grows, and so one of many of which the same is so.
    """

    situation: Situation
    changes: tuple[Change, ...]
    benefit: Benefit
    gains: dict[str, Exact]
    grown: bool = False


class Way(NamedTuple):
    """That a result differs, for whose benefit, and how it stands in each policy, whatever the amount."""

    kind: str
    id: str
    benefit: Benefit
    old: object
    new: object


def simplest(pair: Pair, grown: Iterable[Situation], others: Iterable[Situation]) -> Iterator[Told]:
    """For each way in which the two differ the simplest situation, and the simplest of all first.

    What one situation shows is not told again of every other in which it is so, too.
    """
    order = partial(_order, pair)
    first = sorted([_told(pair, situation)._replace(grown=True) for situation in grown], key=order)
    then = sorted([_told(pair, situation) for situation in others], key=order)
    shown: set[Way] = set()
    looked: set[object] = set()
    for one in (*sorted((*first[:1], *then[:1]), key=order)[:1], *first, *then):
        new = set(_ways(one.changes)) - shown
        shown |= new
        looks = {(one.situation.kind, way.kind, way.id, way.benefit, *_statuses(way)) for way in new}
        if not looked or not looks <= looked:
            looked |= looks or {one.situation}
            yield one


def _told(pair: Pair, situation: Situation) -> Told:
    changes = pair.changes(situation)
    return Told(situation, changes, benefit_of(changes), gains(changes))


def _ways(changes: Iterable[Change]) -> Iterator[Way]:
    """The ways in which results differ; what is not known differs wherever anything does, and is no way of its own."""
    for change in changes:
        old, new = _standing(change.old), _standing(change.new)
        if change.weighs and "unknown" not in str((old, new)):
            yield Way(change.kind, change.id, change.benefit, old, new)


def _standing(value: object) -> object:
    if isinstance(value, CreditResult):
        return value.status, value.rate.value
    return getattr(value, "verdict", value)


def _statuses(way: Way) -> Iterator[object]:
    """How the result stands, without the rate of a credit."""
    for value in (way.old, way.new):
        yield value[0] if isinstance(value, tuple) else value


def _order(pair: Pair, told: Told) -> tuple[object, ...]:
    """What weighs before what is only shown; then what is simpler to understand."""
    facts, *lasting = told.situation.size()
    weighing = sum(1 for change in told.changes if change.weighs)
    unusual = (told.situation.fee != pair.fee(), told.situation.sample != pair.old.usual, told.situation.sample.start)
    return not weighing, facts, weighing, *lasting, *unusual
