"""What two policies make differently of one record, and for whose benefit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.result import CreditResult, Measure, PeriodResult, TargetResult
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money

Benefit = Literal["customer", "provider", "both", "neither"]
Standing = tuple[Exact, Exact, int, str]
Kind = Literal["credit", "guarantee", "target", "measure"]

OPEN = frozenset(("due", "claimable", "unknown"))
"""A credit that stands so is owed, or may be."""

_KEPT = {"met": 0, "pending": 1, "unknown": 2, "missed": 3}


class Change(NamedTuple):
    """One result that the two policies give differently; None where a policy has no such result.

    `weighs`: money, a promise, a target; else it is only a figure that is shown.
    """

    kind: Kind
    id: str
    words: str
    period: str
    ticket: str
    old: Any
    new: Any
    benefit: Benefit
    weighs: bool


def changes_between(old: Iterable[PeriodResult], new: Iterable[PeriodResult]) -> Iterator[Change]:
    """The changes, period by period."""
    for before, after in zip(old, new, strict=True):
        yield from _credits(before, after)
        yield from _guarantees(before, after)
        yield from _targets((before,), (after,))
        yield from _measures(before, after)


def _pairs(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[tuple[Any, Any, Any]]:
    for key in dict.fromkeys((*old, *new)):
        yield key, old.get(key), new.get(key)


def _credits(before: PeriodResult, after: PeriodResult) -> Iterator[Change]:
    old, new = ({credit.id: credit for credit in result.credits} for result in (before, after))
    for key, a, b in _pairs(old, new):
        change = credit_change(key, before.name, a, b)
        if change is not None:
            yield change


def credit_change(key: str, period: str, a: CreditResult | None, b: CreditResult | None) -> Change | None:
    """How a credit differs, if it does."""
    if _stands(a) == _stands(b):
        if a is None or b is None or _figures(a) == _figures(b):
            return None
        return Change("credit", key, b.words, period, "", a, b, "neither", False)
    words = (b or a).words  # type: ignore[union-attr]
    return Change("credit", key, words, period, "", a, b, _for_whom(_stands(a), _stands(b)), True)


def _figures(credit: CreditResult) -> tuple[object, ...]:
    return credit.status, credit.rate.value, credit.amount.value


def _stands(credit: CreditResult | None) -> Standing:
    """What is owed at least and at most, how surely, and until when it can be claimed; the more, the better."""
    if credit is None or credit.status not in OPEN:
        return 0, 0, 0, ""
    least, most = owed(credit)
    sure = {"unknown": 0, "claimable": 1, "due": 2}[credit.status]
    return least, most, sure, credit.claim_by.isoformat() if credit.status == "claimable" and credit.claim_by else ""


def owed(credit: CreditResult | None) -> tuple[Exact, Exact]:
    """The least and the most that is owed, in the currency of the charge."""
    if credit is None or credit.status not in OPEN:
        return 0, 0
    least, most = credit.amount.least, credit.amount.most
    return _bare(least, 0), _bare(most, BOUNDLESS)


def _bare(quantity: Any, unknown: Exact) -> Exact:
    if isinstance(quantity, Money):
        return quantity.amount
    return unknown if quantity is None else quantity


def _for_whom(old: Standing, new: Standing) -> Benefit:
    """Money decides; where it is the same, how surely it is owed, and for how long it can be claimed."""
    if old[:2] != new[:2]:
        up = new[0] >= old[0] and new[1] >= old[1]
        return "customer" if up else "provider" if new[0] <= old[0] and new[1] <= old[1] else "both"
    return "customer" if new > old else "provider"


def _guarantees(before: PeriodResult, after: PeriodResult) -> Iterator[Change]:
    words = {root.id: root.words for root in (*before.tree.guarantees, *after.tree.guarantees)}
    for key, a, b in _pairs(before.guarantees, after.guarantees):
        if (a or "met") != (b or "met"):
            yield Change("guarantee", key, words[key], before.name, "", a, b, _kept(a or "met", b or "met"), True)


def _kept(old: str, new: str) -> Benefit:
    """A promise that is broken sooner is the stricter one."""
    return "customer" if _KEPT[new] > _KEPT[old] else "provider"


def _targets(before: Sequence[PeriodResult], after: Sequence[PeriodResult]) -> Iterator[Change]:
    old, new = (_by_target(results) for results in (before, after))
    for (ticket, key), a, b in _pairs(old, new):
        if _target_stands(a) != _target_stands(b):
            yield Change("target", key, (b or a).words, before[0].name, ticket, a, b, _sooner(a, b), True)


def _by_target(results: Iterable[PeriodResult]) -> dict[tuple[str, str], TargetResult]:
    tickets = chain.from_iterable(result.tickets.items() for result in results)
    return {(ticket, one.id): one for ticket, targets in tickets for one in targets}


def _target_stands(target: TargetResult | None) -> tuple[str, int | None]:
    return ("met", None) if target is None else (target.verdict, target.due)


def _sooner(a: TargetResult | None, b: TargetResult | None) -> Benefit:
    if a is None or b is None:
        return "customer" if a is None else "provider"
    if a.due != b.due:
        return "customer" if b.due is not None and (a.due is None or b.due < a.due) else "provider"
    return _kept(a.verdict, b.verdict)


def _measures(before: PeriodResult, after: PeriodResult) -> Iterator[Change]:
    new = after.measures
    for key, a in before.measures.items():
        b: Measure | None = new.get(key)
        if b is not None and a.known[:3] != b.known[:3]:
            yield Change("measure", key, b.words, before.name, "", a, b, "neither", False)


def totals_between(old: Sequence[PeriodResult], new: Sequence[PeriodResult]) -> Iterator[Change]:
    """The changes where the two count by other periods: the money of all periods together, and every promise."""
    for key in dict.fromkeys(credit.id for result in (*old, *new) for credit in result.credits):
        a, b = (_total(results, key) for results in (old, new))
        change = credit_change(key, "", a, b)
        if change is not None and change.weighs:
            yield change
    words = {root.id: root.words for results in (old, new) for root in results[0].tree.guarantees}
    for key in words:
        first, then = (_worst(results, key) for results in (old, new))
        if first != then:
            yield Change("guarantee", key, words[key], "", "", first, then, _kept(first, then), True)
    yield from _targets(old, new)


def _total(results: Sequence[PeriodResult], key: str) -> CreditResult | None:
    found = [credit for result in results for credit in result.credits if credit.id == key and credit.status in OPEN]
    if not found:
        return None
    currency = next((e.currency for c in found for e in (c.amount.least, c.amount.most) if isinstance(e, Money)), "")
    least, most = (Money(sum(owed(credit)[end] for credit in found), currency) for end in (0, 1))
    amount = found[0].amount._replace(value=least if least == most else None, least=least, most=most)
    return found[0]._replace(amount=amount)


def _worst(results: Sequence[PeriodResult], key: str) -> str:
    return max((result.guarantees.get(key, "met") for result in results), key=_KEPT.__getitem__)


def benefit_of(changes: Iterable[Change]) -> Benefit:
    """For whose benefit the changes are together: money first, else promises and targets."""
    weighing = [change for change in changes if change.weighs]
    for kinds in (("credit",), ("guarantee", "target")):
        sides = {change.benefit for change in weighing if change.kind in kinds} - {"neither"}
        if sides:
            return sides.pop() if len(sides) == 1 else "both"
    return "neither"


def gains(changes: Iterable[Change]) -> dict[str, Exact]:
    """By currency, how much more the new policy gives; nothing of an amount that is not known."""
    found: dict[str, Exact] = {}
    for change in changes:
        if change.kind == "credit":
            old, new = owed(change.old), owed(change.new)
            if old[0] == old[1] and new[0] == new[1]:
                currency = _currency(change)
                found[currency] = found.get(currency, 0) + new[0] - old[0]
    return {currency: amount for currency, amount in found.items() if amount}


def _currency(change: Change) -> str:
    credits = [credit for credit in (change.new, change.old) if credit is not None]
    ends = chain.from_iterable((credit.amount.least, credit.amount.most) for credit in credits)
    return next((end.currency for end in ends if isinstance(end, Money) and end.currency), "")
