"""Mistakes of every kind in every form: the repair names what was really meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from sla_dsl.findings.finding import Finding
from sla_dsl.findings.source import Source
from sla_dsl.language.grammar import keywords
from sla_dsl.language.parsing import parse
from tests.language.test_formatting import FORMS

HEAD = 'Agreement "Test". '


def findings(sentence: str) -> list[Finding]:
    return parse(Source("", HEAD + sentence))[1]


def changed(change: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Sentences of all forms in each of which one fixed word was changed; with the word."""
    for form in FORMS[::2]:
        words = form.split(" ")
        for place in range(2, len(words)):
            word = words[place]
            if word in keywords() and len(word) > 3 and change(word) != word:
                yield " ".join([*words[:place], change(word), *words[place + 1 :]]), word


def share(cases: list[tuple[str, str]], told: Callable[[Finding, str], bool]) -> float:
    """In how many of the cases there is one finding, and it tells what it should."""
    good = 0
    for sentence, word in cases:
        found = findings(sentence)
        good += len(found) == 1 and told(found[0], word)
    return good / len(cases)


def names(finding: Finding, word: str) -> bool:
    return bool(re.search(rf"(?<![a-z]){word}(?![a-z])", finding.repair))


def test_the_word_that_was_meant_by_a_misspelt_one_is_named() -> None:
    cases = list(changed(lambda word: word[0] + word[2] + word[1] + word[3:]))[::3]
    assert share(cases, names) > 0.95


def test_the_word_that_lost_a_letter_is_named() -> None:
    cases = [case for case in changed(lambda word: word[:-1]) if len(case[1]) > 4][::3]
    assert share([case for case in cases if case[1][:-1] not in keywords()], names) > 0.95


def test_a_word_with_a_capital_is_written_small() -> None:
    """Beside a name it becomes a part of the name, and another word is missing then."""
    cases = list(changed(str.capitalize))[::3]
    assert share(cases, names) > 0.6


def test_a_word_that_is_left_out_is_named() -> None:
    cases = []
    for form in FORMS[::3]:
        words = form.split(" ")
        cases += [
            (" ".join(words[:place] + words[place + 1 :]), word)
            for place, word in enumerate(words)
            if place > 1 and word in keywords() and word not in ("not", "only")
        ]
    assert share([case for case in cases[::2] if findings(case[0])], names) > 0.9


def test_a_word_that_stands_twice_is_taken_out() -> None:
    cases = [(sentence.replace("@", " "), word) for sentence, word in changed(lambda word: f"{word}@{word}")][::3]
    assert share(cases, lambda finding, word: finding.code == "word-too-many") > 0.95


def test_a_foreign_word_in_any_place_gives_one_finding_there() -> None:
    for form in FORMS[::5]:
        words = form.split(" ")
        for place in range(1, len(words)):
            sentence = " ".join([*words[:place], "xyzzy", *words[place:]])
            if sentence.count('"', 0, sentence.index("xyzzy")) % 2:
                continue
            found = findings(sentence)
            assert len(found) == 1
            span = found[0].span
            assert span is not None
            assert abs(span.start - (HEAD + sentence).index("xyzzy")) < 20


@pytest.mark.parametrize(
    ("sentence", "code", "repair"),
    [
        ("The time zone UTC.", "word-missing", "'is'"),
        ("Time zone is UTC.", "word-missing", "'the'"),
        ("Provider guarantees that Aa holds.", "unknown-word", "'The provider'"),
        ("The provider guarantees that Aa is no less than 5 %.", "unknown-word", "'at least'"),
        ("The provider guarantees that Aa is not more than 5 %.", "unknown-word", "'at most'"),
        ("Aa is due only if Bb is not at least 5 %.", "unknown-word", "'less than'"),
        ("Aa is due only if Bb is not at most 5 %.", "unknown-word", "'more than'"),
        ("Aa is due only if Bb is not exactly 5 %.", "unexpected-word", "'less than'"),
        ("The time zone is Brussels.", "unknown-time-zone", "Did you mean 'Europe/Brussels'?"),
        ("The time zone is New York.", "unknown-time-zone", "Did you mean 'America/New_York'?"),
        ("The time zone is CET.", "unknown-time-zone", "by continent and city, such as Europe/Brussels, or UTC"),
        ("The time zone is GMT.", "unknown-time-zone", "by continent and city"),
        ("Incident because of Aa does not count as Bb.", "unknown-word", "'An incident'"),
        ("The Provider guarantees that Aa holds.", "word-with-capital", "'provider'"),
        ("THE PROVIDER GUARANTEES THAT Aa holds.", "word-with-capital", "'the provider guarantees that'"),
        ("If Aa holds, Bb is due.", "unknown-opening", "Sentences begin so"),
        ("Rebate is worth 5 %.", "unexpected-word", "'a'"),
        ("Include “other.sla”.", "unknown-opening", "Sentences begin so"),
        ("Rebate is limited to 5 eur.", "name-in-lower-case", "Write 'EUR'."),
        ("Rebate is limited to 5 eurs.", "name-in-lower-case", "write 'Eurs'"),
        ("Rebate is limited to eur.", "name-in-lower-case", "write 'Eur'"),
        ("Aa is due only if Bb is quickly 5 %.", "unexpected-word", "'at least', 'at most', 'less than', 'more than'"),
        ("Aa is due only if Bb is at least 5 % in each month.", "unexpected-word", "ends here, put a full stop. It"),
        ("Rebate shall be paid as Cash.", "unexpected-word", "'must'"),
        ("Rebate is limited to five EUR.", "unknown-word", "'5'"),
        ("Aa means Bb Cc plus.", "sentence-unfinished", "a value"),
        ("Aa means Monthly Uptime is at least 5 %.", "word-missing", "'that'"),
        ("Aa means 5 min 20 % of Fee.", "word-missing", "'times'"),
        ("Aa is due only if Bb is 5 %.", "word-missing", "'at least'"),
        ("Aa is due only if Bb is greater than 5 %.", "unknown-word", "'more than'"),
        ("Aa is due only if Bb is not met.", "unexpected-word", "'at least'"),
        ("Aa must be claimed in 30 days after the end of the period.", "unknown-word", "'within'"),
        ("An outage counts as Aa only if it lasts 60 s.", "word-missing", "'"),
        ("Nothing is computed here because “x”.", "word-missing", "a comma"),
        ("Example “x” for 2026-03: given nothing; expect Aa is met.", "unexpected-word", "'in'"),
        ("Example “x” in March: given nothing; expect Aa is met.", "unexpected-word", "A period"),
        ("Example “x” in 2026-03: given nothing, expect Aa is met.", "unexpected-word", "'"),
    ],
)
def test_some_mistakes_that_people_make(sentence: str, code: str, repair: str) -> None:
    found = findings(sentence)
    assert [finding.code for finding in found] == [code]
    assert repair in found[0].repair
