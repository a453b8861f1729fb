from __future__ import annotations

import datetime as dt

import pytest

from sla_dsl.evaluation.deadlines import Within, due, last_instant
from sla_dsl.values.calendars import BusinessCalendar
from tests.evaluation.making import DAY, HOUR, at

OFFICE = BusinessCalendar((0, 1, 2, 3, 4), 9 * HOUR, 17 * HOUR, "UTC", frozenset({dt.date(2026, 3, 9)}))
NEVER = BusinessCalendar((), 9 * HOUR, 17 * HOUR, "UTC", frozenset())
BRUSSELS = "Europe/Brussels"


@pytest.mark.parametrize(
    ("within", "event", "expected", "last"),
    [
        pytest.param(Within("elapsed", 2 * HOUR), "04 23:00", "05 01:00", "05 01:00", id="hours, over midnight"),
        pytest.param(Within("elapsed", 0), "04 23:00", "04 23:00", "04 23:00", id="no time at all"),
        pytest.param(Within("days", 1), "04 10:00", "06 00:00", "05 23:59:59.999999", id="one day"),
        pytest.param(Within("days", 0), "04 10:00", "05 00:00", "04 23:59:59.999999", id="the same day"),
        pytest.param(Within("days", 30), "04 00:00", "2026-04-04 00:00", "2026-04-03 23:59:59.999999", id="30 days"),
        pytest.param(
            Within("days", 30), "04 23:59", "2026-04-04 00:00", "2026-04-03 23:59:59.999999", id="whatever the hour"
        ),
        pytest.param(Within("business", 2 * HOUR, OFFICE), "04 10:00", "04 12:00", "04 12:00", id="in the hours"),
        pytest.param(Within("business", 2 * HOUR, OFFICE), "06 16:00", "10 10:00", "10 10:00", id="over a holiday"),
        pytest.param(Within("business days", 1, OFFICE), "06 10:00", "10 17:00", "10 17:00", id="a working day"),
        pytest.param(Within("business days", 5, OFFICE), "04 10:00", "12 17:00", "12 17:00", id="five working days"),
    ],
)
def test_due_and_the_last_instant_in_time(within: Within, event: str, expected: str, last: str) -> None:
    assert due(at(event), within, "UTC") == at(expected)
    assert last_instant(at(event), within, "UTC") == at(last)


def test_days_are_those_of_the_zone() -> None:
    # 4 March 23:30 UTC is the fifth in Brussels; the clocks change on the 29th.
    assert due(at("04 23:30"), Within("days", 1), BRUSSELS) == at("06 23:00")
    assert due(at("27 12:00"), Within("days", 1), BRUSSELS) == at("28 23:00")
    assert due(at("27 12:00"), Within("days", 2), BRUSSELS) == at("29 22:00")


def test_elapsed_time_takes_no_notice_of_the_clocks() -> None:
    assert due(at("28 23:30"), Within("elapsed", 24 * HOUR), BRUSSELS) == at("29 23:30")


@pytest.mark.parametrize("kind", ["business", "business days"])
def test_a_calendar_that_never_opens_never_gets_there(kind: str) -> None:
    within = Within(kind, 1, NEVER)  # type: ignore[arg-type]
    assert due(at("04 10:00"), within, "UTC") is None
    assert last_instant(at("04 10:00"), within, "UTC") is None


@pytest.mark.parametrize("kind", ["business", "business days"])
def test_business_time_without_a_calendar_is_a_defect(kind: str) -> None:
    with pytest.raises(ValueError, match="calendar"):
        due(at("04 10:00"), Within(kind, 1), "UTC")  # type: ignore[arg-type]


def test_a_day_of_a_deadline_is_not_24_hours_where_the_clocks_change() -> None:
    before, after = due(at("27 12:00"), Within("days", 1), BRUSSELS), due(at("28 12:00"), Within("days", 1), BRUSSELS)
    assert before is not None
    assert after is not None
    assert after - before == DAY - HOUR
