"""Times of a calendar: days, times of UTC, of a zone and of none, and how long an event lasts."""

from __future__ import annotations

import datetime as dt
import re

from sla_dsl.intake.calendars.lines import Property
from sla_dsl.intake.calendars.zones import Offset, Zones, utc
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import Said, Stamp
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import HOUR, MINUTE, SECOND, read_instant

_FORM = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_LENGTH = re.compile(r"\+?P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?)", re.ASCII)
_MICROSECOND = dt.timedelta(microseconds=1)


class When(NamedTuple):
    """A time as it is written, its local date and time, and the offset of the clocks that show it."""

    written: str
    local: dt.datetime
    offset: Offset
    is_date: bool = False

    @property
    def instant(self) -> int:
        """The instant; it has been looked at that there is one."""
        return _instant(self.local, self.offset)

    def at(self, local: dt.datetime) -> When:
        """Another time by the same clocks."""
        return self._replace(local=local)


def _instant(local: dt.datetime, offset: Offset) -> int:
    found = read_instant(f"{local.isoformat()}Z")
    # Beyond the years that there are, the first and the last of them stand in: such a time has been refused.
    return (found if isinstance(found, int) else 0) - offset(local) // _MICROSECOND


class Length(NamedTuple):
    """How long an event lasts: days of the calendar, then elapsed time; `name` is the property that says so."""

    name: str
    written: str
    days: int
    elapsed: int

    def end(self, start: When) -> Said:
        """The end of an event that starts then."""
        last = start.at(start.local + dt.timedelta(days=self.days)) if self.days else start
        return Said(self.name, Stamp(self.written, last.instant + self.elapsed))


def read_when(raw: Raw, found: Property, zones: Zones) -> When | None:
    """The time of a property; None for one that names no instant, which is then among the record's findings."""
    times = read_list(raw, found, zones)
    if len(times) > 1:
        raw.refuse(found.name, "one time", "several")
    return times[0] if len(times) == 1 else None


def read_list(raw: Raw, found: Property, zones: Zones) -> list[When]:
    """The times of a property that may have several."""
    read = [_read(raw, found, one.strip(), zones) for one in found.raw.split(",")]
    return [one for one in read if one is not None]


def _read(raw: Raw, found: Property, written: str, zones: Zones) -> When | None:
    match = _FORM.fullmatch(written)
    if match is None:
        raw.said(found.name, written, lambda text: "it is no date and no time of a calendar")
        return None
    year, month, day, hour, minute, second, is_utc = match.groups()
    text = f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}"
    said = raw.said(found.name, written, lambda _: _stamp(written, text))
    if not said:
        return None
    where = raw.origin.words()
    zone = found.parameters.get("TZID", "")
    offset = utc if is_utc else zones.of(zone, where) if zone and hour else zones.of_local(where)
    return When(written, dt.datetime.fromisoformat(text), offset, not hour)


def _stamp(written: str, text: str) -> Stamp | str:
    instant = read_instant(f"{text}Z")
    return instant if isinstance(instant, str) else Stamp(written, instant)


def read_length(raw: Raw, start: When, end: Property | None, duration: Property | None, zones: Zones) -> Length | None:
    """How long an event lasts, as its end or its duration says; a day without either is a day."""
    if end is not None:
        until = read_when(raw, end, zones)
        return None if until is None else _between(raw, start, until)
    if duration is not None:
        return _duration(raw, duration)
    return Length("DTSTART", start.written, 1, 0) if start.is_date else None


def _between(raw: Raw, start: When, until: When) -> Length | None:
    if start.is_date != until.is_date:
        raw.refuse("DTEND", "a date where DTSTART is one, and a time where that is one", f'the text "{until.written}"')
        return None
    if start.is_date:
        return Length("DTEND", until.written, (until.local - start.local).days, 0)
    return Length("DTEND", until.written, 0, until.instant - start.instant)


def _duration(raw: Raw, found: Property) -> Length | None:
    match = _LENGTH.fullmatch(found.raw.strip())
    if match is None or not any(match.groups()):
        raw.refuse("DURATION", "a length such as PT2H or P1D", f'the text "{found.raw[:40]}"')
        return None
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in match.groups())
    elapsed = hours * HOUR + minutes * MINUTE + seconds * SECOND
    return Length("DURATION", found.raw, 7 * weeks + days, elapsed)
