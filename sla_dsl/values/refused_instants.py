"""Why a text is refused as a date and time: one short reason a mistake, the likeliest first.

Each reason goes on after "… is refused: ", says what is wrong and, where it is not plain, what to write.
"""

from __future__ import annotations

import re

_EXAMPLE = "write for example 2026-03-04T10:00:00+01:00"
_DATE = r"\d{4}-\d\d-\d\d"
_CLOCK = r"\d\d:\d\d:\d\d(?:\.\d+)?"
_OFFSET = r"(?:Z|[+-]\d\d:\d\d)"

_REASONS: tuple[tuple[str, str], ...] = (
    (r"\s*", f"it is empty; {_EXAMPLE}"),
    (r".*[^\x00-\x7f].*", "it has a character that is no plain letter, digit or sign"),
    (rf"{_DATE} +{_CLOCK}.*", f"there is a blank between the date and the time; {_EXAMPLE}"),
    (r".*\s.*", f"it has a blank in it; {_EXAMPLE}"),
    (r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.*", f"day, month and year are not in the order year-month-day; {_EXAMPLE}"),
    (r"\d{4}[/.]\d{1,2}[/.]\d{1,2}.*", f"year, month and day are joined by hyphens; {_EXAMPLE}"),
    (r"\d{4}-?W.*", f"it counts weeks; {_EXAMPLE}"),
    (r"\d{4}-?\d{3}(?:T.*)?", f"it counts the days of the year; {_EXAMPLE}"),
    (r"\d{8}(?:T.*)?", f"it has no hyphens and colons; {_EXAMPLE}"),
    (r"\d{4}-\d\d-?", f"it names a month, not a moment; {_EXAMPLE}"),
    (_DATE, f"it has no time of day; {_EXAMPLE}"),
    (r"\d+", f"it is a bare number; {_EXAMPLE}"),
    (rf"\d{{4}}-(?:00|1[3-9]|[2-9]\d)-\d\dT{_CLOCK}{_OFFSET}?", "there is no such month"),
    (r"(?:-\d{4}|-?\d{5,}|(?!19[7-9]|2[01]\d\d|2200)\d{4})-\d\d-\d\dT.*", "its year is not from 1970 to 2200"),
    (rf"{_DATE}T24:.*", "a day ends at 00:00:00 of the next day, not at 24:00:00"),
    (rf"{_DATE}T\d\d:\d\d{_OFFSET}?", f"it has no seconds; {_EXAMPLE}"),
    (rf"{_DATE}T\d\d:\d\d:60.*", "there is no second 60; a leap second is written as 59"),
    (rf"{_DATE}T(?:2[5-9]|[3-9]\d):.*", "there is no such hour"),
    (rf"{_DATE}T\d\d:[6-9]\d.*", "there is no such minute"),
    (rf"{_DATE}T\d\d:\d\d:[6-9]\d.*", "there is no such second"),
    (rf"{_DATE}T\d\d:\d\d:\d\d,.*", "it has a comma before the parts of a second; write a point"),
    (rf"{_DATE}T\d\d:\d\d:\d\d\.\d{{7,}}.*", "it has more than six digits of a second"),
    (rf"{_DATE}T{_CLOCK}-00:00", "-00:00 means that the offset is not known; write Z for UTC"),
    (rf"{_DATE}T{_CLOCK}[+-]\d\d(?:\d\d)?", "its offset is not written as +01:00"),
    (rf"{_DATE}T{_CLOCK}(?![+-](?:[01]\d|2[0-3]):[0-5]\d$)[+-]\d.*", "there is no such offset"),
    (rf"{_DATE}T{_CLOCK}{_OFFSET}?", "there is no such day in that month"),
)


def why_refused(text: str) -> str:
    """The reason why this text, which is no instant, is none."""
    beginning = text[:60]
    for pattern, reason in _REASONS:
        if re.fullmatch(pattern, beginning, re.ASCII | re.DOTALL):
            return reason
    return f"it is not a date and a time; {_EXAMPLE}"


def no_offset(text: str) -> str:
    """Without an offset a date and time is a different instant in every zone."""
    return f"it has no offset; write for example {text[:19]}+01:00"


def unknown_zone(zone: str) -> str:
    """A zone was named to read it in, and there is none of that name."""
    return f"there is no time zone named {zone[:60]}"


def skipped(zone: str) -> str:
    """The clocks were put forward over this time."""
    return f"the clocks of {zone} skip this time; give it with its offset"


def shown_twice(zone: str, choices: list[str]) -> str:
    """The clocks were put back, and showed this time once more."""
    return f"the clocks of {zone} show this time twice; write {' or '.join(choices)}"
