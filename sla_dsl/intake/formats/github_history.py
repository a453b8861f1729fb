"""GitHub's incidents as the project mrshu/github-statuses keeps them: `parsed/incidents.jsonl`, put into one list.

An incident says when it was declared (`started_at`) and when the last note closed it (`resolved_at`).  Where GitHub
explained it later, `impact_window` is what the explanation names as its time.  `downtime_start` and `downtime_end` are
what that project took for the truth: the one where it is there, else the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, first_has, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Export, Label, Said, Stated

NOT_SAID = "(not said)"
GUESSED = "components_source"
USED = "used"

_CHOICES = (Choice(USED, "as if they had been named"), Choice("not used", "these records then name no service"))
_BY_PROJECT = "it is what the project that keeps the history took for the truth"


def sniff(file: SourceFile) -> bool:
    """A list whose records have a declared time and perhaps one that was explained later."""
    return first_has(file.json()[0], "impact_window", "started_at", "status_sequence")


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The incidents; asks whether components count that a program has guessed."""

    def record(raw: Raw) -> Stated:
        return _record(raw, asking)

    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        yield from export.listed(record, "impact_window", "downtime_start")

    return read_json(files, read_one)


def _record(raw: Raw, asking: Asking) -> Stated:
    raw.id = raw.text("id")
    window = raw.inner("impact_window")
    over = raw.has("resolved_at") or "Resolved" in raw.texts("status_sequence")
    return Stated(
        raw.origin,
        "outage",
        raw.id,
        _components(raw, asking),
        (*_explained(window, "start_at"), *raw.time("started_at", needed=True), *_rebuilt(raw, "downtime_start")),
        (*_explained(window, "end_at"), *raw.time("resolved_at"), *_rebuilt(raw, "downtime_end")) if over else (),
        labels=(Label("impact", raw.text("impact", needed=False) or NOT_SAID),),
        still_open=not over,
    )


def _explained(window: Raw | None, name: str) -> tuple[Said, ...]:
    """A time of the later explanation, under its whole name."""
    return tuple(said._replace(name=f"impact_window.{name}") for said in window.time(name)) if window else ()


def _rebuilt(raw: Raw, name: str) -> tuple[Said, ...]:
    return raw.time(name, weak=_BY_PROJECT)


def _components(raw: Raw, asking: Asking) -> tuple[str, ...]:
    """The components that are named; those that a program has found in the text, if they are to be used."""
    named, program = raw.texts("components"), raw.text(GUESSED, needed=False)
    if not named or not program:
        return named
    words = f'GitHub named no component, and the program "{program}" guessed some from the text. Are its guesses used?'
    return named if asking.one(Question((GUESSED, program), words, "choice", _CHOICES)) == USED else ()


READER = Reader(
    "github-history",
    "GitHub incidents as mrshu/github-statuses keeps them",
    "parsed/incidents.jsonl of that project, as one list: jq -s . incidents.jsonl",
    "incidents",
    sniff,
    read,
    {"impact": Topic("Does an incident with the impact {} count?")},
)
