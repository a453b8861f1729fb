"""A policy with something of everything that an example can speak of, and running examples under it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sla_dsl.evaluation.compiling.examples import ExampleRun, run_examples
from sla_dsl.evaluation.compiling.reading import Read, read
from sla_dsl.language import nodes as n

POLICY = """Agreement "Test".
The time zone is Europe/Brussels.
The period is each calendar month.
Gateway is a service: "sending messages".
Failure is a cause: "a failure".
Work is a cause: "planned work".
Monthly Fee is a charge: "the fee of the month".
Urgent is a priority: "urgent".
Reply is a step on tickets recorded as Replied: "an answer".
Repair is a step on tickets recorded as Repaired: "a repair".
Waiting is a pause of tickets recorded as Awaiting Customer: "the customer has to answer".
Allowance means 5 min.
§ 1
Downtime means the time in which Gateway is down because of Failure or Work.
Incidents of Downtime that overlap or touch are one outage.
Breach means the time in which the customer is in breach.
Time within Breach does not count as Downtime.
Planned means the maintenance announced at least 3 days before it starts.
An incident because of Work within Planned does not count as Downtime.
Uptime means 100 % minus Downtime divided by 30 days.
The provider guarantees that Uptime is at least 99.9 %.
§ 2
Rebate is a credit on Monthly Fee, by the last row that applies to Uptime: less than 100 % gives 10 %.
Rebate is due only if the customer reported an incident that counts as Downtime.
Rebate is limited to 50 EUR, converted at the given rate.
Rebate is rounded to the nearest cent, halves up.
§ 3
Bonus is a credit on Monthly Fee, by the last row that applies to Uptime: less than 100 % gives 5 %.
Bonus is rounded to the nearest cent, halves up.
Bonus must be claimed within 30 days after the end of an outage of Downtime, and one claim opens the period.
§ 4
Reply is due on an Urgent ticket within 4 hours after it is opened.
Repair is due on an Urgent ticket within 8 hours after Reply, not counting Waiting.
§ 5
"""

DOWN = "an incident because of Failure from 2026-03-04 10:00 to 10:30"
FEE = "Monthly Fee of 100 EUR"


class Case(NamedTuple):
    given: str
    expect: str
    says: tuple[str, ...] = ()
    """What is said, sentence by sentence; the lines of reasons are looked at apart."""


def reading(*examples: str) -> Read:
    """The policy read with these sentences at its end."""
    return read(POLICY + "\n".join(examples), "sha256:0", "")


def run(cases: Mapping[str, Case]) -> dict[str, ExampleRun]:
    """The runs of these cases, all written into one policy."""
    written = (f'Example "{title}" in 2026-03: given {c.given}; expect {c.expect}.' for title, c in cases.items())
    found = reading(*written)
    assert [f for f in found.findings if f.severity == "error"] == []
    return {run.title: run for run in run_examples(found)}


def example(given: str) -> tuple[n.Example, Read]:
    """One example as it was read, and what it was read with."""
    found = reading(f'Example "it" in 2026-03: given {given}; expect Uptime is met.')
    assert found.agreement is not None
    body = found.agreement.examples[0].body
    assert isinstance(body, n.Example)
    return body, found
