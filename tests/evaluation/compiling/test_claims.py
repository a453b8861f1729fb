from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.validating import complaint
from tests.evaluation.compiling.programs import CREDIT, DOWNTIME, PROMISE, ROUNDED, Policy, policy

TOUCHING = "Incidents of Downtime that overlap or touch are one outage"
BASE = (DOWNTIME, PROMISE, CREDIT, ROUNDED)
PERIOD, NAMED = "and one claim opens the period", "and a claim opens only what it names"


def claiming(event: str, opens: str = PERIOD, within: str = "30 days", more: tuple[str, ...] = (TOUCHING,)) -> Policy:
    return policy(*BASE, *more, f"Rebate must be claimed within {within} after {event}, {opens}")


@pytest.mark.parametrize(
    ("event", "edge", "kind"),
    [
        ("the end of an outage of Downtime", "end", "outage end"),
        ("the start of an outage of Downtime", "start", "outage start"),
    ],
)
def test_a_claim_after_an_outage_reads_its_ledger_and_its_events(event: str, edge: str, kind: str) -> None:
    made = claiming(event)
    node = made.node("claimed")
    assert [made.before(node, k).op for k in range(len(node.inputs))] == ["ledger", "events"]
    assert (made.node("events").params, made.before(made.node("events")).op) == ({"edge": edge}, "join")
    assert node.params == {"within": {"kind": "days", "amount": 30, "calendar": ""}, "event": kind, "naming": ""}
    assert made.node("credit").params["claim"] is True
    assert made.before(made.node("credit"), 4) is node


def test_the_events_are_those_of_the_joined_outages_also_of_those_too_short() -> None:
    long = "An outage counts as Downtime only if it lasts more than 60 s, and then in full"
    made = claiming("the end of an outage of Downtime", more=(TOUCHING, long))
    assert made.before(made.node("events")).op == "join"


def test_a_claim_after_the_period_reads_the_ledgers_alone() -> None:
    node = claiming("the end of the period", more=()).node("claimed")
    assert (len(node.inputs), node.params["event"]) == (1, "period end")


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("48 hours", {"kind": "elapsed", "amount": 172_800_000_000, "calendar": ""}),
        ("5 Business days", {"kind": "business days", "amount": 5, "calendar": "business"}),
        ("36525 days", {"kind": "days", "amount": 36_525, "calendar": ""}),
    ],
)
def test_how_long_one_may_claim(within: str, expected: dict[str, Any]) -> None:
    assert claiming("the end of the period", within=within, more=()).node("claimed").params["within"] == expected


def test_what_a_claim_must_name_is_kept() -> None:
    made = policy(
        *BASE, 'Rebate must be claimed within 30 days after the end of the period, naming "the dates", ' + PERIOD
    )
    assert made.node("claimed").params["naming"] == "the dates"


# ---------------------------------------------------------------- of two measures

CLOUD = (
    "Cloud Downtime means the time in which Cloud is down because of Failure",
    "The provider guarantees as Clear that Cloud Downtime is at most 1 hour",
)
CLOUD_CREDIT = "Cloud Credit is a credit on Monthly Fee, of 5 % for each started 30 min of Cloud Downtime"


@pytest.mark.parametrize(
    ("credit", "ledgers"),
    [
        (CLOUD_CREDIT, ["Cloud Downtime"]),
        (CLOUD_CREDIT.replace("of Cloud Downtime", "of Downtime"), ["Downtime"]),
        (
            CLOUD_CREDIT.replace("of Cloud Downtime", "of (Downtime plus Cloud Downtime)"),
            ["Downtime", "Cloud Downtime"],
        ),
        ("Cloud Credit is a credit on Monthly Fee, of 5 %", ["Downtime", "Cloud Downtime"]),
    ],
)
def test_a_claim_names_incidents_of_the_measures_that_its_credit_is_worked_out_from(
    credit: str, ledgers: list[str]
) -> None:
    made = policy(DOWNTIME, PROMISE, *CLOUD, credit, "Cloud Credit is rounded down to the cent",
                  f"Cloud Credit must be claimed within 30 days after the end of the period, {PERIOD}")  # fmt: skip
    node = made.node("claimed")
    assert [made.before(node, k).name for k in range(len(node.inputs))] == ledgers


# ---------------------------------------------------------------- claims that open only what they name


def test_the_credit_is_worked_out_three_times() -> None:
    made = claiming("the end of an outage of Downtime", NAMED)
    node = made.node("credit_by_claim")
    assert [made.before(node, k).op for k in range(4)] == ["credit"] * 3 + ["claimed"]
    assert [made.before(node, k).name for k in range(3)] == [
        "Rebate (if all were claimed)",
        "Rebate (claimed)",
        "Rebate (if the rest were claimed)",
    ]
    assert (node.name, node.type) == ("Rebate", "credit")
    assert not any(made.before(node, k).params["claim"] for k in range(3))
    assert [root.words for root in made.tree.credits] == ["Rebate"]
    assert complaint(made.tree) == ""


@pytest.mark.parametrize("state", ["claimed", "claimable"])
def test_each_time_on_the_outages_that_are_opened(state: str) -> None:
    made = claiming("the end of an outage of Downtime", NAMED)
    (only,) = [n for n in made.nodes("claimed_only") if n.params["state"] == state]
    assert [made.before(only, k).op for k in range(2)] == ["join", "events"]
    excuses = [n for n in made.nodes("excuse") if made.before(n) is only]
    assert len(excuses) == 1


def test_after_the_period_the_time_runs_from_its_end() -> None:
    made = claiming("the end of the period", NAMED, more=())
    assert {tuple(made.before(n, k).op for k in range(2)) for n in made.nodes("claimed_only")} == {
        ("separate", "period")
    }
    claimed = made.node("claimed")
    assert [made.before(claimed, k).op for k in range(len(claimed.inputs))] == ["ledger", "separate"]


def test_what_does_not_depend_on_the_claim_is_shared() -> None:
    made = claiming("the end of an outage of Downtime", NAMED)
    for op in ("charge", "incidents", "join", "claimed", "events"):
        assert len(made.nodes(op)) == 1, op
    assert len(made.nodes("measure")) == 3


def test_the_copies_say_of_what_they_are() -> None:
    made = claiming("the end of an outage of Downtime", NAMED)
    assert [n.name for n in made.nodes("measure")] == ["Downtime", "Downtime (claimed)", "Downtime (claimable)"]


def test_a_claim_where_nothing_is_made_of_incidents() -> None:
    from sla_dsl.evaluation.compiling.reading import read
    from tests.evaluation.compiling.programs import PRELUDE

    sentences = (
        "Open Time means the whole period outside Business",
        "Rebate is a credit on Monthly Fee, of 5 % for each full 1 hour of Open Time",
        "Rebate is rounded down to the cent",
        f"Rebate must be claimed within 30 days after the end of the period, {PERIOD}",
    )
    found = read('Agreement "Test".\n' + "".join(f"{s}.\n" for s in (*PRELUDE, *sentences)), "sha256:0", "")
    assert found.tree is None
    assert [f.code for f in found.findings if f.severity == "error"] == ["claim-without-incidents"]


def test_a_condition_on_what_counts_is_one_on_what_was_claimed() -> None:
    reported = "Rebate is due only if the customer reported an incident that counts as Downtime"
    made = policy(
        *BASE,
        TOUCHING,
        reported,
        f"Rebate must be claimed within 30 days after the end of an outage of Downtime, {NAMED}",
    )
    clause = len(made.sentences)
    books = made.nodes("books")
    assert [n.params["too_short"] for n in books] == [-2, *[made.tree.clauses.index(f"§ {clause}")] * 2]
    assert {made.before(n).op for n in books} == {"incidents"}
    assert [n.name for n in made.nodes("ledger")] == ["Downtime", "Downtime (claimed)", "Downtime (claimable)"]
    assert complaint(made.tree) == ""
