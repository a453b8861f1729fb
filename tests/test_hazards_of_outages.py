"""The hazards of outages: minimum durations, part minutes, exclusions, denominators, outages near each other.

The numbers in the names are those of the field's list, as in `test_hazards.py`.
"""

from __future__ import annotations

import pytest

from tests.hazards import DOWN, FAILED, ONE, come_out, down, result, row

COUNT = "Count means the number of outages of Downtime.\n"


FIVE = "An outage counts as Downtime only if it lasts at least 5 min, and then in full.\n"


def test_h12_the_minimum_is_of_the_whole_outage_before_the_month_is_cut() -> None:
    given = f"{FAILED} 2026-03-31 23:57 to 2026-04-01 00:03"
    come_out(DOWN + ONE + FIVE, f"{given}; Downtime is 3 min")
    come_out(DOWN + ONE + FIVE, f"{given}; Downtime is 3 min", within="2026-04")


def test_h12_the_minimum_is_of_what_is_joined_and_before_exclusions() -> None:
    joined = f"{FAILED} 2026-03-04 10:00 to 10:03, {FAILED} 2026-03-04 10:03 to 10:05"
    breach = (
        "Time within Breach does not count as Downtime.\nBreach means the time in which the customer is in breach.\n"
    )
    come_out(
        DOWN + ONE + FIVE + breach,
        f"{joined}; Downtime is 5 min",
        f"{joined}, a breach from 2026-03-04 10:01 to 10:05; Downtime is 1 min",
        f"{FAILED} 2026-03-04 10:00 to 10:03, {FAILED} 2026-03-04 10:03:00.000001 to 10:05; Downtime is 0 min",
    )


def test_h12_for_the_excess_only_what_is_over_the_minimum_counts() -> None:
    excess = "An outage counts as Downtime only if it lasts more than 5 min, and then for the excess.\n"
    come_out(
        DOWN + ONE + excess,
        f"{FAILED} 2026-03-04 10:00 to 10:05; Downtime is 0 min",
        f"{FAILED} 2026-03-04 10:00 to 10:05:00.000001; Downtime is 0.000001 s",
        f"{FAILED} 2026-03-04 10:00 to 10:08, {FAILED} 2026-03-04 10:06 to 10:11; Downtime is 6 min",
        f"{FAILED} 2026-03-04 10:00 to 10:08, {FAILED} 2026-03-05 10:00 to 10:08; Downtime is 6 min",
        f"{FAILED} 2026-02-28 23:57 to 2026-03-01 00:10; Downtime is 8 min",
    )


@pytest.mark.parametrize(
    ("rounding", "downtime"),
    [
        ("", "3 min"),
        ("The total of Downtime is rounded down to the minute.\n", "3 min"),
        ("Each outage of Downtime is rounded down to the minute.\n", "2 min"),
        ("Each outage of Downtime is rounded up to the minute.\n", "4 min"),
        ("Each outage of Downtime is rounded to the nearest minute, halves up.\n", "3 min"),
        ("Each incident of Downtime runs from the start of its minute until the end of its minute.\n", "4 min"),
    ],
)
def test_h13_part_minutes_of_59_60_and_61_seconds(rounding: str, downtime: str) -> None:
    days = ("04 10:00:00 to 10:00:59", "05 10:00:00 to 10:01:00", "06 10:00:00 to 10:01:01")
    given = ", ".join(f"{FAILED} 2026-03-{day}" for day in days)
    come_out(DOWN + ONE + rounding, f"{given}; Downtime is {downtime}")


def test_h14_exclusions_that_overlap_are_taken_out_once() -> None:
    rules = """Downtime means the time in which Api is down because of Failure or Work.
An incident because of Work within Planned does not count as Downtime.
Time within Breach does not count as Downtime.
Planned means the maintenance announced before it starts.
Breach means the time in which the customer is in breach.
"""
    work = "an incident on Api because of Work from 2026-03-04 10:00 to 11:00"
    window = "maintenance on Api from 2026-03-04 10:10 to 10:30 announced at 2026-03-01 10:00"
    come_out(
        rules,
        f"{work}, {window}; Downtime is 40 min",
        f"{work}, {window}, a breach from 2026-03-04 10:20 to 10:40; Downtime is 30 min",
        f"{work}, {window}, a breach from 2026-03-04 10:10 to 10:30; Downtime is 40 min",
        f"{work}, {window}, a breach from 2026-03-04 10:30 to 10:40; Downtime is 30 min",
        f"{work}, {window}, a breach from 2026-03-04 09:00 to 12:00; Downtime is 0 min",
        f"{work}, {window}, {window.replace('10:10', '10:15')}; Downtime is 40 min",
    )


def test_h15_whether_excluded_time_is_in_the_denominator_is_written() -> None:
    rules = """Downtime means the time in which Api is down because of Failure.
Breach means the time in which the customer is in breach.
Time within Breach does not count as Downtime.
Of All means 100 % minus Downtime divided by the length of the period.
Of The Rest means 100 % minus Downtime divided by (the length of the period minus Breach).
"""
    come_out(
        rules,
        f"a breach from 2026-03-01 00:00 to 2026-03-16 12:00, {FAILED} 2026-03-20 00:00 to 2026-03-21 00:00; "
        "Of All is 100 % minus 1 day divided by 31 days, Of The Rest is 100 % minus 1 day divided by 15.5 days",
    )


def test_h16_in_a_period_that_is_excluded_whole_uptime_does_not_exist() -> None:
    rules = """Downtime means the time in which Api is down because of Failure.
Breach means the time in which the customer is in breach.
Time within Breach does not count as Downtime.
Uptime means 100 % minus Downtime divided by (the length of the period minus Breach).
The provider guarantees that Uptime is at least 99.9 %.
Rebate is a credit on Fee, by the last row that applies to Uptime: less than 99.9 % gives 10 %.
Rebate is rounded to the nearest cent, halves up.
"""
    breaches = [{"start": "2026-02-20T00:00:00Z", "end": "2026-04-01T00:00:00Z", "what": "unpaid"}]
    found = row(result(rules, "2026-03", breaches=breaches))
    assert (found["guarantees"]["uptime"], found["credits"][0]["status"]) == ("unknown", "unknown")
    assert found["measures"]["uptime"]["ratio"] is None
    assert any("division by nothing" in need for need in found["credits"][0]["needs"])


def test_h17_a_third_is_exactly_a_third() -> None:
    thirds = "Third means Downtime divided by 3.\nMean means Third plus Third plus Third.\n"
    come_out(DOWN + thirds, f"{FAILED} 2026-03-04 10:00 to 10:00:01; Mean is 1 s, Third is 1 s divided by 3")


def test_h18_rounding_each_outage_is_not_rounding_the_total() -> None:
    two = f"{FAILED} 2026-03-04 10:00 to 10:00:30, {FAILED} 2026-03-05 10:00 to 10:00:30"
    nearest = "rounded to the nearest minute, halves up.\n"
    come_out(DOWN + ONE + "Each outage of Downtime is " + nearest, f"{two}; Downtime is 2 min")
    come_out(DOWN + ONE + "The total of Downtime is " + nearest, f"{two}; Downtime is 1 min")


@pytest.mark.parametrize(
    ("join", "total", "count", "longest"),
    [
        ("at most 10 min apart are one outage, with the time between", "35 min", 2, "25 min"),
        ("at most 10 min apart are one outage, without the time between", "25 min", 2, "15 min"),
        ("less than 10 min apart are one outage, with the time between", "25 min", 3, "10 min"),
        ("less than 10 min apart are one outage, without the time between", "25 min", 3, "10 min"),
    ],
)
def test_h02_near_incidents_with_and_without_the_time_between(join: str, total: str, count: int, longest: str) -> None:
    rules = f"{DOWN}Incidents of Downtime {join}.\n{COUNT}Longest means the longest outage of Downtime.\n"
    days = ("04 10:00 to 10:05", "04 10:15 to 10:25", "04 10:35:00.000001 to 10:45:00.000001")
    given = ", ".join(f"{FAILED} 2026-03-{day}" for day in days)
    come_out(rules, f"{given}; Downtime is {total}, Count is {count}, Longest is {longest}")


def test_h02_the_time_between_can_be_excused_only_by_a_rule_for_any_time() -> None:
    rules = DOWN + "Incidents of Downtime at most 10 min apart are one outage, with the time between.\n"
    breach = (
        "Breach means the time in which the customer is in breach.\nTime within Breach does not count as Downtime.\n"
    )
    two = f"{FAILED} 2026-03-04 10:00 to 10:05, {FAILED} 2026-03-04 10:15 to 10:20"
    come_out(rules, f"{two}; Downtime is 20 min")
    come_out(rules + breach, f"{two}, a breach from 2026-03-04 10:07 to 10:12; Downtime is 15 min")


def test_h12_a_minimum_with_near_incidents_is_of_the_time_that_counts() -> None:
    rules = DOWN + "Incidents of Downtime at most 10 min apart are one outage, {} the time between.\n"
    least = "An outage counts as Downtime only if it lasts at least 15 min, and then in full.\n"
    two = f"{FAILED} 2026-03-04 10:00 to 10:05, {FAILED} 2026-03-04 10:10 to 10:15"
    come_out(rules.format("with") + least, f"{two}; Downtime is 15 min")
    come_out(rules.format("without") + least, f"{two}; Downtime is 0 min")


def test_h14_the_work_on_one_service_excuses_no_other() -> None:
    rules = """Downtime means the time in which any of Api and Site are down because of Failure or Work.
Planned means the maintenance announced before it starts.
An incident because of Work within Planned does not count as Downtime.
"""
    on_api = "an incident on Api because of Work from 2026-03-04 10:00 to 11:00"
    on_site = on_api.replace("on Api", "on Site")
    window = "maintenance on {} from 2026-03-04 10:00 to 11:00 announced at 2026-03-01 10:00"
    come_out(
        rules,
        f"{on_api}, {window.format('Api')}; Downtime is 0 min",
        f"{on_api}, {window.format('Site')}; Downtime is 60 min",
        f"{on_api}, {on_site}, {window.format('Api')}; Downtime is 60 min",
        f"{on_api}, {on_site}, {window.format('Api')}, {window.format('Site')}; Downtime is 0 min",
    )


EXCUSED = """Downtime means the time in which Api is down because of Failure or Work.
Planned means the maintenance announced before it starts.
An incident because of Work within Planned does not count as Downtime.
Each incident of Downtime is an outage of its own.
Count means the number of outages of Downtime.
Longest means the longest outage of Downtime.
"""


@pytest.mark.parametrize("rounding", ["", "Each outage of Downtime is rounded up to the minute.\n"])
def test_h14_h18_an_excused_incident_is_no_outage_however_much_counts_while_it_lasts(rounding: str) -> None:
    work = "an incident on Api because of Work from 2026-03-04 10:00 to 11:00"
    window = "maintenance on Api from 2026-03-04 10:00 to 11:00 announced at 2026-03-01 10:00"
    ten = f"{FAILED} 2026-03-04 10:30 to 10:40"
    two = f"{FAILED} 2026-03-04 10:00 to 10:20, {FAILED} 2026-03-04 10:20 to 10:40"
    come_out(
        EXCUSED + rounding,
        f"{work}, {window}, {ten}; Downtime is 10 min, Count is 1, Longest is 10 min",
        f"{work}, {window}, {two}; Downtime is 40 min, Count is 2, Longest is 20 min",
        f"{work}, {window}; Downtime is 0 min, Count is 0, Longest is 0 min",
    )


def test_h15_outside_service_hours_nothing_counts() -> None:
    rules = """Business means Monday to Friday from 09:00 to 17:00 except 2026-03-06.
Downtime means the time in which Api is down because of Failure within Business.
"""
    come_out(
        rules,
        f"{FAILED} 2026-03-04 16:00 to 2026-03-05 10:00; Downtime is 2 hours",
        f"{FAILED} 2026-03-06 00:00 to 2026-03-09 00:00; Downtime is 0 min",
        f"{FAILED} 2026-03-27 16:30 to 2026-03-30 09:30; Downtime is 1 hour",
        zone="Europe/Brussels",
    )
    found = row(result(rules, "2026-03", incidents=[down("2026-03-04T16:00:00Z", "2026-03-05T10:00:00Z")]))
    assert {part["bucket"] for part in found["ledger"]["downtime"]} == {"counted", "outside_service_hours", "up"}
