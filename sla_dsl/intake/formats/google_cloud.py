"""Google Cloud: `incidents.json` of its public dashboard.

An incident says when it began (`begin`), when it was first posted (`created`), which is often much later, and when it
ended (`end`).  Of the places that it struck each note has a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.about import about
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, first_has, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export, Label, Origin, Stated

OVER = "AVAILABLE"
SEVERAL = "Multiple Products"
ALL = "all"

_LISTS = ("currently_affected_locations", "previously_affected_locations")
_WORDS = (
    "Which locations count? A record that names only others is set aside; how long each of them was struck is not "
    "told apart."
)
_FREE = "the id of a location, such as us-central1 or global, or a list of them"

Places = dict[Origin, tuple[str, ...]]


def sniff(file: SourceFile) -> bool:
    """A list whose records have a beginning and a status."""
    return first_has(file.json()[0], "begin", "status_impact")


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The incidents; asks which locations count, if any are named."""
    places: Places = {}

    def record(raw: Raw) -> Stated:
        places[raw.origin] = _locations(raw)
        return _record(raw)

    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        yield from export.listed(record, "begin")

    return _within(read_json(files, read_one), places, asking)


def _record(raw: Raw) -> Stated:
    raw.id = raw.text("id")
    last = raw.inner("most_recent_update")
    over = raw.has("end") or (last is not None and last.text("status", needed=False) == OVER)
    status, severity = raw.text("status_impact"), raw.text("severity", needed=False)
    return Stated(
        raw.origin,
        "outage",
        raw.id,
        _products(raw),
        (*raw.time("begin", needed=True), *raw.time("created")),
        raw.time("end"),
        labels=(Label("status_impact", f"{status}, severity {severity}" if severity else status),),
        still_open=not over,
    )


def _products(raw: Raw) -> tuple[str, ...]:
    """The products by their titles; the one service that is named where there is no list."""
    named = [product.text("title") for product in raw.items("affected_products")]
    whole = raw.text("service_name", needed=False)
    return tuple(dict.fromkeys(named or ([whole] if whole not in ("", SEVERAL) else [])))


def _locations(raw: Raw) -> tuple[str, ...]:
    """The locations that are named anywhere in the record."""
    found = [place.text("id") for name in _LISTS for place in raw.items(name)]
    for update in raw.items("updates"):
        found += [place.text("id") for place in update.items("affected_locations")]
    return tuple(dict.fromkeys(found))


def _within(export: Export, places: Places, asking: Asking) -> Export:
    """The export without the records that name other locations only."""
    placed = [record for record in export.records if places[record.origin]]
    if not placed:
        return export
    question = Question(("locations",), _WORDS, "texts", (Choice(ALL, "every location"),), _FREE, about(placed))
    answers = asking.ask(question)
    if answers is None or ALL in answers:
        return export
    far = {record.origin for record in placed if not set(places[record.origin]) & set(answers)}
    reason = f"none of its locations is {' or '.join(answers)} ({asking.because(question.key)})"
    aside = (*export.aside, *(Aside(record.origin, reason) for record in placed if record.origin in far))
    known = {place for record in placed for place in places[record.origin]}
    notes = (f"No record names the location {place}." for place in answers if place not in known)
    kept = tuple(one for one in export.records if one.origin not in far)
    return export._replace(records=kept, aside=aside, notes=(*export.notes, *notes))


READER = Reader(
    "google-cloud",
    "Google Cloud incidents",
    "incidents.json of its status page",
    "incidents",
    sniff,
    read,
    {"status_impact": Topic("Does an incident with the status {} count?")},
)
