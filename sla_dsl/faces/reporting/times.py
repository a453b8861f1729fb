"""Where the time of a period went: stretch after stretch, with the incidents that lie in each, and in total."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from sla_dsl.evaluation.ledger import Entry, Ledger
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Root
from sla_dsl.faces.pictures.moments import clock_lengths, period_title, span
from sla_dsl.faces.pictures.steps import clause_of
from sla_dsl.faces.pictures.time_account import bucket_clause, bucket_words
from sla_dsl.faces.reporting.figures import length_of, moment_of
from sla_dsl.faces.reporting.model import Bucket, Moment, Stretch, Strip, Total
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans, length
from sla_dsl.values.zones import day_of, start_of_day


class Part(NamedTuple):
    """An entry of the ledger in words."""

    bucket: Bucket
    words: str
    clause: str
    spans: Spans


class Piece(NamedTuple):
    """A stretch of time, and the number of the part that it belongs to."""

    start: int
    end: int
    part: int


def days_of(period: PeriodResult) -> tuple[Moment, ...]:
    """The instants at which the days of the period begin."""
    zone, (start, end) = period.tree.zone, period.trace[1:3]
    first, last = day_of(start, zone), day_of(end - 1, zone)
    dates = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    # A day that the calendar of the zone leaves out begins where the next one does: once is enough.
    return tuple(moment_of(instant, zone) for instant in dict.fromkeys(start_of_day(date, zone) for date in dates))


def strips_of(period: PeriodResult) -> tuple[Strip, ...]:
    """One for each measure that counts incidents."""
    return tuple(_strip(period, root, period.ledgers[root.id]) for root in period.tree.ledgers)


def _strip(period: PeriodResult, root: Root, ledger: Ledger) -> Strip:
    parts = [_part(period, entry, root) for entry in ledger.entries]
    pieces = sorted(Piece(start, end, number) for number, part in enumerate(parts) for start, end in part.spans)
    lying = _lying_in(period, pieces, ledger.sources[1].services)
    stretches = [
        _stretch(period, piece, parts[piece.part], inside) for piece, inside in zip(pieces, lying, strict=True)
    ]
    return Strip(root.words, tuple(stretches), *_totals(period, parts))


def _part(period: PeriodResult, entry: Entry, root: Root) -> Part:
    definition = clause_of(period.tree, root.node)
    words, clause = bucket_words(period, entry, root.words, definition), bucket_clause(period, entry, definition)
    return Part(cast(Bucket, entry.bucket), words, clause, entry.spans)


def _stretch(period: PeriodResult, piece: Piece, part: Part, inside: Sequence[int]) -> Stretch:
    facts, zone = period.facts, period.tree.zone
    return Stretch(
        moment_of(piece.start, zone),
        moment_of(piece.end, zone),
        part.bucket,
        part.words,
        part.clause,
        span(piece.start, piece.end, zone),
        length_of(piece.end - piece.start),
        tuple(facts.incidents[number].id for number in inside) if part.bucket != "up" else (),
    )


def _lying_in(period: PeriodResult, pieces: Sequence[Piece], services: Iterable[str]) -> Iterator[list[int]]:
    """For each stretch the incidents of the services that have a part in it, from one walk along both."""
    facts, chosen = period.facts, frozenset(services)
    touching = [number for number in sorted(period.fates) if facts.services[number] in chosen]
    active: list[int] = []
    waiting = 0
    for start, end, _ in pieces:
        while waiting < len(touching) and facts.starts[touching[waiting]] < end:
            active.append(touching[waiting])
            waiting += 1
        active = [number for number in active if facts.ends[number] > start]
        yield active


def _totals(period: PeriodResult, parts: Sequence[Part]) -> tuple[tuple[Total, ...], Total]:
    """How much time each part has, and how much all of them."""
    whole = period.trace.end - period.trace.start
    lengths = [length(part.spans) for part in parts]
    *clocks, total = [clock.strip() for clock in clock_lengths([*lengths, whole])]
    totals = tuple(
        Total(part.bucket, part.words, part.clause, clock, length_of(lasting))
        for part, clock, lasting in zip(parts, clocks, lengths, strict=True)
    )
    return totals, Total("up", f"in {period_title(period.trace.period)}", "", total, length_of(whole))
