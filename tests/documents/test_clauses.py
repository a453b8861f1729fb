"""Clauses and their passages, and the places that a policy cites in them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sla_dsl.documents.clauses import Document, document_of
from sla_dsl.documents.finding_places import Cited, NotThere, look_up
from sla_dsl.documents.plain import read_plain
from sla_dsl.documents.sentences import sentences

TEXT = """Rock-solid 99,9% Promise

We are there.

How it works

We pay, according to this table:

Uptime	Rebate Schedule
<100	5%
<99	10%

Uptime is counted in minutes. It is rounded.

Only who reports is paid, unless:

(a) it was a test,
(b) it was us.

4 Credits

4.1 We pay.

It is paid with the next invoice.

4.10 We pay more.

5 Notices

To us:

- by mail
- by letter
"""
DOCUMENT = document_of("contract.txt", read_plain(TEXT))


def words(
    number: str = "", title: str = "", parts: Sequence[tuple[str, str]] = (), of: Document = DOCUMENT
) -> list[str]:
    found = look_up(of, number, title, parts)
    assert isinstance(found, Cited), found
    return [of.passages[at].text.split("\n")[0] + f" #{sentence}" * bool(sentence) for at, sentence in found.passages]


def missing(number: str = "", title: str = "", parts: Sequence[tuple[str, str]] = ()) -> NotThere:
    found = look_up(DOCUMENT, number, title, parts)
    assert isinstance(found, NotThere), found
    return found


def test_the_clauses_in_order() -> None:
    assert [clause.words for clause in DOCUMENT.clauses] == [
        '"Rock-solid 99,9% Promise"',
        '"How it works"',
        '"Uptime Rebate Schedule"',
        '4 "Credits"',
        "4.1",
        "4.10",
        '5 "Notices"',
    ]


@pytest.mark.parametrize(
    "title", ["Rock-Solid 99,9% Promise", "rock solid 99.9 promise", "Rock-Solid Promise", "promise"]
)
def test_a_title_is_found_whatever_its_signs_and_with_words_left_out(title: str) -> None:
    assert words(title=title) == ["We are there."]


def test_a_title_in_another_order_is_another() -> None:
    assert missing(title="Promise rock-solid").missing == "such title"


def test_a_number_is_whole() -> None:
    assert words("4.1") == ["We pay.", "It is paid with the next invoice."]
    assert missing("4.2").nearest[0].number in ("4", "4.1")


def test_a_clause_holds_those_below_it() -> None:
    assert words("4") == ["We pay.", "It is paid with the next invoice.", "We pay more."]


def test_a_number_and_a_title_must_both_fit() -> None:
    assert words("5", "Notices") == ["To us:", "by mail", "by letter"]
    assert [clause.number for clause in missing("5", "Credits").nearest] == ["4"]


def test_a_table_is_cited_by_its_head() -> None:
    assert words(title="Rebate Schedule") == ["Uptime\tRebate Schedule"]


def test_paragraphs_are_counted_without_tables_and_items() -> None:
    second = "Only who reports is paid, unless:"
    assert words(title="How it works", parts=[("paragraph", "3")]) == [second, "it was a test,", "it was us."]
    assert words(title="Rebate Schedule", parts=[("paragraph", "2")]) == [second, "it was a test,", "it was us."]
    assert missing(title="How it works", parts=[("paragraph", "4")]).missing == "paragraph 4"


def test_items_by_number_by_letter_and_under_a_paragraph() -> None:
    assert words(title="How it works", parts=[("item", "2")]) == ["it was us."]
    assert words(title="How it works", parts=[("paragraph", "3"), ("item", "1")]) == ["it was a test,"]
    assert words("5(b)") == ["by letter"]
    assert missing(title="How it works", parts=[("paragraph", "1"), ("item", "1")]).missing == "item 1"
    assert missing("5(c)").missing == "item c"
    assert missing("5", parts=[("item", "0")]).missing == "item 0"


def test_sentences_of_a_paragraph() -> None:
    parts = [("paragraph", "2"), ("sentence", "2")]
    assert words(title="How it works", parts=parts) == ["Uptime is counted in minutes. It is rounded. #2"]
    assert missing(title="How it works", parts=[("paragraph", "2"), ("sentence", "3")]).missing == "sentence 3"


def test_rows_and_lines_are_not_looked_up() -> None:
    assert words("4.10", parts=[("row", "9")]) == ["We pay more."]


def test_the_likest_title_is_told() -> None:
    assert [clause.title for clause in missing(title="How it work").nearest] == ["How it works"]
    assert missing(title="Governing law").nearest == ()


def test_a_title_that_fits_two_clauses_is_unclear() -> None:
    twice = document_of("c.txt", read_plain("Credits\n\nOne.\n\nCredits\n\nTwo.\n"))
    found = look_up(twice, "", "Credits", ())
    assert isinstance(found, NotThere)
    assert found.is_unclear
    assert [clause.line for clause in found.nearest] == [1, 5]


def test_what_stands_before_the_first_heading_is_a_clause_without_a_name() -> None:
    beginning = document_of("c.txt", read_plain("This is agreed.\n\nCredits\n\nOne.\n"))
    assert [(clause.words, clause.line) for clause in beginning.clauses] == [("", 1), ('"Credits"', 3)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two! Three? (Four.)", 4),
        ("It is 99.9 % of the time, e.g. Mondays. Yes.", 2),
        ("See art. 5 and no. 7. Then go.", 2),
        ("“Down” means down. 5 min are 5 min.", 2),
        ("no stop at all", 1),
    ],
)
def test_where_sentences_end(text: str, number: int) -> None:
    assert len(sentences(text)) == number
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")
