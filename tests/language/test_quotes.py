"""Quotes: paired, mended where they are not, and never at the cost of the text's length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Span
from sla_dsl.language.quotes import mend_quotes


def found(text: str) -> list[tuple[str, Span]]:
    return [(finding.code, finding.span or Span(0, 0)) for finding in mend_quotes(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        'x: "a text".',
        "x: “a text”.",
        'x: "a text over\n  two lines".',
        'x: "",',
        '§ "Title" The',
        'because "a (b), c: d." y',
        "the provider's text",
        "x: \"he said «no» and 'yes'\".",
        'x: "the number ## 4".',
        'assuming "a", naming "b"',
    ],
)
def test_paired_quotes_are_left_alone(text: str) -> None:
    assert mend_quotes(text) == (text, [])


def test_a_text_that_is_not_closed_ends_with_its_line() -> None:
    mended = mend_quotes('x: "abc.\ny: "def".')
    assert mended.text == 'x: "ab".\ny: "def".'
    assert found('x: "abc.\ny: "def".') == [("text-not-closed", Span(3, 4))]


def test_a_text_on_one_line_that_is_not_closed_ends_before_the_next() -> None:
    assert found('x: "abc. Foo is a cause: "def".') == [("text-not-closed", Span(3, 4))]


def test_a_text_that_is_not_closed_ends_before_a_clause() -> None:
    assert mend_quotes('x: "abc § 4 "Title"').text == 'x: "ab" § 4 "Title"'
    assert mend_quotes('x: "abc\n## "Title"').text == 'x: "ab"\n## "Title"'


def test_a_quote_alone_is_taken_out() -> None:
    assert mend_quotes('x: "\ny').text == "x:  \ny"


def test_a_closing_quote_alone_is_taken_out() -> None:
    mended = mend_quotes('x: abc".\ny: "def".')
    assert mended.text == 'x: abc .\ny: "def".'
    assert [finding.code for finding in mended.findings] == ["text-not-opened"]


def test_the_sign_of_a_clause_is_taken_out_of_a_text() -> None:
    mended = mend_quotes('because "see § 4 and § 5".')
    assert mended.text == 'because "see s 4 and s 5".'
    assert [finding.code for finding in mended.findings] == ["section-in-text"]


@pytest.mark.parametrize("text", ["„abc“", "„abc”", "«abc»", '"abc”', "“abc“", '“abc"', "'abc'", "‘abc’"])
def test_other_quotes_are_read_as_quotes(text: str) -> None:
    mended = mend_quotes(f"x: {text}.")
    assert mended.text == 'x: "abc".'
    assert [(finding.code, finding.span) for finding in mended.findings] == [("mixed-quotes", Span(3, 8))]


@given(st.text(st.sampled_from("ab \"“”„«»'§#.\n"), max_size=60))
def test_mended_text_is_as_long_and_needs_no_mending(text: str) -> None:
    mended = mend_quotes(text)
    assert len(mended.text) == len(text)
    inside = [finding.span for finding in mended.findings if finding.span]
    assert all(0 <= span.start < span.end <= len(text) for span in inside)
    assert inside == sorted(inside)


@given(st.text(st.sampled_from('ab "§.\n'), max_size=60))
def test_a_text_without_a_finding_is_left_as_it_is(text: str) -> None:
    mended = mend_quotes(text)
    assert (mended.text == text) == (not mended.findings)
