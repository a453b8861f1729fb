"""Calendars as plain data: weekdays, hours, zone, holidays."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sla_dsl.language import nodes as n
from sla_dsl.values.instant import DAY, HOUR, MINUTE

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar_entry(sentence: n.Sentence, zone: str) -> dict[str, Any]:
    """The calendar of `Business means Monday to Friday from 09:00 to 17:00 …`; hours in microseconds after midnight."""
    assert isinstance(sentence.body, n.DefineCalendar)
    calendar = sentence.body.calendar
    return {
        "words": sentence.body.name.text,
        "weekdays": list(_weekdays(calendar.first_day, calendar.last_day)),
        "hours": [_clock(calendar.opening, 0), _clock(calendar.closing, DAY)],
        "zone": calendar.zone or zone,
        "countries": [rule.country.text for rule in calendar.holidays if rule.country],
        "dates": [day.isoformat() for rule in calendar.holidays for day in rule.dates],
    }


def _weekdays(first: str, last: str) -> tuple[int, ...]:
    """From the first to the last day of the week; Saturday to Monday goes over the weekend."""
    start, end = _DAYS.index(first), _DAYS.index(last)
    return tuple(sorted((start + step) % 7 for step in range((end - start) % 7 + 1)))


def _clock(time: dt.time | None, otherwise: int) -> int:
    if time is None:
        return otherwise
    return time.hour * HOUR + time.minute * MINUTE + time.second * 1_000_000 + time.microsecond
