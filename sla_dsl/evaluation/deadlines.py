"""Deadlines: elapsed time, calendar days and business time, counted from an event."""

import datetime as dt
from typing import Literal

from sla_dsl.records import NamedTuple
from sla_dsl.values.calendars import BusinessCalendar, business_time, deadline, end_of_business_day
from sla_dsl.values.zones import local_date, start_of_day


class Within(NamedTuple):
    """A length of time after an event: microseconds of elapsed or business time, or whole days of either."""

    kind: Literal["elapsed", "days", "business", "business days"]
    amount: int
    calendar: BusinessCalendar | None = None


def due(event: int, within: Within, zone: str) -> int | None:
    """The earliest instant at which the time has run out; None where a calendar never gets there.

    A number of days ends with the end of its last day: the day of the event does not count (the reading of
    "within 30 days after", `docs/language.md`, "Days").
    """
    match within.kind:
        case "elapsed":
            return event + within.amount
        case "days":
            return start_of_day(local_date(event, zone) + dt.timedelta(days=within.amount + 1), zone)
        case "business":
            return deadline(_calendar(within), event, within.amount)
        case "business days":
            return end_of_business_day(_calendar(within), event, within.amount)


def counted_time(within: Within, start: int, end: int) -> int:
    """How much time of this kind runs from `start` up to `end`; of days there is no part."""
    match within.kind:
        case "elapsed":
            return max(end - start, 0)
        case "business":
            return business_time(_calendar(within), start, end)
        case "days" | "business days":
            raise ValueError("days are not counted in parts")


def _calendar(within: Within) -> BusinessCalendar:
    if within.calendar is None:
        raise ValueError("business time needs its calendar")
    return within.calendar


def last_instant(event: int, within: Within, zone: str) -> int | None:
    """The last instant that is still in time: of days, the one before the next day begins."""
    limit = due(event, within, zone)
    return limit - 1 if limit is not None and within.kind == "days" else limit
