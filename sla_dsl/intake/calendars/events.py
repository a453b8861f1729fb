"""An event of a calendar: what it says of itself, in the words of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sla_dsl.intake.calendars.lines import Component, Property
from sla_dsl.intake.calendars.repeats import Rule, read_rule
from sla_dsl.intake.calendars.times import Length, When, read_length, read_list, read_when
from sla_dsl.intake.calendars.zones import Zones
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import Said, Stamp
from sla_dsl.records import NamedTuple

NOT_SAID = "(not said)"
_NOTICE = "X-MAINTNOTE-"
_SEQUENCE = re.compile(r"\d{1,9}", re.ASCII)
_COMMA = re.compile(r"(?<!\\),")
_TEXTS = ("SUMMARY", "LOCATION")

_OF_THE_FIRST = "events of which some have been changed since, and perhaps moved, were made then"
_OF_THIS_NOTICE = "it is when this notice was written, which need not be the first of them"


class Notice(NamedTuple):
    """What the carriers' fields say (`X-MAINTNOTE-…`): `objects` are the services, each with its impact."""

    provider: str
    account: str
    maintenance: str
    objects: tuple[tuple[str, str], ...]
    status: str


class Event(NamedTuple):
    """One event.  `notice`: None where it has none of the carriers' fields.

    `replaces`: the occurrence of a repeated event that it stands for.  `words`: its texts, by the property.
    """

    raw: Raw
    uid: str
    sequence: int
    start: When | None
    length: Length | None
    announced: tuple[Said, ...]
    status: str
    words: dict[str, tuple[str, ...]]
    notice: Notice | None
    rule: Rule | None = None
    further: tuple[When, ...] = ()
    without: tuple[When, ...] = ()
    replaces: When | None = None

    @property
    def stamp(self) -> int:
        """When this version of it was written."""
        return next((said.stamp.instant or 0 for said in self.announced if said.name == "DTSTAMP"), 0)

    @property
    def is_repeated(self) -> bool:
        """Whether it stands for more than one occurrence."""
        return self.rule is not None or bool(self.further)


def read_event(component: Component, file: str, zones: Zones, method: str) -> Event:
    """The event; what is wrong with it stands in its `raw`."""
    raw = Raw(file, f"event at line {component.line}", {}, ", ")
    notice = _notice(component)
    raw.id = component.text("UID")
    start = _when(raw, component, "DTSTART", zones)
    if start is None and not raw.findings:
        raw.text("DTSTART")
    length = _length(raw, component, start, zones)
    sequence = _sequence(raw, component)
    return Event(
        raw,
        raw.id,
        sequence,
        start,
        length,
        tuple(_announced(raw, component, sequence, zones)),
        _status(component, notice, method),
        {**{name: _words(component, name) for name in _TEXTS}, "CATEGORIES": _categories(component)},
        notice,
        _rule(raw, component),
        _list(raw, component, "RDATE", start, zones),
        _list(raw, component, "EXDATE", start, zones),
        _replaces(raw, component, zones),
    )


def _when(raw: Raw, component: Component, name: str, zones: Zones) -> When | None:
    found = component.all(name)
    return read_when(raw, found[0], zones) if found else None


def _length(raw: Raw, component: Component, start: When | None, zones: Zones) -> Length | None:
    if start is None:
        return None
    end, duration = component.all("DTEND"), component.all("DURATION")
    if end and duration:
        raw.refuse("DURATION", "absent where there is a DTEND", "there")
    return read_length(raw, start, end[0] if end else None, duration[0] if duration else None, zones)


def _announced(raw: Raw, component: Component, sequence: int, zones: Zones) -> Iterator[Said]:
    """The times at which the event was written down; Google writes a day of the year 0 where it does not know one."""
    created = component.text("CREATED")
    weak = {"DTSTAMP": _OF_THIS_NOTICE, **({"CREATED": _OF_THE_FIRST} if sequence else {})}
    for name in ("DTSTAMP", *(("CREATED",) if not created.startswith("0000") else ())):
        when = _when(raw, component, name, zones)
        if when is not None:
            yield Said(name, Stamp(when.written, when.instant), weak.get(name, ""))


def _sequence(raw: Raw, component: Component) -> int:
    text = component.text("SEQUENCE") or "0"
    if not _SEQUENCE.fullmatch(text):
        raw.refuse("SEQUENCE", "a whole number", f'the text "{text[:40]}"')
        return 0
    return int(text)


def _status(component: Component, notice: Notice | None, method: str) -> str:
    """Its status; a calendar that takes back what it tells says so once, for all its events."""
    said = (notice.status if notice else "") or component.text("STATUS").upper()
    return said or ("CANCELLED" if method == "CANCEL" else NOT_SAID if notice else "")


def _notice(component: Component) -> Notice | None:
    if not any(one.name.startswith(_NOTICE) for one in component.properties):
        return None
    impact = component.text(f"{_NOTICE}IMPACT").upper() or NOT_SAID
    objects = [(one.text.strip(), _own_impact(one) or impact) for one in component.all(f"{_NOTICE}OBJECT-ID")]
    texts = [component.text(f"{_NOTICE}{name}") for name in ("PROVIDER", "ACCOUNT", "MAINTENANCE-ID", "STATUS")]
    provider, account, maintenance, status = texts
    return Notice(provider, account, maintenance, tuple(objects) or (("", impact),), status.upper())


def _own_impact(found: Property) -> str:
    return found.parameters.get(f"{_NOTICE}OBJECT-IMPACT", "").strip().upper()


def _words(component: Component, name: str) -> tuple[str, ...]:
    text = " ".join(component.text(name).split())
    return (text,) if text else ()


def _categories(component: Component) -> tuple[str, ...]:
    listed = [one for found in component.all("CATEGORIES") for one in _COMMA.split(found.raw)]
    return tuple(dict.fromkeys(one.replace("\\,", ",").strip() for one in listed if one.strip()))


def _rule(raw: Raw, component: Component) -> Rule | None:
    found = component.all("RRULE")
    if len(found) > 1:
        raw.refuse("RRULE", "one rule", "several")
    rule = read_rule(found[0].raw) if found else None
    if isinstance(rule, str):
        raw.refuse("RRULE", rule, f'the text "{found[0].raw[:60]}"')
        return None
    return rule


def _list(raw: Raw, component: Component, name: str, start: When | None, zones: Zones) -> tuple[When, ...]:
    """Times of further occurrences, or of occurrences that there are not; dates only where the event has dates."""
    found: Sequence[When] = [when for one in component.all(name) for when in read_list(raw, one, zones)]
    if start and any(when.is_date != start.is_date for when in found):
        raw.refuse(name, "dates where DTSTART is one, and times where that is one", "of the other kind")
    return tuple(found)


def _replaces(raw: Raw, component: Component, zones: Zones) -> When | None:
    found = component.all("RECURRENCE-ID")
    if found and "RANGE" in found[0].parameters:
        raw.refuse("RECURRENCE-ID", "of one occurrence", "of all later ones, too")
    return read_when(raw, found[0], zones) if found else None
