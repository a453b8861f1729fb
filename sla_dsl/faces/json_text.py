"""Plain data as JSON text: the same bytes everywhere, in the order in which the data were made."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from sla_dsl.faces.escaping import harmless_json


def pretty_json(data: Any) -> str:
    """JSON for one object, over many lines: what `json.dumps` gives with an indent of 2."""
    return harmless_json(_pretty(data, "\n")) + "\n"


def _pretty(value: Any, margin: str) -> str:
    """A value whose lines begin with `margin`.  The library takes twice as long, which is felt at a start."""
    kind, inner = type(value), margin + "  "
    if kind is str:
        return encode_basestring(value)
    if kind is dict and value:
        fields = [f"{encode_basestring(name)}: {_pretty(one, inner)}" for name, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(fields)}{margin}}}"
    if kind is list and value:
        return f"[{inner}{f',{inner}'.join([_pretty(one, inner) for one in value])}{margin}]"
    return json.dumps(value, ensure_ascii=False)


def json_line(data: Any) -> str:
    """JSON on one line, for a file of many objects."""
    return harmless_json(json.dumps(data, ensure_ascii=False, separators=(",", ":"))) + "\n"
