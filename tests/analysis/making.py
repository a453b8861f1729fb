"""Small policies under study, made short for the tests of this room."""

from __future__ import annotations

from functools import cache

from sla_dsl import read_policy
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Walk
from sla_dsl.evaluation.wording import elapsed, money

MINUTE = 60_000_000
HOUR = 60 * MINUTE

NAMES = """Agreement "Test".
The time zone is UTC.
The period is each calendar month.
Gateway is a service: "sending messages".
Failure is a cause: "a failure".
Monthly Fee is a charge: "the fee of the month".
"""
DOWNTIME = (
    NAMES
    + """Downtime means the time in which Gateway is down because of Failure.
Uptime means 100 % minus Downtime divided by the length of the period.
"""
)
PROMISE = DOWNTIME + "The provider guarantees that Uptime is at least 99.9 %.\n"
CREDIT = (
    PROMISE
    + """Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:
  less than 99.9 % gives 10 %, less than 99 % gives 50 %.
Rebate is rounded to the nearest cent, halves up.
"""
)


@cache
def study(text: str) -> Study:
    return Study(read_policy(text).require(), text)


def walked(text: str) -> Walk:
    """The only line of a policy in its usual period."""
    made = study(text)
    (axis,) = made.axes
    return made.walk(made.usual, axis)


def steps(text: str) -> list[str]:
    """Where each stretch of the line starts, with how the policy stands there."""
    tree = study(text).tree
    rows = []
    for stretch in walked(text).stretches:
        kept = ["kept" if stretch.least[root.node] is True else "missed" for root in tree.guarantees]
        credit = [stretch.least[root.node] for root in tree.credits]
        rows.append(" ".join([f"{elapsed(stretch.first)}:", *kept, *(f"{c.status} {money(c.amount)}" for c in credit)]))
    return rows
