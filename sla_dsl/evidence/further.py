"""The fields that a kind of record does not name: its source, the writer's own, the steps of a ticket, unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sla_dsl.evidence import mistakes
from sla_dsl.evidence.desk import Desk
from sla_dsl.evidence.fields import OWN_FIELDS, SOURCE, STEP, Kind
from sla_dsl.evidence.places import in_path
from sla_dsl.evidence.python_values import describe, read_otherwise
from sla_dsl.evidence.scalars import read_text
from sla_dsl.evidence.wording import nearest
from sla_dsl.evidence.wrong import Wrong


def read_further(kind: Kind, index: int, record: dict[Any, Any], desk: Desk) -> list[tuple[tuple[str, object], ...]]:
    """The steps of a ticket, sorted by name, as the last value of its record; other kinds have no further value."""
    known = [field.name for field in kind.fields]
    if SOURCE.name in record:
        _read_source(kind, index, record[SOURCE.name], desk)
        known.append(SOURCE.name)
    further = [name for name in record if not (type(name) is str and name in known)]
    names = [name for name in further if _is_read(kind, index, name, desk)]
    if not kind.steps:
        for name in names:
            desk.tell(kind.name, index, in_path(name), Wrong(mistakes.unknown_field, (name, _may_be_there(known))))
        return []
    missing = [name for name in known if name not in record]
    return [tuple((name, _read_step(kind, index, name, record[name], missing, desk)) for name in sorted(names))]


def _read_source(kind: Kind, index: int, value: object, desk: Desk) -> None:
    """Where the record came from.  It is kept beside the records, so that those hold facts only."""
    source = read_text(value) if type(value) is str else read_otherwise(SOURCE, value)
    if isinstance(source, Wrong):
        desk.tell(kind.name, index, SOURCE.name, source)
    elif isinstance(source, str):
        desk.sources.setdefault(kind.name, {})[index] = source


def _is_read(kind: Kind, index: int, name: object, desk: Desk) -> bool:
    """Whether the name is one to be read; a field of the writer's own is counted, and no more."""
    if type(name) is not str:
        desk.tell(kind.name, index, "", Wrong(mistakes.field_without_name, (describe(name),)))
        return False
    own = name.startswith(OWN_FIELDS)
    desk.unread += own
    return not own


def _may_be_there(known: list[str]) -> list[str]:
    return known if SOURCE.name in known else [*known, SOURCE.name]


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
