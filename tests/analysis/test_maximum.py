"""The maximum of a credit, and the fees for which it matters."""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.analysis.boundaries import Point, boundaries
from sla_dsl.analysis.maximum import binds, free_fee, has_maximum, maximum_at
from sla_dsl.analysis.spans import credit_spans
from sla_dsl.values.money import Money
from tests.analysis.making import CREDIT, study
from tests.analysis.table_policies import POLICIES


def points(text: str) -> list[Point]:
    """Where the spans of the only credit begin."""
    made = study(text)
    table = boundaries(made, [made.usual], made.fee).tables[0]
    return [span.first for span in credit_spans(table, table.credits[0])]


def free(text: str) -> list[str]:
    made = study(text)
    (root,) = made.tree.credits
    fees = [free_fee(made, point, root) for point in points(text)]
    return ["-" if fee is None else str(fee.amount) for fee in fees]


def test_each_row_of_ecerium_is_free_up_to_a_fee() -> None:
    assert free(POLICIES["ecerium"]) == ["-", "2500", "1250", "500", "250", "8333/50", "125"]


def test_the_fee_found_is_the_last_that_is_free() -> None:
    made = study(POLICIES["ecerium"])
    (root,) = made.tree.credits
    for point in points(POLICIES["ecerium"])[1:]:
        fee = free_fee(made, point, root)
        assert fee is not None
        for amount, capped in ((fee.amount, False), (fee.amount + Fraction(1, 100), True)):
            world = point.world._replace(fee=Money(amount, "EUR"))
            assert made.outcome(world).credits[0].capped is capped


def test_a_maximum_that_nothing_reaches() -> None:
    """No row of EZCNAM is above its maximum, whatever the fee."""
    assert free(POLICIES["ezcnam"]) == ["-", "-", "-"]
    (root,) = study(POLICIES["ezcnam"]).tree.credits
    assert [maximum_at(point, root) for point in points(POLICIES["ezcnam"])] == [Money(200, "EUR")] * 3


def test_a_maximum_that_is_always_reached_has_no_free_fee() -> None:
    """Above eight started half hours it is 40 %, whatever the fee."""
    assert free(POLICIES["few steps"])[-1] == "-"
    made = study(POLICIES["few steps"])
    (root,) = made.tree.credits
    assert [binds(made, point, root) for point in points(POLICIES["few steps"])] == [False] * 9 + [True]


def test_a_credit_without_a_maximum() -> None:
    (root,) = study(CREDIT).tree.credits
    first = points(CREDIT)[0]
    assert not has_maximum(first, root)
    assert maximum_at(first, root) is None


def test_the_lowest_of_several_limits() -> None:
    text = CREDIT + "Rebate is limited to 90 EUR.\nRebate is limited to 30 % of Monthly Fee.\n"
    (root,) = study(text).tree.credits
    assert maximum_at(points(text)[-1], root) == Money(90, "EUR")
    assert has_maximum(points(text)[-1], root)
