"""What became of every record that was supplied: used, excluded or outside; the counts must add up.

Used: it made a difference to, or was weighed in, an evaluated period.  Excluded: it belongs to an evaluated
period, but a clause takes it out (an incident that does not count, a claim that came late).  Outside: it
belongs to no evaluated period or service, or nothing in the policy reads its kind.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from sla_dsl.evaluation.ledger import Broken
from sla_dsl.evaluation.result import PeriodResult, Result
from sla_dsl.evidence.timeline import Claim, Pause, Report
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans, intersect
from sla_dsl.values.unknown import Between

End = Literal["used", "excluded", "outside"]


class Count(NamedTuple):
    """How many records of a kind were given, and how they ended."""

    given: int
    used: int
    excluded: int
    outside: int


def evidence_of(result: Result) -> dict[str, Count | None]:
    """For each kind of record its count; None for a list that was not supplied."""
    ends = _incident_ends(result)
    timeline = result.facts.timeline
    return {
        "incidents": _count(timeline.incidents, lambda i: ends.get(i.id, "outside")),
        "maintenance": _count(timeline.maintenance, _window_end(result)),
        "reports": _count(timeline.reports, _report_end(result, ends)),
        "claims": _count(timeline.claims, _claim_end(result)),
        "breaches": _count(timeline.breaches, _breach_end(result)),
        "charges": _count(timeline.charges, _charge_end(result)),
        "rates": _count(timeline.rates, _rate_end(result)),
        "tickets": _count(timeline.tickets, _ticket_end(result)),
        "pauses": _count(timeline.pauses, _pause_end(result)),
    }


def _count(records: Iterable[Any] | None, end: Callable[[Any], End]) -> Count | None:
    if records is None:
        return None
    ends = [end(record) for record in records]
    used, excluded, outside = (sum(1 for e in ends if e == kind) for kind in ("used", "excluded", "outside"))
    if used + excluded + outside != len(ends):
        raise Broken("the account of the evidence does not add up")
    return Count(len(ends), used, excluded, outside)


def _incident_ends(result: Result) -> dict[str, End]:
    ends: dict[str, End] = {}
    for period in result.periods:
        for number, fates in period.fates.items():
            name = result.facts.incidents[number].id
            counts = any(f.counted or f.undecided for f in fates)
            ends[name] = "used" if counts or ends.get(name) == "used" else "excluded"
    return ends


def _nodes(result: Result, op: str) -> list[int]:
    return [at for at, node in enumerate(result.tree.nodes) if node.op == op]


def _window_end(result: Result) -> Callable[[Any], End]:
    excusing: dict[str, list[Spans]] = {}
    for at in _nodes(result, "windows") if result.periods else ():
        service = result.tree.nodes[at].params["service"]
        excusing.setdefault(service, []).append(_high(result.periods[0].trace.values[at]))

    def end(window: Any) -> End:
        span = ((window.start, window.end if window.end is not None else window.start + 1),)
        touches = any(p.trace.start < span[0][1] and span[0][0] < p.trace.end for p in result.periods)
        if not touches or window.service not in excusing:
            return "outside"
        return "used" if any(intersect(spans, span) for spans in excusing[window.service]) else "excluded"

    return end


def _high(value: Any) -> Any:
    return value.high if isinstance(value, Between) else value


def _report_end(result: Result, ends: Mapping[str, End]) -> Callable[[Report], End]:
    reads = bool(_nodes(result, "reported"))
    return lambda report: ends.get(report.incident, "outside") if reads else "outside"


def _claim_end(result: Result) -> Callable[[Claim], End]:
    timely: set[str] = set()
    touched: set[str] = set()
    for period in result.periods:
        touched.update(result.facts.incidents[n].id for n in period.fates)
        for at in _nodes(result, "claimed"):
            timely.update(period.trace.values[at].timely)

    def end(claim: Claim) -> End:
        if not _nodes(result, "claimed") or touched.isdisjoint(claim.incidents):
            return "outside"
        return "used" if claim.id in timely else "excluded"

    return end


def _breach_end(result: Result) -> Callable[[Any], End]:
    reads = bool(_nodes(result, "breaches"))

    def end(breach: Any) -> End:
        near = any(
            breach.start < p.trace.end and (breach.end is None or breach.end > p.trace.start) for p in result.periods
        )
        return "used" if reads and near else "outside"

    return end


def _charge_end(result: Result) -> Callable[[Any], End]:
    read = {result.tree.nodes[at].params["charge"] for at in _nodes(result, "charge")}
    names = {p.name for p in result.periods}
    return lambda charge: "used" if charge.what in read and charge.period in names else "outside"


def _rate_end(result: Result) -> Callable[[Any], End]:
    pairs = {pair for p in result.periods for at in _nodes(result, "convert") for pair in _pairs(p, at)}
    return lambda rate: "used" if (rate.source, rate.target) in pairs else "outside"


def _pairs(period: PeriodResult, at: int) -> list[tuple[str, str]]:
    source, _ = (_high(period.trace.values[k]) for k in period.tree.nodes[at].inputs)
    return [(source.currency, _high(period.trace.values[at]).currency)]


def _ticket_end(result: Result) -> Callable[[Any], End]:
    judged = {t for p in result.periods for t, targets in p.tickets.items() if targets}
    return lambda ticket: "used" if ticket.id in judged else "outside"


def _pause_end(result: Result) -> Callable[[Pause], End]:
    """A pause is used where it is one of a state that a target of its ticket does not count."""
    weighed: set[tuple[str, str]] = set()
    for period in result.periods:
        for at in _nodes(result, "target"):
            states = result.tree.nodes[at].params["pauses"]
            weighed.update((judged.ticket, state) for judged in period.trace.values[at] for state in states)
    return lambda pause: "used" if (pause.ticket, pause.state) in weighed else "outside"


__all__ = ["Count", "evidence_of"]
