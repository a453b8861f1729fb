"""Situations: made-up records in which two policies can be held against each other.

Richer than a `World`: work that was announced, breaches, late claims, tickets.  Where a situation says nothing, the
customer does all that can be asked: every outage is reported and claimed when it ends, and every charge is paid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.worlds import Outage
from sla_dsl.evidence.timeline import Breach, Charge, Claim, Incident, Pause, Rate, Report, Ticket, Timeline, Window
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import SECOND
from sla_dsl.values.money import Money
from sla_dsl.values.periods import PeriodKind, period_of

MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "year": 12}


class Work(NamedTuple):
    """A maintenance window; `announced` None: it was not announced."""

    service: str
    announced: int | None
    start: int
    end: int


class Asked(NamedTuple):
    """A claim: when, and for which outages by their place."""

    at: int
    outages: tuple[int, ...]


class Situation(NamedTuple):
    """What happened around a period.  `kind` says in a few words what is looked at.

    `unreported` are the places of outages that nobody reported; `claims` None: each outage is claimed when it ends;
    `as_of`: up to when the record is kept.
    """

    kind: str
    sample: Sample
    fee: Money
    outages: tuple[Outage, ...] = ()
    work: tuple[Work, ...] = ()
    breaches: tuple[tuple[int, int], ...] = ()
    unreported: frozenset[int] = frozenset()
    claims: tuple[Asked, ...] | None = None
    rates: tuple[Rate, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    pauses: tuple[Pause, ...] = ()
    as_of: int | None = None

    def size(self) -> tuple[int, int, int]:
        """How much there is to understand: the number of facts, how many seconds it was down, and the fraction."""
        facts = len(self.outages) + len(self.work) + len(self.breaches) + len(self.tickets) + len(self.pauses)
        unusual = bool(self.unreported) + (self.claims is not None) + (self.as_of is not None) + len(self.rates)
        lasting = sum(outage.end - outage.start for outage in self.outages)
        return 2 * facts + unusual, -(-lasting // SECOND), -lasting % SECOND


def moments(situation: Situation) -> Iterator[int]:
    """The moments of a situation that decide which periods it touches."""
    yield from (situation.sample.start, situation.sample.end - 1)
    for outage in situation.outages:
        yield from (outage.start, max(outage.start, outage.end - 1))
    yield from (ticket.opened for ticket in situation.tickets)


def periods_of(situation: Situation, kind: PeriodKind, zone: str) -> tuple[str, ...]:
    """The names of the periods that the situation touches, in order."""
    return tuple([period.name for period in sorted({period_of(at, kind, zone) for at in moments(situation)})])


def timeline_of(situation: Situation, charges: Iterable[str], periods: Iterable[str], months: int = 1) -> Timeline:
    """The timeline that holds the situation; the fee is that of a month, and of each charge, in each period."""
    names = [f"I-{n}" for n in range(1, len(situation.outages) + 1)]
    paid = Fraction(situation.fee.amount) * months
    return Timeline(
        "example",
        situation.as_of,
        tuple([Incident(n, o.service, o.start, o.end, o.cause) for n, o in zip(names, situation.outages, strict=True)]),
        maintenance=tuple([_window(n, work) for n, work in enumerate(situation.work, 1)]),
        reports=tuple([Report(names[n], o.end) for n, o in enumerate(situation.outages) if _told(situation, n)]),
        claims=tuple([Claim(f"C-{n}", a.at, tuple(names[k] for k in a.outages)) for n, a in _claims(situation)]),
        breaches=tuple([Breach(start, end, "a breach") for start, end in situation.breaches]),
        charges=tuple([Charge(name, what, paid, situation.fee.currency) for name in periods for what in charges]),
        rates=situation.rates,
        tickets=situation.tickets,
        pauses=situation.pauses,
    )


def _told(situation: Situation, place: int) -> bool:
    return place not in situation.unreported


def _window(number: int, work: Work) -> Window:
    return Window(f"M-{number}", work.service, work.announced, True, work.start, work.end)


def _claims(situation: Situation) -> Iterator[tuple[int, Asked]]:
    asked = situation.claims
    if asked is None:
        asked = tuple([Asked(outage.end, (n,)) for n, outage in enumerate(situation.outages)])
    return enumerate(asked, 1)
