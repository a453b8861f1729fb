from __future__ import annotations

from pathlib import Path

import pytest

from tests.analysis.making import CREDIT, DOWNTIME, steps, study, walked

POLICIES = Path(__file__).parents[2] / "policies"


def test_a_line_is_cut_where_anything_changes() -> None:
    assert steps(CREDIT) == [
        "0 s: kept none 0.00 EUR",
        "43 min 12 s: kept none 0.00 EUR",
        "43 min 12.000001 s: missed due 100.00 EUR",
        "7 hours 12 min: missed due 100.00 EUR",
        "7 hours 12 min 0.000001 s: missed due 500.00 EUR",
    ]
    assert not walked(CREDIT).searched


def test_stretches_cover_the_line() -> None:
    found = walked(CREDIT)
    assert found.stretches[0].first == 0
    assert found.stretches[-1].last == found.line.last == study(CREDIT).usual.length
    assert all(a.last + 1 == b.first for a, b in zip(found.stretches, found.stretches[1:], strict=False))


@pytest.mark.parametrize("name", ["ecerium.sla", "ezcnam.sla"])
def test_stretches_are_what_the_evaluator_says(name: str) -> None:
    """Each end of each stretch is made up and evaluated: measures, promises and credits come to the same."""
    text = (POLICIES / name).read_text(encoding="utf-8")
    tree, made = study(text).tree, study(text)
    for sample in made.samples:
        for axis in made.axes:
            found = made.walk(sample, axis)
            for stretch in found.stretches:
                values = made.outcome(found.line.world(stretch.last)).trace.values
                for root in (*tree.measures, *tree.guarantees):
                    assert values[root.node] == stretch.most[root.node]
                for root in tree.credits:
                    ours, theirs = stretch.most[root.node], values[root.node]
                    assert (ours.status, ours.rate, ours.amount) == (theirs.status, theirs.rate, theirs.amount)


def test_an_outage_that_must_last_is_not_cut_below_that() -> None:
    text = DOWNTIME + (
        "Each incident of Downtime is an outage of its own.\n"
        "An outage counts as Downtime only if it lasts at least 5 min, and then for the excess.\n"
        "The provider guarantees that Downtime is at most 10 min.\n"
    )
    assert steps(text) == ["0 s: kept", "10 min: kept", "10 min 0.000001 s: missed"]
    found = walked(text)
    (outage,) = found.line.world(found.stretches[2].first).outages
    assert outage.end - outage.start == 15 * 60_000_000 + 1


def test_an_amount_that_may_go_both_ways_is_searched() -> None:
    text = DOWNTIME + (
        "Odd means Downtime minus 2 times Downtime divided by the length of the period times 1 hour.\n"
        "The provider guarantees as Calm that Odd is at most 4 hours.\n"
    )
    assert walked(text).searched


def test_a_line_within_hours_runs_along_the_outage() -> None:
    text = DOWNTIME.replace("because of Failure.", "because of Failure within Office.") + (
        "Office means Monday to Friday from 09:00 to 17:00 holidays included.\n"
        "The provider guarantees that Downtime is at most 8 hours.\n"
    )
    found = walked(text)
    values = [study(text).outcome(found.line.world(s.first)).measures["downtime"].known.value for s in found.stretches]
    assert values[0] == 0
    assert 8 * 3_600_000_000 in values
    assert 8 * 3_600_000_000 + 1 in values
