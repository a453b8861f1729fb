"""The result of an evaluation: what each period comes to, as typed, frozen values.

Every part is a view of the traces: nothing is worked out twice, and what nobody asks for is never put into
words.  `to_dict` gives the plain form that `sla-result/1` describes.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from sla_dsl.evaluation.arithmetic import is_boundless
from sla_dsl.evaluation.credits import Credit, Status
from sla_dsl.evaluation.evaluate import Trace
from sla_dsl.evaluation.explanation import Explanation, explain
from sla_dsl.evaluation.ledger import Fate, Ledger
from sla_dsl.evaluation.plan import Plan
from sla_dsl.evaluation.targets import Judged
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.evidence.facts import Facts
from sla_dsl.findings.frozen import Frozen, put
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

Quantity = int | Fraction | Money
Chooser = Literal["customer", "provider", "not given"]


class Known(NamedTuple):
    """A quantity as far as it is known.

    `value` is None where it is not; then `least` and `most` bound it (None: nothing bounds it) and `needs` says
    what would settle it.  Times are in microseconds, shares are fractions of 1, money carries its currency.
    """

    value: Quantity | None
    least: Quantity | None
    most: Quantity | None
    needs: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A measured value: `kind` is elapsed, ratio, number or money."""

    id: str
    words: str
    kind: str
    known: Known


class Payment(NamedTuple):
    """In which form a credit is paid, as the policy says it; `only` where every other form is ruled out.

    `chooser` is who chooses among several: the customer, the provider, or `not given`; None where there is one form.
    """

    forms: tuple[str, ...]
    only: bool
    chooser: Chooser | None


class CreditResult(NamedTuple):
    """A credit in a period.  `amount` is what it comes to, whatever the status; only a `due` one is owed.

    `paid_as` is None where the policy does not say in which form it is paid.
    """

    id: str
    words: str
    status: Status
    rate: Known
    amount: Known
    capped: bool | None
    claim_by: dt.date | None
    needs: tuple[str, ...]
    paid_as: Payment | None = None


class TargetResult(NamedTuple):
    """A support target for a ticket: when it was due (an instant, None: not to be said yet), and how it stands.

    `left_out` is the time in which its clock stood still, `stopped` says that it still does, `needs` what is missing.
    """

    id: str
    words: str
    due: int | None
    verdict: Literal["met", "missed", "pending", "unknown"]
    left_out: int = 0
    stopped: bool = False
    needs: tuple[str, ...] = ()


def as_known(value: Any) -> Known:
    """A value of a trace, told as what is known of it."""
    if not isinstance(value, Between):
        return Known(value, value, value)
    low, high = (None if is_boundless(end) else end for end in (value.low, value.high))
    return Known(None, low, high, value.needs)


class PeriodResult(Frozen):
    """One period of a result: a view of its trace."""

    plan: Plan
    facts: Facts
    trace: Trace

    def __init__(self, plan: Plan, facts: Facts, trace: Trace) -> None:
        put(self, "plan", plan)
        put(self, "facts", facts)
        put(self, "trace", trace)

    @property
    def tree(self) -> Tree:
        """The tree that was evaluated."""
        return self.plan.tree

    @property
    def name(self) -> str:
        """The period as the formats write it: `2026-03`."""
        return self.trace.period.name

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """The measured values, by identifier."""
        return {
            root.id: Measure(root.id, root.words, self.tree.nodes[root.node].type, as_known(self._value(root.node)))
            for root in self.tree.measures
        }

    @cached_property
    def guarantees(self) -> Mapping[str, Literal["met", "missed", "unknown"]]:
        """Whether each promise was kept, by identifier."""
        return {root.id: _kept(self._value(root.node)) for root in self.tree.guarantees}

    @cached_property
    def credits(self) -> tuple[CreditResult, ...]:
        """The credits, in the policy's order."""
        return tuple(
            _credit(root, self._value(root.node))._replace(paid_as=_payment(self.tree, root))
            for root in self.tree.credits
        )

    @cached_property
    def tickets(self) -> Mapping[str, tuple[TargetResult, ...]]:
        """For each ticket opened in the period, its targets."""
        found: dict[str, tuple[TargetResult, ...]] = {t.id: () for t in self._opened()}
        for root in self.tree.targets:
            judged: tuple[Judged, ...] = self._value(root.node)
            for one in judged:
                target = TargetResult(
                    root.id, root.words, one.due, one.verdict, one.left_out, bool(one.stopped_in), one.needs
                )
                found[one.ticket] = (*found[one.ticket], target)
        return found

    @cached_property
    def ledgers(self) -> Mapping[str, Ledger]:
        """The ledger of time of each measure that counts incidents, by identifier."""
        return {root.id: self._value(root.node) for root in self.tree.ledgers}

    @cached_property
    def fates(self) -> Mapping[int, tuple[Fate, ...]]:
        """What became of each incident that touches the period, by its number, measure by measure."""
        found: dict[int, tuple[Fate, ...]] = {}
        for fates in self.fates_of_measures.values():
            for number, fate in fates.items():
                found[number] = (*found.get(number, ()), fate)
        return found

    @cached_property
    def fates_of_measures(self) -> Mapping[str, Mapping[int, Fate]]:
        """The same by the identifier of the measure, and then by the number of the incident."""
        return {key: {fate.incident: fate for fate in ledger.fates()} for key, ledger in self.ledgers.items()}

    @cached_property
    def lasting(self) -> Mapping[int, frozenset[int]]:
        """For each step that keeps long outages, by its place: the numbers of the incidents that surely are in one."""
        kept = {at: self._value(at) for at, node in enumerate(self.tree.nodes) if node.op == "keep"}
        lows = {at: value.low if isinstance(value, Between) else value for at, value in kept.items()}
        return {at: frozenset([n for _, _, n in low.pieces]) for at, low in lows.items()}

    @cached_property
    def explanation(self) -> Explanation:
        """The explanation as data: for each result the tree of its steps, with values, clauses and assumptions."""
        return explain(self.tree, self.plan.outline, self.trace.values, self.fates)

    @cached_property
    def memo(self) -> dict[str, object]:
        """What was worked out from the period once and is kept with it; it says nothing new."""
        return {}

    def counted(self, measure: str) -> Spans:
        """The time that surely counts as the measure in this period."""
        entries = self.ledgers[measure].entries
        return next((e.spans for e in entries if e.bucket == "counted"), ())

    def _value(self, at: int) -> Any:
        return self.trace.values[at]

    def _opened(self) -> list[Any]:
        return [t for t in self.facts.tickets or () if self.trace.start <= t.opened < self.trace.end]


def _kept(truth: bool | Between) -> Literal["met", "missed", "unknown"]:
    if isinstance(truth, Between):
        return "unknown"
    return "met" if truth else "missed"


def _credit(root: Root, credit: Credit) -> CreditResult:
    rate, amount = as_known(credit.rate), as_known(credit.amount)
    if credit.status == "unknown":
        amount = _amount_of_unknown(credit, amount)
    return CreditResult(root.id, root.words, credit.status, rate, amount, credit.capped, credit.claim_by, credit.needs)


def _payment(tree: Tree, root: Root) -> Payment | None:
    """How the policy says that a credit is paid."""
    node = tree.nodes[root.node]
    params = (tree.nodes[node.inputs[0]] if node.op == "credit_by_claim" else node).params
    return Payment(tuple(params["paid_as"]), params["only"], params["chooser"] or None) if params["paid_as"] else None


def _amount_of_unknown(credit: Credit, amount: Known) -> Known:
    """What an unknown credit can come to: nothing, where it is not sure that anything is due at all."""
    return Known(None, amount.least if credit.sure else _nothing(amount), amount.most, credit.needs)


def _nothing(amount: Known) -> Quantity:
    like = amount.most if amount.most is not None else amount.least
    return Money(0, like.currency) if isinstance(like, Money) else 0


Writer = Callable[["Result"], dict[str, Any]]
"""What makes plain data of a result."""


class Result(Frozen):
    """The result of evaluating a policy on one account's timeline.

    `notes` say what was taken for granted about the evidence.  `periods` are in the order asked for.  `writer`
    makes the plain form: it is given with the rest, for what puts a result into words reads it, and not the other
    way round.
    """

    plan: Plan
    facts: Facts
    traces: tuple[Trace, ...]
    notes: tuple[str, ...]
    writer: Writer

    def __init__(
        self, plan: Plan, facts: Facts, traces: tuple[Trace, ...], notes: tuple[str, ...], writer: Writer
    ) -> None:
        put(self, "plan", plan)
        put(self, "facts", facts)
        put(self, "traces", traces)
        put(self, "notes", notes)
        put(self, "writer", writer)

    @cached_property
    def periods(self) -> tuple[PeriodResult, ...]:
        """One for each period."""
        return tuple(PeriodResult(self.plan, self.facts, t) for t in self.traces)

    @property
    def tree(self) -> Tree:
        """The tree that was evaluated."""
        return self.plan.tree

    @property
    def account(self) -> str:
        """The account's name, as the timeline gives it."""
        return self.facts.timeline.account

    @property
    def as_of(self) -> int | None:
        """The instant up to which the record is kept; None for a closed record."""
        return self.facts.as_of

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data in the form `sla-result/1`: the same inputs give the same data."""
        return self.writer(self)
