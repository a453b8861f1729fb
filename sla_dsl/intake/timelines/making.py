"""From failures and planned work as they are stated to incidents and maintenance windows of a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.about import about, record_name
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import name_of
from sla_dsl.intake.answers.questions import LEAVE_OUT, Choice, Question
from sla_dsl.intake.reader import Topic
from sla_dsl.intake.stated import AnyStated, Origin, Said, Stated
from sla_dsl.intake.timelines.choosing_times import EACH, Part, Times
from sla_dsl.intake.timelines.using import Reason, Used, uses
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import show_instant

NOT_SAID, PLANNED = "(not said)", "(planned work)"
NOT_KNOWN = "not known"

_CAUSES = "Which cause of the policy is each of these?"
_CAUSE = "the name of the cause in the policy, such as provider_failure"


class Made(NamedTuple):
    """A record of the timeline: the list that it belongs to, its fields, and where it comes from."""

    kind: str
    plain: dict[str, Any]
    origin: Origin


class Fate(NamedTuple):
    """What became of one record of the export: what was made of it, why it was set aside, or what is wrong with it."""

    record: AnyStated
    made: tuple[Made, ...] = ()
    left: Reason | None = None
    findings: tuple[Finding, ...] = ()


def fates_of_outages(
    records: Sequence[Stated], topics: Mapping[str, Topic], times: Times, asking: Asking
) -> Iterator[Fate]:
    """What becomes of each failure and each planned work; only of use where no question stays open."""
    used = uses(records, topics, asking)
    live = [one for one in used if not one.left]
    for part in _PARTS:
        times.prepare(part, [(one.record, _saids(one.record, part)) for one in live if part in _parts(one.record)])
    endless = [one.record for one in live if not one.record.ends and not one.record.still_open]
    no_end = times.without_end(endless) if endless else ""
    causes = _by_cause(live)
    for one in used:
        yield Fate(one.record, left=one.left) if one.left else _fate(one, causes, no_end, times, asking)


_OUTAGE: tuple[Part, ...] = ("start", "end")
_PLANNED: tuple[Part, ...] = ("planned_start", "planned_end", "announced")
_PARTS = (*_OUTAGE, *_PLANNED)


def _parts(record: Stated) -> tuple[Part, ...]:
    """The times that are asked for of such a record: its start first, then its end."""
    return _OUTAGE if record.use == "outage" else _PLANNED


def _saids(record: Stated, part: Part) -> tuple[Said, ...]:
    if part == "announced":
        return record.announced
    return record.starts if part.endswith("start") else record.ends


def _is_endless(record: Stated, times: Times) -> bool:
    """Whether the export neither gives an end nor says that there is none yet, and nobody else did."""
    return not record.ends and not record.still_open and times.own("end", record) is None


def _by_cause(used: Sequence[Used]) -> dict[str, list[Stated]]:
    found: dict[str, list[Stated]] = {}
    for one in used:
        found.setdefault(_cause_of(one.record), []).append(one.record)
    return found


def _cause_of(record: Stated) -> str:
    return record.cause or (NOT_SAID if record.use == "outage" else PLANNED)


def _fate(one: Used, causes: Mapping[str, list[Stated]], no_end: str, times: Times, asking: Asking) -> Fate:
    record = one.record
    at_start, at_end = _parts(record)[:2]
    start = _needed(at_start, record, record.starts, times, asking)
    endless = _is_endless(record, times)
    if endless and no_end == LEAVE_OUT:
        return Fate(record, left=("a record without an end", asking.because(("no_end",))))
    end = times.ask_own("end", record) if endless and no_end == EACH else None
    if record.ends or times.own("end", record) is not None:
        end = _end(at_end, record, times, asking)
    announced = times.pick("announced", record, record.announced) if record.use == "planned" else None
    cause = _cause(record, causes, asking) if one.down else None
    if start is None:
        return Fate(record)
    if end is not None and end < start:
        return Fate(record, findings=(_backwards(record, start, end),))
    return Fate(record, tuple(_made(one, (start, end, announced), cause)))


def _end(part: Part, record: Stated, times: Times, asking: Asking) -> int | None:
    """The end that counts; a failure that goes on has none yet, unless one of its times is said to be its end."""
    if record.still_open and record.use == "outage":
        return times.pick(part, record, record.ends)
    return _needed(part, record, record.ends, times, asking)


def _needed(part: Part, record: Stated, saids: tuple[Said, ...], times: Times, asking: Asking) -> int | None:
    """The time, asked for by itself where none of those that count is there."""
    found = times.pick(part, record, saids)
    waits = (part,) in asking.questions or (part,) in asking.findings or bool(saids and times.is_waiting(saids))
    return found if found is not None or waits or record_name(record) in times.findings else times.ask_own(part, record)


def _cause(record: Stated, causes: Mapping[str, list[Stated]], asking: Asking) -> str | None:
    """The cause in the policy's name; None where it is said to be unknown, or not yet answered."""
    choices = (Choice(NOT_KNOWN, "the result then says what each cause would change"),)
    key, where = ("record", record_name(record), "cause"), record.origin.words()
    own = Question(key, "What caused this record?", "text", choices, _CAUSE, where)
    answer = asking.volunteered(own)
    if answer is None:
        stated = _cause_of(record)
        words = {
            NOT_SAID: "The export does not say what caused its records. What did?",
            PLANNED: "Which cause of the policy is planned work?",
        }.get(stated, f'Which cause of the policy is "{stated}"?')
        answer = asking.one(Question(("cause", stated), words, "text", choices, _CAUSE, about(causes[stated]), _CAUSES))
    return None if answer == NOT_KNOWN else answer


def _backwards(record: Stated, start: int, end: int) -> Finding:
    key = name_of(("record", record_name(record)))
    shown = [show_instant(instant, "UTC") for instant in (start, end)]
    return mistakes.ends_first(record.origin.file, record.origin.place, shown[0], shown[1], key)


def _made(one: Used, at: tuple[int, int | None, int | None], cause: str | None) -> Iterator[Made]:
    """An incident, a window, or both, for each service."""
    record, (start, end, announced) = one.record, at
    for service in one.services:
        name = record_name(record) if len(one.services) == 1 else f"{record_name(record)}/{service}"
        said = {"start": shown_in_utc(start), "end": shown_in_utc(end), "source": record.origin.words()}
        if record.use == "planned":
            told = {"announced": shown_in_utc(announced)} if announced is not None else {}
            yield Made("maintenance", {"id": name, "service": service, **told, **said}, record.origin)
        if one.down:
            caused = {"cause": cause} if cause is not None else {}
            yield Made("incidents", {"id": name, "service": service, **said, **caused}, record.origin)


def shown_in_utc(instant: int | None) -> str | None:
    """An instant as the timeline has it."""
    return None if instant is None else show_instant(instant, "UTC")
