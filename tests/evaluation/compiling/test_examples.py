"""Examples run: what comes out as expected, and what is said with what does not."""

from __future__ import annotations

from functools import cache

import pytest

from sla_dsl.evaluation.compiling.examples import ExampleRun, contradictions, run_examples
from sla_dsl.evaluation.compiling.reading import read
from tests.evaluation.compiling.scenarios import DOWN, FEE, Case, reading, run

PASSING = {
    "a length of time": Case(DOWN, "Downtime is 30 min"),
    "a length of time by its name": Case(
        "an incident because of Failure from 2026-03-04 10:00 to 10:05", "Downtime is Allowance"
    ),
    "a sum that is written out": Case(DOWN, "Downtime is 20 min plus 10 min"),
    "a share": Case("an incident because of Failure from 2026-03-04 10:00 to 17:12", "Uptime is 99 %"),
    "a promise kept": Case("nothing", "Uptime is met, Uptime is 100 %"),
    "a promise broken": Case(f"{DOWN}, an incident because of Work from 2026-03-05 10:00 to 11:00", "Uptime is missed"),
    "a promise that nobody can judge": Case("an incident from 2026-03-04 10:00 to 11:00", "Uptime is unknown"),
    "a rate and an amount": Case(
        f"{FEE}, {DOWN} reported at 2026-03-04 11:00", "Rebate is 10 %, Rebate is 10 EUR, Rebate is due"
    ),
    "nothing due is 0": Case(FEE, "Rebate is none, Rebate is 0 EUR"),
    "nothing had is 0, and its rate is told": Case(
        f"{FEE}, {DOWN}", "Rebate is not eligible, Rebate is 0 EUR, Rebate is 10 %"
    ),
    "without the list nobody knows": Case(f"{FEE}, no list of reports, {DOWN}", "Rebate is unknown, Rebate is 10 %"),
    "without a fee nobody knows": Case(f"{DOWN} reported at 2026-03-04 11:00", "Rebate is unknown"),
    "what can be claimed has its amount": Case(
        f"{FEE}, {DOWN}, the record up to 2026-03-20 00:00",
        "Bonus is claimable, Bonus is claimable until 2026-04-03, Bonus is 5 EUR",
    ),
    "what was claimed": Case(f"{FEE}, {DOWN} claimed at 2026-04-03 23:59:59", "Bonus is due, Bonus is 5 EUR"),
    "a rate between currencies": Case(
        f"Monthly Fee of 1000 USD, 1 EUR being 1.5 USD, {DOWN} reported at 2026-03-04 11:00", "Rebate is 75 USD"
    ),
    "a rate for two of a kind": Case(
        f"Monthly Fee of 1000 USD, 2 EUR being 3 USD, {DOWN} reported at 2026-03-04 11:00", "Rebate is 75 USD"
    ),
    "no cause": Case(f"{DOWN}, an incident from 2026-03-04 10:10 to 10:40", "Downtime is unknown"),
    "a service by its name": Case(DOWN.replace("incident", "incident on Gateway"), "Downtime is 30 min"),
    "time in breach": Case(f"{DOWN}, a breach from 2026-03-04 10:10 to 10:15", "Downtime is 25 min, Breach is 5 min"),
    "work announced": Case(
        "maintenance from 2026-03-10 02:00 to 04:00 announced at 2026-03-07 23:59, "
        "an incident because of Work from 2026-03-10 02:00 to 04:30",
        "Downtime is 30 min",
    ),
    "work announced too late": Case(
        "maintenance from 2026-03-10 02:00 to 04:00 announced at 2026-03-08 00:00, "
        "an incident because of Work from 2026-03-10 02:00 to 04:30",
        "Downtime is 2 hours 30 min",
    ),
    "work not announced": Case(
        "maintenance on Gateway from 2026-03-10 02:00 to 04:00 not announced, "
        "an incident because of Work from 2026-03-10 02:00 to 04:30",
        "Downtime is 2 hours 30 min",
    ),
    "still going on": Case(
        "an incident because of Failure from 2026-03-04 10:00, the record up to 2026-03-04 10:20",
        "Downtime is 20 min, Bonus is claimable",
    ),
    "over the end of the month": Case(
        "an incident because of Failure from 2026-03-31 23:50 to 2026-04-01 00:10", "Downtime is 10 min"
    ),
    "a time in another zone": Case(
        "an incident because of Failure from 2026-03-04 10:00 UTC to 10:30, "
        "an incident because of Failure from 2026-03-04 11:00 to 11:30",
        "Downtime is 30 min",
    ),
    "steps in time and not": Case(
        "an Urgent ticket opened at 2026-03-04 10:00 with Reply at 2026-03-04 14:00 with Repair at 2026-03-04 22:00:01",
        "Reply is met, Repair is missed, Reply is due at 2026-03-04 14:00, Repair is due at 2026-03-04 22:00",
    ),
    "a step that has not happened": Case("an Urgent ticket opened at 2026-03-04 10:00", "Reply is missed"),
    "a step that can still happen": Case(
        "the record up to 2026-03-04 14:00, an Urgent ticket opened at 2026-03-04 10:00",
        "Reply is pending, Repair is pending, Reply is due at 2026-03-04 13:00 UTC",
    ),
}

REASONS = {
    "of a credit": Case(f"{FEE}, {DOWN} reported at 2026-03-04 11:00", "Rebate is 45 EUR"),
    "of a promise": Case(DOWN, "Uptime is missed"),
    "of a measure": Case(DOWN, "Downtime is 20 min"),
    "of a deadline": Case("an Urgent ticket opened at 2026-03-04 10:00", "Reply is due at 2026-03-04 15:00"),
}


@cache
def runs() -> dict[str, ExampleRun]:
    return run({**PASSING, **REASONS})


@pytest.mark.parametrize("title", PASSING)
def test_it_passes(title: str) -> None:
    assert runs()[title] == ExampleRun(title, "§ 5", runs()[title].span, passed=True, differences=(), findings=())


def test_a_credit_comes_with_its_reasons() -> None:
    _, *reasons = runs()["of a credit"].differences[0].split("\n")
    assert reasons[0] == "  Uptime (99.930555… %): less than 100 % gives 10 % (§ 2)"
    assert any("reported" in reason for reason in reasons)


def test_a_promise_and_a_measure_come_with_theirs() -> None:
    assert "at least 99.9 %" in runs()["of a promise"].differences[0]
    assert "incident 1: 30 min of it counts (§ 1)" in runs()["of a measure"].differences[0]


def test_a_deadline_needs_no_reason() -> None:
    assert "\n" not in runs()["of a deadline"].differences[0]


def test_a_refused_policy_has_no_runs() -> None:
    assert run_examples(read('Agreement "Nothing".', "sha256:0", "")) == ()


def test_an_example_set_aside_is_not_run() -> None:
    aside = 'Set aside, because "it is wrong": example "aside" in 2026-03: given nothing; expect Uptime is missed.'
    assert run_examples(reading(aside)) == ()


def test_the_span_is_that_of_the_example() -> None:
    found = reading('Example "here" in 2026-03: given nothing; expect Uptime is met.')
    assert found.agreement is not None
    assert [r.span for r in run_examples(found)] == [found.agreement.examples[0].body.span]


def test_an_example_that_does_not_come_out_contradicts_the_rules() -> None:
    example = f'Example "short" in 2026-03: given {DOWN}; expect Downtime is {{}}.'
    (finding,) = contradictions(reading(example.format("20 min")))
    assert (finding.code, finding.severity) == ("example-differs", "warning")
    assert finding.message == (
        'The example "short" does not come out: Downtime was expected to be 20 min, and is 30 min.'
    )
    assert contradictions(reading(example.format("30 min"))) == ()
