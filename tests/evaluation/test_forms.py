from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.compiled import write_compiled
from sla_dsl.evaluation.forms import MOST_TIME, is_well_formed, is_whole, names_are_well_formed
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.tree import Node, Tree
from tests.evaluation.making import DAY, HOUR, node, tree_of
from tests.evaluation.making import tree as tree_from
from tests.evaluation.worlds import RICH

CALENDAR: dict[str, Any] = {
    "words": "B", "weekdays": [0, 4], "hours": [9 * HOUR, 17 * HOUR], "zone": "UTC", "countries": [], "dates": [],
}  # fmt: skip
LISTED = {"version": "0.1", "years": {"2026": ["01-01", "12-25"], "2028": ["02-29"]}}


def notice(kind: str, comparison: str = "", amount: Any = "0") -> dict[str, Any]:
    return {"kind": kind, "comparison": comparison, "amount": amount}


def within(kind: str, amount: Any, calendar: Any = "") -> dict[str, Any]:
    return {"kind": kind, "amount": amount, "calendar": calendar}


def well(made: Node) -> bool:
    """Whether a step with these settings is well formed, among two clauses and a calendar."""
    of = tree_of(made, clauses=("§ 1", "§ 2"), calendars={"business": CALENDAR})
    return is_well_formed(of, made)


@pytest.mark.parametrize(
    ("value", "whole"),
    [(0, True), (2**63, True), (2**63 + 1, False), (-1, False), (True, False), (1.0, False), ("1", False)],
)
def test_whole_numbers(value: Any, whole: bool) -> None:
    assert is_whole(value) is whole


def test_the_settings_of_every_step_that_the_compiler_makes_are_well_formed() -> None:
    of = tree_from(RICH)
    assert [n for n in of.nodes if not is_well_formed(of, n)] == []


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("services", [[], ["a", "b"]], [None, "a", [1], {}]),
        ("causes", [None, [], ["a"]], ["a", [None], {}]),
        ("service", ["a"], [None, ["a"], 1]),
        ("start", ["", "minute"], ["week", None, ["minute"]]),
        ("apart", [0, 5], [-1, True, "5", 1.5, None, 2**64]),
        ("inclusive", [True, False], [0, None, "yes"]),
        ("skip", [0], [-1, None]),
        ("bounds", [[], [["at least", "5"]], [["at most", "1/2"], ["exactly", "-3"]]],
         [None, [["at least"]], [["about", "5"]], [["at least", "1/0"]], [["at least", 5]], [["at least", "1e9"]]]),
        ("mode", ["nearest", "down", "up"], ["sideways", None]),
        ("halves", ["up", "down", "to even"], ["even", None]),
        ("pick", ["one", "last"], ["first", None]),
        ("edge", ["start", "end"], ["middle"]),
        ("event", ["outage end", "outage start", "period end"], ["outage", None]),
        ("state", ["claimed", "claimable"], ["open"]),
        ("chooser", ["", "customer", "provider", "not given"], ["nobody", None]),
        ("paid_as", [[], ["Refund"]], [None, [1]]),
        ("notice", [notice("any"), notice("days", "at least", "7"), notice("elapsed", "more than")],
         [None, {}, notice("days"), notice("weeks", "at least"), notice("any", amount=0),
          {**notice("any"), "more": 1}]),
        ("calendar", ["business"], ["other", None, ["business"]]),
        ("within", [
            within("days", 30), within("elapsed", MOST_TIME), within("business", 5, "business"),
            within("business days", 36_525, "business"),
         ],
         [None, {}, within("days", 36_526), within("days", 1, "business"), within("elapsed", MOST_TIME + 1),
          within("elapsed", -1), within("business", 5), within("business", True, "business"), within("soon", 5),
          within("days", 5, None)]),
        ("pauses", [[], ["on_hold"]], [None, "on_hold", [1]]),
        ("too_short", [-2, -1, 0, 1], [-3, 2, None, True, "0"]),
        ("hours", [-2, 1], [-3, 2]),
        ("unnamed", [{}, {"a": 1, "b": -1}], [None, [], {"a": 2}, {"a": -2}, {"a": None}]),
        ("nonsense", [], [1, "a"]),
    ],
)  # fmt: skip
def test_settings(name: str, good: list[Any], bad: list[Any]) -> None:
    assert [value for value in good if not well(node("join")._replace(params={name: value}))] == []
    assert [value for value in bad if well(node("join")._replace(params={name: value}))] == []


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            "number",
            ["0", "-3", "3/4", "9" * 2_000],
            [0, None, "", "x", "1/0", "3/-4", "1.5", "1e9", " 1", "9" * 2_001, "٣"],
        ),
        ("money", [["3/4", "EUR"], ["0", "JPY"]], ["3", ["3"], ["3", "XYZ"], ["3", ""], ["3", None], [3, "EUR"], []]),
    ],
)
def test_literals(kind: str, good: list[Any], bad: list[Any]) -> None:
    made = node("literal", type=kind)
    assert [value for value in good if not well(made._replace(params={"value": value}))] == []
    assert [value for value in bad if well(made._replace(params={"value": value}))] == []


@pytest.mark.parametrize(
    ("kind", "unit", "good"),
    [
        ("elapsed", "60000000", True), ("elapsed", "1/3", True), ("elapsed", "0", False),
        ("elapsed", "0/5", False), ("elapsed", "000", False), ("elapsed", "10", True), ("ratio", "0/7", False),
        ("elapsed", "-60", False), ("money", "0", True), ("money", "0/5", True), ("money", "1/20", True),
        ("ratio", "1/10000", True),
    ],
)  # fmt: skip
def test_units_are_above_nothing_but_for_the_smallest_coin(kind: str, unit: str, good: bool) -> None:
    assert well(node("round", type=kind)._replace(params={"unit": unit})) is good


def test_signs_and_powers_are_as_many_as_the_inputs() -> None:
    made = node("add", 0, 0, type="number")
    for name in ("signs", "powers"):
        assert well(made._replace(params={name: [1, -1]}))
        for wrong in ([1], [1, 1, 1], [1, 2], [1, True], [1, 1.0], None, "11"):
            assert not well(made._replace(params={name: wrong}))


def test_comparisons_are_one_less_than_the_inputs() -> None:
    made = node("compare", 0, 0, 0)
    assert well(made._replace(params={"comparisons": ["at least", "less than"]}))
    for wrong in (["at least"], ["at least", "about"], [], None):
        assert not well(made._replace(params={"comparisons": wrong}))


def test_rows_take_all_the_cells() -> None:
    made = node("table", 0, 0, 0, 0, 0, 0, type="ratio")
    assert well(made._replace(params={"rows": [["at least", "less than"], ["exactly"]]}))
    for wrong in ([["at least"], ["exactly"]], [["at least", "less than"]], [["about"] * 2, ["exactly"]], None, "x"):
        assert not well(made._replace(params={"rows": wrong}))


RULE = {"causes": None, "services": ["a"], "clause": 1, "bucket": "excluded"}


@pytest.mark.parametrize(
    ("rule", "good"),
    [
        (RULE, True),
        ({**RULE, "clause": -1, "causes": ["b"], "services": None, "bucket": "in_breach"}, True),
        ({**RULE, "clause": 2}, False),
        ({**RULE, "bucket": "up"}, False),
        ({**RULE, "causes": "b"}, False),
        ({**RULE, "more": 1}, False),
        ({}, False),
        (None, False),
    ],
)
def test_rules_of_an_exclusion(rule: Any, good: bool) -> None:
    assert well(node("excuse", 0, 0)._replace(params={"rules": [rule]})) is good
    assert not well(node("excuse", 0)._replace(params={"rules": [rule]}))


@pytest.mark.parametrize(
    ("rule", "good"),
    [
        (["excluded", 1], True),
        (["in_breach", -1], True),
        (["up", 1], False),
        (["excluded", 2], False),
        ([], False),
        (None, False),
    ],
)
def test_rules_of_books(rule: Any, good: bool) -> None:
    assert well(node("books", 0, 0, 0, 0)._replace(params={"rules": [rule]})) is good


# ---------------------------------------------------------------- names and calendars


def named(**fields: Any) -> bool:
    return names_are_well_formed(tree_of(**fields))


KINDS = {"service": {"a": "A"}, "cause": {}, "charge": {}, "priority": {}, "step": {}, "pause": {}}


@pytest.mark.parametrize(
    ("names", "good"),
    [
        (KINDS, True),
        ({**KINDS, "more": {}}, False),
        ({k: v for k, v in KINDS.items() if k != "step"}, False),
        ({**KINDS, "cause": {"a": None}}, False),
        ({**KINDS, "cause": []}, False),
        ([], False),
    ],
)
def test_names(names: Any, good: bool) -> None:
    assert named(names=names) is good


def test_recorded_steps() -> None:
    assert named(recorded={"reply": "replied"})
    assert not named(recorded={"reply": None})
    assert not named(recorded=[])


def test_recorded_pauses() -> None:
    assert named(paused={"waiting": "on_hold"})
    assert not named(paused={"waiting": None})
    assert not named(paused=[])


@pytest.mark.parametrize(
    ("limit", "good"),
    [
        (within("elapsed", 5), True),
        (within("business", 5, "business"), True),
        (within("days", 5), False),
        (within("business days", 5, "business"), False),
    ],
)
def test_a_number_of_days_leaves_no_pause_out(limit: Any, good: bool) -> None:
    made = node("target", recorded="replied", priority="urgent", within=limit, after="", pauses=["on_hold"])
    assert well(made) is good
    assert well(made._replace(params={**made.params, "pauses": []}))


def test_a_calendar_that_is_whole() -> None:
    assert named(calendars={"business": CALENDAR})
    assert named(calendars={"business": {**CALENDAR, "countries": ["Belgium"], "listed": LISTED}})
    assert not named(calendars=[])


@pytest.mark.parametrize(
    "change",
    [
        {"words": None}, {"weekdays": []}, {"weekdays": [7]}, {"weekdays": [True]}, {"weekdays": None},
        {"hours": [0]}, {"hours": [5, 5]}, {"hours": [6, 5]}, {"hours": [0, DAY + 1]}, {"hours": [-1, 5]},
        {"hours": "x"},
        {"zone": "Mars/Olympus"}, {"zone": None}, {"countries": "Belgium"}, {"countries": ["Belgium"]},
        {"dates": ["2026-02-30"]}, {"dates": ["soon"]}, {"dates": [20260101]}, {"more": 1},
        {"countries": ["Belgium"], "listed": {}}, {"countries": ["Belgium"], "listed": {**LISTED, "years": {}}},
        {"countries": ["Belgium"], "listed": {**LISTED, "years": {"2026": ["02-29"]}}},
        {"countries": ["Belgium"], "listed": {**LISTED, "years": {"26": []}}},
        {"countries": ["Belgium"], "listed": {**LISTED, "version": 1}}, {"listed": 5},
    ],
    ids=str,
)  # fmt: skip
def test_a_calendar_that_is_not(change: dict[str, Any]) -> None:
    assert not named(calendars={"business": {**CALENDAR, **change}})


@pytest.mark.parametrize("field", [*CALENDAR])
def test_a_calendar_without_one_of_its_fields(field: str) -> None:
    assert not named(calendars={"business": {key: value for key, value in CALENDAR.items() if key != field}})


def test_every_setting_of_the_core_has_a_form() -> None:
    settings = {name for operation in OPERATIONS.values() for name in operation.params}
    of: Tree = tree_from(RICH)
    tried = {name for n in of.nodes for name in n.params if is_well_formed(of, n)}
    assert settings - tried <= {"state"}
    assert write_compiled(of)
