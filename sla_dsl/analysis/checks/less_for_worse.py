"""A longer outage is paid less than a shorter one, after every condition, limit, minimum and rounding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import charges_of, roots_of
from sla_dsl.analysis.replaying import situation
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import paying_words, period_words
from sla_dsl.analysis.walking import Walk
from sla_dsl.analysis.worth import less, paid
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import elapsed, money
from sla_dsl.values.money import Money


def less_for_worse(study: Study) -> Iterator[Shown]:
    """For each credit the first place on a line at which it falls."""
    for credit in study.tree.credits:
        for walk in study.walks(roots_of(study, credit.node)):
            shown = _falls(study, walk, credit)
            if shown is not None:
                yield shown
                break


def _falls(study: Study, walk: Walk, credit: Root) -> Shown | None:
    places = [(s.first, s.least, n) for n, s in enumerate(walk.stretches)]
    places += [(s.last, s.most, n) for n, s in enumerate(walk.stretches)]
    others = _on_the_same(study, credit)
    best: tuple[int, Money] | None = None
    for place, values, n in sorted(places, key=lambda p: p[0]):
        due = _together(others, values)
        if due is None:
            continue
        if best is not None and less(due, best[1]):
            return _shown(study, walk, others, n, (place, best[0]))
        best = (place, due) if best is None or less(best[1], due) else best
    return None


def _on_the_same(study: Study, credit: Root) -> tuple[Root, ...]:
    """The credit, then those on the same charge: where one ends another may begin."""
    charges = charges_of(study, credit.node)
    same = (c for c in study.tree.credits if c != credit and not charges.isdisjoint(charges_of(study, c.node)))
    return (credit, *same)


def _together(credits: Sequence[Root], values: Sequence[Any]) -> Money | None:
    """What is due of these credits; None where that is not known."""
    amounts = [paid(values[credit.node]) for credit in credits]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return None
    currencies = {amount.currency for amount in known if amount.currency}
    return Money(sum([amount.amount for amount in known]), currencies.pop()) if len(currencies) == 1 else Money(0, "")


def _shown(study: Study, walk: Walk, credits: Sequence[Root], n: int, places: tuple[int, int]) -> Shown | None:
    """The finding on the first of the credits, if the evaluator says the same of both outages."""
    credit = credits[0]
    worlds = [walk.line.world(place)._replace(fee=walk.fee) for place in places]
    low, high = (_together(credits, study.outcome(world).trace.values) for world in worlds)
    if low is None or high is None or not less(low, high):
        return None
    lasting = worlds[0].outages[0].end - worlds[0].outages[0].start
    where = f"In {period_words(walk.line.sample)}, with an outage of {elapsed(lasting)}"
    span = paying_words(study, credit, walk.stretches[n])
    finding = mistakes.less_for_worse(credit, where, money(Money(low.amount, high.currency)), money(high), span)
    return Shown(finding, tuple([situation(study, world, (credit,)) for world in worlds]), tells=2)
