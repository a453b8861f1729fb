from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.families import Family, Outages, Rule, excuse, flatten, join, separate
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.steps_of_outages import parts_of
from sla_dsl.evaluation.tree import Node
from sla_dsl.evidence.timeline import Incident
from sla_dsl.values.intervals import Spans, clip
from sla_dsl.values.unknown import Between
from tests.evaluation.making import MINUTE, NAMES, facts, incident, law, node, outcome, run, window, work

INSIDE: Spans = ((0, 100),)
COUNT, LONGEST = node("count", 0, 1, 2), node("longest", 0, 1, 2)


def rounding(unit: int, mode: str = "nearest", halves: str = "up") -> Node:
    return node("measure_outages", 0, 1, 2, unit=str(unit), mode=mode, halves=halves)


def knowing(*spans: tuple[int, int]) -> tuple[Run, Family]:
    """A run with incidents of these times, all of one kind, and their pieces."""
    known = facts(*(Incident(f"{n:03}", "a", s, e, "f") for n, (s, e) in enumerate(spans)))
    return run(known), known.pieces


def worked(made: Node, spans: list[tuple[int, int]], apart: int = -1, inside: Spans = INSIDE, *rules: Rule) -> Any:
    """The answer for outages joined at most `apart` (-1: never)."""
    given, family = knowing(*spans)
    outages = separate(family) if apart < 0 else join(family, apart, True, True)
    counted = excuse(outages, rules, given.facts.causes, given.facts.services)
    whole = tuple(clip(flatten(counted), *inside[0])) if len(inside) == 1 else inside
    return work(made, outages, counted, whole, given=given)


@pytest.mark.parametrize(
    ("spans", "apart", "inside", "count", "longest"),
    [
        pytest.param([], -1, INSIDE, 0, 0, id="none"),
        pytest.param([(0, 5), (3, 10), (20, 24)], -1, INSIDE, 3, 7, id="each its own"),
        pytest.param([(0, 5), (3, 10), (20, 24)], 0, INSIDE, 2, 10, id="joined"),
        pytest.param([(0, 5), (7, 10)], 2, INSIDE, 1, 10, id="joined over a gap"),
        pytest.param([(0, 5), (10, 30)], 0, ((12, 20),), 1, 8, id="cut to the period"),
        pytest.param([(0, 5), (10, 30)], 0, ((5, 10),), 0, 0, id="all outside"),
    ],
)
def test_how_many_and_how_long(
    spans: list[tuple[int, int]], apart: int, inside: Spans, count: int, longest: int
) -> None:
    assert worked(COUNT, spans, apart, inside) == count
    assert worked(LONGEST, spans, apart, inside) == longest


@pytest.mark.parametrize(
    ("mode", "halves", "total"), [("up", "up", 40), ("down", "up", 20), ("nearest", "up", 40), ("nearest", "down", 20)]
)
def test_each_outage_is_rounded_by_itself(mode: str, halves: str, total: int) -> None:
    assert worked(rounding(10, mode, halves), [(0, 15), (20, 35)]) == total


def test_what_is_rounded_is_the_part_in_the_period() -> None:
    assert worked(rounding(10, "up"), [(0, 15), (20, 35)], 0, ((14, 22),)) == 20


def test_overlapping_outages_of_their_own_are_rounded_each() -> None:
    assert worked(rounding(10, "up"), [(0, 15), (0, 15)]) == 40
    assert worked(rounding(10, "up"), [(0, 15), (0, 15)], 0) == 20


def test_what_is_excused_of_an_outage_is_no_part_of_it() -> None:
    rule = Rule(0, frozenset("f"), None, ((0, 8),))
    assert worked(LONGEST, [(0, 10), (20, 25)], 0, INSIDE, rule) == 5
    assert worked(COUNT, [(0, 8), (20, 25)], 0, INSIDE, rule) == 1


def test_the_parts_are_in_order_and_hold_the_time_between() -> None:
    given, family = knowing((0, 5), (7, 10), (20, 30))
    outages = join(family, 2, True, True)
    counted = excuse(outages, (), given.facts.causes, given.facts.services)
    assert parts_of(given, outages, counted, ((2, 9), (25, 40))) == [((2, 9),), ((25, 30),)]


# ---------------------------------------------------------------- an excused outage that overlaps another

OVERLAPPING = (
    NAMES
    + """Downtime means the time in which Gateway is down because of Failure or Work.
Each incident of Downtime is an outage of its own.
Announced means the maintenance announced or not.
An incident because of Work within Announced does not count as Downtime.
Count means the number of outages of Downtime.
Longest means the longest outage of Downtime.
The provider guarantees as Calm that Count is at most 1 and Longest is at most 1 hour.
"""
)
WORK = window("04 09:00-12:00")


def known(period: PeriodResult, name: str) -> Any:
    return period.measures[name].known.value


def test_an_outage_that_is_wholly_excused_does_not_count_because_of_another() -> None:
    period = outcome(
        OVERLAPPING,
        incident("04 10:00-11:00", "work"),
        incident("04 10:00-10:30", name="B"),
        incident("04 10:30-11:00", name="C"),
        maintenance=[WORK],
    )
    assert (known(period, "count"), known(period, "longest")) == (2, 30 * MINUTE)


def test_nor_is_it_rounded() -> None:
    text = OVERLAPPING + "Each outage of Downtime is rounded up to the minute.\n"
    period = outcome(text, incident("04 10:00-11:00", "work"), incident("04 10:00-10:30", name="B"), maintenance=[WORK])
    assert known(period, "downtime") == 30 * MINUTE


# ---------------------------------------------------------------- where it is not known what counts


def ends(value: Any) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Between) else (value, value)


pairs = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.booleans()), max_size=6)
stretch = st.sampled_from([((0, 60),), ((10, 30),), ((5, 9), (20, 40))])


def both(made: Node, drawn: list[tuple[int, int, bool]], apart: int, inside: Spans) -> tuple[Any, list[Any]]:
    """The answer where some incidents may or may not count; and that for every choice of them."""
    given, everything = knowing(*sorted((s, s + long) for s, long, _ in drawn))
    sure = tuple(p for p in everything if sorted(drawn)[p[2]][2])
    doubtful = [p for p in everything if p not in sure]

    def world(family: Family) -> tuple[Outages, Any, Spans]:
        outages = separate(family) if apart < 0 else join(family, apart, True, True)
        counted = excuse(outages, (), given.facts.causes, given.facts.services)
        time = flatten(counted)
        return outages, counted, tuple(piece for s, e in inside for piece in clip(time, s, e))

    inputs = [
        low if low == high else Between(low, high, ("x",))
        for low, high in zip(world(sure), world(everything), strict=True)
    ]
    choices = range(2 ** len(doubtful))
    chosen = [tuple(p for n, p in enumerate(doubtful) if choice >> n & 1) for choice in choices]
    answers = [work(made, *world(tuple(sorted((*sure, *some)))), given=given) for some in chosen]
    found = work(made, *inputs, given=given) if made.op != "longest" else lifted(made, inputs, given)
    return found, answers


def lifted(made: Node, inputs: list[Any], given: Run) -> Any:
    lows, highs = [i.low if isinstance(i, Between) else i for i in inputs], [ends(i)[1] for i in inputs]
    return Between(work(made, *lows, given=given), work(made, *highs, given=given), ("x",))


@given(pairs, st.sampled_from((-1, 0, 3)), stretch)
@law
def test_the_span_holds_the_answer_whichever_incidents_count(
    drawn: list[tuple[int, int, bool]], apart: int, inside: Spans
) -> None:
    for made in (COUNT, LONGEST, rounding(5, "up"), rounding(5, "down"), rounding(5), rounding(4, halves="to even")):
        found, answers = both(made, drawn, apart, inside)
        low, high = ends(found)
        assert low <= min(answers)
        assert max(answers) <= high


@given(pairs, stretch)
@law
def test_for_outages_of_their_own_the_span_is_no_wider_than_it_must(
    drawn: list[tuple[int, int, bool]], inside: Spans
) -> None:
    for made in (COUNT, LONGEST, rounding(5, "up"), rounding(5)):
        found, answers = both(made, drawn, -1, inside)
        assert ends(found) == (min(answers), max(answers))


def test_needs_are_those_of_the_inputs() -> None:
    found, _ = both(COUNT, [(0, 5, True), (10, 5, False)], -1, INSIDE)
    assert found == Between(1, 2, ("x",))
