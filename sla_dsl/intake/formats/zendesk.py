"""Zendesk: the metric events of its tickets (JSON), and the tickets (JSON of the interface, or the CSV of an export).

An event says when a metric such as `reply_time` was activated, paused or fulfilled; each metric has its own clock.
Which one the agreement goes by is asked where any was paused.  The priority stands with the tickets: give both files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.desks.zendesk_events import EVENTS, Event, Events, read_events
from sla_dsl.intake.desks.zendesk_tickets import COLUMNS, TICKETS, read_json_tickets, read_table_tickets
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.collecting import together
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import NOT_NAMED, Aside, Export, Refused, Said, Stamp, StatedTicket, Wait
from sla_dsl.intake.tables.opening import first_columns, is_json

NO_CLOCK = "none"


def sniff(file: SourceFile) -> bool:
    """Metric events, tickets with the address of Zendesk's interface, or the columns of its export."""
    if not is_json(file):
        return set(COLUMNS) <= first_columns(file)
    value, _ = file.json()
    if not isinstance(value, dict):
        return False
    tickets = value.get(TICKETS)
    return EVENTS in value or (
        isinstance(tickets, list) and all(isinstance(one, dict) and "created_at" in one for one in tickets)
    )


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The tickets, with what the metric events say of them."""
    found = [_of_kind(file) for file in files]
    tables = [file for file, kind in zip(files, found, strict=True) if kind == "table"]
    exports = [
        read_table_tickets(tables, asking) if tables else Export(),
        read_json_tickets([file for file, kind in zip(files, found, strict=True) if kind == TICKETS]),
    ]
    events = read_events([file for file, kind in zip(files, found, strict=True) if kind == EVENTS])
    plain = [one for export in exports for one in export.records if isinstance(one, StatedTicket)]
    refused = tuple(Refused(one.origin, one.id, ()) for one in plain if one.id in events.holes)
    kept, aside = _single([one for one in plain if one.id not in events.holes])
    tickets = {one.id: one for one in reversed(kept)}
    clock = _clock(events, asking)
    joined = [_joined(name, tickets.get(name), log, clock) for name, log in events.logs.items()]
    others = [one for one in kept if one is not tickets[one.id] or one.id not in events.logs]
    export = together([*exports, events.export, Export(refused=refused, aside=aside)])
    return export._replace(records=(*joined, *others))


def _single(tickets: Sequence[StatedTicket]) -> tuple[list[StatedTicket], tuple[Aside, ...]]:
    """The tickets without those that stand in two files and say the same in both."""
    first: dict[str, StatedTicket] = {}
    kept: list[StatedTicket] = []
    aside: list[Aside] = []
    for one in tickets:
        known = first.setdefault(one.id, one)
        if known is one or known._replace(origin=one.origin) != one:
            kept.append(one)
        else:
            aside.append(Aside(one.origin, "the same record a second time"))
    return kept, tuple(aside)


def _of_kind(file: SourceFile) -> str:
    if not is_json(file):
        return "table"
    value, _ = file.json()
    return TICKETS if isinstance(value, dict) and TICKETS in value and EVENTS not in value else EVENTS


def _clock(events: Events, asking: Asking) -> str | None:
    """The metric whose pauses stop the clock of the agreement."""
    paused = dict.fromkeys(event.metric for log in events.logs.values() for event in log if event.kind == "pause")
    if not paused:
        return None
    choices = (*(Choice(metric) for metric in paused), Choice(NO_CLOCK, "the clock of the agreement never stops"))
    words = "Each metric pauses by itself. The pauses of which one stop the clock of the agreement?"
    answer = asking.one(Question(("clock",), words, "choice", choices))
    return None if answer == NO_CLOCK else answer


def _joined(name: str, ticket: StatedTicket | None, log: Sequence[Event], clock: str | None) -> StatedTicket:
    """A ticket with what its events say; by the events alone where no file has the ticket."""
    plain = ticket or StatedTicket(log[0].origin, name, NOT_NAMED, ())
    activated = next((event for event in log if event.kind == "activate"), None)
    opened = (Said("first activate", activated.stamp),) if activated else ()
    return plain._replace(
        opened=(*plain.opened, *opened),
        steps=(*plain.steps, *_steps(log)),
        waits=tuple(_waits(log, clock)),
        parts=len(log) + (ticket is not None),
    )


def _steps(log: Sequence[Event]) -> list[tuple[str, Stamp | None]]:
    """When each metric was fulfilled for the first time; those that were only activated have not been."""
    found: dict[str, Stamp | None] = {}
    for event in log:
        if event.kind == "fulfill" and found.get(event.metric) is None:
            found[event.metric] = event.stamp
        elif event.kind == "activate":
            found.setdefault(event.metric, None)
    return list(found.items())


def _waits(log: Sequence[Event], clock: str | None) -> Iterator[Wait]:
    """From each pause of the metric to what happened to it next."""
    since: Stamp | None = None
    for event in log:
        if event.metric != clock or event.kind not in ("activate", "pause", "fulfill"):
            continue
        if event.kind == "pause":
            since = since or event.stamp
        elif since is not None:
            yield Wait(event.metric, since, event.stamp)
            since = None
    if since is not None and clock is not None:
        yield Wait(clock, since, None)


READER = Reader(
    "zendesk",
    "Zendesk tickets",
    "the JSON of /api/v2/incremental/ticket_metric_events, with the tickets beside it (JSON or CSV), or the CSV alone",
    "tickets with their steps, and from metric events their pauses",
    sniff,
    read,
    {"status": Topic("Does a ticket with the status {} count?")},
)
