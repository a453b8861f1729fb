"""What examples reach: it shows in them, and they expect a result that depends on it."""

from __future__ import annotations

import pytest

from tests.analysis.covering import coverage, example, missing, outage, reached
from tests.analysis.making import CREDIT, DOWNTIME, NAMES, PROMISE

HOURS_10 = f"Monthly Fee of 100 EUR, {outage('08:00', '18:00')}"
WORK = (
    NAMES
    + """Works is a cause: "work".
Other is a cause: "somebody else".
Downtime means the time in which Gateway is down because of Failure or Works.
Announced Work means the maintenance announced at least 3 days before it starts.
An incident because of Works within Announced Work does not count as Downtime.
An incident because of Other does not count as Downtime.
"""
)
WINDOW = "maintenance from 2026-04-07 08:00 to 10:00 announced at {}"
TARGET = (
    NAMES
    + """Urgent is a priority: "nothing works".
Answer is a step on tickets recorded as Answered: "an answer".
Business means Monday to Friday from 09:00 to 17:00 holidays included.
Answer is due on an Urgent ticket within 2 Business hours after it is opened.
"""
)


def test_a_result_that_is_not_expected_is_not_tested() -> None:
    text = CREDIT + example(HOURS_10, "Downtime is 10 hours")
    assert set(reached(text)) == {"an incident because of Failure counts"}


def test_what_the_expected_results_depend_on_is_reached() -> None:
    text = CREDIT + example(HOURS_10, "Uptime is missed, Rebate is 50 EUR")
    assert {"Uptime is missed", "Rebate is due", "less than 99 % gives 50 %"} <= set(reached(text))
    assert {"Uptime is met", "less than 99.9 % gives 10 %", "rounding changes Rebate"} <= missing(text)


def test_the_rate_alone_says_nothing_about_the_amount() -> None:
    text = CREDIT + example(HOURS_10, "Rebate is 50 %")
    assert reached(text, "row") == {"less than 99 % gives 50 %": ("one",)}
    assert "Rebate is due" in missing(text)


def test_an_example_that_differs_reaches_nothing() -> None:
    text = CREDIT + example(HOURS_10, "Rebate is 49 EUR") + example("nothing", "Uptime is met", "two")
    assert set(reached(text)) == {"Uptime is met"}
    assert coverage(text).differing == 1


def test_every_example_that_reaches_a_thing_is_named() -> None:
    text = PROMISE + example("nothing", "Uptime is met") + example(outage("10:00", "10:01"), "Uptime is met", "two")
    assert reached(text)["Uptime is met"] == ("one", "two")


def test_work_is_taken_out_and_left() -> None:
    both = f"{WINDOW.format('2026-04-01 10:00')}, {outage('08:00', '11:00', 'Works')}"
    text = WORK + example(both, "Downtime is 1 hour")
    assert set(reached(text)) == {
        "an incident because of Works counts",
        "an incident because of Works is taken out",
        "time of an incident because of Works is left",
        "maintenance is announced as it should be",
    }


def test_what_is_left_is_left_beside_a_window() -> None:
    text = WORK + example(outage("08:00", "11:00", "Works"), "Downtime is 3 hours")
    assert "time of an incident because of Works is left" in missing(text)


def test_maintenance_that_comes_too_late() -> None:
    late = f"{WINDOW.format('2026-04-06 10:00')}, {outage('08:00', '10:00', 'Works')}"
    assert "maintenance is not announced in time" in reached(WORK + example(late, "Downtime is 2 hours"))


def test_a_cause_that_never_counts_is_taken_out() -> None:
    text = WORK + example(outage("08:00", "10:00", "Other"), "Downtime is 0 s")
    assert set(reached(text)) == {"an incident because of Other is taken out"}


SIDES = {
    "snap": (
        "Each incident of Downtime runs from the start of its minute.\n",
        outage("08:00:30", "08:01"),
        "1 min",
        "an incident is lengthened",
    ),
    "join": (
        "Incidents of Downtime that overlap or touch are one outage.\n",
        f"{outage('08:00', '09:00')}, {outage('09:00', '10:00')}",
        "2 hours",
        "incidents become one outage",
    ),
    "apart": (
        "Each incident of Downtime is an outage of its own.\n"
        "An outage counts as Downtime only if it lasts at least 1 min, and then in full.\n",
        f"{outage('08:00', '09:00')}, {outage('09:00', '10:00')}",
        "2 hours",
        "incidents that touch stay apart",
    ),
    "short": (
        "Incidents of Downtime that overlap or touch are one outage.\n"
        "An outage counts as Downtime only if it lasts at least 5 min, and then in full.\n",
        outage("08:00", "08:04"),
        "0 s",
        "an outage is too short",
    ),
    "long": (
        "Incidents of Downtime that overlap or touch are one outage.\n"
        "An outage counts as Downtime only if it lasts at least 5 min, and then in full.\n",
        outage("08:00", "08:05"),
        "5 min",
        "an outage is long enough",
    ),
    "round": (
        "The total of Downtime is rounded up to the minute.\n",
        outage("08:00", "08:00:10"),
        "1 min",
        "rounding changes Downtime",
    ),
    "breach": (
        "Breach means the time in which the customer is in breach.\nTime within Breach does not count as Downtime.\n",
        f"a breach from 2026-04-07 08:00 to 09:00, {outage('08:00', '10:00')}",
        "1 hour",
        "the customer is in breach",
    ),
}


@pytest.mark.parametrize(("rules", "given", "comes_to", "side"), SIDES.values(), ids=SIDES)
def test_each_side_shows(rules: str, given: str, comes_to: str, side: str) -> None:
    text = DOWNTIME + rules + example(given, f"Downtime is {comes_to}")
    assert coverage(text).trials
    assert side in reached(text)
    quiet = DOWNTIME + rules + example("nothing", "Downtime is 0 s")
    assert side in missing(quiet)


CONDITION = CREDIT + "Rebate is due only if the customer reported an incident that counts as Downtime.\n"


def test_a_condition_shows_only_where_there_is_a_credit_to_decide_on() -> None:
    side = "it does not hold that the customer reported an incident that counts"
    assert side in missing(CONDITION + example("nothing", "Rebate is none"))
    assert side in reached(CONDITION + example(HOURS_10, "Rebate is not eligible"))


def test_a_limit_binds_or_does_not() -> None:
    limited = CREDIT + "Rebate is limited to 40 EUR.\n"
    assert "a limit of Rebate binds" in reached(limited + example(HOURS_10, "Rebate is 40 EUR"))
    small = HOURS_10.replace("100 EUR", "10 EUR")
    assert "a limit of Rebate does not bind" in reached(limited + example(small, "Rebate is 5 EUR"))
    assert not {"a limit of Rebate binds", "a limit of Rebate does not bind"} & set(
        reached(limited + example("nothing", "Rebate is none"))
    )


def test_targets_are_met_and_missed() -> None:
    ticket = "an Urgent ticket opened at 2026-04-07 10:00 with Answer at 2026-04-07 {}"
    met = TARGET + example(ticket.format("12:00"), "Answer is met")
    assert set(reached(met)) == {"Answer is met on a ticket of priority Urgent"}
    missed = TARGET + example(ticket.format("12:01"), "Answer is missed")
    assert set(reached(missed)) == {"Answer is missed on a ticket of priority Urgent"}


def test_clocks_stand_still() -> None:
    waiting = 'Waiting is a pause of tickets recorded as On Hold: "it waits".\n'
    text = TARGET.replace("it is opened.", "it is opened, not counting Waiting.") + waiting
    still = "the clock of Answer stands still on a ticket of priority Urgent"
    ticket = (
        "an Urgent ticket opened at 2026-04-07 10:00 with Answer at 2026-04-07 12:30 with Waiting from 2026-04-07 {}"
    )
    assert set(reached(text + example(ticket.format("11:00 to 11:30"), "Answer is met"))) >= {still}
    late = text + example(ticket.format("18:00 to 19:00"), "Answer is missed")
    assert still in missing(late)
    places = {s.words: k for k, s in enumerate(coverage(late).statements)}
    state = {item.statement: item.by for item in coverage(late).items if item.kind == "statement"}
    assert state[places["Waiting"]] == ("one",)


def test_a_sentence_that_makes_no_step_is_reached_through_the_names_that_it_gives() -> None:
    text = TARGET + example("an Urgent ticket opened at 2026-04-07 10:00", "Answer is missed")
    places = {s.words: k for k, s in enumerate(coverage(text).statements)}
    state = {item.statement: item.by for item in coverage(text).items if item.kind == "statement"}
    assert state[places["Business"]] == state[places["Urgent"]] == ("one",)
    assert state[places["Failure"]] == state[places["Answer"]] == ()


def test_what_computes_nothing_is_not_counted() -> None:
    text = DOWNTIME + '§ 9\nNothing is computed here, because "of the courts".\n'
    assert all(coverage(text).statements[item.statement].computes for item in coverage(text).items)
    assert len([s for s in coverage(text).statements if not s.computes]) == 1
