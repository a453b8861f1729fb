from __future__ import annotations

from typing import Any

import pytest

from tests.evaluation.compiling.programs import DOWNTIME, PROMISE, policy
from tests.evaluation.making import DAY, HOUR, MINUTE


def calendar(words: str, zone: str = "UTC") -> dict[str, Any]:
    """The calendar of these words, as a compiled policy has it."""
    made = policy(DOWNTIME, PROMISE, f"Shop means {words}", "Time outside Shop does not count as Downtime")
    entry = dict(made.tree.calendars["shop"])
    assert entry.pop("words") == "Shop"
    return entry


@pytest.mark.parametrize(
    ("days", "weekdays"),
    [
        ("every day", [0, 1, 2, 3, 4, 5, 6]),
        ("Monday to Friday", [0, 1, 2, 3, 4]),
        ("Saturday to Sunday", [5, 6]),
        ("Saturday to Monday", [0, 5, 6]),
        ("Friday to Tuesday", [0, 1, 4, 5, 6]),
        ("Sunday to Saturday", [0, 1, 2, 3, 4, 5, 6]),
        ("Monday to Sunday", [0, 1, 2, 3, 4, 5, 6]),
        ("Tuesday to Monday", [0, 1, 2, 3, 4, 5, 6]),
        ("Wednesday", [2]),
        ("Monday to Monday", [0]),
    ],
)
def test_weekdays_may_go_over_the_weekend(days: str, weekdays: list[int]) -> None:
    assert calendar(f"{days} all day holidays included")["weekdays"] == weekdays


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("all day", [0, DAY]),
        ("from 09:00 to 17:00", [9 * HOUR, 17 * HOUR]),
        ("from 00:00 to 23:59", [0, DAY - MINUTE]),
        ("from 08:30 to 12:45", [8 * HOUR + 30 * MINUTE, 12 * HOUR + 45 * MINUTE]),
    ],
)
def test_hours(hours: str, expected: list[int]) -> None:
    assert calendar(f"every day {hours} holidays included")["hours"] == expected


def test_the_zone_is_its_own_or_the_policys() -> None:
    assert calendar("every day all day holidays included")["zone"] == "UTC"
    assert calendar("every day all day in Europe/Paris holidays included")["zone"] == "Europe/Paris"


@pytest.mark.parametrize(
    ("words", "countries", "dates"),
    [
        ("holidays included", [], []),
        ("except holidays of Belgium", ["Belgium"], []),
        ("except holidays of Belgium except holidays of France", ["Belgium", "France"], []),
        ("except 2026-12-24, 2026-12-31", [], ["2026-12-24", "2026-12-31"]),
        ("except holidays of France except 2026-12-24", ["France"], ["2026-12-24"]),
    ],
)
def test_holidays(words: str, countries: list[str], dates: list[str]) -> None:
    entry = calendar(f"every day all day {words}")
    assert (entry["countries"], entry["dates"]) == (countries, dates)


def test_a_calendar_that_nothing_reads_is_in_the_tree_all_the_same() -> None:
    assert [*policy(DOWNTIME, PROMISE).tree.calendars] == ["business"]
