from __future__ import annotations

import pytest

from sla_dsl.findings.finding import Finding
from sla_dsl.findings.outcome import Outcome, Refused

ERROR = Finding("one", "The first is wrong.")
OTHER = Finding("two", "The second is wrong.")
WARNING = Finding("three", "Something is odd.", severity="warning")


def test_a_value_is_given() -> None:
    assert Outcome(5).require() == 5
    assert Outcome(5, (WARNING,)).require() == 5
    assert Outcome(5).findings == ()


@pytest.mark.parametrize("value", [0, "", (), False])
def test_an_empty_value_is_one_too(value: object) -> None:
    assert Outcome(value).require() == value


def test_without_a_value_it_is_refused_with_all_findings() -> None:
    outcome: Outcome[int] = Outcome(None, (ERROR, WARNING, OTHER))
    with pytest.raises(Refused) as raised:
        outcome.require()
    assert raised.value.findings == (ERROR, WARNING, OTHER)
    assert str(raised.value) == "The first is wrong.; The second is wrong."


def test_without_a_word_it_is_refused_all_the_same() -> None:
    with pytest.raises(Refused, match=r"^refused$"):
        Outcome(None).require()
