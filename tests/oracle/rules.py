"""The plain description of an agreement that the oracle evaluates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Treatment = Literal["counts", "counts unless announced", "never counts"]


@dataclass(frozen=True)
class Row:
    """A row of a table of credits: per cent, and the bounds between which it applies."""

    gives: int
    below: Fraction | int | None = None
    above: Fraction | int | None = None
    at_least: Fraction | int | None = None
    at_most: Fraction | int | None = None

    def applies(self, value: Fraction) -> bool:
        return (
            (self.below is None or value < self.below)
            and (self.above is None or value > self.above)
            and (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
        )


@dataclass(frozen=True)
class Rules:
    zone: str
    service: str
    causes: Mapping[str, Treatment]
    clauses: Mapping[str, str]
    """Which clause takes time out: by cause, and for "window", "breach" and "short"."""
    charge: str
    guarantee: str
    credit: str
    unit: int
    half_up: bool
    """The total is rounded to this unit: to the nearest, halves up, or else down."""
    month_length: int
    table: tuple[Row, ...]
    table_of: Literal["uptime", "downtime"]
    table_row: Literal["last", "one"]
    notice_days: int
    snap: int = 1
    """Starts are put back to a full one of these."""
    join: bool = False
    longer_than: int = -1
    """An outage counts only if it is longer than this: "at least a minute" is a microsecond less than a minute."""
    breaches: bool = False
    never_below_zero: bool = False
    uptime_at_least: Fraction | None = None
    downtime_at_most: int | None = None
    cap: tuple[int, str] | None = None
    cap_share: Fraction | None = None
    report: bool = False
    claim_days: int | None = None
    """Calendar days after the end of the outage; a claim that was made before it ended is in time."""
    only_below: Fraction | None = None
    """Due only if the uptime is below this."""
    targets: Mapping[str, Mapping[str, tuple[str, int]]] = field(default_factory=dict)
    """For each priority of tickets and each target: the step that meets it, and within how many business hours."""
    office: tuple[str, str, int, int] = ("UTC", "BE", 9, 17)
