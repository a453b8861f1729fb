"""Times as people read them: dates and clocks of the policy's zone, in the form in which policies write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sla_dsl.values.elapsed import HOUR, MINUTE, SECOND
from sla_dsl.values.instant import show_instant
from sla_dsl.values.periods import Period
from sla_dsl.values.zones import to_instants

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")


def period_title(period: Period) -> str:
    """`March 2026`, `the first quarter of 2026`, `2026`."""
    match period.kind:
        case "month":
            return f"{month_name(period.index)} {period.year}"
        case "quarter":
            return f"the {_ORDINALS[period.index - 1]} quarter of {period.year}"
        case "year":
            return str(period.year)


def month_name(number: int) -> str:
    """`March`."""
    return _MONTHS[number - 1]


def moment(instant: int, zone: str) -> str:
    """`2026-03-04 09:12:40`; seconds only where there are any, the offset only where the clocks show a time twice."""
    date, clock = _date_and_clock(instant, zone)
    return f"{date} {clock}"


def span(start: int, end: int, zone: str) -> str:
    """`2026-03-04 09:12:40 to 09:20:05`: the day of the end only where it is another."""
    first, from_clock = _date_and_clock(start, zone)
    last, to_clock = _date_and_clock(end, zone)
    return f"{first} {from_clock} to {to_clock if first == last else f'{last} {to_clock}'}"


def _date_and_clock(instant: int, zone: str) -> tuple[str, str]:
    text = show_instant(instant, zone)
    date, clock, rest = text[:10], text[11:19], text[19:]
    fraction = rest[: len(rest) - len(rest.lstrip(".0123456789"))]
    offset = rest[len(fraction) :]
    shown = clock + fraction if fraction or not clock.endswith(":00") else clock[:5]
    twice = len(to_instants(dt.datetime.fromisoformat(f"{date}T{clock}"), zone)) > 1
    return date, f"{shown} ({offset})" if twice else shown


def clock_lengths(lengths: Sequence[int]) -> list[str]:
    """Lengths of time (microseconds) as `739:08:25`, hours, minutes and seconds, set right so that one can add them."""
    parts = [_hours(length) for length in lengths]
    places = max((len(fraction) for _, fraction in parts), default=0)
    width = max((len(whole) for whole, _ in parts), default=0)
    return [f"{whole:>{width}}{fraction:<{places}}" for whole, fraction in parts]


def _hours(length: int) -> tuple[str, str]:
    hours, rest = divmod(length, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds, micros = divmod(rest, SECOND)
    fraction = f".{micros:06d}".rstrip("0") if micros else ""
    return f"{hours:,}:{minutes:02d}:{seconds:02d}", fraction
