"""Tables of boundaries: what they say is said again by the evaluator, at every edge and between them."""

from __future__ import annotations

import random
from functools import cache

import pytest

from sla_dsl.analysis.boundaries import Boundaries, Point, Step, Table, boundaries
from sla_dsl.analysis.spans import credit_spans, first_paying, idle_rows, kept_spans
from sla_dsl.analysis.worlds import World, fee_of
from sla_dsl.evaluation.wording import elapsed
from tests.analysis.making import CREDIT, MINUTE, study
from tests.analysis.table_policies import POLICIES

SHOWN = sorted(POLICIES)
ROWS = "to Downtime:\n  more than 1 hour gives 10 %, more than 900 hours gives 50 %"


@cache
def found(name: str) -> Boundaries:
    made = study(POLICIES[name])
    return boundaries(made, made.samples, made.fee)


def usual(name: str) -> Table:
    (table,) = (table for table in found(name).tables if table.line.sample == study(POLICIES[name]).usual)
    return table


def told(name: str) -> list[str]:
    """The only credit in the usual period, span by span."""
    table = usual(name)
    (root,) = table.credits
    rows = []
    for span in credit_spans(table, root):
        ends = f"{elapsed(span.first.place)} to {elapsed(span.last.place)}"
        paid = f"{span.first.payable(root.id)}" + (f"..{span.last.payable(root.id)}" if span.rises else "")
        rows.append(f"{span.row}: {ends}: {paid}{' capped' if span.first.credit(root.id).capped else ''}")
    return rows


# ---------------------------------------------------------------- every number is what the evaluator says


def _summary(table: Table, point: Point) -> object:
    credits = [point.credit(root.id) for root in table.credits]
    kept = [point.result.guarantees[root.id] for root in table.guarantees]
    return kept, [(c.status, c.amount, c.capped) for c in credits]


@pytest.mark.parametrize("name", SHOWN)
def test_every_point_is_what_its_world_comes_to(name: str) -> None:
    for table in found(name).tables:
        for point in table.points:
            again = study(POLICIES[name]).outcome(point.world)
            assert point.world.fee == table.fee
            assert again.measures == point.result.measures
            assert _summary(table, point) == _summary(table, point._replace(result=again))


def _lasting(point: Point) -> int:
    return sum(outage.end - outage.start for outage in point.world.outages)


@pytest.mark.parametrize("name", SHOWN)
def test_one_step_ends_where_the_next_begins(name: str) -> None:
    """There is no outage between the last of a step and the first of the next."""
    for table in found(name).tables:
        assert table.steps[0].first.world.outages == ()
        for step, after in zip(table.steps, table.steps[1:], strict=False):
            if table.line.along == "outages":
                assert len(after.first.world.outages) == len(step.last.world.outages) + 1
            else:
                assert _lasting(step.last) + 1 == _lasting(after.first)


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_changes_within_a_step(name: str) -> None:
    chance = random.Random(name)
    for table in found(name).tables:
        if table.line.along == "outages":
            continue
        for step in table.steps:
            for lasting in {chance.randint(_lasting(step.first), _lasting(step.last)) for _ in range(4)}:
                _holds_at(name, table, step, lasting)


def _holds_at(name: str, table: Table, step: Step, lasting: int) -> None:
    start = table.line.sample.start
    outages = tuple(outage._replace(end=start + lasting) for outage in step.last.world.outages if lasting)
    world = World(table.line.sample, outages, table.fee)
    there = Point(0, world, study(POLICIES[name]).outcome(world))
    for root in table.guarantees:
        assert there.result.guarantees[root.id] == step.first.result.guarantees[root.id]
    for root in table.credits:
        least, most = step.first.payable(root.id), step.last.payable(root.id)
        assert least <= there.payable(root.id) <= most
        assert least == most or root.id in step.rises


@pytest.mark.parametrize("name", SHOWN)
def test_spans_cover_the_line_in_order(name: str) -> None:
    for table in found(name).tables:
        ends = [(spans[0].first, spans[-1].last) for root in table.credits if (spans := credit_spans(table, root))]
        ends += [(kept[0].first, kept[-1].last) for root in table.guarantees if (kept := kept_spans(table, root))]
        assert len(ends) == len(table.credits) + len(table.guarantees)
        assert all(first is table.steps[0].first and last is table.steps[-1].last for first, last in ends)


# ---------------------------------------------------------------- what the tables say


def test_the_rows_of_ecerium() -> None:
    assert told("ecerium") == [
        "-1: 0 s to 29.999999 s: 0",
        "0: 30 s to 7 hours 12 min 29.999999 s: 50",
        "1: 7 hours 12 min 30 s to 14 hours 24 min 29.999999 s: 100",
        "2: 14 hours 24 min 30 s to 21 hours 36 min 29.999999 s: 125 capped",
        "3: 21 hours 36 min 30 s to 28 hours 48 min 29.999999 s: 125 capped",
        "4: 28 hours 48 min 30 s to 36 hours 29.999999 s: 125 capped",
        "5: 36 hours 30 s to 30 days: 125 capped",
    ]
    paying = first_paying(usual("ecerium"), usual("ecerium").credits[0])
    assert paying is not None
    assert (paying.result.measures["downtime"].known.value, dict(paying.result.guarantees)) == (
        MINUTE,
        {"uptime": "met"},
    )


def test_the_rows_of_ezcnam() -> None:
    assert told("ezcnam") == [
        "0: 0 s to 4 min 22.999999 s: 0",
        "1: 4 min 23 s to 20 min 0.999999 s: 100",
        "2: 20 min 1 s to 30 days: 200",
    ]


def test_a_table_for_each_length() -> None:
    assert [table.line.sample.length for table in found("years").tables] == [
        365 * 24 * 60 * MINUTE,
        366 * 24 * 60 * MINUTE,
    ]
    assert len(found("ecerium").tables) == 6
    assert not found("ecerium").named
    made = study(CREDIT)
    assert boundaries(made, made.samples[:1], made.fee).named


def test_outages_that_are_too_short_are_passed_over() -> None:
    """Of an outage of five minutes nothing less ever counts, so the promise of two is missed at once."""
    assert told("minimum") == ["0: 0 s to 7 min: 0", "1: 7 min 0.000001 s to 30 days: 100"]
    (calm,) = usual("minimum").guarantees
    assert [
        (s.status, s.first.place // MINUTE, s.last.place // MINUTE) for s in kept_spans(usual("minimum"), calm)
    ] == [
        ("met", 0, 0),
        ("missed", 5, 43_200),
    ]


def test_only_what_outages_come_to_is_told() -> None:
    """Outages that run to the end of their minute count whole minutes."""
    assert told("full minutes") == ["0: 0 s to 7 min: 0", "1: 8 min to 30 days: 100"]


def test_steps_are_told_one_by_one_while_they_are_few() -> None:
    rows = told("few steps")
    assert rows[:3] == ["-1: 0 s to 0 s: 0", "-1: 0.000001 s to 30 min: 50", "-1: 30 min 0.000001 s to 1 hour: 100"]
    assert rows[-1] == "-1: 4 hours 0.000001 s to 30 days: 400 capped"
    assert len(rows) == 10


def test_steps_of_what_is_not_due_are_not_told() -> None:
    rows = told("steps on a condition")
    assert rows[1:3] == ["-1: 0.000001 s to 2 hours: 0", "-1: 2 hours 0.000001 s to 2 hours 30 min: 250"]
    assert len(rows) == 7


def test_many_steps_are_told_as_a_rise() -> None:
    assert told("many steps") == [
        "-1: 0 s to 0 s: 0",
        "-1: 0.000001 s to 6 hours 40 min: 1..400",
        "-1: 6 hours 40 min 0.000001 s to 30 days: 400 capped",
    ]
    table = usual("many steps")
    rise = credit_spans(table, table.credits[0])[1]
    assert [point.place - 1 for point in rise.rises] == [MINUTE, 2 * MINUTE, 3 * MINUTE]


def test_outages_are_counted_along_a_line_of_their_own() -> None:
    table = usual("count")
    assert table.line.along == "outages"
    assert [(s.row, s.first.place, s.last.place) for s in credit_spans(table, table.credits[0])] == [
        (-1, 0, 3),
        (0, 4, 6),
        (1, 7, 400),
    ]
    assert {o.end - o.start for o in table.steps[-1].last.world.outages} == {90_000_000}


def test_each_service_has_its_own_tables() -> None:
    tables = [t for t in found("two services").tables if t.line.sample == study(POLICIES["two services"]).usual]
    assert [(t.line.axis.service, [r.id for r in (*t.guarantees, *t.credits)]) for t in tables] == [
        ("gateway", ["uptime", "rebate"]),
        ("mail", ["mail_promise", "mail_rebate"]),
    ]


def test_a_condition_is_an_edge_as_well() -> None:
    table = usual("condition")
    stati = [span.first.credit("rebate").status for span in credit_spans(table, table.credits[0])]
    assert stati == ["none", "not_eligible", "due", "due"]
    paying = first_paying(table, table.credits[0])
    assert paying is not None
    assert paying.place == 60 * MINUTE


def test_an_amount_that_goes_both_ways_is_said_to_be_searched() -> None:
    assert usual("up and down").searched
    assert not any(table.searched for name in SHOWN if name != "up and down" for table in found(name).tables)


def test_rows_that_are_never_reached() -> None:
    text = POLICIES["condition"].replace("to Uptime:\n  less than 99.9 % gives 10 %, less than 99 % gives 50 %", ROWS)
    assert ROWS in text
    made = study(text)
    table = boundaries(made, [made.usual], made.fee).tables[0]
    assert idle_rows(table, table.credits[0]) == [1]


def test_what_nothing_moves_stands_in_no_table() -> None:
    text = CREDIT + "The provider guarantees as Cheap that Monthly Fee is at most 5000 EUR.\n"
    made = study(text)
    made_of = boundaries(made, [made.usual], made.fee)
    assert [root.id for root in made_of.unmoved] == ["cheap"]


def test_the_fee_is_the_one_that_is_asked_about() -> None:
    made = study(CREDIT)
    table = boundaries(made, [made.usual], fee_of(made.tree, 80)).tables[0]
    assert [point.payable("rebate") for point in table.points][-1] == 40
