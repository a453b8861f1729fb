"""Where the time of a period went: the ledger in a few lines that add up to the period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_dsl.evaluation.ledger import Entry, Ledger
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.faces.layout import Line, Tone, columns, indented, tinted
from sla_dsl.faces.pictures.moments import clock_lengths, period_title
from sla_dsl.faces.pictures.steps import by, clause_of
from sla_dsl.values.intervals import length

_WORDS = {
    "counted": "counted as {}",
    "undecided": "perhaps {}: something is not known",
    "in_breach": "in the customer's breach",
    "excluded": "excluded",
    "not_attributable": "for a cause that does not count",
    "outside_service_hours": "outside the service hours",
    "not_observed": "not observed: the record ends before",
    "up": "without an incident",
}

TONES: Mapping[str, Tone] = {
    "counted": "bad",
    "undecided": "open",
    "in_breach": "aside",
    "excluded": "aside",
    "not_attributable": "aside",
    "outside_service_hours": "aside",
    "not_observed": "open",
}
"""What each part of the time means; time without an incident needs no colour."""


def time_lines(period: PeriodResult) -> Iterator[Line]:
    """One table for each measure that counts incidents."""
    for root in period.tree.ledgers:
        ledger = period.ledgers[root.id]
        if len(period.tree.ledgers) > 1:
            yield tinted(indented(root.words, 2), "strong")
        yield from _table(period, ledger, root.words, clause_of(period.tree, root.node))


def _table(period: PeriodResult, ledger: Ledger, measure: str, definition: str) -> Iterator[Line]:
    lengths = [length(entry.spans) for entry in ledger.entries]
    told = clock_lengths([*lengths, period.trace.end - period.trace.start])
    for entry, clock in zip(ledger.entries, told, strict=False):
        row = _row(clock, bucket_words(period, entry, measure, definition))
        tone = TONES.get(entry.bucket)
        yield tinted(row, tone, -len(row.first)) if tone else row
    yield _row("-" * columns(told[-1].strip()), "", columns(told[-1]))
    yield _row(told[-1], f"in {period_title(period.trace.period)}")


def _row(clock: str, words: str, width: int = 0) -> Line:
    head = f"    {clock:>{width}}  "
    return Line(words, head, " " * columns(head))


def bucket_words(period: PeriodResult, entry: Entry, measure: str, definition: str) -> str:
    """What a part of the ledger is, with the clause that put it there."""
    clause = bucket_clause(period, entry, definition)
    return _WORDS.get(entry.bucket, entry.bucket).replace("{}", measure) + by(clause)


def bucket_clause(period: PeriodResult, entry: Entry, definition: str) -> str:
    """The clause that put a part of the ledger where it is: what counts does so by the definition of the measure."""
    return period.tree.clauses[entry.clause] if entry.clause >= 0 else definition if entry.bucket == "counted" else ""
