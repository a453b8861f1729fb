"""The facts of one account in the order of time: what a timeline holds, made ready for evaluation.

Records keep no order of their own (the result never depends on how the evidence was sorted): incidents
are numbered by start, end and id.  A timeline is put in order once, however many policies and periods it
is evaluated for.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import ge, lt

from sla_dsl.evidence.timeline import Claim, Incident, Pause, Ticket, Timeline
from sla_dsl.findings.frozen import Frozen, kept
from sla_dsl.values.intervals import Spans, normal
from sla_dsl.values.money import Money
from sla_dsl.values.periods import PeriodKind, read_period

LATEST = 7_289_654_400_000_000
"""The end of the year 2200: no evidence lies later (see the limits of the formats)."""

Piece = tuple[int, int, int]
"""Start, end and number (its place in `Facts.incidents`) of an incident; never empty."""


class Facts(Frozen):
    """`None` for a list means that it was not supplied: unknown, not empty.

    `starts`, `ends`, `causes` and `services` run along `incidents`; an incident that is still going on ends
    at `as_of`.  Everything else is worked out when it is first asked for, and kept.
    """

    timeline: Timeline
    as_of: int | None
    incidents: tuple[Incident, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    causes: tuple[str | None, ...]
    services: tuple[str, ...]

    def __init__(self, timeline: Timeline) -> None:
        incidents = _in_order(timeline.incidents)
        as_of = timeline.as_of
        _, services, starts, ends, causes = tuple(zip(*incidents, strict=True)) or ((), (), (), (), ())
        if None in ends:
            ends = tuple([end_or(end, as_of) for end in ends])
        # One step, where `put` would take as many as there are fields.
        self.__dict__.update(
            timeline=timeline,
            as_of=as_of,
            incidents=incidents,
            starts=starts,
            ends=ends,
            causes=causes,
            services=services,
        )

    @kept
    def pieces(self) -> tuple[Piece, ...]:
        """The time of each incident, in order of start, without those of no length."""
        found = tuple(zip(self.starts, self.ends, range(len(self.ends)), strict=True))
        return tuple([p for p in found if p[0] < p[1]]) if any(map(ge, self.starts, self.ends)) else found

    @kept
    def by_service(self) -> Mapping[str, Sequence[Piece]]:
        """The pieces of each service."""
        services = self.services
        if len(set(services)) == 1:
            return {services[0]: self.pieces}
        found: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            found.setdefault(services[piece[2]], []).append(piece)
        return found

    @kept
    def numbers(self) -> Mapping[str, int]:
        """The place of each incident, by its id."""
        return {incident[0]: number for number, incident in enumerate(self.incidents)}

    @kept
    def sources(self) -> Mapping[tuple[str, str], str]:
        """Where incidents and tickets came from, by the name of their list and their id; those that say it."""
        found: dict[tuple[str, str], str] = {}
        for kind in self.timeline.sources:
            if kind in ("incidents", "tickets"):
                records = getattr(self.timeline, kind)
                found |= {(kind, records[index].id): source for index, source in self.timeline.sources[kind].items()}
        return found

    @kept
    def reach(self) -> tuple[int, ...]:
        """The latest end among the incidents up to each, for finding those that touch a period."""
        return tuple(accumulate(self.ends, max))

    @kept
    def open(self) -> frozenset[int]:
        """The incidents that are still going on."""
        return frozenset([n for n, incident in enumerate(self.incidents) if incident.end is None])

    @kept
    def reported(self) -> frozenset[int]:
        """The incidents that were reported."""
        numbers = self.numbers
        return frozenset([numbers[r[0]] for r in self.timeline.reports or () if r[0] in numbers])

    @kept
    def breaches(self) -> Spans:
        """The time in which the customer was in breach."""
        ends = [(b.start, end_or(b.end, self.as_of)) for b in self.timeline.breaches or ()]
        return normal(ends)

    @kept
    def claims(self) -> tuple[Claim, ...] | None:
        """The claims, in order of time."""
        claims = self.timeline.claims
        return claims if claims is None else tuple(sorted(claims, key=lambda c: (c.at, c.id)))

    @kept
    def charges(self) -> Mapping[tuple[str, str], Money] | None:
        """What was charged, by its name and period."""
        charges = self.timeline.charges
        return None if charges is None else {(c.what, c.period): Money(c.amount, c.currency) for c in charges}

    @kept
    def tickets(self) -> tuple[Ticket, ...] | None:
        """The tickets, in order of opening."""
        tickets = self.timeline.tickets
        return tickets if not tickets else tuple(sorted(tickets, key=lambda t: (t.opened, t.id)))

    @kept
    def pauses(self) -> Mapping[str, Sequence[Pause]] | None:
        """The pauses of each ticket, by its id."""
        if self.timeline.pauses is None:
            return None
        found: dict[str, list[Pause]] = {}
        for pause in self.timeline.pauses:
            found.setdefault(pause.ticket, []).append(pause)
        return found

    @kept
    def others(self) -> frozenset[tuple[str, str]]:
        """Every name in the lists other than that of the incidents, with what it names."""
        found = [("window", window.service) for window in self.timeline.maintenance or ()]
        for charge in self.timeline.charges or ():
            found += [("charge", charge.what), ("period", _kind_of(charge.period))]
        for ticket in self.timeline.tickets or ():
            found.append(("priority", ticket.priority))
            found.extend([("step", step) for step, _ in ticket.steps])
        found += [("pause", pause.state) for pause in self.timeline.pauses or ()]
        return frozenset(found)


def facts_of(timeline: Timeline) -> Facts:
    """The facts of a timeline; worked out once for a timeline and then kept with it."""
    facts = timeline.memo.get("facts")
    if not isinstance(facts, Facts):
        facts = timeline.memo["facts"] = Facts(timeline)
    return facts


def end_or(end: int | None, as_of: int | None) -> int:
    """Where something ends as far as is known: what is still going on ends with the record."""
    return end if end is not None else LATEST if as_of is None else as_of


def _in_order(incidents: tuple[Incident, ...]) -> tuple[Incident, ...]:
    """By start, end and id; most often they come so, and no two start together."""
    starts = [incident[2] for incident in incidents]
    return incidents if all(map(lt, starts, starts[1:])) else tuple(sorted(incidents, key=_by_time))


def _by_time(incident: Incident) -> tuple[int, int, str]:
    return (incident.start, LATEST if incident.end is None else incident.end, incident.id)


@lru_cache(maxsize=1024)
def _kind_of(period: str) -> str:
    """The kind of period that a text names; empty for none."""
    kinds: tuple[PeriodKind, ...] = ("month", "quarter", "year")
    return next((kind for kind in kinds if read_period(period, kind) is not None), "")
