"""Policies to measure with: a shipped one, and generated ones of any length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from sla_dsl import Policy, load_policy

FOLDER = Path(__file__).parents[1] / "policies"
ECERIUM = FOLDER / "ecerium.sla"


@cache
def ecerium() -> Policy:
    """The policy of the Ecerium agreement."""
    return load_policy(ECERIUM).require()


def generated(statements: int) -> str:
    """A policy of so many sentences: services, each with its own measure, promise, credit and rounding."""
    return 'Agreement "Generated".\n' + "\n".join(islice(_sentences(), statements)) + "\n"


def _sentences() -> Iterator[str]:
    yield "The time zone is UTC."
    yield "The period is each calendar month."
    yield 'Failure is a cause: "a failure of the provider\'s systems".'
    yield 'Work is a cause: "work on the provider\'s systems".'
    yield 'Fee is a charge: "what is paid for the month".'
    number = 0
    while True:
        number += 1
        yield from (sentence.format(n=number) for sentence in _SERVICE)


_SERVICE = (
    'Service N{n} is a service: "service number {n}".',
    "Downtime N{n} means the time in which Service N{n} is down because of Failure or Work.",
    "Announced N{n} means the maintenance announced at least 3 days before it starts.",
    "An incident because of Work within Announced N{n} does not count as Downtime N{n}.",
    "The total of Downtime N{n} is rounded down to the second.",
    "Uptime N{n} means 100 % minus Downtime N{n} divided by the length of the period.",
    "The provider guarantees that Uptime N{n} is at least 99.9 %.",
    "Credit N{n} is a credit on Fee, by the last row that applies to Uptime N{n}:\n"
    "  less than 99.9 % gives 5 %,\n  less than 99 % gives 10 %,\n  less than 95 % gives 100 %.",
    "Credit N{n} is limited to 50 % of Fee.",
    "Credit N{n} is rounded to the nearest cent, halves up.",
)
