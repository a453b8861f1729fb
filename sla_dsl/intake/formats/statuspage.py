"""Statuspage: what its public pages give at `/api/v2/incidents.json`, `scheduled-maintenances.json`, `summary.json`.

An incident says when it was opened (`created_at`), when it is said to have started (`started_at`), when a fix was
watched (`monitoring_at`) and when it was over (`resolved_at`).  Of planned work `started_at` is the time of the notice;
the window is `scheduled_for` to `scheduled_until`.  Older pages keep planned work among the incidents, with the impact
"maintenance" and perhaps without a window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Export, Label, Said, Stated

LISTS = ("incidents", "scheduled_maintenances")
OVER = ("resolved", "postmortem", "completed")
WORK = "maintenance"
NEWEST = 50

_NOTICE = "of planned work it is the time of the notice"
_AHEAD = "it is when the work should be over, and the page does not yet say that it is"
_WATCHED = "of a record that is not over it is when a fix began to be watched"
_FULL = (
    f"{{}} has {NEWEST} records in one list, which is as many as a page gives at once, the newest ones: there may be "
    "older ones that are missing."
)


def sniff(file: SourceFile) -> bool:
    """A page with its name, and incidents or maintenances beside it."""
    value, _ = file.json()
    return isinstance(value, dict) and isinstance(value.get("page"), dict) and any(name in value for name in LISTS)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The incidents and the planned work of the page."""
    return read_json(files, _read_one)


def _read_one(export: JsonExport) -> Iterator[AnyStated]:
    page = export.whole(("page",), "the page that it comes from")
    about = page.inner("page") if page else None
    if page is None:
        return
    if about is None:
        export.refuse_file('its "page" is not a record')
        return
    export.zone = about.text("time_zone", needed=False)
    export.until = f"the page says that it was last changed at {about.text('updated_at', needed=False)}"
    if not any(page.has(name) for name in LISTS):
        export.refuse_file('it has neither "incidents" nor "scheduled_maintenances"')
    for name in LISTS:
        yield from export.records(page, name, _record)
        if len(page.listed(name)) == NEWEST:
            export.notes.append(_FULL.format(export.file.name))


def _record(raw: Raw) -> Stated:
    raw.id = raw.text("id")
    over = raw.text("status") in OVER or raw.has("resolved_at")
    planned = raw.has("scheduled_for") or raw.has("scheduled_until") or raw.text("impact", needed=False) == WORK
    return _planned(raw, over) if planned else _incident(raw, over)


def _incident(raw: Raw, over: bool) -> Stated:
    starts = (*raw.time("started_at"), *raw.time("created_at", needed=True))
    ends = (*raw.time("resolved_at"), *raw.time("monitoring_at", weak="" if over else _WATCHED))
    return Stated(
        raw.origin,
        "outage",
        raw.id,
        _components(raw),
        starts,
        ends,
        labels=(Label("impact", raw.text("impact")),),
        still_open=not over,
    )


def _planned(raw: Raw, over: bool) -> Stated:
    notices = () if raw.has("scheduled_for") else (*_notice(raw, "started_at"), *_notice(raw, "created_at"))
    ends = (*raw.time("scheduled_until", weak="" if over else _AHEAD), *raw.time("resolved_at"))
    return Stated(
        raw.origin,
        "planned",
        raw.id,
        _components(raw),
        (*raw.time("scheduled_for"), *notices),
        ends,
        raw.time("created_at"),
        labels=(Label("status", raw.text("status")),),
        still_open=not over,
    )


def _notice(raw: Raw, name: str) -> tuple[Said, ...]:
    return raw.time(name, weak=_NOTICE)


def _components(raw: Raw) -> tuple[str, ...]:
    """The components that are named; only where none are, those of the updates.

    Updates name components as they were called at the time, and mostly to say that they are operational.
    """
    named = [component.text("name") for component in raw.items("components")]
    if not named:
        for update in raw.items("incident_updates"):
            named += [component.text("name") for component in update.items("affected_components")]
    return tuple(dict.fromkeys(name for name in named if name))


READER = Reader(
    "statuspage",
    "Statuspage incidents and scheduled maintenances",
    "incidents.json, scheduled-maintenances.json or summary.json of a page, from /api/v2/",
    "incidents and maintenance windows",
    sniff,
    read,
    {
        "impact": Topic("Does an incident with the impact {} count?"),
        "status": Topic("Does planned work with the status {} count?"),
    },
)
