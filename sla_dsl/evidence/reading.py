"""A timeline from plain mappings and lists, whatever they were read from: all of it, or all that is wrong with it.

In: what JSON, a folder of tables or a Python caller gives, as `dict`, `list` and values.  Out: a `Timeline`, or
None, and the findings in order of place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sla_dsl.evidence import mistakes
from sla_dsl.evidence.desk import Desk
from sla_dsl.evidence.fields import HEAD, KINDS, OWN_FIELDS, TOP_FIELDS, Field, Kind
from sla_dsl.evidence.places import field_path, in_path
from sla_dsl.evidence.python_values import ABSENT, describe, read_otherwise
from sla_dsl.evidence.records import read_records
from sla_dsl.evidence.relations import check_as_of, check_relations
from sla_dsl.evidence.scalars import READERS, Reader, read_text
from sla_dsl.evidence.timeline import FORMAT, Place, Timeline
from sla_dsl.evidence.wording import shown
from sla_dsl.evidence.wrong import Wrong
from sla_dsl.findings.finding import Finding

_FORMAT, _ACCOUNT, _AS_OF, _NOTES = HEAD
_NEWER = re.compile(r"sla-timeline/(?!0)[0-9]{1,9}\Z", re.ASCII)


def read_plain(
    value: object, place: Place = field_path, zone: str | None = None
) -> tuple[Timeline | None, list[Finding]]:
    """The timeline that the mapping describes, None if anything is wrong with it, and the findings.

    `zone`: where instants without an offset are read; without it they are refused.
    """
    desk = Desk(place, zone)
    timeline = _read_timeline(value, desk) if _zone_is_known(desk) else None
    return timeline, desk.findings()


def _zone_is_known(desk: Desk) -> bool:
    if desk.zone is None:
        return True
    from sla_dsl.values.zones import find_zone

    known = find_zone(desk.zone) is not None
    if not known:
        desk.tell("", 0, "", Wrong(mistakes.unknown_zone, (desk.zone,)))
    return known


def _read_timeline(plain: object, desk: Desk) -> Timeline | None:
    if type(plain) is not dict:
        desk.tell("", 0, "", Wrong(mistakes.not_a_timeline, (describe(plain),)))
        return None
    if not _format_is_read(plain.get(_FORMAT.name, ABSENT), desk):
        return None
    account = _read_head(_ACCOUNT, read_text, plain, desk)
    as_of = _read_head(_AS_OF, desk.moment_reader(), plain, desk)
    notes = _read_head(_NOTES, READERS[_NOTES.type], plain, desk)
    lists = {kind.name: _read_list(kind, plain, desk) for kind in KINDS}
    _check_names(plain, desk)
    check_relations(lists, plain, desk)
    if type(as_of) is not Wrong:
        check_as_of(lists, plain, None if as_of is ABSENT else as_of, desk)
    return None if desk.told else _timeline(account, as_of, notes, lists, desk)


def _timeline(account: Any, as_of: Any, notes: Any, lists: Mapping[str, list[Any] | None], desk: Desk) -> Timeline:
    records: dict[str, Any] = {name: None if values is None else tuple(values) for name, values in lists.items()}
    said = () if notes is ABSENT or notes is None else notes
    kept = None if as_of is ABSENT else as_of
    return Timeline(account, kept, **records, place=desk.place, zone=desk.zone, notes=said, sources=desk.sources)


def _format_is_read(value: object, desk: Desk) -> bool:
    """Whether to read on: what stands in another format than this one could only be guessed at."""
    if type(value) is str and value == FORMAT:
        return True
    if value is ABSENT:
        desk.tell("", 0, "", Wrong(mistakes.missing_format, (FORMAT,)))
        return True
    if type(value) is not str:
        desk.tell("", 0, _FORMAT.name, Wrong(mistakes.unknown_format, (describe(value), FORMAT)))
    elif _NEWER.match(value):
        desk.tell("", 0, _FORMAT.name, Wrong(mistakes.newer_format, (value, FORMAT)))
    else:
        desk.tell("", 0, _FORMAT.name, Wrong(mistakes.unknown_format, (shown(value), FORMAT)))
    return False


def _read_head(field: Field, reader: Reader, plain: dict[Any, Any], desk: Desk) -> Any:
    value = plain.get(field.name, ABSENT)
    read: Any = reader(value) if type(value) is str else read_otherwise(field, value)
    if type(read) is Wrong:
        desk.tell("", 0, field.name, read)
    return read


def _read_list(kind: Kind, plain: dict[Any, Any], desk: Desk) -> list[Any] | None:
    """The records of a kind; None if its list is absent, or is refused as a whole."""
    if kind.name in plain:
        return read_records(kind, plain[kind.name], desk)
    if not kind.absent:
        desk.tell("", 0, kind.name, Wrong(mistakes.missing_list, (kind.name,)))
    return None


def _check_names(plain: dict[Any, Any], desk: Desk) -> None:
    for name in plain:
        if type(name) is not str:
            desk.tell("", 0, "", Wrong(mistakes.field_without_name, (describe(name),)))
        elif name.startswith(OWN_FIELDS):
            desk.unread += 1
        elif name not in TOP_FIELDS:
            desk.tell("", 0, in_path(name), Wrong(mistakes.unknown_field, (name, TOP_FIELDS)))
