"""What an example expects against what the result has: exactly, before anything is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

import attrs

from sla_dsl.evaluation.result import CreditResult, Known, PeriodResult, TargetResult
from sla_dsl.evaluation.wording import quantity
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.quantities import Quantity
from sla_dsl.language.weighing import weigh
from sla_dsl.values.instant import show_instant
from sla_dsl.values.money import Money
from sla_dsl.values.zones import to_instants


@attrs.frozen
class Bench:
    """The period to look at, and what the names of fixed values come to."""

    period: PeriodResult
    known: Mapping[str, Quantity]

    def credit(self, name: n.Name) -> CreditResult | None:
        """The credit of that name."""
        return next((c for c in self.period.credits if c.id == identifier(name.text)), None)

    def targets(self, name: n.Name) -> list[tuple[str, TargetResult]]:
        """The targets for that step, one for each ticket that has one, each with what it is called in a sentence."""
        pairs = [(ticket, target) for ticket, targets in self.period.tickets.items() for target in targets]
        found = [(ticket, target) for ticket, target in pairs if target.id == identifier(name.text)]
        return [(f"{name.text} on {ticket}" if len(found) > 1 else name.text, target) for ticket, target in found]


def differences(expect: n.Expect, bench: Bench) -> Iterator[str]:
    """A sentence for each thing that is not as it was expected."""
    match expect:
        case n.ExpectValue():
            yield from _value(expect, bench)
        case n.ExpectVerdict():
            yield from _verdict(expect, bench)
        case n.ExpectDueAt():
            yield from _due(expect, bench)
        case n.ExpectClaimable():
            yield from _claimable(expect, bench)
        case _:
            assert_never(expect)


def _say(subject: str, wanted: str, found: str) -> str:
    return f"{subject} was expected to be {wanted}, and is {found}."


# ---------------------------------------------------------------- values


def _value(expect: n.ExpectValue, bench: Bench) -> Iterator[str]:
    wanted, _ = weigh(expect.value, bench.known)
    kind = wanted.type or "number"
    credit = bench.credit(expect.name)
    if credit is not None and kind == "money":
        yield from _amount(expect.name, Money(wanted.fixed or 0, wanted.currency), credit)
        return
    found = credit.rate if credit else bench.period.measures[identifier(expect.name.text)].known
    value = Money(wanted.fixed or 0, wanted.currency) if kind == "money" else wanted.fixed
    if found.value is None or found.value != value:
        yield _say(expect.name.text, quantity(kind, value), _shown(kind, found))


def _amount(name: n.Name, wanted: Money, credit: CreditResult) -> Iterator[str]:
    """The amount that the customer has, or has for the asking: nothing, where none is due."""
    if credit.status in ("none", "not_eligible"):
        if wanted.amount:
            yield _say(name.text, quantity("money", wanted), _standing(credit))
    elif credit.status == "unknown" or credit.amount.value != wanted:
        found = credit.amount if credit.status != "unknown" else credit.amount._replace(value=None)
        yield _say(name.text, quantity("money", wanted), _shown("money", found))


def _shown(kind: str, known: Known) -> str:
    if known.value is not None:
        return quantity(kind, known.value)
    if known.least is None or known.most is None:
        return "not known"
    least, most = known.least, known.most
    if isinstance(least, Money) and isinstance(most, Money):
        least = Money(least.amount, most.currency)  # nothing has no currency of its own
    return f"not known, from {quantity(kind, least)} to {quantity(kind, most)}"


# ---------------------------------------------------------------- verdicts, deadlines, claims


def _verdict(expect: n.ExpectVerdict, bench: Bench) -> Iterator[str]:
    for subject, verdict in _verdicts(expect.name, bench):
        if verdict != expect.verdict:
            yield _say(subject, expect.verdict, verdict)


def _verdicts(name: n.Name, bench: Bench) -> list[tuple[str, str]]:
    """How it stands with a credit, a guarantee, a measure (which is known or not), or a step on each ticket."""
    key = identifier(name.text)
    credit, measure = bench.credit(name), bench.period.measures.get(key)
    if credit is not None:
        return [(name.text, credit.status.replace("_", " "))]
    if key in bench.period.guarantees:
        return [(name.text, bench.period.guarantees[key])]
    if measure is not None:
        known = measure.known
        return [(name.text, "unknown" if known.value is None else quantity(measure.kind, known.value))]
    return [(subject, target.verdict) for subject, target in bench.targets(name)] or [(name.text, NO_TICKET)]


NO_TICKET = "not due on any ticket of this period"


def _due(expect: n.ExpectDueAt, bench: Bench) -> Iterator[str]:
    zone = bench.period.tree.zone
    instant = to_instants(expect.instant.moment, expect.instant.zone or zone)[0]
    wanted = f"due at {show_instant(instant, zone)}"
    found = bench.targets(expect.name)
    for subject, target in found:
        if target.due != instant:
            shown = "not due yet" if target.due is None else f"due at {show_instant(target.due, zone)}"
            yield _say(subject, wanted, shown)
    if not found:
        yield _say(expect.name.text, wanted, NO_TICKET)


def _claimable(expect: n.ExpectClaimable, bench: Bench) -> Iterator[str]:
    credit = bench.credit(expect.name)
    wanted = f"claimable until {expect.until.isoformat()}"
    if credit is None or (credit.status, credit.claim_by) != ("claimable", expect.until):
        yield _say(expect.name.text, wanted, _standing(credit) if credit else "none")


def _standing(credit: CreditResult) -> str:
    """The status of a credit in words, with the last day of one that can still be claimed."""
    if credit.status != "claimable":
        return credit.status.replace("_", " ")
    return f"claimable until {credit.claim_by.isoformat()}" if credit.claim_by else "claimable, with no last day yet"
