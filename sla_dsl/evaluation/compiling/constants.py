"""Values that need no evidence, worked out while compiling: the lengths in a minimum duration or a notice."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sla_dsl.evaluation.mistakes import deadline_too_long
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language.quantities import Quantity
from sla_dsl.language.weighing import weigh
from sla_dsl.values.instant import DAY


class NotCompiled(Exception):
    """A length with which no tree can be made; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def constant(known: Mapping[str, Quantity], value: n.Value) -> int | Fraction:
    """The exact value of what must be the same for every account and period."""
    found, _ = weigh(value, known)
    if found.fixed is None:
        raise NotCompiled(_not_constant(value.span))
    return found.fixed


def _not_constant(span: Span) -> Finding:
    return Finding(
        "not-constant",
        "This length must be the same for every account and every period.",
        span=span,
        repair="Write a length such as 5 min, or the name of one.",
    )


MOST_DAYS = 36_525
"""Days from an event to a deadline: a hundred years."""


def bounded(microseconds: int | Fraction, span: Span) -> int:
    """The length of a deadline in whole microseconds, if it is one that a calendar can hold."""
    if microseconds > MOST_DAYS * DAY:
        raise NotCompiled(deadline_too_long(span))
    return int(microseconds)
