"""Which names each sentence form uses, and as what."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from sla_dsl.language import nodes as n
from sla_dsl.language.references import references
from tests.language.making import minutes, name, percent, sum_of, value

A, B, C, D = (name(letter) for letter in "ABCD")
TIME = n.TimeName(D)
BOUND = n.Bound("at least", n.ValueName(C))
MOMENT = n.LocalInstant(dt.datetime.fromisoformat("2026-03-04T10:00"))
ROUNDING = n.Rounding("down", "minute", None)
CALENDAR = n.CalendarHours("Monday", "Friday", None, None, "", ())

USES: list[tuple[n.Body, str]] = [
    (n.TimeZone("UTC"), ""),
    (n.PeriodOfAccount("month"), ""),
    (n.Declaration("cause", A, "gloss"), ""),
    (n.DefineTime(A, n.Within(n.Down((B,), (C,)), TIME)), "read B, read C, cut D"),
    (n.DefineTime(A, n.Together(n.Announced("before"), n.Outside(n.WholePeriod(), n.InBreach()))), ""),
    (
        n.DefineValue(A, sum_of(n.ValueName(B), n.LongestOutage(C), n.OutageCount(D))),
        "measured B, measured C, measured D",
    ),
    (n.DefineTruth(A, n.Both((n.Holds(B), n.Not(n.GuaranteeIs(C, "met"))))), "read B, read C"),
    (
        n.DefineTruth(A, n.Either((n.Reported(B), n.Compare(n.ValueName(D), (BOUND,))))),
        "measured B, measured D, measured C",
    ),
    (n.DefineCalendar(A, CALENDAR), ""),
    (n.NotCounted((A,), n.Limit(inside=True, time=TIME), (B, C)), "read A, subject B, subject C, cut D"),
    (n.NotCounted((), None, (B,)), "subject B"),
    (n.TimeNotCounted(n.Limit(inside=False, time=TIME), (B,)), "subject B, cut D"),
    (n.Clock(A, "minute", None), "subject A"),
    (n.Join(A, "near", BOUND, "with"), "subject A, measured C"),
    (n.LongEnough(A, BOUND, None), "subject A, measured C"),
    (n.RoundTotal(A, ROUNDING), "subject A"),
    (n.RoundOutages(A, ROUNDING), "subject A"),
    (n.RoundName(A, n.Rounding("down", minutes(5), None)), "subject A"),
    (n.Limited(A, n.ShareOf(percent(20).amount, n.ValueName(B)), converted=False), "subject A, measured B"),
    (n.Guarantee(A, n.Compare(n.ValueName(B), (BOUND,))), "measured B, measured C"),
    (n.Credit(A, n.ValueName(B), n.ValueName(C)), "measured B, measured C"),
    (
        n.Credit(A, n.ValueName(B), n.Table("one", n.ValueName(D), (n.Row((BOUND,), percent(5)),))),
        "measured B, measured D, measured C",
    ),
    (n.DueOnlyIf(A, n.Holds(B)), "subject A, read B"),
    (
        n.Claim(A, n.Business(percent(2).amount, B, "hours"), n.Anchor("outage end", C), "", None),
        "subject A, measured C, read B",
    ),
    (n.Minimum(A, BOUND), "subject A, measured C"),
    (n.Payment(A, (B, C), only=False, chooser=""), "subject A"),
    (n.Target(A, B, n.Business(percent(2).amount, C, "hours"), D), "read A, read D, read B, read C"),
    (n.NothingComputed("why"), ""),
    (
        n.Example(
            "title",
            "2026-03",
            (
                n.GivenIncident(A, (B,), MOMENT, None, (), ()),
                n.GivenMaintenance(A, MOMENT, None, None),
                n.GivenBreach(MOMENT, None),
                n.GivenCharge(C, percent(1)),
                n.GivenRate(percent(1), percent(1)),
                n.GivenTicket(D, MOMENT, ((A, MOMENT),)),
                n.GivenNoList("claims"),
                n.GivenAsOf(MOMENT),
                n.GivenNothing(),
            ),
            (
                n.ExpectValue(A, minutes(1)),
                n.ExpectVerdict(B, "met"),
                n.ExpectDueAt(C, MOMENT),
                n.ExpectClaimable(D, dt.date(2026, 4, 3)),
            ),
        ),
        "given A, given B, given A, given C, given D, given A, expected A, expected B, expected C, expected D",
    ),
]


@pytest.mark.parametrize(("body", "uses"), USES, ids=[type(body).__name__ for body, _ in USES])
def test_each_sentence_uses_these_names(body: n.Body, uses: str) -> None:
    assert ", ".join(f"{it.use} {it.name.text}" for it in references(body)) == uses


def test_every_sentence_form_is_looked_at_above() -> None:
    assert {type(body) for body, _ in USES} == set(get_args(n.Body))


@pytest.mark.parametrize(
    ("verdict", "kinds"),
    [
        ("met", ("guarantee", "step")),
        ("missed", ("guarantee", "step")),
        ("pending", ("step",)),
        ("due", ("credit",)),
        ("none", ("credit",)),
        ("not eligible", ("credit",)),
        ("claimable", ("credit",)),
        ("unknown", ("guarantee", "credit", "time", "value")),
    ],
)
def test_a_verdict_is_of_certain_kinds_of_name(verdict: n.Verdict, kinds: tuple[str, ...]) -> None:
    example = n.Example("t", "2026-03", (), (n.ExpectVerdict(A, verdict),))
    assert [it.kinds for it in references(example)] == [kinds]


def test_a_value_may_be_the_total_of_a_time_another_value_or_a_charge() -> None:
    (found,) = references(n.DefineValue(A, value("B")))
    assert found.kinds == ("time", "value", "charge")
