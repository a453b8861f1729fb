"""A made-up situation in words, and how two policies stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sla_dsl.analysis.changes import Benefit, Change
from sla_dsl.analysis.choosing import Told
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.situations import Asked, Situation, Work
from sla_dsl.analysis.worlds import Outage
from sla_dsl.evaluation.result import CreditResult, Measure, TargetResult
from sla_dsl.evaluation.wording import elapsed, money, quantity
from sla_dsl.evidence.timeline import Pause, Ticket
from sla_dsl.faces.layout import Line, indented
from sla_dsl.faces.pictures.moments import moment, period_title, span
from sla_dsl.findings.wording import listed
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money
from sla_dsl.values.numbers import show_number
from sla_dsl.values.periods import read_period

MOST_SHOWN = 4
"""Of more outages than so many only the first and the last are told."""

FOR_WHOM: dict[Benefit, str] = {
    "customer": "for the benefit of the customer",
    "provider": "for the benefit of the provider",
    "both": "partly for the benefit of the customer and partly of the provider",
    "neither": "for nobody's benefit",
}


def situation_lines(pair: Pair, situation: Situation, depth: int) -> Iterator[Line]:
    """The period and the fee, then every fact on a line of its own."""
    zone = pair.old.tree.zone
    yield indented(f"{_capital(period_title(situation.sample.period))}{_fee(pair, situation)}.", depth, 2)
    for words in fact_words(pair, situation, zone):
        yield indented(words, depth, 2)


def _capital(words: str) -> str:
    return f"In {words}"


def _fee(pair: Pair, situation: Situation) -> str:
    if not pair.charges:
        return ""
    fee = money(situation.fee)
    rates = [f"1 {r.source} being {show_number(r.rate)} {r.target}" for r in situation.rates]
    return f", with a fee of {fee} a month" + (f" and {', '.join(rates)}" if rates else "")


def fact_words(pair: Pair, situation: Situation, zone: str) -> Iterator[str]:
    """Every fact of a situation, a sentence each."""
    yield from (_work(pair, work, zone) for work in situation.work)
    outages = situation.outages
    few = len(outages) <= MOST_SHOWN
    for outage in outages if few else outages[:1]:
        yield _outage(pair, outage, zone)
    if not few:
        last = span(outages[-1].start, outages[-1].end, zone)
        yield f"The same again {len(outages) - 1} times; the last time {last}."
    yield from (f"The customer is in breach, {span(start, end, zone)}." for start, end in situation.breaches)
    if situation.unreported:
        yield "Nobody reports it." if len(outages) == 1 else "Nobody reports the first of them."
    if situation.claims is not None:
        yield from (_claim(asked, zone) for asked in situation.claims)
        if not situation.claims:
            yield "Nobody claims anything."
    yield from (_ticket(pair, ticket, zone) for ticket in situation.tickets)
    yield from (_pause(pair, pause, zone) for pause in situation.pauses)
    if situation.as_of is not None:
        yield f"The record goes up to {moment(situation.as_of, zone)}."
    if not (outages or situation.tickets):
        yield "Nothing happens."


def _work(pair: Pair, work: Work, zone: str) -> str:
    told = "not announced" if work.announced is None else f"announced at {moment(work.announced, zone)}"
    service = pair.old.tree.names["service"][work.service]
    return f"Maintenance of {service}, {span(work.start, work.end, zone)}, {told}."


def _outage(pair: Pair, outage: Outage, zone: str) -> str:
    names = pair.old.tree.names
    cause = f" because of {names['cause'][outage.cause]}" if outage.cause else ""
    unknown = " for a cause that is not known" if outage.cause is None and names["cause"] else ""
    when = f"{span(outage.start, outage.end, zone)} ({elapsed(outage.end - outage.start)})"
    return f"{names['service'][outage.service]} is down{cause}{unknown}, {when}."


def _claim(asked: Asked, zone: str) -> str:
    which = "it" if asked.outages == (0,) else "the second of them"
    return f"The customer claims {which} at {moment(asked.at, zone)}, and nothing else."


def _ticket(pair: Pair, ticket: Ticket, zone: str) -> str:
    priority = pair.old.tree.names["priority"][ticket.priority]
    steps = [f"{name} at {moment(at, zone)}" for name, at in ticket.steps if at is not None and at != ticket.opened]
    opened = f"A ticket of priority {priority} is opened at {moment(ticket.opened, zone)}"
    return f"{opened}, {listed(steps, 'and') or 'and answered at once'}."


def _pause(pair: Pair, pause: Pause, zone: str) -> str:
    words = {state: tree.names["pause"].get(name, state) for tree in pair.trees for name, state in tree.paused.items()}
    end = pause.start if pause.end is None else pause.end
    when = f"{span(pause.start, end, zone)} ({elapsed(end - pause.start)})"
    return f"The ticket is in {words.get(pause.state, pause.state)}, {when}."


def told_lines(pair: Pair, told: Told, depth: int) -> Iterator[Line]:
    """How the two stand in the situation, and for whose benefit that is."""
    weighing = [change for change in told.changes if change.weighs] or list(told.changes)
    for change in weighing:
        yield indented(f"{change_words(pair, change)}.", depth, 2)
    yield indented(f"{benefit_words(told.benefit, told.gains)}.", depth, 2)


def benefit_words(benefit: Benefit, gains: dict[str, Exact]) -> str:
    """`That is for the benefit of the customer, who gets 50.00 EUR more`."""
    words = f"That is {FOR_WHOM[benefit]}"
    parts = [
        f"{money(Money(max(amount, -amount), code))} {'more' if amount > 0 else 'less'}"
        for code, amount in gains.items()
    ]
    return f"{words}: the customer gets {' and '.join(parts)}" if parts else words


def change_words(pair: Pair, change: Change) -> str:
    """`Rebate: 50.00 EUR under the old policy, 100.00 EUR under the new one`."""
    zone = pair.old.tree.zone
    when = f" in {_period(pair, change.period)}" if change.period else ""
    words = f"{_title(change)}{when}: {standing(change, change.old, zone)} under the old policy"
    return f"{words}, {standing(change, change.new, zone)} under the new one"


def _title(change: Change) -> str:
    return f"The guarantee {change.words}" if change.kind == "guarantee" else change.words


def _period(pair: Pair, name: str) -> str:
    period = read_period(name, pair.old.tree.period)
    return period_title(period) if period is not None else name


def standing(change: Change, value: Any, zone: str) -> str:
    """How a result stands under one policy, in a few words."""
    match change.kind:
        case "credit":
            return _credit(value)
        case "guarantee":
            return {None: "not given", "met": "kept", "missed": "missed"}.get(value, "not known")
        case "target":
            return _target(value, zone)
        case "measure":
            return _measure(value)


def _credit(credit: CreditResult | None) -> str:
    if credit is None:
        return "no such credit"
    amount = "an amount that is not known" if credit.amount.value is None else quantity("money", credit.amount.value)
    rate = "" if credit.rate.value is None else f"{quantity('ratio', credit.rate.value)}, "
    match credit.status:
        case "due":
            return f"{rate}{amount}"
        case "claimable":
            return f"{rate}{amount}, if it is claimed{f' by {credit.claim_by}' if credit.claim_by else ''}"
        case "unknown":
            return "not known whether it is due"
        case "none":
            return "none"
        case "not_eligible":
            return "not due"


def _target(target: TargetResult | None, zone: str) -> str:
    if target is None:
        return "no such target"
    due = "never due" if target.due is None else f"due at {moment(target.due, zone)}"
    return f"{due} and {target.verdict}"


def _measure(measure: Measure) -> str:
    return "not known" if measure.known.value is None else quantity(measure.kind, measure.known.value)
