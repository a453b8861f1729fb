"""AWS Health: what `describe-events` gives, and the messages that EventBridge passes on; the AWS source with ends.

An event has a start and, once it is over, an end.  EventBridge sends a message each time that an event changes, so that
there may be several about one; the last of them counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.json_export import JsonExport, first_has, read_json
from sla_dsl.intake.reading.json_pages import Paging, missing_pages
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.reading.times import read_english, read_iso
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export, Label, Origin, Said, Stamp, Stated, label
from sla_dsl.values.instant import SECOND

EVENTS, DETAIL = "events", "detail"
SOURCE = "aws.health"
_PAGING = Paging(EVENTS, id="arn", token=("nextToken", "NextToken"))

_UNIX = re.compile(r"(\d{9,10})(?:\.(\d{1,6}))?", re.ASCII)
_MAIL = re.compile(r"[A-Z][a-z]{2},? (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT", re.ASCII)
_FIRST = "it is when the first message that is here was sent"
_SUPERSEDED = "an earlier message about the same event"

Changed = dict[Origin, int]


def sniff(file: SourceFile) -> bool:
    """Messages of AWS Health, or a list of its events."""
    value, _ = file.json()
    if isinstance(value, dict):
        return value.get("source") == SOURCE or first_has(value.get(EVENTS), "arn", "eventTypeCategory")
    return first_has(value, "source", DETAIL) and isinstance(value, list) and value[0]["source"] == SOURCE


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The events, each as its last message tells it."""
    changed: Changed = {}
    exports: list[JsonExport] = []

    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        exports.append(export)
        yield from _read_one(export, changed)

    found = read_json(files, read_one)
    found = found._replace(findings=(*found.findings, *missing_pages(exports, _PAGING)))
    return _last_messages(found, changed)


def _read_one(export: JsonExport, changed: Changed) -> Iterator[AnyStated]:
    def message(raw: Raw) -> Stated | Aside:
        return _message(raw, changed)

    if not isinstance(export.value, dict):
        yield from export.listed(message, DETAIL)
    elif DETAIL in export.value:
        yield from export.only(message)
    else:
        page = export.whole((EVENTS,), f'"{EVENTS}" or "{DETAIL}"')
        if page:
            yield from export.records(page, EVENTS, lambda raw: _event(raw, changed))


def _message(raw: Raw, changed: Changed) -> Stated | Aside:
    """The event that a message is about."""
    detail = raw.inner(DETAIL)
    if detail is None:
        raw.refuse(DETAIL, "the event that the message is about", "not there")
        return Aside(raw.origin, "a message about nothing")
    made = _event(detail, changed)
    raw.id = detail.id
    return made._replace(announced=raw.time("time", weak=_FIRST)) if made.use == "planned" else made


def _event(raw: Raw, changed: Changed) -> Stated:
    raw.id = raw.text("arn", needed=False) or raw.text("eventArn")
    kind, status = raw.text("eventTypeCategory"), raw.text("statusCode", needed=False)
    for said in raw.time("lastUpdatedTime", _clock):
        changed[raw.origin] = said.stamp.instant or 0
    return Stated(
        raw.origin,
        "planned" if kind == "scheduledChange" else "outage",
        raw.id,
        (_service(raw),),
        raw.time("startTime", _clock, needed=True),
        raw.time("endTime", _clock),
        labels=(Label("eventTypeCategory", kind), *_labels(raw, "eventScopeCode"), *_labels(raw, "affectedAccount")),
        still_open=status == "open",
    )


def _service(raw: Raw) -> str:
    """`EC2 in us-east-1`: the services of two regions are two."""
    service = raw.text("service")
    region = raw.text("eventRegion", needed=False) or raw.text("region", needed=False)
    return f"{service} in {region}" if region else service


def _labels(raw: Raw, name: str) -> tuple[Label, ...]:
    return label(name, raw.text(name, needed=False))


def _clock(text: str) -> Stamp | str:
    """`2023-01-26T13:19:03Z`, `1587462325.096`, and `Thu, 26 Jan 2023 13:19:03 GMT`."""
    unix, mail = _UNIX.fullmatch(text), _MAIL.fullmatch(text)
    if unix:
        return Stamp(text, int(unix[1]) * SECOND + int((unix[2] or "").ljust(6, "0")))
    if mail:
        day, month, year, hour, minute, second = mail.groups()
        stamp = read_english(f"{month} {day}, {year} {hour}:{minute}:{second} UTC")
        return stamp._replace(written=text) if isinstance(stamp, Stamp) else stamp
    return read_iso(text)


def _last_messages(export: Export, changed: Changed) -> Export:
    """The export with the last message about each event; it was announced with the first."""
    last: dict[str, int] = {}
    told: dict[str, tuple[Said, ...]] = {}
    for record in sorted(export.records, key=lambda record: changed.get(record.origin, 0)):
        last[record.id] = changed.get(record.origin, 0)
        told.setdefault(record.id, record.announced if isinstance(record, Stated) else ())
    late = [one for one in export.records if changed.get(one.origin, 0) == last[one.id]]
    early = [one for one in export.records if changed.get(one.origin, 0) != last[one.id]]
    aside = (*export.aside, *(Aside(record.origin, _SUPERSEDED) for record in early))
    kept = tuple(one._replace(announced=told[one.id]) if isinstance(one, Stated) else one for one in late)
    return export._replace(records=kept, aside=aside)


READER = Reader(
    "aws-health",
    "AWS Health events",
    "what 'aws health describe-events' gives, or messages of EventBridge in one list",
    "incidents and maintenance windows",
    sniff,
    read,
    {
        "eventTypeCategory": Topic("Does an event of the category {} count?"),
        "eventScopeCode": Topic("Does an event with the scope {} count?"),
        "affectedAccount": Topic("Does an event count that struck the account {}?"),
    },
)
