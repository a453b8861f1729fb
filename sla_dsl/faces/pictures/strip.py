"""A period day by day: a row for each month, a sign for each day, and under them what the signs say.

A day shows the gravest of what there is on it, in the order of `SIGNS`.  The signs are letters and marks that every
terminal, file and letter can show; colour only repeats them.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sla_dsl.evaluation.ledger import Ledger
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.wording import elapsed
from sla_dsl.faces.layout import BLANK, Line, indented, pieced, tinted
from sla_dsl.faces.pictures.moments import month_name, period_title
from sla_dsl.faces.pictures.time_account import TONES
from sla_dsl.records import NamedTuple
from sla_dsl.values.zones import day_of, start_of_day

SIGNS: Mapping[str, tuple[str, str]] = {
    "counted": ("#", "counted as {}"),
    "undecided": ("?", "perhaps {}, for something is not known"),
    "in_breach": ("b", "in the customer's breach"),
    "excluded": ("x", "excluded"),
    "not_attributable": ("c", "for a cause that does not count"),
    "outside_service_hours": ("h", "outside the service hours"),
    "not_observed": ("-", "not observed"),
    "up": (".", "without an incident"),
}
"""For each part of the ledger its sign and its words, from the gravest to the mildest."""

SKIPPED = ""
UNTIMED = ("not_observed", "up")
"""Of these the days are counted; of the others one wants to know how much there is."""

MOST_LISTED = 6
"""Days with a sign that are named one by one."""

RULER = "1   5    10   15   20   25   30"


class Day(NamedTuple):
    """A day, and how much of it is in which part of the ledger."""

    date: dt.date
    parts: Mapping[str, int]
    skipped: bool = False

    @property
    def shows(self) -> str:
        """The gravest part that there is; nothing on a day that the calendar of the zone leaves out."""
        return SKIPPED if self.skipped else next(bucket for bucket in SIGNS if bucket == "up" or self.parts.get(bucket))


def strip_lines(period: PeriodResult) -> Iterator[Line]:
    """One strip for each measure that counts incidents."""
    for number, root in enumerate(period.tree.ledgers):
        if number:
            yield BLANK
        if len(period.tree.ledgers) > 1:
            yield tinted(indented(root.words, 2), "strong")
        yield from _strip(period, days_of(period, period.ledgers[root.id]), root.words)


def days_of(period: PeriodResult, ledger: Ledger) -> list[Day]:
    """The days of the period in the policy's zone, each with its time."""
    zone = period.tree.zone
    first = day_of(period.trace.start, zone)
    number = (day_of(period.trace.end - 1, zone) - first).days + 1
    dates = [first + dt.timedelta(at) for at in range(number)]
    starts = [start_of_day(date, zone) for date in dates]
    parts: list[dict[str, int]] = [{} for _ in dates]
    for entry in ledger.entries:
        for start, end in entry.spans if entry.bucket != "up" else ():
            for at, amount in _by_day(starts, start, end):
                parts[at][entry.bucket] = parts[at].get(entry.bucket, 0) + amount
    skipped = [start == after for start, after in zip(starts, [*starts[1:], period.trace.end], strict=True)]
    return [Day(*told) for told in zip(dates, parts, skipped, strict=True)]


def _by_day(starts: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """How much of a stretch of time lies on which day."""
    at = max(bisect_right(starts, start) - 1, 0)
    while start < end:
        stop = min(end, starts[at + 1]) if at + 1 < len(starts) else end
        yield at, stop - start
        start, at = stop, at + 1


def _strip(period: PeriodResult, days: Sequence[Day], measure: str) -> Iterator[Line]:
    if all(day.shows in ("up", SKIPPED) for day in days):
        yield indented(f"No day of {period_title(period.trace.period)} has an incident.", 4)
        return
    months = [list(month) for _, month in groupby(days, lambda day: day.date.month)]
    width = max(len(month_name(month[0].date.month)) for month in months)
    yield Line("", f"    {' ' * width}  {RULER}")
    for month in months:
        yield _row(month, width)
    yield BLANK
    yield from _legend(days, measure)


def _row(days: Sequence[Day], width: int) -> Line:
    """A month: its days, or in a word what all of them are."""
    head = f"    {month_name(days[0].date.month):<{width}}  "
    shown = {day.shows for day in days} - {SKIPPED}
    if len(shown) == 1 and shown <= set(UNTIMED):
        word = "no incident" if shown == {"up"} else "not observed"
        return Line("", f"{head}{word}")
    runs = groupby(days, lambda day: day.shows)
    row = pieced((head, None), *[(_sign(bucket) * len(list(run)), TONES.get(bucket)) for bucket, run in runs])
    return Line("", row.text, tints=row.tints)


def _sign(bucket: str) -> str:
    return " " if bucket == SKIPPED else SIGNS[bucket][0]


def _legend(days: Sequence[Day], measure: str) -> Iterator[Line]:
    """What each sign that is shown says, of which days, and how much there is."""
    told = [bucket for bucket in SIGNS if any(day.shows == bucket for day in days)]
    for bucket in told:
        sign, words = SIGNS[bucket]
        having = [day for day in days if day.shows == bucket]
        line = Line(f"{words.replace('{}', measure)}: {_amounts(having, bucket)}", f"    {sign}  ", " " * 9)
        yield tinted(line, TONES.get(bucket), -len(line.first), 0)
    if len(told) > 1:
        yield indented("Each sign is the gravest of what there is on that day, in the order of this list.", 4)


def _amounts(days: Sequence[Day], bucket: str) -> str:
    """`7 hours on 2026-03-04, 12 min on 2026-03-10`; of many days how many, how much together, and the longest."""
    if bucket in UNTIMED:
        return _number(days)
    if len(days) <= MOST_LISTED:
        return ", ".join(f"{elapsed(day.parts[bucket])} on {day.date}" for day in days)
    longest = max(days, key=lambda day: day.parts[bucket])
    together = elapsed(sum(day.parts[bucket] for day in days))
    return f"{_number(days)}, {together} together, the longest on {longest.date} ({elapsed(longest.parts[bucket])})"


def _number(days: Sequence[Day]) -> str:
    return f"{len(days)} {'day' if len(days) == 1 else 'days'}"
