from __future__ import annotations

import pytest

from sla_dsl.analysis import checking
from sla_dsl.analysis.checking import CHECKS, CODES, analysed, joined
from sla_dsl.findings.finding import Finding, Span
from tests.analysis.making import CREDIT, study


def test_a_policy_that_is_too_large_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_STEPS", 1)
    (found,) = analysed(study(CREDIT).policy, CREDIT, "it.sla")
    assert (found.code, found.severity, found.source) == ("nothing-to-analyse", "note", "it.sla")
    assert "too large" in found.message


def test_what_words_and_analyses_both_find_is_told_once() -> None:
    row = Finding("less-for-worse", "By its words.", Span(10, 20), severity="warning")
    case = row._replace(message="By a case.", span=Span(12, 30), situation="In 2026-04.")
    other = row._replace(span=Span(40, 50))
    assert joined([row, other], [case]) == (case, other)


def test_every_check_is_a_file_of_its_own() -> None:
    assert len({check.__module__ for check in CHECKS}) >= len(CHECKS) - 1


def test_codes_are_in_words() -> None:
    assert all(words and not words.endswith(".") for words in CODES.values())


def test_findings_stand_in_order_of_place() -> None:
    text = (
        CREDIT.replace("less than 99.9 % gives 10 %", "less than 100 % gives 10 %")
        + "Rebate is limited to 50 % of Monthly Fee.\n"
    )
    places = [finding.span for finding in analysed(study(text).policy, text)]
    assert places == sorted(place for place in places if place is not None)
    assert len(places) == 2
