"""The staircase of each credit: what each amount of downtime comes to, and where the period lies on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from sla_dsl.analysis.boundaries import Table, boundaries
from sla_dsl.analysis.lines import counted_time
from sla_dsl.analysis.maximum import has_maximum, maximum_at
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.spans import CreditSpan, credit_spans, kept_spans
from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.arithmetic import amount
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import CreditResult, PeriodResult, Quantity
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.evaluation.wording import money, quantity
from sla_dsl.faces.pictures.boundary_sheet import line_words, taken
from sla_dsl.faces.pictures.boundary_words import Scale, from_words, last_words, rate_words, scale_of, span_words
from sla_dsl.faces.reporting.figures import figure_of
from sla_dsl.faces.reporting.model import Here, Kept, Promise, Stair, Staircase
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between


class Staircases:
    """The staircases of a policy; what is found out about it is kept for its other periods."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._study: Study | None = None

    def of(self, period: PeriodResult) -> tuple[Staircase, ...]:
        """Those of a period at the fee that was charged; none where that is not one fee in the policy's currency."""
        fee = _fee(period)
        if fee is None:
            return ()
        study = self._study = self._study or Study(Policy(self._tree))
        sample = Sample(period.trace.period, period.trace.start, period.trace.end)
        tables = boundaries(study, (sample,), fee).tables
        return tuple(_staircase(study, table, root, period) for table in tables for root in table.credits)


def _fee(period: PeriodResult) -> Money | None:
    """What was charged, if it is the same under every name that the policy reads, in the currency of its amounts."""
    tree, charges = period.tree, period.facts.charges or {}
    names = {str(node.params["charge"]) for node in tree.nodes if node.op == "charge"}
    found = {charges.get((name, period.name)) for name in names}
    fee = found.pop() if len(found) == 1 else None
    literals = [node.params["value"][1] for node in tree.nodes if node.op == "literal" and node.type == "money"]
    return fee if fee is not None and fee.amount > 0 and {*literals} <= {"", fee.currency} else None


def _staircase(study: Study, table: Table, root: Root, period: PeriodResult) -> Staircase:
    spans, scale = credit_spans(table, root), scale_of(table, root)
    credit = next(one for one in period.credits if one.id == root.id)
    limit = _limit(table, root)
    highest = max([*(point.payable(root.id) for span in spans for point in (span.first, span.last)), *_paid(credit)])
    here = None if _is_open(credit) else _here(study, table, scale, period)
    return Staircase(
        credit=root.id,
        name=root.words,
        about=line_words(table),
        taken=taken(study.tree, table.fee),
        scale=scale.words,
        along="number" if table.line.along == "outages" else "elapsed",
        steps=tuple(_stairs(table, scale, spans, root, highest)),
        promises=tuple(_promises(table, scale)),
        limit=None if limit is None else _height(amount(limit), highest),
        limit_words="" if limit is None else figure_of("money", limit).words,
        highest=money(Money(highest, table.fee.currency)),
        here=None if here is None else _standing(here, credit, highest),
        searched=table.searched,
    )


def _stairs(table: Table, scale: Scale, spans: Sequence[CreditSpan], root: Root, highest: Exact) -> Iterator[Stair]:
    for span in spans:
        last = span.last is table.steps[-1].last
        yield Stair(
            start=scale.value(span.first),
            end=None if last else scale.value(span.last),
            start_words=from_words(table, scale.value(span.first)),
            end_words=last_words(table, scale, span.last),
            rate=rate_words(span, root),
            amount=span_words(span, root),
            status=span.first.credit(root.id).status,
            lowered=span.first.lowered(root.id),
            height=_height(span.first.payable(root.id), highest),
            last_height=_height(span.last.payable(root.id), highest),
        )


def _height(paid: Exact, highest: Exact) -> Exact:
    return Fraction(paid) / Fraction(highest) if highest else 0


def _promises(table: Table, scale: Scale) -> Iterator[Promise]:
    for root in table.guarantees:
        for span in kept_spans(table, root):
            at = scale.value(span.first)
            yield Promise(root.words, at, from_words(table, at), cast(Kept, span.status))


def _limit(table: Table, root: Root) -> Quantity | None:
    """The maximum of the credit where it is reached, or else at the end."""
    lowered = [point for point in table.points if point.lowered(root.id)]
    point = (lowered or [table.steps[-1].last])[0]
    return maximum_at(point, root) if has_maximum(point, root) else None


def _here(study: Study, table: Table, scale: Scale, period: PeriodResult) -> tuple[int, int] | None:
    """The least and the most that the period has of what grows along the staircase; None where it cannot be said."""
    if scale.measure is not None:
        known = period.measures[scale.measure].known
        ends = known.least, known.most
        return (int(ends[0]), int(ends[1])) if isinstance(ends[0], int) and isinstance(ends[1], int) else None
    values = {at: period.trace.values[at] for at in study.sources}
    if table.line.along != "counted" or any(isinstance(value, Between) for value in values.values()):
        return None
    place = counted_time(study.tree, values)
    return place, place


def _standing(here: tuple[int, int], credit: CreditResult, highest: Exact) -> Here:
    words = quantity("elapsed", Between(*here, ()) if here[0] != here[1] else here[0])
    least, most = _paid(credit)
    known = credit.amount.value is not None and credit.status != "not_eligible"
    told = figure_of("money", credit.amount.value).words if known else ""
    return Here(*here, words, _height(least, highest), _height(most, highest), told, credit.status)


def _paid(credit: CreditResult) -> tuple[Exact, Exact]:
    """The least and the most that is to be had of a credit."""
    if credit.status in ("none", "not_eligible"):
        return 0, 0
    ends = credit.amount.least, credit.amount.most
    least, most = (0 if end is None else amount(end) for end in ends)
    return least, max(least, most)


def _is_open(credit: CreditResult) -> bool:
    """Whether nothing bounds what the credit may come to."""
    return credit.status in ("unknown", "claimable") and credit.amount.most is None
