"""A report as tables: a row for each thing that it says, a sheet for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sla_dsl.faces.pictures.support import NO_TARGET
from sla_dsl.faces.reporting.cells import Cell
from sla_dsl.faces.reporting.languages import labels
from sla_dsl.faces.reporting.model import Figure, Period, Report
from sla_dsl.records import NamedTuple

Row = tuple[Cell, ...]
Labels = Mapping[str, str]


class Sheet(NamedTuple):
    """A table: its name, its head and its rows."""

    name: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


def sheets_of(report: Report) -> Iterator[Sheet]:
    """The sheets of a report; what is missing and the tickets only where there are any."""
    label = labels(report.language)
    yield from (_sheet(report, label, kind) for kind in ("answer", "incidents", "time", "totals", "arithmetic"))
    yield _assumptions(report, label)
    yield from (sheet for kind in ("missing", "tickets") if (sheet := _sheet(report, label, kind)).rows)
    about = tuple(row for row in about_rows(report, label) if row[1] not in ("", None))
    yield Sheet(label["sheet.about"], (label["name"], label["value"]), about)


def _sheet(report: Report, label: Labels, kind: str) -> Sheet:
    columns, rows_of = _SHEETS[kind]
    rows = tuple((period.name, *row) for period in report.periods for row in rows_of(period, label))
    return Sheet(label[f"sheet.{kind}"], tuple(label[key] for key in ("period", *columns)), rows)


def _assumptions(report: Report, label: Labels) -> Sheet:
    """Those of the whole report, and so of no period."""
    head = (label["number"], label["assumption"], label["clause"])
    rows = tuple((one.number, one.text, one.clause) for one in report.assumptions)
    return Sheet(label["sheet.assumptions"], head, rows)


def _answers(period: Period, label: Labels) -> Iterator[Row]:
    for credit in period.credits:
        amount = credit.amount if credit.status in ("due", "claimable") else None
        yield (
            label["credits"],
            credit.name,
            label[f"credit.{credit.status}"],
            amount,
            unit_of(credit.amount, credit.most),
            *_ends(credit.least, credit.most, known=credit.amount.exact is not None),
            credit.rate,
            credit.claim_by,
            ", ".join(credit.paid_as),
            credit.clause,
            credit.sentence,
        )
    for promise in period.guarantees:
        status = label[f"guarantee.{promise.status}"]
        yield (label["guarantees"], promise.name, status, *[None] * 7, promise.clause, promise.sentence)
    for measure in period.measures:
        ends = _ends(measure.least, measure.most, known=measure.figure.exact is not None)
        unit = unit_of(measure.figure, measure.most)
        yield (label["measures"], measure.name, "", measure.figure, unit, *ends, *[None] * 4, measure.figure.words)


def unit_of(*figures: Figure | None) -> str:
    """The unit in which the first of some figures is that has one."""
    units = {"elapsed": "s", "ratio": "%", "number": "", "money": ""}
    return next((found for f in figures if f is not None for found in [units.get(f.unit, f.unit)] if found), "")


def _ends(least: Figure | None, most: Figure | None, *, known: bool) -> tuple[Figure | None, Figure | None]:
    """The bounds of what is not known; nothing where it is."""
    return (None, None) if known else (least, most)


def _incidents(period: Period, label: Labels) -> Iterator[Row]:
    for one in period.incidents:
        end = None if one.going_on else one.end
        least, most = (one.least, one.most) if one.least != one.most else (one.least, None)
        told = [said.text for said in one.moved] + list(one.reasons)
        verdict = label[f"verdict.{one.verdict}"]
        yield (
            one.id, one.service, one.cause, one.start, end, one.length, verdict, least, most,
            "; ".join(told), "; ".join(one.clauses), one.source,
        )  # fmt: skip


def _times(period: Period, label: Labels) -> Iterator[Row]:
    for strip in period.strips:
        for one in strip.stretches:
            bucket = label[f"bucket.{one.bucket}"]
            within = ", ".join(one.incidents)
            yield (strip.measure, one.start, one.end, one.length, bucket, one.words, one.clause, within)


def _totals(period: Period, label: Labels) -> Iterator[Row]:
    for strip in period.strips:
        for one in strip.totals:
            yield (strip.measure, label[f"bucket.{one.bucket}"], one.clock, one.length, one.words, one.clause)
        yield (strip.measure, label["total"], strip.whole.clock, strip.whole.length, strip.whole.words, "")


def _arithmetic(period: Period, label: Labels) -> Iterator[Row]:
    for part in period.workings:
        for line in part.lines:
            marks = "".join(f"[{mark}]" for mark in line.how.marks)
            exact = line.exact if line.exact is not None and line.exact.exact is not None else None
            yield (part.name, line.value, exact, unit_of(exact), line.how.text, line.clause, marks)


def _missing(period: Period, label: Labels) -> Iterator[Row]:
    return ((one.fact, change) for one in period.missing for change in one.changes)


def _tickets(period: Period, label: Labels) -> Iterator[Row]:
    for ticket in period.tickets:
        head = (ticket.id, ticket.priority, ticket.opened)
        if not ticket.targets:
            yield (*head, NO_TARGET, None, None, "", "", "", ticket.source)
        for target in ticket.targets:
            verdict = label[f"target.{target.verdict}"]
            yield (
                *head,
                target.name,
                target.due,
                target.done,
                verdict,
                target.clause,
                "; ".join(target.pauses),
                ticket.source,
            )


def about_rows(report: Report, label: Labels) -> Iterator[Row]:
    """What stands on the first page of a report, and what it takes to get the same answer again."""
    kept = report.provenance
    yield (label["agreement"], report.title)
    yield (label["account"], report.account)
    yield (label["zone"], report.zone)
    yield (label["as_of"], report.as_of)
    yield from ((label["notes"], note) for note in (label["incognito"] if report.incognito else "", label["english"]))
    yield from ((label["notes"], note) for note in (*report.notes, *(p.provisional for p in report.periods)))
    for one in report.records:
        kind = f"{label['records']}: {label[f'records.{one.kind}']}"
        yield (kind, label["not_supplied"] if one.given is None else one.given)
    yield (label["policy_digest"], kept.policy)
    yield (label["evidence_digest"], kept.evidence)
    yield (label["language_version"], kept.language)
    yield (label["tzdata"], kept.tzdata)
    yield (label["holidays"], kept.holidays)


_SHEETS: Mapping[str, tuple[tuple[str, ...], Callable[[Period, Labels], Iterable[Row]]]] = {
    "answer": (
        (
            "kind", "name", "status", "value", "unit", "least", "most", "rate", "claim_by", "paid_as", "clause",
            "sentence",
        ),
        _answers,
    ),
    "incidents": (
        (
            "incident", "service", "cause", "from", "to", "seconds", "verdict", "counted_seconds", "counted_most",
            "reasons", "clause", "source",
        ),
        _incidents,
    ),
    "time": (("measure", "from", "to", "seconds", "bucket", "sentence", "clause", "incidents"), _times),
    "totals": (("measure", "bucket", "length", "seconds", "sentence", "clause"), _totals),
    "arithmetic": (("result", "value", "number", "unit", "how", "clause", "assumptions_short"), _arithmetic),
    "missing": (("fact", "hangs"), _missing),
    "tickets": (
        ("ticket", "priority", "opened", "target", "due_by", "done", "verdict", "clause", "pauses", "source"),
        _tickets,
    ),
}  # fmt: skip
