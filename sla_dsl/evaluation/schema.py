"""The JSON Schemas of what an evaluation gives and of a compiled policy, made from the code that writes them.

They are strict: a field that is not named here may not be there.  What holds between fields (the ledger adds up, every
input of a step stands before it) only the program checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, get_args

from sla_dsl.evaluation import books, compiled, ledger, writing
from sla_dsl.evaluation.accounting import Count
from sla_dsl.evaluation.credits import Status
from sla_dsl.evaluation.operations import OPERATIONS, VALUE
from sla_dsl.evaluation.result import Chooser
from sla_dsl.evaluation.targets import Verdict
from sla_dsl.evidence.timeline import LISTS
from sla_dsl.values.periods import PeriodKind

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

BUCKETS = (
    ledger.COUNTED,
    ledger.UNDECIDED,
    books.IN_BREACH,
    books.EXCLUDED,
    books.NOT_ATTRIBUTABLE,
    books.OUTSIDE_HOURS,
    ledger.NOT_OBSERVED,
    ledger.UP,
)
INCIDENT_VERDICTS = ("counted", "partly", "excluded", "elsewhere", "unknown")

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
TEXTS: Schema = {"type": "array", "items": TEXT}
DIGEST: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
NUMBER: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$"}
RATIO: Schema = {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"}
PERCENT: Schema = {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{6}$"}
CURRENCY: Schema = {"type": "string", "pattern": "^[A-Z]{3}$"}
SECONDS: Schema = {"anyOf": [{"type": "integer"}, NUMBER]}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
INSTANT: Schema = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$",
}


def fixed(properties: Mapping[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """An object with these fields and no others; all of them but the optional ones must be there."""
    left_out = set(optional)
    required = [name for name in properties if name not in left_out]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def listed(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def keyed(values: Schema) -> Schema:
    """An object whose fields are named by the policy."""
    return {"type": "object", "additionalProperties": values}


def nullable(schema: Schema) -> Schema:
    """The same, or null: not known."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(words: Iterable[str]) -> Schema:
    """One of some words."""
    return {"enum": list(words)}


def ref(name: str) -> Schema:
    """A definition of the schema."""
    return {"$ref": f"#/$defs/{name}"}


def _head(name: str, meaning: str) -> Schema:
    return {"$schema": DIALECT, "$id": f"urn:{name.replace('/', ':')}", "title": name, "description": meaning}


def result_schema() -> Schema:
    """The schema of `sla-result/1`, in the dialect of 2020-12."""
    whole = fixed(
        {
            "format": {"const": writing.FORMAT},
            "policy": fixed({"name": TEXT, "digest": DIGEST}),
            "account": TEXT,
            "as_of": nullable(INSTANT),
            "versions": fixed({"language": WHOLE, "tzdata": TEXT, "holidays": TEXT}, optional=["holidays"]),
            "evidence": fixed({"digest": DIGEST, "records": fixed({name: nullable(ref("count")) for name in LISTS})}),
            "assumptions": listed(fixed({"clause": TEXT, "assuming": TEXT})),
            "periods": listed(ref("period")),
            "notes": TEXTS,
        }
    )
    return {**_head(writing.FORMAT, "What an agreement comes to for one account."), **whole, "$defs": _definitions()}


def _definitions() -> Schema:
    return {
        "count": fixed(dict.fromkeys(Count._fields, WHOLE)),
        "period": _period(),
        "measure": _measure(),
        "credit": _credit(),
        "told": _told(),
    }


def _period() -> Schema:
    incident = {"id": TEXT, "seconds": nullable(SECONDS), "verdict": one_of(INCIDENT_VERDICTS), "because": TEXTS}
    incident |= {"least": SECONDS, "most": SECONDS, "source": TEXT}
    target = {"name": TEXT, "due": nullable(INSTANT), "verdict": one_of(get_args(Verdict))}
    target |= {"not_counted": SECONDS, "stopped": {"const": True}, "needs": TEXTS}
    part = fixed({"bucket": one_of(BUCKETS), "clause": TEXT, "seconds": SECONDS})
    views = ("measures", "guarantees", "credits", "targets", "ledgers", "steps")
    return fixed(
        {
            "period": {"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$"},
            "start": INSTANT,
            "end": INSTANT,
            "measures": keyed(ref("measure")),
            "guarantees": keyed(one_of(("met", "missed", "unknown"))),
            "credits": listed(ref("credit")),
            "incidents": listed(fixed(incident, optional=("least", "most", "source"))),
            "tickets": listed(
                fixed(
                    {
                        "id": TEXT,
                        "targets": listed(fixed(target, optional=("not_counted", "stopped", "needs"))),
                        "source": TEXT,
                    },
                    optional=("source",),
                )
            ),
            "ledger": keyed(listed(part)),
            "explanation": fixed(dict.fromkeys(views, listed(ref("told")))),
        }
    )


def _measure() -> Schema:
    """Of each kind of quantity the known form, and the form in which it is null and bounded."""
    forms: list[Mapping[str, Schema]] = [
        {"seconds": SECONDS},
        {"ratio": RATIO, "percent": PERCENT},
        {"amount": NUMBER, "currency": nullable(CURRENCY)},
        {"number": NUMBER},
    ]
    null: Schema = {"type": "null"}
    ends = [dict.fromkeys(("least", "most"), nullable(fixed(form))) for form in forms]
    open_forms = [
        fixed({**dict.fromkeys(form, null), **end, "needs": TEXTS}) for form, end in zip(forms, ends, strict=True)
    ]
    return {"oneOf": [*map(fixed, forms), *open_forms]}


def _credit() -> Schema:
    bounds = ("least", "most", "rate_least", "rate_most")
    fields = {
        "name": TEXT,
        "status": one_of(get_args(Status)),
        "rate": nullable(NUMBER),
        "amount": nullable(NUMBER),
        "currency": nullable(CURRENCY),
        "capped": {"type": ["boolean", "null"]},
        "because": TEXTS,
        "needs": TEXTS,
        **{name: nullable(NUMBER) for name in bounds},
        "claim_by": DATE,
        "paid_as": fixed({"forms": TEXTS, "only": {"type": "boolean"}, "chooser": nullable(one_of(get_args(Chooser)))}),
    }
    due = {"properties": {"status": {"const": "due"}}}
    unknown = {"properties": {"status": {"const": "unknown"}}}
    return {
        **fixed(fields, optional=(*bounds, "claim_by", "paid_as")),
        "allOf": [
            {"if": due, "then": {"properties": {"amount": NUMBER, "currency": {"type": "string"}}}},
            {"if": unknown, "then": {"required": ["least", "most"]}},
        ],
    }


def _told() -> Schema:
    """A step of an explanation with its parts, or the name of a step that is told in full elsewhere."""
    time = {"from": INSTANT, "to": INSTANT, "incident": TEXT, "taken out by": TEXT, "bucket": TEXT, "clause": TEXT}
    told = {
        "step": WHOLE,
        "name": TEXT,
        "says": TEXT,
        "value": TEXT,
        "clause": TEXT,
        "assuming": TEXT,
        "times": listed(fixed(time, optional=("incident", "taken out by", "bucket", "clause"))),
        "needs": TEXTS,
        "parts": listed(ref("told")),
    }
    optional = ("step", "name", "clause", "assuming", "times", "needs", "parts")
    return {"oneOf": [fixed(told, optional=optional), fixed({"see": TEXT, "step": WHOLE, "value": TEXT})]}


def policy_schema() -> Schema:
    """The schema of a compiled policy, `sla-policy/1`, in the dialect of 2020-12."""
    pair: Schema = {"type": "array", "prefixItems": [TEXT, TEXT], "items": False, "minItems": 2}
    root: Schema = {"type": "array", "prefixItems": [TEXT, TEXT, WHOLE], "items": False, "minItems": 3}
    whole = fixed(
        {
            "format": {"const": compiled.FORMAT},
            "language": WHOLE,
            "title": TEXT,
            "digest": DIGEST,
            "zone": TEXT,
            "period": one_of(get_args(PeriodKind)),
            "names": keyed(keyed(TEXT)),
            "recorded": keyed(TEXT),
            "paused": keyed(TEXT),
            "calendars": keyed({"type": "object"}),
            "clauses": TEXTS,
            "assumptions": TEXTS,
            "stated": listed(pair),
            "nothing": listed(pair),
            "nodes": listed({"anyOf": [_node(name) for name in OPERATIONS]}),
            **dict.fromkeys(compiled.ROOTS, listed(root)),
            "seal": DIGEST,
        }
    )
    return {**_head(compiled.FORMAT, "A policy as the tree that evaluates it."), **whole}


def _node(name: str) -> Schema:
    """A step: operation, inputs, parameters, type, name, clause, assumption, place in the text."""
    operation = OPERATIONS[name]
    index: Schema = {"type": "integer", "minimum": -1}
    params = fixed({param: {} for param in operation.params})
    gives = one_of(VALUE) if operation.gives == "value" else {"const": operation.gives}
    span: Schema = {"type": "array", "prefixItems": [WHOLE, WHOLE], "items": False, "minItems": 2}
    inputs = {**listed(WHOLE), **({} if operation.takes else {"maxItems": 0})}
    entries = [{"const": name}, inputs, params, gives, TEXT, index, index, span]
    shape: Schema = {"type": "array", "prefixItems": entries, "items": False, "minItems": len(entries)}
    return {"title": operation.meaning, **shape}
