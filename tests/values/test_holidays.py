from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from sla_dsl.values.holidays import country_code, country_names, covered_years, holiday_dates, holidays_version


@pytest.mark.parametrize(
    ("country", "date", "closed"),
    [
        ("Belgium", (2026, 1, 1), True),
        ("Belgium", (2026, 4, 6), True),
        ("Belgium", (2026, 5, 1), True),
        ("Belgium", (2026, 5, 14), True),
        ("Belgium", (2026, 7, 21), True),
        ("Belgium", (2026, 11, 11), True),
        ("Belgium", (2026, 12, 25), True),
        ("Belgium", (2026, 4, 3), False),
        ("Belgium", (2026, 12, 26), False),
        ("Sweden", (2026, 6, 6), True),
        ("United States", (2026, 7, 4), True),
        ("United States", (2026, 11, 26), True),
        ("Germany", (2026, 10, 3), True),
        # Kept in some of the German states only.
        ("Germany", (2026, 11, 1), False),
    ],
)
def test_known_days(country: str, date: tuple[int, ...], closed: bool) -> None:
    assert (dt.date(*date) in holiday_dates(country, date[0])) == closed


def test_a_substitute_day_that_the_law_gives_is_a_holiday() -> None:
    assert dt.date(2026, 12, 28) in holiday_dates("United Kingdom", 2026)
    assert dt.date(2026, 5, 6) in holiday_dates("Japan", 2026)


def test_where_the_law_gives_none_none_is_made_up() -> None:
    # In 2026 the fifteenth of August and the first of November are on a weekend in Belgium.
    days = holiday_dates("Belgium", 2026)
    assert {dt.date(2026, 8, 15), dt.date(2026, 11, 1)} <= days
    assert not {dt.date(2026, 8, 14), dt.date(2026, 8, 17), dt.date(2026, 11, 2)} & days
    assert len(days) == 10 + 2


@pytest.mark.parametrize("country", ["Belgium", "United States", "Japan", "United Kingdom"])
def test_a_year_s_holidays_are_of_that_year(country: str) -> None:
    for year in (2021, 2022, 2027, 2028):
        assert {date.year for date in holiday_dates(country, year)} == {year}


def test_names_and_codes() -> None:
    assert {"Belgium", "United States", "Czechia", "Bosnia And Herzegovina", "Guinea-Bissau"} <= set(country_names())
    assert country_code("Belgium") == "BE"
    assert country_code("Czechia") == "CZ"
    assert country_code("belgium") is None
    assert country_code("Czech Republic") is None
    assert country_code("") is None


def test_the_names_are_sorted() -> None:
    assert list(country_names()) == sorted(country_names())


def test_the_years_that_are_known() -> None:
    first, last = covered_years("Belgium")
    assert first < 1970
    assert last >= 2100
    assert holiday_dates("Belgium", last + 1) == frozenset()


def test_the_version_is_told() -> None:
    assert holidays_version()[0].isdigit()


def test_the_names_are_known_without_the_package() -> None:
    program = """
import sys
from sla_dsl.values.holidays import country_names
country_names()
print("holidays" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
