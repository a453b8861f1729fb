"""A report as one table for spreadsheets and other programs (CSV): a row for each thing that it says.

Several tables with different columns in one file can be read by nothing; so all parts of a report share their columns,
and each row says to which period and which part it belongs.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from sla_dsl.faces.reporting.cells import Cell, plain_text
from sla_dsl.faces.reporting.languages import labels
from sla_dsl.faces.reporting.model import Figure, Period, Report
from sla_dsl.faces.reporting.tables import Labels, about_rows, unit_of
from sla_dsl.records import NamedTuple

_COLUMNS = (
    "account", "period", "section", "name", "status", "from", "to", "seconds", "value", "unit", "clause", "sentence",
)  # fmt: skip


class Line(NamedTuple):
    """A row, after the account and the period."""

    section: str
    name: str
    status: str = ""
    start: Cell = None
    end: Cell = None
    seconds: Cell = None
    value: Cell = None
    unit: str = ""
    clause: str = ""
    sentence: str = ""


def comma_separated(report: Report) -> bytes:
    """The table in UTF-8, marked as such: without the mark a spreadsheet takes it for another writing."""
    label = labels(report.language)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([label[key] for key in _COLUMNS])
    for period, line in _lines(report, label):
        writer.writerow([_guarded(plain_text(cell)) for cell in (report.account, period, *line)])
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "backslashreplace")


_AFTER_SEMICOLON = re.compile(r";(?=[\s\"'`]*[=+\-@＝＋－＠])")


def _guarded(text: str) -> str:
    """A text that is no formula either where a spreadsheet takes semicolons for the ends of cells."""
    return _AFTER_SEMICOLON.sub(";'", text)


def _lines(report: Report, label: Labels) -> Iterator[tuple[str, Line]]:
    for period in report.periods:
        for part in (_answers, _incidents, _times, _arithmetic, _missing, _tickets):
            yield from ((period.name, line) for line in part(period, label))
    for one in report.assumptions:
        yield "", Line(label["sheet.assumptions"], f"[{one.number}]", clause=one.clause, sentence=one.text)
    for name, value in about_rows(report, label):
        if value not in ("", None):
            yield "", Line(label["sheet.about"], plain_text(name), sentence=plain_text(value))


def _answers(period: Period, label: Labels) -> Iterator[Line]:
    for credit in period.credits:
        status = label[f"credit.{credit.status}"]
        line = Line(label["credits"], credit.name, status, clause=credit.clause, sentence=credit.sentence)
        yield _with(line, credit.amount) if credit.status in ("due", "claimable") else line
    for promise in period.guarantees:
        status = label[f"guarantee.{promise.status}"]
        yield Line(label["guarantees"], promise.name, status, clause=promise.clause, sentence=promise.sentence)
    for one in period.measures:
        yield _with(Line(label["measures"], one.name, sentence=one.figure.words), one.figure)


def _with(line: Line, figure: Figure | None) -> Line:
    """The line with a value and its unit; without, where it is not known."""
    known = figure is not None and figure.exact is not None
    return line._replace(value=figure, unit=unit_of(figure)) if known else line


def _incidents(period: Period, label: Labels) -> Iterator[Line]:
    """The value is how many seconds of an incident count, where that is known."""
    for one in period.incidents:
        source = _source(one.source, label)
        line = Line(
            label["incidents"],
            one.id,
            label[f"verdict.{one.verdict}"],
            one.start,
            None if one.going_on else one.end,
            one.length,
            clause="; ".join(one.clauses),
            sentence="; ".join([one.sentence, *(said.text for said in one.moved), *one.reasons, *source]),
        )
        yield _with(line, one.least if one.least == one.most else None)


def _source(source: str, label: Labels) -> list[str]:
    return [f"{label['source']}: {source}"] if source else []


def _times(period: Period, label: Labels) -> Iterator[Line]:
    for strip in period.strips:
        for one in strip.stretches:
            yield Line(
                label["time"],
                strip.measure,
                label[f"bucket.{one.bucket}"],
                one.start,
                one.end,
                one.length,
                clause=one.clause,
                sentence="; ".join([one.words, *one.incidents]),
            )


def _arithmetic(period: Period, label: Labels) -> Iterator[Line]:
    for part in period.workings:
        for line in part.lines:
            said = f"{line.value}: {line.how.text}"
            yield _with(Line(label["arithmetic"], part.name, clause=line.clause, sentence=said), line.exact)


def _missing(period: Period, label: Labels) -> Iterator[Line]:
    return (Line(label["missing"], one.fact, sentence=change) for one in period.missing for change in one.changes)


def _tickets(period: Period, label: Labels) -> Iterator[Line]:
    for ticket in period.tickets:
        if not ticket.targets:
            sentence = "; ".join([ticket.sentence, *_source(ticket.source, label)])
            yield Line(label["tickets"], ticket.id, start=ticket.opened, sentence=sentence)
        for target in ticket.targets:
            yield Line(
                label["tickets"],
                ticket.id,
                label[f"target.{target.verdict}"],
                ticket.opened,
                target.done,
                clause=target.clause,
                sentence="; ".join([target.sentence, *target.pauses, *_source(ticket.source, label)]),
            )
