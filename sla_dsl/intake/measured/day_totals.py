"""Totals of a day: how many minutes something was down, and not when.  Where they lie in the day has to be said."""

from __future__ import annotations

import datetime as dt
import re

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.answers.shared import zone_question
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import Said, Stamp, Stated
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import MINUTE, read_instant
from sla_dsl.values.zones import start_of_day

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MINUTES = re.compile(r"(\d{1,5})(?:\.(\d{1,6})0*)?", re.ASCII)
_FROM_START = "from the start of the day"
_WITHIN = Question(
    ("within_day",),
    "The export says for how long a service was down on a day, and not when. Where in the day do the minutes lie?",
    "choice",
    (
        Choice(_FROM_START, "one piece that begins with the day"),
        Choice("to the end of the day", "one piece that ends with the day"),
    ),
)


class Placing(NamedTuple):
    """Where the minutes of a day lie."""

    zone: str
    from_start: bool


def ask_placing(where: str, asking: Asking) -> Placing | None:
    """Asks for the zone of the days and for the place of the minutes in them; None as long as one is open."""
    within, zone = asking.one(_WITHIN), asking.one(zone_question("", where, "days"))
    return Placing(zone, within == _FROM_START) if within and zone else None


def read_minutes(raw: Raw, name: str) -> int:
    """An amount of minutes, in microseconds."""
    text = raw.text(name)
    match = _MINUTES.fullmatch(text)
    if match is None:
        if text:
            raw.refuse(name, "a number of minutes", f'the text "{text[:40]}"')
        return 0
    return int(match[1]) * MINUTE + int((match[2] or "").ljust(6, "0")) * MINUTE // 1_000_000


class Total(NamedTuple):
    """How long a service was down on a day; `names` are those of the fields that say the day and the minutes."""

    service: str
    day: str
    length: int
    names: tuple[str, str] = ("day", "minutes")


def stated_day(raw: Raw, total: Total, placing: Placing) -> Stated | None:
    """The outage of a day; None of a day without one, and of one that is wrong, which is then noted."""
    service, day, length, names = total
    date = _date(day)
    if date is None:
        raw.refuse(names[0], "a date such as 2024-11-26", f'the text "{day[:40]}"')
    if date is None or raw.findings or not length:
        return None
    start, end = (start_of_day(one, placing.zone) for one in (date, date + dt.timedelta(days=1)))
    if length > end - start:
        minutes, rest = divmod(length, MINUTE)
        found = f"more than {minutes:,}" if rest else f"{minutes:,}"
        raw.refuse(names[1], f"at most the {(end - start) // MINUTE:,} minutes of the day", found)
    begins = start if placing.from_start else end - length
    return Stated(
        raw.origin,
        "outage",
        f"{service} {day}".strip(),
        (service,) if service else (),
        (Said("day", Stamp(day, begins)),),
        (Said("minutes of the day", Stamp(day, begins + length)),),
    )


def _date(day: str) -> dt.date | None:
    known = _DAY.fullmatch(day) and isinstance(read_instant(f"{day}T00:00:00Z"), int) and day < "2200-12-31"
    return dt.date.fromisoformat(day) if known else None
