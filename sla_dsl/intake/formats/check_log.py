"""Check logs: a CSV of samples (when, which monitor, what was seen), or of changes of a status.

A sample says how a service was at one moment.  Outages are made of them by a rule that somebody has to state: how many
bad samples open one and how many good ones close it, which of two samples it begins and ends with, and when the time
between two of them is so long that nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import LEAVE_OUT
from sla_dsl.intake.answers.shared import zone_question
from sla_dsl.intake.measured.probing import BAD, meanings, rule_for
from sla_dsl.intake.measured.samples import Rule, Sample, outages
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.reading.collecting import Collected
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.reading.times import in_zone
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Aside, Export
from sla_dsl.intake.tables.columns import NONE
from sla_dsl.intake.tables.csv_tables import header_of, read_csv
from sla_dsl.intake.tables.shared_columns import ask_column, wrong_tables
from sla_dsl.intake.tables.table import Table
from sla_dsl.intake.tables.times import Dates, dates_of, written_times
from sla_dsl.intake.wording import roughly
from sla_dsl.records import NamedTuple

_TITLE = "Logs of checks"
_ALONE = "a bad probe that opens no outage"


class _Columns(NamedTuple):
    """The names of the columns; `monitor` is empty where all rows are of one."""

    time: str
    monitor: str
    status: str


def sniff(file: SourceFile) -> bool:
    """A table with a status and few other columns, none of which would make it a list of incidents."""
    names = [name.casefold() for name in header_of(file)]
    ends = any("end" in name or "resolved" in name for name in names)
    return "status" in names and not ends and any("monitor" in name or "component" in name for name in names)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The outages of all monitors, once the columns, the meanings and the rule are known."""
    tables = [read_csv(file, asking) for file in files]
    collected = Collected()
    collected.findings += wrong_tables(tables, _TITLE)
    columns = None if collected.findings else _columns(tables, asking)
    if columns is None:
        return _unread(tables, collected)
    raws = [raw for table in tables for raw in table.records()]
    _refuse_rows(tables, collected)
    known = meanings(raws, columns.status, asking)
    samples = sorted(_samples(raws, columns, known or {}, asking, collected), key=lambda sample: sample.instant)
    by_monitor = _by_monitor(samples, collected)
    rule = rule_for(_longest(by_monitor.values()), asking)
    export = _made(by_monitor, rule or Rule(), collected)
    last = f"the last row is of {samples[-1].stamp.written}" if samples else ""
    export = export._replace(until=last, cut_off_unseen=True)
    return export if rule and known is not None else export._replace(records=())


def _columns(tables: Sequence[Table], asking: Asking) -> _Columns | None:
    time = ask_column("time", "Which column says when a row was written?", tables, asking)
    monitor = ask_column(
        "monitor", "Which column says what was looked at?", tables, asking, "all rows are about the same"
    )
    status = ask_column("status", "Which column says how it was?", tables, asking)
    if time is None or monitor is None or status is None:
        return None
    return _Columns(time, "" if monitor == NONE else monitor, status)


def _unread(tables: Sequence[Table], collected: Collected) -> Export:
    """The export while nobody has said what its columns are."""
    _refuse_rows(tables, collected)
    rows = sum(len(table.rows) for table in tables)
    export = collected.export()
    return export._replace(read=export.read + rows, silent=rows, cut_off_unseen=True)


def _refuse_rows(tables: Sequence[Table], collected: Collected) -> None:
    for table in tables:
        collected.read += len(table.refused)
        collected.refused += table.refused


def _samples(
    raws: Sequence[Raw], columns: _Columns, known: Mapping[str, str], asking: Asking, collected: Collected
) -> Iterator[Sample]:
    """The rows that say that something was good or bad; the others are refused or set aside."""
    dates = dates_of(written_times(raws, [columns.time]), asking)
    for raw in raws:
        sample = _sample(raw, columns, known, dates, asking)
        status = raw.text(columns.status, needed=False)
        if sample is None or known.get(status) == LEAVE_OUT:
            reason = f'status "{status}" ({asking.because(("status", status))})' if known.get(status) else ""
            collected.take(raw, Aside(raw.origin, reason))
        else:
            yield sample


def _sample(raw: Raw, columns: _Columns, known: Mapping[str, str], dates: Dates, asking: Asking) -> Sample | None:
    status = raw.text(columns.status)
    monitor = raw.text(columns.monitor) if columns.monitor else ""
    said = raw.time(columns.time, dates.clock, needed=True)
    if raw.findings:
        return None
    stamp = said[0].stamp
    if stamp.instant is None:
        zone = asking.one(zone_question("", raw.origin.words()))
        instant = in_zone(stamp, zone or "UTC")
        if isinstance(instant, str):
            raw.said(columns.time, stamp.written, lambda _: instant)
            return None
        stamp = stamp._replace(instant=instant, local="")
    return Sample(raw.origin, monitor, stamp, known.get(status) == BAD)


def _by_monitor(samples: Sequence[Sample], collected: Collected) -> dict[str, list[Sample]]:
    """The samples of each monitor.  One that says the same as another is set aside, one that denies it is refused."""
    found: dict[str, list[Sample]] = {}
    for sample in samples:
        row = found.setdefault(sample.monitor, [])
        before = row[-1] if row and row[-1].instant == sample.instant else None
        if before is None:
            row.append(sample)
        else:
            _take_second(sample, before, collected)
    return found


def _take_second(sample: Sample, before: Sample, collected: Collected) -> None:
    raw = Raw(sample.origin.file, sample.origin.place, {})
    if before.is_bad != sample.is_bad:
        name = f"{sample.monitor} {sample.stamp.written}".strip()
        raw.findings.append(mistakes.double(raw.origin.file, raw.origin.place, name, before.origin.words()))
    collected.take(raw, Aside(raw.origin, "another row of the same moment that says the same"))


def _longest(rows: Iterable[list[Sample]]) -> int:
    """The longest time between two rows of one monitor."""
    gaps = [after.instant - before.instant for row in rows for before, after in zip(row, row[1:], strict=False)]
    return max(gaps, default=0)


def _made(by_monitor: Mapping[str, list[Sample]], rule: Rule, collected: Collected) -> Export:
    gaps = unknown = 0
    for samples in by_monitor.values():
        found = outages(samples, rule)
        collected.read += len(samples)
        collected.silent += sum(not sample.is_bad for sample in samples)
        collected.records += found.outages
        collected.aside += [Aside(sample.origin, _ALONE) for sample in found.alone]
        gaps, unknown = gaps + found.gaps, unknown + found.unknown
    if gaps:
        collected.notes.append(
            f"Nothing is known in {gaps:,} gaps between two probes, {roughly(unknown)} in all monitors together; "
            "the timeline has no incident there unless one goes on."
        )
    return collected.export()


READER = Reader(
    "check-log",
    _TITLE,
    "a CSV file with a row for each probe or for each change of a status: when, of what, and how it was",
    "incidents, by the rule that you state",
    sniff,
    read,
)
