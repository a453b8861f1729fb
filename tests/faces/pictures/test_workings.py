"""The arithmetic line by line: every step once, in order, with its value and its clause."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.using import load_policy
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.assumed import numbers_of_nodes
from sla_dsl.faces.pictures.steps import limit_steps
from sla_dsl.faces.pictures.workings import steps_to, working_lines
from tests.faces.running import POLICIES, result, timeline


def _period(**changes: Any) -> PeriodResult:
    return result(timeline(**changes)).periods[0]


def _lines(period: PeriodResult) -> list[str]:
    return list(laid_out(working_lines(period, numbers_of_nodes(period.tree)), None))


def test_all_steps_of_arithmetic() -> None:
    assert _lines(_period()) == [
        "  Downtime",
        "    1 hour 21 min 35 s  the total of Downtime (§ 1)",
        "    1 hour 22 min       1 hour 21 min 35 s, rounded to the nearest minute, halves up (§ 3)",
        "  Uptime",
        "    0.189814… %   Downtime (1 hour 22 min) divided by 30 days (§ 3)",
        "    99.810185… %  100 % minus 0.189814… % (§ 3)",
        "    99.810185… %  the greater of 99.810185… % and 0 % (§ 3)",
        "  Credit",
        "    900.00 EUR  the charge Fee of the period (§ 4)",
        "    10 %        Uptime (99.810185… %) is less than 99.9 %, which gives 10 % (§ 4)",
        "    90.00 EUR   10 % times Fee (900.00 EUR) (§ 4)",
        "    50.00 EUR   the limit is 50.00 EUR, which lowers 90.00 EUR (§ 4)",
        "    50.00 EUR   50.00 EUR, rounded to the nearest cent, halves up (§ 4)",
        "    yes         the customer reported an incident that counts (§ 4)",
    ]


def test_a_limit_that_is_not_reached_and_one_in_another_currency() -> None:
    fee = {"period": "2026-03", "what": "fee", "amount": "100.00", "currency": "EUR"}
    assert any("the limit is 50.00 EUR, which is not reached" in line for line in _lines(_period(charges=[fee])))
    rates = [{"from": "EUR", "to": "USD", "rate": "1.1"}]
    dollars = _lines(_period(charges=[{**fee, "currency": "USD"}], rates=rates))
    assert any(
        "55.00 USD   50.00 EUR in the currency of Fee (100.00 USD), at the given rate" in line for line in dollars
    )


def test_what_is_not_known_is_said_so() -> None:
    lines = _lines(_period(charges=[], reports=None))
    assert any("not known" in line and "the charge Fee of the period" in line for line in lines)
    assert any("it is not known whether it is reached" in line for line in lines)
    assert any("not known" in line and "the customer reported" in line for line in lines)


def test_a_table_without_a_row_and_one_that_is_open() -> None:
    quiet = _lines(_period(incidents=[], reports=[]))
    assert any("0 %" in line and "no row of the table applies to Uptime (100 %)" in line for line in quiet)
    unnamed = [{**one, "cause": None} for one in timeline()["incidents"][:1]]
    nameless = [{name: value for name, value in one.items() if value is not None} for one in unnamed]
    assert any("the table is applied to Uptime (" in line for line in _lines(_period(incidents=nameless, reports=[])))


@pytest.mark.parametrize("name", ["ecerium.sla", "ezcnam.sla"])
def test_no_step_is_told_twice(name: str) -> None:
    policy = load_policy(POLICIES / name).require()
    period = result({"format": "sla-timeline/1", "account": "a", "incidents": []}, of=policy).periods[0]
    tree = period.tree
    told = [at for root in (*tree.measures, *tree.credits) for at in steps_to(period, root)]
    assert len(told) == len(set(told))
    assert {root.node for root in tree.measures} <= set(told)
    assert limit_steps(tree) <= set(told)
