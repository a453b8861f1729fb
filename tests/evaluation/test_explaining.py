from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given

from sla_dsl import evaluate
from sla_dsl.evaluation.explaining import explanation, intervals
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evidence.timeline import Timeline
from tests.evaluation.making import (
    CREDIT,
    DOWNTIME,
    SUPPORT,
    charge,
    costly_law,
    incident,
    outcome,
    policy,
    ticket,
    window,
)
from tests.evaluation.worlds import RICH, timelines

RULES = (
    CREDIT
    + """§ 1
Announced means the maintenance announced at least 3 days before it starts.
Incidents of Downtime that overlap or touch are one outage assuming "touching is one".
An outage counts as Downtime only if it lasts at least 5 min, and then in full.
An incident because of Work within Announced does not count as Downtime.
The provider guarantees that Uptime is at least 99.9 %.
Grave means that Uptime is less than 99 %.
Rebate is due only if not Grave holds.
"""
)
LATE = incident("04 10:00-11:00", "work", "W")
DOWN = incident("05 10:00-12:00", name="F")
SHORT = incident("06 10:00-10:04", name="S")
WINDOW = window("04 10:00-10:40", "01 00:00")


def period(*more: Any, **lists: Any) -> PeriodResult:
    return outcome(RULES, LATE, DOWN, SHORT, *more, maintenance=[WINDOW], charges=[charge("100")], **lists)


def at(of: PeriodResult, op: str) -> int:
    """The place of the first node of an operation."""
    return next(n for n, node in enumerate(of.tree.nodes) if node.op == op)


def below(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield told
    for part in told.get("parts", ()):
        yield from below(part)


# ---------------------------------------------------------------- single intervals


def times(of: PeriodResult, op: str) -> list[dict[str, str]]:
    place = at(of, op)
    return intervals(of, of.tree.nodes[place].type, of.trace.values[place])


def clock(told: dict[str, str]) -> str:
    return f"{told['from'][8:16]}-{told['to'][8:16]}"


def test_incidents_are_told_one_by_one() -> None:
    assert [(clock(t), t["incident"]) for t in times(period(), "incidents")] == [
        ("04T10:00-04T11:00", "W"),
        ("05T10:00-05T12:00", "F"),
        ("06T10:00-06T10:04", "S"),
    ]


def test_outages_are_told_from_start_to_end() -> None:
    assert [clock(t) for t in times(period(), "keep")] == ["04T10:00-04T11:00", "05T10:00-05T12:00"]


def test_what_was_taken_out_has_its_clause() -> None:
    assert [(clock(t), t["incident"], t.get("taken out by")) for t in times(period(), "excuse")] == [
        ("04T10:40-04T11:00", "W", None),
        ("04T10:00-04T10:40", "W", "§ 1"),
        ("05T10:00-05T12:00", "F", None),
    ]


def test_in_two_worlds_the_most_that_counts_is_told() -> None:
    found = period(incident("04 10:30-11:30", None, "X"))
    told = [(clock(t), t["incident"], t.get("taken out by")) for t in times(found, "excuse")]
    assert ("04T10:30-04T11:30", "X", None) in told
    assert ("04T10:00-04T10:40", "W", "§ 1") in told


def test_every_stretch_of_the_ledger_has_its_bucket_and_clause() -> None:
    told = [(clock(t), t["bucket"], t["clause"]) for t in times(period(), "ledger") if t["bucket"] != "up"]
    assert sorted(told) == [
        ("04T10:00-04T10:40", "excluded", "§ 1"),
        ("04T10:40-04T11:00", "counted", ""),
        ("05T10:00-05T12:00", "counted", ""),
        ("06T10:00-06T10:04", "excluded", "§ 1"),
    ]


def test_only_what_touches_the_period_is_told() -> None:
    before = incident("2026-02-04 10:00 - 2026-02-04 11:00", name="B")
    over = incident("2026-03-31 23:00 - 2026-04-01 01:00", name="O")
    after = incident("2026-04-01 00:00 - 2026-04-01 01:00", name="A")
    found = outcome(DOWNTIME, before, over, after)
    assert [t["incident"] for t in times(found, "incidents")] == ["O"]
    assert [clock(t) for t in times(found, "flatten")] == ["31T23:00-01T01:00"]


def test_all_time_is_no_interval() -> None:
    text = DOWNTIME + "Breach means the time in which the customer is in breach.\n"
    text += "An incident because of Work outside Breach does not count as Downtime.\n"
    assert times(outcome(text, LATE), "always") == []


def test_times_are_those_of_the_zone() -> None:
    found = outcome(DOWNTIME.replace("is UTC", "is Europe/Brussels"), DOWN)
    assert times(found, "incidents")[0]["from"] == "2026-03-05T11:00:00+01:00"


# ---------------------------------------------------------------- the whole


def test_the_explanation_of_a_period() -> None:
    told = explanation(period())
    assert [it["name"] for it in told["measures"]] == ["Downtime", "Uptime"]
    assert told["guarantees"][0]["says"] == "the provider guarantees that Uptime (99.675925… %) is at least 99.9 % (no)"
    assert told["credits"][0]["value"] == "due"
    assert told["targets"] == []
    assert [it["name"] for it in told["ledgers"]] == ["Downtime"]


def test_a_result_that_is_read_elsewhere_is_referred_to() -> None:
    told = explanation(period())
    (uptime,) = [it for it in told["measures"] if it["name"] == "Uptime"]
    seen = [it for it in below(uptime) if "see" in it]
    (downtime,) = [it for it in told["measures"] if it["name"] == "Downtime"]
    assert seen == [{"see": "Downtime", "step": downtime["step"], "value": "2 hours 20 min"}]


def test_a_step_is_told_in_full_once_and_by_its_number_afterwards() -> None:
    told = explanation(period())
    steps = [it for group in told.values() for root in group for it in below(root)]
    numbers = [it["step"] for it in steps if "step" in it and "see" not in it]
    assert len(numbers) == len(set(numbers))
    assert {it["step"] for it in steps if "see" in it} == set(numbers)


def test_a_step_without_a_name_is_referred_to_by_what_it_does() -> None:
    (rebate,) = explanation(period())["credits"]
    first = rebate["parts"][0]
    assert first["see"].startswith("the last row that applies to Uptime (99.675925… %)")
    assert first["step"] in [it.get("step") for it in below(rebate) if "see" not in it]


def test_what_came_from_nothing_and_has_no_name_is_told_wherever_it_is_read() -> None:
    text = DOWNTIME.replace("30 days", "the length of the period")
    text += (
        "Rest means the length of the period minus Downtime.\nThe provider guarantees that Rest is at least 1 hour.\n"
    )
    steps = [it for root in explanation(outcome(text))["measures"] for it in below(root)]
    assert [it["value"] for it in steps if it.get("says") == "the length of the period"] == ["31 days"] * 2


def test_a_row_of_names_is_told_apart_where_it_gets_deep() -> None:
    text = f"{DOWNTIME}P0 means that Downtime is at most 1 min.\n"
    text += "".join(f"P{n} means that not P{n - 1} holds.\n" for n in range(1, 60))
    told = explanation(outcome(f"{text}The provider guarantees as Calm that P59 holds.\n"))
    assert [it["name"] for it in told["steps"]] == ["P23", "P47"]
    assert max(depth(root) for group in told.values() for root in group) <= 25
    assert told["guarantees"][0]["says"] == "the provider guarantees that P59 (no)"


def depth(told: dict[str, Any]) -> int:
    return 1 + max((depth(part) for part in told.get("parts", ())), default=0)


def test_every_step_has_its_clause_and_what_it_assumes() -> None:
    (downtime, _), steps = explanation(period())["measures"], {}
    for it in below(downtime):
        steps[it["says"]] = (it.get("clause"), it.get("assuming"))
    assert steps["incidents that overlap or touch are one outage"] == ("§ 1", "touching is one")
    assert steps["outages that last at least 5 min, each in full"] == ("§ 1", None)
    assert steps["the total of Downtime"] == (None, None)


def test_what_is_not_known_says_what_it_needs() -> None:
    told = explanation(period(incident("07 10:00-11:00", None, "X")))
    for it in told["measures"]:
        assert it["needs"] == ["the cause of incident X"]


def test_targets_are_told_where_tickets_are() -> None:
    text = SUPPORT + "Reply is due on an Urgent ticket within 2 hours after it is opened.\n"
    assert explanation(outcome(text))["targets"] == []
    (told,) = explanation(outcome(text, tickets=[ticket("04 10:00", replied=None)]))["targets"]
    assert (told["name"], told["value"]) == ("Reply", "1 ticket")


@given(timelines())
@costly_law
def test_whatever_the_timeline_the_explanation_is_plain_data_with_words(line: Timeline) -> None:
    found = evaluate(policy(RICH), line, ["2026-03"]).require().periods[0]
    told = explanation(found)
    json.dumps(told, allow_nan=False)
    for group in told.values():
        for root in group:
            for it in below(root):
                assert it.get("says") or it.get("see")
                assert isinstance(it["value"], str)
                assert "Between(" not in it.get("says", "") + it["value"]
