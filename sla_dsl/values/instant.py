"""Instants: points in time, read from text and shown as text, exact to the microsecond."""

from __future__ import annotations

import datetime as dt
import re

from sla_dsl.values.elapsed import DAY, HOUR, MICROSECOND, MINUTE, SECOND, Instant, instant_of
from sla_dsl.values.zones import find_zone, local_time, to_instants

__all__ = ["DAY", "HOUR", "MICROSECOND", "MINUTE", "SECOND", "Instant", "read_instant", "show_instant"]

# RFC 3339, with years 1970 to 2200, at most six digits of a second, no leap second, and no "-00:00" (which says
# that the offset is not known).  The offset is group 1.  Whether the month has that day is left to the calendar.
_FORM = re.compile(
    r"(?:19[7-9]\d|2[01]\d\d|2200)-[01]\d-[0-3]\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?"
    r"(Z|\+(?:[01]\d|2[0-3]):[0-5]\d|-(?!00:00)(?:[01]\d|2[0-3]):[0-5]\d)?",
    re.ASCII,
)


def read_instant(text: str, zone: str | None = None) -> Instant | str:
    """The instant that the text names, or the reason why it names none (to follow "… is refused: ").

    The form is RFC 3339 with an offset: "2026-03-04T10:00:00+01:00", "2026-03-04T09:00:00Z".  Years 1970 to 2200,
    at most six digits of a second.  With `zone`, a text without an offset is read by the clocks of that
    zone, and refused where they skip the time or show it twice; a text with an offset keeps its own.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        return _read_otherwise(text, zone)
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return _read_otherwise(text, zone)
    if form[1] is None:
        return _read_local(text, moment, zone)
    return instant_of(moment)


def _read_otherwise(text: str, zone: str | None) -> Instant | str:
    # RFC 3339 allows "t" and "z" too (section 5.6); seldom enough to be tried last.
    capitals = text.replace("t", "T").replace("z", "Z")
    if capitals != text and len(text) < 40:
        return read_instant(capitals, zone)
    from sla_dsl.values.refused_instants import why_refused

    return why_refused(text)


def _read_local(text: str, moment: dt.datetime, zone: str | None) -> Instant | str:
    from sla_dsl.values import refused_instants as refused

    if zone is None:
        return refused.no_offset(text)
    if find_zone(zone) is None:
        return refused.unknown_zone(zone)
    instants = to_instants(moment, zone)
    if len(instants) == 1:
        return instants[0]
    if not instants:
        return refused.skipped(zone)
    return refused.shown_twice(zone, [show_instant(instant, zone) for instant in instants])


def show_instant(instant: Instant, zone: str) -> str:
    """The instant as the clocks of the zone show it, in RFC 3339: "2026-03-04T10:00:00+01:00".

    A fraction of a second only where there is one, without trailing zeros.  In UTC the offset is "Z"; so it is
    also in the few zones and years (Monrovia until 1972) whose offset has seconds, which RFC 3339 cannot write.
    """
    seconds, fraction = divmod(instant, SECOND)
    local = local_time(seconds * SECOND, zone)
    text = local.isoformat()
    if len(text) != _LENGTH:
        return show_instant(instant, "UTC")
    if text.endswith("+00:00") and local.tzname() == "UTC":
        text = f"{text[:19]}Z"
    return f"{text[:19]}.{fraction:06d}".rstrip("0") + text[19:] if fraction else text


_LENGTH = len("2026-03-04T10:00:00+01:00")
