"""Limits on credits: those that lower nothing, those that lower everything, and from which charge on they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import roots_of, row_at, tables_of
from sla_dsl.analysis.replaying import situation
from sla_dsl.analysis.shown import Shown, Situation
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import row_span
from sla_dsl.analysis.walking import Stretch, Walk
from sla_dsl.analysis.worlds import fee_of
from sla_dsl.analysis.worth import pays
from sla_dsl.evaluation.arithmetic import order
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import money
from sla_dsl.findings.finding import Span
from sla_dsl.values.exact import fraction
from sla_dsl.values.money import Money, minor_digits
from sla_dsl.values.unknown import Between

LARGE = 10**12
"""Charges from one coin up to so much are asked about."""


def limits(study: Study) -> Iterator[Shown]:
    """What there is to say of each limit of each credit."""
    for credit in study.tree.credits:
        whole = _whole(study, credit.node)
        walk = next(study.walks(roots_of(study, credit.node)), None)
        paying = [s for s in walk.stretches if pays(s.most[credit.node])] if walk else []
        if walk is not None and paying and not walk.searched:
            for at in _limits_of(study, whole):
                yield from _Limit(study, credit, walk, paying, at).told()


def _whole(study: Study, node: int) -> int:
    """Where a claim opens only what it names, the credit of all that counts."""
    return study.tree.nodes[node].inputs[0] if study.tree.nodes[node].op == "credit_by_claim" else node


def _limits_of(study: Study, credit: int) -> list[int]:
    """The steps in which a limit lowers the amount, in the policy's order."""
    nodes = study.tree.nodes
    _, full, at, *_ = nodes[credit].inputs
    found = []
    while at != full and nodes[at].op == "lesser":
        found.append(at)
        at = nodes[at].inputs[0]
    return found[::-1]


class _Limit:
    """One limit of one credit, asked where the credit pays."""

    def __init__(self, study: Study, credit: Root, walk: Walk, paying: Sequence[Stretch], at: int) -> None:
        self.study, self.credit, self.walk, self.paying, self.at = study, credit, walk, paying, at
        self.tail = study.tail(walk.line.sample)
        self.coin = fraction(1, 10 ** minor_digits(study.fee.currency))

    def told(self) -> Iterator[Shown]:
        least, most = self._money(1), fee_of(self.study.tree, LARGE)
        low, high = ([self._binds(s, fee) for s in self.paying] for fee in (least, most))
        if not any(low) and not any(high):
            yield Shown(
                mistakes.limit_never_binds(self.credit, self._span()), self._shown(self.study.fee, self.paying[-1])
            )
        elif all(low) and all(high):
            yield Shown(
                mistakes.limit_always_binds(self.credit, self._span()), self._shown(self.study.fee, self.paying[0])
            )
        else:
            yield from self._of_rows(low, high)
            yield from self._of_charges(low, high)

    def _of_rows(self, low: Sequence[bool], high: Sequence[bool]) -> Iterator[Shown]:
        """Rows that the limit lowers whatever is charged."""
        seen: set[Span] = set()
        for stretch, always in zip(self.paying, [a and b for a, b in zip(low, high, strict=True)], strict=True):
            for table in tables_of(self.study, self.credit) if always else ():
                row = row_at(self.study, table, stretch.most)
                span = row_span(self.study, table, row) if row >= 0 else self._span()
                if row >= 0 and span not in seen:
                    seen.add(span)
                    finding = mistakes.row_above_limit(self.credit, self._span(), span)
                    yield Shown(finding, self._shown(self.study.fee, stretch))

    def _of_charges(self, low: Sequence[bool], high: Sequence[bool]) -> Iterator[Shown]:
        """A limit in money: the charge from which on it lowers something, and the one from which on everything."""
        by_charge = [s for s, a, b in zip(self.paying, low, high, strict=True) if b and not a]
        if not by_charge:
            return
        first = min(self._from(stretch) for stretch in by_charge)
        every = max(self._from(stretch) for stretch in by_charge) if all(high) else None
        rest = "" if every in (None, first) else f", and in every row for one above {money(self._money(every - 1))}"
        finding = mistakes.limit_depends_on_charge(self.credit, money(self._money(first - 1)), rest, self._span())
        yield Shown(finding, self._shown(self._money(first), by_charge[-1]))

    def _from(self, stretch: Stretch) -> int:
        """The least charge, in coins, for which the limit lowers the credit."""
        low, high = 1, int(LARGE / self.coin)
        while low < high:
            middle = (low + high) // 2
            if self._binds(stretch, self._money(middle)):
                high = middle
            else:
                low = middle + 1
        return low

    def _binds(self, stretch: Stretch, fee: Money) -> bool:
        """Whether the limit lowers the amount anywhere on the stretch: it is the more, the later."""
        limited, limit = self.study.tree.nodes[self.at].inputs
        values = self.tail.values(self.walk.line.at(stretch.last), fee, (limited, limit))
        before, most = values[limited], values[limit]
        return not isinstance(before, Between) and not isinstance(most, Between) and order(most, before) < 0

    def _money(self, coins: int) -> Money:
        return fee_of(self.study.tree, fraction(coins, 10 ** minor_digits(self.study.fee.currency)))

    def _span(self) -> Span:
        return Span(*self.study.tree.nodes[self.at].span)

    def _shown(self, fee: Money, stretch: Stretch) -> tuple[Situation, ...]:
        world = self.walk.line.world(stretch.last)._replace(fee=fee)
        return (situation(self.study, world, (self.credit,)),)


__all__: list[Any] = ["limits"]
