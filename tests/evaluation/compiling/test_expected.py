"""What is not as an example expects it, in one sentence each."""

from __future__ import annotations

from functools import cache

import pytest

from sla_dsl.evaluation.compiling.examples import ExampleRun
from tests.evaluation.compiling.scenarios import DOWN, FEE, Case, run

DIFFERING = {
    "another length": Case(DOWN, "Downtime is 20 min", ("Downtime was expected to be 20 min, and is 30 min.",)),
    "another share": Case(DOWN, "Uptime is 99.9 %", ("Uptime was expected to be 99.9 %, and is 99.930555… %.",)),
    "a range": Case(
        "an incident from 2026-03-04 10:00 to 10:30",
        "Downtime is 30 min",
        ("Downtime was expected to be 30 min, and is not known, from 0 s to 30 min.",),
    ),
    "known after all": Case(DOWN, "Downtime is unknown", ("Downtime was expected to be unknown, and is 30 min.",)),
    "another amount": Case(
        f"{FEE}, {DOWN} reported at 2026-03-04 11:00",
        "Rebate is 45 EUR",
        ("Rebate was expected to be 45.00 EUR, and is 10.00 EUR.",),
    ),
    "another currency": Case(
        f"{FEE}, {DOWN} reported at 2026-03-04 11:00",
        "Rebate is 10 USD",
        ("Rebate was expected to be 10.00 USD, and is 10.00 EUR.",),
    ),
    "another rate": Case(f"{FEE}, {DOWN}", "Rebate is 5 %", ("Rebate was expected to be 5 %, and is 10 %.",)),
    "an amount that is not due": Case(
        f"{FEE}, {DOWN}", "Rebate is 10 EUR", ("Rebate was expected to be 10.00 EUR, and is not eligible.",)
    ),
    "an amount that nobody can tell": Case(
        f"{FEE}, no list of reports, {DOWN}",
        "Rebate is 10 EUR",
        ("Rebate was expected to be 10.00 EUR, and is not known, from 0.00 EUR to 10.00 EUR.",),
    ),
    "an amount without a fee": Case(
        f"{DOWN} reported at 2026-03-04 11:00",
        "Rebate is 10 EUR",
        ("Rebate was expected to be 10.00 EUR, and is not known.",),
    ),
    "another status": Case(f"{FEE}, {DOWN}", "Rebate is due", ("Rebate was expected to be due, and is not eligible.",)),
    "another verdict": Case(DOWN, "Uptime is missed", ("Uptime was expected to be missed, and is met.",)),
    "another last day": Case(
        f"{FEE}, {DOWN}, the record up to 2026-03-20 00:00",
        "Bonus is claimable until 2026-04-04",
        ("Bonus was expected to be claimable until 2026-04-04, and is claimable until 2026-04-03.",),
    ),
    "no longer claimable": Case(
        f"{FEE}, {DOWN}",
        "Bonus is claimable until 2026-04-03",
        ("Bonus was expected to be claimable until 2026-04-03, and is not eligible.",),
    ),
    "no last day yet": Case(
        f"{FEE}, an incident because of Failure from 2026-03-04 10:00, the record up to 2026-03-20 00:00",
        "Bonus is claimable until 2026-04-03",
        ("Bonus was expected to be claimable until 2026-04-03, and is claimable, with no last day yet.",),
    ),
    "due at another time": Case(
        "an Urgent ticket opened at 2026-03-04 10:00",
        "Reply is due at 2026-03-04 15:00",
        ("Reply was expected to be due at 2026-03-04T15:00:00+01:00, and is due at 2026-03-04T14:00:00+01:00.",),
    ),
    "not due yet": Case(
        "an Urgent ticket opened at 2026-03-04 10:00, the record up to 2026-03-04 11:00",
        "Repair is due at 2026-03-04 15:00",
        ("Repair was expected to be due at 2026-03-04T15:00:00+01:00, and is not due yet.",),
    ),
    "a ticket of another month": Case(
        "an Urgent ticket opened at 2026-02-04 10:00",
        "Reply is missed, Reply is due at 2026-02-04 14:00",
        (
            "Reply was expected to be missed, and is not due on any ticket of this period.",
            "Reply was expected to be due at 2026-02-04T14:00:00+01:00, and is not due on any ticket of this period.",
        ),
    ),
    "one of two tickets": Case(
        "an Urgent ticket opened at 2026-03-04 10:00 with Reply at 2026-03-04 11:00, "
        "an Urgent ticket opened at 2026-03-04 10:00",
        "Reply is met",
        ("Reply on ticket 2 was expected to be met, and is missed.",),
    ),
    "two things": Case(
        DOWN,
        "Downtime is 1 min, Uptime is 100 %, Uptime is met",
        (
            "Downtime was expected to be 1 min, and is 30 min.",
            "Uptime was expected to be 100 %, and is 99.930555… %.",
        ),
    ),
}


@cache
def runs() -> dict[str, ExampleRun]:
    return run(DIFFERING)


@pytest.mark.parametrize("title", DIFFERING)
def test_it_says_what_differs(title: str) -> None:
    found = runs()[title]
    assert not found.passed
    assert tuple(d.split("\n")[0] for d in found.differences) == DIFFERING[title].says
    assert found.findings == ()
