"""Nothing that a terminal would obey or hide gets past; everything else does."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.faces.escaping import harmless_json, shown

law = settings(max_examples=200, deadline=None, database=None)
anything = st.text(st.characters(exclude_categories=()))


def test_controls_and_turns_of_direction_are_written_out() -> None:
    assert shown("a\x1b[31m\x07\r\n\tb\x7f\x9b") == r"a\x1b[31m\x07\x0d\x0a\x09b\x7f\x9b"
    assert shown("\u202eabc\u2066\u200b\ufeff\U000e0041\ud800") == r"\u202eabc\u2066\u200b\ufeff\U000e0041\ud800"


def test_words_of_any_language_stay() -> None:
    for text in (
        "Zahlung überfällig",
        "計測",
        "δέλτα",
        "§ 4 — 99,9 %",
        "e\u0301",
        "\U0001f600",
        "a\u00a0b",
        "{0.__init__}%s",
    ):
        assert shown(text) == text


@law
@given(anything)
def test_what_is_shown_is_one_line_without_controls(text: str) -> None:
    safe = shown(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in safe)
    assert len(safe.splitlines()) <= 1
    assert shown(safe) == safe
    safe.encode("utf-8")


@law
@given(st.recursive(anything, lambda inner: st.lists(inner) | st.dictionaries(anything, inner), max_leaves=8))
def test_harmless_json_means_the_same(data: object) -> None:
    text = harmless_json(json.dumps(data, ensure_ascii=False, indent=2))
    assert json.loads(text) == data
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in text if character != "\n")
    text.encode("utf-8")
