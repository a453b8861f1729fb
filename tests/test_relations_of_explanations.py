"""M20: an explanation added up again gives the result; one line of it changed is found."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from tests import scenes as s
from tests.readding import AGAIN, wrong_steps
from tests.scenes import Json, outcome, scenes

both = pytest.mark.parametrize("name", s.POLICIES)
HANDED_ON = {"elapsed", "ratio", "number", "money", "truth", "guarantee"}


@both
def test_m20_every_step_is_what_its_parts_give(name: str) -> None:
    for scene in scenes(name, 200):
        period = outcome(scene)
        assert list(wrong_steps(period.tree.nodes, period.trace.values)) == [], scene


@both
def test_m20_the_result_is_what_the_last_steps_came_to(name: str) -> None:
    for scene in scenes(name, 60):
        period = outcome(scene)
        for root in period.tree.measures:
            known, value = period.measures[root.id].known, period.trace.values[root.node]
            low, high = (value.low, value.high) if isinstance(value, Between) else (value, value)
            assert known.value == (None if isinstance(value, Between) else value)
            assert known.least in (low, None)
            assert known.most in (high, None)


@both
def test_m20_a_line_that_is_changed_is_found(name: str) -> None:
    for scene in scenes(name, 12):
        period = outcome(scene)
        values = list(period.trace.values)
        for at, node in enumerate(period.tree.nodes):
            if node.op in AGAIN and node.type in HANDED_ON and not isinstance(values[at], Between):
                forged = [*values[:at], another(values[at]), *values[at + 1 :]]
                assert list(wrong_steps(period.tree.nodes, forged)), (scene, at, node)


def another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, Money):
        return Money(value.amount + Fraction(1, 100), value.currency)
    return value + Fraction(1, 1000)


@both
def test_m20_the_intervals_told_add_up_to_the_seconds_told(name: str) -> None:
    """In the plain data of the result, as a customer has it: no step behind it is looked at."""
    for scene in scenes(name, 60):
        row = s.result(name, scene.timeline, scene.period).to_dict()["periods"][0]
        for bucket in ("counted", "undecided"):
            seconds = sum(
                Fraction(str(part["seconds"])) for part in row["ledger"]["downtime"] if part["bucket"] == bucket
            )
            told = [t for t in row["explanation"]["ledgers"][0]["times"] if t["bucket"] == bucket]
            assert total(told) == seconds, scene
        if row["measures"]["downtime"]["seconds"] is not None:
            rounding = row["explanation"]["measures"][0]
            counted = total(rounding["parts"][0]["parts"][0].get("times", []))
            assert abs(counted - Fraction(str(row["measures"]["downtime"]["seconds"]))) <= 30, scene


def total(times: list[Json]) -> Fraction:
    return Fraction(sum(s.instant(t["to"]) - s.instant(t["from"]) for t in times), 1_000_000)


@both
def test_m20_what_is_said_of_an_incident_adds_up_to_what_counts(name: str) -> None:
    """Incidents overlap, so together they are at least the time that counts, and none is more than all of it."""
    for scene in scenes(name, 60):
        period = outcome(scene)
        counted = sum(end - start for start, end in s.spans(period, "counted"))
        each = [sum(fate.counted for fate in fates) for fates in period.fates.values()]
        assert max(each, default=0) <= counted <= sum(each), scene
        assert all(fate.counted <= fate.most for fates in period.fates.values() for fate in fates)


def test_m20_the_steps_that_are_added_up_again_are_most_of_them() -> None:
    for name in s.POLICIES:
        operations = [node.op for node in s.policy(name).tree.nodes]
        assert sum(op in AGAIN for op in operations) >= 0.6 * len(operations)
