"""The rule by which samples become outages: how many open one, how many close it, and what a gap does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.intake.measured.samples import Rule, Sample, outages
from sla_dsl.intake.stated import Origin, Stamp, Stated
from sla_dsl.values.instant import MINUTE


def samples(row: str, *minutes: int) -> list[Sample]:
    """A sample a minute, or at these minutes: `+` was good, `-` was bad."""
    times = minutes or range(len(row))
    return [
        Sample(Origin("log", f"line {n + 2}"), "Web", Stamp(str(at), at * MINUTE), sign == "-")
        for n, (sign, at) in enumerate(zip(row, times, strict=True))
    ]


def told(record: Stated) -> str:
    """An outage in minutes: `1<2..4<5` begins between 1 and 2 and ends between 4 and 5; what is not there is `?`."""
    first, good = [*record.starts, None, None][:2]
    ends = {said.name: said.stamp.written for said in record.ends}
    before = good.stamp.written if good else "?"
    assert first is not None
    return f"{before}<{first.stamp.written}..{ends.get('last bad probe', '?')}<{ends.get('first good probe', '?')}"


@pytest.mark.parametrize(
    ("row", "opens", "closes", "found", "alone"),
    [
        ("++++", 1, 1, [], 0),
        ("+--+", 1, 1, ["0<1..2<3"], 0),
        ("+-+-+", 1, 1, ["0<1..1<2", "2<3..3<4"], 0),
        ("+-+--+", 2, 1, ["2<3..4<5"], 1),
        ("+-+-+", 2, 1, [], 2),
        ("+--+-++", 2, 2, ["0<1..4<5"], 0),
        ("+-+-+-+", 1, 2, ["0<1..?<?"], 0),
        ("--+", 1, 1, ["?<0..1<2"], 0),
        ("+--", 1, 1, ["0<1..?<?"], 0),
        ("+-", 2, 1, [], 1),
        ("", 1, 1, [], 0),
    ],
)
def test_so_many_open_and_so_many_close(row: str, opens: int, closes: int, found: list[str], alone: int) -> None:
    made = outages(samples(row), Rule(opens, closes))
    assert ([told(one) for one in made.outages], len(made.alone)) == (found, alone)


def test_an_outage_that_is_not_over_is_still_open() -> None:
    [one] = outages(samples("+--"), Rule()).outages
    assert (one.still_open, one.ends, one.parts, one.origin.place) == (True, (), 2, "line 3")


@pytest.mark.parametrize(
    ("ends_in_gap", "found", "alone"),
    # Nothing is known between 2 and 92.
    [(True, ["0<1..2<?", "?<92..92<93"], 0), (False, ["0<1..92<93"], 0)],
)
def test_after_too_long_without_a_sample_nothing_is_known(ends_in_gap: bool, found: list[str], alone: int) -> None:
    made = outages(samples("+---+", 0, 1, 2, 92, 93), Rule(gap=60 * MINUTE, ends_in_gap=ends_in_gap))
    assert ([told(one) for one in made.outages], len(made.alone)) == (found, alone)
    assert (made.gaps, made.unknown) == (1, 90 * MINUTE)


def test_samples_on_both_sides_of_a_gap_are_not_in_a_row() -> None:
    made = outages(samples("+--", 0, 1, 92), Rule(opens=2, gap=60 * MINUTE, ends_in_gap=True))
    assert (made.outages, len(made.alone)) == ((), 2)


def test_a_gap_is_longer_than_what_is_allowed() -> None:
    rule = Rule(gap=60 * MINUTE, ends_in_gap=True)
    assert outages(samples("--", 0, 60), rule).gaps == 0
    assert outages(samples("--", 0, 61), rule).gaps == 1


@given(
    st.text("+-", max_size=30),
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from([None, MINUTE, 5 * MINUTE]),
    st.booleans(),
    st.lists(st.integers(1, 9), min_size=30, max_size=30),
)
def test_every_bad_sample_is_in_an_outage_or_alone(
    row: str, opens: int, closes: int, gap: int | None, ends: bool, steps: list[int]
) -> None:
    times = [sum(steps[: n + 1]) for n in range(len(row))]
    made = outages(samples(row, *times) if row else [], Rule(opens, closes, gap, ends))
    assert sum(one.parts for one in made.outages) + len(made.alone) == row.count("-")
    assert all(one.parts >= opens for one in made.outages)
    assert [one.still_open for one in made.outages].count(True) <= 1
