"""What no record could hold: told with its place, and the example is not run."""

from __future__ import annotations

from functools import cache

import pytest

from sla_dsl.evaluation.compiling.example_mistakes import CODES
from sla_dsl.evaluation.compiling.examples import ExampleRun
from tests.evaluation.compiling.scenarios import DOWN, FEE, Case, run

IMPOSSIBLE = {
    "no end": Case(
        "an incident because of Failure from 2026-03-04 10:00, a breach from 2026-03-05 10:00",
        "Uptime is met",
        ("open-end-without-as-of", "open-end-without-as-of"),
    ),
    "ends before it starts": Case(
        "a breach from 2026-03-04 10:00 UTC to 2026-03-04 10:30 Europe/Brussels",
        "Uptime is met",
        ("end-before-start",),
    ),
    "after the record": Case(
        "the record up to 2026-03-04 10:00, an incident because of Failure from 2026-03-04 09:00 to 10:01 "
        "reported at 2026-03-04 10:02 claimed at 2026-03-04 10:00, maintenance from 2026-03-09 10:00 to 11:00 "
        "announced at 2026-03-04 10:03",
        "Uptime is met",
        ("after-as-of", "after-as-of", "after-as-of"),
    ),
    "twice": Case(
        f"{FEE}, Monthly Fee of 7 EUR, 1 EUR being 2 USD, 2 EUR being 2 USD, the record up to 2026-03-04 10:00, "
        "the record up to 2026-03-05 10:00, an Urgent ticket opened at 2026-03-04 08:00 "
        "with Reply at 2026-03-04 09:00 with Reply at 2026-03-04 09:30",
        "Uptime is met",
        ("given-twice",) * 4,
    ),
    "a pause without an end": Case(
        "an Urgent ticket opened at 2026-03-04 10:00 with Waiting from 2026-03-04 10:00",
        "Reply is missed",
        ("open-end-without-as-of",),
    ),
    "a pause that ends before it starts": Case(
        "an Urgent ticket opened at 2026-03-04 10:00 "
        "with Waiting from 2026-03-04 10:00 UTC to 2026-03-04 10:30 Europe/Brussels",
        "Reply is missed",
        ("end-before-start",),
    ),
    "a pause after the record": Case(
        "the record up to 2026-03-04 11:00, an Urgent ticket opened at 2026-03-04 10:00 "
        "with Waiting from 2026-03-04 10:30 to 11:30",
        "Reply is pending",
        ("after-as-of",),
    ),
    "pauses both ways": Case(
        "no list of pauses, an Urgent ticket opened at 2026-03-04 10:00 with Waiting from 2026-03-04 10:30 to 11:30",
        "Reply is missed",
        ("list-both-ways",),
    ),
    "both ways": Case(
        f"no list of reports, no list of claims, no list of breaches, {DOWN} reported at 2026-03-04 11:00",
        "Uptime is met",
        ("list-both-ways",),
    ),
    "a rate of nothing": Case("0 EUR being 1 USD, 1 USD being 0 GBP", "Uptime is met", ("rate-of-nothing",) * 2),
}


@cache
def runs() -> dict[str, ExampleRun]:
    return run(IMPOSSIBLE)


@pytest.mark.parametrize("title", IMPOSSIBLE)
def test_it_is_not_run(title: str) -> None:
    found = runs()[title]
    assert not found.passed
    assert found.differences == ()
    assert tuple(f.code for f in found.findings) == IMPOSSIBLE[title].says
    for finding in found.findings:
        assert finding.span is not None
        assert found.span.start <= finding.span.start < finding.span.end <= found.span.end
        assert finding.message.endswith(".")
        assert finding.repair.endswith(".")


def test_every_code_is_earned() -> None:
    assert {code for case in IMPOSSIBLE.values() for code in case.says} == {*CODES, "end-before-start"} - {
        "example-differs"
    }
