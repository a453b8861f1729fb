"""Two credits on the same charge are due for the same outage, and nothing says whether both are paid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import charges_of, roots_of
from sla_dsl.analysis.replaying import first_found
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import paying_words
from sla_dsl.analysis.walking import Stretch
from sla_dsl.analysis.worth import pays
from sla_dsl.evaluation.tree import Root


def two_credits(study: Study) -> Iterator[Shown]:
    """Each two credits that are worked out from the same charge and the same measured amounts, if both ever pay."""
    for first, second in combinations(study.tree.credits, 2):
        same = roots_of(study, first.node) & roots_of(study, second.node)
        if same and charges_of(study, first.node) & charges_of(study, second.node):
            yield from _of(study, (first, second), same)


def _of(study: Study, credits: tuple[Root, Root], same: frozenset[int]) -> Iterator[Shown]:
    def wanted(stretch: Stretch) -> bool:
        return all(pays(stretch.least[credit.node]) for credit in credits)

    for found in islice(first_found(study, same, wanted, credits), 1):
        first, second = (paying_words(study, credit, found.stretch) for credit in credits)
        yield Shown(mistakes.two_credits(credits, found.words, (first, second)), (found.situation,))
