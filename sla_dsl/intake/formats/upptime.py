"""Upptime: `history/summary.json`, which says of each monitor how many minutes it was down on which day.

The minutes come from how long an issue was open, not from the single checks, and days without minutes are not there.
A record is a day of a monitor; there are no clock times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.measured.day_totals import Total, ask_placing, read_minutes, stated_day
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.reading.collecting import Collected
from sla_dsl.intake.reading.raw import Raw, kind_of, record_of
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export
from sla_dsl.records import NamedTuple

_TITLE = "Upptime's summary"
_DAYS = "dailyMinutesDown"
_MINUTES = "minutes"


class _Day(NamedTuple):
    """A day of a monitor, as a record of its own: its place is the day's."""

    raw: Raw
    monitor: str
    day: str


def sniff(file: SourceFile) -> bool:
    """A list of monitors, the first with its minutes by the day."""
    value, _ = file.json()
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and _DAYS in value[0]


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The days of all monitors, once it is known where in a day its minutes lie."""
    collected = Collected()
    days = [day for file in files for day in _days_of(file, collected)]
    placing = ask_placing("", asking) if days else None
    for one in days:
        length = read_minutes(one.raw, _MINUTES)
        collected.take(one.raw, stated_day(one.raw, Total(one.monitor, one.day, length), placing) if placing else None)
    return collected.export()


def _days_of(file: SourceFile, collected: Collected) -> Iterator[_Day]:
    value, findings = file.json()
    collected.findings += findings
    if findings:
        return
    if not isinstance(value, list):
        why = f"it is {kind_of(value)}, not a list of monitors"
        collected.findings.append(mistakes.not_this_form(file.name, _TITLE, why, ""))
        return
    for number, one in enumerate(value):
        yield from _days(record_of(file.name, f"[{number}]", one), collected)


def _days(raw: Raw, collected: Collected) -> Iterator[_Day]:
    """The days of a monitor; a monitor that cannot be read is a record that is refused."""
    monitor, days = ("", None) if raw.findings else (raw.text("name"), raw.inner(_DAYS))
    if days is None and not raw.findings:
        raw.text(_DAYS)
    if raw.findings or days is None:
        collected.take(raw, None)
        return
    given = list(days.apart(_MINUTES))
    collected.notes.append(f"{monitor}: minutes are given for {len(given):,} days; of other days there is nothing.")
    for day, one in given:
        one.id = f"{monitor} {day}"
        yield _Day(one, monitor, day)


READER = Reader(
    "upptime",
    _TITLE,
    "history/summary.json of an Upptime repository",
    "an incident for each day of a monitor with minutes down",
    sniff,
    read,
)
