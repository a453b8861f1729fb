"""Plain text: which lines are headings, numbers, items, tables, and what is a paragraph."""

from __future__ import annotations

import pytest

from sla_dsl.documents.numbering import clause_number, item_mark, looks_like_title
from sla_dsl.documents.plain import read_plain


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(element.kind, element.number, element.text) for element in read_plain(text)]


def test_a_short_line_that_stands_alone_is_a_heading() -> None:
    assert kinds("How it works\n\nWe try.\n\n99.9% Uptime\n\nAlways.") == [
        ("heading", "", "How it works"),
        ("paragraph", "", "We try."),
        ("heading", "", "99.9% Uptime"),
        ("paragraph", "", "Always."),
    ]


@pytest.mark.parametrize(
    "line", ["We try.", "As follows:", "Really?", "one; two;", "(last changed in May)", "--", "x" * 81]
)
def test_other_lines_are_none(line: str) -> None:
    assert not looks_like_title(line)


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("4. Credits", "4", "Credits"),
        ("4.2 We pay.", "4.2", "We pay."),
        ("§ 4 Credits", "4", "Credits"),
        ("Article 5", "5", ""),
        ("Section 4.2: Credits", "4.2", "Credits"),
        ("12) Law", "12", "Law"),
    ],
)
def test_the_number_of_a_clause(line: str, number: str, rest: str) -> None:
    assert clause_number(line) == (number, rest)


@pytest.mark.parametrize(
    "line", ["30 days after the end", "99.99% Availability", "24 hours a day", "in 2026", "Articles"]
)
def test_other_numbers_are_none(line: str) -> None:
    assert clause_number(line) is None


@pytest.mark.parametrize(
    ("line", "mark", "rest"),
    [
        ("- one", "", "one"),
        ("• one", "", "one"),
        ("(a) one", "a", "one"),
        ("b) two", "b", "two"),
        ("(iv) x", "iv", "x"),
    ],
)
def test_the_mark_of_an_item(line: str, mark: str, rest: str) -> None:
    assert item_mark(line) == (mark, rest)


def test_an_item_goes_on_to_the_next_mark() -> None:
    assert kinds("It is so if:\n(a) one goes\n    on;\n(b) two.") == [
        ("paragraph", "", "It is so if:"),
        ("item", "a", "one goes on;"),
        ("item", "b", "two."),
    ]


def test_a_numbered_clause_with_a_title_and_one_without() -> None:
    assert kinds("4 Credits\nWe pay.\n4.1 We pay what is\n30 % of the fee.") == [
        ("heading", "4", "Credits"),
        ("paragraph", "", "We pay."),
        ("heading", "4.1", ""),
        ("paragraph", "", "We pay what is 30 % of the fee."),
    ]


def test_lines_are_joined_and_cut_words_made_whole() -> None:
    assert kinds("The provider guaran-\ntees a lot, and does\nwhat it can.") == [
        ("paragraph", "", "The provider guarantees a lot, and does what it can.")
    ]


def test_tables_have_tabs_or_end_in_figures() -> None:
    assert kinds("Uptime\tCredit\n< 99\t5%") == [("table", "", "Uptime\tCredit\n< 99\t5%")]
    assert kinds("Minutes and credit\nup to four 0%\nup to 20 10%")[0][0] == "table"
    assert kinds("It is so in\nthe year 2026.\nAnd later.")[0][0] == "paragraph"


def test_elements_know_their_lines() -> None:
    assert [element.line for element in read_plain("One\n\nTwo.\n\n\n3. Three\n")] == [1, 3, 6]


def test_an_empty_text_has_nothing() -> None:
    assert read_plain(" \n\n") == ()
