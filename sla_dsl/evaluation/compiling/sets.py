"""Sets of time to nodes: those that cut another, and what named sets are made of."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sla_dsl.evaluation.compiling.constants import constant
from sla_dsl.evaluation.compiling.named_sets import read_first, services_of, time_of
from sla_dsl.evaluation.compiling.values import Names
from sla_dsl.evaluation.compiling.workshop import Workshop, known, number_text
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import TimeDefinition
from sla_dsl.language.folding import Node, fold

Services = tuple[str, ...]
"""The services whose maintenance a set of time is read with; none: that of every service."""


def lower_set(shop: Workshop, names: Names, time: n.Time, services: Services, sentence: n.Sentence) -> int:
    """The node of a set of time that cuts another; maintenance is that of `services` (none: of every service)."""
    lower_named(shop, names, time, services)
    return _lower_made(shop, names, time, services, sentence)


def lower_named(shop: Workshop, names: Names, time: n.Time, services: Services) -> None:
    """Lowers the named sets that a set is made of: a person may name one after the other without end."""
    for named in read_first(shop.agreement, time, services, lambda named: _made_set(shop, *named) is not None):
        name, whose = named
        definition = shop.agreement.times[name]
        own = services_of(definition) or whose
        at = _lower_made(shop, names, time_of(definition), own, definition.definition)
        if ("whole", name) in shop.made and not services_of(definition):
            at = cut_by_rules(shop, names, definition, at)
        shop.made[("set", *named)] = shop.named(at, definition.name)


def _made_set(shop: Workshop, name: str, services: Services) -> int | None:
    """The node of a named set; of one that is measured all of it, unless maintenance is that of some services."""
    if ("whole", name) in shop.made and not (services and name in shop.with_maintenance):
        return shop.made[("whole", name)]
    return shop.made.get(("set", name, services))


def _lower_made(shop: Workshop, names: Names, time: n.Time, services: Services, sentence: n.Sentence) -> int:
    """The node of a set of time whose named parts are lowered already."""

    def visit(node: Node, parts: tuple[int, ...]) -> int:
        return set_node(shop, names, node, parts, services, sentence)

    return fold(time, visit)


def set_node(
    shop: Workshop, names: Names, node: Node, parts: tuple[int, ...], services: Services, sentence: n.Sentence
) -> int:
    """The node of one part of a set of time, whose own parts are made."""
    match node:
        case n.InBreach():
            return shop.add("breaches", (), "set", sentence, span=node.span)
        case n.WholePeriod():
            return shop.add("period", (), "set", sentence, span=node.span)
        case n.Announced():
            return _windows(shop, node, services, sentence)
        case n.TimeName():
            return _named_set(shop, node, services, sentence)
        case n.Within() | n.Outside() | n.Together():
            op = {"Within": "within", "Outside": "outside", "Together": "together"}[type(node).__name__]
            return shop.add(op, parts[:2], "set", sentence, span=node.span)
        case n.Down():
            return _plain_down(shop, node, sentence)
        case _:
            return -1  # the number inside a bound on notice: read by `_windows` itself


def _windows(shop: Workshop, node: n.Announced, of: Services, sentence: n.Sentence) -> int:
    services = of or tuple(_declared(shop, "service"))
    if not services:  # maintenance is recorded for a service: of none there is none
        always = shop.add("always", (), "set", sentence, span=node.span)
        return shop.add("outside", (always, always), "set", sentence, span=node.span)
    made = [_windows_of(shop, node, s, sentence) for s in services]
    at = made[0]
    for other in made[1:]:
        at = shop.add("together", (at, other), "set", sentence, span=node.span)
    return at


def _declared(shop: Workshop, kind: str) -> list[str]:
    bodies = ((name, s.body) for name, s in shop.agreement.declarations.items())
    return [name for name, body in bodies if isinstance(body, n.Declaration) and body.kind == kind]


def _windows_of(shop: Workshop, node: n.Announced, service: str, sentence: n.Sentence) -> int:
    params = {"service": service, "notice": _notice(shop, node.notice)}
    return shop.add("windows", (), "set", sentence, params, span=node.span)


def _notice(shop: Workshop, notice: n.Bound | str) -> dict[str, Any]:
    """The notice as plain data: any, some elapsed time, or calendar days."""
    if notice == "or not":
        return {"kind": "any", "comparison": "", "amount": "0"}
    if isinstance(notice, str):
        return {"kind": "elapsed", "comparison": "more than", "amount": "0"}
    if isinstance(notice.value, n.Elapsed) and all(unit in ("day", "days") for _, unit in notice.value.parts):
        days = sum((amount for amount, _ in notice.value.parts), Fraction(0))
        return {"kind": "days", "comparison": notice.comparison, "amount": number_text(days)}
    return {
        "kind": "elapsed",
        "comparison": notice.comparison,
        "amount": number_text(constant(shop.known, notice.value)),
    }


def _named_set(shop: Workshop, node: n.TimeName, services: Services, sentence: n.Sentence) -> int:
    name = known(node.name.text)
    if name in shop.agreement.calendars:
        return shop.add("hours", (), "set", sentence, {"calendar": name}, name=node.name.text, span=node.span)
    at = _made_set(shop, name, services)
    assert at is not None, name
    return at


def _plain_down(shop: Workshop, down: n.Down, sentence: n.Sentence) -> int:
    """The time of some incidents as it is, by none of the rules of a measure."""
    counted = shop.add("excuse", (incidents_of(shop, down, sentence),), "counted", sentence, {"rules": []})
    return shop.add("flatten", (counted,), "set", sentence)


def incidents_of(shop: Workshop, down: n.Down, sentence: n.Sentence) -> int:
    """The node of the incidents of some services, because of some causes (none named: of any)."""
    services = [known(s.text) for s in down.services]
    causes = [known(c.text) for c in down.causes] if down.causes else None
    params = {"services": services, "causes": causes}
    return shop.add("incidents", (), "family", sentence, params, span=down.span)


def cut_by_rules(shop: Workshop, names: Names, definition: TimeDefinition, whole: int) -> int:
    """A measure that is made of no incidents: what does not count is simply cut out of it."""
    for sentence in definition.not_counted:
        body = sentence.body
        if isinstance(body, n.NotCounted | n.TimeNotCounted) and body.limit is not None:
            inside = lower_set(shop, names, body.limit.time, (), sentence)
            op = "outside" if body.limit.inside else "within"
            whole = shop.add(op, (whole, inside), "set", sentence)
    return whole
