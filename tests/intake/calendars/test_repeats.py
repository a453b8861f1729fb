"""Rules of repeated events: those that are read, those that are refused, and never more occurrences than asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from sla_dsl.intake.calendars.repeats import Rule, occurrences, read_rule

FIRST = dt.datetime.fromisoformat("2026-03-02T10:00:00")
LAST = dt.datetime.fromisoformat("2026-12-31T00:00:00")


def rule(text: str) -> Rule:
    found = read_rule(text)
    assert isinstance(found, Rule), found
    return found


def test_a_rule_says_how_often() -> None:
    found = rule("FREQ=WEEKLY;COUNT=3")
    assert (found.parts, found.times, found.is_endless) == ("FREQ=WEEKLY", 3, False)
    days = [one.date().isoformat() for one in occurrences(found, FIRST, LAST, 10) or ()]
    assert days == ["2026-03-02", "2026-03-09", "2026-03-16"]


def test_a_rule_says_until_when_and_the_last_day_is_one_of_them() -> None:
    found = rule("FREQ=DAILY;UNTIL=20260304")
    assert found.until == dt.datetime.fromisoformat("2026-03-04T23:59:59")
    assert not found.in_utc
    assert rule("FREQ=DAILY;UNTIL=20260304T100000Z").in_utc


def test_a_rule_without_an_end_gives_no_more_than_is_asked_for() -> None:
    found = rule("FREQ=DAILY")
    assert found.is_endless
    assert len(occurrences(found, FIRST, LAST, 5) or ()) == 5


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("FREQ=HOURLY", "a rule that repeats by days, weeks, months or years"),
        ("FREQ=DAILY;BYHOUR=3", "a rule that repeats by days, weeks, months or years"),
        ("FREQ=WEEKLY;BYSETPOS=1", "a rule that repeats by days, weeks, months or years"),
        ("", "a rule that repeats by days, weeks, months or years"),
        ("FREQ=DAILY;COUNT=0", "a rule whose COUNT and INTERVAL are whole numbers"),
        ("FREQ=DAILY;INTERVAL=x", "a rule whose COUNT and INTERVAL are whole numbers"),
        ("FREQ=DAILY;UNTIL=tomorrow", "a rule whose UNTIL is a date, or a date and a time"),
        ("FREQ=DAILY;UNTIL=20260230", "a rule whose UNTIL is a date, or a date and a time"),
    ],
)
def test_what_is_no_rule(text: str, why: str) -> None:
    assert read_rule(text) == why


def test_a_rule_that_cannot_be_worked_out_gives_nothing() -> None:
    assert occurrences(rule("FREQ=MONTHLY;BYMONTHDAY=x"), FIRST, LAST, 5) is None
