"""The fields that a kind of record does not name: the writer's own, the steps of a ticket, or unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sla_dsl.evidence import mistakes
from sla_dsl.evidence.desk import Desk
from sla_dsl.evidence.fields import OWN_FIELDS, STEP, Kind
from sla_dsl.evidence.places import in_path
from sla_dsl.evidence.python_values import describe, read_otherwise
from sla_dsl.evidence.scalars import read_text
from sla_dsl.evidence.wording import nearest
from sla_dsl.evidence.wrong import Wrong


def read_further(kind: Kind, index: int, record: dict[Any, Any], desk: Desk) -> list[tuple[tuple[str, object], ...]]:
    """The steps of a ticket, sorted by name, as the last value of its record; other kinds have no further value."""
    known = [field.name for field in kind.fields]
    further = [name for name in record if not (type(name) is str and name in known)]
    names = [name for name in further if _is_read(kind, index, name, desk)]
    if not kind.steps:
        for name in names:
            desk.tell(kind.name, index, in_path(name), Wrong(mistakes.unknown_field, (name, known)))
        return []
    missing = [name for name in known if name not in record]
    return [tuple((name, _read_step(kind, index, name, record[name], missing, desk)) for name in sorted(names))]


def _is_read(kind: Kind, index: int, name: object, desk: Desk) -> bool:
    """Whether the name is one to be read; a field of the writer's own is counted, and no more."""
    if type(name) is not str:
        desk.tell(kind.name, index, "", Wrong(mistakes.field_without_name, (describe(name),)))
        return False
    own = name.startswith(OWN_FIELDS)
    desk.unread += own
    return not own


def _read_step(kind: Kind, index: int, name: str, value: object, missing: Sequence[str], desk: Desk) -> object:
    """When a step happened.  A name that is nearly that of a missing field is taken for a slip, not for a step."""
    read = desk.moment_reader()
    instant = read(value) if type(value) is str else read_otherwise(STEP, value)
    bad_name = read_text(name)
    slip = missing and nearest(name, missing)
    if slip:
        instant = Wrong(mistakes.unknown_field, (name, missing))
    elif isinstance(bad_name, Wrong):
        instant = bad_name
    if isinstance(instant, Wrong):
        desk.tell(kind.name, index, in_path(name), instant)
    return instant
