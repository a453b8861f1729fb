"""The hazards of time: overlaps, edges, clocks, lengths of periods, what is not known.

The numbers in the names (h01 to h35) are those of the field's list of money and time hazards.  What is about
outages and exclusions is in `test_hazards_of_outages.py`, money in `test_hazards_of_money.py` and claims in
`test_hazards_of_claims.py`.
"""

from __future__ import annotations

import json

import pytest

from sla_dsl import read_timeline
from tests.hazards import DOWN, FAILED, ONE, UPTIME, codes, come_out, down, result, row

COUNT = "Count means the number of outages of Downtime.\n"


def test_h01_what_overlaps_counts_once() -> None:
    come_out(DOWN, f"{FAILED} 2026-03-04 10:00 to 10:10, {FAILED} 2026-03-04 10:05 to 10:15; Downtime is 15 min")


def test_h02_touching_incidents_are_one_time_and_stay_two_incidents_unless_they_are_joined() -> None:
    two = f"{FAILED} 2026-03-04 10:00 to 10:05, {FAILED} 2026-03-04 10:05 to 10:10"
    apart = "Each incident of Downtime is an outage of its own.\n"
    come_out(DOWN + apart + COUNT, f"{two}; Downtime is 10 min, Count is 2")
    come_out(DOWN + ONE + COUNT, f"{two}; Downtime is 10 min, Count is 1")


def test_h03_the_edge_of_a_row_is_in_or_out_as_it_says() -> None:
    rules = DOWN + ONE + "Allowed means 30 min.\nRebate is a credit on Fee, by the one row that applies to Downtime: "
    rows = "at most 10 min gives 0 %, more than 10 min but less than 20 min gives 5 %, at least 20 min gives 10 %.\n"
    given = "Fee of 100 EUR, an incident on Api because of Failure from 2026-03-04 10:00:00 to"
    come_out(
        rules + rows + "Rebate is rounded to the nearest cent, halves up.\n",
        f"{given} 10:10:00; Rebate is none",
        f"{given} 10:10:00.000001; Rebate is 5 %",
        f"{given} 10:19:59.999999; Rebate is 5 %",
        f"{given} 10:20:00; Rebate is 10 %",
    )


@pytest.mark.parametrize(
    ("zone", "period", "hours"),
    [
        ("Europe/Paris", "2026-03", "743"),
        ("Europe/Paris", "2026-10", "745"),
        ("Australia/Lord_Howe", "2026-04", "720.5"),
        ("Australia/Lord_Howe", "2026-10", "743.5"),
        ("Antarctica/Troll", "2026-03", "742"),
        ("Antarctica/Troll", "2026-10", "746"),
        ("Africa/Casablanca", "2024-03", "745"),
        ("Africa/Casablanca", "2024-04", "719"),
        ("Pacific/Apia", "2011-12", "720"),
        ("UTC", "2026-03", "744"),
    ],
)
def test_h04_a_month_has_the_hours_that_its_clocks_show(zone: str, period: str, hours: str) -> None:
    found = row(result("Whole means the length of the period.\n", period, zone=zone))
    assert found["measures"]["whole"]["seconds"] == round(float(hours) * 3600)
    assert sum(part["seconds"] for ledger in found["ledger"].values() for part in ledger) == 0


@pytest.mark.parametrize(
    ("zone", "period", "start"),
    [
        ("America/Asuncion", "2023-10", "2023-10-01T01:00:00-03:00"),
        ("Asia/Amman", "2016-04", "2016-04-01T01:00:00+03:00"),
        ("America/Havana", "2015-11", "2015-11-01T00:00:00-04:00"),
        ("America/Havana", "2020-11", "2020-11-01T00:00:00-04:00"),
    ],
)
def test_h05_a_month_begins_after_a_gap_and_with_the_earlier_of_two(zone: str, period: str, start: str) -> None:
    found = row(result("Whole means the length of the period.\n", period, zone=zone))
    assert found["start"] == start


def test_h05_the_hour_that_is_shown_twice_is_in_one_month() -> None:
    rules = {"zone": "America/Havana", "incidents": [down("2020-11-01T03:30:00Z", "2020-11-01T06:30:00Z")]}
    parts = [row(result(DOWN, period, **rules)) for period in ("2020-10", "2020-11")]  # type: ignore[arg-type]
    assert [part["measures"]["downtime"]["seconds"] for part in parts] == [1800, 9000]


def test_h06_an_incident_over_the_end_of_a_month_is_in_both_and_adds_up() -> None:
    given = f"{FAILED} 2026-03-31 23:50 to 2026-04-01 00:10:00.000001"
    come_out(DOWN, f"{given}; Downtime is 10 min")
    come_out(DOWN, f"{given}; Downtime is 10 min 0.000001 s", within="2026-04")


@pytest.mark.parametrize(
    ("as_of", "seconds", "unobserved"),
    [
        ("2026-03-04T11:00:00Z", 3600, (31 * 24 - 83) * 3600),
        ("2026-04-02T00:00:00Z", (31 * 24 - 82) * 3600, 0),
    ],
)
def test_h07_what_still_goes_on_counts_up_to_the_end_of_the_record(as_of: str, seconds: int, unobserved: int) -> None:
    open_ended = [down("2026-03-04T10:00:00Z", None)]
    found = result(DOWN + UPTIME, "2026-03", incidents=open_ended, as_of=as_of)
    ledger = {part["bucket"]: part["seconds"] for part in row(found)["ledger"]["downtime"]}
    assert row(found)["measures"]["downtime"]["seconds"] == ledger["counted"] == seconds
    assert ledger.get("not_observed", 0) == unobserved
    assert any("provisional" in note for note in found.to_dict()["notes"]) == bool(unobserved)


def test_h07_a_period_after_the_record_is_not_observed_at_all() -> None:
    found = result(DOWN, "2026-04", incidents=[down("2026-03-04T10:00:00Z", None)], as_of="2026-03-04T11:00:00Z")
    assert [part["bucket"] for part in row(found)["ledger"]["downtime"]] == ["not_observed"]
    assert any("nothing of it is observed" in note for note in found.to_dict()["notes"])


def test_h07_without_an_end_of_the_record_it_is_refused() -> None:
    timeline = {"format": "sla-timeline/1", "account": "a", "incidents": [down("2026-03-04T10:00:00Z", None)]}
    assert [f.code for f in read_timeline(json.dumps(timeline)).findings] == ["open-end-without-as-of"]


def test_h08_no_length_is_no_time_and_backwards_is_refused() -> None:
    moment = "2026-03-04T10:00:00Z"
    found = row(result(DOWN, "2026-03", incidents=[down(moment, moment)]))
    assert (found["measures"]["downtime"]["seconds"], found["incidents"][0]["verdict"]) == (0, "excluded")
    timeline = {"format": "sla-timeline/1", "account": "a", "incidents": [down(moment, "2026-03-04T09:59:59Z")]}
    assert [f.code for f in read_timeline(json.dumps(timeline)).findings] == ["end-before-start"]


@pytest.mark.parametrize(
    ("text", "zone", "right"),
    [
        ("2026-03-04T10:00:00", None, False),
        ("2026-03-04T10:00:00", "Europe/Brussels", True),
        ("2024-03-31T02:30:00", "Europe/Brussels", False),
        ("2024-10-27T02:30:00", "Europe/Brussels", False),
        ("2024-10-27T02:30:00+02:00", "Europe/Brussels", True),
        ("2016-12-31T23:59:60Z", None, False),
        ("2016-12-31T24:00:00Z", None, False),
        ("2026-03-04T10:00:00-00:00", None, False),
    ],
)
def test_h09_a_time_that_is_not_one_instant_is_refused(text: str, zone: str | None, right: bool) -> None:
    timeline = {"format": "sla-timeline/1", "account": "a", "incidents": [down(text, "2026-12-04T10:00:00Z")]}
    assert (read_timeline(json.dumps(timeline), "", zone).value is not None) == right


def test_h10_one_id_for_two_incidents_is_refused() -> None:
    twice = [down("2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z"), down("2026-03-05T10:00:00Z", "2026-03-05T11:00:00Z")]
    timeline = {"format": "sla-timeline/1", "account": "a", "incidents": twice}
    assert [f.code for f in read_timeline(json.dumps(timeline)).findings] == ["double-id"]


@pytest.mark.parametrize(
    ("period", "days"),
    [("2023-02", 28), ("2024-02", 29), ("2100-02", 28), ("2000-02", 29), ("2026-04", 30), ("2026-01", 31)],
)
def test_h11_months_have_their_own_lengths(period: str, days: int) -> None:
    found = row(result("Whole means the length of the period.\n", period))
    assert found["measures"]["whole"]["seconds"] == days * 86_400


def test_h22_what_is_just_under_a_threshold_is_not_shown_as_if_it_had_reached_it() -> None:
    rules = DOWN + UPTIME + "The provider guarantees that Uptime is at least 99.95 %.\n"
    # 0.05 % of 31 days is 1339.2 s; a microsecond more is under the threshold by less than the six places shown.
    incident = down("2026-03-04T10:00:00Z", "2026-03-04T10:22:19.200001Z")
    found = row(result(rules, "2026-03", incidents=[incident]))
    assert found["guarantees"]["uptime"] == "missed"
    assert found["measures"]["uptime"]["percent"] == "99.949999"


@pytest.mark.parametrize(
    ("kind", "period", "hours"),
    [("quarter", "2026-Q1", 90 * 24), ("quarter", "2024-Q1", 91 * 24), ("year", "2028", 366 * 24)],
)
def test_h04_quarters_and_years_are_periods_too(kind: str, period: str, hours: int) -> None:
    incident = down("2023-12-31T23:00:00Z", "2030-01-01T00:00:00Z")
    found = row(result(DOWN + "Whole means the length of the period.\n", period, kind=kind, incidents=[incident]))
    assert found["measures"]["downtime"]["seconds"] == found["measures"]["whole"]["seconds"] == hours * 3600


def test_h04_a_quarter_in_a_zone_has_its_clock_change() -> None:
    found = row(result("Whole means the length of the period.\n", "2026-Q1", zone="Europe/Brussels", kind="quarter"))
    assert found["measures"]["whole"]["seconds"] == (90 * 24 - 1) * 3600
    year = row(result("Whole means the length of the period.\n", "2026", zone="Europe/Brussels", kind="year"))
    assert year["measures"]["whole"]["seconds"] == 365 * 24 * 3600


def test_h29_a_cause_that_nobody_named_gives_a_range() -> None:
    incidents = [
        down("2026-03-04T10:00:00Z", "2026-03-04T10:30:00Z"),
        down("2026-03-04T10:20:00Z", "2026-03-04T10:50:00Z", None, id="B"),
    ]
    other = "An incident because of Other does not count as Downtime.\n"
    found = row(result(DOWN + other + UPTIME, "2026-03", incidents=incidents))
    downtime = found["measures"]["downtime"]
    assert (downtime["seconds"], downtime["least"]["seconds"], downtime["most"]["seconds"]) == (None, 1800, 3000)
    assert downtime["needs"] == ["the cause of incident B"]
    ledger = {part["bucket"]: part["seconds"] for part in found["ledger"]["downtime"]}
    assert (ledger["counted"], ledger["undecided"]) == (1800, 1200)


def test_h29_whatever_the_cause_needs_none() -> None:
    rules = "Downtime means the time in which Api is down.\n"
    found = row(result(rules, "2026-03", incidents=[down("2026-03-04T10:00:00Z", "2026-03-04T10:30:00Z", None)]))
    assert found["measures"]["downtime"]["seconds"] == 1800


def test_h30_a_result_names_what_it_was_made_with() -> None:
    found = result(DOWN, "2026-03").to_dict()
    assert found["policy"]["digest"].startswith("sha256:")
    assert found["evidence"]["digest"].startswith("sha256:")
    assert set(found["versions"]) >= {"language", "tzdata"}


def test_h24_a_choice_that_is_open_is_refused() -> None:
    assert "open-choice" in codes(DOWN + "An outage counts as Downtime only if it lasts more than 60 s.\n" + ONE)
    assert "open-choice" in codes(DOWN + "The total of Downtime is rounded to the nearest minute.\n")
