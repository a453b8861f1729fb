"""Pairs of policies: the verdict and the direction are right, and every difference is so when it is evaluated."""

from __future__ import annotations

import json
from functools import cache

import pytest

from sla_dsl import evaluate, read_policy, read_timeline
from sla_dsl.analysis.changes import changes_between
from sla_dsl.analysis.differing import Comparison, compare
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evidence.plain import plain_timeline
from tests.analysis.pairs import CHANGES, TWO, Change, both, two


@cache
def policy(text: str) -> Policy:
    return read_policy(text).require()


@cache
def compared(old: str, new: str) -> Comparison:
    return compare(policy(old), policy(new))


def replayed(comparison: Comparison) -> None:
    """Each situation, written as a file and read again, gives under the two policies what is told of it."""
    pair = comparison.pair
    for told in comparison.told:
        plain = [plain_timeline(timeline, "UTC") for timeline in pair.timelines(told.situation)]
        read = [read_timeline(json.dumps(one)).require() for one in plain]
        periods = sorted({charge["period"] for charge in plain[0]["charges"]})
        old, new = (
            evaluate(study.policy, timeline, periods).require().periods
            for study, timeline in zip((pair.old, pair.new), read, strict=True)
        )
        assert tuple(changes_between(old, new)) == told.changes != ()


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_the_verdict_and_the_direction(change: Change) -> None:
    found = compared(*both(change))
    assert (found.verdict, found.benefit) == (change.verdict, change.benefit)
    if change.kind:
        assert found.told[0].situation.kind == change.kind
    replayed(found)


@pytest.mark.parametrize(("name", "old", "new", "benefit"), TWO, ids=lambda value: value[:20])
def test_what_counts_is_put_otherwise(name: str, old: str, new: str, benefit: str) -> None:
    found = compared(*two(old, new))
    assert (found.verdict, found.benefit) == ("different", benefit)
    replayed(found)


@pytest.mark.parametrize(
    "change", [c for c in CHANGES if c.benefit in ("customer", "provider")][::3], ids=lambda c: c.name
)
def test_the_other_way_round_it_is_for_the_other_side(change: Change) -> None:
    old, new = both(change)
    other = {"customer": "provider", "provider": "customer"}[change.benefit]
    assert compared(new, old).benefit == other
