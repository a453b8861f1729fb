from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sla_dsl.evaluation.books import EXCLUDED, IN_BREACH, Books, Entry, Marks, Reason
from sla_dsl.evaluation.families import Kind
from sla_dsl.evaluation.ledger import Broken, Fate, Ledger, Window, settle
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evidence.facts import Facts
from sla_dsl.values.intervals import Spans
from sla_dsl.values.rulers import Ruler, ruler
from tests.evaluation.making import DOWNTIME, at, breach, facts, incident, outcome, span, window

RULES = (
    DOWNTIME
    + """Attack is a cause: "an attack".
Weather is a cause: "weather".
§ 1
An incident because of Work within Announced does not count as Downtime.
Announced means the maintenance announced at least 3 days before it starts.
§ 2
Incidents of Downtime that overlap or touch are one outage.
An outage counts as Downtime only if it lasts at least 5 min, and then in full.
§ 3
Breach means the time in which the customer is in breach.
Time within Breach does not count as Downtime.
§ 4
An incident because of Attack does not count as Downtime.
§ 5
Time within Night does not count as Downtime.
Night means every day from 00:00 to 06:00 holidays included.
"""
)
HOURS = DOWNTIME.replace(
    "Downtime means the time in which Gateway is down because of Failure or Work.",
    """§ 6
Office means every day from 09:00 to 17:00 holidays included.
Downtime means the time in which Gateway is down because of Failure or Work within Office.
§ 7""",
)
MARCH = span("2026-03-01 00:00 - 2026-04-01 00:00")


def shown(period: PeriodResult) -> list[str]:
    """Each stretch of the ledger but those that are up: bucket, clause, from, to."""
    entries = period.ledgers["downtime"].entries
    clauses = (*period.tree.clauses, "")
    rows = [(s, e, entry.bucket, clauses[entry.clause]) for entry in entries for s, e in entry.spans]
    return [f"{clock(s)}-{clock(e)} {bucket} {c}".rstrip() for s, e, bucket, c in sorted(rows) if bucket != "up"]


def clock(instant: int) -> str:
    day, minutes = divmod((instant - at("01 00:00")) // 60_000_000, 24 * 60)
    return f"{day + 1:02} {minutes // 60:02}:{minutes % 60:02}"


def test_a_quiet_month_is_up() -> None:
    (entry,) = outcome(RULES).ledgers["downtime"].entries
    assert entry == Entry("up", -1, (MARCH,))


def test_every_bucket_has_its_time_and_its_clause() -> None:
    period = outcome(
        RULES,
        incident("04 10:00-11:00"),
        incident("05 10:00-11:00", "work"),
        incident("06 10:00-11:00"),
        incident("07 10:00-10:04"),
        incident("08 10:00-11:00", "attack"),
        incident("09 10:00-11:00", "weather"),
        incident("10 05:30-06:30"),
        as_of="20 12:00",
        maintenance=[window("05 10:00-10:40", "01 00:00")],
        breaches=[breach("06 10:20-10:30")],
    )
    assert shown(period) == [
        "04 10:00-04 11:00 counted",
        "05 10:00-05 10:40 excluded § 1",
        "05 10:40-05 11:00 counted",
        "06 10:00-06 10:20 counted",
        "06 10:20-06 10:30 in_breach § 3",
        "06 10:30-06 11:00 counted",
        "07 10:00-07 10:04 excluded § 2",
        "08 10:00-08 11:00 not_attributable § 4",
        "09 10:00-09 11:00 not_attributable",
        "10 05:30-10 06:00 excluded § 5",
        "10 06:00-10 06:30 counted",
        "20 12:00-32 00:00 not_observed",
    ]


def test_hours_have_the_clause_of_the_definition() -> None:
    assert shown(outcome(HOURS, incident("04 08:00-10:00"), incident("04 16:30-18:00"))) == [
        "04 08:00-04 09:00 outside_service_hours § 6",
        "04 09:00-04 10:00 counted",
        "04 16:30-04 17:00 counted",
        "04 17:00-04 18:00 outside_service_hours § 6",
    ]


@pytest.mark.parametrize(
    ("second", "lists", "expected"),
    [
        pytest.param("failure", {}, "counted", id="what counts has the time, whatever else is true of it"),
        pytest.param("failure", {"breaches": [breach("04 10:00-11:00")]}, "in_breach § 3", id="a breach before work"),
        pytest.param("attack", {}, "excluded § 1", id="work before another cause"),
    ],
)
def test_the_first_of_several_buckets_has_the_time(second: str, lists: dict[str, Any], expected: str) -> None:
    announced: dict[str, Any] = {"maintenance": [window("04 10:00-11:00", "01 00:00")], **lists}
    both = (incident("04 10:00-11:00", "work"), incident("04 10:00-11:00", second, "B"))
    assert shown(outcome(RULES, *both, **announced)) == [f"04 10:00-04 11:00 {expected}"]


def test_too_short_goes_before_another_cause() -> None:
    both = (incident("04 10:00-10:04"), incident("04 10:00-11:00", "attack", "B"))
    assert shown(outcome(RULES, *both)) == ["04 10:00-04 10:04 excluded § 2", "04 10:04-04 11:00 not_attributable § 4"]


def test_another_cause_goes_before_what_is_not_observed() -> None:
    assert shown(outcome(RULES, incident("04 10:00-12:00", "attack"), as_of="04 12:00")) == [
        "04 10:00-04 12:00 not_attributable § 4",
        "04 12:00-32 00:00 not_observed",
    ]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-02-28 23:50 - 2026-03-01 00:10", ["01 00:00-01 00:10 counted"]),
        ("2026-03-31 23:50 - 2026-04-01 00:10", []),
        ("2026-02-28 23:50 - 2026-03-01 00:00", []),
        ("2026-04-01 00:00 - 2026-04-01 00:10", []),
        ("2026-02-01 00:00 - 2026-05-01 00:00", ["01 00:00-32 00:00 counted"]),
    ],
)
def test_an_incident_is_cut_to_the_period(when: str, expected: list[str]) -> None:
    if when.startswith("2026-03-31"):
        expected = ["31 23:50-32 00:00 counted"]
    assert shown(outcome(DOWNTIME, incident(when))) == expected


def test_where_the_record_ends_before_the_period_nothing_is_observed() -> None:
    assert shown(outcome(DOWNTIME, as_of="2026-02-10 00:00")) == ["01 00:00-32 00:00 not_observed"]
    assert shown(outcome(DOWNTIME, as_of="2026-04-01 00:00")) == []


def test_in_two_worlds_only_what_they_agree_on_is_decided() -> None:
    period = outcome(
        RULES,
        incident("04 10:00-11:00"),
        incident("04 10:30-12:00", None, "B"),
        incident("05 10:00-10:04", None, "C"),
        incident("06 10:00-11:00", "attack", "D"),
    )
    assert shown(period) == [
        "04 10:00-04 11:00 counted",
        "04 11:00-04 12:00 undecided",
        "05 10:00-05 10:04 undecided",
        "06 10:00-06 11:00 not_attributable § 4",
    ]


def test_maintenance_of_unknown_notice_leaves_its_time_undecided() -> None:
    windows = [window("04 10:00-11:00", None, known=False)]
    period = outcome(RULES, incident("04 10:00-12:00", "work"), maintenance=windows)
    assert shown(period) == ["04 10:00-04 11:00 undecided", "04 11:00-04 12:00 counted"]


# ---------------------------------------------------------------- what does not add up is never told


def one_incident() -> Facts:
    return facts(incident("04 10:00-11:00"))


HOUR_DOWN = span("04 10:00-11:00")
PLAIN = Marks((), -2, {}, frozenset({"gateway"}), frozenset({"failure"}), -2)
PIECE = (*HOUR_DOWN, 0)
BOOKS = Books((PIECE,), (PIECE,), {}, {}, None, ())
WINDOW = Window(*MARCH, MARCH[1])


def settled(books: Books = BOOKS, final: Spans = (HOUR_DOWN,)) -> Ledger:
    return settle(one_incident(), PLAIN, books, books, (final, final), WINDOW)


def test_sound_books_are_settled() -> None:
    assert dict(settled().times) == {0: 3_600_000_000}
    assert [e.bucket for e in settled().entries] == ["counted", "up"]


@pytest.mark.parametrize(
    "final",
    [
        pytest.param((span("2026-04-01 10:00 - 2026-04-01 11:00"),), id="outside the period"),
        pytest.param((HOUR_DOWN, HOUR_DOWN), id="twice the same"),
        pytest.param((span("04 10:00-10:40"), span("04 10:20-11:00")), id="overlapping"),
    ],
)
def test_time_that_does_not_add_up_to_the_period_is_a_defect(final: Spans) -> None:
    with pytest.raises(Broken, match="do not add up to the period"):
        settled(final=final)


def test_a_layer_that_lies_within_another_is_cut_apart() -> None:
    inner = Entry(EXCLUDED, 0, (span("04 10:30-12:00"),))
    entries = settled(BOOKS._replace(layers=(inner, Entry(IN_BREACH, 1, (span("04 10:45-11:15"),))))).entries
    assert entries[:2] == (Entry("counted", -1, (HOUR_DOWN,)), Entry(EXCLUDED, 0, (span("04 11:00-12:00"),)))
    assert [e.bucket for e in entries] == ["counted", "excluded", "up"]


KIND: Kind = ("gateway", "failure")


def lost(taken: str) -> Mapping[Kind, tuple[tuple[Reason, Ruler], ...]]:
    return {KIND: (((EXCLUDED, 0), ruler((span(taken),))),)}


@pytest.mark.parametrize(
    ("left", "taken"),
    [
        pytest.param("04 10:00-10:30", "04 10:30-10:59", id="a minute is gone"),
        pytest.param("04 10:00-10:30", "04 10:29-11:00", id="a minute is there twice"),
    ],
)
def test_time_of_an_incident_that_nobody_took_is_a_defect(left: str, taken: str) -> None:
    with pytest.raises(Broken, match="neither counted nor taken out"):
        settled(BOOKS._replace(left={KIND: ruler((span(left),))}, lost=lost(taken)))


def test_time_of_an_incident_that_adds_up_is_none() -> None:
    ledger = settled(BOOKS._replace(left={KIND: ruler((span("04 10:00-10:30"),))}, lost=lost("04 10:30-11:00")))
    assert ledger.fates() == (Fate(0, 1_800_000_000, ((EXCLUDED, 0),), 1_800_000_000, ((EXCLUDED, 0),)),)
