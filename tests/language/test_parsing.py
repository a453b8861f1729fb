"""A whole policy: laid out in any way, damaged in any way, and of any length."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.findings.finding import in_order
from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.grammar import keywords
from sla_dsl.language.lexing import Words, lex
from sla_dsl.language.parsing import parse
from tests.language.test_formatting import FORMS

POLICIES = {
    path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "policies").glob("*.sla"))
}
PLACES = [(name, part) for name in POLICIES for part in range(8)]
_OUTSIDE_QUOTES = re.compile(r'("[^"]*")|(\s+)')


def read(text: str) -> n.PolicyFile:
    file, findings = parse(Source("", text))
    assert findings == []
    assert file is not None
    return file


def spaced(text: str, blank: str) -> str:
    """The text with every blank outside quotes replaced."""
    return _OUTSIDE_QUOTES.sub(lambda found: found[1] or blank, text)


# ---------------------------------------------------------------- layout has no meaning


@pytest.mark.parametrize("blank", [" ", "\n", "\r\n", "\u00a0", " \t \n\n  ", "\r\n\r\n\t"], ids=repr)
@pytest.mark.parametrize("name", POLICIES)
def test_white_space_never_changes_the_meaning(name: str, blank: str) -> None:
    assert read(spaced(POLICIES[name], blank)) == read(POLICIES[name])


@pytest.mark.parametrize("name", POLICIES)
def test_nor_do_typographic_quotes_nor_the_plain_sign_of_a_clause(name: str) -> None:
    curly = re.sub('"([^"]*)"', r"“\1”", POLICIES[name])
    plain = POLICIES[name].replace("§", "##")
    assert read(curly) == read(plain) == read(POLICIES[name])


@pytest.mark.parametrize("name", POLICIES)
def test_nor_do_blanks_inside_quotes_nor_capitals_of_first_words(name: str) -> None:
    text = POLICIES[name].replace(" the ", "  the\n")
    for word in ("The", "An", "Time", "Each", "Incidents", "Nothing", "Example"):
        text = re.sub(rf"^{word} ", f"{word.lower()} ", text, flags=re.MULTILINE)
    assert read(text) == read(POLICIES[name])


# ---------------------------------------------------------------- damage


@pytest.mark.parametrize(("name", "part"), PLACES, ids=str)
def test_a_word_that_is_deleted_is_told_once_or_leaves_a_sentence(name: str, part: int) -> None:
    """Whatever word is lost, there is at most one finding, and every other sentence is read as before."""
    text = POLICIES[name]
    whole = read(text)
    words = lex(text)
    assert isinstance(words, Words)
    for word in words.tokens[part * 11 :: 97]:
        start, end = word.start_pos or 0, word.end_pos or 0
        file, findings = parse(Source("", text[:start] + text[end:]))
        assert file is not None
        assert len(findings) <= 1
        same = sum(sentence in file.sentences for sentence in whole.sentences)
        assert same >= len(whole.sentences) - 2 or file.places != whole.places


@pytest.mark.parametrize("form", FORMS[::3])
def test_a_word_that_is_deleted_doubled_or_misspelt_in_any_form_never_stops_reading(form: str) -> None:
    words = form.split(" ")
    for place in range(len(words)):
        for instead in ([], [words[place]] * 2, [words[place] + "x"], [words[place].upper()]):
            text = " ".join(words[:place] + instead + words[place + 1 :])
            file, _ = parse(Source("", f'Agreement "Test". {text} Fee is a charge: "x".'))
            assert file is not None


def test_95_of_100_deleted_words_are_told_within_two_words() -> None:
    told = near = total = 0
    for form in FORMS[::4]:
        text = f'Agreement "Test". {form}'
        words = lex(text)
        assert isinstance(words, Words)
        for word in words.tokens[3:-1]:
            start, end = word.start_pos or 0, word.end_pos or 0
            _, findings = parse(Source("", text[:start] + text[end:]))
            total += 1
            told += bool(findings)
            near += any(finding.span and abs(finding.span.start - start) < 25 for finding in findings)
    assert told > 0.8 * total
    assert near > 0.95 * told


_PIECES = [
    *keywords(),
    "Fee",
    "Foo Bar",
    "“",
    "”",
    '"',
    "§",
    "##",
    "5",
    "5.5",
    ",5",
    "2026-03-04",
    "\n",
    "é",
    "\u200b",
    "_",
]


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))
def test_words_in_any_order_never_stop_reading(text: str) -> None:
    assert_told_well(f'Agreement "Test". {text}')


@settings(max_examples=250, deadline=None)
@given(st.text(max_size=80))
def test_no_text_at_all_stops_reading(text: str) -> None:
    assert_told_well(text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(POLICIES)), st.integers(0, 9_000), st.integers(0, 30), st.text(max_size=12))
def test_no_change_to_a_policy_stops_reading(name: str, start: int, length: int, instead: str) -> None:
    text = POLICIES[name]
    assert_told_well(text[: start % len(text)] + instead + text[start % len(text) + length :])


def assert_told_well(text: str) -> None:
    file, findings = parse(Source("some.sla", text))
    assert findings == list(in_order(findings))
    assert file is not None or findings
    for finding in findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.message.endswith(".")
        assert finding.repair


# ---------------------------------------------------------------- what is read beside a mistake


def test_what_can_be_read_is_read() -> None:
    file, findings = parse(
        Source("", 'Agreement "x". Aa is a cause: "x". Foo bar. § 1 Bb is a cause: "x". Cc is cause: "x".')
    )
    assert len(findings) == 2
    assert file is not None
    assert [sentence.body.name.text for sentence in file.sentences if isinstance(sentence.body, n.Declaration)] == [
        "Aa",
        "Bb",
    ]


def test_sentences_without_their_full_stops_are_read() -> None:
    file, findings = parse(Source("", 'Agreement "x"\nAa is a cause: "x"\nBb is a cause: "x"\n§ 1\nCc is a cause: "x"'))
    assert [finding.code for finding in findings] == ["full-stop-missing"] * 4
    assert file is not None
    assert len(file.sentences) == 3


def test_a_policy_without_a_head_is_read() -> None:
    file, findings = parse(Source("", 'Aa is a cause: "x".'))
    assert [finding.code for finding in findings] == ["no-head"]
    assert file is not None
    assert (file.title, len(file.sentences)) == ("", 1)


def test_p28_nothing_is_read_of_a_newer_language() -> None:
    file, findings = parse(Source("", 'Agreement "x", written in language 2. Unheard-of @ things.'))
    assert file is None
    assert [finding.code for finding in findings] == ["newer-language"]


def test_p01_nothing_is_read_of_an_empty_text() -> None:
    file, findings = parse(Source("", ""))
    assert file is None
    assert [(finding.code, finding.span) for finding in findings] == [("empty-policy", (0, 0))]


# ---------------------------------------------------------------- time


def policy(sentences: int) -> str:
    clause = (
        '§ {0} "Clause {0}"\n\nFailure{0} is a cause: "x".\nFee{0} is a charge: "x".\n\n'
        "Downtime{0} means the time in which Gateway is down because of Failure{0} or Work{0}\n"
        '  assuming "nothing else".\n\n'
        "Uptime{0} means 100 % minus Downtime{0} divided by 30 days but at least 0 %.\n\n"
        "Rebate{0} is a credit on Fee{0}, by the last row that applies to Uptime{0}:\n"
        "  less than 100 % gives 5 %,\n  less than 99 % gives 10 %.\n\n"
    )
    return 'Agreement "Big".\n\n' + "".join(clause.format(number) for number in range(1, sentences // 5 + 1))


def seconds(text: str) -> float:
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        parse(Source("", text))
        best = min(best, time.process_time() - start)
    return best


def test_a_thousand_sentences_are_read_in_a_moment() -> None:
    assert len(read(policy(1_000)).sentences) == 1_000
    assert seconds(policy(1_000)) < 1.0


def test_the_time_grows_with_the_length() -> None:
    assert seconds(policy(2_000)) < 4 * seconds(policy(1_000))
    broken = policy(500).replace(" is a cause", " is cause").replace(".", "")
    assert seconds(broken * 2) < 4.5 * seconds(broken)
