"""Sets of time, calendars and instants in the canonical wording."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from sla_dsl.language import nodes as n
from sla_dsl.language.filling import row_of_names
from sla_dsl.language.formatting_values import bound_text, names_text

# ---------------------------------------------------------------- sets of time


def time_parts(time: n.Time) -> list[str]:
    """A set of time, in the parts between which a line may end."""
    cuts: list[str] = []
    while isinstance(time, n.Within | n.Outside | n.Together):
        if isinstance(time, n.Together):
            cuts.append(f"together with {operand_text(time.right)}")
            time = time.left
        else:
            cuts.append(f"{'within' if isinstance(time, n.Within) else 'outside'} {operand_text(time.limit)}")
            time = time.time
    return [*_atom_parts(time), *reversed(cuts)]


def operand_text(time: n.Time) -> str:
    """A set of time after `within`, where a name may stand alone."""
    return time.name.text if isinstance(time, n.TimeName) else " ".join(_atom_parts(time))


def _atom_parts(time: n.Time) -> list[str]:
    match time:
        case n.Down():
            return [f"the time in which {_down(time.services)} down", *because_parts(time.causes)]
        case n.InBreach():
            return ["the time in which the customer is in breach"]
        case n.Announced():
            return [f"the maintenance announced {_notice(time)}"]
        case n.WholePeriod():
            return ["the whole period"]
        case n.TimeName():
            return [f"the time of {time.name.text}"]
        case n.Within() | n.Outside() | n.Together():
            return time_parts(time)
        case _:
            assert_never(time)


def because_parts(causes: tuple[n.Name, ...]) -> list[str]:
    """`because of A, B or C`; nothing where there are no causes."""
    return row_of_names("because of", [cause.text for cause in causes], "or") if causes else []


def _down(services: tuple[n.Name, ...]) -> str:
    return f"{services[0].text} is" if len(services) == 1 else f"any of {names_text(services, 'and')} are"


def _notice(time: n.Announced) -> str:
    match time.notice:
        case "or not":
            return "or not"
        case "before":
            return "before it starts"
        case bound:
            return f"{bound_text(bound)} before it starts"


# ---------------------------------------------------------------- calendars


def calendar_parts(calendar: n.CalendarHours) -> list[str]:
    """`Monday to Friday from 09:00 to 17:00 in UTC except holidays of Belgium`."""
    zone = [f"in {calendar.zone}"] if calendar.zone else []
    return [f"{_days(calendar)} {_hours(calendar)}", *zone, *(_holidays(rule) for rule in calendar.holidays)]


def _days(calendar: n.CalendarHours) -> str:
    first, last = calendar.first_day, calendar.last_day
    if (first, last) == ("Monday", "Sunday"):
        return "every day"
    return first if first == last else f"{first} to {last}"


def _hours(calendar: n.CalendarHours) -> str:
    if calendar.opening is None or calendar.closing is None:
        return "all day"
    return f"from {clock_text(calendar.opening)} to {clock_text(calendar.closing)}"


def _holidays(rule: n.HolidayRule) -> str:
    if rule.included:
        return "holidays included"
    if rule.country:
        return f"except holidays of {rule.country.text}"
    return f"except {', '.join(day.isoformat() for day in rule.dates)}"


# ---------------------------------------------------------------- instants


def clock_text(time: dt.time, seconds: bool = False) -> str:
    """`10:00`; seconds and their fraction where there are any, or where another time beside it has them."""
    if time.microsecond:
        return time.isoformat("microseconds").rstrip("0")
    return time.isoformat("seconds" if seconds or time.second else "minutes")


def has_seconds(*instants: n.LocalInstant | None) -> bool:
    """Whether one of the instants is not at a full minute."""
    return any(instant and (instant.moment.second or instant.moment.microsecond) for instant in instants)


def instant_text(instant: n.LocalInstant, seconds: bool = False) -> str:
    """`2026-03-04 10:00 UTC`; seconds as in `clock_text`."""
    zone = f" {instant.zone}" if instant.zone else ""
    return f"{instant.moment.date().isoformat()} {clock_text(instant.moment.time(), seconds)}{zone}"


def lasting_text(start: n.LocalInstant, end: n.LocalInstant | None) -> str:
    """`from 2026-03-04 10:00 to 10:07`: the day of the end only where it is another."""
    seconds = has_seconds(start, end)
    begin = f"from {instant_text(start, seconds)}"
    if end is None:
        return begin
    same_day = (start.moment.date(), start.zone) == (end.moment.date(), end.zone)
    return f"{begin} to {clock_text(end.moment.time(), seconds) if same_day else instant_text(end, seconds)}"
