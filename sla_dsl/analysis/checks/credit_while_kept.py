"""A credit is due although every promise about the same measure is kept: the promise and the price disagree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import related, roots_of
from sla_dsl.analysis.replaying import first_found
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import paying_words
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

    roots = roots_of(study, credit.node) or study.sources
    for found in islice(first_found(study, roots, wanted, (credit, *promises)), 1):
        span = paying_words(study, credit, found.stretch)
        yield Shown(mistakes.credit_while_kept(study, credit, promises, found.words, span), (found.situation,))
