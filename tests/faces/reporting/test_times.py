"""Where the time of a period went, stretch by stretch."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sla_dsl.evaluation.result import Result
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.values.elapsed import DAY, HOUR
from tests.faces.reporting.reports import EVERY_TENTH, mail, march, of_case, rich
from tests.faces.running import incident, policy, result, timeline

SEVERAL = [mail(), rich(), *(of_case(path) for path in EVERY_TENTH)]


@pytest.mark.parametrize("result", SEVERAL)
def test_the_stretches_cover_the_period_without_gap_or_overlap(result: Result) -> None:
    for period in report_of(result).periods:
        for strip in period.strips:
            ends = [(one.start.instant, one.end.instant) for one in strip.stretches]
            assert (ends[0][0], ends[-1][1]) == (period.start.instant, period.end.instant)
            assert all(before[1] == after[0] for before, after in pairwise(ends))


@pytest.mark.parametrize("result", SEVERAL)
def test_the_totals_add_up_to_the_period(result: Result) -> None:
    for period in report_of(result).periods:
        for strip in period.strips:
            lengths = [one.length.exact or 0 for one in strip.totals]
            assert sum(lengths) == strip.whole.length.exact == period.end.instant - period.start.instant


def test_a_stretch_says_why_by_which_clause_and_which_incidents_lie_in_it() -> None:
    (strip,) = march().strips
    told = [(one.span, one.bucket, one.clause, one.incidents) for one in strip.stretches if one.bucket != "up"]
    assert told == [
        ("2026-03-04 09:12 to 10:20:05", "counted", "§ 1", ("I-1",)),
        ("2026-03-10 01:58 to 02:00", "counted", "§ 1", ("I-2",)),
        ("2026-03-10 02:00 to 04:00", "excluded", "§ 2", ("I-2",)),
        ("2026-03-10 04:00 to 04:11:30", "counted", "§ 1", ("I-2",)),
        ("2026-03-12 14:00 to 15:30", "not_attributable", "§ 2", ("I-3",)),
    ]
    assert strip.stretches[1].words == "counted as Downtime (§ 1)"


def test_incidents_that_overlap_are_named_together() -> None:
    other = incident(id="I-9", start="2026-03-04T10:00:00+01:00", end="2026-03-04T12:00:00+01:00")
    (strip,) = march(incidents=[incident(), other], maintenance=[]).strips
    assert [one.incidents for one in strip.stretches] == [(), ("I-1", "I-9"), ()]


def test_incidents_of_another_service_lie_in_no_stretch() -> None:
    assert all("I-5" not in one.incidents for strip in march().strips for one in strip.stretches)


def test_the_days_begin_where_those_of_the_zone_do() -> None:
    days = march().days
    assert len(days) == 31
    assert {after.instant - before.instant for before, after in pairwise(days)} == {DAY, DAY - HOUR}
    assert days[0] == march().start


def test_a_day_that_a_zone_left_out_begins_once() -> None:
    apia = policy()
    tree = apia.tree._replace(zone="Pacific/Apia")
    gone = result(timeline(incidents=[], reports=[], tickets=[]), "2011-12", of=type(apia)(tree))
    days = report_of(gone).periods[0].days
    assert len(days) == 30
    assert "2011-12-30" not in [day.words[:10] for day in days]
