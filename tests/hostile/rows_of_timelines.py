"""The rows T01 to T20: what can be wrong with the evidence."""

from __future__ import annotations

from tests.hostile import making as m
from tests.hostile.rows import EVALUATE, Row

MARCH = ("--period", "2026-03")
BRUSSELS = ("--zone", "Europe/Brussels")


def _refused(
    id: str, what: str, given: str | m.Maker, *findings: str, options: tuple[str, ...] = (), process: bool = False
) -> Row:
    return Row(id, what, given, EVALUATE, 1, findings, options, process=process)


def _answered(
    id: str, what: str, given: str | m.Maker, *shows: str, options: tuple[str, ...] = MARCH, process: bool = False
) -> Row:
    return Row(id, what, given, EVALUATE, 0, (), options, shows, process=process)


def _starts(count: int) -> tuple[str, ...]:
    return tuple(f"bad-instant incidents[{number}].start" for number in range(count))


ROWS = (
    _refused(
        "T01", "an end before its start", "T01-end-before-start.json", "end-before-start incidents[0].end", process=True
    ),
    _answered(
        "T02",
        "no length",
        "T02-no-length.json",
        "measures.downtime.seconds 0",
        "incidents.0.verdict excluded",
        "evidence.incidents.given 1",
        process=True,
    ),
    _refused("T03", "no end", "T03-no-end.json", "open-end-without-as-of incidents[0].end"),
    _answered(
        "T03",
        "no end, and the record is kept up to noon",
        "T03-no-end-as-of.json",
        "measures.downtime.seconds 7200",
        "notes.1 2026-03: provisional, for the record of this period ends at 2026-03-04T12:00:00+01:00.",
    ),
    _answered(
        "T04",
        "across both ends of the month, and outside",
        "T04-across-the-edges.json",
        "measures.downtime.seconds 1200",
        "incidents.0.seconds 600",
        "incidents.1.seconds 600",
        "incidents.2.verdict elsewhere",
        "evidence.incidents.outside 1",
    ),
    _refused("T04", "more months than are evaluated at once", "T04-two-centuries.json", "too-many-periods"),
    _refused("T05", "no offset", "T05-no-offset.json", "no-offset incidents[0].start", process=True),
    _answered(
        "T05",
        "no offset, and a zone is named",
        "T05-no-offset.json",
        "measures.downtime.seconds 300",
        "notes.0 Times that are written without an offset were read in Europe/Brussels.",
        options=(*MARCH, *BRUSSELS),
    ),
    _refused(
        "T06", "a time that the clocks skip", "T06-skipped.json", "bad-instant incidents[0].start", options=BRUSSELS
    ),
    _refused(
        "T06", "a time that they show twice", "T06-shown-twice.json", "bad-instant incidents[0].end", options=BRUSSELS
    ),
    _refused("T07", "other forms of a time", "T07-forms.json", *_starts(10)),
    _refused("T08", "seven digits of a second", "T08-seven-digits.json", "bad-instant incidents[0].start"),
    _answered("T08", "six digits of a second", "T08-six-digits.json", "measures.downtime.seconds 299.999999"),
    _refused("T09", "years and offsets out of range", "T09-range.json", *_starts(6), process=True),
    _refused("T10", "day, month and year", "T10-day-and-month.json", *_starts(1)),
    _refused("T11", "an incident twice", "T11-same-twice.json", "double-id incidents[1].id"),
    _refused("T11", "one id for two incidents", "T11-same-id.json", "double-id incidents[1].id"),
    _answered(
        "T11",
        "the same times under another id",
        "T11-same-times.json",
        "measures.downtime.seconds 300",
        "evidence.incidents.used 2",
    ),
    _answered("T12", "out of order", "T12-unsorted.json", "measures.downtime.seconds 5700", "incidents.0.id A"),
    _answered("T13", "20,000 incidents that overlap", m.overlapping(20_000), "measures.downtime.seconds 1200240"),
    _refused(
        "T13",
        "more incidents than are read",
        m.timeline(incidents=[{}] * 200_001),
        "too-many-records incidents",
        process=True,
    ),
    _refused(
        "T14", "a service that is nearly the policy's", "T14-service.json", "unknown-service incidents[0].service"
    ),
    _answered(
        "T14",
        "a service of somebody else",
        "T14-other-service.json",
        "incidents.0.verdict elsewhere",
        "notes.0 1 incident is of a service that this policy does not cover (telephone): not counted.",
    ),
    _refused("T14", "an unknown cause", "T14-cause.json", "unknown-cause incidents[0].cause", process=True),
    _refused("T14", "an unknown priority", "T14-priority.json", "unknown-priority tickets[0].priority"),
    _refused("T14", "an unknown charge", "T14-charge.json", "unknown-charge charges[0].what"),
    _refused("T14", "an unknown step", "T14-step.json", "unknown-step tickets[0].responed"),
    _answered(
        "T15",
        "no fee",
        "T15-no-fee.json",
        "credits.0.status unknown",
        "credits.0.amount None",
        "credits.0.needs.0 the charge monthly_fee of 2026-03",
    ),
    _answered(
        "T15",
        "no cause",
        "T15-no-cause.json",
        "credits.0.status unknown",
        "measures.downtime.seconds None",
        "measures.downtime.most.seconds 172800",
        process=True,
    ),
    _refused("T16", "a field twice", "T16-field-twice.json", "double-field account", process=True),
    _refused("T16", "not a number", "T16-nan.json", "not-a-number x_load"),
    _refused("T16", "an amount as a number", "T16-amount-as-number.json", "amount-as-number charges[0].amount"),
    _refused("T16", "an amount with an exponent", "T16-exponent.json", "bad-amount charges[0].amount"),
    _refused("T16", "a number for a name", "T16-number-for-text.json", "number-for-text incidents[0].id"),
    _refused("T16", "an extra field", "T16-extra-field.json", "unknown-field incidents[0].sevice"),
    _answered("T16", "a field of the writer's own", "T16-own-field.json", "measures.downtime.seconds 300"),
    _refused("T16", "no JSON", "T16-not-json.json", "bad-json 1:2"),
    _refused("T16", "more after the end", "T16-more-follows.json", "bad-json 6:1"),
    _refused("T16", "nothing", "T16-empty.json", "bad-json 1:1"),
    _refused("T16", "UTF-16", "T16-utf-16.json", "utf-16"),
    _refused("T16", "an old encoding", "T16-latin.json", "not-utf-8"),
    _refused("T16", "100,000 brackets", m.text('{"incidents": ' + "[" * 100_000), "nested-too-deep 1:46", process=True),
    _refused(
        "T16",
        "a number of a million digits",
        m.text('{"format": "sla-timeline/1", "account": ' + "9" * 1_000_000 + ', "incidents": []}'),
        "number-for-text account",
    ),
    _refused(
        "T17", "a text of ten megabytes", m.timeline(account="x" * 10_000_000), "value-too-long account", process=True
    ),
    _answered("T17", "formulas and tags", "T17-cells.json", "incidents.0.id <script>alert(1)</script>"),
    _answered("T17", "control characters", "T17-control-characters.json", "incidents.0.id INC\x1b[31m\x07\r\n1"),
    _refused("T17", "half of a pair of characters", m.timeline(account="acme \ud83d"), "damaged-text account"),
    _refused(
        "T18",
        "rows too short and too long",
        "T18-ragged",
        "ragged-row incidents.csv, line 3",
        "ragged-row incidents.csv, line 4",
        process=True,
    ),
    _refused("T18", "a quote that is not closed", "T18-quote-not-closed", "open-quote incidents.csv, line 2"),
    _refused("T18", "text after a quote", "T18-text-after-quote", "stray-quote incidents.csv, line 2"),
    _refused("T18", "the header twice", "T18-second-header", "second-header incidents.csv, line 3"),
    _refused("T18", "carriage returns", "T18-carriage-returns", "bad-line-end incidents.csv, line 1"),
    _refused("T18", "a null", "T18-nul", "nul-character incidents.csv, line 2"),
    _refused("T18", "a column twice", "T18-column-twice", "double-column incidents.csv, line 1, column cause"),
    _refused("T18", "an unknown column", "T18-unknown-column", "unknown-column incidents.csv, line 1, column reason"),
    _refused("T18", "a blank line", "T18-blank-line", "blank-line incidents.csv, line 3"),
    _refused("T18", "nothing", "T18-empty", "no-header incidents.csv"),
    _refused("T18", "UTF-16", "T18-utf-16", "utf-16 incidents.csv"),
    _refused("T18", "a file that is no table", "T18-other-file", "unknown-file incident.csv"),
    _refused(
        "T18",
        "a cell of 200,000 characters",
        m.table("x" * 200_000),
        "value-too-long incidents.csv, line 2, column cause",
    ),
    _answered("T18", "a byte order mark", "T18-byte-order-mark", "measures.downtime.seconds 300", process=True),
    _answered("T18", "semicolons", "T18-semicolons", "measures.downtime.seconds 300"),
    _answered("T18", "lines as on Windows", "T18-windows-lines", "measures.downtime.seconds 300"),
    _answered("T18", "a header and no row", "T18-header-only", "measures.downtime.seconds 0"),
    _answered("T19", "ids that look like numbers", "T19-ids.json", "evidence.incidents.given 7"),
    _refused("T19", "empty ids", "T19-empty.json", "empty-text incidents[0].id", "empty-text incidents[1].id"),
    _answered("T20", "settled", "T20-settled.json", "credits.0.amount 45.00"),
    _answered("T20", "more evidence afterwards", "T20-late-evidence.json", "credits.0.amount 90.00"),
)
