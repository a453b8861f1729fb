"""The Ecerium agreement as one tuned function in plain Python: the peer that evaluation is measured against.

It does the agreement whole, but for support tickets, and gives the answers of the cases in `tests/cases/ecerium`
(`tests/test_benchmarks.py` holds it to them).  It takes what suits it best: whole numbers, tuples, a table of months.
It checks nothing, explains nothing and knows no other agreement; every cause and every announcement must be known.
The long loop is there on purpose: calls in it would cost more than the work.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sla_dsl import Timeline

Incident = tuple[str, str, str, int, int | None]
"""Its id, service, cause, start and end, in microseconds since 1970; no end: it is still going on."""

Window = tuple[str, int | None, int, int | None]
"""Its service, when it was announced (None: it was not), its start and end."""

Answer = tuple[int, int, bool, int, str, int | None, bool, dict[str, int]]
"""Minutes down, minutes up of 43,200, whether the guarantee was kept, the rate in percent, the status of the rebate,
its cents (None where nothing is due, or nobody can say), whether the maximum lowered it, and the microseconds of each
incident of which something counts."""

MINUTE = 60_000_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
MONTH = 43_200
NEVER = 1 << 62
_EPOCH = dt.date(1970, 1, 1)


def _days(year: int, month: int, day: int) -> int:
    return (dt.date(year, month, day) - _EPOCH).days


def _last_sunday(year: int, month: int) -> int:
    last = _days(year, month, 31)
    return last - (last + 4) % 7  # the first of January 1970 was a Thursday


_SUMMER_AND_WINTER = ((3, 2 * HOUR), (10, HOUR))
_CHANGES = [(_last_sunday(y, m) * DAY + HOUR, by) for y in range(1999, 2100) for m, by in _SUMMER_AND_WINTER]
"""When the clocks of Brussels change, and how far ahead of UTC they then are: this holds from 1996 on."""

_WHEN = [when for when, _ in _CHANGES]


def ahead(instant: int) -> int:
    """How far the clocks of Brussels are ahead of UTC."""
    return _CHANGES[bisect_right(_WHEN, instant) - 1][1]


def _month_starts() -> Iterator[tuple[str, int]]:
    for year in range(2000, 2100):
        for month in range(1, 13):
            midnight = _days(year, month, 1) * DAY
            yield f"{year}-{month:02}", midnight - ahead(midnight)


MONTHS = {name: (start, end) for (name, start), (_, end) in pairwise(_month_starts())}
"""Start and end of each month in Brussels, prepared."""


def in_time(announced: int | None, start: int) -> bool:
    """Whether work was announced at least seven days before, by the calendar."""
    if announced is None:
        return False
    notice = start - announced
    if notice >= 7 * DAY + HOUR or notice < 6 * DAY - HOUR:
        return notice >= 7 * DAY
    return (start + ahead(start)) // DAY - (announced + ahead(announced)) // DAY >= 7


def _excused(windows: Sequence[Window], as_of: int, start: int, end: int) -> list[tuple[int, int]]:
    """The announced work that touches the month, in order."""
    told = [w for w in windows if w[0] == "sms_gateway" and in_time(w[1], w[2])]
    ends = ((s, as_of if e is None else e) for _, _, s, e in told)
    return sorted((s, e) for s, e in ends if s < e and s < end and e > start)


def ecerium(
    incidents: Sequence[Incident],
    windows: Sequence[Window],
    reported: frozenset[str] | None,
    fee: int | None,
    currency: str,
    rates: Mapping[tuple[str, str], tuple[int, int]],
    as_of: int,
    month: str,
) -> Answer:
    """A month of an account.

    `reported` holds the ids that the customer reported, None if nobody knows.  `fee` is in cents, None if it is not
    known.  A rate is two whole numbers, over and under.  `as_of` is `NEVER` for a closed record.  Incidents are
    best given in order of start; others are put in order first.
    """
    start, end = MONTHS[month]
    counted: dict[str, int] = {}
    excused: list[tuple[int, int]] | None = None
    pending: list[tuple[int, int]] = []  # what is left of maintenance beyond a window, to be merged in its turn
    down = reach = latest = 0
    held = NEVER
    for name, service, cause, begin, finish in incidents:
        if cause != "provider_failure" and cause != "maintenance":
            continue
        if finish is None:
            finish = as_of
        if begin >= finish or service != "sms_gateway":
            continue
        begin -= begin % MINUTE
        if finish > end:
            finish = end
        if begin < start:
            begin = start
        if begin >= finish:
            continue
        if begin < latest:
            in_order = sorted(incidents, key=itemgetter(3))
            return ecerium(in_order, windows, reported, fee, currency, rates, as_of, month)
        latest = begin
        if begin >= held:
            while pending and pending[0][0] <= begin:
                s, e = pending.pop(0)
                if e > reach:
                    down += e - (s if s > reach else reach)
                    reach = e
            held = pending[0][0] if pending else NEVER
        if cause == "maintenance" and windows:
            if excused is None:
                excused = _excused(windows, as_of, start, end)
            total = 0
            for s, e in excused:
                if s >= finish:
                    break
                if e > begin:
                    if s > begin:
                        total += s - begin
                        insort(pending, (begin, s))
                    begin = e
                    if begin >= finish:
                        break
            if begin < finish:
                total += finish - begin
                insort(pending, (begin, finish))
            if total:
                counted[name] = total
                held = pending[0][0]
        else:
            counted[name] = finish - begin
            if finish > reach:
                down += finish - (begin if begin > reach else reach)
                reach = finish
    for s, e in pending:
        if e > reach:
            down += e - (s if s > reach else reach)
            reach = e
    minutes = (down + MINUTE // 2) // MINUTE
    kept = minutes <= 43
    up = MONTH - minutes if minutes < MONTH else 0
    if not minutes:
        return minutes, up, kept, 0, "none", None, False, counted
    if minutes <= 432:
        rate = 5
    elif minutes <= 864:
        rate = 10
    elif minutes <= 1_296:
        rate = 25
    elif minutes <= 1_728:
        rate = 50
    elif minutes <= 2_160:
        rate = 75
    else:
        rate = 100
    if reported is not None and reported.isdisjoint(counted):
        return minutes, up, kept, rate, "not_eligible", None, False, counted
    if reported is None or fee is None:
        return minutes, up, kept, rate, "unknown", None, False, counted
    credit = fee * rate  # in hundredths of a cent
    over = under = 1
    if currency != "EUR":
        pair = rates.get(("EUR", currency))
        if pair is None:
            status = "unknown" if credit else "due"
            return minutes, up, kept, rate, status, None if credit else 0, False, counted
        over, under = pair
    if credit * under > 1_250_000 * over:
        return minutes, up, kept, rate, "due", (25_000 * over + under) // (2 * under), True, counted
    return minutes, up, kept, rate, "due", (credit + 50) // 100, False, counted


def from_record(timeline: Timeline, month: str) -> Answer:
    """The same from the record of an account as it was read: put in order and looked up as fast as may be."""
    reports, charges = timeline.reports, timeline.charges
    fee, currency = None, "EUR"
    for charge in charges or ():
        if charge.what == "monthly_fee" and charge.period == month:
            fee, currency = charge.amount.numerator * 100 // charge.amount.denominator, charge.currency
    return ecerium(
        sorted([(i[0], i[1], i[4] or "", i[2], i[3]) for i in timeline.incidents], key=itemgetter(3)),
        [(w[1], w[2], w[4], w[5]) for w in timeline.maintenance or ()],
        None if reports is None else frozenset([report[0] for report in reports]),
        fee,
        currency,
        {(r.source, r.target): r.rate.as_integer_ratio() for r in timeline.rates or ()},
        NEVER if timeline.as_of is None else timeline.as_of,
        month,
    )
