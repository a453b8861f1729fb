"""Rules by which an event is repeated, worked out up to a day that somebody names, and never without an end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import islice

from sla_dsl.records import NamedTuple

OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_ALWAYS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH")
_SELDOM = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


class Rule(NamedTuple):
    """`parts`: what the library works out.  `times`: how often at the most.

    `until`: the last moment, in UTC or by the clocks of the event.
    """

    parts: str
    times: int | None = None
    until: dt.datetime | None = None
    in_utc: bool = False

    @property
    def is_endless(self) -> bool:
        """Whether it says neither how often nor until when."""
        return self.times is None and self.until is None


def read_rule(text: str, often: Sequence[str] = OFTEN) -> Rule | str:
    """The rule, or what should stand there."""
    given = dict(part.partition("=")[::2] for part in text.strip().upper().split(";") if part)
    frequency = given.get("FREQ", "")
    known = _ALWAYS if frequency in OFTEN[:2] else (*_ALWAYS, *_SELDOM)
    if frequency not in often or not set(given) <= set(known):
        return "a rule that repeats by days, weeks, months or years"
    numbers = [given[name] for name in ("COUNT", "INTERVAL") if name in given]
    if not all(_NUMBER.fullmatch(number) for number in numbers):
        return "a rule whose COUNT and INTERVAL are whole numbers"
    until = _until(given.pop("UNTIL")) if "UNTIL" in given else (None, False)
    if until is None:
        return "a rule whose UNTIL is a date, or a date and a time"
    times = int(given.pop("COUNT")) if "COUNT" in given else None
    return Rule(";".join(f"{name}={value}" for name, value in given.items()), times, *until)


def _until(text: str) -> tuple[dt.datetime, bool] | None:
    match = _UNTIL.fullmatch(text)
    if match is None:
        return None
    try:
        # A date alone has its whole day: the event of that day is one of them.
        moment = dt.datetime.fromisoformat(f"{match[1]}T{match[2] or '235959'}")
    except ValueError:
        return None
    return moment, bool(match[3])


def occurrences(rule: Rule, first: dt.datetime, last: dt.datetime, most: int) -> list[dt.datetime] | None:
    """The local times at which it happens, up to `last` and at most so many; None for what cannot be worked out."""
    from dateutil.rrule import rrulestr

    try:
        found = rrulestr(rule.parts, dtstart=first).replace(until=last)
        return list(islice(found, most if rule.times is None else min(most, rule.times)))
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
