from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation import steps, steps_of_claims, steps_of_facts, steps_of_outages, steps_of_rules
from sla_dsl.evaluation.families import Family, Outages, join, separate
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.plan import _MAKERS
from sla_dsl.evaluation.steps import read_number
from sla_dsl.evaluation.tree import Node
from sla_dsl.values.unknown import Between
from tests.evaluation.making import MINUTE, at, node, span, tree_of, work

PIECES: Family = ((0, 10, 0), (20, 26, 1), (30, 33, 2))


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("3/4", Fraction(3, 4)), ("-6/3", -2), (7, 7), ("0", 0), ("1/3", Fraction(1, 3))]
)
def test_numbers_are_read_as_they_are_written(text: str | int, number: int | Fraction) -> None:
    found = read_number(text)
    assert found == number
    assert type(found) is type(number)


def test_every_operation_has_a_step_and_every_step_an_operation() -> None:
    assert set(_MAKERS) == set(OPERATIONS)


def test_no_two_files_make_the_same_step() -> None:
    tables = [
        set(module.MAKERS) for module in (steps, steps_of_claims, steps_of_facts, steps_of_outages, steps_of_rules)
    ]
    assert sum(map(len, tables)) == len(set().union(*tables)) == len(OPERATIONS)


# ---------------------------------------------------------------- snap


def snapped(start: str, end: str, *spans: str, zone: str = "UTC") -> list[tuple[int, int]]:
    made = node("snap", start=start, end=end)
    family = tuple((*span(text), n) for n, text in enumerate(spans))
    return [(s, e) for s, e, _ in work(made, family, tree=tree_of(made, zone=zone))]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("minute", "", "04 10:00:00-10:20:30"),
        ("", "minute", "04 10:00:40-10:21:00"),
        ("minute", "minute", "04 10:00:00-10:21:00"),
        ("second", "", "04 10:00:40-10:20:30"),
        ("hour", "hour", "04 10:00:00-11:00:00"),
        ("day", "hour", "04 00:00:00-11:00:00"),
    ],
)
def test_snap(start: str, end: str, expected: str) -> None:
    assert snapped(start, end, "04 10:00:40-10:20:30") == [span(expected)]


def test_snap_before_1973_asks_the_zone() -> None:
    assert snapped("minute", "", "1971-06-01 10:00:00 - 1971-06-01 10:20:30", zone="Africa/Monrovia") == [
        (at("1971-06-01 09:59:30"), at("1971-06-01 10:20:30"))
    ]


def test_the_quick_way_of_snap_is_the_other_one() -> None:
    late, early = ["04 10:00:40-10:20:30", "04 10:00:50-10:10:30"], "1971-06-01 10:00:40 - 1971-06-01 10:20:30"
    assert snapped("minute", "", *late) == snapped("minute", "", early, *late)[1:]


def test_nothing_is_snapped_to_nothing() -> None:
    assert snapped("minute", "") == []


# ---------------------------------------------------------------- outages


def test_join_and_separate() -> None:
    assert work(node("join", apart=4, inclusive=True, gap=True), PIECES) == join(PIECES, 4, True, True)
    assert work(node("join", apart=4, inclusive=False, gap=False), PIECES) == join(PIECES, 4, False, False)
    assert work(node("separate"), PIECES) == separate(PIECES)


def keep(comparison: str, value: str, skip: int = 0) -> Node:
    return node("keep", bounds=[[comparison, value]], skip=skip)


@pytest.mark.parametrize(
    ("comparison", "value", "kept"),
    [
        ("at least", "6", [0, 1]),
        ("more than", "6", [0]),
        ("at most", "6", [1, 2]),
        ("less than", "6", [2]),
        ("exactly", "6", [1]),
        ("at least", "13/2", [0]),
        ("at most", "11/2", [2]),
    ],
)
def test_keep(comparison: str, value: str, kept: list[int]) -> None:
    assert [n for _, _, n in work(keep(comparison, value), separate(PIECES)).pieces] == kept


def test_several_bounds_must_all_hold() -> None:
    both = node("keep", bounds=[["at least", "4"], ["less than", "8"]], skip=0)
    assert [n for _, _, n in work(both, separate(PIECES)).pieces] == [1]


def kept(found: Any) -> tuple[list[int], list[int]]:
    return [n for _, _, n in found.low.pieces], [n for _, _, n in found.high.pieces]


def worlds(low: Outages, high: Outages) -> Between:
    return Between(low, high, ("x",))


def test_with_a_lower_bound_more_incidents_never_take_one_away() -> None:
    low, high = join(PIECES[:1], 0, True, True), join(PIECES, 0, True, True)
    found = work(keep("at least", "6"), worlds(low, high))
    assert (kept(found), found.needs) == (([0], [0, 1]), ("x",))


def test_with_an_upper_bound_an_outage_that_may_be_longer_is_not_certain() -> None:
    family: Family = ((0, 4, 0), (4, 10, 1), (20, 24, 2))
    low, high = join((family[0], family[2]), 0, True, True), join(family, 0, True, True)
    assert kept(work(keep("at most", "5"), worlds(low, high))) == ([2], [0, 1, 2])


@pytest.mark.parametrize("comparison", ["less than", "exactly"])
def test_every_bound_from_above_is_handled_so(comparison: str) -> None:
    family: Family = ((0, 4, 0), (4, 10, 1))
    low, high = join(family[:1], 0, True, True), join(family, 0, True, True)
    assert kept(work(keep(comparison, "4" if comparison == "exactly" else "5"), worlds(low, high))) == ([], [0, 1])


# ---------------------------------------------------------------- sets of time


@pytest.mark.parametrize(
    ("op", "expected"),
    [
        ("within", ((2, 5), (8, 9))),
        ("outside", ((0, 2), (5, 6), (9, 12))),
        ("together", ((0, 6), (8, 20))),
    ],
)
def test_sets(op: str, expected: object) -> None:
    assert (
        work(node(op, 0, 1), ((0, 6), (8, 12)), ((2, 5), (8, 9), (12, 20))[: 2 if op != "together" else 3]) == expected
    )


def test_within_one_stretch_is_the_same_as_within_many() -> None:
    assert work(node("within", 0, 1), ((0, 6), (8, 12)), ((2, 10),)) == ((2, 6), (8, 10))
    assert work(node("within", 0, 1), ((0, 6), (8, 12)), ()) == ()


def test_measure_and_flatten() -> None:
    assert work(node("measure", 0), ((0, 6), (8, 12))) == 10
    counted = work(node("excuse", 0, rules=[]), ((0, 6, 0), (4, 8, 1)))
    assert work(node("flatten", 0), counted) == ((0, 8),)


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("made", "inputs", "expected"),
    [
        (node("add", 0, 1, 2, signs=[1, -1, 1]), (5, 3, 1), 3),
        (node("multiply", 0, 1, 2, powers=[1, -1, 1]), (6, 4, 3), Fraction(9, 2)),
        (node("greater", 0, 1), (3, 5), 5),
        (node("lesser", 0, 1), (3, 5), 3),
        (node("beyond", 0, 1), (5, 3), 2),
        (node("units", 0, 1, 2, started=True), (2, 30, 31), 4),
        (node("units", 0, 1, 2, started=False), (2, 30, 31), 2),
        (node("round", 0, unit=str(MINUTE), mode="nearest", halves="up"), (90_000_000,), 2 * MINUTE),
        (node("round", 0, unit="1/100", mode="down", halves="up"), (Fraction(1, 3),), Fraction(33, 100)),
    ],
)
def test_numbers(made: Node, inputs: tuple[Any, ...], expected: object) -> None:
    assert work(made, *inputs) == expected
