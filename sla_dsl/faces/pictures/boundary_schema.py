"""The schema of `sla-table/1`, the boundaries of a policy as data."""

from __future__ import annotations

from typing import get_args

from sla_dsl.analysis.lines import Along
from sla_dsl.evaluation.credits import Status
from sla_dsl.evaluation.schema import (
    CURRENCY,
    DIALECT,
    DIGEST,
    INSTANT,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    Schema,
    fixed,
    keyed,
    listed,
    nullable,
    one_of,
)
from sla_dsl.faces.pictures.boundary_data import FORMAT

_AMOUNT: Schema = fixed({"amount": NUMBER, "currency": CURRENCY})
_NUMBERED: Schema = nullable(WHOLE)


def boundary_schema() -> Schema:
    """The schema of `sla-table/1`, in the dialect of 2020-12."""
    whole = {
        "format": {"const": FORMAT},
        "policy": fixed({"name": TEXT, "digest": DIGEST}),
        "versions": fixed({"language": WHOLE, "tzdata": TEXT}),
        "fee": _AMOUNT,
        "tables": listed(_table_schema()),
        "unmoved": TEXTS,
    }
    return {
        "$schema": DIALECT,
        "title": FORMAT,
        "description": "What each amount of downtime comes to, and where that changes.",
        **fixed(whole),
    }


def _table_schema() -> Schema:
    return fixed(
        {
            "period": TEXT,
            "start": INSTANT,
            "end": INSTANT,
            "service": TEXT,
            "cause": nullable(TEXT),
            "along": one_of(get_args(Along)),
            "searched": {"type": "boolean"},
            "guarantees": listed(_guarantee_schema()),
            "credits": listed(_credit_schema()),
            "edges": listed(_edge_schema()),
            "points": listed(_point_schema()),
        }
    )


def _guarantee_schema() -> Schema:
    span = fixed({"status": one_of(("met", "missed", "unknown")), "from": WHOLE, "to": WHOLE})
    return fixed({"name": TEXT, "spans": listed(span)})


def _credit_schema() -> Schema:
    span = {"row": _NUMBERED, "words": TEXT, "from": WHOLE, "to": WHOLE, "rises": listed(WHOLE)}
    return fixed(
        {
            "name": TEXT,
            "pays_from": _NUMBERED,
            "maximum": nullable(_AMOUNT),
            "lowered_from": _NUMBERED,
            "spans": listed(fixed({**span, "free_fee": nullable(_AMOUNT)})),
        }
    )


def _edge_schema() -> Schema:
    return fixed({"value": TEXT, "bound": TEXT, "of": TEXTS, "below": _NUMBERED, "at": _NUMBERED, "above": _NUMBERED})


def _point_schema() -> Schema:
    credit = {
        "status": one_of(get_args(Status)),
        "rate": nullable(NUMBER),
        "amount": nullable(NUMBER),
        "currency": nullable(CURRENCY),
        "capped": nullable({"type": "boolean"}),
    }
    return fixed(
        {
            "outages": listed(fixed({"from": INSTANT, "to": INSTANT})),
            "measures": keyed({"type": "object"}),
            "guarantees": keyed(one_of(("met", "missed", "unknown"))),
            "credits": keyed(fixed(credit)),
        }
    )
