"""Lost full stops: where a sentence must be cut in two."""

from __future__ import annotations

import pytest

from sla_dsl.language.lexing import Words, lex
from sla_dsl.language.lost import lost_full_stop
from sla_dsl.language.reading import Stuck, read


def halves(text: str) -> tuple[str, str] | None:
    found = lex(text)
    assert isinstance(found, Words)
    stuck = read("sentence", found.tokens)
    assert isinstance(stuck, Stuck)
    cut = lost_full_stop(stuck, found.tokens)
    return cut and (" ".join(cut.head), " ".join([*cut.begins, *found.tokens[cut.goes_on :]]))


CUT = [
    ("Fee is limited to 5 EUR Rebate is a foo.", "Fee is limited to 5 EUR", "Rebate is a foo ."),
    ('Fee is a cause: "x" Rebate is due.', 'Fee is a cause : "x"', "Rebate is due ."),
    ("Fee is limited to Bar\nThe time zone is UTC.", "Fee is limited to Bar", "the time zone is UTC ."),
    ("Fee is limited to Bar the time zone is UTC.", "Fee is limited to Bar", "the time zone is UTC ."),
    ("Fee is limited to Bar\nBaz Qux is a foo.", "Fee is limited to Bar", "Baz Qux is a foo ."),
    ("Fee is limited to Bar Baz\nQux is a foo.", "Fee is limited to Bar Baz", "Qux is a foo ."),
    ("Fee is limited to 125 EUR Baz is a foo.", "Fee is limited to 125 EUR", "Baz is a foo ."),
    ('Fee is limited to 5 % of Bar\nExample "x" in 2026-03', "Fee is limited to 5 % of Bar", 'example "x" in 2026-03'),
]


@pytest.mark.parametrize(("text", "head", "tail"), CUT, ids=[head for _, head, _ in CUT])
def test_a_sentence_is_cut_where_it_could_end_and_another_begins(text: str, head: str, tail: str) -> None:
    assert halves(text) == (head, tail)


@pytest.mark.parametrize(
    "text",
    [
        "Fee is a foo.",
        "Fee is limited to 5 EUR foo.",
        "Fee is limited Bar is a foo.",
        "foo Bar is a cause.",
        'Example "x" in 2026-03: given nothing; expect Uptime is met Rebate is missed.',
        'Example "x" in 2026-03: given nothing; expect Uptime is 5 % Rebate is not eligible.',
    ],
)
def test_elsewhere_it_is_not(text: str) -> None:
    assert halves(text) is None


def test_words_keep_their_places() -> None:
    found = lex("Fee is limited to Bar\nThe time zone is UTC.")
    assert isinstance(found, Words)
    stuck = read("sentence", found.tokens)
    assert isinstance(stuck, Stuck)
    cut = lost_full_stop(stuck, found.tokens)
    assert cut is not None
    assert (cut.head[-1].start_pos, cut.head[-1].end_pos) == (18, 21)
    assert (cut.begins[0].start_pos, cut.begins[0].end_pos) == (22, 25)
