from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from sla_dsl.values.intervals import (
    EMPTY,
    Spans,
    clip,
    complement,
    contains,
    intersect,
    length,
    normal,
    subtract,
    union,
    union_all,
)
from tests.values.strategies import law, pairs, places, spans

START, END = 0, 25


def points(a: Spans) -> set[int]:
    """The set the slow way: every whole number in it."""
    return {point for start, end in a for point in range(start, end)}


def is_normal(a: Spans) -> bool:
    return all(start < end for start, end in a) and all(before[1] < after[0] for before, after in pairwise(a))


@pytest.mark.parametrize(
    ("given_pairs", "expected"),
    [
        ([], ()),
        ([(3, 3)], ()),
        ([(5, 2)], ()),
        ([(0, 10), (5, 15)], ((0, 15),)),
        ([(0, 5), (5, 10)], ((0, 10),)),
        ([(0, 5), (6, 10)], ((0, 5), (6, 10))),
        ([(6, 10), (0, 5)], ((0, 5), (6, 10))),
        ([(0, 10), (2, 3), (10, 10)], ((0, 10),)),
        ([(1, 4), (1, 2), (1, 6)], ((1, 6),)),
    ],
)
def test_normal(given_pairs: list[tuple[int, int]], expected: Spans) -> None:
    assert normal(given_pairs) == expected
    assert normal(iter(given_pairs)) == expected


@pytest.mark.parametrize(
    ("a", "b", "both", "first_only"),
    [
        ((), ((0, 5),), (), ()),
        (((0, 5),), (), (), ((0, 5),)),
        (((0, 5),), ((5, 9),), (), ((0, 5),)),
        (((0, 5),), ((0, 5),), ((0, 5),), ()),
        (((0, 9),), ((3, 4),), ((3, 4),), ((0, 3), (4, 9))),
        (((3, 4),), ((0, 9),), ((3, 4),), ()),
        (((0, 5),), ((4, 9),), ((4, 5),), ((0, 4),)),
        (((4, 9),), ((0, 5),), ((4, 5),), ((5, 9),)),
        (((0, 3), (5, 8)), ((2, 6),), ((2, 3), (5, 6)), ((0, 2), (6, 8))),
        (((0, 9),), ((0, 2), (4, 5), (8, 9)), ((0, 2), (4, 5), (8, 9)), ((2, 4), (5, 8))),
    ],
)
def test_two_sets(a: Spans, b: Spans, both: Spans, first_only: Spans) -> None:
    assert intersect(a, b) == both
    assert subtract(a, b) == first_only


@given(pairs)
@law
def test_normal_covers_just_what_the_pairs_cover(drawn: list[tuple[int, int]]) -> None:
    made = normal(drawn)
    assert is_normal(made)
    assert points(made) == points(tuple(drawn))


@given(spans())
@law
def test_a_normal_set_is_its_own_normal_form(a: Spans) -> None:
    assert normal(a) == a


@given(spans(), spans())
@law
def test_every_operation_is_the_one_on_points_and_keeps_the_form(a: Spans, b: Spans) -> None:
    for made, expected in (
        (union(a, b), points(a) | points(b)),
        (intersect(a, b), points(a) & points(b)),
        (subtract(a, b), points(a) - points(b)),
        (complement(a, START, END), set(range(START, END)) - points(a)),
    ):
        assert is_normal(made)
        assert points(made) == expected


@given(spans(), spans())
@law
def test_commutative(a: Spans, b: Spans) -> None:
    assert union(a, b) == union(b, a)
    assert intersect(a, b) == intersect(b, a)


@given(spans(), spans(), spans())
@law
def test_associative_and_distributive(a: Spans, b: Spans, c: Spans) -> None:
    assert union(union(a, b), c) == union(a, union(b, c)) == union_all((a, b, c))
    assert intersect(intersect(a, b), c) == intersect(a, intersect(b, c))
    assert intersect(a, union(b, c)) == union(intersect(a, b), intersect(a, c))


@given(spans())
@law
def test_idempotent_and_bounded(a: Spans) -> None:
    assert union(a, a) == intersect(a, a) == union(a, EMPTY) == subtract(a, EMPTY) == a
    assert subtract(a, a) == intersect(a, EMPTY) == EMPTY
    assert complement(complement(a, START, END), START, END) == a


@given(spans(), spans())
@law
def test_de_morgan_within_a_span(a: Spans, b: Spans) -> None:
    def outside(c: Spans) -> Spans:
        return complement(c, START, END)

    assert outside(union(a, b)) == intersect(outside(a), outside(b))
    assert outside(intersect(a, b)) == union(outside(a), outside(b))
    assert subtract(a, b) == intersect(a, outside(b))


@given(spans(), spans())
@law
def test_lengths_add_up(a: Spans, b: Spans) -> None:
    assert length(a) == len(points(a))
    assert length(a) + length(b) == length(union(a, b)) + length(intersect(a, b))
    assert length(a) == length(intersect(a, b)) + length(subtract(a, b))


@given(spans(), places, places)
@law
def test_clip_is_to_intersect_with_one_piece(a: Spans, start: int, end: int) -> None:
    assert clip(a, start, end) == intersect(a, normal([(start, end)]))


@given(spans(), places, places, places)
@law
def test_the_parts_of_a_cut_add_up_to_the_whole(a: Spans, first: int, second: int, third: int) -> None:
    low, middle, high = sorted((first, second, third))
    assert length(clip(a, low, middle)) + length(clip(a, middle, high)) == length(clip(a, low, high))


@given(spans(), places)
@law
def test_contains_is_to_be_a_point_of_it(a: Spans, place: int) -> None:
    assert contains(a, place) == (place in points(a))


def test_half_open() -> None:
    assert contains(((2, 5),), 2)
    assert not contains(((2, 5),), 5)
    assert not contains(EMPTY, 0)


def test_complement_of_an_empty_stretch() -> None:
    assert complement(((0, 5),), 3, 3) == complement(((0, 5),), 4, 3) == EMPTY


def test_clip_keeps_the_very_set_where_nothing_is_cut() -> None:
    a = ((0, 5), (7, 9))
    assert clip(a, 0, 9) == clip(a, -5, 50) == a
    assert clip(a, 5, 7) == clip(a, 9, 20) == EMPTY


def test_ten_thousand_pieces_are_no_matter() -> None:
    many = tuple((n * 4, n * 4 + 2) for n in range(10_000))
    shifted = tuple((start + 1, end + 1) for start, end in many)
    assert length(union(many, shifted)) == 30_000
    assert length(intersect(many, shifted)) == 10_000
    assert length(subtract(many, shifted)) == 10_000
    assert union_all((piece,) for piece in many) == many


def test_where_there_is_nothing_to_do_the_very_set_is_given_back() -> None:
    a = ((0, 5), (7, 9))
    assert union(a, EMPTY) is a
    assert union(EMPTY, a) is a
    assert subtract(a, EMPTY) is a


def test_a_complement_of_nothing_in_no_time_is_nothing() -> None:
    assert complement(EMPTY, 3, 3) == EMPTY
    assert complement(EMPTY, 3, 4) == ((3, 4),)
