"""How a field of the evidence is named to a person, when it stands in JSON or in Python objects."""

from __future__ import annotations

from sla_dsl.evidence.wording import shown

WHOLE = -1
"""The index that stands for the whole list of a kind."""


def field_path(kind: str, index: int, field: str) -> str:
    """`incidents[3].cause`; `incidents[3]` for a whole record, `incidents` for the list, `as_of` for no list."""
    if not kind:
        return field
    record = kind if index == WHOLE else f"{kind}[{index}]"
    return f"{record}.{field}" if field else record


def in_path(name: str) -> str:
    """A field's name as a part of a path: quoted if it is not a plain word, so that the path stays readable."""
    plain = name.isascii() and name.replace("-", "_").isidentifier() and len(name) <= 60
    return name if plain else shown(name)
