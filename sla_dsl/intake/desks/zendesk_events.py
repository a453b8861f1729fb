"""Metric events of Zendesk: for each ticket what happened to each of its metrics, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.reading.json_pages import Paging, read_pages
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Aside, Export, Origin, Refused, Stamp
from sla_dsl.records import NamedTuple

EVENTS = "ticket_metric_events"
_PAGING = Paging(EVENTS, last=("end_of_stream",), more=("meta", "has_more"))


class Event(NamedTuple):
    """What happened to a metric of a ticket, and when."""

    origin: Origin
    name: str
    metric: str
    kind: str
    stamp: Stamp


class Events(NamedTuple):
    """The events of each ticket; `export` says how many were read, and what became of those that are no event.

    `holes`: the tickets of which an event cannot be read, and whose story would have a hole.
    """

    logs: dict[str, list[Event]]
    export: Export
    holes: frozenset[str]


def read_events(files: Sequence[SourceFile]) -> Events:
    """The events of all pages, each once, in order of time."""
    events: list[tuple[str, Event]] = []
    found = read_pages(files, _PAGING, lambda raw: _event(raw, events))
    aside = [one for one in found.aside if one.reason]
    logs, twice = _by_ticket(events)
    holes = frozenset(one.name for one in found.refused)
    refused = [Refused(event.origin, name, ()) for name in sorted(holes) for event in logs.pop(name, [])]
    export = found._replace(aside=(*aside, *twice), refused=(*found.refused, *refused))
    return Events(logs, export, holes)


def _event(raw: Raw, events: list[tuple[str, Event]]) -> Aside:
    """Notes the event; nothing is made of it by itself."""
    raw.id = raw.text("ticket_id")
    times = raw.time("time", needed=True)
    name, metric, kind = raw.text("id"), raw.text("metric"), raw.text("type")
    if raw.is_true("deleted"):
        return Aside(raw.origin, "Zendesk says that the event was deleted")
    if not raw.findings:
        events.append((raw.id, Event(raw.origin, name, metric, kind, times[0].stamp)))
    return Aside(raw.origin, "")


def _by_ticket(events: Sequence[tuple[str, Event]]) -> tuple[dict[str, list[Event]], list[Aside]]:
    """The events by ticket and time; the incremental interface gives those at the border of two pages twice."""
    logs: dict[str, list[Event]] = {}
    known: dict[str, Event] = {}
    twice: list[Aside] = []
    for ticket, event in events:
        first = known.setdefault(event.name, event)
        if first is not event and first._replace(origin=event.origin) == event:
            twice.append(Aside(event.origin, "the same event a second time"))
        else:
            logs.setdefault(ticket, []).append(event)
    for log in logs.values():
        log.sort(key=lambda event: event.stamp.instant or 0)
    return logs, twice
