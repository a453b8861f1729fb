from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sla_dsl.evaluation.calendars import calendar_of, known_years, with_holidays
from sla_dsl.evaluation.tree import Tree
from sla_dsl.values.calendars import BusinessCalendar
from sla_dsl.values.holidays import covered_years, holiday_dates, holidays_version
from tests.evaluation.making import DAY, HOUR, tree_of


def entry(*countries: str, dates: tuple[str, ...] = (), **fields: Any) -> dict[str, Any]:
    plain = {
        "words": "Business",
        "weekdays": [0, 1, 2, 3, 4],
        "hours": [9 * HOUR, 17 * HOUR],
        "zone": "Europe/Brussels",
    }
    return {**plain, "countries": list(countries), "dates": list(dates), **fields}


def tree_with(**calendars: dict[str, Any]) -> Tree:
    return tree_of(calendars=calendars)


def made(it: dict[str, Any]) -> BusinessCalendar:
    return calendar_of(tree_with(business=it), "business")


def closed(calendar: BusinessCalendar, year: int) -> frozenset[dt.date]:
    return calendar.holidays(year) if callable(calendar.holidays) else calendar.holidays


def test_days_hours_and_zone() -> None:
    calendar = made(entry(weekdays=[5], hours=[0, DAY], zone="UTC"))
    assert calendar[:4] == ((5,), 0, DAY, "UTC")


def test_without_holidays_the_own_dates_are_all() -> None:
    assert made(entry()).holidays == frozenset()
    own = made(entry(dates=("2026-12-24", "2027-01-02")))
    assert closed(own, 2026) == closed(own, 2027) == {dt.date(2026, 12, 24), dt.date(2027, 1, 2)}


def test_holidays_of_countries_are_asked_for_year_by_year() -> None:
    calendar = made(entry("Belgium", "France", dates=("2026-12-24",)))
    assert closed(calendar, 2026) == {
        dt.date(2026, 12, 24),
        *holiday_dates("Belgium", 2026),
        *holiday_dates("France", 2026),
    }


def test_the_same_entry_gives_the_same_calendar() -> None:
    assert made(entry("Belgium")) is made(entry("Belgium"))
    assert made(entry("Belgium")) is not made(entry("France"))


@pytest.mark.parametrize("countries", [("Belgium",), ("Belgium", "France")])
def test_listed_holidays_are_those_that_would_be_asked_for(countries: tuple[str, ...]) -> None:
    plain = entry(*countries, dates=("2026-12-24",))
    listed = with_holidays(tree_with(business=plain))["business"]
    assert listed["listed"]["version"] == holidays_version()
    for year in (1990, 2026, 2050):
        assert closed(made(listed), year) == closed(made(plain), year)


def test_listed_years_are_those_that_all_countries_cover() -> None:
    plain = entry("Belgium", "Croatia")
    listed = with_holidays(tree_with(business=plain))["business"]
    first = max(1970, *(covered_years(c)[0] for c in ("Belgium", "Croatia")))
    last = min(2200, *(covered_years(c)[1] for c in ("Belgium", "Croatia")))
    assert [*listed["listed"]["years"]] == [str(year) for year in range(first, last + 1)]


def test_a_year_that_is_not_listed_has_only_the_own_dates() -> None:
    listed = entry("Belgium", dates=("2026-12-24",), listed={"version": "1", "years": {"2026": ["01-01", "12-25"]}})
    assert closed(made(listed), 2026) == {dt.date(2026, m, d) for m, d in ((1, 1), (12, 24), (12, 25))}
    assert closed(made(listed), 2027) == {dt.date(2026, 12, 24)}


def test_what_is_listed_or_has_no_countries_stays_as_it_is() -> None:
    listed = entry("Belgium", listed={"version": "0", "years": {}})
    without = entry(dates=("2026-12-24",))
    assert with_holidays(tree_with(a=listed, b=without)) == {"a": listed, "b": without}


def test_the_entries_of_the_tree_are_left_alone() -> None:
    plain = entry("Belgium")
    with_holidays(tree_with(business=plain))
    assert "listed" not in plain


def test_known_years() -> None:
    assert known_years(entry()) is None
    assert known_years(entry(dates=("2026-12-24",))) is None
    assert known_years(entry("Belgium")) == covered_years("Belgium")
    both = known_years(entry("Belgium", "Croatia"))
    assert both is not None
    assert both[0] == max(covered_years("Belgium")[0], covered_years("Croatia")[0])
    assert known_years(entry("Belgium", listed={"version": "1", "years": {"2027": [], "2025": [], "2026": []}})) == (
        2025,
        2027,
    )
