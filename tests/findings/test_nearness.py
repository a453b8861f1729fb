from __future__ import annotations

import random
from difflib import get_close_matches

import pytest

from sla_dsl.findings.nearness import MOST_LETTERS, most_like


@pytest.mark.parametrize(
    ("word", "known", "percent", "found"),
    [
        ("failur", ["failure", "work"], 80, "failure"),
        ("failure", ["failure"], 100, "failure"),
        ("failur", ["failure"], 100, ""),
        ("abcd", ["abcx"], 75, "abcx"),
        ("abcd", ["abcx"], 76, ""),
        ("dcba", ["abcd"], 50, ""),
        ("", [""], 0, ""),
        ("a", [], 0, ""),
        ("ab", ["ax", "ay"], 50, "ay"),
        ("ab", ["ay", "ax"], 50, "ay"),
    ],
)
def test_the_word_that_is_most_like_it(word: str, known: list[str], percent: int, found: str) -> None:
    assert most_like(word, known, percent) == found


def test_a_ratio_at_the_threshold_is_not_lost_in_a_fraction() -> None:
    # 2 * 7 of 20 letters are 70 percent exactly, and 7 / 10 is no float.
    assert most_like("abcdefgxyz", ["abcdefg123"], 70) == "abcdefg123"


def test_it_finds_what_the_standard_library_finds() -> None:
    draw = random.Random(2026)
    for _ in range(2_000):
        word, *known = ("".join(draw.choices("abc_", k=draw.randint(0, 9))) for _ in range(draw.randint(1, 6)))
        for percent in (60, 75, 80):
            (found,) = get_close_matches(word, known, 1, percent / 100) or [""]
            assert most_like(word, known, percent) == (found if word else "")


def test_of_a_long_word_only_the_beginning_is_looked_at() -> None:
    same = "abcdefgh" * (MOST_LETTERS // 8)
    assert most_like(f"{same}x", [f"{same}y"], 100) == f"{same}y"
    assert most_like(same + "x" * 10_000, [same], 60) == ""
