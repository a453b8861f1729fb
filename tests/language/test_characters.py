"""Single characters: what may stand where, and what is read in the place of the others."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Span
from sla_dsl.language.characters import mend_characters

TURNS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]
INVISIBLE = [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xE0001, 0xE0041, 0x180E]
BLANKS = [0x0B, 0x0C, 0x85, 0x2028, 0x2029, 0x202F, 0x3000, 0x2009]


def codes(text: str) -> list[str]:
    return [finding.code for finding in mend_characters(text).findings]


@pytest.mark.parametrize("point", TURNS, ids=hex)
@pytest.mark.parametrize("text", ["ab{}c", '"ab{}c"', "“ab{}c”", "{}"])
def test_p10_nothing_turns_the_direction_of_reading(point: int, text: str) -> None:
    finding = mend_characters(text.format(chr(point))).findings[0]
    assert finding.code == "text-direction"
    assert f"U+{point:04X}" in finding.message
    assert chr(point) not in finding.message


@pytest.mark.parametrize("point", INVISIBLE, ids=hex)
@pytest.mark.parametrize("text", ["ab{}c", '"ab{}c"'])
def test_p11_nothing_is_invisible(point: int, text: str) -> None:
    finding = mend_characters(text.format(chr(point))).findings[0]
    assert finding.code == "invisible-character"
    assert f"U+{point:04X}" in finding.message


def test_p11_one_byte_order_mark_may_stand_at_the_beginning() -> None:
    assert mend_characters("\ufeffx") == (" x", [])
    assert codes("\ufeff\ufeffx") == ["invisible-character"]


@pytest.mark.parametrize("point", BLANKS, ids=hex)
@pytest.mark.parametrize("text", ["ab{}c", '"ab{}c"'])
def test_p14_unusual_blanks_and_line_breaks_are_refused(point: int, text: str) -> None:
    assert codes(text.format(chr(point))) == ["unusual-blank"]


@pytest.mark.parametrize("point", [0x00, 0x01, 0x1B, 0x7F, 0x9F], ids=hex)
def test_p14_control_characters_are_refused(point: int) -> None:
    assert codes(f'"ab{chr(point)}c"') == ["control-character"]


def test_p14_a_line_ends_in_a_line_feed_or_in_both() -> None:
    assert codes("a\nb\r\nc\t\r\n") == []
    assert [finding.span for finding in mend_characters("a\rb\r\r\n").findings] == [Span(1, 2), Span(3, 4)]


def test_p15_half_a_character_is_refused_and_can_be_printed() -> None:
    finding = mend_characters("a\ud800b").findings[0]
    assert finding.code == "broken-character"
    finding.message.encode("utf-8")


@pytest.mark.parametrize("digits", ["٠١٢", "０１２", "०१२", "𝟎𝟏𝟐"])
def test_p06_other_digits_are_named_and_read(digits: str) -> None:
    mended = mend_characters(f"at most {digits} %")
    assert mended.text == "at most 012 %"
    assert [finding.code for finding in mended.findings] == ["foreign-digit"]
    assert f"U+{ord(digits[0]):04X}" in mended.findings[0].message


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Downtim\u0435", "e"), ("\u0421redit", "C"), ("\u039fther", "O"), ("Ｃredit", "C"), ("é", "e")],
)
def test_p12_letters_that_look_alike_are_named_and_read(written: str, plain: str) -> None:
    mended = mend_characters(written)
    assert mended.text.isascii()
    finding = mended.findings[0]
    assert finding.code == "foreign-letter"
    assert f"looks like '{plain}'" in finding.message
    odd = next(character for character in written if not character.isascii())
    assert f"U+{ord(odd):04X}" in finding.message


def test_p12_a_run_of_letters_is_one_finding() -> None:
    findings = mend_characters("Цена is a charge").findings
    assert [finding.span for finding in findings] == [Span(0, 4)]


def test_letters_of_all_alphabets_may_stand_in_quotes() -> None:
    assert mend_characters('"Größe, цена, 値段, ٣"') == ('"Größe, цена, 値段, ٣"', [])


def test_signs_outside_quotes_are_left_to_the_words() -> None:
    assert mend_characters("5 € – ½ ≥ …") == ("5 € – ½ ≥ …", [])


@given(st.text(st.characters(max_codepoint=sys.maxunicode), max_size=30))
def test_mended_text_is_as_long_and_has_nothing_left_to_mend(text: str) -> None:
    mended = mend_characters(text)
    assert len(mended.text) == len(text)
    if "\ufeff" not in text[:1] and '"' not in text and "“" not in text:
        assert mend_characters(mended.text).findings == []


@given(st.characters(categories=("Lu", "Ll", "Lt", "Lm", "Lo", "Nd")))
def test_no_letter_and_no_digit_but_those_of_ascii_stands_outside_quotes(character: str) -> None:
    expected = [] if character.isascii() else [unicodedata.category(character) == "Nd"]
    found = codes(f"a{character}a")
    assert [code == "foreign-digit" for code in found if code.startswith("foreign")] == expected or found == [
        "invisible-character"
    ]
