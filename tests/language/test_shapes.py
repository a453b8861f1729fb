"""Numbers, dates and words in shapes that the language does not have."""

from __future__ import annotations

import pytest

from sla_dsl.language.lexing import Words, lex


def words(text: str) -> Words:
    found = lex(text)
    assert isinstance(found, Words)
    return found


NUMBERS = [
    ("99,9", "99.9", "decimal-comma"),
    ("1,000", "1.000", "decimal-comma"),
    ("1,000,000", "1000000", "decimal-comma"),
    ("1,000.50", "1000.50", "decimal-comma"),
    ("0,5", "0.5", "decimal-comma"),
    ("1_000", "1000", "number-form"),
    ("1_000.5", "1000.5", "number-form"),
    ("1'000", "1000", "number-form"),
    ("1’000’000", "1000000", "number-form"),
    ("1.000.000", "1000000", "number-form"),
    (".5", "0.5", "number-form"),
    ("+5", "5", "number-form"),
    ("-5", "5", "number-form"),
    ("−5.5", "5.5", "number-form"),
    ("--5", "5", "number-form"),
    ("1e10", "1", "number-form"),
    ("1E+10", "1", "number-form"),
    ("1.5e-3", "1", "number-form"),
    ("0x10", "1", "number-form"),
    ("0XFF", "1", "number-form"),
    ("1 000", "1000", "number-form"),
    ("1 000 000", "1000000", "number-form"),
]


@pytest.mark.parametrize(("written", "meant", "code"), NUMBERS, ids=[written for written, _, _ in NUMBERS])
def test_p05_p08_a_number_in_another_shape_is_told_and_read(written: str, meant: str, code: str) -> None:
    found = words(f"at least {written} %")
    assert [(word.type, str(word)) for word in found.tokens[2:]] == [("NUMBER", meant), ("PERCENT", "%")]
    assert [finding.code for finding in found.findings] == [code]
    span = found.findings[0].span
    assert span is not None
    assert f"at least {written} %"[span.start : span.end] == written


def test_p08_a_comma_between_thousands_or_before_decimals_leaves_the_choice() -> None:
    repair = words("at least 1,000 EUR").findings[0].repair
    assert "'1000'" in repair
    assert "'1.000'" in repair


@pytest.mark.parametrize("written", ["5.", "99."])
@pytest.mark.parametrize("unit", ["%", "min", "days", "hours"])
def test_p05_a_point_without_decimals_is_no_full_stop(written: str, unit: str) -> None:
    found = words(f"at least {written} {unit}.")
    assert [word.type for word in found.tokens[2:]][:1] == ["NUMBER"]
    assert len(found.tokens) == 5
    assert [finding.code for finding in found.findings] == ["number-form"]


@pytest.mark.parametrize("text", ["Uptime is at most 99. Rebate is", "in 2026. The", "(5).", "A,B", "99.9%.", "§ 4.2."])
def test_ordinary_signs_touch_what_is_beside_them(text: str) -> None:
    assert words(text).findings == []


GLUED = [
    ("30days", ["NUMBER", "DAYS"]),
    ("4.5min", ["NUMBER", "MIN"]),
    ("125EUR", ["NUMBER", "NAME"]),
    ("10%if", ["NUMBER", "PERCENT", "IF"]),
    ("credit10%if", ["CREDIT", "NUMBER", "PERCENT", "IF"]),
    ("10%of", ["NUMBER", "PERCENT", "OF"]),
    ("2026-03-04to", ["DATE", "TO"]),
]


@pytest.mark.parametrize(("written", "kinds"), GLUED, ids=[written for written, _ in GLUED])
def test_p09_words_that_are_glued_together_are_told_and_parted(written: str, kinds: list[str]) -> None:
    found = words(written)
    assert [word.type for word in found.tokens] == kinds
    assert [finding.code for finding in found.findings] == ["blank-missing"]


DATES = ["04/03/2026", "4.3.2026", "2026/03/04", "04-03-2026", "2026-3-4", "2026-03-4", "2026-03-04T10:00:00Z"]


@pytest.mark.parametrize("written", DATES)
def test_a_date_in_another_shape_is_told(written: str) -> None:
    found = words(f"from {written} to")
    assert [finding.code for finding in found.findings] == ["date-form"]
    assert [word.type for word in found.tokens] == ["FROM", "TO"]


@pytest.mark.parametrize("written", ["9:00", "9:00:30", "5pm", "10:00am", "10AM"])
def test_a_time_in_another_shape_is_told(written: str) -> None:
    assert [finding.code for finding in words(f"from {written} to").findings] == ["time-form"]


SIGNS = [
    (">=", "at least"),
    ("<=", "at most"),
    ("<", "less than"),
    (">", "more than"),
    ("≥", "at least"),
    ("=", "exactly"),
    ("-", "minus"),
    ("–", "minus"),
    ("*", "times"),
    ("/", "divided by"),
    ("&", "and"),
    ("€", "5 EUR"),
    ("$", "5 USD"),
    ("#", "Set aside"),
    ("//", "Set aside"),
    ("@", "in words"),
]


@pytest.mark.parametrize(("sign", "instead"), SIGNS)
def test_a_sign_that_there_is_not_is_told_with_the_words_for_it(sign: str, instead: str) -> None:
    findings = words(f"Uptime {sign} Downtime").findings
    assert [finding.code for finding in findings] == ["unknown-sign"]
    assert instead in findings[0].repair


def test_a_minus_between_words_is_a_sign_and_not_part_of_a_number() -> None:
    found = words("5-3")
    assert [word.type for word in found.tokens] == ["NUMBER", "NOT_A_SIGN", "NUMBER"]
    assert [finding.code for finding in found.findings] == ["unknown-sign"]


@pytest.mark.parametrize("written", ["monthly_fee", "__class__", "Fee_2", "_x", "x__"])
def test_p26_other_words_are_told_as_no_words(written: str) -> None:
    assert [finding.code for finding in words(f"on {written},").findings] == ["not-a-word"]


def test_words_that_touch_without_end_take_time_in_proportion() -> None:
    for piece in ("a1", "9:00,", "-", "1,", "%a", "1_"):
        assert words(piece * 2_000).findings
