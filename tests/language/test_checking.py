"""Checking as a whole: the shipped policies, every message, size and depth."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import attrs
import pytest

from sla_dsl.findings.finding import Finding
from sla_dsl.language import nodes as n
from sla_dsl.language.checking import check
from tests.language.making import SETTINGS, file, means, number, percent, sum_of, value
from tests.language.programs import Program, all_programs, checked, expectations, programs

POLICIES = Path(__file__).parents[2] / "policies"


def policy_text(name: str) -> str:
    return (POLICIES / f"{name}.sla").read_text("utf-8")


# ---------------------------------------------------------------- the shipped policies


@pytest.mark.parametrize("name", ["ecerium", "ezcnam"])
def test_a_shipped_policy_checks_with_no_error_and_no_warning(name: str) -> None:
    agreement, findings = checked(policy_text(name))
    assert agreement is not None
    assert {finding.severity for finding in findings} == {"note"}


@pytest.mark.parametrize(("name", "silent"), [("ecerium", 3), ("ezcnam", 2)])
def test_every_assumption_of_a_shipped_policy_is_listed(name: str, silent: int) -> None:
    text = policy_text(name)
    _, findings = checked(text)
    codes = [finding.code for finding in findings]
    assert codes.count("assumption") == text.count('assuming "')
    assert codes.count("nothing-computed") == silent == text.count("Nothing is computed here")
    assert "set-aside" not in codes


def test_an_assumption_is_told_in_its_own_words_with_its_place() -> None:
    _, findings = checked(policy_text("ezcnam"))
    told = [finding.message for finding in findings if finding.code == "assumption"]
    assert told[0] == "Assumed before the first §: the agreement names no zone."
    assert 'Assumed in § "Defining Unavailability" item 1: notice is counted in calendar days.' in told


def test_what_is_set_aside_is_checked_listed_and_does_not_count() -> None:
    text = 'Set aside, because "not signed": The time zone is UTC.'
    rest = 'Nothing is computed here, because "it is a test".'
    agreement, findings = checked(f'Agreement "Test".\nThe period is each calendar month.\n{text}\n{rest}')
    assert agreement is None
    assert [finding.code for finding in findings] == ["open-choice", "set-aside", "nothing-computed"]
    assert findings[1].message == "Set aside before the first §: not signed."


def _read(name: str) -> n.PolicyFile:
    agreement, _ = checked(policy_text(name))
    assert agreement is not None
    return agreement.file


@pytest.mark.parametrize("name", ["ecerium", "ezcnam"])
def test_no_sentence_that_is_taken_out_stops_the_checking_of_the_others(name: str) -> None:
    whole = _read(name)
    for at in range(len(whole.sentences)):
        rest = attrs.evolve(whole, sentences=whole.sentences[:at] + whole.sentences[at + 1 :])
        agreement, findings = check(rest)
        assert (agreement is None) == any(finding.severity == "error" for finding in findings)


@pytest.mark.parametrize("name", ["ecerium", "ezcnam"])
def test_what_one_sentence_may_account_for_is_not_told_where_some_could_not_be_read(name: str) -> None:
    whole = _read(name)
    for at in range(len(whole.sentences)):
        rest = attrs.evolve(whole, sentences=whole.sentences[:at] + whole.sentences[at + 1 :])
        agreement, findings = check(rest, whole=False)
        assert agreement is None
        assert {finding.severity for finding in findings} == {"note"}, whole.sentences[at]


@pytest.mark.parametrize("lost", [" %", " min", " s", " days", " EUR", " USD", ","])
@pytest.mark.parametrize("name", ["ecerium", "ezcnam"])
def test_a_lost_sign_or_unit_is_never_overlooked(name: str, lost: str) -> None:
    text = policy_text(name)
    bare = re.sub(r'"[^"]*"', lambda quote: "~" * len(quote[0]), text)
    for found in re.finditer(re.escape(lost) + r"(?![A-Za-z])", bare):
        agreement, _ = checked(text[: found.start()] + " " + text[found.end() :])
        assert agreement is None, text[found.start() - 40 : found.end() + 20]


@pytest.mark.parametrize("program", programs("absent"), ids=lambda program: program.name)
def test_what_the_language_has_no_form_for_is_refused(program: Program) -> None:
    """No policy reads another file, and no shares are weighed: there is nothing to get wrong."""
    assert sorted(expectations(program)) == sorted(program.expected)


# ---------------------------------------------------------------- what every finding is like


@cache
def _told() -> list[Finding]:
    return [finding for program in all_programs() for finding in checked(program.text)[1]]


def test_every_message_is_one_short_sentence() -> None:
    for finding in _told():
        assert finding.message[0].isupper() or not finding.message[0].isalpha(), finding.message
        assert finding.message.endswith((".", "?")), finding.message
        assert "\n" not in finding.message
        assert len(finding.message) <= 170 or finding.severity == "note", finding.message


def test_every_finding_says_where_it_is_and_what_to_do() -> None:
    for finding in _told():
        assert finding.span is not None
        assert finding.span.start < finding.span.end
        assert finding.repair or finding.severity == "note", finding.code


def test_no_finding_speaks_of_the_program() -> None:
    words = ("None", "Fraction", "Span(", "Exception", "Error", "ValueName", "_", "{", "}")
    for finding in _told():
        text = f"{finding.message} {finding.repair} {' '.join(it.message for it in finding.related)}"
        assert not [word for word in words if word in text.replace("'None'", "")], text


def test_findings_come_in_order_of_place() -> None:
    for program in all_programs():
        spans = [finding.span for finding in checked(program.text)[1]]
        assert spans == sorted(spans, key=lambda span: span or (-1, -1))


def test_there_is_an_agreement_exactly_where_there_is_no_error() -> None:
    for program in all_programs():
        agreement, findings = checked(program.text)
        assert (agreement is None) == any(finding.severity == "error" for finding in findings), program.name


def test_an_open_choice_lists_the_words_to_write_one_a_line() -> None:
    open_choices = [finding for finding in _told() if finding.code == "open-choice"]
    assert open_choices
    for finding in open_choices:
        lead, *choices = finding.repair.splitlines()
        assert lead.endswith(":")
        assert len(choices) >= 2
        assert all(line.startswith("  ") and line.endswith(")") for line in choices)


# ---------------------------------------------------------------- size and depth


def _sentences(count: int) -> n.PolicyFile:
    """A policy of `count` definitions, each of which reads the one before."""
    chain = [means(f"Step{at}", sum_of(value(f"Step{at - 1}"), percent(1))) for at in range(1, count)]
    return file(*SETTINGS, means("Step0", percent(1)), *chain)


def _big(count: int) -> str:
    """A policy of eight sentences for each of `count` services."""
    lines = ['Agreement "Big".', "The time zone is UTC.", "The period is each calendar month."]
    lines += ['Fee is a charge: "the fee".', 'Failure is a cause: "a failure".']
    for at in range(count):
        lines += [
            f'S{at} is a service: "a service".',
            f"Downtime{at} means the time in which S{at} is down because of Failure.",
            f"The total of Downtime{at} is rounded to the nearest minute, halves up.",
            f"Uptime{at} means 100 % minus Downtime{at} divided by the length of the period.",
            f"The provider guarantees that Uptime{at} is at least 99.9 %.",
            f"Credit{at} is a credit on Fee, by the last row that applies to Uptime{at}:",
            "  less than 100 % gives 5 %, less than 99 % gives 10 %.",
            f"Credit{at} is limited to 20 % of Fee.",
            f"Credit{at} is rounded to the nearest cent, halves up.",
        ]
    return "\n".join(lines)


def test_a_policy_of_a_thousand_sentences_is_checked_whole() -> None:
    agreement, findings = checked(_big(125))
    assert agreement is not None
    assert len(agreement.file.sentences) == 1_004
    assert len(agreement.values) >= 125
    assert not [finding for finding in findings if finding.severity == "error"]


def test_a_long_chain_of_definitions_is_no_trouble() -> None:
    agreement, findings = check(_sentences(5_000))
    assert agreement is not None
    assert [finding.code for finding in findings] == ["unread-declaration"]


def test_ten_thousand_terms_in_a_row_are_no_trouble() -> None:
    terms = [percent(1)] * 10_000
    agreement, _ = check(file(*SETTINGS, means("Sum", sum_of(*terms)), means("Other", sum_of(*terms, number(1)))))
    assert agreement is None
    conditions = tuple(n.Compare(value("Sum"), (n.Bound("at least", percent(1)),)) for _ in range(10_000))
    agreement, _ = check(file(*SETTINGS, means("Sum", sum_of(*terms)), n.Guarantee(n.Name("All"), n.Both(conditions))))
    assert agreement is not None


def test_values_in_values_ten_thousand_deep_are_no_trouble() -> None:
    deep: n.Value = percent(1)
    for _ in range(10_000):
        deep = n.AtLeast(deep, percent(0))
    agreement, _ = check(file(*SETTINGS, means("Deep", deep)))
    assert agreement is not None
    assert agreement.values["deep"].type == "ratio"


def test_thousands_of_mistakes_are_all_told() -> None:
    bodies = [means(f"Name{at}", sum_of(value(f"Lost{at}"), percent(1))) for at in range(5_000)]
    _, findings = check(file(*SETTINGS, *bodies))
    assert [finding.code for finding in findings].count("unknown-name") == 5_000


def test_fixed_amounts_are_exact() -> None:
    third = n.Product((number(1), number(3)), (1, -1))
    bound = n.Bound("at most", n.Product((percent(300), third), (1, 1)))
    agreement, findings = check(file(*SETTINGS, n.Guarantee(n.Name("Whole"), n.Compare(percent(50), (bound,)))))
    assert agreement is not None, findings
    assert Fraction(300, 100) * Fraction(1, 3) == 1
