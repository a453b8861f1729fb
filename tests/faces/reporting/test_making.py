"""The model of a report: what the text report and the result say, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.writing import result_data
from sla_dsl.faces.pictures.report import report as text_report
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.values.intervals import length
from sla_dsl.values.numbers import show_seconds
from tests.faces.reporting.reports import EVERY_TENTH, mail, march, of_case, rich, texts
from tests.faces.running import incident

_ONLY_THERE = (
    "=",
    "What ",
    "Where ",
    "How ",
    "Notes",
    "Support",
    "Account ",
    "All times ",
    "Policy ",
    "Evidence ",
    "Lang",
)


@pytest.mark.parametrize("result", [mail(), rich()])
def test_every_sentence_of_the_text_report_is_in_it_word_for_word(result: Result) -> None:
    said = set(texts(report_of(result)))
    lines = [line.text for line in text_report(result) if line.text and not line.text.startswith(_ONLY_THERE)]
    missing = [line for line in lines if line not in said and not any(line == f"{a} ({b})" for a in said for b in said)]
    assert missing == []


@pytest.mark.parametrize("path", EVERY_TENTH, ids=lambda path: Path(path).stem)
def test_its_numbers_are_those_of_the_result(path: Path) -> None:
    result = of_case(path)
    for told, plain in zip(report_of(result).periods, result_data(result)["periods"], strict=True):
        assert {one.id: one.status for one in told.guarantees} == plain["guarantees"]
        assert [(one.id, one.status) for one in told.credits] == [
            (one["name"], one["status"]) for one in plain["credits"]
        ]
        assert [list(one.because) for one in told.credits] == [one["because"] for one in plain["credits"]]
        here = [row for row in plain["incidents"] if row["verdict"] != "elsewhere"]
        assert [(one.id, one.verdict, list(one.reasons)) for one in told.incidents] == [
            (row["id"], row["verdict"], row["because"]) for row in here
        ]
        ledgers = [[(row["bucket"], row["seconds"]) for row in rows] for rows in plain["ledger"].values()]
        totals = [[(one.bucket, show_seconds(one.length.exact or 0)) for one in strip.totals] for strip in told.strips]
        assert totals == ledgers


def test_it_begins_with_the_answer_the_money_first() -> None:
    assert march().answer == (
        "A credit of 50.00 EUR (the agreement's limit) is due.",
        "The guarantee that Uptime is at least 99.9 % was missed: Uptime is 99.810185… % (§ 3).",
    )


def test_whose_report_it_is_and_how_far_the_record_goes() -> None:
    report = report_of(mail())
    assert (report.title, report.account, report.zone) == ("Mail service agreement", "acme", "Europe/Brussels")
    assert report.as_of is not None
    assert report.as_of.words == "2026-04-15 02:00"
    assert report_of(mail(as_of=None)).as_of is None


def test_a_record_that_ends_within_the_period_makes_it_provisional() -> None:
    assert march().provisional == ""
    early = march(as_of="2026-03-31T00:00:00+02:00")
    assert early.provisional == "Provisional: the record of this period ends at 2026-03-31 00:00."
    assert early.strips[0].stretches[-1].bucket == "not_observed"


def test_a_record_that_ends_before_the_period_says_so() -> None:
    before = march(as_of="2026-02-20T00:00:00+01:00", incidents=[], reports=[], maintenance=[], tickets=[])
    assert before.provisional == "The record ends before this period begins; nothing of it is observed yet."
    assert before.observed == before.start


def test_the_arithmetic_has_its_values_exact_and_its_assumptions_by_number() -> None:
    downtime, _, credit = march().workings
    assert [(line.value, line.exact and line.exact.exact) for line in downtime.lines] == [
        ("1 hour 21 min 35 s", 4_895_000_000),
        ("1 hour 22 min", 4_920_000_000),
    ]
    assert credit.lines[-1].value == "yes"
    assert credit.lines[-1].exact is None
    assert march().incidents[0].moved[0].marks == (1,)


def test_the_assumptions_are_those_that_were_used() -> None:
    assert [(one.number, one.clause) for one in report_of(mail()).assumptions] == [(1, "§ 1"), (2, "§ 2")]


def test_what_became_of_the_records_adds_up() -> None:
    records = {one.kind: one for one in report_of(mail()).records}
    assert records["incidents"][1:] == (5, 2, 1, 2)
    assert records["claims"].given is None
    assert all(one.given in (None, one.used + one.excluded + one.outside) for one in records.values())


def test_a_missing_cause_names_what_it_could_change() -> None:
    period = march(incidents=[incident(cause=None)], maintenance=[])
    assert [one.fact for one in period.missing] == ["the cause of incident I-1"]
    credit, promise, *measures = period.missing[0].changes
    assert credit.startswith(
        "Whether a credit is due cannot be decided without the cause of incident I-1. It comes to "
    )
    assert promise.startswith(
        "Whether the guarantee that Uptime is at least 99.9 % was met is not known: Uptime is somew"
    )
    assert measures == [
        "Downtime is somewhere from 0 s to 1 hour 8 min.",
        "Uptime is somewhere from 99.842592… % to 100 %.",
    ]


def test_where_everything_is_known_nothing_is_missing() -> None:
    assert march().missing == ()


def test_the_ledger_is_told_stretch_by_stretch() -> None:
    (strip,) = march().strips
    ledger = mail().periods[0].ledgers["downtime"]
    assert sum(one.length.exact or 0 for one in strip.stretches) == sum(length(entry.spans) for entry in ledger.entries)
