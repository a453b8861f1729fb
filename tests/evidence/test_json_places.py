"""Where values stand in a JSON text: the slow pass that only a mistake pays for."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.json_places import find_spots, walk
from tests.evidence.making import law

TEXT = '{ "a" : [1, {"b": "x,]"}, []],\n "c\\u0064": null, "e.f": {"g": -1.5e3} }'


def read(text: str) -> dict[str, str]:
    return {spot.path: text[spot.span.start : spot.span.end] for spot in walk(text)}


def test_every_value_has_its_path() -> None:
    assert read(TEXT) == {
        "": "{",
        "a": "[",
        "a[0]": "1",
        "a[1]": "{",
        "a[1].b": '"x,]"',
        "a[2]": "[",
        "cd": "null",
        '"e.f"': "{",
        '"e.f".g': "-1.5e3",
    }


def test_names_have_their_places_too() -> None:
    names = {spot.path: TEXT[spot.name_span.start : spot.name_span.end] for spot in walk(TEXT) if spot.name_span}
    assert names == {"a": '"a"', "a[1].b": '"b"', "cd": '"c\\u0064"', '"e.f"': '"e.f"', '"e.f".g': '"g"'}


def test_a_value_by_itself() -> None:
    assert read(" 12 ") == {"": "12"}
    assert read('"a"') == {"": '"a"'}


def test_a_path_that_is_not_there_is_what_is_around_it() -> None:
    spots = find_spots(TEXT, ["a[1].b", "a[1].missing", "a[9].x", "nowhere", "", '"e.f".h'])
    assert {path: spot.path for path, spot in spots.items()} == {
        "a[1].b": "a[1].b",
        "a[1].missing": "a[1]",
        "a[9].x": "a",
        "nowhere": "",
        "": "",
        '"e.f".h': '"e.f"',
    }


def test_without_paths_the_text_is_not_looked_at() -> None:
    assert find_spots("no JSON at all", []) == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=15,
)


def values_of(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value, *(one for part in inner for one in values_of(part))]


@law
@given(JSON, st.sampled_from([None, 1]))
def test_the_walk_meets_every_value_once_and_in_order(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=indent is None)
    met = list(walk(text))
    expected = values_of(value)
    assert len(met) == len(expected)
    for spot, one in zip(met, expected, strict=True):
        written = text[spot.span.start : spot.span.end]
        assert written in ("{", "[") if isinstance(one, dict | list) else json.loads(written) == one
        assert not spot.again
