"""Planned work after the day up to which the export tells what happened."""

from __future__ import annotations

import pytest

from tests.intake.trying import imported, outage, planned, timeline

WORK = {'cause."(planned work)"': "maintenance", "planned": "down"}


@pytest.mark.parametrize(
    ("as_of", "incidents"),
    [
        ("2026-03-10T01:59:59Z", []),
        ("2026-03-10T02:00:00Z", [("2026-03-10T02:00:00Z", None)]),
        ("2026-03-10T03:00:00Z", [("2026-03-10T02:00:00Z", None)]),
        ("2026-03-10T04:00:00Z", [("2026-03-10T02:00:00Z", "2026-03-10T04:00:00Z")]),
        ("closed", [("2026-03-10T02:00:00Z", "2026-03-10T04:00:00Z")]),
    ],
)
def test_work_that_is_still_to_come_has_a_window_and_no_incident(as_of: str, incidents: list[object]) -> None:
    made = timeline(planned(), answers={**WORK, "as_of": as_of})
    assert [(one["start"], one["end"]) for one in made["incidents"]] == incidents
    assert [(one["start"], one["end"]) for one in made["maintenance"]] == [
        ("2026-03-10T02:00:00Z", "2026-03-10T04:00:00Z")
    ]


def test_a_failure_that_lies_later_is_still_refused() -> None:
    found = imported(outage(), answers={"as_of": "2026-03-04T09:00:00Z"})
    assert found.timeline is None
    assert {finding.code for finding in found.findings if finding.severity == "error"} == {"after-as-of"}
