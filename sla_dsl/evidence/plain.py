"""A timeline as plain data: the form `sla-timeline/1`, which the readers take back as it was.

Instants are written as the clocks of a zone show them.  A list that is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from sla_dsl.evidence.timeline import FORMAT, Incident, Pause, Ticket, Timeline, Window
from sla_dsl.values.instant import show_instant
from sla_dsl.values.numbers import show_number


def plain_timeline(timeline: Timeline, zone: str) -> dict[str, Any]:
    """The timeline as the JSON reader takes it."""

    def at(instant: int | None) -> str | None:
        return None if instant is None else show_instant(instant, zone)

    plain: dict[str, Any] = {"format": FORMAT, "account": timeline.account}
    if timeline.as_of is not None:
        plain["as_of"] = at(timeline.as_of)
    if timeline.notes:
        plain["notes"] = list(timeline.notes)
    plain["incidents"] = [_incident(one, at(one.start), at(one.end)) for one in timeline.incidents]
    _put(plain, "maintenance", timeline.maintenance, lambda w: _window(w, at(w.announced), at(w.start), at(w.end)))
    _put(plain, "reports", timeline.reports, lambda r: {"incident": r.incident, "at": at(r.at)})
    _put(plain, "claims", timeline.claims, lambda c: {"id": c.id, "at": at(c.at), "incidents": list(c.incidents)})
    _put(plain, "breaches", timeline.breaches, lambda b: {"start": at(b.start), "end": at(b.end), "what": b.what})
    _put(plain, "charges", timeline.charges, lambda c: {**_charged(c), "currency": c.currency})
    _put(plain, "rates", timeline.rates, lambda r: {"from": r.source, "to": r.target, "rate": decimal(r.rate)})
    _put(plain, "tickets", timeline.tickets, lambda t: _ticket(t, at(t.opened), [at(step) for _, step in t.steps]))
    _put(plain, "pauses", timeline.pauses, lambda p: _pause(p, at(p.start), at(p.end)))
    _put_sources(plain, timeline)
    return plain


def _put_sources(plain: dict[str, Any], timeline: Timeline) -> None:
    for kind, sources in timeline.sources.items():
        for index, source in sources.items():
            plain[kind][index]["source"] = source


def _put(plain: dict[str, Any], name: str, records: Iterable[Any] | None, shown: Any) -> None:
    if records is not None:
        plain[name] = [shown(record) for record in records]


def _incident(incident: Incident, start: str | None, end: str | None) -> dict[str, Any]:
    plain = {"id": incident.id, "service": incident.service, "start": start, "end": end}
    return plain if incident.cause is None else {**plain, "cause": incident.cause}


def _window(window: Window, announced: str | None, start: str | None, end: str | None) -> dict[str, Any]:
    known = {"announced": announced} if window.announced_known else {}
    return {"id": window.id, "service": window.service, **known, "start": start, "end": end}


def _charged(charge: Any) -> dict[str, Any]:
    return {"period": charge.period, "what": charge.what, "amount": decimal(charge.amount)}


def _ticket(ticket: Ticket, opened: str | None, steps: Iterable[str | None]) -> dict[str, Any]:
    happened = dict(zip([name for name, _ in ticket.steps], steps, strict=True))
    return {"id": ticket.id, "priority": ticket.priority, "opened": opened, **happened}


def _pause(pause: Pause, start: str | None, end: str | None) -> dict[str, Any]:
    return {"ticket": pause.ticket, "state": pause.state, "start": start, "end": end}


def decimal(amount: Fraction) -> str:
    """An amount in decimals; every amount that a timeline can be read with has such a form."""
    return show_number(amount)
