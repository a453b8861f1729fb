from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_dsl.evaluation.explanation import Explained, outline, told_parts
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.values.money import Money
from tests.evaluation.making import CREDIT, HOUR, charge, incident, node, outcome, tree, tree_of
from tests.evaluation.worlds import RICH

TEXT = CREDIT.replace("Downtime means", "§ 1\nDowntime means", 1).replace(
    "divided by 30 days.", 'divided by 30 days assuming "a month has 30 days".'
)


def period() -> PeriodResult:
    return outcome(TEXT, incident("04 10:00-17:12"), charges=[charge("100")])


def below(it: Explained) -> Iterator[Explained]:
    """The step and everything that it came from."""
    yield it
    for part in it.parts:
        yield from below(part)


def test_every_result_has_its_tree() -> None:
    found = period().explanation
    assert [it.name for it in found.measures] == ["Downtime", "Uptime"]
    assert [it.name for it in found.credits] == ["Rebate"]
    assert [it.op for it in found.ledgers] == ["ledger"]
    assert (found.guarantees, found.targets) == ((), ())


def test_a_step_has_its_value_its_clause_and_its_assumption() -> None:
    downtime, uptime = period().explanation.measures
    assert (downtime.value, downtime.clause, downtime.assuming) == (7 * HOUR + 12 * 60_000_000, "§ 1", "")
    assert (uptime.value, uptime.clause, uptime.assuming) == (Fraction(99, 100), "§ 1", "a month has 30 days")


def test_a_tree_goes_down_to_the_incidents() -> None:
    downtime, _ = period().explanation.measures
    assert [it.op for it in below(downtime)] == ["measure", "within", "flatten", "excuse", "incidents", "period"]


def test_a_credit_is_told_from_its_rate_to_its_amount() -> None:
    (rebate,) = period().explanation.credits
    table, *_, final = rebate.parts
    assert (table.op, table.value, final.op, final.value) == ("table", Fraction(1, 10), "round", Money(10, "EUR"))


def test_what_says_nothing_of_its_own_is_left_out() -> None:
    ops = {it.op for root in period().explanation.credits for it in below(root)}
    assert ops.isdisjoint({"literal", "always", "books", "events"})
    made = node("add", 0, 1, 2, type="number", signs=[1, 1, 1])
    of = tree_of(node("literal", type="number", value="1"), node("period_length"), node("always"), made)
    assert told_parts(of, made) == (1,)


def test_the_outline_has_a_line_for_each_step() -> None:
    of = tree(RICH)
    lines = outline(of)
    assert [(line.op, line.name) for line in lines] == [(n.op, n.name) for n in of.nodes]
    assert {line.clause for line in lines} <= {"", *of.clauses}
    assert all(part < at for at, line in enumerate(lines) for part in line.parts)


def test_the_incidents_are_those_of_the_ledgers() -> None:
    found = period()
    assert found.explanation.incidents is found.fates


def test_it_is_put_together_once() -> None:
    found = period()
    assert found.explanation is found.explanation
