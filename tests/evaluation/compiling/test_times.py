"""The chain of a measure: in its fixed order, whatever the order of the sentences; and the sets that cut it."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.tree import Node
from tests.evaluation.compiling.programs import DOWNTIME, PROMISE, Policy, policy
from tests.evaluation.making import DAY, HOUR, MINUTE, SECOND, breach, incident, outcome, span, window

PLANNED = "Planned means the maintenance announced at least 3 days before it starts"
BREACH = "Breach means the time in which the customer is in breach"
TOUCHING = "Incidents of Downtime that overlap or touch are one outage"
LONG = "An outage counts as Downtime only if it lasts more than 60 s, and then in full"
CLOCK = "Each incident of Downtime runs from the start of its minute"
EXCUSED = "An incident because of Work within Planned does not count as Downtime"
EACH = "Each outage of Downtime is rounded up to the minute"
TOTAL = "The total of Downtime is rounded down to the second"
ALL = (DOWNTIME, PROMISE, PLANNED, TOUCHING, LONG, CLOCK, EXCUSED, TOTAL)


def chain(made: Policy, node: Node) -> list[str]:
    """The operations from the total back to the incidents, along the first inputs."""
    found = [node.op]
    while node.inputs:
        node = made.before(node)
        found.append(node.op)
    return found[::-1]


def total(made: Policy) -> Node:
    (root,) = [r for r in made.tree.measures if r.id == "downtime"]
    return made.tree.nodes[root.node]


@pytest.mark.parametrize("sentences", [ALL, ALL[::-1], (*ALL[3:], *ALL[:3])])
def test_the_order_of_work_is_fixed(sentences: tuple[str, ...]) -> None:
    made = policy(*sentences)
    assert chain(made, total(made)) == [
        "incidents", "snap", "join", "keep", "excuse", "flatten", "within", "measure", "round",
    ]  # fmt: skip


def test_what_is_not_said_is_not_done() -> None:
    made = policy(DOWNTIME, PROMISE)
    assert chain(made, total(made)) == ["incidents", "excuse", "flatten", "within", "measure"]


def test_each_outage_is_measured_by_itself() -> None:
    made = policy(DOWNTIME, PROMISE, TOUCHING, EACH, TOTAL)
    assert [made.before(total(made)).op, total(made).op] == ["measure_outages", "round"]
    assert [made.before(made.node("measure_outages"), k).op for k in range(3)] == ["join", "excuse", "within"]


def test_the_names_are_those_of_the_policy() -> None:
    made = policy(DOWNTIME, PROMISE, TOTAL)
    named = {n.op: n.name for n in made.tree.nodes if n.name}
    assert named == {"within": "Downtime", "round": "Downtime", "ledger": "Downtime"}


# ---------------------------------------------------------------- settings of single steps


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        (DOWNTIME, {"services": ["gateway"], "causes": ["failure", "work"]}),
        ("Downtime means the time in which Gateway is down", {"services": ["gateway"], "causes": None}),
        (
            "Downtime means the time in which any of Gateway and Cloud are down because of Work",
            {"services": ["gateway", "cloud"], "causes": ["work"]},
        ),
    ],
)
def test_incidents(definition: str, expected: dict[str, Any]) -> None:
    made = policy(definition, PROMISE)
    assert made.node("incidents").params == expected
    assert made.words(made.node("incidents")) == definition.removeprefix("Downtime means ")


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        (CLOCK, "minute", ""),
        ("Each incident of Downtime runs until the end of its hour", "", "hour"),
        ("Each incident of Downtime runs from the start of its second until the end of its day", "second", "day"),
    ],
)
def test_snap(sentence: str, start: str, end: str) -> None:
    assert policy(DOWNTIME, PROMISE, sentence).node("snap").params == {"start": start, "end": end}


@pytest.mark.parametrize(
    ("words", "apart", "inclusive", "gap"),
    [
        ("that overlap or touch are one outage", 0, True, False),
        ("at most 5 min apart are one outage, with the time between", 5 * MINUTE, True, True),
        ("less than 5 min apart are one outage, without the time between", 5 * MINUTE, False, False),
        ("less than Third apart are one outage, with the time between", 8_571_429, False, True),
        ("at most Third apart are one outage, with the time between", 8_571_428, True, True),
    ],
)
def test_join(words: str, apart: int, inclusive: bool, gap: bool) -> None:
    third = ("Third means 1 min divided by 7",) if "Third" in words else ()
    count = "The provider guarantees as Few that the number of outages of Downtime is at most 3"
    made = policy(DOWNTIME, PROMISE, *third, count, f"Incidents of Downtime {words}")
    assert made.node("join").params == {"apart": apart, "inclusive": inclusive, "gap": gap}


def test_outages_that_nobody_joins_are_separate() -> None:
    made = policy(DOWNTIME, PROMISE, "Each incident of Downtime is an outage of its own", LONG)
    assert made.words(made.before(made.node("keep"))) == "Each incident of Downtime is an outage of its own"
    assert made.before(made.node("keep")).op == "separate"


@pytest.mark.parametrize(
    ("words", "bounds", "skip"),
    [
        ("more than 60 s, and then in full", [["more than", str(60 * SECOND)]], 0),
        ("at least 5 min, and then for the excess", [["at least", str(5 * MINUTE)]], 5 * MINUTE),
        ("at least Least, and then in full", [["at least", str(90 * SECOND)]], 0),
        ("less than 2 hours, and then in full", [["less than", str(2 * HOUR)]], 0),
    ],
)
def test_keep(words: str, bounds: list[list[str]], skip: int) -> None:
    least = ("Least means 1 min plus 30 s",) if "Least" in words else ()
    made = policy(DOWNTIME, PROMISE, TOUCHING, *least, f"An outage counts as Downtime only if it lasts {words}")
    assert made.node("keep").params == {"bounds": bounds, "skip": skip}


@pytest.mark.parametrize(
    ("rounding", "unit", "mode", "halves"),
    [
        ("to the nearest minute, halves up", MINUTE, "nearest", "up"),
        ("to the nearest hour, halves to even", HOUR, "nearest", "to even"),
        ("to the nearest day, halves down", DAY, "nearest", "down"),
        ("down to the second", SECOND, "down", "up"),
        ("up to the 5 min", 5 * MINUTE, "up", "up"),
    ],
)
def test_rounding_of_totals_and_of_outages(rounding: str, unit: int, mode: str, halves: str) -> None:
    expected = {"unit": str(unit), "mode": mode, "halves": halves}
    assert policy(DOWNTIME, PROMISE, f"The total of Downtime is rounded {rounding}").node("round").params == expected
    each = policy(DOWNTIME, PROMISE, TOUCHING, f"Each outage of Downtime is rounded {rounding}")
    assert each.node("measure_outages").params == expected


# ---------------------------------------------------------------- maintenance and its notice


@pytest.mark.parametrize(
    ("words", "kind", "comparison", "amount"),
    [
        ("announced or not", "any", "", "0"),
        ("announced before it starts", "elapsed", "more than", "0"),
        ("announced at least 7 days before it starts", "days", "at least", "7"),
        ("announced more than 1 day before it starts", "days", "more than", "1"),
        ("announced at least 48 hours before it starts", "elapsed", "at least", str(48 * HOUR)),
        ("announced at least 26 hours 30 min before it starts", "elapsed", "at least", str(26 * HOUR + 30 * MINUTE)),
    ],
)
def test_notice(words: str, kind: str, comparison: str, amount: str) -> None:
    made = policy(DOWNTIME, PROMISE, f"Planned means the maintenance {words}", EXCUSED)
    expected = {"kind": kind, "comparison": comparison, "amount": amount}
    assert made.node("windows").params == {"service": "gateway", "notice": expected}


BOTH = DOWNTIME.replace("Gateway is down", "any of Gateway and Cloud are down")


def test_maintenance_is_that_of_each_service_by_itself() -> None:
    made = policy(BOTH, PROMISE, PLANNED, EXCUSED)
    assert [w.params["service"] for w in made.nodes("windows")] == ["gateway", "cloud"]
    rules = made.node("excuse").params["rules"]
    assert [(r["causes"], r["services"]) for r in rules] == [(["work"], ["gateway"]), (["work"], ["cloud"])]


def test_maintenance_that_is_measured_is_that_of_all_services() -> None:
    made = policy(DOWNTIME, PROMISE, PLANNED, "The provider guarantees as Short that Planned is at most 10 hours")
    assert [w.params["service"] for w in made.nodes("windows")] == ["gateway", "cloud"]
    assert made.node("together").name == ""


TWO = """Agreement "Test".
The time zone is UTC.
The period is each calendar month.
Gateway is a service: "x".
Cloud is a service: "y".
Failure is a cause: "f".
Work is a cause: "w".
Planned means the maintenance announced or not.
Downtime means the time in which Gateway is down because of Failure or Work.
An incident because of Work within Planned does not count as Downtime.
The provider guarantees that Downtime is at most 1 hour.
"""
LATE = """Breach means the time in which the customer is in breach.
Late Planned means the time of Planned outside Breach.
"""


@pytest.mark.parametrize(
    "more",
    [
        "",
        "The provider guarantees that Planned is at most 10 hours.\n",
        "The provider guarantees that Late Planned is at most 10 hours.\n",
    ],
)
@pytest.mark.parametrize("excusing", ["Planned", "Late Planned"])
def test_maintenance_of_another_service_excuses_nothing(more: str, excusing: str) -> None:
    other = window("04 10:00-11:00", service="cloud")
    text = TWO.replace("within Planned", f"within {excusing}") + LATE + more
    period = outcome(text, incident("04 10:00-11:00", "work"), maintenance=[other])
    assert period.measures["downtime"].known.value == HOUR


@pytest.mark.parametrize(
    ("services", "expected"),
    [("Gateway is", HOUR), ("any of Gateway and Third are", HOUR), ("any of Gateway and Cloud are", 0)],
)
@pytest.mark.parametrize("planned", ["Planned", "Late Planned", "the maintenance announced or not"])
def test_a_definition_is_cut_by_the_maintenance_of_its_own_services(planned: str, services: str, expected: int) -> None:
    text = TWO.replace("because of Failure or Work", f"outside {planned}").replace(
        "Gateway is down", f"{services} down"
    )
    text = text.replace("An incident because of Work within Planned does not count as Downtime.\n", LATE)
    text = text.replace("Cloud is", 'Third is a service: "z".\nCloud is')
    period = outcome(text, incident("04 10:00-11:00", "work"), maintenance=[window("04 10:00-11:00", service="cloud")])
    assert period.measures["downtime"].known.value == expected


def test_what_is_made_of_incidents_is_the_same_whoever_reads_it() -> None:
    """Cut by its own service's maintenance, with its rules, though a measure of another service reads it."""
    text = TWO.replace("because of Failure or Work", "outside Late Planned") + LATE
    text += """Each incident of Downtime runs from the start of its hour.
Other means the time in which Cloud is down because of Failure.
Time within Downtime does not count as Other.
The provider guarantees that Other is at most 1 hour.
"""
    text = text.replace("An incident because of Work within Planned does not count as Downtime.\n", "")
    happened = (incident("04 10:30-11:00"), incident("04 10:00-11:00", service="cloud"))
    period = outcome(text, *happened, maintenance=[window("04 10:00-11:00", service="cloud")])
    assert period.measures["other"].known.value == 0


# ---------------------------------------------------------------- exclusions


@pytest.mark.parametrize(
    ("sentences", "causes", "bucket"),
    [
        ((PLANNED, EXCUSED), ["work"], "excluded"),
        ((PLANNED, "An incident within Planned does not count as Downtime"), None, "excluded"),
        ((BREACH, "Time within Breach does not count as Downtime"), None, "in_breach"),
        (("Time within the time in which the customer is in breach does not count as Downtime",), None, "in_breach"),
        ((BREACH, "Owing means Breach", "Time within Owing does not count as Downtime"), None, "in_breach"),
        (
            (
                BREACH,
                PLANNED,
                "Both means the time of Breach together with Planned",
                "Time within Both does not count as Downtime",
            ),
            None,
            "excluded",
        ),
        (("Time outside Business does not count as Downtime",), None, "excluded"),
    ],
)
def test_a_rule_has_its_causes_and_its_bucket(
    sentences: tuple[str, ...], causes: list[str] | None, bucket: str
) -> None:
    made = policy(DOWNTIME, PROMISE, *sentences)
    (rule,) = made.node("excuse").params["rules"]
    assert (rule["causes"], rule["services"], rule["bucket"]) == (causes, None, bucket)
    assert made.tree.clauses[rule["clause"]] == f"§ {len(made.sentences)}"


def test_rules_stand_in_the_order_of_the_policy() -> None:
    made = policy(DOWNTIME, PROMISE, BREACH, "Time within Breach does not count as Downtime", PLANNED, EXCUSED)
    rules = made.node("excuse").params["rules"]
    assert [r["bucket"] for r in rules] == ["in_breach", "excluded"]
    assert [made.before(made.node("excuse"), k).op for k in (1, 2)] == ["breaches", "windows"]


def test_a_cause_that_is_not_chosen_gives_the_ledger_its_clause_and_nothing_more() -> None:
    attack = ('Attack is a cause: "an attack"', "An incident because of Attack does not count as Downtime")
    made = policy(DOWNTIME, PROMISE, *attack)
    assert made.node("excuse").params["rules"] == []
    books = made.node("books").params
    assert {cause: made.tree.clauses[clause] for cause, clause in books["unnamed"].items()} == {
        "attack": f"§ {len(made.sentences)}"
    }
    assert books["causes"] == ["failure", "work"]


def test_outside_a_set_is_all_time_but_that() -> None:
    made = policy(DOWNTIME, PROMISE, "An incident because of Work outside Business does not count as Downtime")
    time = made.before(made.node("excuse"), 1)
    assert (time.op, made.before(time).op, made.before(time, 1).op) == ("outside", "always", "hours")


# ---------------------------------------------------------------- books and ledgers


def books(*sentences: str) -> dict[str, Any]:
    made = policy(*sentences)
    return dict(made.node("books").params)


def test_the_books_know_what_can_take_time_out() -> None:
    assert books(DOWNTIME, PROMISE)["too_short"] == books(DOWNTIME, PROMISE)["hours"] == -2
    made = policy(DOWNTIME, PROMISE, TOUCHING, LONG, PLANNED, EXCUSED)
    marks = made.node("books").params
    assert made.tree.clauses[marks["too_short"]] == f"§ {made.sentences.index(LONG) + 1}"
    assert [bucket for bucket, _ in marks["rules"]] == ["excluded"]
    hours = policy(f"{DOWNTIME} within Business", PROMISE)
    assert hours.clause(hours.node("incidents")) == hours.tree.clauses[hours.node("books").params["hours"]]


def test_the_books_read_the_whole_chain() -> None:
    made = policy(*ALL)
    assert [made.before(made.node("books"), k).op for k in range(4)] == ["snap", "keep", "excuse", "flatten"]
    assert [made.before(made.node("ledger"), k).op for k in range(2)] == ["books", "within"]


def test_a_measure_without_incidents_has_no_ledger() -> None:
    made = policy(DOWNTIME, PROMISE, "Open Time means the whole period outside Business",
                  "The provider guarantees as Open that Open Time is at least 1 day")  # fmt: skip
    assert [root.id for root in made.tree.ledgers] == ["downtime"]
    assert [root.id for root in made.tree.measures] == ["downtime", "open_time"]


# ---------------------------------------------------------------- named sets


def test_a_set_that_is_read_twice_is_made_once() -> None:
    made = policy(
        DOWNTIME, PROMISE, PLANNED, EXCUSED, "An incident because of Failure within Planned does not count as Downtime"
    )
    assert len(made.nodes("windows")) == 1
    assert made.node("windows").name == "Planned"


def test_a_measure_that_is_read_elsewhere_is_the_whole_of_it() -> None:
    made = policy(DOWNTIME, PROMISE, "Net means the whole period outside Downtime",
                  "The provider guarantees as Open that Net is at least 1 day")  # fmt: skip
    (outside,) = made.nodes("outside")
    assert made.before(outside, 1).op == "flatten"


OPEN = """Agreement "Test".
The time zone is UTC.
The period is each calendar month.
Gateway is a service: "x".
Failure is a cause: "f".
Downtime means the time in which Gateway is down because of Failure.
Breach means the time in which the customer is in breach.
Open Time means the whole period outside Planned.
Planned means the maintenance announced or not.
Time within Breach does not count as Open Time.
Net means the time of Open Time outside Downtime.
Uptime means Net divided by Open Time.
The provider guarantees that Uptime is at least 99 %.
"""


def test_a_measure_without_incidents_is_read_with_its_exclusions() -> None:
    period = outcome(OPEN, incident("20 00:00-12:00"), breaches=[breach("04 00:00 - 14 00:00")])
    assert period.measures["open_time"].known.value == 21 * DAY
    assert period.measures["net"].known.value == 21 * DAY - 12 * HOUR


def test_what_is_outside_a_set_is_not_counted_where_that_is_said() -> None:
    text = OPEN.replace("Time within Breach does not", "Time outside Breach does not")
    period = outcome(text, breaches=[breach("04 00:00 - 14 00:00")])
    assert period.measures["open_time"].known.value == 10 * DAY


def test_sets_may_be_nested() -> None:
    odd = "Odd means the time of Breach within Business together with the time of Planned outside Breach"
    made = policy(DOWNTIME, PROMISE, BREACH, PLANNED, odd, "Time within Odd does not count as Downtime")
    time = made.before(made.node("excuse"), 1)
    assert (time.name, time.op) == ("Odd", "outside")
    assert {n.op for n in made.tree.nodes} >= {"together", "outside", "within", "hours", "breaches", "windows"}


def test_a_chain_of_sets_of_time() -> None:
    parts = [f"Part {letter}x means the time of {before} outside Breach" for letter, before in
             zip("BCDEFGHIJKLM", ["Planned", *(f"Part {x}x" for x in "BCDEFGHIJKL")], strict=True)]  # fmt: skip
    made = policy(DOWNTIME, PROMISE, BREACH, PLANNED, *parts, "Time within Part Mx does not count as Downtime")
    assert len(made.nodes("outside")) == len(parts)


def test_without_a_service_there_is_no_maintenance() -> None:
    text = 'Agreement "Test".\nThe time zone is UTC.\nThe period is each calendar month.\n'
    text += "Downtime means the maintenance announced before it starts.\n"
    text += "The provider guarantees that Downtime is at most 1 hour.\n"
    assert outcome(text).measures["downtime"].known.value == 0


def test_the_month_is_cut_last() -> None:
    over = incident("2026-03-31 23:59:30 - 2026-04-01 00:01")
    text = TWO + "Incidents of Downtime that overlap or touch are one outage.\n"
    text += "An outage counts as Downtime only if it lasts more than 60 s, and then in full.\n"
    period = outcome(text, over)
    assert period.measures["downtime"].known.value == 30 * SECOND
    assert period.counted("downtime") == (span("2026-03-31 23:59:30 - 2026-04-01 00:00"),)


def test_a_cause_that_never_counts_where_every_cause_is_chosen_is_taken_out_for_all_time() -> None:
    attack = ('Attack is a cause: "an attack"', "An incident because of Attack does not count as Downtime")
    made = policy("Downtime means the time in which Gateway is down", PROMISE, *attack)
    (rule,) = made.node("excuse").params["rules"]
    assert (rule["causes"], rule["bucket"]) == (["attack"], "not_attributable")
    assert made.before(made.node("excuse"), 1).op == "always"
    assert made.node("books").params["unnamed"] == {"attack": rule["clause"]}
