"""More downtime that makes one outage of two is paid less: a merge, or the rounding of each outage, breaks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.patterns import MOST_TIMES, Pattern, has_rules_on_outages, patterns, repeated
from sla_dsl.analysis.replaying import situation
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.worth import less, paid
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import elapsed, money
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

MOST_PATTERNS = 400


def merging_pays_less(study: Study) -> Iterator[Shown]:
    """For each credit the smallest pattern that is paid less when the service is down between its outages too."""
    if not has_rules_on_outages(study.tree):
        return
    left = {root.node: root for root in study.tree.credits}
    for pattern in islice(patterns(study.tree), MOST_PATTERNS):
        for axis in study.outage_axes if left else []:
            for shown, credit in _tried(study, axis, pattern, list(left.values())):
                left.pop(credit.node, None)
                yield shown


def _tried(study: Study, axis: Axis, pattern: Pattern, credits: list[Root]) -> Iterator[tuple[Shown, Root]]:
    """The pattern once, then twice as often again and again, while it fits."""
    times = 1
    while times <= MOST_TIMES and pattern.lasting * times * 2 < study.usual.length:
        worlds = [repeated(study.usual, axis, pattern, times, filled, study.fee) for filled in (False, True)]
        better, worse = (study.outcome(world).trace.values for world in worlds)
        for credit in credits:
            low, high = paid(worse[credit.node]), paid(better[credit.node])
            if low is not None and high is not None and less(low, high):
                finding = _finding(study, credit, pattern, low, high)
                shown = tuple([situation(study, world, (credit,)) for world in reversed(worlds)])
                yield Shown(finding, shown, tells=2), credit
                return
        if times == 1 and not _falls(study, better, worse):
            return
        times *= 2


def _falls(study: Study, better: Sequence[Any], worse: Sequence[Any]) -> bool:
    """Whether anything that is measured falls: where nothing does, money cannot."""
    return any(_is_less(worse[at], better[at]) for at in study.sources)


def _is_less(left: Any, right: Any) -> bool:
    """Whether the one amount is surely less than the other."""
    return not isinstance(left, Between) and not isinstance(right, Between) and left < right


def _finding(study: Study, credit: Root, pattern: Pattern, low: Money, high: Money) -> Finding:
    span = Span(*study.tree.nodes[credit.node].span)
    amounts = money(Money(low.amount, high.currency)), money(high)
    return mistakes.merging_pays_less(credit, elapsed(pattern.between), amounts, span)
