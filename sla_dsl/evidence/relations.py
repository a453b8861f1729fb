"""What must hold between records, and between a record and `as_of`.

Works on what `records.py` read, also where a record was refused for something else: what could not be read is
ABSENT there, and is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sla_dsl.evidence import related_mistakes as mistakes
from sla_dsl.evidence.desk import Desk
from sla_dsl.evidence.fields import CHARGES, CLAIMS, INCIDENTS, KINDS, PAUSES, RATES, REPORTS, TICKETS, Kind
from sla_dsl.evidence.places import in_path
from sla_dsl.evidence.wrong import Wrong
from sla_dsl.values.instant import show_instant

Lists: TypeAlias = Mapping[str, Sequence[Any] | None]
Plain: TypeAlias = Mapping[str, Any]

_WITH_END = tuple(kind for kind in KINDS if any(field.name == "end" for field in kind.fields))
_HAPPENED = tuple(
    (kind.name, field.name) for kind in KINDS for field in kind.fields if field.type == "instant" and not field.ahead
)


def check_relations(lists: Lists, plain: Plain, desk: Desk) -> None:
    """Tell of every record that does not go together with another one.  `plain` is what the lists were read from."""
    for kind in _WITH_END:
        _check_ends(kind, lists[kind.name] or (), plain, desk)
    for kind in KINDS:
        if kind.unique:
            _check_ids(kind, lists[kind.name] or (), desk)
    if lists[INCIDENTS.name] is not None:
        _check_references(lists, desk)
    if lists[TICKETS.name] is not None:
        _check_pauses(lists, desk)
    _check_doubles(CHARGES, ("what", "period"), "period", lists, desk)
    _check_doubles(RATES, ("source", "target"), "from", lists, desk)


def _check_ends(kind: Kind, records: Sequence[Any], plain: Plain, desk: Desk) -> None:
    for index, record in enumerate(records):
        if record and type(record.end) is int and type(record.start) is int and record.end < record.start:
            row = plain[kind.name][index]
            values = (written(row["start"], record.start), written(row["end"], record.end))
            desk.tell(kind.name, index, "end", Wrong(mistakes.end_before_start, values))


def _check_ids(kind: Kind, records: Sequence[Any], desk: Desk) -> None:
    first: dict[str, int] = {}
    for index, record in enumerate(records):
        if record and type(record.id) is str and first.setdefault(record.id, index) != index:
            before = first[record.id]
            words = (kind.one, record.id, desk.place(kind.name, before, "id"), record == records[before])
            desk.tell(kind.name, index, "id", Wrong(mistakes.double_id, words))


def _check_references(lists: Lists, desk: Desk) -> None:
    known = {record.id for record in lists[INCIDENTS.name] or () if record and type(record.id) is str}
    for index, report in enumerate(lists[REPORTS.name] or ()):
        if report and type(report.incident) is str and report.incident not in known:
            desk.tell(REPORTS.name, index, "incident", Wrong(mistakes.unknown_incident, (report.incident, known)))
    for index, claim in enumerate(lists[CLAIMS.name] or ()):
        if claim and type(claim.incidents) is tuple and not known.issuperset(claim.incidents):
            for number, id in enumerate(claim.incidents):
                if id not in known:
                    wrong = Wrong(mistakes.unknown_incident, (id, known))
                    desk.tell(CLAIMS.name, index, f"incidents[{number}]", wrong)


def _check_pauses(lists: Lists, desk: Desk) -> None:
    known = {record.id for record in lists[TICKETS.name] or () if record and type(record.id) is str}
    for index, pause in enumerate(lists[PAUSES.name] or ()):
        if pause and type(pause.ticket) is str and pause.ticket not in known:
            desk.tell(PAUSES.name, index, "ticket", Wrong(mistakes.unknown_ticket, (pause.ticket, known)))


def _check_doubles(kind: Kind, names: tuple[str, str], field: str, lists: Lists, desk: Desk) -> None:
    """Two charges for one thing and period, two rates for one pair: which of them holds cannot be known."""
    mistake = mistakes.double_charge if kind is CHARGES else mistakes.double_rate
    first: dict[tuple[str, str], int] = {}
    for index, record in enumerate(lists[kind.name] or ()):
        one, other = (getattr(record, name, None) for name in names)
        if type(one) is str and type(other) is str and first.setdefault((one, other), index) != index:
            place = desk.place(kind.name, first[one, other], field)
            desk.tell(kind.name, index, field, Wrong(mistake, (one, other, place)))


def check_as_of(lists: Lists, plain: Plain, as_of: int | None, desk: Desk) -> None:
    """Tell of what happened later than the record is kept, or, if it is closed, of what still goes on."""
    if as_of is None:
        for kind in _WITH_END:
            for index, record in enumerate(lists[kind.name] or ()):
                if record and record.end is None:
                    desk.tell(kind.name, index, "end", Wrong(mistakes.open_end_without_as_of))
        return
    for name, field in _HAPPENED:
        for index, record in enumerate(lists[name] or ()):
            instant = getattr(record, field, None)
            if type(instant) is int and instant > as_of:
                _tell_late(name, index, field, instant, plain, as_of, desk)
    for index, ticket in enumerate(lists[TICKETS.name] or ()):
        for step, instant in ticket.steps if ticket else ():
            if type(instant) is int and instant > as_of:
                _tell_late(TICKETS.name, index, step, instant, plain, as_of, desk)


def _tell_late(name: str, index: int, field: str, instant: int, plain: Plain, as_of: int, desk: Desk) -> None:
    words = (written(plain[name][index][field], instant), written(plain["as_of"], as_of))
    desk.tell(name, index, in_path(field), Wrong(mistakes.after_as_of, words))


def written(value: object, instant: int) -> str:
    """An instant as its writer wrote it; one that came as no text is shown in UTC."""
    return value if type(value) is str else show_instant(instant, "UTC")
