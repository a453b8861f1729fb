"""From lark's tree to nodes: sets of time and calendars."""

from __future__ import annotations

import datetime as dt

from lark import Token
from lark.tree import Meta

from sla_dsl.language import nodes as n
from sla_dsl.language.builder import Builder
from sla_dsl.language.building_words import clock, date, name, span

Names = tuple[n.Name, ...]
Days = tuple[n.Weekday, n.Weekday]
Hours = tuple[dt.time | None, dt.time | None]


class TimeBuilder(Builder):
    # ------------------------------------------------------------ sets of time

    def time_name(self, meta: Meta, named: Token) -> n.TimeName:
        return n.TimeName(name(named), span=span(meta))

    def time_within(self, meta: Meta, time: n.Time, limit: n.Time) -> n.Within:
        return n.Within(time, limit, span=span(meta))

    def time_outside(self, meta: Meta, time: n.Time, limit: n.Time) -> n.Outside:
        return n.Outside(time, limit, span=span(meta))

    def time_union(self, meta: Meta, left: n.Time, right: n.Time) -> n.Together:
        return n.Together(left, right, span=span(meta))

    def time_down(self, meta: Meta, services: Names, causes: Names = ()) -> n.Down:
        return n.Down(services, causes, span=span(meta))

    def time_breach(self, meta: Meta) -> n.InBreach:
        return n.InBreach(span=span(meta))

    def time_maintenance(self, meta: Meta, notice: n.Bound) -> n.Announced:
        return n.Announced(notice, span=span(meta))

    def time_period(self, meta: Meta) -> n.WholePeriod:
        return n.WholePeriod(span=span(meta))

    def notice_of(self, meta: Meta, bound: n.Bound) -> n.Bound:
        return bound

    def notice_before(self, meta: Meta) -> str:
        return "before"

    def notice_none(self, meta: Meta) -> str:
        return "or not"

    # ------------------------------------------------------------ names in a row

    def one_service(self, meta: Meta, named: Token) -> Names:
        return (name(named),)

    def any_service(self, meta: Meta, names: Names) -> Names:
        return names

    def because(self, meta: Meta, names: Names) -> Names:
        return names

    def or_names(self, meta: Meta, *tokens: Token) -> Names:
        return tuple(name(token) for token in tokens)

    def and_names(self, meta: Meta, *tokens: Token) -> Names:
        return tuple(name(token) for token in tokens)

    # ------------------------------------------------------------ calendars

    def calendar(self, meta: Meta, days: Days, hours: Hours, *rest: str | n.HolidayRule) -> n.CalendarHours:
        zone = next((part for part in rest if isinstance(part, str)), "")
        holidays = tuple(part for part in rest if isinstance(part, n.HolidayRule))
        return n.CalendarHours(*days, *hours, zone, holidays, span=span(meta))

    def every_day(self, meta: Meta) -> Days:
        return "Monday", "Sunday"

    def one_day(self, meta: Meta, day: Token) -> tuple[str, str]:
        return str(day), str(day)

    def days_from_to(self, meta: Meta, first: Token, last: Token) -> tuple[str, str]:
        return str(first), str(last)

    def hours_from_to(self, meta: Meta, opening: Token, closing: Token) -> Hours:
        return clock(opening), clock(closing)

    def all_day(self, meta: Meta) -> Hours:
        return None, None

    def in_zone(self, meta: Meta, zone: Token) -> str:
        return str(zone)

    def holidays_of(self, meta: Meta, country: Token) -> n.HolidayRule:
        return n.HolidayRule(country=name(country), span=span(meta))

    def holiday_dates(self, meta: Meta, *days: Token) -> n.HolidayRule:
        return n.HolidayRule(dates=tuple(date(day) for day in days), span=span(meta))

    def holidays_included(self, meta: Meta) -> n.HolidayRule:
        return n.HolidayRule(included=True, span=span(meta))
