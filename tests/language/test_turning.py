"""Tables in which a worse month gives less."""

from __future__ import annotations

import pytest

from sla_dsl.findings.finding import Finding, Span, if_meant
from sla_dsl.language.applying import Step
from sla_dsl.language.bounding import Range
from sla_dsl.language.directions import LESS, MORE, NEITHER, Worse
from sla_dsl.language.turning import turn_of
from tests.language.programs import PRELUDES, checked

READ = {
    "Uptime": ["at least 99 % but less than 100 %", "at least 95 % but less than 99 %", "less than 95 %"],
    "Downtime": ["at most 1 hour", "more than 1 hour but at most 2 hours", "more than 2 hours"],
    "Planned": ["at most 1 hour", "more than 1 hour but at most 2 hours", "more than 2 hours"],
    "the number of outages of Downtime": ["exactly 1", "at least 2 but at most 3", "at least 4"],
}
BEGINNING = """Incidents of Downtime that overlap or touch are one outage.
Planned means the maintenance announced or not.
Bonus is rounded down to the cent.
"""


def table(read: str, *gives: str, ending: str = "", pick: str = "one row that applies") -> str:
    """A table by what is read, for better months first."""
    rows = ",\n".join(f"{row} gives {rate}" for row, rate in zip(READ[read], gives, strict=False))
    return f"{BEGINNING}Bonus is a credit on Monthly Fee, by the {pick} to {read}:\n{rows}{ending}.\n"


def told(text: str) -> list[Finding]:
    _, findings = checked(PRELUDES["measure"] + text)
    assert not [finding for finding in findings if finding.severity == "error"]
    return [finding for finding in findings if finding.code == "less-for-worse"]


def rows_told(text: str) -> list[str]:
    """The rows that are told of."""
    return [(PRELUDES["measure"] + text)[slice(*finding.span)] for finding in told(text) if finding.span]


KNOWN = [read for read in READ if read != "Planned"]


@pytest.mark.parametrize("read", KNOWN)
def test_a_worse_month_that_gives_less_is_told_of(read: str) -> None:
    rows = READ[read]
    assert rows_told(table(read, "10 %", "5 %")) == [f"{rows[1]} gives 5 %"]
    assert rows_told(table(read, "5 %", "20 %", "10 %")) == [f"{rows[2]} gives 10 %"]
    assert rows_told(table(read, "20 %", "10 %", "5 %")) == [f"{rows[1]} gives 10 %"]


@pytest.mark.parametrize("read", KNOWN)
def test_a_worse_month_that_gives_as_much_or_more_is_right(read: str) -> None:
    assert told(table(read, "0 %", "5 %", "5 %")) == []
    assert told(table(read, "5 %")) == []


def test_where_nothing_tells_which_months_are_worse_only_a_turn_is_told_of() -> None:
    rows = READ["Planned"]
    assert told(table("Planned", "10 %", "5 %", "0 %")) == []
    assert told(table("Planned", "0 %", "5 %", "10 %")) == []
    assert rows_told(table("Planned", "5 %", "20 %", "10 %")) == [f"{rows[2]} gives 10 %"]
    assert rows_told(table("Planned", "20 %", "5 %", "10 %")) == [f"{rows[2]} gives 10 %"]


def test_a_promise_tells_which_months_are_worse() -> None:
    promise = "The provider guarantees that Planned is at {} 1 hour.\n"
    assert len(told(table("Planned", "10 %", "5 %") + promise.format("most"))) == 1
    assert told(table("Planned", "10 %", "5 %") + promise.format("least")) == []


def test_an_assumption_about_something_else_does_not_say_that_it_is_meant() -> None:
    assert len(told(table("Uptime", "10 %", "5 %", ending=' assuming "the percentages are of the fee"'))) == 1


def test_rates_that_are_worked_out_once_are_compared_and_others_are_passed_over() -> None:
    assert rows_told(table("Uptime", "10 %", "Rate") + "Rate means 20 % minus 15 %.\n") != []
    rate = "Rate means 1 hour divided by the length of the period.\n"
    assert told(table("Uptime", "10 %", "Rate") + rate) == []
    assert rows_told(table("Uptime", "10 %", "Rate", "5 %") + rate) == ["less than 95 % gives 5 %"]
    assert told(table("Uptime", "1 divided by 30", "1 divided by 20")) == []
    assert told(table("Uptime", "1 divided by 20", "1 divided by 30"))[0].message.endswith("gives 5 %.")


def last(*rows: str) -> str:
    return f"{BEGINNING}Bonus is a credit on Monthly Fee, by the last row that applies to Uptime: {', '.join(rows)}.\n"


def test_in_a_table_of_which_the_last_row_applies_what_each_row_is_left_with_is_compared() -> None:
    assert told(last("less than 100 % gives 5 %", "less than 99 % gives 10 %")) == []
    assert rows_told(last("less than 100 % gives 10 %", "less than 99 % gives 5 %")) == ["less than 99 % gives 5 %"]
    inside = last("less than 100 % gives 5 %", "at least 95 % but less than 99 % gives 10 %")
    assert rows_told(inside) == ["less than 100 % gives 5 %"]


def test_a_row_of_which_nobody_knows_where_it_applies_may_go_before_the_others() -> None:
    limit = "Edge means Uptime but at most 98 %.\n"
    rows = ["less than 100 % gives 10 %", "less than 99 % gives 5 %", "less than Edge gives 20 %"]
    assert told(last(*rows) + limit) == []
    one = last(*rows).replace("last row", "one row").replace("less than 100 %", "at least 99 %")
    assert rows_told(one + limit) == ["less than 99 % gives 5 %"]


def test_a_table_with_another_mistake_is_left_until_it_is_mended() -> None:
    overlap = table("Uptime", "10 %", "5 %").replace("less than 99 %", "less than 99.5 %")
    second = table("Uptime", "10 %", "5 %").partition("Bonus is a")[2].replace("Rebate", "Bonus")
    text = f"{overlap}Other is rounded down to the cent.\nOther is a{second}"
    _, findings = checked(PRELUDES["measure"] + text)
    assert [f.code for f in findings if f.code in ("overlapping-rows", "less-for-worse")] == [
        "overlapping-rows",
        "less-for-worse",
    ]


def test_the_message_names_both_rates_and_shows_the_other_row() -> None:
    (found,) = told(table("Uptime", "10 %", "5 %"))
    assert found.severity == "warning"
    assert found.message == "A worse month gives less here: 5 %, where the row for better months gives 10 %."
    assert found.repair == f"Correct the rows. {if_meant('less-for-worse')}"
    assert [related.message for related in found.related] == ["the row before it is here"]


def test_the_message_about_a_turn_says_which_way_it_goes() -> None:
    (up,) = told(table("Planned", "5 %", "20 %", "10 %"))
    assert up.message == "The credit rises from row to row and falls here: 10 % after 20 %."
    (down,) = told(table("Planned", "20 %", "5 %", "10 %"))
    assert down.message == "The credit falls from row to row and rises here: 10 % after 5 %."


# ---------------------------------------------------------------- the order in which rows are gone through


def steps(*gives: int | None, downwards: bool = False) -> list[Step]:
    """Rows for 0 to 1, 1 to 2 and so on; written from the greatest down, if `downwards`."""
    rows = [Step(Range(at, True, at + 1), rate, Span(at, at)) for at, rate in enumerate(gives)]
    return rows[::-1] if downwards else rows


@pytest.mark.parametrize(
    ("gives", "worse", "row"),
    [
        ((), MORE, None),
        ((5,), MORE, None),
        ((5, 9, 7), MORE, 2),
        ((5, 9, 7), LESS, 0),
        ((5, 5, 9), MORE, None),
        ((9, 5, 5), LESS, None),
        ((9, None, 5), MORE, 2),
        ((None, None), NEITHER, None),
    ],
)
@pytest.mark.parametrize("downwards", [False, True])
def test_rows_are_gone_through_from_the_better_months_however_they_are_written(
    gives: tuple[int, ...], worse: Worse, row: int | None, downwards: bool
) -> None:
    turn = turn_of(steps(*gives, downwards=downwards), worse)
    assert (turn and turn.row.span.start) == row


@pytest.mark.parametrize("worse", [NEITHER, MORE | LESS])
def test_rows_of_which_nobody_knows_are_gone_through_as_they_are_written(worse: Worse) -> None:
    for gives, downwards, row in (((5, 5, 7, 6), False, 3), ((5, 5, 7, 6), True, 1), ((9, 7, 8), True, 0)):
        turn = turn_of(steps(*gives, downwards=downwards), worse)
        assert turn
        assert turn.row.span.start == row
