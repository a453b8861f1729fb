"""The JSON Schema of a timeline, made from the description of its fields.

It says what a schema can say: names, kinds of value, patterns, what may be left out.  What holds between records
(an end after its start, a reference to an incident) only the reader checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from sla_dsl.evidence import limits
from sla_dsl.evidence.fields import HEAD, KINDS, OWN_FIELDS, SOURCE, STEP, STILL, Field, FieldType, Kind
from sla_dsl.evidence.timeline import FORMAT

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_YEAR = "(?:19[7-9][0-9]|2[01][0-9]{2}|2200)"
_DATE = f"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
_OFFSET = r"(?:[Zz]|(?!-00:00)[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_DECIMAL = r"[0-9]{1,30}(?:\.[0-9]{1,12})?"


def text_schema() -> Schema:
    """A text with something in it."""
    return {"type": "string", "pattern": r"\S", "maxLength": limits.TEXT_LENGTH}


def pattern_schema(pattern: str) -> Schema:
    """A text that matches a pattern from its first character to its last."""
    return {"type": "string", "pattern": f"^{pattern}$"}


def nullable(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def object_schema(properties: Mapping[str, Schema], required: Iterable[str], further: Schema | bool) -> Schema:
    """An object; `further` is what fields may hold that are not named, False if there may be none.

    A field of the writer's own, whose name begins with `x_`, may always be there.
    """
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "patternProperties": {f"^{OWN_FIELDS}": True},
        "additionalProperties": further,
    }


_VALUES: Mapping[FieldType, Schema] = {
    "format": {"const": FORMAT},
    "text": text_schema(),
    "reference": text_schema(),
    "texts": {"type": "array", "items": text_schema()},
    "ticket": text_schema(),
    "references": {"type": "array", "items": text_schema()},
    "instant": {**pattern_schema(f"{_DATE}[Tt]{_CLOCK}{_OFFSET}"), "format": "date-time"},
    "amount": pattern_schema(_DECIMAL),
    "rate": pattern_schema(f"(?=.*[1-9]){_DECIMAL}"),
    "currency": pattern_schema("[A-Z]{3}"),
    "period": pattern_schema(f"{_YEAR}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?"),
}


def timeline_schema() -> Schema:
    """The schema of `sla-timeline/1`, in the dialect of 2020-12."""
    lists = {kind.name: _list_schema(kind) for kind in KINDS}
    needed = [field.name for field in HEAD if not field.absent] + [kind.name for kind in KINDS if not kind.absent]
    whole = object_schema({**{field.name: _field_schema(field) for field in HEAD}, **lists}, needed, further=False)
    return {
        "$schema": DIALECT,
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        "title": FORMAT,
        "description": "What is known of one account.",
        **whole,
        **_open_ends(),
    }


def _list_schema(kind: Kind) -> Schema:
    properties = {field.name: _field_schema(field) for field in (*kind.fields, SOURCE)}
    required = [field.name for field in kind.fields if not field.absent]
    record = object_schema(properties, required, _field_schema(STEP) if kind.steps else False)
    absent = f" Left out: {kind.absent}." if kind.absent else ""
    description = f"{kind.meaning.capitalize()}.{absent}"
    return {"type": "array", "maxItems": limits.RECORDS, "description": description, "items": record}


def _field_schema(field: Field) -> Schema:
    """The values of a field, with its meaning, and what null and leaving it out mean."""
    schema = nullable(_VALUES[field.type]) if field.null else dict(_VALUES[field.type])
    null = f" Null: {field.null}." if field.null else ""
    absent = f" Left out: {field.absent}." if field.absent else ""
    return {**schema, "description": f"{field.meaning.capitalize()}.{null}{absent}"}


def _open_ends() -> Schema:
    """Without `as_of` nothing can still be going on."""
    ends = [(kind.name, field.name) for kind in KINDS for field in kind.fields if field.null == STILL]
    closed = {kind: {"items": {"properties": {field: {"not": {"type": "null"}}}}} for kind, field in ends}
    kept = {"required": ["as_of"], "properties": {"as_of": {"type": "string"}}}
    return {"if": kept, "else": {"properties": closed}}
