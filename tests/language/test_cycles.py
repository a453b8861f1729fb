"""The order of definitions, and circles among them."""

from __future__ import annotations

import pytest

from sla_dsl.language import nodes as n
from sla_dsl.language.cycles import arrange
from sla_dsl.language.names import declare
from tests.language.making import file, means, name, percent, sum_of, value
from tests.language.programs import Program, expectations, programs


@pytest.mark.parametrize("program", programs("cycles"), ids=lambda program: program.name)
def test_programs_earn_the_findings_written_above_them(program: Program) -> None:
    assert sorted(expectations(program)) == sorted(program.expected)


def names_in_order(*bodies: n.Body) -> list[str]:
    policy = file(*bodies)
    order, circles = arrange(policy, declare(policy)[0])
    assert not circles
    return [found.name.text for found in order]


def test_a_definition_comes_after_all_that_it_reads() -> None:
    bodies = (means("Third", value("Second")), means("Second", sum_of(value("First"), percent(1))))
    assert names_in_order(*bodies, means("First", percent(2))) == ["First", "Second", "Third"]


def test_a_measure_comes_after_the_times_that_its_rules_cut_it_with() -> None:
    down = n.DefineTime(name("Downtime"), n.Down((name("Gateway"),), ()))
    rule = n.TimeNotCounted(n.Limit(inside=True, time=n.TimeName(name("Night"))), (name("Downtime"),))
    night = n.DefineTime(name("Night"), n.Announced("or not"))
    assert names_in_order(down, rule, night) == ["Night", "Downtime"]


def test_a_guarantee_has_a_place_of_its_own_beside_the_value_it_is_called_after() -> None:
    promise = n.Guarantee(None, n.Compare(value("Uptime"), (n.Bound("at least", percent(99)),)))
    assert names_in_order(promise, means("Uptime", percent(100))) == ["Uptime", "Uptime"]


def test_what_is_set_aside_orders_nothing_and_circles_with_nothing() -> None:
    aside = n.Sentence(means("One", value("Two")), set_aside="not agreed")
    policy = n.PolicyFile("Test", None, 1, (*file(means("Two", percent(1))).sentences, aside), ())
    order, circles = arrange(policy, declare(policy)[0])
    assert [found.name.text for found in order] == ["Two"]
    assert not circles


def test_a_chain_of_ten_thousand_definitions_is_no_trouble() -> None:
    chain = [means(f"N{at}", value(f"N{at + 1}")) for at in range(10_000)]
    order = names_in_order(*chain, means("N10000", percent(1)))
    assert order[:2] == ["N10000", "N9999"]


def test_a_circle_of_ten_thousand_definitions_is_told_once() -> None:
    circle = [means(f"N{at}", value(f"N{(at + 1) % 10_000}")) for at in range(10_000)]
    policy = file(*circle)
    _, circles = arrange(policy, declare(policy)[0])
    assert [finding.code for finding in circles] == ["defined-by-itself"]
    assert len(circles[0].message) < 1_000
