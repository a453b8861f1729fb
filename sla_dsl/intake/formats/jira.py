"""Jira and Jira Service Management: the CSV of a search, or the JSON of its issues from the REST interface.

The CSV has a row for each issue, as it is now.  The JSON may hold its changes (`expand=changelog`), whose changes of
the status are the states of the ticket, and the fields of its service agreements: cycles with a start and a stop.  What
those say of elapsed and remaining time counts working hours, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.desks.jira_issues import read_issues
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import NOT_NAMED, Export, Stamp, StatedTicket, label
from sla_dsl.intake.tables.columns import missing_columns
from sla_dsl.intake.tables.export import TableExport
from sla_dsl.intake.tables.opening import first_columns, is_json, read_tables
from sla_dsl.intake.tables.steps import steps_of

KEY, CREATED, RESOLVED = "Issue key", "Created", "Resolved"
NEEDED = (KEY, CREATED, "Priority", "Status")
_SHORT_YEAR = re.compile(r"(\d{1,2}/[^\W\d_]{3,}/)(\d\d)( .*)")


def sniff(file: SourceFile) -> bool:
    """The columns of a search, or a list of issues with their fields."""
    if not is_json(file):
        return {name.casefold() for name in NEEDED} <= first_columns(file)
    value, _ = file.json()
    issues = value.get("issues") if isinstance(value, dict) else None
    return isinstance(issues, list) and all(isinstance(one, dict) and "fields" in one for one in issues)


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The issues, as JSON where the first file is JSON."""
    return read_issues(files) if is_json(files[0]) else _read_search(files, asking)


def _read_search(files: Sequence[SourceFile], asking: Asking) -> Export:
    table = TableExport(read_tables(files, asking), asking)
    table.findings += missing_columns(table.tables, NEEDED, "a search in Jira")
    clock = None if table.findings else table.clock([CREATED, RESOLVED])
    if clock is None:
        return table.export()
    return table.export(table.each(partial(_issue, clock=partial(_read_time, clock=clock))))


def _read_time(text: str, clock: Clock) -> Stamp | str:
    """Jira writes `29/Feb/24 10:15 AM` unless somebody changed it; it is younger than the century."""
    stamp = clock(_SHORT_YEAR.sub(r"\g<1>20\2\3", text))
    return stamp._replace(written=text) if isinstance(stamp, Stamp) else stamp


def _issue(raw: Raw, clock: Clock) -> StatedTicket:
    raw.id = raw.text(KEY)
    return StatedTicket(
        raw.origin,
        raw.id,
        raw.text("Priority", needed=False) or NOT_NAMED,
        raw.time(CREATED, clock, needed=True),
        steps=tuple(steps_of(raw, [RESOLVED], clock, [RESOLVED])) if RESOLVED in raw.names() else (),
        labels=(
            *label("type", raw.text("Issue Type", needed=False)),
            *label("status", raw.text("Status", needed=False)),
        ),
    )


READER = Reader(
    "jira",
    "Jira issues",
    "a search exported as CSV, or the JSON of /rest/api/2/search with expand=changelog, all pages",
    "tickets with their steps, and from JSON their pauses",
    sniff,
    read,
    {
        "type": Topic("Does an issue of the type {} count?"),
        "status": Topic("Does an issue with the status {} count?"),
    },
)
