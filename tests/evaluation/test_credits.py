from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.credits import (
    CLAIMABLE,
    CLAIMED,
    WHOLE,
    Credit,
    claim_node,
    credit_node,
    deciding,
    settle_by_claim,
    settle_credit,
)
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from tests.evaluation.making import node, tree_of

DAY = dt.date(2026, 4, 3)
RATE = Fraction(1, 10)
MAYBE = Between(False, True, ("reports",))


def eur(amount: Any) -> Money:
    return Money(amount, "EUR")


def span(low: Any, high: Any, *needs: str) -> Between:
    return Between(low, high, needs)


def claim(state: Any, **fields: Any) -> Claimed:
    return Claimed(state, DAY, **fields)


def settled(
    rate: Any = RATE,
    full: Any = None,
    limited: Any = None,
    final: Any = None,
    claim: Claimed | None = None,
    conditions: tuple[Any, ...] = (),
) -> Credit:
    """A credit of 10 % of 100 EUR, and what is different about it."""
    full = eur(10) if full is None else full
    limited = full if limited is None else limited
    return settle_credit(rate, full, limited, limited if final is None else final, claim, conditions)


FEE_UNKNOWN = span(Money(0, ""), Money(BOUNDLESS, ""), "fee")
RATES = span(0, RATE, "cause")
SURE_RATES = span(RATE, RATE * 2, "cause")
OPEN, EXPIRED, DONE, NO_LIST = claim("open"), claim("expired"), claim("claimed"), claim("unknown", needs=("claims",))


@pytest.mark.parametrize(
    ("given", "status", "needs", "claim_by", "sure"),
    [
        pytest.param({}, "due", (), None, True, id="nothing is in the way"),
        pytest.param({"conditions": (True, True)}, "due", (), None, True, id="all conditions hold"),
        pytest.param({"claim": DONE}, "due", (), None, True, id="claimed"),
        pytest.param({"rate": 0}, "none", (), None, True, id="the rate is nothing"),
        pytest.param({"rate": Fraction(-1, 10)}, "none", (), None, True, id="the rate is below nothing"),
        pytest.param({"rate": span(-1, 0, "x")}, "none", (), None, True, id="the rate is nothing at most"),
        pytest.param({"rate": 0, "conditions": (False,)}, "none", (), None, True, id="nothing goes before a condition"),
        pytest.param({"rate": 0, "claim": EXPIRED}, "none", (), None, True, id="nothing goes before the claim"),
        pytest.param({"conditions": (True, False)}, "not_eligible", (), None, True, id="a condition fails"),
        pytest.param({"conditions": (MAYBE, False)}, "not_eligible", (), None, True, id="one fails, another is open"),
        pytest.param({"claim": EXPIRED}, "not_eligible", (), None, True, id="not claimed in time"),
        pytest.param({"claim": claim("nothing to claim")}, "not_eligible", (), None, True, id="nothing to claim"),
        pytest.param({"claim": EXPIRED, "rate": RATES}, "not_eligible", (), None, True, id="too late in any case"),
        pytest.param({"claim": OPEN, "conditions": (False,)}, "not_eligible", (), None, True, id="open, but in vain"),
        pytest.param({"conditions": (MAYBE,)}, "unknown", ("reports",), None, False, id="a condition is open"),
        pytest.param({"rate": RATES}, "unknown", ("cause",), None, False, id="the rate may be nothing"),
        pytest.param({"claim": NO_LIST}, "unknown", ("claims",), None, False, id="nobody knows of claims"),
        pytest.param({"final": FEE_UNKNOWN}, "unknown", ("fee",), None, True, id="the amount is open"),
        pytest.param(
            {"rate": RATES, "conditions": (MAYBE,), "final": FEE_UNKNOWN, "claim": NO_LIST},
            "unknown", ("cause", "reports", "claims", "fee"), None, False, id="everything is open",
        ),
        pytest.param({"conditions": (MAYBE,), "claim": OPEN}, "unknown", ("reports",), DAY, False, id="open, a day"),
        pytest.param({"rate": SURE_RATES}, "due", (), None, True, id="the rate is surely above nothing"),
        pytest.param({"claim": OPEN}, "claimable", (), DAY, True, id="to be claimed"),
        pytest.param({"claim": OPEN, "final": FEE_UNKNOWN}, "claimable", ("fee",), DAY, True, id="amount open"),
        pytest.param({"claim": Claimed("open")}, "claimable", (), None, True, id="to be claimed, no last day yet"),
        pytest.param({"claim": DONE, "final": FEE_UNKNOWN}, "unknown", ("fee",), None, True, id="claimed, amount open"),
    ],
)  # fmt: skip
def test_status(given: dict[str, Any], status: str, needs: tuple[str, ...], claim_by: object, sure: bool) -> None:
    credit = settled(**given)
    assert (credit.status, credit.needs, credit.claim_by, credit.sure) == (status, needs, claim_by, sure)


def test_the_rate_and_the_amount_are_shown_whatever_the_status() -> None:
    for given in ({}, {"conditions": (False,)}, {"conditions": (MAYBE,)}, {"claim": OPEN}):
        credit = settled(**given)
        assert (credit.rate, credit.amount) == (RATE, eur(10))


@pytest.mark.parametrize(
    ("full", "limited", "capped"),
    [
        (eur(10), eur(10), False),
        (eur(10), eur(9), True),
        (eur(10), eur(Fraction(1000, 100)), False),
        (span(eur(5), eur(10), "x"), span(eur(5), eur(10), "x"), False),
        (span(eur(5), eur(10), "x"), eur(4), True),
        (span(eur(5), eur(10), "x"), eur(5), None),
        (span(eur(5), eur(10), "x"), span(eur(5), eur(7), "x"), None),
        (eur(10), span(eur(5), eur(9), "x"), True),
        (eur(10), span(eur(5), eur(10), "x"), None),
        (FEE_UNKNOWN, span(Money(0, ""), eur(125), "fee"), None),
    ],
)
def test_whether_a_limit_lowered_the_amount(full: Any, limited: Any, capped: bool | None) -> None:
    assert settled(full=full, limited=limited).capped is capped


def test_nothing_is_never_capped() -> None:
    assert settled(rate=0, full=eur(10), limited=eur(5)).capped is False


# ---------------------------------------------------------------- claims that open only what they name


def credit(status: Any, amount: int = 10, needs: tuple[str, ...] = (), sure: bool = True) -> Credit:
    return Credit(status, RATE, eur(amount), False, None, needs, sure)


ALL, SOME, REST = credit("due", 30), credit("due", 20), credit("due", 25)
NONE = credit("none", 0)
MORE = claim("claimed", more=True)


@pytest.mark.parametrize(
    ("claimed", "claimable", "state", "which"),
    [
        pytest.param(SOME, REST, DONE, CLAIMED, id="what was claimed"),
        pytest.param(SOME, REST, MORE, CLAIMED, id="what was claimed, though more can be"),
        pytest.param(SOME, REST, EXPIRED, WHOLE, id="too late"),
        pytest.param(SOME, REST, claim("nothing to claim"), WHOLE, id="nothing to claim"),
        pytest.param(NONE, REST, claim("open", more=True), CLAIMABLE, id="what can be claimed"),
        pytest.param(NONE, NONE, claim("open", more=True), WHOLE, id="nothing that can be claimed gives anything"),
        pytest.param(NONE, REST, MORE, CLAIMABLE, id="what was claimed gives nothing, and more can be"),
        pytest.param(NONE, REST, DONE, WHOLE, id="what was claimed gives nothing"),
        pytest.param(credit("not_eligible"), REST, DONE, CLAIMED, id="what was claimed is not to be had"),
        pytest.param(credit("unknown"), REST, DONE, CLAIMED, id="what was claimed is not known"),
        pytest.param(SOME, REST, claim("open", more=True), CLAIMABLE, id="open"),
    ],
)
def test_which_of_the_three_decides(claimed: Credit, claimable: Credit, state: Claimed, which: int) -> None:
    assert deciding(ALL, claimed, claimable, state) == which


@pytest.mark.parametrize(
    ("claimed", "claimable", "state", "status", "amount", "claim_by"),
    [
        pytest.param(SOME, REST, DONE, "due", 20, None, id="claimed"),
        pytest.param(SOME, REST, EXPIRED, "not_eligible", 30, None, id="too late"),
        pytest.param(NONE, REST, claim("open", more=True), "claimable", 25, DAY, id="to be claimed"),
        pytest.param(NONE, REST, DONE, "not_eligible", 30, None, id="claimed for nothing"),
        pytest.param(SOME, REST, NO_LIST, "unknown", 20, None, id="nobody knows of claims"),
        pytest.param(credit("unknown", 20, ("x",)), REST, DONE, "unknown", 20, None, id="amount open"),
        pytest.param(
            NONE, credit("unknown", 25, ("x",), sure=False), claim("open", more=True), "unknown", 25, DAY,
            id="to be claimed, if a condition holds",
        ),
        pytest.param(
            NONE, credit("unknown", 25, ("x",)), claim("open", more=True), "claimable", 25, DAY,
            id="to be claimed, amount open",
        ),
    ],
)  # fmt: skip
def test_a_credit_by_claim(
    claimed: Credit, claimable: Credit, state: Claimed, status: str, amount: int, claim_by: object
) -> None:
    found = settle_by_claim(ALL, claimed, claimable, state)
    assert (found.status, found.amount, found.claim_by) == (status, eur(amount), claim_by)


def test_nothing_at_all_is_none_whoever_claims() -> None:
    for state in (DONE, EXPIRED, OPEN, claim("nothing to claim")):
        assert settle_by_claim(NONE, NONE, NONE, state).status == "none"


def test_without_a_list_of_claims_it_is_needed() -> None:
    found = settle_by_claim(ALL, credit("unknown", 20, ("x", "claims")), REST, NO_LIST)
    assert (found.needs, found.sure) == (("x", "claims"), False)


def test_the_nodes_of_a_credit_by_claim() -> None:
    nodes = [node("credit", type="credit") for _ in range(3)] + [node("claimed", type="claim")]
    tree = tree_of(*nodes, node("credit_by_claim", 0, 1, 2, 3), node("credit", 1, type="credit"))
    values = [ALL, SOME, REST, DONE, None, None]
    assert credit_node(tree, values, 4) == 1
    assert credit_node(tree, [ALL, SOME, REST, EXPIRED, None, None], 4) == 0
    assert credit_node(tree, values, 5) == 5
    assert (claim_node(tree, 4), claim_node(tree, 5)) == (3, None)
