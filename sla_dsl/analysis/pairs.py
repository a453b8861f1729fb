"""Two policies side by side: made to understand the same records, and what each makes of a situation."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from sla_dsl.analysis.canonical import results_of
from sla_dsl.analysis.changes import Change, changes_between, totals_between
from sla_dsl.analysis.situations import MONTHS, Situation, moments, periods_of, timeline_of
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.worlds import currencies, currency_of, evaluated
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.timeline import Rate, Timeline
from sla_dsl.values.money import Money

_ONE = Fraction(1)


class Pair:
    """An old and a new policy.

    Each is taught the names that only the other one knows, so that both accept the same records: a cause, a charge
    or a priority that a policy does not know is one that it has no rule for.
    """

    def __init__(self, old: Policy, new: Policy) -> None:
        self.given = (old, new)
        self.old = Study(Policy(taught(old.tree, new.tree)))
        self.new = Study(Policy(taught(new.tree, old.tree)))
        self.trees = (self.old.tree, self.new.tree)
        self.charges = tuple(sorted(self.old.tree.names["charge"]))
        self._seen: dict[Situation, tuple[Change, ...]] = {}

    @property
    def aligned(self) -> bool:
        """Whether both count by the same kind of period, so that period can be held against period."""
        return self.old.tree.period == self.new.tree.period

    @property
    def same_periods(self) -> bool:
        """Whether every period of the one is a period of the other, from the same moment to the same."""
        return self.aligned and self.old.tree.zone == self.new.tree.zone

    @property
    def tried(self) -> int:
        """How many situations were evaluated by both."""
        return len(self._seen)

    def fee(self) -> Money:
        """The fee that is taken where none is asked about."""
        return Money(1_000, currency_of(self.given[0].tree))

    @cached_property
    def fees(self) -> tuple[Money, ...]:
        """The fees for which lines are walked: the usual one, and a lower one that no limit comes up to."""
        fee = self.fee()
        limits = [money.amount for tree in self.trees for money in limits_of(tree) if money.currency == fee.currency]
        return (fee, *(Money(limit, fee.currency) for limit in sorted(limits)[:1] if 0 < limit < fee.amount))

    def rates(self) -> tuple[Rate, ...]:
        """Each currency that a policy names is worth as much as that of the fee."""
        fee = self.fee()
        named = {name for tree in self.trees for name in currencies(tree)} - {fee.currency}
        return tuple([Rate(name, fee.currency, _ONE) for name in sorted(named)])

    def timelines(self, situation: Situation) -> tuple[Timeline, Timeline]:
        """The situation as each policy takes it: the same but for fees, where they count by other periods."""
        old, new = (self._timeline(situation, tree) for tree in self.trees)
        return old, new

    def _timeline(self, situation: Situation, tree: Tree) -> Timeline:
        names = self._periods(situation)[tree.period]
        return timeline_of(situation, self.charges, names, MONTHS[tree.period])

    def _periods(self, situation: Situation) -> Mapping[str, tuple[str, ...]]:
        sample = situation.sample
        if self.same_periods and all(sample.start <= at < sample.end for at in moments(situation)):
            return {sample.period.kind: (sample.period.name,)}
        found: dict[str, dict[str, None]] = {}
        for tree in self.trees:
            names = periods_of(situation, tree.period, tree.zone)
            found.setdefault(tree.period, {}).update(dict.fromkeys(names))
        return {kind: tuple(sorted(names)) for kind, names in found.items()}

    def outcomes(self, situation: Situation) -> tuple[tuple[PeriodResult, ...], tuple[PeriodResult, ...]]:
        """What each makes of the situation, by the evaluator that everybody uses."""
        periods = self._periods(situation)
        timelines = self.timelines(situation)
        old, new = (
            evaluated(study.policy, timeline, periods[study.tree.period])
            for study, timeline in zip((self.old, self.new), timelines, strict=True)
        )
        return old, new

    def changes(self, situation: Situation) -> tuple[Change, ...]:
        """Everything that the two policies make differently of the situation."""
        found = self._seen.get(situation)
        if found is None:
            old, new = self.outcomes(situation)
            found = () if self._same(old, new) else tuple(self._differently(old, new))
            self._seen[situation] = found
        return found

    def _differently(self, old: Sequence[PeriodResult], new: Sequence[PeriodResult]) -> Iterator[Change]:
        return (changes_between if self.aligned else totals_between)(old, new)

    def _same(self, old: Sequence[PeriodResult], new: Sequence[PeriodResult]) -> bool:
        """Whether every result is plainly the same, which is so of most situations and soon seen."""
        if not self.aligned or self._roots[0].keys() != self._roots[1].keys():
            return False
        places = [(self._roots[0][key], self._roots[1][key]) for key in self._roots[0]]
        return all(
            before.trace.values[mine] == after.trace.values[theirs]
            for before, after in zip(old, new, strict=True)
            for mine, theirs in places
        )

    @cached_property
    def _roots(self) -> tuple[Mapping[Hashable, int], Mapping[Hashable, int]]:
        old, new = (results_of(tree) for tree in self.trees)
        return old, new


def limits_of(tree: Tree) -> list[Money]:
    """The amounts of money above which a credit does not come."""
    found = []
    for node in tree.nodes:
        for at in node.inputs if node.op in ("lesser", "convert") else ():
            if tree.nodes[at].op == "literal" and tree.nodes[at].type == "money":
                amount, currency = tree.nodes[at].params["value"]
                found.append(Money(Fraction(amount), currency))
    return found


def taught(tree: Tree, other: Tree) -> Tree:
    """The tree, with the names that only the other one knows."""
    names = {kind: {**other.names.get(kind, {}), **words} for kind, words in tree.names.items()}
    recorded = {**{f"the other's {step}": field for step, field in other.recorded.items()}, **tree.recorded}
    paused = {**{f"the other's {pause}": state for pause, state in other.paused.items()}, **tree.paused}
    return tree._replace(names=names, recorded=recorded, paused=paused)
