from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.values.unknown import Between, Truth, between, needs_of, truth_both, truth_either, truth_not
from tests.values.strategies import law

A = Between(low=False, high=True, needs=("a",))
B = Between(low=False, high=True, needs=("b",))

truths = st.sampled_from((True, False, A, B))


def settlements(*values: Truth) -> list[tuple[bool, ...]]:
    """What the values may turn out to be, one fact at a time known either way (`a` and `b` apart)."""
    return [
        tuple({"a": a, "b": b}[value.needs[0]] if isinstance(value, Between) else value for value in values)
        for a, b in product((False, True), repeat=2)
    ]


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (False, True, False, True),
        (False, False, False, False),
        (True, A, A, True),
        (A, True, A, True),
        (False, A, False, A),
        (A, False, False, A),
        (A, A, A, A),
        (A, B, Between(low=False, high=True, needs=("a", "b")), Between(low=False, high=True, needs=("a", "b"))),
    ],
)
def test_the_tables(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert truth_both(left, right) == both
    assert truth_either(left, right) == either


def test_not() -> None:
    assert truth_not(True) is False
    assert truth_not(False) is True
    assert truth_not(A) == A


def test_of_none_and_of_one() -> None:
    assert truth_both() is True
    assert truth_either() is False
    assert truth_both(A) == truth_either(A) == A


def test_a_thousand_in_a_row() -> None:
    assert truth_both(*[True] * 1_000, A) == A
    assert truth_either(*[A] * 500, *[False] * 500, True) is True


@given(st.lists(truths, max_size=5))
@law
def test_what_is_said_to_be_known_is_so_however_the_facts_turn_out(values: list[Truth]) -> None:
    for made, settled in ((truth_both(*values), all), (truth_either(*values), any)):
        if isinstance(made, bool):
            assert {settled(row) for row in settlements(*values)} == {made}


@given(st.lists(truths, max_size=5))
@law
def test_de_morgan(values: list[Truth]) -> None:
    contraries = [truth_not(value) for value in values]
    assert truth_not(truth_both(*values)) == truth_either(*contraries)
    assert truth_not(truth_either(*values)) == truth_both(*contraries)


@given(truths, truths, truths)
@law
def test_commutative_but_for_the_order_of_needs_and_associative(a: Truth, b: Truth, c: Truth) -> None:
    for join in (truth_both, truth_either):
        there, back = join(a, b), join(b, a)
        assert isinstance(there, Between) == isinstance(back, Between)
        assert set(needs_of(there)) == set(needs_of(back))
        assert join(join(a, b), c) == join(a, join(b, c)) == join(a, b, c)


def test_between_collapses_where_the_bounds_meet() -> None:
    assert between(5, 5, ("a",)) == 5
    assert between(((0, 3),), ((0, 3),), ("a",)) == ((0, 3),)
    assert between(3, 5, ("a",)) == Between(3, 5, ("a",))


def test_between_without_an_upper_bound() -> None:
    assert between(3, None, ["a"]) == Between(3, None, ("a",))


def test_each_need_is_named_once_in_the_order_met() -> None:
    assert between(0, 1, ("b", "a", "b")).needs == ("b", "a")
    assert needs_of(B, 5, A, True, B) == ("b", "a")
    assert needs_of() == needs_of(1, True, ()) == ()


def test_a_between_is_a_value() -> None:
    same = Between(low=False, high=True, needs=("a",))
    assert same == A
    assert A != B
    assert A != (False, True, ("a",))
    assert len({A, B, same}) == 2
    assert repr(Between(1, None, ("a",))) == "Between(1, None, ('a',))"


def test_a_between_never_changes() -> None:
    with pytest.raises(AttributeError, match="never changes"):
        A.low = True
    assert A.low is False
