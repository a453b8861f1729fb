"""Everything that is found in one policy: reading, analyses, and what the policy accepts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sla_dsl.analysis import checking
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.policy import read_policy
from sla_dsl.faces import codes
from sla_dsl.faces.checking import check_policy
from sla_dsl.faces.opening import Opened
from sla_dsl.findings.finding import Finding, Related, Span

NOTES = ("assumption", "nothing-computed")


def analysis(study: Study) -> Iterator[Shown]:
    """Stands for the analyses: a warning about the first sentence on the credit."""
    at = study.text.find("Credit is a credit")
    related = (Related("the promise is here", Span(at, at + 1)),)
    finding = Finding("a-new-code", f"{study.policy.title}.", Span(at, at + 6), severity="warning", related=related)
    yield Shown(finding, ())


@pytest.fixture(autouse=True)
def _analyses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "CHECKS", (analysis,))
    monkeypatch.setattr(codes, "checking_codes", lambda: frozenset({"a-new-code"}))


def policy_text() -> str:
    return Path("mail.sla").read_text("utf-8")


def found(text: str) -> list[Finding]:
    """The findings of a policy, but for the notes on what it states."""
    told = check_policy(Opened("it.sla", text.encode())).findings
    assert {finding.source for finding in told} == {"it.sla"}
    return [finding for finding in told if finding.code not in NOTES]


def test_the_analyses_are_asked_about_a_policy_that_can_be_evaluated() -> None:
    assert [(it.code, it.message, it.accepted) for it in found(policy_text())] == [
        ("a-new-code", "Mail service agreement.", "")
    ]
    assert [it.code for it in found(policy_text() + "Nonsense.")] == ["sentence-unfinished"]


def test_what_they_find_is_accepted_by_the_sentence_that_it_is_about() -> None:
    text = policy_text().replace("gives 25 %.", 'gives 25 % accepting "a-new-code", because "it is meant".')
    assert [(it.code, it.accepted) for it in found(text)] == [("a-new-code", "it is meant")]


def test_what_is_accepted_elsewhere_accepts_nothing() -> None:
    text = policy_text().replace("at least 99.9 %.", 'at least 99.9 % accepting "a-new-code", because "it is meant".')
    assert [it.code for it in found(text)] == ["accepts-nothing", "a-new-code"]
    assert [it.code for it in found(text + "Nonsense.")] == ["sentence-unfinished"]


def test_a_compiled_policy_has_no_words_to_underline() -> None:
    compiled = read_policy(policy_text()).require().to_compiled()
    (finding,) = check_policy(Opened("it.json", compiled.encode())).findings
    assert (finding.code, finding.span, finding.related) == ("a-new-code", None, ())


def test_a_file_that_is_not_there_is_all_that_is_told() -> None:
    missing = Finding("no-such-file", "There is none.", source="nix.sla")
    checked = check_policy(Opened("nix.sla", None, (missing,)))
    assert (checked.findings, checked.source.text) == ((missing,), "")
