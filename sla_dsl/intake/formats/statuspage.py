"""Statuspage: what its public pages give at `/api/v2/incidents.json`, `scheduled-maintenances.json`, `summary.json`.

An incident says when it was opened (`created_at`), when it is said to have started (`started_at`), when a fix was
watched (`monitoring_at`) and when it was over (`resolved_at`).  Of planned work `started_at` is the time of the notice;
the window is `scheduled_for` to `scheduled_until`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.asking import Asking
from sla_dsl.intake.json_export import AnyStated, JsonExport, read_json
from sla_dsl.intake.raw import Raw
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export, Label, Stated

LISTS = ("incidents", "scheduled_maintenances")
OVER = ("resolved", "postmortem", "completed")


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
    if page is None or about is None:
        return
    export.zone = about.text("time_zone", needed=False)
    export.until = f"the page says that it was last changed at {about.text('updated_at', needed=False)}"
    if not any(page.has(name) for name in LISTS):
        export.refuse_file('it has neither "incidents" nor "scheduled_maintenances"')
    for name in LISTS:
        yield from export.records(page, name, _record)


def _record(raw: Raw) -> Stated:
    raw.id = raw.text("id")
    planned = raw.has("scheduled_for") or raw.has("scheduled_until")
    return _planned(raw) if planned else _incident(raw)


def _incident(raw: Raw) -> Stated:
    status = raw.text("status")
    starts = (*raw.time("started_at"), *raw.time("created_at", needed=True))
    ends = (*raw.time("resolved_at"), *raw.time("monitoring_at"))
    return Stated(
        raw.origin,
        "outage",
        raw.id,
        _components(raw),
        starts,
        ends,
        labels=(Label("impact", raw.text("impact")),),
        still_open=status not in OVER and not raw.has("resolved_at"),
    )


def _planned(raw: Raw) -> Stated:
    ends = (*raw.time("scheduled_until", needed=True), *raw.time("resolved_at"))
    return Stated(
        raw.origin,
        "planned",
        raw.id,
        _components(raw),
        raw.time("scheduled_for", needed=True),
        ends,
        raw.time("created_at"),
        labels=(Label("status", raw.text("status")),),
    )


def _components(raw: Raw) -> tuple[str, ...]:
    """The components that are named, in the record or in any of its updates."""
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
