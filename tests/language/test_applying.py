"""Which row applies to which amounts."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Span
from sla_dsl.language.applying import Step, applying
from sla_dsl.language.bounding import Range, is_empty
from tests.language.test_bounding import holds

ENDS = st.none() | st.integers(0, 6)
RANGES = st.builds(Range, ENDS, st.booleans(), ENDS, st.booleans()).filter(lambda it: not is_empty(it))
POINTS = [Fraction(half, 2) for half in range(-2, 16)]


def steps(ranges: list[Range]) -> list[Step]:
    return [Step(range, at, Span(at, at)) for at, range in enumerate(ranges)]


@given(st.lists(RANGES, max_size=6))
def test_the_rows_come_as_somebody_meets_them_who_goes_from_amount_to_amount(ranges: list[Range]) -> None:
    rows = steps(ranges)
    met = [max((at for at, row in enumerate(rows) if holds(point, row.range)), default=None) for point in POINTS]
    found = [row.gives for row in applying(rows)]
    assert [at for at, _ in groupby(found)] == [at for at, _ in groupby(at for at in met if at is not None)]


def test_of_rows_that_apply_to_the_same_the_later_one_does() -> None:
    rows = steps([Range(high=Fraction(9)), Range(high=Fraction(5))])
    assert list(applying(rows)) == [rows[1], rows[0]]
    assert list(applying([])) == []


def test_a_thousand_rows_are_looked_at_in_a_moment() -> None:
    rows = steps([Range(high=Fraction(at)) for at in range(1_000)])
    assert set(applying(rows)) == {rows[-1]}
    assert list(applying(rows[::-1])) == rows
