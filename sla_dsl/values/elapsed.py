"""Units of elapsed time, and the point that instants are counted from."""

from __future__ import annotations

import datetime as dt

Instant = int
"""Microseconds since 1970-01-01T00:00:00Z; leap seconds are not counted, as in every civil clock."""

MICROSECOND = 1
SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
"""24 elapsed hours: not a calendar day, which may have 23 or 25."""

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
FIRST_YEAR = 1970
LAST_YEAR = 2200

_ONE_MICROSECOND = dt.timedelta(microseconds=1)


def instant_of(moment: dt.datetime) -> Instant:
    """The instant of a date and time that carries its offset."""
    return (moment - EPOCH) // _ONE_MICROSECOND
