"""A report as headings, sentences and grids: what stands in the Markdown form, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.pictures.sheets import Grid, Heading, Part, Sentence, markdown_lines
from sla_dsl.faces.reporting.languages import labels
from sla_dsl.faces.reporting.model import Incident, Period, Report, Said, Staircase, Strip, Target, Ticket
from sla_dsl.faces.reporting.tables import Labels


def markdown(report: Report) -> bytes:
    """The report as Markdown."""
    return "".join(f"{line}\n" for line in markdown_lines(document(report))).encode("utf-8", "backslashreplace")


def document(report: Report) -> Iterator[Part]:
    """The whole report: first the answer of each period, then how it came about, at last what it rests on."""
    label = labels(report.language)
    yield Heading(1, report.title)
    yield from _head(report, label)
    for period in report.periods:
        yield from _period(period, label)
    rows = [(f"[{one.number}]", shown(one.text), shown(one.clause)) for one in report.assumptions]
    yield from _section(
        label, 2, "assumptions", [_grid(label, ("number", "assumption", "clause"), rows)] if rows else []
    )
    yield from _section(label, 2, "notes", [Sentence(note) for note in report.notes])
    yield from _section(label, 2, "records", [_records(report, label)])
    yield from _section(label, 2, "provenance", [Sentence(line) for line in _provenance(report, label)])


def _head(report: Report, label: Labels) -> Iterator[Part]:
    """Whose report it is, how far the record goes, and what the reader should know of its form."""
    until = [] if report.as_of is None else [f"{label['as_of']}: {report.as_of.words}"]
    yield Sentence(f"{label['account']}: {report.account}")
    yield Sentence(". ".join([f"{label['zone']}: {report.zone}", *until]))
    notices = [label["incognito"] if report.incognito else "", label["english"]]
    yield from (Sentence(notice) for notice in notices if notice)


def _section(label: Labels, level: int, key: str, parts: Iterable[Part]) -> Iterator[Part]:
    """A heading and what stands below it; nothing where there is nothing."""
    found = list(parts)
    if found:
        yield Heading(level, label[key])
        yield from found


def _grid(label: Labels, head: Iterable[str], rows: Iterable[tuple[str, ...]], right: Iterable[int] = ()) -> Grid:
    return Grid(tuple(label[key] for key in head), tuple(rows), frozenset(right))


def _period(period: Period, label: Labels) -> Iterator[Part]:
    yield Heading(2, period.title)
    yield Sentence(period.span)
    if period.provisional:
        yield Sentence(period.provisional)
    yield from _section(label, 3, "answer", [Sentence(sentence) for sentence in period.answer])
    missing = [(shown(one.fact), "\n".join(map(shown, one.changes))) for one in period.missing]
    yield from _section(label, 3, "missing", [_grid(label, ("fact", "hangs"), missing)] if missing else [])
    yield from _section(label, 3, "incidents", _incidents(period, label))
    yield from _section(label, 3, "time", (part for strip in period.strips for part in _time(strip, label)))
    yield from _section(label, 3, "staircase", (p for one in period.staircases for p in _staircase(one, label)))
    yield from _section(label, 3, "arithmetic", _arithmetic(period, label))
    yield from _section(label, 3, "tickets", _tickets(period, label))


def _incidents(period: Period, label: Labels) -> Iterator[Part]:
    rows = [
        (shown(one.sentence), one.when, label[f"verdict.{one.verdict}"], "\n".join(_reasons(one, label)))
        for one in period.incidents
    ]
    if rows:
        yield _grid(label, ("incident", "time_of", "verdict", "reasons"), rows)
    if period.incidents_elsewhere:
        yield Sentence(period.incidents_elsewhere)


def _reasons(one: Incident, label: Labels) -> list[str]:
    """Why an incident counts or not, and where its record came from."""
    return [*map(_marked, one.moved), *map(shown, one.reasons), *_source(one.source, label)]


def _marked(said: Said) -> str:
    """A sentence with the numbers of the assumptions that it rests on."""
    return shown(said.text) + "".join(f" [{mark}]" for mark in said.marks)


def _time(strip: Strip, label: Labels) -> Iterator[Part]:
    yield Heading(4, strip.measure)
    rows = [(one.clock, label[f"bucket.{one.bucket}"], shown(one.words)) for one in strip.totals]
    yield _grid(label, ("length", "bucket", "sentence"), [*rows, (strip.whole.clock, "", strip.whole.words)], (0,))


def _staircase(one: Staircase, label: Labels) -> Iterator[Part]:
    yield Heading(4, f"{one.name}. {one.about}")
    yield Sentence(one.taken)
    rows = [(step.start_words, step.end_words, step.rate, step.amount) for step in one.steps]
    yield Grid((f"{one.scale}: {label['from'].lower()}", *(label[k] for k in ("up_to", "rate", "amount"))), tuple(rows))
    if one.here is not None:
        status = label[f"credit.{one.here.status}"] if one.here.status in ("claimable", "not_eligible") else ""
        told = [f"{label['here']}: {one.scale} {one.here.words}", one.here.amount, status]
        yield Sentence(", ".join(words for words in told if words))


def _arithmetic(period: Period, label: Labels) -> Iterator[Part]:
    for part in period.workings:
        yield Heading(4, part.name)
        yield _grid(label, ("value", "how"), [(shown(line.value), _marked(line.how)) for line in part.lines], (0,))


def _tickets(period: Period, label: Labels) -> Iterator[Part]:
    rows = [(shown(one.sentence), "\n".join(_targets(one, label))) for one in period.tickets]
    if rows:
        yield _grid(label, ("ticket", "target"), rows)
    if period.tickets_together:
        yield Sentence(period.tickets_together)


def _targets(one: Ticket, label: Labels) -> list[str]:
    """How its targets stand, and where its record came from."""
    return [*map(_target, one.targets), *_source(one.source, label)]


def _source(source: str, label: Labels) -> list[str]:
    return [f"{label['source']}: {shown(source)}"] if source else []


def _target(target: Target) -> str:
    return shown("; ".join([target.sentence, *target.pauses]))


def _records(report: Report, label: Labels) -> Part:
    rows = [
        (
            label[f"records.{one.kind}"],
            *([label["not_supplied"], "", "", ""] if one.given is None else map(str, one[1:])),
        )
        for one in report.records
    ]
    return _grid(label, ("kind", "given", "used", "excluded", "outside"), rows, (1, 2, 3, 4))


def _provenance(report: Report, label: Labels) -> Iterator[str]:
    kept = report.provenance
    keys = ("policy_digest", "evidence_digest", "language_version", "tzdata", "holidays")
    yield from (f"{label[key]}: {value}" for key, value in zip(keys, kept, strict=True) if value)
