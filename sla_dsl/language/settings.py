"""Zones, countries, calendars' hours and headings; and a policy without a rule."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language import setting_mistakes as wrong
from sla_dsl.language import suggesting
from sla_dsl.values.holidays import country_names
from sla_dsl.values.zones import find_zone, zone_names


def check_settings(file: n.PolicyFile) -> list[Finding]:
    """What is wrong with the settings, in every sentence, those set aside too."""
    told = [finding for sentence in file.sentences for finding in _sentence(sentence.body)]
    return [*told, *_places(file.places)]


def check_rules(file: n.PolicyFile) -> list[Finding]:
    """A policy in which no sentence that counts is a rule; a clause that says why it has none is enough."""
    told_of = (n.TimeZone, n.PeriodOfAccount, n.Declaration, n.Example)
    rules = (it for it in file.sentences if not it.set_aside and not isinstance(it.body, told_of))
    return [] if any(rules) else [wrong.no_rules(beginning(file))]


def beginning(file: n.PolicyFile) -> Span:
    """The word with which the file begins: the place of what is missing in the whole of it."""
    return Span(file.span.start, file.span.start + len("Agreement"))


def _sentence(body: n.Body) -> list[Finding]:
    match body:
        case n.TimeZone():
            return zone_mistakes(body.zone, body.span)
        case n.DefineCalendar():
            return _calendar(body.calendar)
        case _:
            return []


def zone_mistakes(zone: str, span: Span) -> list[Finding]:
    """A zone that is none; an empty name stands for the policy's own."""
    if not zone or find_zone(zone) is not None:
        return []
    return [wrong.unknown_zone(zone, span, near_zone(zone))]


def near_zone(zone: str) -> str:
    """The zone of the same city on another continent, or else the one spelled most alike."""
    city = zone.rsplit("/", 1)[-1].lower()
    of_city = [name for name in zone_names() if name.rsplit("/", 1)[-1].lower() == city and "/" in name]
    return of_city[0] if of_city else suggesting.nearest(zone, zone_names())


def _calendar(calendar: n.CalendarHours) -> list[Finding]:
    told = zone_mistakes(calendar.zone, calendar.span)
    if calendar.opening is not None and calendar.closing is not None and calendar.opening >= calendar.closing:
        told.append(wrong.hours_backwards(calendar))
    included = [rule for rule in calendar.holidays if rule.included]
    if included and len(included) < len(calendar.holidays):
        told.append(wrong.holidays_both_ways(calendar))
    for rule in calendar.holidays:
        told += _country(rule.country) if rule.country else []
    return told


def _country(country: n.Name) -> list[Finding]:
    known = country_names()
    if country.text in known:
        return []
    return [wrong.unknown_country(country, suggesting.nearest(country.text, known))]


def _places(places: tuple[n.Place, ...]) -> Iterator[Finding]:
    """Headings that stand twice, and numbered ones that go back."""
    first: dict[tuple[str, str, tuple[tuple[str, str], ...]], n.Place] = {}
    before: n.Place | None = None
    for place in places:
        same = first.setdefault((place.number, place.title, place.parts), place)
        if same is not place:
            yield wrong.place_twice(place, same)
        if not place.number:
            continue
        if before is not None and _rank(place.number) < _rank(before.number):
            yield wrong.place_out_of_order(place, before)
        before = place


def _rank(number: str) -> tuple[tuple[int, str], ...]:
    """`4.10(b)` as something that sorts: parts by number, letters after."""
    parts = number.replace("(", ".").replace(")", "").split(".")
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)
