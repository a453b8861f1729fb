"""Every operation has words of its own, and the words are those of the policy."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.explanation import _UNTOLD
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.tree import Node, Tree
from tests.evaluation.making import DAY, HOUR, MINUTE, literal, node, tree_of
from tests.evaluation.making import tree as tree_from
from tests.evaluation.worlds import RICH

CALENDAR = {"words": "Business", "weekdays": [0], "hours": [0, DAY], "zone": "UTC", "countries": [], "dates": []}
NAMES = {
    "service": {"gateway": "SMS Gateway", "cloud": "Cloud"},
    "cause": {"failure": "Failure", "work": "Work"},
    "charge": {"fee": "Monthly Fee"},
    "priority": {"urgent": "Urgent"},
    "step": {},
    "pause": {"parked": "Parked"},
}


def said(made: Node, *labels: str, before: tuple[Node, ...] = ()) -> str:
    """The line for a node whose inputs are called so."""
    nodes = (*before, *(literal("0", "number") for _ in labels[len(before) :]), made)
    of = tree_of(
        *nodes, names=NAMES, calendars={"business": CALENDAR}, clauses=("§ 1", "§ 2"), paused={"parked": "on_hold"}
    )
    of = of._replace(nodes=(*of.nodes[:-1], made._replace(inputs=tuple(range(len(labels))))))
    return describe(of, len(of.nodes) - 1, lambda k: labels[k])


RULE: dict[str, Any] = {"causes": ["failure", "work"], "services": None, "clause": 1, "bucket": "excluded"}
ANY_RULE: dict[str, Any] = {"causes": None, "services": None, "clause": -1, "bucket": "excluded"}
ALWAYS = node("always")
DAYS: dict[str, Any] = {"kind": "days", "amount": 30, "calendar": ""}
HOURS: dict[str, Any] = {"kind": "elapsed", "amount": 2 * HOUR, "calendar": ""}


@pytest.mark.parametrize(
    ("made", "labels", "words"),
    [
        (literal("999/1000", "ratio"), (), "99.9 %"),
        (literal(["125", "EUR"], "money"), (), "125.00 EUR"),
        (node("period"), (), "the period"),
        (node("period_length"), (), "the length of the period"),
        (node("incidents", services=["gateway"], causes=None), (), "incidents of SMS Gateway, whatever the cause"),
        (
            node("incidents", services=["gateway", "cloud"], causes=["failure", "work"]), (),
            "incidents of SMS Gateway or Cloud because of Failure or Work",
        ),
        (node("always"), (), "all time"),
        (
            node("windows", service="gateway", notice={"kind": "any", "comparison": "", "amount": "0"}), (),
            "maintenance of SMS Gateway announced or not",
        ),
        (node("breaches"), (), "the time in which the customer is in breach"),
        (node("hours", calendar="business"), (), "the hours of Business"),
        (node("charge", charge="fee", name="Monthly Fee"), (), "the charge Monthly Fee of the period"),
        (node("charge", charge="fee"), (), "the charge fee of the period"),
        (node("snap", start="minute", end=""), ("I",), "each incident runs from the start of its minute"),
        (node("snap", start="", end="hour"), ("I",), "each incident runs until the end of its hour"),
        (
            node("snap", start="minute", end="hour"), ("I",),
            "each incident runs from the start of its minute until the end of its hour",
        ),
        (node("separate"), ("I",), "each incident is looked at by itself"),
        (node("join", apart=0, inclusive=True, gap=False), ("I",), "incidents that overlap or touch are one outage"),
        (
            node("join", apart=5 * MINUTE, inclusive=True, gap=True), ("I",),
            "incidents at most 5 min apart are one outage, with the time between",
        ),
        (
            node("join", apart=5 * MINUTE, inclusive=False, gap=False), ("I",),
            "incidents less than 5 min apart are one outage, without the time between",
        ),
        (
            node("keep", bounds=[["more than", str(MINUTE)]], skip=0), ("O",),
            "outages that last more than 1 min, each in full",
        ),
        (
            node("keep", bounds=[["at least", str(5 * MINUTE)], ["less than", str(HOUR)]], skip=5 * MINUTE), ("O",),
            "outages that last at least 5 min and less than 1 hour, without the first 5 min of each",
        ),
        (node("excuse", rules=[]), ("O",), "nothing is taken out"),
        (
            node("excuse", rules=[RULE]), ("O", "Announced Work"),
            "what does not count is taken out: Failure or Work within Announced Work (§ 2)",
        ),
        (node("flatten"), ("C",), "overlaps are merged"),
        (node("within"), ("A", "B"), "the part of A within B"),
        (node("outside"), ("A", "B"), "the part of A outside B"),
        (node("together"), ("A", "B"), "A together with B"),
        (node("measure"), ("A",), "the total of A"),
        (node("add", signs=[1, -1, 1]), ("A", "B", "C"), "A minus B plus C"),
        (node("multiply", powers=[1, -1, 1]), ("A", "B", "C"), "A divided by B times C"),
        (node("greater"), ("A", "B"), "the greater of A and B"),
        (node("lesser"), ("A", "B"), "the lesser of A and B"),
        (node("beyond"), ("A", "B"), "the part of A beyond B"),
        (node("units", started=True), ("5 %", "30 min", "A"), "5 % for each started 30 min of A"),
        (node("units", started=False), ("5 %", "30 min", "A"), "5 % for each full 30 min of A"),
        (
            node("round", type="elapsed", unit=str(MINUTE), mode="nearest", halves="up"), ("A",),
            "A, rounded to the nearest minute, halves up",
        ),
        (node("convert"), ("125 EUR", "Fee"), "125 EUR in the currency of Fee, at the given rate"),
        (node("compare", comparisons=["at least", "less than"]), ("A", "1", "2"), "A is at least 1 but less than 2"),
        (node("both"), ("A", "B", "C"), "A and B and C"),
        (node("either"), ("A", "B"), "A or B"),
        (node("negate"), ("A",), "not A"),
        (node("reported"), ("L",), "the customer reported an incident that counts"),
        (
            node("table", type="ratio", pick="last", rows=[["less than"], ["at least", "less than"]]),
            ("Uptime", "99 %", "10 %", "99 %", "100 %", "5 %"),
            "the last row that applies to Uptime: "
            "less than 99 % gives 10 %; at least 99 % but less than 100 % gives 5 %",
        ),
        (
            node("table", type="ratio", pick="one", rows=[["exactly"]]), ("Count", "3", "10 %"),
            "the one row that applies to Count: exactly 3 gives 10 %",
        ),
        (
            node("claimed", within=DAYS, event="outage end", naming="the dates"), ("L",),
            "claimed within 30 days after the end of the outage, naming the dates; one claim opens the period",
        ),
        (
            node("claimed", within={**DAYS, "amount": 1}, event="outage start", naming=""), ("L",),
            "claimed within 1 day after the start of the outage; one claim opens the period",
        ),
        (
            node("claimed", within=HOURS, event="period end", naming=""), ("L",),
            "claimed within 2 hours after the end of the period; one claim opens the period",
        ),
        (node("guarantee"), ("A is at least 1",), "the provider guarantees that A is at least 1"),
        (
            node("credit", claim=False, paid_as=[], only=False, chooser=""), ("10 %", "F", "F", "R", "A", "B"),
            "the amount of R at the rate of 10 %, if A and B",
        ),
        (
            node("credit", claim=False, paid_as=[], only=False, chooser=""), ("10 %", "F", "F", "R"),
            "the amount of R at the rate of 10 %",
        ),
        (
            node("target", name="Reply", recorded="replied", priority="urgent", within=DAYS, after="", pauses=[]), (),
            "Reply on a ticket of priority Urgent within 30 days after it is opened",
        ),
        (
            node(
                "target", name="Reply", recorded="replied", priority="urgent", within=HOURS, after="",
                pauses=["on_hold", "strange"],
            ), (),
            "Reply on a ticket of priority Urgent within 2 hours after it is opened, not counting Parked or strange",
        ),
        (node("ledger"), ("B", "S"), "every instant of the period in one bucket"),
    ],
)  # fmt: skip
def test_words(made: Node, labels: tuple[str, ...], words: str) -> None:
    assert said(made, *labels) == words


def test_a_rule_for_all_time_names_only_its_causes() -> None:
    made = node("excuse", rules=[RULE, ANY_RULE])
    before = (literal("0", "number"), ALWAYS, node("breaches"))
    words = said(made, "O", "all time", "Breach", before=before)
    assert words == "what does not count is taken out: Failure or Work (§ 2); any incident within Breach"


def test_a_claim_that_opens_only_what_it_names() -> None:
    made = node("claimed", within=DAYS, event="outage end", naming="")
    before = (node("ledger", 0, 0), node("separate", 0))
    assert said(made, "L", "O", before=before).endswith("after the end of the outage; a claim opens only what it names")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("claimed", "outages claimed within 30 days after the end of the outage"),
        ("claimable", "outages claimed, or still to be claimed, within 30 days after the end of the outage"),
    ],
)
def test_outages_that_were_claimed(state: str, words: str) -> None:
    assert said(node("claimed_only", within=DAYS, event="outage end", state=state), "O", "E") == words


def test_every_operation_that_is_told_has_words() -> None:
    from sla_dsl.evaluation.describing import _WORDS

    assert set(OPERATIONS) - set(_WORDS) <= _UNTOLD
    assert set(_WORDS) <= set(OPERATIONS)


# ---------------------------------------------------------------- parts of lines


# ---------------------------------------------------------------- a whole tree

FOREIGN = re.compile(r"\b(None|True|False|dict|tuple|Fraction|Between|Money|lambda|_\w+|\w+_\w+)\b|[{}\[\]<>=]")


def plain(of: Tree, at: int) -> str:
    return describe(of, at, lambda k: of.nodes[k].name or f"({k})")


def test_no_line_of_a_tree_holds_a_name_of_the_program() -> None:
    of = tree_from(RICH)
    told = {at: plain(of, at) for at, it in enumerate(of.nodes) if it.op not in _UNTOLD}
    assert len({n.op for n in of.nodes}) > 35
    assert {at: words for at, words in told.items() if FOREIGN.search(words)} == {}
