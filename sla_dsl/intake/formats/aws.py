"""AWS: `data.json` of its public dashboard, as it was until 2022 and as archives of it keep it.

An event says when it was posted (`date`) and nothing of when it was over: its times stand in the text only, without a
date and on the clocks of the Pacific coast.  They are not taken from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.reading.times import read_unix
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Export, Label, Stated

ARCHIVE, CURRENT = "archive", "current"
RESOLVED = "[RESOLVED]"

_POSTED = "it is the time at which the event was posted; its text may name an earlier one"

Texts = dict[str, list[tuple[str, str]]]
"""The headlines and texts of the events of one name."""


def sniff(file: SourceFile) -> bool:
    """Past events, and those of the moment."""
    value, _ = file.json()
    return isinstance(value, dict) and ARCHIVE in value and CURRENT in value


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The events."""
    texts: Texts = {}

    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        page = export.whole((ARCHIVE,), f'"{ARCHIVE}"')
        if page:
            yield from export.records(page, ARCHIVE, lambda raw: _event(raw, texts))
            yield from export.records(page, CURRENT, lambda raw: _of_the_moment(raw, texts))

    return read_json(files, read_one)


def _event(raw: Raw, texts: Texts) -> Stated:
    date = raw.text("date")
    raw.id = _name(raw, texts)
    return Stated(
        raw.origin,
        "outage",
        raw.id,
        (raw.text("service_name"),),
        raw.said("date", date, read_unix, _POSTED) if date else (),
        labels=(Label("status", raw.text("status")),),
    )


def _name(raw: Raw, texts: Texts) -> str:
    """The service and the time of the posting; with a number where two events with other words have both in common."""
    plain = f"{raw.text('service')}@{raw.text('date', needed=False)}"
    known = texts.setdefault(plain, [])
    words = raw.text("summary", needed=False), raw.text("description", needed=False)
    if words not in known:
        known.append(words)
    number = known.index(words) + 1
    return plain if number == 1 else f"{plain}#{number}"


def _of_the_moment(raw: Raw, texts: Texts) -> Stated:
    """An event that is still shown: it goes on, unless its headline says that it was resolved."""
    over = raw.text("summary", needed=False).startswith(RESOLVED)
    return _event(raw, texts)._replace(still_open=not over)


READER = Reader(
    "aws",
    "AWS events of the public dashboard",
    "data.json of status.aws.amazon.com, as archives keep it",
    "incidents, once somebody has said when each was over",
    sniff,
    read,
    {"status": Topic("Does an event with the status {} count?")},
)
