"""The facts of one account in the order of time: what a timeline holds, made ready for evaluation.

Records keep no order of their own (the result never depends on how the evidence was sorted): incidents
are numbered by start, end and id.  A timeline is put in order once, however many policies and periods it
is evaluated for.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate, count

from sla_dsl.evidence.timeline import Claim, Incident, Rate, Report, Ticket, Timeline, Window
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans, normal
from sla_dsl.values.money import Money
from sla_dsl.values.periods import PeriodKind, read_period

LATEST = 7_289_654_400_000_000
"""The end of the year 2200: no evidence lies later (see the limits of the formats)."""


class Facts(NamedTuple):
    """`None` for a list means that it was not supplied: unknown, not empty.

    `starts`, `ends`, `causes` and `services` run along `incidents`; an incident that is still going on ends
    at `as_of`.  `reach[n]` is the latest end among the incidents up to the n-th, for finding those that
    touch a period.  `by_kind` holds the pieces of time (start, end, number) of each service and cause, without
    those of no length, and `spans_by_kind` the same merged.  `kinds` and `others` are the names that are held
    against a policy.  `open` are the incidents that are still going on, `reported` those that were reported.
    """

    timeline: Timeline
    as_of: int | None
    incidents: tuple[Incident, ...]
    numbers: Mapping[str, int]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    causes: tuple[str | None, ...]
    services: tuple[str, ...]
    reach: tuple[int, ...]
    by_kind: Mapping[tuple[str, str | None], list[tuple[int, int, int]]]
    spans_by_kind: Mapping[tuple[str, str | None], Spans]
    kinds: frozenset[tuple[str, str | None]]
    others: frozenset[tuple[str, str]]
    open: frozenset[int]
    reported: frozenset[int]
    windows: tuple[Window, ...]
    breaches: Spans
    reports: tuple[Report, ...] | None
    claims: tuple[Claim, ...] | None
    charges: Mapping[tuple[str, str], Money] | None
    rates: tuple[Rate, ...] | None
    tickets: tuple[Ticket, ...] | None


def facts_of(timeline: Timeline) -> Facts:
    """The facts of a timeline; worked out once for a timeline and then kept with it."""
    facts = timeline.memo.get("facts")
    if not isinstance(facts, Facts):
        facts = timeline.memo["facts"] = _gather(timeline)
    return facts


def _gather(timeline: Timeline) -> Facts:
    as_of = timeline.as_of
    latest = LATEST if as_of is None else as_of
    incidents = tuple(sorted(timeline.incidents, key=_by_time))
    ids, services, starts, ends, causes = tuple(zip(*incidents, strict=True)) or ((), (), (), (), ())
    is_open = None in ends
    still = frozenset([n for n, end in enumerate(ends) if end is None]) if is_open else frozenset()
    ends = tuple([latest if end is None else end for end in ends]) if is_open else ends
    numbers = dict(zip(ids, count()))
    by_kind = _by_kind(services, causes, starts, ends)
    return Facts(
        timeline=timeline,
        as_of=as_of,
        incidents=incidents,
        numbers=numbers,
        starts=starts,
        ends=ends,
        causes=causes,
        services=services,
        reach=tuple(accumulate(ends, max)),
        by_kind=by_kind,
        spans_by_kind={kind: normal([p[:2] for p in pieces]) for kind, pieces in by_kind.items()},
        kinds=frozenset(by_kind),
        others=_others(timeline),
        open=still,
        reported=frozenset([numbers[r.incident] for r in timeline.reports or () if r.incident in numbers]),
        windows=tuple(sorted(timeline.maintenance, key=_window_order)) if timeline.maintenance else (),
        breaches=_breaches(timeline, latest),
        reports=timeline.reports,
        claims=tuple(sorted(timeline.claims, key=lambda c: (c.at, c.id))) if timeline.claims else timeline.claims,
        charges=_charges(timeline),
        rates=timeline.rates,
        tickets=tuple(sorted(timeline.tickets, key=lambda t: (t.opened, t.id)))
        if timeline.tickets
        else timeline.tickets,
    )


def _by_time(incident: Incident) -> tuple[int, int, str]:
    return (incident.start, LATEST if incident.end is None else incident.end, incident.id)


def _window_order(window: Window) -> tuple[int, str]:
    return (window.start, window.id)


def _by_kind(
    services: tuple[str, ...], causes: tuple[str | None, ...], starts: tuple[int, ...], ends: tuple[int, ...]
) -> Mapping[tuple[str, str | None], list[tuple[int, int, int]]]:
    kinds: dict[tuple[str, str | None], list[tuple[int, int, int]]] = {}
    for service, cause, start, end, number in zip(services, causes, starts, ends, range(len(ends)), strict=True):
        pieces = kinds.get((service, cause))
        if pieces is None:
            pieces = kinds[service, cause] = []
        if start < end:
            pieces.append((start, end, number))
    return kinds


def _others(timeline: Timeline) -> frozenset[tuple[str, str]]:
    """Every name in the other lists, with what it names."""
    found = [("window", service) for service in {w.service for w in timeline.maintenance or ()}]
    for charge in timeline.charges or ():
        found.append(("charge", charge.what))
        found.append(("period", _kind_of(charge.period)))
    for ticket in timeline.tickets or ():
        found.append(("priority", ticket.priority))
        found.extend([("step", step) for step, _ in ticket.steps])
    return frozenset(found)


@lru_cache(maxsize=1024)
def _kind_of(period: str) -> str:
    """The kind of period that a text names; empty for none."""
    kinds: tuple[PeriodKind, ...] = ("month", "quarter", "year")
    return next((kind for kind in kinds if read_period(period, kind) is not None), "")


def _breaches(timeline: Timeline, latest: int) -> Spans:
    if not timeline.breaches:
        return ()
    ends = ((b.start, latest if b.end is None else b.end) for b in timeline.breaches)
    return normal((start, end) for start, end in ends if start < end)


def _charges(timeline: Timeline) -> Mapping[tuple[str, str], Money] | None:
    if timeline.charges is None:
        return None
    return {(c.what, c.period): Money(c.amount, c.currency) for c in timeline.charges}
