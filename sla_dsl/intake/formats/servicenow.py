"""ServiceNow: the log of an incident table, a row for each change of a ticket, grouped by its number.

A row says in which state the ticket was at `sys_updated_at`.  Other columns repeat what they hold at the end on every
row: `resolved_at` and `closed_at` are there before anything was resolved.  `?` stands for what is missing.  The
times are those of some local clock, without a zone.  A row that only changes something else keeps the state.
"""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.wording import counted
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.answers.shared import step_question
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import NOT_NAMED, Export, Refused, Stamp, StatedTicket, Turn
from sla_dsl.intake.tables.columns import missing_columns
from sla_dsl.intake.tables.export import TableExport
from sla_dsl.intake.tables.opening import first_columns, read_tables
from sla_dsl.intake.tables.steps import empties, steps_of
from sla_dsl.records import NamedTuple

NUMBER, STATE, CHANGED, OPENED, PRIORITY = "number", "incident_state", "sys_updated_at", "opened_at", "priority"
NEEDED = (NUMBER, STATE, CHANGED, OPENED, PRIORITY)
KEYED_IN = "sys_created_at"
REPEATED = ("resolved_at", "closed_at")
FIRST, LAST = "the first", "the last"
MISSING = ("?",)

_WEAK = "the time on the last row of a ticket, which stands on its earlier rows, too"


def sniff(file: SourceFile) -> bool:
    """The columns of the log."""
    return set(NEEDED) <= first_columns(file)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The tickets of the log."""
    table = TableExport(read_tables(files, asking), asking, MISSING)
    table.findings += missing_columns(table.tables, NEEDED, "the log of a table of incidents")
    clock = None if table.findings else table.clock([CHANGED, OPENED, KEYED_IN, *REPEATED])
    if clock is None:
        return table.export()
    logs = [log for rows in _by_number(table.raws, clock) if (log := _log(rows, table))]
    repeated = [name for name in REPEATED if any(name in one.columns for one in table.tables)]
    open_steps = empties([log[-1].raw for log in logs], repeated, asking)
    which = _which_priority(logs, asking)
    tickets = [_ticket(log, clock, which, open_steps) for log in logs]
    for name in repeated:
        having = [ticket for ticket in tickets if any(step == name for step, _ in ticket.steps)]
        if having:
            asking.ask(step_question(name, having, _WEAK))
    return table.export(tickets)


class _Row(NamedTuple):
    """A row, when it was written and in which state the ticket was then; both only of use where it is right."""

    raw: Raw
    at: Stamp
    state: str
    order: int


Log = list[_Row]


def _by_number(raws: Sequence[Raw], clock: Clock) -> list[Log]:
    """The rows of each ticket."""
    found: dict[str, Log] = {}
    for number, raw in enumerate(raws):
        raw.id = raw.text(NUMBER)
        times = raw.time(CHANGED, clock, needed=True)
        at = times[0].stamp if times else Stamp("", 0)
        found.setdefault(raw.id or raw.origin.words(), []).append(_Row(raw, at, raw.text(STATE), number))
    return list(found.values())


def _log(rows: Log, table: TableExport) -> Log:
    """The rows in order of time; none of a ticket of which any row cannot be read: its story would have a hole."""
    _refuse_differences(rows)
    if not any(row.raw.findings for row in rows):
        return sorted(rows, key=_place)
    table.refused += [Refused(row.raw.origin, row.raw.refused().name, tuple(row.raw.findings)) for row in rows]
    return []


def _refuse_differences(rows: Log) -> None:
    """The ticket was opened once, whatever a row says of it later."""
    first = rows[0].raw.text(OPENED)
    for row in rows[1:]:
        other = row.raw.text(OPENED, needed=False)
        if first and other != first:
            row.raw.refuse(OPENED, f'"{first}", as on the other rows of the ticket', f'"{other}"')


def _place(row: _Row) -> tuple[int, str, int, int]:
    """By time; within one minute by the number of changes, and then as in the file."""
    changes = row.raw.text("sys_mod_count", needed=False)
    return (
        row.at.instant or 0,
        row.at.local,
        int(changes) if changes.isascii() and changes.isdecimal() else 0,
        row.order,
    )


def _which_priority(logs: Sequence[Log], asking: Asking) -> str | None:
    """Which of several priorities of a ticket counts; asked where a ticket has several."""
    several = [log for log in logs if len({row.raw.text(PRIORITY, needed=False) for row in log}) > 1]
    if not several:
        return FIRST
    choices = (Choice(FIRST, "the one that it was opened with"), Choice(LAST, "the one that it had at the end"))
    about = f"{counted(len(several), 'ticket')}, the first at {several[0][0].raw.origin.words()}"
    words = "The priority of some tickets changes. Which one counts?"
    return asking.one(Question(("changed_priority",), words, "choice", choices, "", about))


def _ticket(log: Log, clock: Clock, which: str | None, open_steps: Sequence[str]) -> StatedTicket:
    first, last = log[0].raw, log[-1].raw
    counts = last if which == LAST else first
    return StatedTicket(
        first.origin,
        first.id,
        counts.text(PRIORITY, needed=False) or NOT_NAMED,
        (*first.time(OPENED, clock), *first.time(KEYED_IN, clock)),
        tuple(_turns(log)),
        tuple(steps_of(last, REPEATED, clock, open_steps)),
        parts=len(log),
    )


def _turns(log: Log) -> list[Turn]:
    """The states, each from the first row that has it."""
    return [
        Turn(row.state, row.at)
        for before, row in zip([None, *log[:-1]], log, strict=True)
        if before is None or before.state != row.state
    ]


READER = Reader(
    "servicenow",
    "ServiceNow incident logs",
    "a CSV file with a row for each change of a ticket: number, incident_state, sys_updated_at, opened_at, priority",
    "tickets with their steps and pauses",
    sniff,
    read,
)
