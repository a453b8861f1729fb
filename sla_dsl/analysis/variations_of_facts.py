"""Variations of everything but outages: announced work, breaches, reports, claims, money, tickets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from sla_dsl.analysis.ground import Ground
from sla_dsl.analysis.situations import Asked, Situation, Work
from sla_dsl.analysis.variations import Maker, every_axis, odd_hours
from sla_dsl.analysis.worlds import Outage
from sla_dsl.evaluation.deadlines import Within, due
from sla_dsl.evaluation.steps_of_claims import within_of
from sla_dsl.evidence.timeline import Pause, Rate, Ticket
from sla_dsl.values.instant import DAY, HOUR, MINUTE
from sla_dsl.values.money import Money, minor_digits
from sla_dsl.values.zones import local_date, start_of_day

_RATE = Fraction(10837, 10000)


def work(ground: Ground) -> Iterator[Situation]:
    """An outage in a window of maintenance, announced about every notice that is named; then one that overruns."""
    if not ground.has("windows"):
        return
    starts = (ground.day + 2 * HOUR, ground.noon, ground.day + 22 * HOUR, _after_clocks(ground))
    for start, axis, lasting in product(starts, every_axis(ground), ground.paying[::-1]):
        for announced in _notices(ground, start):
            outage, window = ground.outage(axis, start, lasting), Work(axis.service, announced, start, start + lasting)
            yield ground.situation("announced work", outage, work=(window,))
    for axis, lasting in product(every_axis(ground), ground.paying[::-1]):
        outage = ground.outage(axis, ground.noon - lasting // 2, 2 * lasting)
        window = Work(axis.service, ground.noon - 60 * DAY, ground.noon, ground.noon + lasting)
        yield ground.situation("an overrun of announced work", outage, work=(window,))


def _after_clocks(ground: Ground) -> int:
    """Ten on the day after the clocks change in the period; else the usual moment."""
    zone = ground.pair.old.tree.zone
    midnight = ground.sample.start
    while midnight < ground.sample.end - 2 * DAY:
        after = start_of_day(local_date(midnight, zone) + dt.timedelta(days=1), zone)
        if after - midnight != DAY:
            return after + 10 * HOUR
        midnight = after
    return ground.noon


def _notices(ground: Ground, start: int) -> list[int | None]:
    """Moments of an announcement about each notice, in elapsed time and by the date, by the clocks of each zone."""
    found: set[int] = {start - 60 * DAY, start, start + 1}
    for tree, node in ground.nodes("windows"):
        notice = node.params["notice"]
        if notice["kind"] != "any":
            amount = Fraction(notice["amount"])
            elapsed = int(amount * DAY if notice["kind"] == "days" else amount)
            found |= {start - elapsed + step for step in (-1, 0, 1)}
            for zone, days in product({tree.zone, *ground.zones}, {elapsed // DAY, -(-elapsed // DAY)}):
                midnight = start_of_day(local_date(start, zone) - dt.timedelta(days=days), zone)
                found |= {midnight - 1, midnight, midnight + DAY - 1, midnight + DAY}
    return [*sorted(found, reverse=True), None]


def breaches(ground: Ground) -> Iterator[Situation]:
    """An outage while the customer is in breach: all of it, its first half, its second."""
    if ground.has("breaches"):
        for axis, lasting in product(every_axis(ground), ground.paying[::-1]):
            outage = ground.outage(axis, ground.noon, lasting)
            middle = ground.noon + lasting // 2
            for breach in ((outage.start, outage.end), (outage.start, middle), (middle, outage.end)):
                yield ground.situation("a breach by the customer", outage, breaches=(breach,))


def reports(ground: Ground) -> Iterator[Situation]:
    """An outage that nobody reported, alone, and beside one that does not count but was."""
    if ground.has("reported"):
        for axis, lasting in product(ground.counted, ground.paying[::-1]):
            outage = ground.outage(axis, ground.noon, lasting)
            yield ground.situation("an outage that nobody reported", outage, unreported=frozenset((0,)))
            for other in every_axis(ground):
                beside = ground.outage(other, ground.noon + lasting + 2 * HOUR, HOUR)
                yield ground.situation("an outage that nobody reported", outage, beside, unreported=frozenset((0,)))


def claims(ground: Ground) -> Iterator[Situation]:
    """Claims at the last moment, after it, or not at all; and claims that name one outage of two."""
    limits = _limits(ground)
    if not limits:
        return
    for axis, lasting in product(ground.counted, ground.paying[::-1]):
        outage = ground.outage(axis, ground.noon, lasting)
        yield ground.situation("an outage that nobody claimed", outage, claims=())
        for last in _lasts(ground, outage, limits):
            yield ground.situation("a claim about its last day", outage, claims=(Asked(last, (0,)),))
            if last >= outage.end:
                yield ground.situation("a claim that can still be made", outage, claims=(), as_of=last)
        if lasting < ground.sample.length // 4:
            yield from _one_of_two(ground, outage)


def _one_of_two(ground: Ground, outage: Outage) -> Iterator[Situation]:
    for small in (1, 2, 10):
        lasting = max(1, (outage.end - outage.start) // small)
        other = outage._replace(start=outage.end + 25 * HOUR, end=outage.end + 25 * HOUR + lasting)
        asked = Asked(other.end, (1,))
        yield ground.situation("a claim for one outage of two", outage, other, claims=(asked,))


def _limits(ground: Ground) -> list[tuple[Within, str]]:
    nodes = ground.nodes("claimed", "claimed_only")
    return [(within_of(node.params["within"], tree), tree.zone) for tree, node in nodes]


def _lasts(ground: Ground, outage: Outage, limits: list[tuple[Within, str]]) -> list[int]:
    """The moments about the end of each time to claim, after each event that it can run from."""
    found: set[int] = set()
    for (within, zone), event in product(limits, (outage.start, outage.end, ground.sample.end)):
        limit = due(event, within, zone)
        if limit is not None:
            found |= {limit - 1, limit, limit + 1, limit + DAY - 1}
    return sorted(found)


def fees(ground: Ground) -> Iterator[Situation]:
    """Fees about every limit and least amount, with half cents, and in another currency."""
    if not ground.has("charge"):
        return
    for fee, axis, lasting in product(_fees(ground), ground.counted, ground.paying[::-1]):
        yield ground.situation("the fee", ground.outage(axis, ground.noon, lasting), fee=fee)
    for (fee, rates), axis, lasting in product(_foreign(ground), ground.counted, ground.paying[::-1]):
        outage = ground.outage(axis, ground.noon, lasting)
        yield ground.situation("a fee in another currency", outage, fee=fee, rates=rates)


def _fees(ground: Ground) -> list[Money]:
    """Plain fees, and those of which a rate comes to about an amount that is named, or to half a cent."""
    currency = ground.fee.currency
    coin = Fraction(1, 10 ** minor_digits(currency))
    plain = [Fraction(n) for n in (10, 100, 1_000, 10_000, 1_000_000)]
    named = [Fraction(money.amount) for money in ground.amounts]
    found = {*plain, *named, *(coin * n for n in (1, 5, 10, 30, 50, 110, 1010, 1030))}
    for share in ground.shares:
        found |= {_coins((amount + step * coin) / share, coin) for amount in named for step in (-1, 0, 1)}
        found |= {(n * coin + part * coin) / share for n in (10, 11) for part in (Fraction(1, 2), Fraction(1, 4))}
    decimal = [fee for fee in found if fee >= 0 and 10**12 * fee == int(10**12 * fee)]
    return [Money(fee, currency) for fee in sorted(decimal, key=lambda fee: (fee.denominator > 100, fee))]


def _coins(amount: Fraction, coin: Fraction) -> Fraction:
    """Up to the next coin: a fee that nobody can be charged shows nothing."""
    return -(-amount // coin) * coin


def _foreign(ground: Ground) -> Iterator[tuple[Money, tuple[Rate, ...]]]:
    """Fees in a currency that no amount of the policies is in, with a rate for each that is."""
    named = sorted({money.currency for money in ground.amounts if money.currency})
    other = next(code for code in ("USD", "EUR", "GBP", "CHF", "JPY", "SEK") if code not in named)
    if named:
        rates = tuple([Rate(code, other, _RATE) for code in named])
        for amount in (10, 1_000, 1_000_000):
            yield Money(amount, other), rates


def tickets(ground: Ground) -> Iterator[Situation]:
    """A ticket of each priority, with each step at about the moment at which either policy has it due."""
    for tree, node in ground.nodes("target"):
        within, after = within_of(node.params["within"], tree), node.params["after"]
        for opened in _openings(ground):
            event = opened if not after else opened + 10 * MINUTE
            limit = due(event, within, tree.zone)
            before = ((after, event),) if after else ()
            for at in () if limit is None else (limit - 1, limit, limit + 1):
                steps = (*before, (node.params["recorded"], max(at, event)))
                ticket = _ticket(ground, node.params["priority"], opened, steps)
                yield ground.situation("a ticket", tickets=(ticket,))
                if node.params["pauses"] and at > event:
                    yield from _waiting(ground, node.params["pauses"], ticket, event)


def _waiting(ground: Ground, states: Iterable[str], ticket: Ticket, event: int) -> Iterator[Situation]:
    """The same with an hour at the beginning in which the ticket is in a state that stops a clock."""
    for state in states:
        pauses = (Pause(ticket.id, state, event, event + HOUR),)
        yield ground.situation("a ticket that waits", tickets=(ticket,), pauses=pauses)


def _ticket(ground: Ground, priority: str, opened: int, steps: tuple[tuple[str, int], ...]) -> Ticket:
    """A ticket on which every other step was taken at once."""
    fields = dict.fromkeys(field for tree in ground.pair.trees for field in tree.recorded.values())
    happened: dict[str, int | None] = {**dict.fromkeys(fields, opened), **dict(steps)}
    return Ticket("T-1", priority, opened, tuple(happened.items()))


def _openings(ground: Ground) -> list[int]:
    """Ten on each day of a week, late on one, and where calendars open, close and differ."""
    odd = [moment for _, span in odd_hours(ground) for moment in (span[0], span[1] - 1, span[1], span[0] - HOUR)]
    week = [ground.noon + day * DAY for day in range(7)]
    found = [*week, ground.day + 16 * HOUR + 30 * MINUTE, ground.day, *odd]
    return [at for at in dict.fromkeys(found) if ground.sample.start <= at < ground.sample.end]


OF_FACTS: Mapping[str, Maker] = {
    "announced work": work,
    "breaches": breaches,
    "reports": reports,
    "claims": claims,
    "fees and currencies": fees,
    "tickets": tickets,
}
