"""A promise is missed and nothing is due for it, although credits are given for the same measure."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import related, roots_of
from sla_dsl.analysis.replaying import first_found
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Stretch, Walk
from sla_dsl.analysis.worlds import fee_of
from sla_dsl.analysis.worth import nothing
from sla_dsl.evaluation.tree import Root


def breach_without_credit(study: Study) -> Iterator[Shown]:
    """For each promise the first stretch on which it is missed and no credit on the same measure pays."""
    for promise in study.tree.guarantees:
        credits = tuple([credit for credit in study.tree.credits if promise in related(study, credit)])
        if credits:
            yield from _of(study, promise, credits)


def _for_any_charge(study: Study, walk: Walk, stretch: Stretch, credits: tuple[Root, ...]) -> bool:
    """Whether nothing is due either where much more is charged: then it is not the least that is paid."""
    nodes = [credit.node for credit in credits]
    large = fee_of(study.tree, 10**9)
    values = study.tail(walk.line.sample).values(walk.line.at(stretch.first), large, nodes)
    return all(nothing(values[at]) for at in nodes)


def _of(study: Study, promise: Root, credits: tuple[Root, ...]) -> Iterator[Shown]:
    def wanted(stretch: Stretch) -> bool:
        return stretch.least[promise.node] is False and all(nothing(stretch.least[c.node]) for c in credits)

    for found in first_found(study, roots_of(study, promise.node), wanted, (promise, *credits)):
        if _for_any_charge(study, found.walk, found.stretch, credits):
            yield Shown(mistakes.breach_without_credit(study, promise, credits, found.words), (found.situation,))
            return
