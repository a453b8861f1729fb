"""Times in tables: every way of writing them, the order of day and month, and what is no time."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Answer, Key, Mapped
from sla_dsl.intake.stated import Stamp
from sla_dsl.intake.tables.times import Dates, Written, dates_of, is_provisional, read_table_time


def written(*texts: str) -> list[Written]:
    return [Written(text, f"rows.csv, line {number}") for number, text in enumerate(texts, start=2)]


def found(*texts: str, answer: str = "") -> tuple[Dates, Asking]:
    answers: dict[Key, Answer] = {("dates",): Answer((answer,), "so it is", None)} if answer else {}
    asking = Asking(Mapped("m.toml", "", answers))
    return dates_of(written(*texts), asking), asking


def local(text: str, order: str = "day first") -> str:
    stamp = read_table_time(text, "month first" if order == "month first" else "day first")
    assert isinstance(stamp, Stamp), stamp
    assert stamp.written == text
    return stamp.local if stamp.instant is None else f"at {stamp.instant}"


@pytest.mark.parametrize(
    "text",
    [
        "2016-02-29 01:16",
        "2016-02-29T01:16:00",
        "2016/02/29 01:16",
        "2016.02.29 01:16:00",
        "29-02-2016 01:16",
        "29/02/2016 1:16",
        "29.02.2016 1:16 AM",
        "29/02/2016, 01:16:00",
        "29-Feb-2016 01:16",
        "29 February 2016 1:16 am",
        "29 Feb 2016, 01:16:00",
        "Feb 29, 2016 01:16",
        " 2016-02-29 01:16 ",
    ],
)
def test_one_local_time_in_many_ways(text: str) -> None:
    assert local(text) == "2016-02-29T01:16:00"


@pytest.mark.parametrize("text", ["2016-02-29T01:16:00Z", "2016-02-29 02:16:00+01:00", "2016-02-29 02:16:00 +0100"])
def test_an_offset_makes_an_instant(text: str) -> None:
    assert local(text) == "at 1456708560000000"


def test_noon_and_midnight() -> None:
    assert local("4/3/2026 12:10 AM", "month first") == "2026-04-03T00:10:00"
    assert local("4/3/2026 12:10 PM") == "2026-03-04T12:10:00"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-03-04", "it has no time of day"),
        ("04/03/2026", "it has no time of day"),
        ("4 Mar 2026", "it has no time of day"),
        ("10:00", "it has no date"),
        ("1:05 PM", "it has no date"),
        ("46085.41667", "it is a number; show the column as dates with times in the spreadsheet, and save it again"),
        ("04/03/26 10:00", "its year has two digits"),
        ("yesterday", "it is not written as a date and a time of day"),
        ("30 Feb 2026 10:00", None),
        ("2026-02-30 10:00", None),
        ("31/02/2026 10:00", None),
        ("2026-02-28 25:00", None),
        ("4 Foo 2026 10:00", "it is not written as a date and a time of day"),
        ("4/marras/2026 10:00", "it is not written as a date and a time of day"),
        ("4-marraskuu-2026 10:00", "it is not written as a date and a time of day"),
    ],
)
def test_what_is_no_time(text: str, why: str | None) -> None:
    told = read_table_time(text, "day first")
    assert isinstance(told, str)
    assert told == why or why is None


@pytest.mark.parametrize(
    ("text", "order", "words"),
    [
        ("29-02-2016 01:16", "day first", "the day comes first"),
        ("2/29/2016 1:16 AM", "month first", "the month comes first"),
    ],
)
def test_one_date_proves_the_order(text: str, order: str, words: str) -> None:
    dates, asking = found("03/04/2016 10:00", text, "05/06/2016 10:00")
    assert (dates.order, list(asking.questions)) == (order, [])
    assert dates.note == f'In dates such as "{text}" {words}: rows.csv, line 3 proves it.'


def test_where_none_proves_it_the_order_is_asked() -> None:
    dates, asking = found("05/05/2016 10:00", "03/04/2016 10:00", "2016-01-01 10:00")
    [question] = asking.questions.values()
    assert dates.order is None
    assert question.words == 'Which comes first in dates such as "03/04/2016 10:00": the day or the month?'
    assert [(one.answer, one.meaning) for one in question.choices] == [
        ("day first", "it is 2016-04-03"),
        ("month first", "it is 2016-03-04"),
    ]
    assert question.about == "rows.csv, line 3"
    assert found("03/04/2016 10:00", answer="month first")[0].order == "month first"


def test_where_it_makes_no_difference_nothing_is_asked() -> None:
    assert not found("05/05/2016 10:00", "2016-01-31 10:00", "no date")[1].questions
    assert not found()[1].questions


def test_dates_that_prove_both_orders_are_asked_about() -> None:
    _, asking = found("29/02/2016 10:00", "02/29/2016 10:00")
    [question] = asking.questions.values()
    assert "others only the other way" in question.words
    dates, _ = found("29/02/2016 10:00", "02/29/2016 10:00", answer="day first")
    assert isinstance(dates.clock("02/29/2016 10:00"), str)


def test_a_date_of_one_file_proves_nothing_of_another() -> None:
    asking = Asking(Mapped())
    proof, open_one = Written("03/25/2026 10:00", "a.csv, line 2", "a.csv"), "04/03/2026 10:00"
    times = [proof, Written(open_one, "a.csv, line 3", "a.csv"), Written(open_one, "b.csv, line 2", "b.csv")]
    assert dates_of(times, asking).order is None
    [question] = asking.questions.values()
    assert (question.key, question.about) == (("dates",), "b.csv, line 2")
    assert dates_of([*times, Written("3/31/2026 10:00", "b.csv, line 3", "b.csv")], asking).order == "month first"
    assert dates_of([*times[:2], Written("04/04/2026 10:00", "b.csv, line 2", "b.csv")], asking).order == "month first"


def test_an_open_order_makes_times_that_nobody_uses() -> None:
    dates, _ = found("03/04/2016 10:00")
    assert isinstance(dates.clock("03/14/2016 10:00"), Stamp)
    zone: dict[Key, Answer] = {("zone",): Answer(("UTC",), "so it is", None)}
    assert (is_provisional(dates, Mapped()), is_provisional(dates, Mapped("", "", zone))) == (False, True)
