from __future__ import annotations

import time

import pytest

from sla_dsl.values.refused_numbers import why_refused


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("٣", "no plain digit"),
        ("５", "no plain digit"),
        ("−5", "no plain digit"),
        ("1\u00a0000", "no plain digit"),
        ("1 000", "blank"),
        ("1\n", "blank"),
        ("99,95", "write a point"),
        ("1,000", "write a point"),
        (",5", "write a point"),
        ("1,000.50", "leave them out"),
        ("1,234,567.5", "leave them out"),
        ("1_000", "underscore"),
        ("+5", "plus sign"),
        (".5", "before the point"),
        ("-.5", "before the point"),
        ("5.", "after the point"),
        ("1e5", "exponent"),
        ("1.5E+7", "exponent"),
        ("1/3", "fraction"),
        ("NaN", "not a plain number"),
        ("inf", "not a plain number"),
        ("0x10", "not a plain number"),
        ("--5", "not a plain number"),
        ("1.2.3", "not a plain number"),
        ("five", "not a plain number"),
        ("9" * 31, "more than 30 digits"),
        ("9" * 5_000, "more than 30 digits"),
    ],
)
def test_the_reason(text: str, words: str) -> None:
    assert words in why_refused(text, 30)


def test_a_comma_is_never_guessed() -> None:
    assert why_refused("1,000", 30) == why_refused("99,95", 30)


def test_long_texts_are_refused_at_once() -> None:
    started = time.perf_counter()
    for text in ("9" * 10**6, "9," * 10**6, "x" * 10**6, "1e" + "9" * 10**6):
        why_refused(text, 30)
    assert time.perf_counter() - started < 1
