"""`sla explain`: the tree of reasons, and the way of one incident."""

from __future__ import annotations

import json

from tests.faces.running import MARCH, assert_golden, incident, printed, sla, timeline


def test_the_whole_explanation() -> None:
    assert_golden("explain.txt", printed("explain", "mail.sla", "acme.json", *MARCH))


def test_every_line_of_a_tree_has_its_clause() -> None:
    for line in printed("explain", "mail.sla", "acme.json", *MARCH).splitlines():
        if line.lstrip("│ ").startswith(("├─", "└─")) and "without an incident" not in line:
            assert "§ " in line, line


def test_an_assumption_is_told_in_full_once() -> None:
    text = printed("explain", "mail.sla", "acme.json", *MARCH)
    assert text.count("(assumed: the minute in which it began counts whole)") == 1


def test_the_way_of_one_incident() -> None:
    assert_golden("explain-incident.txt", printed("explain", "mail.sla", "acme.json", *MARCH, "--incident", "I-2"))


def test_an_incident_of_another_period_is_said_to_lie_outside() -> None:
    text = printed("explain", "mail.sla", "acme.json", *MARCH, "--incident", "I-4")
    assert "I-4: Mail was down because of Failure\n" in text
    assert "it lies outside this period" in text


def test_an_incident_is_shown_in_each_period_that_it_touches() -> None:
    long = incident(id="I-1", start="2026-02-28T23:00:00+01:00", end="2026-03-01T01:00:00+01:00")
    text = printed("explain", "mail.sla", "-", "--incident", "I-1", given=json.dumps(timeline(incidents=[long])))
    assert text.count("I-1: Mail was down") == 2
    assert "so 1 hour of it counts (§ 1)" in text


def test_an_incident_that_is_not_there() -> None:
    done = sla("explain", "mail.sla", "acme.json", "--incident", "I-22")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "There is no incident 'I-22' in the timeline of acme. Did you mean 'I-2'?" in done.stderr


def test_unknown_facts_are_told_as_such() -> None:
    plain = timeline(incidents=[{k: v for k, v in incident().items() if k != "cause"}], reports=None)
    text = printed("explain", "mail.sla", "-", *MARCH, given=json.dumps(plain))
    assert "cannot be decided without" in text
    assert "not known" in text


def test_a_quiet_month() -> None:
    text = printed("explain", "mail.sla", "-", *MARCH, given=json.dumps(timeline(incidents=[], reports=[])))
    assert "No credit is due: no row of the table applies to Uptime (100 %) (§ 4)" in text
    assert "└─ 743 hours: without an incident" in text


def test_hundreds_of_incidents_are_drawn_without_recursion() -> None:
    times = [f"2026-03-{day:02d}T{hour:02d}" for day in range(1, 29) for hour in range(24)]
    many = [
        incident(id=f"I-{n}", start=f"{t}:00:00+01:00", end=f"{t}:00:10+01:00", cause="failure")
        for n, t in enumerate(times)
    ]
    plain = timeline(incidents=many, reports=[])
    text = printed("explain", "mail.sla", "-", *MARCH, given=json.dumps(plain))
    assert "I-671, 2026-03-28 23:00 to 23:00:10 (10 s)" in text
    assert text.count("2026-03-28 23:00 to ") >= 3
