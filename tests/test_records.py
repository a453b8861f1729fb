"""No record is dropped in silence: each ends as used, excluded or outside, and the counts add up.

The row numbers are those of the field's list of bad timelines, as far as it is the evaluation that answers them.
"""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from sla_dsl import evaluate, read_timeline
from tests import scenes as s
from tests.scenes import result, scenes

both = pytest.mark.parametrize("name", s.POLICIES)
KINDS = ("incidents", "maintenance", "reports", "claims", "breaches", "charges", "rates", "tickets", "pauses")


@both
def test_every_record_ends_in_one_of_three_ways(name: str) -> None:
    for scene in scenes(name):
        records = result(name, scene.timeline, scene.period).to_dict()["evidence"]["records"]
        assert list(records) == list(KINDS)
        for kind, count in records.items():
            if kind not in scene.timeline:
                assert count is None, (kind, scene)
            else:
                assert count["given"] == len(scene.timeline[kind]), (kind, scene)
                assert count["used"] + count["excluded"] + count["outside"] == count["given"], (kind, scene)


@both
def test_t04_every_incident_has_its_line_in_every_period(name: str) -> None:
    for scene in scenes(name, 60):
        rows = result(name, scene.timeline, "2026-01..2026-03").to_dict()["periods"]
        for row in rows:
            named = [incident["id"] for incident in row["incidents"]]
            assert sorted(named) == sorted(incident["id"] for incident in scene.timeline["incidents"]), scene
            assert all(incident["because"] for incident in row["incidents"]), scene


@both
def test_t04_what_counts_in_two_periods_adds_up_to_what_counts_in_both(name: str) -> None:
    """An incident over the end of a month has a part in each; the parts are seconds of the whole."""
    for scene in scenes(name, 60):
        rows = result(name, scene.timeline, "2025-11..2026-06").periods
        for incident in scene.timeline["incidents"]:
            length = s.end_of(incident, scene.timeline) - s.instant(incident["start"])
            number = next(n for n, found in enumerate(rows[0].facts.incidents) if found.id == incident["id"])
            parts = [fate.counted for row in rows for fate in row.fates.get(number, ())]
            assert sum(parts) < length + 60_000_000, (incident, scene)


def test_t12_the_lines_are_in_the_order_of_time() -> None:
    for scene in scenes("ecerium", 40):
        row = result("ecerium", scene.timeline, scene.period).to_dict()["periods"][0]
        starts = {i["id"]: s.instant(i["start"]) for i in scene.timeline["incidents"]}
        shown = [starts[incident["id"]] for incident in row["incidents"]]
        assert shown == sorted(shown)


def timeline(*incidents: dict[str, Any]) -> dict[str, Any]:
    return {"format": "sla-timeline/1", "account": "a", "incidents": list(incidents)}


def incident(number: int, start: int, end: int, **more: Any) -> dict[str, Any]:
    known = {"service": "sms_gateway", "cause": "provider_failure", "start": s.iso(start), "end": s.iso(end)}
    return {"id": f"I-{number}", **known, **more}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("service", "sms_gatway", "unknown-service"),
        ("service", "SMS Gateway", "unknown-service"),
        ("cause", "provider_failur", "unknown-cause"),
        ("cause", "fire", "unknown-cause"),
    ],
)
def test_t14_a_name_that_the_policy_does_not_know_is_refused(field: str, value: str, code: str) -> None:
    given = read_timeline(json.dumps(timeline(incident(1, 0, 1, **{field: value})))).require()
    outcome = evaluate(s.policy("ecerium"), given, ["2026-03"])
    assert outcome.value is None
    assert [(f.code, f.field) for f in outcome.findings] == [(code, f"incidents[0].{field}")]
    assert outcome.findings[0].repair


def test_t14_everything_that_is_wrong_is_told_at_once() -> None:
    wrong = timeline(incident(1, 0, 1, cause="fire"), incident(2, 0, 1), incident(3, 0, 1, service="sms_gatway"))
    wrong["charges"] = [{"period": "2026", "what": "monthly_fe", "amount": "1", "currency": "EUR"}]
    wrong["tickets"] = [{"id": "T", "priority": "urgentt", "opened": "2026-03-04T10:00:00Z"}]
    outcome = evaluate(s.policy("ecerium"), read_timeline(json.dumps(wrong)).require(), ["2026-3", "2026-03"])
    assert {f.field for f in outcome.findings} >= {
        "incidents[0].cause",
        "incidents[2].service",
        "charges[0].what",
        "charges[0].period",
        "tickets[0].priority",
    }
    assert any("2026-3" in f.message for f in outcome.findings)


def test_t14_another_service_is_elsewhere_and_noted() -> None:
    given = timeline(incident(1, 0, 1, service="billing"), incident(2, 0, 1, service="mail"))
    found = result("ecerium", given, "2026-03").to_dict()
    assert [row["verdict"] for row in found["periods"][0]["incidents"]] == ["elsewhere", "elsewhere"]
    assert any("billing" in note and "mail" in note for note in found["notes"])


def seconds_for(number: int, overlap: bool) -> float:
    """The time to evaluate so many incidents: all within each other, or each touching the next."""
    start = s.instant("2026-03-01T00:00:00Z")
    step = 60_000_000
    many = [incident(n, start + n * step, start + (2 * number - n if overlap else n + 1) * step) for n in range(number)]
    given = read_timeline(json.dumps(timeline(*many))).require()
    began = time.perf_counter()
    assert evaluate(s.policy("ecerium"), given, ["2026-03"]).require().periods[0].measures
    return time.perf_counter() - began


@pytest.mark.parametrize("overlap", [True, False])
def test_t13_four_times_the_incidents_take_about_four_times_as_long(overlap: bool) -> None:
    """Within a factor of three of that, since a busy machine tells no better; sixteen would be quadratic."""
    seconds_for(100, overlap)
    few = min(seconds_for(2_000, overlap) for _ in range(3))
    many = min(seconds_for(8_000, overlap) for _ in range(3))
    assert many < 12 * few
