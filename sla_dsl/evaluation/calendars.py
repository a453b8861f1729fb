"""The calendars of a tree, made ready: hours, zone and holidays.

A compiled policy holds the holidays themselves, for every year that is known, so that it needs no other
package; a policy that comes from its text asks the holidays package, year by year, when one is first needed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from sla_dsl.evaluation.tree import Tree
from sla_dsl.values.calendars import BusinessCalendar
from sla_dsl.values.holidays import holiday_dates


def calendar_of(tree: Tree, name: str) -> BusinessCalendar:
    """The working calendar of that identifier; the same content gives the same calendar, which remembers its months."""
    return _made(json.dumps(tree.calendars[name], sort_keys=True))


@lru_cache(maxsize=256)
def _made(text: str) -> BusinessCalendar:
    entry = json.loads(text)
    opening, closing = entry["hours"]
    return BusinessCalendar(tuple(entry["weekdays"]), opening, closing, entry["zone"], _holidays(entry))


def _holidays(entry: Mapping[str, Any]) -> frozenset[dt.date] | Callable[[int], frozenset[dt.date]]:
    own = frozenset(dt.date.fromisoformat(day) for day in entry["dates"])
    countries = tuple(entry["countries"])
    if not countries:
        return own
    listed = entry.get("listed")
    if listed is not None:
        return _from_list(own, listed["years"])
    return lambda year: own | frozenset().union(*(holiday_dates(country, year) for country in countries))


def _from_list(own: frozenset[dt.date], years: Mapping[str, list[str]]) -> Callable[[int], frozenset[dt.date]]:
    def of_year(year: int) -> frozenset[dt.date]:
        return own | frozenset(dt.date.fromisoformat(f"{year}-{day}") for day in years.get(str(year), ()))

    return of_year


def with_holidays(tree: Tree) -> dict[str, dict[str, Any]]:
    """The calendars of a tree with the holidays of every year that is known: what a compiled policy holds."""
    return {name: _listed(dict(entry)) for name, entry in tree.calendars.items()}


def _listed(entry: dict[str, Any]) -> dict[str, Any]:
    if not entry["countries"] or entry.get("listed") is not None:
        return entry
    from sla_dsl.values.elapsed import FIRST_YEAR, LAST_YEAR
    from sla_dsl.values.holidays import covered_years, holidays_version

    covered = [covered_years(country) for country in entry["countries"]]
    first, last = max(FIRST_YEAR, *(c[0] for c in covered)), min(LAST_YEAR, *(c[1] for c in covered))
    years = {str(year): _days(entry["countries"], year) for year in range(first, last + 1)}
    return {**entry, "listed": {"version": holidays_version(), "years": years}}


def _days(countries: list[str], year: int) -> list[str]:
    dates = {day for country in countries for day in holiday_dates(country, year)}
    return [day.isoformat()[5:] for day in sorted(dates) if day.year == year]


def known_years(entry: Mapping[str, Any]) -> tuple[int, int] | None:
    """The first and the last year for which the holidays of a calendar are known; None where it has none to know."""
    if not entry["countries"]:
        return None
    if entry.get("listed") is not None:
        years = [int(year) for year in entry["listed"]["years"]]
        return min(years), max(years)
    from sla_dsl.values.holidays import covered_years

    covered = [covered_years(country) for country in entry["countries"]]
    return max(c[0] for c in covered), min(c[1] for c in covered)
