"""JSON text with the same bytes everywhere."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.faces.json_text import json_line, pretty_json

DATA = {"b": "§ 計測", "a": [1, None, True], "c": "\x1b\x9b\u202e\n"}


def test_over_many_lines() -> None:
    assert pretty_json(DATA) == (
        '{\n  "b": "§ 計測",\n  "a": [\n    1,\n    null,\n    true\n  ],\n  "c": "\\u001b\\u009b\\u202e\\n"\n}\n'
    )


def test_on_one_line() -> None:
    assert json_line(DATA) == '{"b":"§ 計測","a":[1,null,true],"c":"\\u001b\\u009b\\u202e\\n"}\n'


plain = st.none() | st.booleans() | st.integers() | st.text(st.characters(categories=("L", "N", "P", "Zs")))


@settings(max_examples=150, deadline=None, database=None)
@given(st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text("ab§\n"), inner), max_leaves=20))
def test_as_the_library_writes_it(data: object) -> None:
    assert pretty_json(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
