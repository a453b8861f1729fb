"""From a result of the package to an `Answer`, the form in which the second evaluator's answers are compared."""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.evaluation.ledger import Fate
from sla_dsl.evaluation.result import CreditResult, Known, PeriodResult, Quantity
from sla_dsl.evaluation.writing import verdict
from sla_dsl.values.money import Money, show_amount
from tests.oracle.answer import Answer, Span, merged
from tests.oracle.clock import SECOND

BUCKETS = {"undecided": "open"}
"""Names of buckets in the package, and what the second evaluator calls them where it differs."""


def answer_of(period: PeriodResult) -> Answer:
    """One period as an answer: of the policy's first credit, first guarantee and first ledger."""
    credit = period.credits[0]
    owed = credit.amount.value if credit.status in ("due", "claimable") else None
    doubt = credit.status == "unknown" or (credit.status == "claimable" and owed is None)
    return Answer(
        period=period.name,
        start=period.trace.start,
        end=period.trace.end,
        ledger=ledger_of(period),
        downtime=pair(period.measures["downtime"].known, SECOND),
        uptime=pair(period.measures["uptime"].known),
        guarantee=next(iter(period.guarantees.values())),
        incidents={name: seconds(fates) for name, fates in fates_of(period).items()},
        verdicts={name: verdict(fates) for name, fates in fates_of(period).items()},
        rate=pair(credit.rate, Fraction(1, 100)),
        status=credit.status,
        amount=text(owed),
        currency=currency_of(credit),
        capped=credit.capped,
        claim_by=credit.claim_by.isoformat() if credit.claim_by else None,
        least=text(credit.amount.least) if doubt else None,
        most=text(credit.amount.most) if doubt else None,
        tickets={
            ticket: {target.id: (-1 if target.due is None else target.due, target.verdict) for target in targets}
            for ticket, targets in period.tickets.items()
        },
    )


def ledger_of(period: PeriodResult) -> dict[tuple[str, str], list[Span]]:
    """The sets of time by bucket and clause."""
    found: dict[tuple[str, str], list[Span]] = {}
    for entry in period.ledgers["downtime"].entries:
        clause = period.tree.clauses[entry.clause] if entry.clause >= 0 else ""
        found.setdefault((BUCKETS.get(entry.bucket, entry.bucket), clause), []).extend(entry.spans)
    return {key: merged(spans) for key, spans in found.items()}


def pair(known: Known, unit: Fraction | int = 1) -> tuple[Fraction, Fraction]:
    """The least and the most in the unit; -1 where nothing bounds it."""
    least, most = (Fraction(-1) if end is None else number(end) / unit for end in (known.least, known.most))
    return least, most


def number(quantity: Quantity) -> Fraction:
    return Fraction(quantity.amount if isinstance(quantity, Money) else quantity)


def fates_of(period: PeriodResult) -> dict[str, tuple[Fate, ...]]:
    """What became of each incident, by its id; nothing for one outside the period."""
    return {incident.id: period.fates.get(n, ()) for n, incident in enumerate(period.facts.incidents)}


def seconds(fates: tuple[Fate, ...]) -> tuple[Fraction, Fraction]:
    """The seconds of an incident that surely count, and the most that may."""
    least, most = max(((fate.counted, fate.most) for fate in fates), default=(0, 0))
    return Fraction(least, SECOND), Fraction(most, SECOND)


def text(amount: Quantity | None) -> str | None:
    """The amount with its coins; without a currency it is nothing, "0.00"."""
    if amount is None:
        return None
    if isinstance(amount, Money) and amount.currency:
        return show_amount(amount)
    return "0.00" if number(amount) == 0 else str(number(amount))


def currency_of(credit: CreditResult) -> str | None:
    ends = (credit.amount.value, credit.amount.most, credit.amount.least)
    return next((end.currency for end in ends if isinstance(end, Money) and end.currency), None)
