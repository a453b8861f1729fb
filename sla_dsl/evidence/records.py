"""One list of a timeline: from plain mappings to records.  The same for every file and for Python objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sla_dsl.evidence import limits, mistakes
from sla_dsl.evidence.desk import Desk
from sla_dsl.evidence.fields import KINDS, Field, Kind
from sla_dsl.evidence.further import read_further
from sla_dsl.evidence.places import WHOLE
from sla_dsl.evidence.python_values import ABSENT, describe, read_otherwise
from sla_dsl.evidence.scalars import READERS, Reader
from sla_dsl.evidence.timeline import Breach, Charge, Claim, Incident, Pause, Rate, Report, Ticket, Window
from sla_dsl.evidence.wrong import Wrong

Plan: TypeAlias = Sequence[tuple[str, Field, Reader]]


def _incident(values: list[Any]) -> Incident:
    id, service, start, end, cause = values
    return Incident(id, service, start, end, None if cause is ABSENT else cause)


def _window(values: list[Any]) -> Window:
    id, service, announced, start, end = values
    known = announced is not ABSENT
    return Window(id, service, announced if known else None, known, start, end)


_MAKERS: Mapping[str, Callable[[list[Any]], object]] = {
    "incidents": _incident,
    "maintenance": _window,
    "reports": Report._make,
    "claims": Claim._make,
    "breaches": Breach._make,
    "charges": Charge._make,
    "rates": Rate._make,
    "tickets": Ticket._make,
    "pauses": Pause._make,
}

_PLANS: Mapping[str, Plan] = {
    kind.name: tuple((field.name, field, READERS[field.type]) for field in kind.fields) for kind in KINDS
}


def read_records(kind: Kind, values: object, desk: Desk) -> list[Any] | None:
    """The records of a list; None where it is no list of a bounded length.

    A record in which something is wrong has ABSENT there, so that what else is wrong with it can be told; one that
    is no record at all is None.  The desk knows whether anything was wrong.
    """
    if not (type(values) is list or type(values) is tuple):
        desk.tell(kind.name, WHOLE, "", Wrong(mistakes.not_a_list, (describe(values),)))
        return None
    if len(values) > limits.RECORDS:
        desk.tell(kind.name, WHOLE, "", Wrong(mistakes.too_many_records, (len(values),)))
        return None
    plan = _plan(kind, desk)
    return [_read_record(kind, plan, index, value, desk) for index, value in enumerate(values)]


def _plan(kind: Kind, desk: Desk) -> Plan:
    if desk.zone is None:
        return _PLANS[kind.name]
    moment = desk.moment_reader()
    return [(name, field, moment if field.type == "instant" else reader) for name, field, reader in _PLANS[kind.name]]


def _read_record(kind: Kind, plan: Plan, index: int, record: object, desk: Desk) -> Any:
    if type(record) is not dict:
        desk.tell(kind.name, index, "", Wrong(mistakes.not_a_record, (kind.one, describe(record))))
        return None
    values: list[Any] = []
    absent = 0
    for name, field, reader in plan:
        value = record.get(name, ABSENT)
        if type(value) is str:
            value = reader(value)
        else:
            absent += value is ABSENT
            value = read_otherwise(field, value)
        if type(value) is Wrong:
            desk.tell(kind.name, index, name, value)
            value = ABSENT
        values.append(value)
    if len(record) + absent > len(plan) or kind.steps:
        values += read_further(kind, index, record, desk)
    return _MAKERS[kind.name](values)
