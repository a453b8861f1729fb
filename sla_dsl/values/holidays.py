"""Public holidays of a country, from the `holidays` package.

The package is slow to import, so it is imported by the functions that need it; the names of the countries are a
table of our own (`countries.py`), so that a policy can be checked without it.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from sla_dsl.values.countries import CODES


def country_names() -> tuple[str, ...]:
    """The names that a policy may give a country, in English, sorted: "Belgium", "Bosnia And Herzegovina"."""
    return tuple(sorted(CODES))


def country_code(name: str) -> str | None:
    """The ISO 3166 code of the country of that name (its words capitalised, as in `country_names`), or None."""
    return CODES.get(name)


@lru_cache(maxsize=1024)
def holiday_dates(country: str, year: int) -> frozenset[dt.date]:
    """The public holidays of a country (by its name, as in `country_names`) that fall in the year.

    Those of the whole country: none of a single region, and none that only banks, schools or offices keep.
    Where a country's own rules give another day for a holiday that falls on a weekend (in the United Kingdom,
    Monday 28 December 2026 for the Saturday before), that day is a holiday by law and is here too; where the rules
    give none (Belgium), none is made up.  The first is what the package calls "observed", and it knows
    such days only for countries that have a rule for them.

    The year is to be one of `covered_years`; outside of them the package knows no holiday at all.
    """
    import holidays

    return frozenset(holidays.country_holidays(CODES[country], years=year, observed=True, categories="public"))


def covered_years(country: str) -> tuple[int, int]:
    """The first and the last year for which the package knows the country's holidays."""
    import holidays

    known = holidays.country_holidays(CODES[country])
    return known.start_year, known.end_year


def holidays_version() -> str:
    """The version of the package: it is part of what a result depends on."""
    import holidays

    return str(vars(holidays)["__version__"])
