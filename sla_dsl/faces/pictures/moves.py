"""What an answer comes to in a few figures, and how they have moved since an earlier answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_dsl.evaluation.phrases import value_words
from sla_dsl.evaluation.result import CreditResult, PeriodResult, Result
from sla_dsl.faces.layout import Line, indented, tinted
from sla_dsl.faces.pictures.moments import period_title
from sla_dsl.faces.pictures.steps import amount_words
from sla_dsl.records import NamedTuple

MOST_TOLD = 20
"""Figures that are told; of more than these it is told how many."""


class Figure(NamedTuple):
    """What a figure is of."""

    period: str
    name: str


Figures = Mapping[Figure, str]
"""The figures of an account, in words, in the order in which they are told."""


def figures_of(result: Result) -> Figures:
    """The credits, guarantees, measures and targets of each period."""
    found: dict[Figure, str] = {}
    for period in result.periods:
        title = period_title(period.trace.period)
        found.update({Figure(title, name): words for name, words in _of_period(period)})
    return found


def _of_period(period: PeriodResult) -> Iterator[tuple[str, str]]:
    for credit in period.credits:
        yield credit.words, _credit(credit)
    for root in period.tree.guarantees:
        yield f"the guarantee of {root.words}", period.guarantees[root.id]
    for root in period.tree.measures:
        yield root.words, value_words(period, root.node)
    for ticket, targets in period.tickets.items():
        yield from ((f"{target.words} on {ticket}", target.verdict) for target in targets)


def _credit(credit: CreditResult) -> str:
    amount = "an amount that is not known" if credit.amount.value is None else amount_words(credit.amount.value)
    words = {"none": "none", "not_eligible": "not due", "claimable": f"{amount} if claimed", "unknown": "not decided"}
    return words.get(credit.status, amount)


def move_lines(old: Mapping[str, Figures], new: Mapping[str, Figures]) -> Iterator[Line]:
    """What is another figure now, account by account; accounts that had no answer before have nothing to compare."""
    moved = [line for account in new if account in old for line in _moves(account, old, new)]
    yield from moved[:MOST_TOLD]
    if len(moved) > MOST_TOLD:
        yield indented(f"and {len(moved) - MOST_TOLD:,} more", 2)


def _moves(account: str, old: Mapping[str, Figures], new: Mapping[str, Figures]) -> Iterator[Line]:
    before, now = old[account], new[account]
    several = len({figure.period for figure in (*before, *now)}) > 1
    for figure in dict.fromkeys((*now, *before)):
        was, is_now = before.get(figure, "not there"), now.get(figure, "not there")
        if was != is_now:
            whose = f"{account}, " if len(new) > 1 else ""
            when = f" in {figure.period}" if several else ""
            yield _line(f"{whose}{figure.name}{when}: ", was, is_now)


def _line(name: str, was: str, is_now: str) -> Line:
    line = indented(f"{name}{was} -> {is_now}", 2, 2)
    return tinted(line, "strong", len(line.text) - len(is_now))
