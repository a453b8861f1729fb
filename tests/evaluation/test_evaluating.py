from __future__ import annotations

import pytest

from sla_dsl.evaluation.evaluating import asked_for, evaluate, touched_periods
from sla_dsl.evidence.facts import facts_of
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.values.periods import PeriodKind
from tests.evaluation.making import CREDIT, charge, incident, policy, ticket, timeline

PLAN = policy(CREDIT).plan


def asked(*texts: str, kind: PeriodKind = "month") -> tuple[list[str], list[str]]:
    periods, findings = asked_for(texts, kind)
    return [p.name for p in periods], [f.code for f in findings]


@pytest.mark.parametrize(
    ("texts", "kind", "names"),
    [
        (("2026-03",), "month", ["2026-03"]),
        (("2026-03", "2026-01"), "month", ["2026-03", "2026-01"]),
        (("2026-03", "2026-03"), "month", ["2026-03"]),
        (("2026-01..2026-03",), "month", ["2026-01", "2026-02", "2026-03"]),
        (("2026-02", "2026-01..2026-03"), "month", ["2026-02", "2026-01", "2026-03"]),
        (("2026-Q4..2027-Q1",), "quarter", ["2026-Q4", "2027-Q1"]),
        (("2026",), "year", ["2026"]),
        ((), "month", []),
    ],
)
def test_the_periods_asked_for(texts: tuple[str, ...], kind: PeriodKind, names: list[str]) -> None:
    assert asked(*texts, kind=kind) == (names, [])


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-Q1", "2026", "March", "", "..", "2026-03..", "2026-03..2026-01", "2026-03...2026-04"]
)
def test_what_is_no_period_is_told(text: str) -> None:
    assert asked("2026-03", text) == (["2026-03"], ["wrong-period"])


def test_all_that_are_none_are_told_with_the_right_form() -> None:
    _, findings = asked_for(("x", "y"), "quarter")
    assert [f.message for f in findings] == [
        f"{text} is not a quarter, and the policy's period is each calendar quarter." for text in "xy"
    ]
    assert findings[0].repair == "Write it like this: 2026-Q1, or a range: 2026-Q1..2026-Q3."


def test_too_many_periods_are_refused() -> None:
    _, codes = asked("1970-01..2060-12", "2061-01..2075-12")
    assert codes == ["too-many-periods"]
    assert asked("1970-01..2069-12")[1] == []


# ---------------------------------------------------------------- evaluating


def evaluated(line: Timeline, *periods: str) -> tuple[list[str] | None, list[str]]:
    """The names of the periods of the result, and the codes of the findings."""
    result, findings = evaluate(PLAN, line, periods)
    return None if result is None else [p.name for p in result.periods], [f.code for f in findings]


def test_with_periods_these_are_evaluated_and_no_others() -> None:
    assert evaluated(timeline(incident("04 10:00-11:00")), "2026-05", "2026-03") == (["2026-05", "2026-03"], [])


def test_without_periods_all_that_the_timeline_touches() -> None:
    line = timeline(incident("04 10:00-11:00"), charges=[charge("5", period="2026-06")], tickets=None)
    assert evaluated(line) == (["2026-03", "2026-06"], [])
    assert evaluated(timeline()) == ([], [])


def test_a_timeline_that_touches_too_many_periods_is_refused() -> None:
    line = timeline(incident("1980-01-01 00:00 - 2199-12-31 00:00"))
    assert evaluated(line) == (None, ["too-many-periods"])
    assert evaluated(line, "2026-03") == (["2026-03"], [])


def test_touched_periods_of_another_kind_are_none() -> None:
    line = timeline(charges=[charge("5", period="2026")])
    assert touched_periods(PLAN, facts_of(line)) == ()


def test_findings_of_periods_and_of_names_come_together() -> None:
    line = timeline(incident("04 10:00-11:00", "lightning"), tickets=[ticket("04 10:00", "urgent")])
    assert evaluated(line, "2026-99") == (None, ["wrong-period", "unknown-cause", "unknown-priority"])


def test_notes_come_with_the_result() -> None:
    result, findings = evaluate(PLAN, timeline(incident("04 10:00-11:00", service="elsewhere")), ())
    assert findings == []
    assert result is not None
    assert result.notes == ("1 incident is of a service that this policy does not cover (elsewhere): not counted.",)
