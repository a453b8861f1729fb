"""What both sides of a comparison are turned into: sets of time and values, and nothing of how they were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

Span = tuple[int, int]
"""A half-open interval, in microseconds since 1970 in UTC."""

BUCKETS = ("counted", "up", "excluded", "not_attributable", "in_breach", "not_observed", "open")
"""Where an instant of a period can be; *open* is the time whose place a missing fact decides."""


@dataclass(frozen=True)
class Answer:
    """One period of one account. A pair is (least, most): the same twice where nothing is missing."""

    period: str
    start: int
    end: int
    ledger: Mapping[tuple[str, str], list[Span]]
    """The sets of time, by bucket and by the clause that puts them there ("" where none does)."""
    downtime: tuple[Fraction, Fraction]
    """In seconds, after the rounding of the total."""
    uptime: tuple[Fraction, Fraction]
    guarantee: str
    incidents: Mapping[str, tuple[Fraction, Fraction]]
    """The seconds of each incident that count in the period, before overlaps are merged."""
    verdicts: Mapping[str, str]
    rate: tuple[Fraction, Fraction]
    status: str
    amount: str | None = None
    currency: str | None = None
    capped: bool | None = None
    claim_by: str | None = None
    least: str | None = None
    most: str | None = None
    tickets: Mapping[str, Mapping[str, tuple[int, str]]] = field(default_factory=dict)
    """For each ticket and each target: when it is due, and the verdict."""

    def spans(self, bucket: str) -> list[Span]:
        return merged(span for (name, _), spans in self.ledger.items() if name == bucket for span in spans)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same set of time in its shortest form: in order, nothing overlapping or touching, nothing empty."""
    out: list[Span] = []
    for start, end in sorted(s for s in spans if s[0] < s[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
