from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.families import (
    Counted,
    Family,
    Outages,
    Rule,
    excuse,
    flatten,
    join,
    keep,
    separate,
    snap,
)
from sla_dsl.values.intervals import Spans, clip, intersect, length, normal, subtract, union
from tests.evaluation.making import law


def family(*spans: tuple[int, int]) -> Family:
    """Pieces numbered in the order in which they are given, which is that of their starts."""
    return tuple((start, end, n) for n, (start, end) in enumerate(spans))


def groups(outages: Outages) -> list[tuple[int, int, int]]:
    """Start, end and number of pieces of each outage."""
    return [(start, end, stop - first) for start, end, first, stop in outages.groups]


def at_least(enough: int) -> Callable[[int], bool]:
    return lambda lasting: lasting >= enough


def any_length(lasting: int) -> bool:
    return True


# Few places, so that pieces often touch, share an end or lie within each other.
drawn = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=7)


@st.composite
def families(draw: st.DrawFn) -> Family:
    return family(*sorted((start, start + long) for start, long in draw(drawn)))


# ---------------------------------------------------------------- snap


def test_snap_moves_both_ends_each_by_its_own() -> None:
    pieces = family((61, 62), (119, 121))
    down, up = (lambda t: t // 60 * 60), (lambda t: -(-t // 60) * 60)
    assert snap(pieces, down, None) == ((60, 62, 0), (60, 121, 1))
    assert snap(pieces, None, up) == ((61, 120, 0), (119, 180, 1))
    assert snap(pieces, down, up) == ((60, 120, 0), (60, 180, 1))
    assert snap(pieces, None, None) == pieces


def test_snapped_pieces_are_in_order_again() -> None:
    assert snap(((70, 80, 0), (75, 76, 1)), lambda t: t // 60 * 60, None) == ((60, 76, 1), (60, 80, 0))


# ---------------------------------------------------------------- join and separate


@pytest.mark.parametrize(
    ("apart", "inclusive", "spans", "expected"),
    [
        pytest.param(0, True, [], [], id="nothing"),
        pytest.param(0, True, [(0, 5)], [(0, 5, 1)], id="one"),
        pytest.param(0, True, [(0, 5), (5, 9)], [(0, 9, 2)], id="touching"),
        pytest.param(0, True, [(0, 5), (6, 9)], [(0, 5, 1), (6, 9, 1)], id="not touching"),
        pytest.param(0, True, [(0, 5), (4, 9)], [(0, 9, 2)], id="overlapping"),
        pytest.param(0, True, [(0, 9), (2, 4), (4, 5), (9, 10)], [(0, 10, 4)], id="nested, then touching the longest"),
        pytest.param(0, True, [(0, 9), (2, 4), (10, 11)], [(0, 9, 2), (10, 11, 1)], id="nested, then apart"),
        pytest.param(0, True, [(0, 5), (0, 5)], [(0, 5, 2)], id="the same twice"),
        pytest.param(3, True, [(0, 5), (8, 9)], [(0, 9, 2)], id="at most: the edge is in"),
        pytest.param(3, True, [(0, 5), (9, 10)], [(0, 5, 1), (9, 10, 1)], id="at most: beyond the edge"),
        pytest.param(3, False, [(0, 5), (8, 9)], [(0, 5, 1), (8, 9, 1)], id="less than: the edge is out"),
        pytest.param(3, False, [(0, 5), (7, 9)], [(0, 9, 2)], id="less than: within the edge"),
        pytest.param(0, False, [(0, 5), (5, 9)], [(0, 5, 1), (5, 9, 1)], id="less than nothing: touching is apart"),
        pytest.param(0, False, [(0, 5), (4, 9)], [(0, 9, 2)], id="less than nothing: an overlap joins all the same"),
        pytest.param(3, True, [(0, 1), (4, 5), (8, 9), (13, 14)], [(0, 9, 3), (13, 14, 1)], id="a chain"),
    ],
)
def test_join(apart: int, inclusive: bool, spans: list[tuple[int, int]], expected: list[tuple[int, int, int]]) -> None:
    for with_gap in (True, False):
        joined = join(family(*spans), apart, inclusive, with_gap)
        assert groups(joined) == expected
        assert joined.pieces == family(*spans)


def test_with_the_time_between_an_outage_is_all_from_start_to_end() -> None:
    joined = join(family((0, 2), (4, 6)), 2, True, True)
    assert (joined.time(0), joined.lasting(0), joined.gap) == (((0, 6),), 6, True)


def test_without_the_time_between_an_outage_is_what_its_pieces_are() -> None:
    joined = join(family((0, 2), (1, 2), (4, 6)), 2, True, False)
    assert (joined.time(0), joined.lasting(0), joined.gap) == (((0, 2), (4, 6)), 4, False)


def test_touching_pieces_leave_no_time_between() -> None:
    joined = join(family((0, 2), (2, 4)), 0, True, True)
    assert (joined.gap, joined.spans) == (False, None)


def test_separate_leaves_each_piece_by_itself() -> None:
    alone = separate(family((0, 5), (0, 5), (3, 9)))
    assert groups(alone) == [(0, 5, 1), (0, 5, 1), (3, 9, 1)]
    assert [alone.time(at) for at in range(3)] == [((0, 5),), ((0, 5),), ((3, 9),)]
    assert separate(()) == Outages((), ())


@given(families(), st.integers(0, 5), st.booleans())
@law
def test_joined_outages_lie_apart_and_hold_every_piece(pieces: Family, apart: int, inclusive: bool) -> None:
    joined = join(pieces, apart, inclusive, False)
    distances = [b[0] - a[1] for a, b in zip(joined.groups, joined.groups[1:], strict=False)]
    assert all(d > apart or (d == apart and not inclusive) for d in distances)
    assert [p for g in joined.groups for p in pieces[g[2] : g[3]]] == list(pieces)
    for at, (start, end, first, stop) in enumerate(joined.groups):
        mine = pieces[first:stop]
        assert (start, end) == (min(s for s, _, _ in mine), max(e for _, e, _ in mine))
        assert joined.lasting(at) == length(normal((s, e) for s, e, _ in mine)) == length(joined.time(at))


@given(families(), st.integers(0, 5))
@law
def test_more_room_never_makes_more_outages(pieces: Family, apart: int) -> None:
    counts = [len(join(pieces, a, i, True).groups) for a in (apart, apart + 1) for i in (False, True)]
    assert counts == sorted(counts, reverse=True)


# ---------------------------------------------------------------- keep


def test_in_full_keeps_whole_outages() -> None:
    kept = keep(join(family((0, 3), (3, 6), (10, 15)), 0, True, True), at_least(6), 0)
    assert (kept.pieces, groups(kept)) == (((0, 3, 0), (3, 6, 1)), [(0, 6, 2)])


def test_where_all_are_kept_the_outages_are_the_very_same() -> None:
    outages = separate(family((0, 3), (4, 9)))
    assert keep(outages, any_length, 0) is outages


def test_where_none_is_kept_nothing_is_left() -> None:
    assert keep(separate(family((0, 3))), at_least(4), 0) == Outages((), ())


def test_the_test_is_of_the_time_without_gaps_where_they_do_not_count() -> None:
    near = family((0, 3), (5, 8))
    assert groups(keep(join(near, 2, True, False), at_least(7), 0)) == []
    assert groups(keep(join(near, 2, True, True), at_least(8), 0)) == [(0, 8, 2)]


def test_for_the_excess_the_first_part_is_cut_off() -> None:
    kept = keep(separate(family((0, 10), (20, 26))), at_least(6), 6)
    assert kept.pieces == ((6, 10, 0),)
    assert [kept.time(at) for at in range(2)] == [((6, 10),), ()]
    assert [kept.lasting(at) for at in range(2)] == [4, 0]


def test_the_excess_is_counted_over_the_pieces_of_an_outage() -> None:
    kept = keep(join(family((0, 4), (6, 10), (12, 20)), 2, True, False), any_length, 6)
    assert kept.spans == (((8, 10), (12, 20)),)
    assert kept.pieces == ((8, 10, 1), (12, 20, 2))


def test_a_piece_that_ends_just_where_the_excess_begins_is_gone() -> None:
    kept = keep(join(family((0, 4), (6, 10)), 2, True, False), any_length, 4)
    assert kept.spans == (((6, 10),),)
    assert kept.pieces == ((6, 10, 1),)


def test_overlapping_pieces_all_lose_the_first_part() -> None:
    kept = keep(join(family((0, 10), (2, 8)), 0, True, True), any_length, 5)
    assert kept.pieces == ((5, 10, 0), (5, 8, 1))


def test_kept_outages_have_the_shape_they_had() -> None:
    kept = keep(join(family((0, 2), (4, 6), (20, 21)), 2, True, True), at_least(3), 0)
    assert (kept.gap, kept.spans) == (True, None)
    without = keep(join(family((0, 2), (4, 6), (20, 21)), 2, True, False), at_least(3), 0)
    assert (without.gap, without.spans) == (False, (((0, 2), (4, 6)),))


@given(families(), st.integers(0, 3), st.booleans(), st.integers(0, 12))
@law
def test_the_excess_is_what_is_over_the_length(pieces: Family, apart: int, gap: bool, skip: int) -> None:
    outages = join(pieces, apart, True, gap)
    kept = keep(outages, at_least(skip), skip)
    longer = [at for at in range(len(outages.groups)) if outages.lasting(at) >= skip]
    assert [kept.lasting(at) for at in range(len(kept.groups))] == [outages.lasting(at) - skip for at in longer]


# ---------------------------------------------------------------- excuse


def rule(number: int, *time: tuple[int, int], causes: str | None = None, services: str | None = None) -> Rule:
    def names(text: str | None) -> frozenset[str] | None:
        return None if text is None else frozenset(text.split())

    return Rule(number, names(causes), names(services), time)


class Excused(NamedTuple):
    """What `excuse` gives, told incident by incident: what is left of it, and what each rule took."""

    counted: Counted
    left: dict[int, Spans]
    taken: dict[tuple[int, int], Spans]


def excused(chosen: Outages | Family, *rules: Rule, causes: str = "f f f f", services: str = "a a a a") -> Excused:
    named = [None if c == "?" else c for c in causes.split()]
    return by_incident(excuse(chosen, rules, named, services.split()), named, services.split())


def by_incident(counted: Counted, causes: Sequence[str | None], services: Sequence[str]) -> Excused:
    left: dict[int, Spans] = {}
    taken: dict[tuple[int, int], Spans] = {}
    for start, end, n in counted.pieces:
        kind = (services[n], causes[n])
        left[n] = union(
            left.get(n, ()), clip(counted.left[kind], start, end) if kind in counted.left else ((start, end),)
        )
        for number, spans in counted.lost.get(kind, ()):
            if clip(spans, start, end):
                taken[n, number] = clip(spans, start, end)
    return Excused(counted, left, taken)


def test_a_rule_that_takes_nothing_leaves_no_trace() -> None:
    pieces = family((0, 10))
    for rules in ((), (rule(0),), (rule(0, causes="w"),), (rule(0, (0, 9), causes="w"),), (rule(0, (10, 20)),)):
        counted = excused(pieces, *rules).counted
        assert counted.pieces is pieces
        assert (dict(counted.lost), dict(counted.left), list(counted.free)) == ({}, {}, [(0, 10)])


@pytest.mark.parametrize(
    ("time", "left", "taken"),
    [
        ((0, 10), (), ((0, 10),)),
        ((0, 5), ((5, 10),), ((0, 5),)),
        ((5, 10), ((0, 5),), ((5, 10),)),
        ((3, 4), ((0, 3), (4, 10)), ((3, 4),)),
        ((-5, 20), (), ((0, 10),)),
        ((-5, 0), ((0, 10),), None),
        ((10, 11), ((0, 10),), None),
        ((9, 11), ((0, 9),), ((9, 10),)),
    ],
)
def test_one_rule_on_one_piece(time: tuple[int, int], left: Spans, taken: Spans | None) -> None:
    found = excused(family((0, 10)), rule(0, time))
    assert found.left == {0: left}
    assert found.taken == ({} if taken is None else {(0, 0): taken})
    assert flatten(found.counted) == left


def test_the_first_rule_has_what_two_rules_take() -> None:
    found = excused(family((0, 10)), rule(0, (2, 6)), rule(1, (4, 8)))
    assert found.taken == {(0, 0): ((2, 6),), (0, 1): ((6, 8),)}
    assert found.left == {0: ((0, 2), (8, 10))}


def test_the_rules_keep_their_numbers_where_one_has_no_time() -> None:
    assert excused(family((0, 10)), rule(0), rule(1, (0, 5))).taken == {(0, 1): ((0, 5),)}


def test_a_rule_is_for_its_causes() -> None:
    pieces = family((0, 10), (0, 10), (0, 10))
    found = excused(pieces, rule(0, (0, 10), causes="w x"), causes="f w ?")
    assert found.left == {0: ((0, 10),), 1: (), 2: ((0, 10),)}
    assert found.taken == {(1, 0): ((0, 10),)}


def test_a_rule_is_for_its_services() -> None:
    pieces = family((0, 10), (0, 10), (0, 10))
    found = excused(
        pieces, rule(0, (0, 4), services="a"), rule(1, (2, 6), services="b"), rule(2, (8, 9)), services="a b c"
    )
    assert found.taken == {
        (0, 0): ((0, 4),),
        (0, 2): ((8, 9),),
        (1, 1): ((2, 6),),
        (1, 2): ((8, 9),),
        (2, 2): ((8, 9),),
    }


def test_a_rule_for_cause_and_service_needs_both() -> None:
    pieces = family((0, 10), (0, 10), (0, 10))
    found = excused(pieces, rule(0, (0, 4), causes="w", services="a"), causes="w w f", services="a b a")
    assert found.taken == {(0, 0): ((0, 4),)}


def test_what_an_incident_of_another_kind_explains_goes_on_counting() -> None:
    found = excused(family((0, 10), (5, 15)), rule(0, (0, 20), causes="w"), causes="w f")
    assert found.left == {0: (), 1: ((5, 15),)}
    assert flatten(found.counted) == ((5, 15),)


def test_rules_of_several_spans_split_a_piece() -> None:
    found = excused(family((0, 10)), rule(0, (1, 2), (4, 6), (9, 12)))
    assert found.left == {0: ((0, 1), (2, 4), (6, 9))}


def test_touching_and_nested_pieces_of_a_kind_each_lose_their_part() -> None:
    found = excused(family((0, 5), (1, 3), (5, 9)), rule(0, (2, 6)))
    assert found.left == {0: ((0, 2),), 1: ((1, 2),), 2: ((6, 9),)}
    assert found.taken == {(0, 0): ((2, 5),), (1, 0): ((2, 3),), (2, 0): ((5, 6),)}


def test_the_time_between_belongs_to_no_incident() -> None:
    joined = join(family((0, 2), (4, 6)), 2, True, True)
    assert flatten(excused(joined).counted) == ((0, 6),)
    assert flatten(excused(joined, rule(0, (0, 6), causes="f")).counted) == ((2, 4),)
    found = excused(joined, rule(0, (1, 3)))
    assert (found.counted.gaps, found.counted.lost_gaps) == (((3, 4),), ((0, ((2, 3),)),))
    assert found.taken == {(0, 0): ((1, 2),)}
    assert flatten(found.counted) == ((0, 1), (3, 6))


def test_a_rule_for_a_service_reaches_the_time_between_too() -> None:
    joined = join(family((0, 2), (4, 6)), 2, True, True)
    assert flatten(excused(joined, rule(0, (0, 6), services="a")).counted) == ()


def test_without_gaps_there_is_no_time_between() -> None:
    near = family((0, 2), (4, 6))
    for chosen in (join(near, 2, True, False), separate(near), near, join(family((0, 4), (2, 6)), 2, True, True)):
        assert excused(chosen).counted.gaps == ()


def test_the_time_between_stays_when_the_first_part_of_an_outage_is_cut_off() -> None:
    kept = keep(join(family((0, 2), (8, 10)), 6, True, True), at_least(3), 3)
    assert flatten(excused(kept).counted) == ((3, 10),)


def test_flattening_counts_each_instant_once() -> None:
    assert flatten(excused(family((0, 5), (3, 9), (9, 10))).counted) == ((0, 10),)
    assert flatten(excused(()).counted) == ()


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    spans = st.lists(st.tuples(st.integers(0, 35), st.integers(1, 9)), max_size=3)
    causes = st.sampled_from((None, frozenset("f"), frozenset("w"), frozenset("fw")))
    services = st.sampled_from((None, frozenset("a"), frozenset("b")))
    made = draw(st.lists(st.tuples(causes, services, spans), max_size=4))
    return [Rule(n, c, s, normal((a, a + b) for a, b in time)) for n, (c, s, time) in enumerate(made)]


CAUSES: list[str | None] = ["f", "w", None, "f", "w", None, "f"]
SERVICES = ["a", "a", "b", "b", "a", "a", "b"]


def one_by_one(pieces: Family, rules: list[Rule]) -> Excused:
    """The same, incident after incident and rule after rule."""
    left: dict[int, Spans] = {}
    taken: dict[tuple[int, int], Spans] = {}
    for start, end, n in pieces:
        left[n] = ((start, end),)
        for r in rules:
            if (r.causes is None or CAUSES[n] in r.causes) and (r.services is None or SERVICES[n] in r.services):
                hit = intersect(left[n], r.time)
                left[n] = subtract(left[n], hit)
                if hit:
                    taken[n, r.number] = hit
    return Excused(Counted(pieces, (), {}, {}, (), ()), left, taken)


@given(families(), rules())
@law
def test_every_instant_of_a_piece_is_left_or_taken_by_the_first_rule_for_it(pieces: Family, made: list[Rule]) -> None:
    counted = excuse(pieces, made, CAUSES, SERVICES)
    found, wanted = by_incident(counted, CAUSES, SERVICES), one_by_one(pieces, made)
    assert (found.left, found.taken) == (wanted.left, wanted.taken)
    assert flatten(counted) == normal(span for spans in wanted.left.values() for span in spans)


@given(families(), rules(), st.integers(0, 4), st.booleans())
@law
def test_joining_changes_what_counts_only_by_the_time_between(
    pieces: Family, made: list[Rule], apart: int, gap: bool
) -> None:
    alone, joined = (excuse(c, made, CAUSES, SERVICES) for c in (pieces, join(pieces, apart, True, gap)))
    assert by_incident(joined, CAUSES, SERVICES).left == by_incident(alone, CAUSES, SERVICES).left
    between = subtract(flatten(joined), flatten(alone))
    assert subtract(flatten(alone), flatten(joined)) == ()
    assert subtract(between, joined.gaps) == ()
    assert intersect(joined.gaps, normal((s, e) for s, e, _ in pieces)) == ()
    assert all(e - s <= apart for s, e in joined.gaps) if gap else not joined.gaps
