"""A timeline written as plain data is read back as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sla_dsl import load_timelines, read_timeline
from sla_dsl.evidence.plain import plain_timeline
from sla_dsl.evidence.timeline import Charge, Incident, Timeline, Window

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = ["accounts.jsonl", "ecerium.json", "ezcnam.json", "support.json", "tables"]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Brussels", "America/St_Johns"])
@pytest.mark.parametrize("name", FILES)
def test_what_is_written_is_read_back(name: str, zone: str) -> None:
    found = [outcome.value for outcome in load_timelines(EXAMPLES / name, zone=zone) if outcome.value is not None]
    assert found
    for timeline in found:
        text = json.dumps(plain_timeline(timeline, zone))
        assert read_timeline(text).require().digest() == timeline.digest()


def test_what_is_not_known_is_left_out() -> None:
    unsure = Timeline(
        "a",
        incidents=(Incident("I", "s", 0, 1, None),),
        maintenance=(Window("M", "s", None, False, 0, 1), Window("N", "s", None, True, 0, 1)),
    )
    plain = plain_timeline(unsure, "UTC")
    assert set(plain) == {"format", "account", "incidents", "maintenance"}
    assert "cause" not in plain["incidents"][0]
    assert [window.get("announced", "unknown") for window in plain["maintenance"]] == ["unknown", None]


def test_amounts_are_decimals() -> None:
    from fractions import Fraction

    timeline = Timeline("a", charges=(Charge("2026-03", "fee", Fraction(1, 8), "EUR"),))
    assert plain_timeline(timeline, "UTC")["charges"][0]["amount"] == "0.125"
