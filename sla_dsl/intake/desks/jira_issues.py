"""Issues as Jira's REST interface gives them: fields, changes of the status, cycles of service agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake.reading.json_pages import Paging, read_pages
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import NOT_NAMED, Export, Said, Stamp, StatedTicket, Turn, label

RESOLVED = "resolutiondate"
_PAGING = Paging("issues", ("total",), ("isLast",), id="key", token=("nextPageToken",))
_CYCLES, _CYCLE = "completedCycles", "ongoingCycle"

Step = tuple[str, Stamp | None]


def read_issues(files: Sequence[SourceFile]) -> Export:
    """The issues of all pages."""
    return read_pages(files, _PAGING, _issue)


def _issue(raw: Raw) -> StatedTicket:
    raw.id = raw.text("key")
    fields = inside(raw, "fields")
    turns = tuple(_turns(raw, fields))
    cycles = [(starts, steps) for name in fields.names() for starts, steps in _cycles(fields, name)]
    status = () if turns else label("status", _name(fields, "status"))
    made = StatedTicket(
        raw.origin,
        raw.id,
        _name(fields, "priority") or NOT_NAMED,
        (*fields.time("created", needed=True), *(said for starts, _ in cycles for said in starts)),
        turns,
        (*_resolved(fields), *(step for _, steps in cycles for step in steps)),
        (*label("type", _name(fields, "issuetype")), *status),
    )
    merge(raw, fields)
    return made


def inside(raw: Raw, name: str) -> Raw:
    """The record in a field; an empty one, and a finding, where there is none."""
    found = raw.inner(name)
    if found is None:
        raw.text(name)
    return found or Raw(raw.origin.file, raw.place(name), {})


def merge(raw: Raw, inner: Raw) -> None:
    """What is wrong inside a record is wrong with the record."""
    raw.findings += [finding for finding in inner.findings if finding not in raw.findings]


def _name(fields: Raw, name: str) -> str:
    """The name of what a field refers to; empty where it refers to nothing."""
    found = fields.inner(name)
    if found is None:
        return ""
    text = found.text("name")
    merge(fields, found)
    return text


def _resolved(fields: Raw) -> Iterator[Step]:
    """Jira empties the time of resolution when an issue is opened again, so an empty one says that it is open."""
    times = fields.time(RESOLVED)
    if RESOLVED in fields.names():
        yield RESOLVED, times[0].stamp if times else None


def _turns(raw: Raw, fields: Raw) -> Iterator[Turn]:
    """The states of an issue whose changes are there: the first since it was created, then each change."""
    if not raw.has("changelog"):
        return
    log = inside(raw, "changelog")
    histories = list(log.items("histories"))
    total = log.text("total", needed=False)
    if total.isdecimal() and int(total) > len(histories):
        raw.refuse("changelog", f"all {total} changes of the issue", f"{len(histories)} of them")
    changes = [change for history in histories for change in _changes(log, history)]
    created = fields.time("created")
    merge(raw, log)
    changes.sort(key=lambda change: change[1].instant or 0)
    first = changes[0][0] if changes else _name(fields, "status")
    for said in created if first else ():
        yield Turn(first, said.stamp)
    for _, stamp, after in changes:
        yield Turn(after, stamp)


def _changes(log: Raw, history: Raw) -> Iterator[tuple[str, Stamp, str]]:
    """The changes of the status in one edit: from what, when, to what."""
    for said in history.time("created", needed=True):
        for item in history.items("items"):
            if item.text("field", needed=False) == "status":
                yield item.text("fromString"), said.stamp, item.text("toString")
                merge(log, item)
    merge(log, history)


def _cycles(fields: Raw, name: str) -> Iterator[tuple[list[Said], list[Step]]]:
    """The starts and stops of an agreement, if the field is one; a cycle that goes on has not stopped."""
    found = fields.dictionary(name)
    if found is None or not {_CYCLES, _CYCLE} & set(found.names()):
        return
    called = found.text("name")
    starts, steps = [], list[Step]()
    for cycle in found.items(_CYCLES):
        starts += _moment(cycle, "startTime", f"{called}: start")
        steps += [(called, said.stamp) for said in _moment(cycle, "stopTime", called)]
        merge(found, cycle)
    ongoing = found.inner(_CYCLE)
    if ongoing is not None:
        starts += _moment(ongoing, "startTime", f"{called}: start")
        steps += [] if steps else [(called, None)]
        merge(found, ongoing)
    merge(fields, found)
    yield starts[:1], steps


def _moment(cycle: Raw, name: str, called: str) -> list[Said]:
    moment = inside(cycle, name)
    found = [said._replace(name=called) for said in moment.time("iso8601", needed=True)]
    merge(cycle, moment)
    return found
