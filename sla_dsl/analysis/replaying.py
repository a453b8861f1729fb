"""Replaying: a situation is told only if the evaluator comes to what is claimed of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sla_dsl.analysis.relating import in_rows
from sla_dsl.analysis.shown import Situation
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import period_words, root_words, stretch_words, world_words
from sla_dsl.analysis.walking import Stretch, Walk
from sla_dsl.analysis.worlds import World, timeline_of
from sla_dsl.evaluation.credits import Credit
from sla_dsl.evaluation.tree import Root
from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import HOUR, MINUTE, SECOND


def replayed(study: Study, walk: Walk, stretch: Stretch, roots: Sequence[Root]) -> Situation | None:
    """A situation on a stretch in which these results come to what the walk says; None if none could be made."""
    for place in dict.fromkeys(places(stretch)):
        world = walk.line.world(place)._replace(fee=walk.fee)
        values = study.outcome(world).trace.values
        said = stretch.least if place == stretch.first else stretch.most if place == stretch.last else None
        if all(
            _agree(values[root.node], (said or stretch.least)[root.node], exactly=said is not None) for root in roots
        ):
            return situation(study, world, roots)
    return None


class Found(NamedTuple):
    """Where something holds along a line: a stretch, the situation that shows it, and both in words."""

    walk: Walk
    stretch: Stretch
    situation: Situation
    words: str


def first_found(
    study: Study, roots: frozenset[int], wanted: Callable[[Stretch], bool], results: Sequence[Root]
) -> Iterator[Found]:
    """On each walk along which these amounts move the first run of stretches that is wanted, if it can be replayed."""
    for walk in study.walks(roots):
        for first, last in in_rows(walk, wanted)[:1]:
            shown = replayed(study, walk, walk.stretches[first], results)
            if shown is not None:
                words = f"In {period_words(walk.line.sample)}, with {stretch_words(study, walk, first, last)}"
                yield Found(walk, walk.stretches[first], shown, words)


def places(stretch: Stretch) -> Iterable[int]:
    """Both ends, and whole units of time between them: a minute is plainer than a microsecond."""
    for unit in (HOUR, MINUTE, SECOND):
        place = -(-stretch.first // unit) * unit
        if stretch.first <= place <= stretch.last:
            yield place
    yield from (stretch.first, stretch.last, (stretch.first + stretch.last) // 2)


def _agree(found: Any, said: Any, exactly: bool) -> bool:
    """Whether what is found is what was said; inside a stretch only how a credit stands, not its amount."""
    if isinstance(found, Credit) and isinstance(said, Credit):
        same = found.status == said.status and found.capped == said.capped
        return same and (not exactly or (found.rate, found.amount) == (said.rate, said.amount))
    return bool(found == said)


def situation(study: Study, world: World, roots: Sequence[Root]) -> Situation:
    """A world with what these results come to in it, as the evaluator says."""
    values = study.outcome(world).trace.values
    charged = any(study.tree.nodes[root.node].type == "credit" for root in roots)
    told = [root_words(study.tree, root, values[root.node]) for root in roots]
    words = (
        f"{world_words(study, world, charged=charged)}: {', '.join(told[:-1])}{' and ' if told[:-1] else ''}{told[-1]}."
    )
    found = tuple([(root.node, values[root.node]) for root in roots])
    return Situation(world, words, found, timeline_of(study.tree, world), study.tree.zone)
