from __future__ import annotations

from fractions import Fraction

import pytest

from sla_dsl.evaluation.compiling.constants import MOST_DAYS, NotCompiled, bounded, constant
from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.quantities import Quantity
from tests.evaluation.making import DAY, MINUTE
from tests.language.making import minutes, number, sum_of, value

KNOWN = {"least": Quantity("elapsed", 5 * MINUTE), "downtime": Quantity("elapsed")}


def test_what_is_fixed_is_worked_out() -> None:
    assert constant(KNOWN, minutes(2)) == 2 * MINUTE
    assert constant(KNOWN, sum_of(minutes(2), value("Least"))) == 7 * MINUTE
    assert constant(KNOWN, n.Product((minutes(1), number(7)), (1, -1))) == Fraction(MINUTE, 7)


@pytest.mark.parametrize("it", [value("Downtime"), n.PeriodLength(), sum_of(minutes(2), value("Downtime"))])
def test_what_depends_on_evidence_is_refused(it: n.Value) -> None:
    with pytest.raises(NotCompiled) as raised:
        constant(KNOWN, it)
    finding = raised.value.finding
    assert (finding.code, finding.span, bool(finding.repair)) == ("not-constant", it.span, True)
    assert str(raised.value) == finding.message


def test_a_deadline_lies_within_a_hundred_years() -> None:
    assert bounded(MOST_DAYS * DAY, Span(3, 5)) == MOST_DAYS * DAY
    assert bounded(Fraction(5, 2), Span(3, 5)) == 2
    with pytest.raises(NotCompiled) as raised:
        bounded(MOST_DAYS * DAY + 1, Span(3, 5))
    assert (raised.value.finding.code, raised.value.finding.span) == ("deadline-too-long", Span(3, 5))
