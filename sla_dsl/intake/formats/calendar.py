"""Calendars (iCalendar, `.ics`) of planned work: the notices of carriers, and plain events.

A carrier's notice (`X-MAINTNOTE-…`) names the account, the services (its object ids), their impact and its status.  A
plain event names none of these: which of its texts says what the service is, is asked.  Of several versions of an event
the newest is read (`SEQUENCE`, then `DTSTAMP`); what an event repeats is worked out up to a day that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.calendars.dates import Dates
from sla_dsl.intake.calendars.events import NOT_SAID, Event, read_event
from sla_dsl.intake.calendars.lines import CALENDAR, Component, read_calendars
from sla_dsl.intake.calendars.times import When
from sla_dsl.intake.calendars.zones import Zones
from sla_dsl.intake.mistakes import cannot_be_read
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.collecting import Collected
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Aside, Export, Label, Origin, Said, Stamp, Stated
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import show_instant

_TITLE = "Calendars of planned work"
_EXTRA = "calendar"
_NONE = "none"
_SERVICE = Question(
    ("service_from",),
    "Which text of an event says which service it is about?",
    "choice",
    (
        Choice("SUMMARY", "its title"),
        Choice("LOCATION", "its place"),
        Choice("CATEGORIES", "its categories"),
        Choice(_NONE, "events do not say it; the service is then asked for once, for all of them"),
    ),
)


def sniff(file: SourceFile) -> bool:
    """It begins as a calendar."""
    text = file.text()
    return isinstance(text, str) and text[:200].lstrip().upper().startswith(f"BEGIN:{CALENDAR}")


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The events of all calendars, each in its newest version."""
    collected, zones = Collected(), Zones(asking)
    events = [event for file in files for event in _events(file, zones, collected)]
    readable = [event for event in events if not event.raw.findings]
    _refuse_others(events, collected)
    newest = _newest(readable, collected)
    naming = asking.one(_SERVICE) if any(event.notice is None for event in newest) else _NONE
    dates = Dates(newest, asking)
    accounts = {event.notice.account for event in newest if event.notice}
    for event in newest:
        _take(event, dates.of(event), _Told(naming or "", len(accounts) > 1), collected)
    export = collected.export()._replace(account=_account(newest))
    waits = not naming or dates.is_waiting
    return export._replace(records=()) if waits else export


def _events(file: SourceFile, zones: Zones, collected: Collected) -> Iterator[Event]:
    """The events of a file; whatever else stands there beside them is set aside."""
    calendars, findings = read_calendars(file, _TITLE, _EXTRA)
    collected.findings += findings
    for calendar in calendars:
        why = zones.take(calendar)
        collected.findings += [cannot_be_read(file.name, why)] if why else []
        for component in calendar.inner:
            if component.name == "VEVENT":
                yield read_event(component, file.name, zones, calendar.text("METHOD").upper())
            elif component.name != "VTIMEZONE":
                collected.take(_other(component, file.name), _not_an_event(component, file.name))


def _other(component: Component, file: str) -> Raw:
    return Raw(file, f"line {component.line}", {})


def _not_an_event(component: Component, file: str) -> Aside:
    return Aside(Origin(file, f"line {component.line}"), f"{component.name}, which is no event")


def _refuse_others(events: Sequence[Event], collected: Collected) -> None:
    for event in events:
        if event.raw.findings:
            collected.take(event.raw, None)


def _newest(events: Sequence[Event], collected: Collected) -> list[Event]:
    """Each event in its newest version: the others are set aside."""
    newest: dict[object, Event] = {}
    for event in events:
        known = newest.setdefault(_identity(event), event)
        if _version(event) > _version(known):
            newest[_identity(event)] = event
    kept = []
    for event in events:
        if _version(event) < _version(newest[_identity(event)]):
            collected.take(event.raw, Aside(event.raw.origin, "an older version of the same event"))
        else:
            kept.append(event)
    return kept


def _identity(event: Event) -> object:
    """An event by its UID, and one of its occurrences by its time; without a UID each is its own."""
    return (event.uid, event.replaces.instant if event.replaces else None) if event.uid else event.raw.origin


def _version(event: Event) -> tuple[int, int]:
    return event.sequence, event.stamp


class _Told(NamedTuple):
    """What is known of all events: which text names the service, and whether they are sent to several accounts."""

    naming: str
    many_accounts: bool


def _take(event: Event, starts: Sequence[When], told: _Told, collected: Collected) -> None:
    """What an event stands for: a record for each of its occurrences, and for each impact that its services have."""
    made = [one for start in starts for one in _stated(event, start, told)]
    if not made or event.raw.findings:
        collected.take(event.raw, Aside(event.raw.origin, "a repeated event that has no date up to then"))
        return
    collected.take(event.raw, made[0])
    collected.records += [one._replace(parts=0) for one in made[1:]]


def _stated(event: Event, start: When, told: _Told) -> Iterator[Stated]:
    groups = _groups(event, told.naming)
    for services, impact in groups:
        parts = [event.uid, *_occurrence(event, start), *([impact] if len(groups) > 1 else [])]
        yield Stated(
            event.raw.origin,
            "planned",
            "/".join(parts) if event.uid else "",
            services,
            (Said("DTSTART", Stamp(start.written, start.instant)),),
            (event.length.end(start),) if event.length else (),
            event.announced,
            labels=tuple(_labels(event, impact, told)),
        )


def _occurrence(event: Event, start: When) -> list[str]:
    """What tells an occurrence of a repeated event from the others."""
    of = event.replaces or (start if event.is_repeated else None)
    return [show_instant(of.instant, "UTC")] if of else []


def _groups(event: Event, naming: str) -> list[tuple[tuple[str, ...], str]]:
    """The services that have the same impact together; a plain event has none of its own."""
    if event.notice is None:
        return [(event.words.get(naming, ()), "")]
    found: dict[str, list[str]] = {}
    for service, impact in event.notice.objects:
        found.setdefault(impact, []).extend([service] if service else [])
    return [(tuple(dict.fromkeys(services)), impact) for impact, services in found.items()]


def _labels(event: Event, impact: str, told: _Told) -> Iterator[Label]:
    if told.many_accounts and event.notice:
        yield Label("notice_to", event.notice.account or NOT_SAID)
    if event.status:
        yield Label("status", event.status)
    if impact:
        yield Label("impact", impact)


def _account(events: Sequence[Event]) -> str:
    """The account that all of them name, if it is one."""
    named = {event.notice.account if event.notice else "" for event in events}
    return named.pop() if len(named) == 1 else ""


READER = Reader(
    "calendar",
    _TITLE,
    ".ics files: a carrier's notices of maintenance, or any calendar in which planned work is kept",
    "maintenance windows, and incidents where you say that the service was down",
    sniff,
    read,
    {
        "notice_to": Topic("Does a notice to the account {} count?"),
        "status": Topic("Does planned work with the status {} count?"),
        "impact": Topic("Was the service down during planned work with the impact {}?", "down"),
    },
    _EXTRA,
)
