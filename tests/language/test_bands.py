"""The rows of tables."""

from __future__ import annotations

from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language.bands import Scale, bands, in_words
from sla_dsl.language.bounding import Range
from sla_dsl.language.gathering import gather
from sla_dsl.language.names import declare
from sla_dsl.language.quantities import Quantity
from tests.language.making import file, means, name, number, percent, value
from tests.language.programs import Program, expectations, programs


@pytest.mark.parametrize("program", programs("bands"), ids=lambda program: program.name)
def test_programs_earn_the_findings_written_above_them(program: Program) -> None:
    assert sorted(expectations(program)) == sorted(program.expected)


# ---------------------------------------------------------------- laws, against every point looked at one by one

COMPARISONS: tuple[n.Comparison, ...] = ("less than", "at most", "at least", "more than", "exactly")
LOWER = st.tuples(st.sampled_from(("at least", "more than")), st.integers(1, 8))
UPPER = st.tuples(st.sampled_from(("at most", "less than")), st.integers(1, 8))
SINGLE = st.tuples(st.sampled_from(COMPARISONS), st.integers(1, 8))
Bounds = tuple[tuple[n.Comparison, int], ...]
ROWS: st.SearchStrategy[list[Bounds]] = st.lists(
    st.one_of(st.tuples(SINGLE), st.tuples(LOWER, UPPER)), min_size=1, max_size=5
)


def codes(pick: str, rows: list[Bounds], *, stepped: bool) -> list[str]:
    """The codes found in a table by a plain number, which is rounded to whole numbers if `stepped`."""
    nodes = tuple(
        n.Row(tuple(n.Bound(comparison, number(amount)) for comparison, amount in row), percent(5)) for row in rows
    )
    table = n.Table("one" if pick == "one" else "last", value("Count"), nodes)
    credit = n.Credit(name("Credit"), value("Fee"), table)
    rule = n.RoundName(name("Count"), n.Rounding("down", number(1), None))
    rounding = (rule,) if stepped else ()
    policy = file(means("Count", number(1)), credit, *rounding)
    names, _ = declare(policy)
    known = {"count": Quantity("number")}
    return [finding.code for finding in bands(policy, gather(policy, names, known), known)]


def meets(point: Fraction, row: Bounds) -> bool:
    tests = {"less than": lt, "at most": le, "at least": ge, "more than": gt, "exactly": eq}
    return all(tests[comparison](point, amount) for comparison, amount in row)


def points(*, stepped: bool) -> list[Fraction]:
    return [Fraction(at) for at in range(11)] if stepped else [Fraction(at, 2) for at in range(21)]


def empty(rows: list[Bounds]) -> bool:
    """Whether a row is empty even where every number is possible: that is told by another pass."""
    return any(not any(meets(point, row) for point in points(stepped=False)) for row in rows)


@given(ROWS, st.booleans())
def test_rows_overlap_when_a_value_is_in_two_of_them(rows: list[Bounds], stepped: bool) -> None:
    shared = any(sum(meets(point, row) for row in rows) > 1 for point in points(stepped=stepped))
    assert ("overlapping-rows" in codes("one", rows, stepped=stepped)) == (shared and not empty(rows))


@given(ROWS, st.booleans(), st.sampled_from(["one", "last"]))
def test_there_is_a_gap_when_a_value_between_rows_is_in_none(rows: list[Bounds], stepped: bool, pick: str) -> None:
    inside = [any(meets(point, row) for row in rows) for point in points(stepped=stepped)]
    gap = False in inside[inside.index(True) : len(inside) - inside[::-1].index(True)] if True in inside else False
    assert ("gap-between-rows" in codes(pick, rows, stepped=stepped)) == (gap and not empty(rows))


@given(ROWS, st.booleans())
def test_a_row_never_applies_when_later_rows_have_all_of_its_values(rows: list[Bounds], stepped: bool) -> None:
    told = 0
    for at, row in enumerate(rows):
        mine = [point for point in points(stepped=stepped) if meets(point, row)]
        told += all(any(meets(point, later) for later in rows[at + 1 :]) for point in mine)
    assert codes("last", rows, stepped=stepped).count("row-never-applies") == (0 if empty(rows) else told)


@given(ROWS)
def test_a_table_of_which_the_last_row_applies_may_overlap(rows: list[Bounds]) -> None:
    assert "overlapping-rows" not in codes("last", rows, stepped=False)


def test_a_thousand_rows_are_looked_at_in_a_moment() -> None:
    rows: list[Bounds] = [(("at least", at), ("less than", at + 1)) for at in range(1_000)]
    assert codes("one", rows, stepped=False) == []
    assert codes("last", rows, stepped=False) == []
    assert codes("one", rows[::-1], stepped=False) == []


# ---------------------------------------------------------------- what is told, and of which words


class Told(NamedTuple):
    code: str
    row: int | None
    other: int | None
    message: str


def told(pick: str, *rows: Bounds, read: n.Value | None = None, rules: tuple[n.Body, ...] = ()) -> list[Told]:
    """What is told of a table; row `n` stands from 100 n on, ten characters a bound."""
    nodes = tuple(
        n.Row(
            tuple(
                n.Bound(c, number(a), span=Span(100 * at + 10 * k, 100 * at + 10 * k + 9))
                for k, (c, a) in enumerate(row)
            ),
            percent(5),
        )
        for at, row in enumerate(rows)
    )
    table = n.Table("one" if pick == "one" else "last", read or value("Count"), nodes)
    policy = file(means("Count", number(1)), n.Credit(name("Credit"), value("Fee"), table), *rules)
    names, _ = declare(policy)
    known = {"count": Quantity("number"), "downtime": Quantity("elapsed"), "fee": Quantity("money", None, "EUR")}
    return [_told(finding, rows) for finding in bands(policy, gather(policy, names, known), known)]


def _told(finding: Finding, rows: tuple[Bounds, ...]) -> Told:
    spans = {Span(100 * at, 100 * at + 10 * len(row) - 1): at for at, row in enumerate(rows)}
    other = finding.related[0].span if finding.related else None
    return Told(
        finding.code, spans[finding.span or Span(0, 0)], None if other is None else spans[other], finding.message
    )


def test_an_overlap_is_told_of_the_later_row_with_the_earlier() -> None:
    for rows in (
        ((("at most", 5),), (("at least", 3), ("at most", 9))),
        ((("at least", 3), ("at most", 9)), (("at most", 5),)),
    ):
        (found,) = told("one", *rows)
        assert found == Told("overlapping-rows", 1, 0, "Two rows apply to what is at least 3 but at most 5.")


def test_every_overlap_with_the_row_that_reaches_furthest_is_told() -> None:
    rows: list[Bounds] = [(("at least", 1), ("less than", 9)), (("at least", 2), ("less than", 4)), (("at least", 5),)]
    assert [(t.row, t.other) for t in told("one", *rows)] == [(1, 0), (2, 0)]


def test_a_gap_is_told_of_the_row_above_it_with_the_one_below() -> None:
    for pick in ("one", "last"):
        (found,) = told(pick, (("at least", 7),), (("less than", 3),))
        assert found == Told("gap-between-rows", 0, 1, "No row applies to what is at least 3 but less than 7.")
        (found,) = told(pick, (("at most", 3),), (("more than", 7),))
        assert found == Told("gap-between-rows", 1, 0, "No row applies to what is more than 3 but at most 7.")


def test_a_gap_of_one_value() -> None:
    (found,) = told("one", (("less than", 3),), (("more than", 3),))
    assert found.message == "No row applies to what is exactly 3."


def test_a_row_covered_by_later_ones_is_told_with_the_one_that_covers_it() -> None:
    assert told("last", (("less than", 3),), (("less than", 5),)) == [
        Told("row-never-applies", 0, 1, "This row never applies, because later rows apply to all that it applies to.")
    ]


def test_a_row_is_covered_by_several_that_touch() -> None:
    rows: list[Bounds] = [(("at least", 1), ("less than", 9)), (("at least", 1), ("less than", 5)), (("at least", 5),)]
    assert [(t.code, t.row, t.other) for t in told("last", *rows)] == [("row-never-applies", 0, 2)]


def test_a_row_is_covered_by_two_that_touch_whatever_lies_apart_from_them() -> None:
    below: Bounds = (("at least", 1), ("less than", 2))
    lower: Bounds = (("at least", 5), ("less than", 6))
    upper: Bounds = (("at least", 6), ("less than", 9))
    above: Bounds = (("at least", 11), ("less than", 12))
    wide: Bounds = (("at least", 5), ("less than", 9))
    hole: Bounds = (("at least", 3), ("less than", 4))
    apart = (below, lower, upper, above)
    for later in (apart, apart[::-1], (upper, lower, above, below)):
        never = [t.row for t in told("last", wide, hole, *later) if t.code == "row-never-applies"]
        assert never == [0]
        assert [t.row for t in told("last", *apart, *later) if t.code == "row-never-applies"] == [3, 2, 1, 0]


def test_rows_that_end_at_nothing_and_below_one_are_two_ends() -> None:
    found = told("one", (("less than", 1),), (("at most", 0),), (("more than", 0), ("less than", 3)))
    assert [(t.code, t.row, t.other) for t in found] == [("overlapping-rows", 1, 0), ("overlapping-rows", 2, 0)]


@pytest.mark.parametrize(
    ("rows", "turn"),
    [
        ([("less than", 3), ("exactly", 3), ("more than", 3)], None),
        ([("more than", 3), ("exactly", 3), ("less than", 3)], None),
        ([("exactly", 3), ("more than", 3), ("less than", 3)], (2, 1)),
        ([("more than", 3), ("less than", 3), ("exactly", 3)], (2, 1)),
    ],
)
def test_rows_that_turn_back_are_out_of_order(
    rows: list[tuple[n.Comparison, int]], turn: tuple[int, int] | None
) -> None:
    found = told("one", *((row,) for row in rows))
    assert [(t.code, t.row, t.other) for t in found] == ([] if turn is None else [("rows-out-of-order", *turn)])


def test_an_overlap_goes_before_the_order() -> None:
    assert [t.code for t in told("one", (("exactly", 3),), (("at least", 3),), (("less than", 3),))] == [
        "overlapping-rows"
    ]


def test_rows_that_are_not_fixed_are_passed_over() -> None:
    table = n.Table("one", value("Count"), (n.Row((n.Bound("at most", value("Fee")),), percent(5)),) * 2)
    policy = file(means("Count", number(1)), n.Credit(name("Credit"), value("Fee"), table))
    names, _ = declare(policy)
    known = {"count": Quantity("number"), "fee": Quantity("money")}
    assert bands(policy, gather(policy, names, known), known) == []


def test_a_gap_is_not_told_where_a_row_is_not_fixed() -> None:
    rows = (
        n.Row((n.Bound("at most", number(3)),), percent(5)),
        n.Row((n.Bound("at least", number(7)),), percent(5)),
        n.Row((n.Bound("exactly", value("Fee")),), percent(5)),
    )
    policy = file(
        means("Count", number(1)), n.Credit(name("Credit"), value("Fee"), n.Table("one", value("Count"), rows))
    )
    names, _ = declare(policy)
    known = {"count": Quantity("number"), "fee": Quantity("number")}
    assert bands(policy, gather(policy, names, known), known) == []


def test_every_table_is_looked_at() -> None:
    rows = (n.Row((n.Bound("at most", number(3)),), percent(5)),) * 2
    credits = [n.Credit(name(it), value("Fee"), n.Table("one", value("Count"), rows)) for it in ("One", "Two")]
    aside = n.Sentence(n.Credit(name("Three"), value("Fee"), n.Table("one", value("Count"), rows)), set_aside="later")
    policy = file(means("Count", number(1)), *credits)
    policy = n.PolicyFile("Test", None, 1, (*policy.sentences, aside), ())
    names, _ = declare(policy)
    known = {"count": Quantity("number")}
    assert [f.code for f in bands(policy, gather(policy, names, known), known)] == ["overlapping-rows"] * 2


# ---------------------------------------------------------------- the unit by which a table is read


DOWN = n.DefineTime(name("Downtime"), n.Down((), ()))
SECONDS = n.Rounding("down", "second", None)
UNIT_RULES: dict[str, tuple[n.Body, ...]] = {
    "a value": (n.RoundName(name("Count"), n.Rounding("down", number(2), None)),),
    "the total of a measure": (DOWN, n.RoundTotal(name("Downtime"), SECONDS)),
    "each outage": (DOWN, n.RoundOutages(name("Downtime"), SECONDS)),
}


def seconds(amount: int) -> n.Elapsed:
    return n.Elapsed(((Fraction(amount), "s"),))


def gaps(read: n.Value, rules: tuple[n.Body, ...], *bounds: tuple[n.Comparison, n.Value]) -> list[str]:
    """What is told of a table of rows with one bound each."""
    rows = tuple(n.Row((n.Bound(c, v),), percent(5)) for c, v in bounds)
    table = n.Table("one", read, rows)
    policy = file(means("Count", number(1)), n.Credit(name("Credit"), value("Fee"), table), *rules)
    names, _ = declare(policy)
    known = {"count": Quantity("number"), "downtime": Quantity("elapsed")}
    return [finding.message for finding in bands(policy, gather(policy, names, known), known)]


def test_a_value_that_is_rounded_leaves_no_gap_between_its_steps() -> None:
    rules = UNIT_RULES["a value"]
    assert gaps(value("Count"), rules, ("at most", number(4)), ("at least", number(6))) == []
    assert gaps(value("Count"), rules, ("at most", number(4)), ("at least", number(7))) == [
        "No row applies to what is exactly 6."
    ]
    assert gaps(value("Count"), (), ("at most", number(4)), ("at least", number(6))) == [
        "No row applies to what is more than 4 but less than 6."
    ]


@pytest.mark.parametrize("unit", ["the total of a measure", "each outage"])
def test_a_measure_that_is_rounded_leaves_none_either(unit: str) -> None:
    rules = UNIT_RULES[unit]
    assert gaps(value("Downtime"), rules, ("at most", seconds(4)), ("at least", seconds(5))) == []
    assert gaps(value("Downtime"), (DOWN,), ("at most", seconds(4)), ("at least", seconds(5))) == [
        "No row applies to what is more than 4 s but less than 5 s."
    ]


def test_the_total_goes_before_each_outage() -> None:
    minutes = n.RoundOutages(name("Downtime"), n.Rounding("down", "minute", None))
    rules = (*UNIT_RULES["the total of a measure"], minutes)
    assert gaps(value("Downtime"), rules, ("at most", seconds(4)), ("at least", seconds(5))) == []
    assert len(gaps(value("Downtime"), rules, ("at most", seconds(4)), ("at least", seconds(6)))) == 1


def test_outages_are_counted_in_whole_numbers() -> None:
    count = n.OutageCount(name("Downtime"))
    assert gaps(count, (DOWN,), ("at most", number(4)), ("at least", number(5))) == []
    assert gaps(count, (DOWN,), ("at most", number(4)), ("at least", number(6))) == [
        "No row applies to what is exactly 5."
    ]


def test_another_value_has_no_unit() -> None:
    longest = n.LongestOutage(name("Downtime"))
    rules = UNIT_RULES["the total of a measure"]
    assert len(gaps(longest, rules, ("at most", seconds(4)), ("at least", seconds(5)))) == 1


@pytest.mark.parametrize(
    ("upper", "words"), [("at most", "at least 6 but at most 8"), ("less than", "at least 6 but at most 8")]
)
def test_what_two_rows_share_is_told_in_steps(upper: n.Comparison, words: str) -> None:
    rows: list[Bounds] = [(("at least", 1), (upper, 9)), (("at least", 5), (upper, 9))]
    (found,) = told("one", *rows, rules=UNIT_RULES["a value"])
    assert found.message == f"Two rows apply to what is {words}."


def test_a_row_between_two_steps_never_applies() -> None:
    rules = UNIT_RULES["a value"]
    found = told("last", (("exactly", 5),), (("at least", 0),), rules=rules)
    assert found == [
        Told(
            "row-never-applies",
            0,
            None,
            "This row never applies, because what the table is read by is rounded past it.",
        )
    ]


@pytest.mark.parametrize(
    ("it", "words"),
    [
        (Range(), "anything"),
        (Range(low=3), "more than 3"),
        (Range(low=3, low_in=True), "at least 3"),
        (Range(high=5), "less than 5"),
        (Range(high=5, high_in=True), "at most 5"),
        (Range(3, True, 5, False), "at least 3 but less than 5"),
        (Range(3, False, 5, True), "more than 3 but at most 5"),
        (Range(3, True, 3, True), "exactly 3"),
        (Range(0, True, 0, True), "exactly 0"),
    ],
)
def test_a_range_in_words(it: Range, words: str) -> None:
    assert in_words(it, Scale("number", "", None)) == words


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        (Scale("money", "EUR", None), "at least 1 EUR but less than 2 EUR"),
        (Scale("ratio", "", None), "at least 100 % but less than 200 %"),
        (Scale("elapsed", "", None), "at least 0.000001 s but less than 0.000002 s"),
    ],
)
def test_a_range_of_a_type_in_words(scale: Scale, words: str) -> None:
    assert in_words(Range(1, True, 2, False), scale) == words
    exactly = words.split(" but ")[0].replace("at least", "exactly")
    assert in_words(Range(1, True, 1, True), scale) == exactly


def test_the_words_are_those_of_what_is_read() -> None:
    amount = n.Amount(Fraction(3), name("EUR"))
    table = n.Table("one", value("Fee"), (n.Row((n.Bound("at most", amount),), percent(5)),) * 2)
    policy = file(n.Credit(name("Credit"), value("Fee"), table))
    names, _ = declare(policy)
    known = {"fee": Quantity("money", None, "EUR")}
    (found,) = bands(policy, gather(policy, names, known), known)
    assert found.message == "Two rows apply to what is at most 3 EUR."
