"""Which named sets of time a set is made of, the first of them first: each is lowered before what reads it."""

from __future__ import annotations

from collections.abc import Callable

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement, TimeDefinition, identifier
from sla_dsl.language.folding import walk


def time_of(definition: TimeDefinition) -> n.Time:
    """The set of time that a definition gives a name to."""
    body = definition.definition.body
    if isinstance(body, n.DefineValue) and isinstance(body.value, n.ValueName):
        return n.TimeName(body.value.name, span=body.value.span)
    assert isinstance(body, n.DefineTime)
    return body.time


Named = tuple[str, tuple[str, ...]]
"""A named set of time, and the services whose maintenance it is read with (none: that of every service)."""


def read_first(
    agreement: Agreement, time: n.Time, services: tuple[str, ...], is_made: Callable[[Named], bool]
) -> list[Named]:
    """The named sets that must be made before this one can be, each after those that it reads; no recursion."""
    order: dict[Named, None] = {}
    waiting = [((name, services), False) for name in reversed(_named(agreement, time))]
    while waiting:
        named, parts_are_made = waiting.pop()
        if parts_are_made:
            order[named] = None
        elif named not in order and not is_made(named):
            waiting.append((named, True))
            definition = agreement.times[named[0]]
            own = services_of(definition) or named[1]
            waiting += [((part, own), False) for part in reversed(_named(agreement, time_of(definition)))]
    return list(order)


def _named(agreement: Agreement, time: n.Time) -> list[str]:
    """The named sets of time that are read here, as written; the hours of calendars are read as they are."""
    names = (identifier(node.name.text) for node in walk(time) if isinstance(node, n.TimeName))
    return [name for name in names if name in agreement.times]


def services_of(definition: TimeDefinition) -> tuple[str, ...]:
    """The services that a set of time is about: those of its `the time in which … is down`.

    Maintenance that is read in its definition is theirs; a set that is about none takes that of what it cuts.
    """
    downs = (node for node in walk(time_of(definition)) if isinstance(node, n.Down))
    return tuple(dict.fromkeys(identifier(s.text) for down in downs for s in down.services))


def with_maintenance(agreement: Agreement) -> frozenset[str]:
    """The named sets that maintenance is part of, by whatever names: they differ from service to service.

    What is made of incidents is not among them: it is cut by the maintenance of its own services, whoever reads it.
    """
    readers: dict[str, list[str]] = {}
    found: dict[str, None] = {}
    for name, definition in agreement.times.items():
        if services_of(definition):
            continue
        time = time_of(definition)
        found |= dict.fromkeys([name] if any(isinstance(node, n.Announced) for node in walk(time)) else [])
        for part in _named(agreement, time):
            readers.setdefault(part, []).append(name)
    waiting = list(found)
    while waiting:
        new = [reader for reader in readers.get(waiting.pop(), []) if reader not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return frozenset(found)
