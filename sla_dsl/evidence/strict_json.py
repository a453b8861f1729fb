"""From a JSON text to plain values, strictly: what other readers let pass is told here.

Good text pays almost nothing: it is read by the compiled reader of the standard library, with every number kept as
it was written.  Only when something is wrong is the text walked through again, to say where.
"""

from __future__ import annotations

import json
from typing import Any, Final

from sla_dsl.evidence import json_mistakes as mistakes
from sla_dsl.evidence.wrong import Number
from sla_dsl.findings.finding import Finding, Span


class _OddityError(Exception):
    """The text has what JSON leaves open or does not have: a name twice, or NaN."""


def _only_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _OddityError
    return made


def _no_constant(written: str) -> Number:
    raise _OddityError


UNREADABLE: Final = object()
"""What `decode` gives for a text that is no JSON at all."""

_STRICT = json.JSONDecoder(
    object_pairs_hook=_only_once, parse_int=Number, parse_float=Number, parse_constant=_no_constant
)
_PATIENT = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)


def decode(text: str) -> tuple[object, list[Finding]]:
    """The value of the text, or `UNREADABLE`, and what is wrong with it as JSON."""
    try:
        return _STRICT.decode(text), []
    except _OddityError:
        return _decode_patiently(text)
    except json.JSONDecodeError as error:
        return UNREADABLE, [_syntax(text, error)]
    except RecursionError:
        return UNREADABLE, [deep_nesting(text) or mistakes.nested_too_deep(Span(0, 1))]


def _decode_patiently(text: str) -> tuple[object, list[Finding]]:
    """The value of a text that has oddities, so that what else is wrong with it can be told as well."""
    from sla_dsl.evidence.json_places import find_oddities

    try:
        value = _PATIENT.decode(text)
    except json.JSONDecodeError as error:
        return UNREADABLE, [_syntax(text, error)]
    except RecursionError:
        return UNREADABLE, [deep_nesting(text) or mistakes.nested_too_deep(Span(0, 1))]
    return value, find_oddities(text)


def _syntax(text: str, error: json.JSONDecodeError) -> Finding:
    from sla_dsl.evidence.json_syntax import why_not_json

    return deep_nesting(text) or why_not_json(text, error)


def deep_nesting(text: str) -> Finding | None:
    """The finding on a text whose lists and objects are too deep inside each other."""
    from sla_dsl.evidence.json_places import too_deep

    span = too_deep(text)
    return mistakes.nested_too_deep(span) if span else None
