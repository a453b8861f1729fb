"""From sentences to nodes: which operations each form is made of, and where each node says that it comes from."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.compiling.reading import read
from sla_dsl.evaluation.validating import complaint
from tests.evaluation.compiling.programs import (
    CREDIT,
    DOWNTIME,
    PRELUDE,
    PROMISE,
    ROUNDED,
    UPTIME,
    Policy,
    number_of,
    ops,
    policy,
)

JOINED = "Incidents of Downtime that overlap or touch are one outage"
PLANNED = "Planned means the maintenance announced at least 3 days before it starts"
BREACH = "Breach means the time in which the customer is in breach"
BASE = (DOWNTIME, UPTIME, CREDIT, ROUNDED, PROMISE)
FORMS: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "an incident does not count": (
        (PLANNED, "An incident because of Work within Planned does not count as Downtime"),
        {"windows"},
    ),
    "time does not count": ((BREACH, "Time within Breach does not count as Downtime"), {"breaches"}),
    "time outside does not count": (
        ("Time outside Business does not count as Downtime",),
        {"hours", "always", "outside"},
    ),
    "the clock of an incident": (("Each incident of Downtime runs from the start of its minute",), {"snap"}),
    "incidents that touch": ((JOINED,), {"join"}),
    "incidents close together": (
        ("Incidents of Downtime at most 5 min apart are one outage, with the time between",),
        {"join"},
    ),
    "each incident by itself": (("Each incident of Downtime is an outage of its own",), {"separate"}),
    "only long outages": (
        (JOINED, "An outage counts as Downtime only if it lasts more than 60 s, and then in full"),
        {"join", "keep"},
    ),
    "the total is rounded": (("The total of Downtime is rounded down to the minute",), {"round"}),
    "each outage is rounded": (
        (JOINED, "Each outage of Downtime is rounded up to the minute"),
        {"join", "measure_outages"},
    ),
    "a value is rounded": (("Uptime is rounded down to the 0.01 %",), {"round"}),
    "a limit": (("Rebate is limited to 20 % of Monthly Fee",), {"lesser"}),
    "a limit that is converted": (
        ("Rebate is limited to 125 EUR, converted at the given rate",),
        {"lesser", "convert"},
    ),
    "due only if": (("Rebate is due only if Uptime is less than 99 %",), {"compare"}),
    "due only if reported": (
        ("Rebate is due only if the customer reported an incident that counts as Downtime",),
        {"reported"},
    ),
    "due only if a guarantee is missed": (("Rebate is due only if the guarantee Calm is missed",), {"negate"}),
    "claimed after an outage": (
        (
            JOINED,
            "Rebate must be claimed within 30 days after the end of an outage of Downtime, "
            "and one claim opens the period",
        ),
        {"join", "events", "claimed"},
    ),
    "claimed after the period": (
        ("Rebate must be claimed within 30 days after the end of the period, and one claim opens the period",),
        {"claimed"},
    ),
    "a claim opens what it names": (
        ("Rebate must be claimed within 30 days after the end of the period, and a claim opens only what it names",),
        {"claimed", "claimed_only", "credit_by_claim", "separate"},
    ),
    "the least that is paid": (("Rebate is paid only if it is more than 1 EUR",), {"compare"}),
    "how it is paid": (("Rebate is paid as Account Credit",), set()),
    "nothing is computed": (('Nothing is computed here, because "it is so"',), set()),
    "a target": (("Reply is due on an Urgent ticket within 4 hours after it is opened",), {"target"}),
    "a named condition": (
        ("Grave means that Uptime is less than 99 % or not Downtime is at most 1 min and Uptime is more than 1 %",
         "Rebate is due only if Grave holds"),
        {"compare", "both", "either", "negate"},
    ),
    "a table": (
        ("Bonus is a credit on Monthly Fee, by the last row that applies to Uptime: less than 99 % gives 5 %",
         "Bonus is rounded down to the cent"),
        {"table"},
    ),
    "hours": (
        ("Night Downtime means the time in which Gateway is down outside Business",
         "The provider guarantees as Dark that Night Downtime is at most 1 hour"),
        {"hours", "outside"},
    ),
    "the whole period": (
        ("Open Time means the whole period outside Planned", PLANNED,
         "The provider guarantees as Open that Open Time is at least 20 days"),
        {"windows", "outside", "together"},
    ),
    "sets put together": (
        ("Cloud Downtime means the time in which Cloud is down",
         "All Downtime means the time of Downtime together with Cloud Downtime",
         "The provider guarantees as All that All Downtime is at most 1 hour"),
        {"together"},
    ),
    "values": (
        (JOINED,
         "Odd means the greater of (the longest outage of Downtime) and the part of Downtime beyond 1 min "
         "but at most 1 hour",
         "Share means Odd divided by the length of the period times the number of outages of Downtime plus 1 %",
         "The provider guarantees as Odder that Share is at most 50 %"),
        {"join", "longest", "count", "greater", "lesser", "beyond", "add", "multiply", "period_length"},
    ),
}  # fmt: skip
PLAIN = ops(*BASE)


def test_what_every_policy_with_a_measure_and_a_credit_is_made_of() -> None:
    assert {
        "incidents", "excuse", "flatten", "period", "within", "measure", "books", "ledger", "literal", "add",
        "multiply", "charge", "units", "round", "credit", "compare", "guarantee",
    } == PLAIN  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_sentence_form_is_made_of_the_operations_that_the_reference_names(form: str) -> None:
    sentences, expected = FORMS[form]
    made = policy(*BASE, *sentences)
    assert {n.op for n in made.tree.nodes} - PLAIN == expected - PLAIN
    assert {n.op for n in made.tree.nodes} >= expected
    assert complaint(made.tree) == ""


# ---------------------------------------------------------------- where nodes come from


@pytest.mark.parametrize("form", FORMS)
def test_every_node_stands_within_the_sentence_whose_clause_and_assumption_it_has(form: str) -> None:
    made = policy(*BASE, *FORMS[form][0], assuming=True)
    for node in made.tree.nodes:
        number = number_of(made, node)
        assert made.clause(node) == f"§ {number}", node
        assert made.tree.assumptions[node.assumption] == f"a{number}", node


def test_a_clause_is_kept_once_and_in_the_order_in_which_it_is_met() -> None:
    tree = policy(*BASE).tree
    assert len(set(tree.clauses)) == len(tree.clauses)
    assert {node.clause for node in tree.nodes} <= set(range(len(tree.clauses)))


def test_a_sentence_before_the_first_clause_has_none() -> None:
    text = "".join(f"{s}.\n" for s in (*PRELUDE, *BASE))
    found = read(f'Agreement "Test".\n{text}', "sha256:0", "").tree
    assert found is not None
    assert (found.clauses, found.assumptions, {n.clause for n in found.nodes}) == ((), (), {-1})


def inputs_come_first(made: Policy) -> bool:
    return all(k < at for at, node in enumerate(made.tree.nodes) for k in node.inputs)


@pytest.mark.parametrize("form", FORMS)
def test_every_node_reads_nodes_before_it_whatever_the_order_of_the_sentences(form: str) -> None:
    sentences = FORMS[form][0]
    assert inputs_come_first(policy(*BASE, *sentences))
    assert inputs_come_first(policy(*sentences[::-1], *BASE[::-1]))


# ---------------------------------------------------------------- the head of the tree


def test_the_head_of_a_tree() -> None:
    text = policy(*BASE, 'Nothing is computed here, because "it is so"').text
    found = read(text, "sha256:abc", "it.sla").tree
    assert found is not None
    assert (found.title, found.digest, found.language, found.zone, found.period) == (
        "Test",
        "sha256:abc",
        1,
        "UTC",
        "month",
    )
    assert found.names["service"] == {"gateway": "Gateway", "cloud": "Cloud"}
    assert found.names["cause"] == {"failure": "Failure", "work": "Work"}
    assert found.recorded == {"reply": "replied", "repair": "repaired"}
    assert found.nothing == ((f"§ {len(PRELUDE) + len(BASE) + 1}", "it is so"),)
    assert [*found.calendars] == ["business"]


def test_assumptions_are_stated_with_their_clauses_also_where_they_make_no_node() -> None:
    made = policy(*BASE, "Rebate is paid as Account Credit", assuming=True)
    last = len(made.sentences)
    assert made.tree.stated[-1] == (f"§ {last}", f"a{last}")
    assert ("§ 1", "a1") in made.tree.stated


def test_the_results_in_the_order_of_the_policy() -> None:
    tree = policy(*BASE, "Reply is due on an Urgent ticket within 4 hours after it is opened").tree
    shown = {
        name: [(root.id, root.words) for root in getattr(tree, name)]
        for name in ("measures", "guarantees", "credits", "targets", "ledgers")
    }
    assert shown == {
        "measures": [("downtime", "Downtime"), ("uptime", "Uptime")],
        "guarantees": [("calm", "Calm")],
        "credits": [("rebate", "Rebate")],
        "targets": [("reply", "Reply")],
        "ledgers": [("downtime", "Downtime")],
    }


# ---------------------------------------------------------------- what cannot be compiled


@pytest.mark.parametrize("length", ["40000 days", "900000 hours", "900000 Business hours", "40000 Business days"])
def test_a_deadline_that_no_calendar_holds(length: str) -> None:
    target = f"Reply is due on an Urgent ticket within {length} after it is opened"
    text = 'Agreement "Test".\n' + "".join(f"{s}.\n" for s in (*PRELUDE, *BASE, target))
    found = read(text, "sha256:0", "it.sla")
    assert found.tree is None
    (error,) = [f for f in found.findings if f.severity == "error"]
    assert (error.code, error.source, bool(error.repair)) == ("deadline-too-long", "it.sla", True)
    assert error.span is not None
    assert text[slice(*error.span)] == length
