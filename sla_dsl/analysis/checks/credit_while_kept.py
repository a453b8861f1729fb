"""A credit is due although every promise about the same measure is kept: the promise and the price disagree."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import in_rows, related, roots_of
from sla_dsl.analysis.replaying import replayed
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.tails import sources
from sla_dsl.analysis.telling import paying_words, period_words, stretch_words
from sla_dsl.analysis.walking import Stretch
from sla_dsl.analysis.worth import pays
from sla_dsl.evaluation.tree import Root


def credit_while_kept(study: Study) -> Iterator[Shown]:
    """For each credit the widest stretch on which it pays while nothing promised is missed."""
    for credit in study.tree.credits:
        promises = related(study, credit)
        if promises:
            yield from _of(study, credit, promises)


def _of(study: Study, credit: Root, promises: tuple[Root, ...]) -> Iterator[Shown]:
    def wanted(stretch: Stretch) -> bool:
        return pays(stretch.least[credit.node]) and all(stretch.least[p.node] is True for p in promises)

    for walk in study.walks(roots_of(study, credit.node) or frozenset(sources(study.tree))):
        for first, last in in_rows(walk, wanted)[:1]:
            shown = replayed(study, walk, walk.stretches[first], (credit, *promises))
            if shown is not None:
                where = f"In {period_words(walk.line.sample)}, with {stretch_words(study, walk, first, last)}"
                span = paying_words(study, credit, walk.stretches[first])
                yield Shown(mistakes.credit_while_kept(study, credit, promises, where, span), (shown,))
                return
