"""The time zones of a calendar: their names, also those of Windows, and the rules that the calendar itself gives.

A zone's offset at a local time is the one before a change of the clocks, where they skip the time or show it twice: so
RFC 5545, 3.3.5, says what is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.answers.shared import zone_question
from sla_dsl.intake.calendars.lines import Component
from sla_dsl.intake.calendars.repeats import Rule, occurrences, read_rule
from sla_dsl.values.zones import find_zone

Offset: TypeAlias = Callable[[dt.datetime], dt.timedelta]

_OWN = "the calendar"
_LATEST = dt.datetime.fromisoformat("2201-01-01")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_LOCAL = re.compile(r"(\d{8})T(\d{6})Z?", re.ASCII)
_EVERY_YEAR = 700
"""Changes of the clocks by one rule that are looked at: from 1601, where some programs begin, to 2200."""


def utc(local: dt.datetime) -> dt.timedelta:
    """The offset of UTC."""
    return dt.timedelta(0)


class Zones:
    """The offsets of the zones that the times of all calendars name.  `hint`: what a calendar says of itself."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._own: dict[str, list[Change]] = {}
        self.hint = ""

    def take(self, calendar: Component) -> str:
        """Remembers the zones that a calendar describes, for its own times; the answer is what is wrong, or empty."""
        self._own = {}
        self.hint = self.hint or calendar.text("X-WR-TIMEZONE")
        for component in calendar.inner:
            if component.name == "VTIMEZONE":
                changes = _changes(component)
                if isinstance(changes, str):
                    return changes
                self._own[component.text("TZID")] = changes
        return ""

    def of_local(self, where: str) -> Offset:
        """The zone of times that name none: it is asked for.  Until it is answered, any will do."""
        return _named(self._asking.one(zone_question(self.hint, where)) or "") or utc

    def of(self, name: str, where: str) -> Offset:
        """The zone that a time names."""
        own, known = self._own.get(name), _known_name(name)
        if own and known:
            return self._either(name, own, known, where)
        if own:
            return lambda local: offset_by(own, local)
        if known:
            return _named(known) or utc
        words = f'Which time zone is "{name}"?'
        free = "a zone such as Europe/Brussels or UTC"
        return _named(self._asking.one(Question(("tzid", name), words, "zone", (), free, where)) or "") or utc

    def _either(self, name: str, own: list[Change], known: str, where: str) -> Offset:
        """The calendar's rules, and the zone of that name: where they differ, somebody has to say which is right."""
        named = _named(known) or utc
        choices = (Choice(_OWN, "the rules that stand in the file"), Choice(known, "the zone of that name"))
        words = f'The calendar gives other rules for "{name}" than that zone has. Which are right?'

        def offset(local: dt.datetime) -> dt.timedelta:
            if offset_by(own, local) == named(local):
                return named(local)
            question = Question(("tzid", name), words, "choice", choices, "", where)
            return offset_by(own, local) if self._asking.one(question) == _OWN else named(local)

        return offset


Change: TypeAlias = tuple[dt.datetime, dt.timedelta, dt.timedelta]
"""From which local time on a zone has another offset, the offset before and the one after."""


def offset_by(changes: list[Change], local: dt.datetime) -> dt.timedelta:
    """The offset at a local time; before the first change the one that it changes from."""
    offset = changes[0][1]
    for start, _, after in changes:
        if start > local:
            break
        offset = after
    return offset


def _named(zone: str) -> Offset | None:
    found = find_zone(zone)
    return None if found is None else lambda local: found.utcoffset(local) or dt.timedelta(0)


def _known_name(name: str) -> str:
    """The zone that a name means: its own, one behind a path that some programs put before it, or that of Windows."""
    parts = name.strip("/").split("/")
    for count in (len(parts), 3, 2):
        if find_zone("/".join(parts[-count:])):
            return "/".join(parts[-count:])
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return str(WINDOWS_TO_OLSON.get(name, ""))


def _changes(zone: Component) -> list[Change] | str:
    """Every change of the clocks that a zone's rules make, in order; or what is wrong with them."""
    found: list[Change] = []
    for part in zone.inner:
        before, after = _offset(part.text("TZOFFSETFROM")), _offset(part.text("TZOFFSETTO"))
        starts = None if before is None else _starts(part, before)
        if before is None or after is None or starts is None:
            return f"line {part.line}: the rules of the time zone cannot be read"
        # Where the clocks skip, the skipped times have the offset before the change.
        found += [(start + max(after - before, dt.timedelta(0)), before, after) for start in starts]
    return sorted(found) or f"line {zone.line}: the time zone has no rules"


def _starts(part: Component, before: dt.timedelta) -> list[dt.datetime] | None:
    first = _local(part.text("DTSTART"))
    rule = read_rule(part.text("RRULE"), often=("YEARLY",)) if part.all("RRULE") else None
    if first is None or isinstance(rule, str):
        return None
    further = [_local(one) for listed in part.all("RDATE") for one in listed.raw.split(",")]
    if None in further:
        return None
    return [first, *_repeated(rule, first, before), *(one for one in further if one is not None)]


def _repeated(rule: Rule | None, first: dt.datetime, before: dt.timedelta) -> Iterable[dt.datetime]:
    if rule is None:
        return []
    until = rule.until or _LATEST
    last = min(_LATEST, until + before if rule.in_utc else until)
    return (one for one in occurrences(rule, first, last, _EVERY_YEAR) or () if one != first)


def _local(text: str) -> dt.datetime | None:
    match = _LOCAL.fullmatch(text.strip())
    try:
        return dt.datetime.fromisoformat(f"{match[1]}T{match[2]}") if match else None
    except ValueError:
        return None


def _offset(text: str) -> dt.timedelta | None:
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    sign, hours, minutes, seconds = match.groups()
    length = dt.timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    return -length if sign == "-" else length
