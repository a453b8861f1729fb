"""The examples that are missing: pasted into the policy they agree, and reach what was missing."""

from __future__ import annotations

import pytest

from sla_dsl.analysis.suggesting import together
from sla_dsl.evaluation.compiling.examples import run_examples
from sla_dsl.findings.finding import is_error
from tests.analysis.covering import coverage, example, outage, reading, suggesting
from tests.analysis.making import CREDIT, DOWNTIME, NAMES, PROMISE
from tests.docs.transcripts import ROOT

CLAIMED = (
    CREDIT
    + """Each incident of Downtime is an outage of its own.
§ 7
Rebate must be claimed within 5 days after the end of an outage of Downtime, and one claim opens the period.
Rebate is due only if the customer reported an incident that counts as Downtime.
Rebate is limited to 40 EUR, converted at the given rate.
Rebate is paid only if it is at least 5 EUR.
"""
)
COUNTED = (
    DOWNTIME
    + """Each incident of Downtime is an outage of its own.
The provider guarantees as Calm that the number of outages of Downtime is at most 2.
The provider guarantees as Short that the longest outage of Downtime is less than 4 hours.
"""
)
RULES = (
    NAMES.replace("calendar month", "calendar quarter")
    + """Works is a cause: "work".
Business means Monday to Friday from 09:00 to 17:00 in America/New_York holidays included.
Downtime means the time in which Gateway is down because of Failure or Works within Business.
Announced Work means the maintenance announced at least 48 hours before it starts.
Breach means the time in which the customer is in breach.
An incident because of Works within Announced Work does not count as Downtime.
Time within Breach does not count as Downtime.
Incidents of Downtime less than 5 min apart are one outage, without the time between.
An outage counts as Downtime only if it lasts more than 60 s, and then for the excess.
The provider guarantees that Downtime is at most 1 hour.
"""
)
WAITING = (
    NAMES
    + """Urgent is a priority: "nothing works".
Answer is a step on tickets recorded as Answered: "an answer".
Repair is a step on tickets recorded as Repaired: "a repair".
Waiting is a pause of tickets recorded as Awaiting Customer: "the customer has to answer".
Parked is a pause of tickets recorded as On Hold: "nobody works on it, by agreement".
Night means every day from 22:00 to 23:00 holidays included.
Answer is due on an Urgent ticket within 4 hours after it is opened, not counting Waiting.
Repair is due on an Urgent ticket within 2 Night hours after Answer, not counting Waiting or Parked.
"""
)
SHIPPED = {name: (ROOT / "policies" / f"{name}.sla").read_text("utf-8") for name in ("ecerium", "ezcnam")}
POLICIES = {
    **SHIPPED,
    "downtime": DOWNTIME,
    "promise": PROMISE,
    "credit": CREDIT,
    "claimed": CLAIMED,
    "counted": COUNTED,
    "rules": RULES,
    "waiting": WAITING,
}
OUT_OF_REACH = {
    "ecerium": {"Uptime exactly 99.9 %", "Uptime just above 100 %"},
    "ezcnam": {
        "it does not hold that Uptime is less than 99.99 %",
        "Uptime exactly 99.99 %",
        "a limit of Service Credit binds",
    },
}


def completed(text: str) -> str:
    return f"{text}\n{together(suggesting(text).suggestions)}"


@pytest.mark.parametrize("text", POLICIES.values(), ids=POLICIES)
def test_pasted_into_the_policy_all_of_them_agree(text: str) -> None:
    read = reading(completed(text))
    assert [finding for finding in read.findings if is_error(finding)] == []
    assert [run.differences for run in run_examples(read) if not run.passed] == []


@pytest.mark.parametrize("text", POLICIES.values(), ids=POLICIES)
def test_then_everything_is_reached_but_what_is_named_as_out_of_reach(text: str) -> None:
    found = suggesting(text)
    left = {item.key for item in coverage(completed(text)).items if not item.by}
    assert left == {item.key for item in found.out_of_reach}
    assert len(left) < len([item for item in coverage(text).items if not item.by])


@pytest.mark.parametrize("name", POLICIES)
def test_what_is_out_of_reach(name: str) -> None:
    unread = {"a result depends on it"}  # a fee of which no credit is worked out
    words = {item.words for item in suggesting(POLICIES[name]).out_of_reach}
    assert words - unread == OUT_OF_REACH.get(name, set())


@pytest.mark.parametrize("text", SHIPPED.values(), ids=SHIPPED)
def test_nothing_is_suggested_twice(text: str) -> None:
    assert suggesting(completed(text)).suggestions == ()
    assert suggesting(completed(text)).figure.percent == 100


def test_it_is_the_plainest_that_does() -> None:
    first, *_ = suggesting(PROMISE).suggestions
    assert first.text.splitlines() == [
        'Example "an incident because of Failure counts" in 2026-04:',
        "  given an incident because of Failure from 2026-04-01 00:00 to 00:43;",
        "  expect Downtime is 43 min.",
    ]


def test_they_stand_under_the_clause_that_they_are_about() -> None:
    lines = together(suggesting(CLAIMED).suggestions).splitlines()
    below = lines[lines.index("§ 7") :]
    assert [line for line in lines if line.startswith("§")] == ["§ 7"]
    assert any("claim for Rebate is in time" in line for line in below)


def test_a_place_stands_once_however_many_examples_are_below_it() -> None:
    places = [line for line in together(suggesting(SHIPPED["ecerium"]).suggestions).splitlines() if line[0:1] == "§"]
    assert len(places) == len(set(places)) == 4


def test_an_example_that_serves_for_several_things_is_written_once() -> None:
    served = [len(suggestion.reaches) for suggestion in suggesting(CREDIT).suggestions]
    missing = [item for item in coverage(CREDIT).items if not item.by]
    assert max(served) > 1
    assert len(served) < len(missing)


def test_what_is_out_of_reach_is_not_counted() -> None:
    found = suggesting(SHIPPED["ezcnam"])
    assert found.figure.all == len(coverage(SHIPPED["ezcnam"]).items) - len(found.out_of_reach)


def test_a_policy_whose_examples_reach_everything() -> None:
    text = DOWNTIME.replace('Monthly Fee is a charge: "the fee of the month".\n', "")
    text += example(outage("10:00", "10:43:12"), "Uptime is 99.9 %")
    assert suggesting(text).suggestions == ()
    assert suggesting(text).figure == (7, 7)
