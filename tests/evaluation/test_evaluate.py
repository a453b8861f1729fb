from __future__ import annotations

from sla_dsl.evaluation.evaluate import MOST_PERIODS, touched, trace
from sla_dsl.evaluation.run import Run
from sla_dsl.values.periods import Period, PeriodKind, read_period
from tests.evaluation.making import DOWNTIME, HOUR, at, facts, incident, lasting, policy, ticket

MONTH: PeriodKind = "month"


def months(*names: str) -> tuple[Period, ...]:
    found = tuple(read_period(name, MONTH) for name in names)
    assert None not in found
    return found  # type: ignore[return-value]


def names(periods: tuple[Period, ...]) -> list[str]:
    return [p.name for p in periods]


# ---------------------------------------------------------------- the periods that a timeline touches


def test_an_incident_touches_every_period_that_it_reaches() -> None:
    known = facts(incident("2026-01-31 23:50 - 2026-04-01 00:10"))
    assert names(touched(known, MONTH, "UTC", ())) == ["2026-01", "2026-02", "2026-03", "2026-04"]


def test_its_end_is_not_part_of_it() -> None:
    known = facts(incident("2026-01-31 23:50 - 2026-02-01 00:00"))
    assert names(touched(known, MONTH, "UTC", ())) == ["2026-01"]


def test_an_incident_of_no_length_touches_the_period_it_starts_in() -> None:
    known = facts(incident("2026-02-01 00:00 - 2026-02-01 00:00"))
    assert names(touched(known, MONTH, "UTC", ())) == ["2026-02"]


def test_an_incident_that_lasts_touches_the_periods_up_to_the_end_of_the_record() -> None:
    assert names(touched(facts(lasting("04 10:00"), as_of="2026-05-01 00:00"), MONTH, "UTC", ())) == [
        "2026-03",
        "2026-04",
    ]


def test_periods_are_those_of_the_zone() -> None:
    known = facts(incident("2026-01-31 23:10 - 2026-01-31 23:20"))
    assert names(touched(known, MONTH, "Europe/Brussels", ())) == ["2026-02"]
    assert names(touched(known, "quarter", "UTC", ())) == ["2026-Q1"]
    assert names(touched(known, "year", "UTC", ())) == ["2026"]


def test_charges_and_tickets_touch_theirs() -> None:
    known = facts(incident("04 10:00-11:00"), tickets=[ticket("2026-05-04 10:00")])
    assert names(touched(known, MONTH, "UTC", months("2025-12", "2026-03"))) == ["2025-12", "2026-03", "2026-05"]


def test_nothing_touches_nothing() -> None:
    assert touched(facts(tickets=None), MONTH, "UTC", ()) == ()


def test_it_stops_at_one_more_than_are_evaluated_at_once() -> None:
    found = touched(facts(incident("1980-01-01 00:00 - 2199-12-31 00:00")), MONTH, "UTC", ())
    assert len(found) == MOST_PERIODS + 1
    assert (found[0].name, found[-1].name) == ("1980-01", "2080-01")


# ---------------------------------------------------------------- traces


def test_a_trace_for_each_period_in_the_order_asked_for() -> None:
    plan = policy(DOWNTIME).plan
    found = trace(plan, facts(incident("2026-03-31 23:00 - 2026-04-01 02:00")), months("2026-04", "2026-03"))
    assert [t.period.name for t in found] == ["2026-04", "2026-03"]
    at_measure = plan.tree.measures[0].node
    assert [t.values[at_measure] for t in found] == [2 * HOUR, HOUR]
    assert all(len(t.values) == len(plan.tree.nodes) for t in found)
    assert [(t.start, t.end) for t in found] == [
        (at("2026-04-01 00:00"), at("2026-05-01 00:00")),
        (at("2026-03-01 00:00"), at("2026-04-01 00:00")),
    ]


def test_one_period_leaves_no_trace_in_the_next() -> None:
    plan = policy(DOWNTIME).plan
    unsure = facts(incident("04 10:00-11:00", None))
    both = trace(plan, unsure, months("2026-03", "2026-04"))
    alone = trace(plan, unsure, months("2026-04"))
    assert both[1] == alone[0]


def test_no_periods_no_traces() -> None:
    assert trace(policy(DOWNTIME).plan, facts(), ()) == ()


# ---------------------------------------------------------------- the run


def test_a_run_turns_to_a_period() -> None:
    run = Run(facts(), "Europe/Brussels")
    assert (run.period, run.period_name, run.start, run.end) == (None, "", 0, 0)
    run.enter(months("2026-03")[0])
    assert (run.period_name, run.start, run.end) == ("2026-03", at("2026-02-28 23:00"), at("2026-03-31 22:00"))


def observed(as_of: str | None) -> int:
    run = Run(facts(as_of=as_of), "UTC")
    run.enter(months("2026-03")[0])
    return run.observed


def test_the_record_of_a_period_ends_with_it_or_before() -> None:
    assert observed(None) == observed("2026-06-01 00:00") == observed("2026-04-01 00:00") == at("2026-04-01 00:00")
    assert observed("20 12:00") == at("20 12:00")
    assert observed("2026-02-20 12:00") == at("2026-03-01 00:00")
