"""Which way is worse: whether more of an amount speaks of a worse month, or less of it.

More downtime is worse, and what it is subtracted from or divides gets worse as it falls: that follows from how an
amount is made.  Of what is not made of incidents, such as maintenance, a promise may tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.folding import Node, fold
from sla_dsl.language.names import Declared

Worse = frozenset[Literal[1, -1]]
"""1: the more, the worse; -1: the less, the worse; both: it depends; neither: it does not speak of that."""
Directions = Mapping[str, Worse]

NEITHER: Worse = frozenset()
MORE: Worse = frozenset((1,))
LESS: Worse = frozenset((-1,))


def directions(order: Iterable[Declared]) -> dict[str, Worse]:
    """The direction of every time and value, by identifier; `order` puts each after those that it reads."""
    arranged = tuple(order)
    promised = _promised(arranged)
    found: dict[str, Worse] = {}
    for it in arranged:
        body, key = it.sentence.body, identifier(it.name.text)
        if isinstance(body, n.DefineTime | n.DefineValue):
            root = body.time if isinstance(body, n.DefineTime) else body.value
            found[key] = direction_of(root, found) or promised.get(key, NEITHER)
    return found


def direction_of(root: Node, known: Directions) -> Worse:
    """The direction of an amount or a time that is written out."""
    return fold(root, lambda node, parts: _direction(node, parts, known))


def _direction(node: Node, parts: tuple[Worse, ...], known: Directions) -> Worse:
    match node:
        case n.Down():
            return MORE
        case n.ValueName() | n.TimeName():
            return known.get(identifier(node.name.text), NEITHER)
        case n.LongestOutage() | n.OutageCount():
            return known.get(identifier(node.measure.text), NEITHER)
        case n.Sum():
            return _joined(parts, node.signs)
        case n.Product():
            return _joined(parts, node.powers)
        case n.PartBeyond() | n.Outside():
            return _joined(parts, (1, -1))
        case n.PerUnit():
            return _joined(parts, (1, -1, 1))
        case _:
            return NEITHER.union(*parts)


def _joined(parts: Iterable[Worse], signs: Iterable[Literal[1, -1]]) -> Worse:
    return NEITHER.union(*(part if sign == 1 else _turned(part) for part, sign in zip(parts, signs, strict=True)))


def _turned(direction: Worse) -> Worse:
    """The direction of what falls as this rises."""
    return frozenset(1 if sign == -1 else -1 for sign in direction)


def _promised(order: Iterable[Declared]) -> dict[str, Worse]:
    """What the guarantees tell: what is promised to be at least so much is worse the less it is."""
    found: dict[str, Worse] = {}
    for it in order:
        pending: list[n.Condition] = [it.sentence.body.condition] if isinstance(it.sentence.body, n.Guarantee) else []
        while pending:
            match pending.pop():
                case n.Both(parts=parts) | n.Either(parts=parts):
                    pending += parts
                case n.Compare(value=n.ValueName(name=name), bounds=(bound,)):
                    key = identifier(name.text)
                    found[key] = found.get(key, NEITHER) | _kept_by(bound.comparison)
                case _:
                    pass
    return found


def _kept_by(comparison: n.Comparison) -> Worse:
    match comparison:
        case "at least" | "more than":
            return LESS
        case "at most" | "less than":
            return MORE
        case "exactly":
            return NEITHER
