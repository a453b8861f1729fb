"""PagerDuty: what its REST interface gives at `/incidents` and `/maintenance_windows`.

An incident is a call for somebody's help: it may stand for a failure, or for a ticket that has to be answered in time.
That somebody acknowledged it is a step of the ticket; it is no report, which is the customer's word to the provider.
PagerDuty drops acknowledgements when an incident is resolved or when they run out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, first_has, read_json
from sla_dsl.intake.reading.json_pages import holes
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export, Label, Said, Stamp, Stated, StatedTicket, label

INCIDENTS, WINDOWS = "incidents", "maintenance_windows"
FAILURE, TICKET = "a failure", "a ticket"
ACKNOWLEDGED = "acknowledgements.at"

_USE = Question(
    ("incident",),
    "What is an incident of PagerDuty in this agreement?",
    "choice",
    (
        Choice(FAILURE, "its service failed from when it was opened until it was resolved"),
        Choice(TICKET, "a request for support; to be acknowledged and to be resolved are steps of it"),
    ),
)
_DROPPED = (
    "PagerDuty keeps acknowledgements only as long as an incident is acknowledged: where none is left it is not known "
    "whether and when there was one, and where one is left there may have been an earlier one."
)


def sniff(file: SourceFile) -> bool:
    """Incidents with an urgency, or planned work; bare or in an envelope."""
    value, _ = file.json()
    if isinstance(value, dict):
        return first_has(value.get(INCIDENTS), "urgency") or first_has(value.get(WINDOWS), "start_time")
    return first_has(value, "urgency", "incident_number")


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The incidents and the planned work; asks what an incident is."""
    pages: dict[str, list[bool]] = {}

    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        yield from _read_one(export, asking, pages)

    export = read_json(files, read_one)
    export = export._replace(findings=(*export.findings, *holes(files, (INCIDENTS, WINDOWS))))
    tickets = any(isinstance(record, StatedTicket) for record in export.records)
    more_to_come = any(all(says_more) for says_more in pages.values())
    return export._replace(notes=(_DROPPED,) if tickets else (), cut_off_unseen=more_to_come)


def _read_one(export: JsonExport, asking: Asking, pages: dict[str, list[bool]]) -> Iterator[AnyStated]:
    """The records of a file; `pages` collects whether each page of a list says that there are more."""

    def incident(raw: Raw) -> AnyStated | Aside:
        return _incident(raw, asking.one(_USE))

    if not isinstance(export.value, dict):
        yield from export.listed(incident, "urgency")
        return
    page = _page(export)
    if page:
        for name in (INCIDENTS, WINDOWS):
            if name in export.value:
                pages.setdefault(name, []).append(export.value.get("more") is True)
        yield from export.records(page, INCIDENTS, incident)
        yield from export.records(page, WINDOWS, _window)


def _page(export: JsonExport) -> Raw | None:
    """A page of incidents or of planned work; those of a public status page look alike and are none."""
    page = export.whole((), "")
    if "page" in export.value or not any(name in export.value for name in (INCIDENTS, WINDOWS)):
        export.refuse_file(f'it has neither "{INCIDENTS}" with an urgency nor "{WINDOWS}"')
        return None
    return page


def _incident(raw: Raw, use: str | None) -> AnyStated | Aside:
    """A failure or a ticket; what is wrong with it is told also where nobody has said yet which of them it is."""
    made = _ticket(raw) if use == TICKET else _failure(raw)
    return made if use else Aside(raw.origin, "nobody has said yet what an incident is")


def _failure(raw: Raw) -> Stated:
    raw.id = raw.text("id")
    labels = (Label("urgency", raw.text("urgency")), *label("priority.summary", _priority(raw)), *_merged(raw))
    return Stated(
        raw.origin,
        "outage",
        raw.id,
        _service(raw),
        raw.time("created_at", needed=True),
        raw.time("resolved_at"),
        labels=labels,
        still_open=_is_open(raw),
    )


def _ticket(raw: Raw) -> StatedTicket:
    raw.id = raw.text("id")
    priority = _priority(raw) or f"no priority, urgency {raw.text('urgency')}"
    labels = (*(Label("service_of", name) for name in _service(raw)), *_merged(raw))
    resolved: Sequence[Said | None] = (None,) if _is_open(raw) else raw.time("resolved_at", needed=True)
    steps = [*_acknowledged(raw), *(("resolved_at", said and said.stamp) for said in resolved)]
    return StatedTicket(
        raw.origin, raw.id, priority, raw.time("created_at", needed=True), steps=tuple(steps), labels=labels
    )


def _acknowledged(raw: Raw) -> Iterator[tuple[str, Stamp | None]]:
    """The first acknowledgement that is left; known to have been none where nothing has happened yet at all."""
    left = [said.stamp for one in raw.items("acknowledgements") for said in one.time("at", needed=True)]
    if left:
        yield ACKNOWLEDGED, min(left, key=lambda stamp: stamp.instant or 0)
    elif raw.text("status") == "triggered" and raw.text("last_status_change_at") == raw.text("created_at"):
        yield ACKNOWLEDGED, None


def _is_open(raw: Raw) -> bool:
    return raw.text("status") != "resolved"


def _priority(raw: Raw) -> str:
    priority = raw.inner("priority")
    return priority.text("summary") if priority else ""


def _service(raw: Raw) -> tuple[str, ...]:
    service = raw.inner("service")
    return (service.text("summary"),) if service else ()


def _merged(raw: Raw) -> tuple[Label, ...]:
    """How it was resolved, where that is said: by being merged into another incident."""
    reason = raw.inner("resolve_reason")
    return label("resolve_reason", reason.text("type", needed=False) if reason else "")


def _window(raw: Raw) -> Stated:
    raw.id = raw.text("id")
    services = tuple(dict.fromkeys(service.text("summary") for service in raw.items("services")))
    times = raw.time("start_time", needed=True), raw.time("end_time", needed=True)
    return Stated(raw.origin, "planned", raw.id, services, *times)


READER = Reader(
    "pagerduty",
    "PagerDuty incidents and maintenance windows",
    "what its REST interface gives at /incidents or /maintenance_windows, all pages of it",
    "incidents or tickets, and maintenance windows",
    sniff,
    read,
    {
        "urgency": Topic("Does an incident with the urgency {} count?"),
        "priority.summary": Topic("Does an incident with the priority {} count?"),
        "resolve_reason": Topic("Does an incident count that was resolved by {}?"),
        "service_of": Topic("Does an incident of the service {} count?"),
    },
)
