"""What two results make differently, and for whom."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sla_dsl import read_policy
from sla_dsl.analysis.changes import benefit_of, gains
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.regions import compared, one_outage
from sla_dsl.analysis.situations import Asked, Situation
from tests.analysis.making import CREDIT, HOUR, MINUTE, NAMES

CLAIM = CREDIT + (
    "Incidents of Downtime that overlap or touch are one outage.\n"
    "Rebate must be claimed within 30 days after the end of an outage of Downtime, and one claim opens the period.\n"
)
ROWS = """by the last row that applies to Uptime:
  less than 99.9 % gives 10 %, less than 99 % gives 50 %."""
STEPS = CREDIT.replace(ROWS, "of 1 % for each started 30 min of Downtime.")


def pair(old: str, new: str) -> Pair:
    return Pair(read_policy(old).require(), read_policy(new).require())


def down(both: Pair, lasting: int, **facts: Any) -> Situation:
    (axis,) = both.old.axes
    return one_outage(both, both.old.usual, axis, lasting)._replace(**facts)


def test_more_money_is_for_the_customer() -> None:
    both = pair(CREDIT, CREDIT.replace("gives 10 %", "gives 12.5 %"))
    changes = both.changes(down(both, HOUR))
    assert [(c.kind, c.id, c.benefit, c.weighs) for c in changes] == [("credit", "rebate", "customer", True)]
    assert gains(changes) == {"EUR": Fraction(25)}


def test_money_decides_before_promises() -> None:
    both = pair(CREDIT, CREDIT.replace("at least 99.9 %", "at least 99.5 %").replace("gives 10 %", "gives 20 %"))
    changes = both.changes(down(both, HOUR))
    assert {c.kind: c.benefit for c in changes} == {"credit": "customer", "guarantee": "provider"}
    assert benefit_of(changes) == "customer"


def test_a_credit_that_only_one_policy_has() -> None:
    both = pair(CREDIT, CREDIT[: CREDIT.index("Rebate")])
    (change,) = both.changes(down(both, HOUR))
    assert (change.new, change.benefit) == (None, "provider")
    assert gains([change]) == {"EUR": -100}


def test_longer_to_claim_is_for_the_customer_though_the_money_is_the_same() -> None:
    both = pair(CLAIM, CLAIM.replace("30 days", "31 days"))
    end = down(both, HOUR).outages[0].end
    (change,) = both.changes(down(both, HOUR, claims=(), as_of=end))
    assert (change.benefit, change.old.status, change.new.status) == ("customer", "claimable", "claimable")
    assert gains([change]) == {}


def test_a_late_claim() -> None:
    both = pair(CLAIM, CLAIM.replace("30 days", "31 days"))
    end = down(both, HOUR).outages[0].end
    assert both.changes(down(both, HOUR, claims=(Asked(end + 30 * 24 * HOUR, (0,)),))) == ()
    (change,) = both.changes(down(both, HOUR, claims=(Asked(end + 31 * 24 * HOUR, (0,)),)))
    assert (change.old.status, change.new.status) == ("not_eligible", "due")


def test_a_figure_that_nothing_hangs_on() -> None:
    both = pair(CREDIT, CREDIT.replace("minus Downtime", "minus 0.99999 times Downtime"))
    changes = both.changes(down(both, MINUTE))
    assert [(c.kind, c.weighs, c.benefit) for c in changes] == [("measure", False, "neither")]
    assert benefit_of(changes) == "neither"


def test_a_name_that_one_policy_does_not_know_is_taught_to_it() -> None:
    new = CREDIT.replace("because of Failure.", "because of Failure or Attack.") + 'Attack is a cause: "an attack".\n'
    both = pair(CREDIT, new)
    assert both.old.tree.names["cause"].keys() == both.new.tree.names["cause"].keys() == {"failure", "attack"}
    assert both.given[0].tree.names["cause"].keys() == {"failure"}


def test_regions_are_exact_where_credits_hang_on_comparisons() -> None:
    both = pair(CREDIT, CREDIT.replace("less than 99 % gives", "less than 98 % gives"))
    (axis,) = both.old.axes
    line = compared(both, both.old.usual, axis, both.fee())
    assert line.exact
    assert [(r.first, r.last) for r in line.regions] == [(7 * HOUR + 12 * MINUTE + 1, 14 * HOUR + 24 * MINUTE)]


def test_regions_are_searched_where_an_amount_moves() -> None:
    both = pair(STEPS, STEPS.replace("30 min", "31 min"))
    (axis,) = both.old.axes
    line = compared(both, both.old.usual, axis, both.fee())
    assert not line.exact
    assert line.regions
    for region in line.regions:
        assert region.changes
        assert region.at_last


def test_an_outage_that_is_claimed_when_it_ends_may_be_claimed_too_late_after_its_start() -> None:
    text = CLAIM.replace("30 days after the end", "48 hours after the start")
    both = pair(text, text.replace("48 hours", "72 hours"))
    (axis,) = both.old.axes
    (region,) = compared(both, both.old.usual, axis, both.fee()).regions
    assert (region.first, region.last) == (48 * HOUR + 1, 72 * HOUR)


def test_other_periods_are_held_together_as_totals() -> None:
    both = pair(CREDIT, CREDIT.replace("calendar month", "calendar quarter"))
    assert not both.aligned
    (axis,) = both.old.axes
    changes = both.changes(one_outage(both, both.old.usual, axis, HOUR))
    assert {(c.kind, c.benefit) for c in changes} == {("credit", "provider"), ("guarantee", "provider")}


def test_nothing_declared_is_nothing_to_differ() -> None:
    text = (
        NAMES
        + "Downtime means the time in which Gateway is down because of Failure.\n"
        + "The provider guarantees that Downtime is at most 1 hour.\n"
    )
    both = pair(text, text)
    assert both.changes(down(both, HOUR + 1)) == ()
