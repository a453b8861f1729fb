"""When a repeated event happens: what its rule gives up to a day that somebody names, with and without exceptions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Question
from sla_dsl.intake.calendars.events import Event
from sla_dsl.intake.calendars.repeats import Rule, occurrences
from sla_dsl.intake.calendars.times import When
from sla_dsl.intake.wording import first_at
from sla_dsl.values.elapsed import EPOCH, MICROSECOND
from sla_dsl.values.instant import read_instant

MOST = 5_000
"""Occurrences of one event that are taken."""

_LATEST = dt.datetime.fromisoformat("2200-12-31")
_FARTHEST = dt.timedelta(days=2)
"""Further than any zone is from UTC: what is cut by instants is first cut by clocks, and not too soon."""


class Dates:
    """The occurrences of all events.  `is_waiting`: nobody has said yet up to when to work them out."""

    def __init__(self, events: Sequence[Event], asking: Asking) -> None:
        self._replaced = {(event.uid, event.replaces.instant) for event in events if event.replaces}
        self._until: int | None = None
        endless = [event for event in events if event.rule and event.rule.is_endless]
        self.is_waiting = False
        if endless:
            answer = asking.one(_until_question(endless))
            instant = read_instant(answer) if answer else None
            self._until = instant if isinstance(instant, int) else None
            self.is_waiting = self._until is None

    def of(self, event: Event) -> list[When]:
        """When an event happens; what cannot be worked out is noted in its findings."""
        if event.start is None or not event.is_repeated:
            return [event.start] if event.start else []
        ruled = self._ruled(event, event.start)
        known = {when.instant: when for when in (*ruled, *event.further)}
        gone = {when.instant for when in event.without}
        return [
            known[instant]
            for instant in sorted(known)
            if instant not in gone and (event.uid, instant) not in self._replaced
        ]

    def _ruled(self, event: Event, start: When) -> list[When]:
        rule = event.rule
        if rule is None:
            return [start]
        until = self._last(rule, start)
        last = _LATEST if until is None else min(_LATEST, _utc_time(until) + _FARTHEST)
        found = occurrences(rule, start.local, last, MOST + 1)
        if found is None or (found[:1] != [start.local] and last > start.local):
            event.raw.refuse("RRULE", "a rule that begins with DTSTART", "one that cannot be followed, or begins later")
            return []
        if len(found) > MOST:
            event.raw.refuse("RRULE", f"a rule with at most {MOST:,} occurrences", "one with more")
            return []
        return [when for when in map(start.at, found) if until is None or when.instant <= until]

    def _last(self, rule: Rule, start: When) -> int | None:
        """The last instant at which it may happen; None: it happens a number of times."""
        if rule.until is None:
            return self._until if rule.is_endless else None
        if rule.in_utc:
            return (rule.until - EPOCH.replace(tzinfo=None)) // dt.timedelta(microseconds=1)
        return start.at(rule.until).instant


def _utc_time(instant: int) -> dt.datetime:
    return EPOCH.replace(tzinfo=None) + dt.timedelta(microseconds=instant // MICROSECOND)


def _until_question(events: Sequence[Event]) -> Question:
    words = "Some events are repeated without an end. Up to when are they worked out?"
    about = first_at(len(events), "events", events[0].raw.origin.words())
    return Question(
        ("repeats_until",), words, "instant", (), "a time with its offset, such as 2026-07-01T00:00:00Z", about
    )
