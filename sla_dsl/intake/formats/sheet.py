"""A table of failures and planned work, CSV or Excel, one row each, kept by hand or by any program.

Which column holds what is asked, unless a column has exactly our name for it.  The services are the names in one
column, or several columns, one for each service, that say yes or no in each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import LEAVE_OUT, Choice, Question
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Aside, Export, Said, Stated, Use, label
from sla_dsl.intake.tables.columns import EMPTY, Columns, Wanted, joined
from sla_dsl.intake.tables.export import TableExport
from sla_dsl.intake.tables.opening import first_columns, read_tables
from sla_dsl.intake.wording import first_at
from sla_dsl.records import NamedTuple

FAILURES, WORK = "every row is a failure", "every row is planned work"
_FIELDS = (
    Wanted("id", "what a row is called (several in a list are joined, none: its line)"),
    Wanted("service", "what failed; or a list of columns, one for each service, with yes or no, 1 or 0, or x"),
    Wanted("start", "when it began (a list of two: the day and the time of day)"),
    Wanted("end", "when it was over"),
    Wanted("cause", "why it happened"),
    Wanted("severity", "how bad it was, if rows of some severity do not count"),
)
_ANNOUNCED = Wanted("announced", "when planned work was announced")
_KIND = Wanted("kind", "whether it was a failure or planned work")
_EVERY = (Choice(FAILURES), Choice(WORK))
_TOGETHER = "Is each of these a failure, or planned work?"
_KINDS = (Choice("failure"), Choice("planned work"), Choice(LEAVE_OUT, "the row is set aside"))
_OURS: Mapping[str, Use] = {FAILURES: "outage", "failure": "outage", WORK: "planned", "planned work": "planned"}
_YES, _NO = ("1", "1.0", "yes", "y", "true", "x"), ("0", "0.0", "no", "n", "false", "-", "")

Chosen = Mapping[str, tuple[str, ...]]


def sniff(file: SourceFile) -> bool:
    """A table with our names for the most important columns."""
    return {"service", "start", "end"} <= first_columns(file)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The rows of all tables."""
    table = TableExport(read_tables(files, asking), asking)
    columns = Columns(table.tables, (*_FIELDS, _ANNOUNCED, _KIND), asking)
    if columns.names:
        kind = columns.find(_KIND, _EVERY)
        for wanted in (*_FIELDS, *([_ANNOUNCED] if kind == (WORK,) else [])):
            columns.find(wanted)
    table.findings += columns.findings()
    if columns.is_open or not columns.names or table.findings:
        return table.export()
    uses = _uses(table.raws, columns.chosen["kind"] or (), asking)
    if "planned" in uses.values():
        columns.find(_ANNOUNCED)
    table.findings += columns.findings()
    chosen = {name: found or () for name, found in columns.chosen.items()}
    clock = table.clock([name for part in ("start", "end", "announced") for name in chosen.get(part, ())])
    if clock is None:
        return table.export()
    rows = _Rows(chosen, clock, uses, asking, len(files) > 1)
    return table.export(table.each(rows.record), columns.unread())


class _Rows(NamedTuple):
    """How rows are read: their columns, their clock, what those of each kind are; None: that is still open."""

    chosen: Chosen
    clock: Clock
    uses: Mapping[str, Use | Literal["leave out"] | None]
    asking: Asking
    several: bool

    def record(self, raw: Raw) -> Stated | Aside | None:
        """What a row states."""
        chosen = self.chosen
        raw.id = joined(raw, chosen["id"], "/") or (raw.origin.words() if self.several else "")
        kind = _kind(raw, chosen["kind"])
        use = self.uses[kind]
        if use is None:
            return None
        if use == "leave out":
            return Aside(raw.origin, f'kind "{kind}" ({self.asking.because(("kind", kind))})')
        return Stated(
            raw.origin,
            use,
            raw.id,
            tuple(_services(raw, chosen["service"])),
            self._time(raw, "start"),
            self._time(raw, "end"),
            self._time(raw, "announced") if use == "planned" else (),
            joined(raw, chosen["cause"]),
            label("severity", (joined(raw, chosen["severity"]) or EMPTY) if chosen["severity"] else ""),
        )

    def _time(self, raw: Raw, part: str) -> tuple[Said, ...]:
        names = self.chosen.get(part, ())
        written = joined(raw, names, " ")
        if not written and part == "start":
            raw.text(names[0] if names else part)
        return raw.said(names[0], written, self.clock) if written else ()


def _kind(raw: Raw, kind: Sequence[str]) -> str:
    return kind[0] if kind in ((FAILURES,), (WORK,)) else joined(raw, kind) or EMPTY


def _uses(raws: Sequence[Raw], kind: Sequence[str], asking: Asking) -> dict[str, Use | Literal["leave out"] | None]:
    """What the rows of each kind are; asked, where it is not said in our words."""
    groups: dict[str, list[Raw]] = {}
    for raw in raws:
        groups.setdefault(_kind(raw, kind), []).append(raw)
    return {name: _use(name, of_it, asking) for name, of_it in groups.items()}


def _use(name: str, rows: Sequence[Raw], asking: Asking) -> Use | Literal["leave out"] | None:
    if name in _OURS:
        return _OURS[name]
    words = f'Is "{name}" a failure, or planned work?'
    about = first_at(len(rows), "rows", rows[0].origin.words())
    match asking.one(Question(("kind", name), words, "choice", _KINDS, "", about, _TOGETHER)):
        case "failure":
            return "outage"
        case "planned work":
            return "planned"
        case None:
            return None
        case _:
            return "leave out"


def _services(raw: Raw, columns: Sequence[str]) -> Iterator[str]:
    """The services of a row: what stands in the one column, or the columns that say yes."""
    if len(columns) == 1:
        yield from [raw.text(columns[0])] if raw.has(columns[0]) else []
        return
    for name in columns:
        said = (raw.text(name) if raw.has(name) else "").casefold()
        if said in _YES:
            yield name
        elif said not in _NO:
            raw.refuse(name, "yes or no, 1 or 0, or x or nothing", f'"{said}"')


READER = Reader(
    "sheet",
    "Tables of failures and planned work",
    "CSV (UTF-8), or an Excel workbook (with the extra 'excel'): a row for each, names of columns in the first row",
    "incidents and maintenance windows",
    sniff,
    read,
    {"severity": Topic("Does a row with the severity {} count?")},
)
