"""How values and names are shown: safe for a terminal, bounded, and helpful only where help is near."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.places import WHOLE, field_path, in_path
from sla_dsl.evidence.wording import SHOWN, nearest, shown, suggestion
from tests.evidence.making import law


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INC-1", '"INC-1"'),
        ("", '""'),
        ("é日", '"é日"'),
        ("\x1b[31m", '"\\x1b[31m"'),
        ("\x1b]8;;http://x\x07", '"\\x1b]8;;http://x\\x07"'),
        ("a\r\nb", '"a\\x0d\\x0ab"'),
        ("\u202eevil", '"\\u202eevil"'),
        ("\ud800", '"\\ud800"'),
        ("\U000e0041", '"\\U000e0041"'),
    ],
)
def test_c03_what_does_not_print_is_escaped(text: str, expected: str) -> None:
    assert shown(text) == expected


@law
@given(st.text(st.characters(), max_size=200))
def test_whatever_is_shown_prints_and_is_short(text: str) -> None:
    words = shown(text)
    assert words.isprintable()
    assert len(words) <= SHOWN * len("\\U00000000") + 2


def test_what_is_long_is_cut() -> None:
    assert shown("x" * SHOWN) == f'"{"x" * SHOWN}"'
    assert shown("x" * 10_000_000) == f'"{"x" * (SHOWN - 1)}…"'


@pytest.mark.parametrize(
    ("name", "close"),
    [
        ("cuase", "cause"),
        ("Cause", "cause"),
        ("causes", "cause"),
        ("ende", "end"),
        ("colour", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_the_nearest_name(name: str, close: str) -> None:
    assert nearest(name, ["id", "service", "start", "end", "cause"]) == close


def test_the_nearest_name_is_the_same_whatever_the_order() -> None:
    assert nearest("INC-5", {"INC-1", "INC-2", "INC-3"}) == nearest("INC-5", {"INC-3", "INC-2", "INC-1"})


def test_among_too_many_names_none_is_looked_for() -> None:
    started = time.process_time()
    assert nearest("INC-1", {f"INC-{n}" for n in range(100_000)}) == ""
    assert time.process_time() - started < 1


def test_a_suggestion_is_a_question() -> None:
    assert suggestion("cuase", ["cause"]) == 'Did you mean "cause"?'
    assert suggestion("colour", ["cause"]) == ""
    assert suggestion("colour", []) == ""


def test_places_in_json() -> None:
    assert field_path("incidents", 3, "cause") == "incidents[3].cause"
    assert field_path("incidents", 3, "") == "incidents[3]"
    assert field_path("incidents", WHOLE, "") == "incidents"
    assert field_path("", 0, "as_of") == "as_of"
    assert field_path("", 0, "") == ""


@pytest.mark.parametrize(
    ("name", "part"), [("acted", "acted"), ("first-reply", "first-reply"), ("a.b", '"a.b"'), ("é", '"é"')]
)
def test_names_in_a_path(name: str, part: str) -> None:
    assert in_path(name) == part
