"""Limits on credits: those that lower nothing, those that lower everything, and from which charge on they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.lines import first_that
from sla_dsl.analysis.relating import charges_of, covers, limit_steps, roots_of, row_at, tables_of
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
    """What there is to say of each limit of each credit, where one line shows all that the credit hangs on."""
    for credit in study.tree.credits:
        roots = roots_of(study, credit.node)
        counted = any(study.tree.nodes[at].op == "count" for at in roots)
        walks = (w for w in study.walks(roots) if bool(w.line.axis.each) == counted)
        walk = next((w for w in walks if covers(w, roots) and not w.searched), None)
        paying = [s for s in walk.stretches if pays(s.most[credit.node])] if walk else []
        steps = limit_steps(study.tree, _whole(study, credit.node))
        if walk is not None and paying and len(charges_of(study, credit.node)) == 1 and _fixed(study, steps):
            for at in steps:
                yield from _Limit(study, credit, walk, paying, at, steps).told()


def _fixed(study: Study, steps: Sequence[int]) -> bool:
    """Whether no limit moves with the outage itself."""
    limits = [study.tree.nodes[at].inputs[1] for at in steps]
    return not any(roots_of(study, limit) for limit in limits)


def _whole(study: Study, node: int) -> int:
    """Where a claim opens only what it names, the credit of all that counts."""
    return study.tree.nodes[node].inputs[0] if study.tree.nodes[node].op == "credit_by_claim" else node


class _Limit:
    """One limit of one credit, asked where the credit pays."""

    def __init__(
        self, study: Study, credit: Root, walk: Walk, paying: Sequence[Stretch], at: int, steps: Sequence[int]
    ) -> None:
        self.study, self.credit, self.walk, self.paying, self.at = study, credit, walk, paying, at
        nodes = study.tree.nodes
        self.full = nodes[steps[0]].inputs[0]
        self.limit = nodes[at].inputs[1]
        self.others = [nodes[step].inputs[1] for step in steps if step != at]
        self.tail = study.tail(walk.line.sample)
        self.coin = fraction(1, 10 ** minor_digits(study.fee.currency))

    def told(self) -> Iterator[Shown]:
        least, most = self._money(1), fee_of(self.study.tree, LARGE)
        low, high = ([self._somewhere(s, fee) for s in self.paying] for fee in (least, most))
        if not any(low) and not any(high):
            finding = mistakes.limit_never_binds(self.credit, self._span())
            yield Shown(finding, self._shown(self.study.fee, self.paying[-1]))
        elif all(self._throughout(s, fee) for s in self.paying for fee in (least, most)):
            finding = mistakes.limit_always_binds(self.credit, self._span())
            yield Shown(finding, self._shown(self.study.fee, self.paying[0]))
        else:
            yield from self._of_rows(least, most)
            yield from self._of_charges(low, high)

    def _of_rows(self, least: Money, most: Money) -> Iterator[Shown]:
        """Rows that the limit lowers whatever is charged."""
        seen: set[Span] = set()
        for stretch in self.paying:
            always = self._throughout(stretch, least) and self._throughout(stretch, most)
            for table in tables_of(self.study, self.credit) if always else ():
                row = row_at(self.study.tree, table, stretch.most)
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
        first = min(self._from(stretch, self._somewhere) for stretch in by_charge)
        largest = fee_of(self.study.tree, LARGE)
        whole = all(self._throughout(stretch, largest) for stretch in self.paying)
        every = max(self._from(stretch, self._throughout) for stretch in self.paying) if whole else None
        rest = "" if every in (None, first) else f", and every credit for one above {money(self._money(every - 1))}"
        finding = mistakes.limit_depends_on_charge(self.credit, money(self._money(first - 1)), rest, self._span())
        yield Shown(finding, self._shown(self._money(first), by_charge[-1]))

    def _from(self, stretch: Stretch, binds: Callable[[Stretch, Money], bool]) -> int:
        """The least charge, in coins, for which the limit lowers the credit."""
        return first_that(lambda coins: binds(stretch, self._money(coins)), int(LARGE / self.coin))

    def _somewhere(self, stretch: Stretch, fee: Money) -> bool:
        """Whether the limit lowers the amount anywhere on the stretch: the later, the more there is to lower."""
        return self._binds(stretch.last, fee)

    def _throughout(self, stretch: Stretch, fee: Money) -> bool:
        return self._binds(stretch.first, fee)

    def _binds(self, place: int, fee: Money) -> bool:
        """Whether the limit is below the amount, and below every other limit."""
        targets = (self.full, self.limit, *self.others)
        values = self.tail.values(self.walk.line.at(place), fee, targets)
        full, limit, *others = [values[at] for at in targets]
        if any(isinstance(value, Between) for value in (full, limit, *others)):
            return False
        return order(limit, full) < 0 and all(order(limit, other) < 0 for other in others)

    def _money(self, coins: int) -> Money:
        return fee_of(self.study.tree, fraction(coins, 10 ** minor_digits(self.study.fee.currency)))

    def _span(self) -> Span:
        return Span(*self.study.tree.nodes[self.at].span)

    def _shown(self, fee: Money, stretch: Stretch) -> tuple[Situation, ...]:
        world = self.walk.line.world(stretch.last)._replace(fee=fee)
        return (situation(self.study, world, (self.credit,)),)
