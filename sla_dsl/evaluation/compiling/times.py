"""Measures to nodes: the whole chain of each, in its fixed order.

incidents → clock → joined into outages → long enough → exclusions → overlaps merged → cut by the
definition → cut to the period → total → rounded
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sla_dsl.evaluation.compiling.constants import constant
from sla_dsl.evaluation.compiling.named_sets import services_of, time_of
from sla_dsl.evaluation.compiling.sets import cut_by_rules, incidents_of, lower_named, lower_set, set_node
from sla_dsl.evaluation.compiling.values import Names, rounding
from sla_dsl.evaluation.compiling.workshop import Workshop, known, number_text
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import TimeDefinition
from sla_dsl.language.folding import Node, fold, walk
from sla_dsl.language.quantities import of_grain


def lower_measure(shop: Workshop, names: Names, definition: TimeDefinition) -> None:
    """The chain of a named set of time that is measured; puts its ends into `names`."""
    name = known(definition.name)
    sentence = definition.definition

    def visit(node: Node, parts: tuple[int, ...]) -> int:
        if isinstance(node, n.Down):
            return _chain(shop, names, node, definition, sentence)
        return set_node(shop, names, node, parts, own, sentence)

    own = services_of(definition)
    lower_named(shop, names, time_of(definition), own)
    whole = fold(time_of(definition), visit)
    if not services_of(definition):
        whole = cut_by_rules(shop, names, definition, whole)
    shop.made[("whole", name)] = whole
    period = shop.add("period", (), "set", shop.agreement.period_sentence)
    final = shop.add("within", (whole, period), "set", sentence, name=definition.name)
    names.finals[name] = final
    names.totals[name] = _total(shop, names, definition, final)
    if name in names.counted:
        _ledger(shop, names, definition, final)


def _chain(shop: Workshop, names: Names, down: n.Down, definition: TimeDefinition, sentence: n.Sentence) -> int:
    at = incidents_of(shop, down, sentence)
    services = [known(s.text) for s in down.services]
    name = known(definition.name)
    shop.made[("incidents", name)] = at
    family = _snapped(shop, definition, at)
    joined = _joined(shop, definition, family, sentence)
    outages = _kept(shop, definition, joined)
    counted = _excused(shop, names, definition, outages, services)
    names.outages[name], names.counted[name] = outages, counted
    shop.made[("family", name)], shop.made[("joined", name)] = family, joined
    return shop.add("flatten", (counted,), "set", sentence)


def _snapped(shop: Workshop, definition: TimeDefinition, at: int) -> int:
    rule = definition.clock
    if rule is None:
        return at
    assert isinstance(rule.body, n.Clock)
    params = {"start": rule.body.start or "", "end": rule.body.end or ""}
    return shop.add("snap", (at,), "family", rule, params)


def _joined(shop: Workshop, definition: TimeDefinition, family: int, sentence: n.Sentence) -> int:
    rule = definition.join
    if rule is None and definition.long_enough is None:
        return family
    if rule is None or (isinstance(rule.body, n.Join) and rule.body.how == "never"):
        return shop.add("separate", (family,), "outages", rule or sentence)
    assert isinstance(rule.body, n.Join)
    apart, inclusive = Fraction(0), True
    if rule.body.apart is not None:
        apart = Fraction(constant(shop.known, rule.body.apart.value))
        inclusive = rule.body.apart.comparison == "at most"
    # Instants are whole microseconds: less than 8.5 is at most 8, and less than 9.
    whole = int(apart) if inclusive else -int(-apart // 1)
    params = {"apart": whole, "inclusive": inclusive, "gap": rule.body.gap == "with"}
    return shop.add("join", (family,), "outages", rule, params)


def _kept(shop: Workshop, definition: TimeDefinition, outages: int) -> int:
    rule = definition.long_enough
    if rule is None:
        return outages
    assert isinstance(rule.body, n.LongEnough)
    least = constant(shop.known, rule.body.bound.value)
    skip = int(least) if rule.body.extent == "for the excess" else 0
    params = {"bounds": [[rule.body.bound.comparison, number_text(least)]], "skip": skip}
    return shop.add("keep", (outages,), "outages", rule, params)


def _excused(shop: Workshop, names: Names, definition: TimeDefinition, outages: int, services: list[str]) -> int:
    rules: list[dict[str, Any]] = []
    inputs = [outages]
    counted = shop.nodes[shop.made[("incidents", known(definition.name))]].params["causes"]
    for sentence in definition.not_counted:
        if never_chosen(sentence.body, counted):
            continue
        for causes, owner, time in _exclusions(shop, names, sentence, services):
            rules.append(
                {
                    "causes": causes,
                    "services": owner,
                    "clause": shop.clause(sentence),
                    "bucket": _bucket(shop, sentence),
                }
            )
            inputs.append(time)
    return shop.add("excuse", inputs, "counted", definition.definition, {"rules": rules})


def never_chosen(body: n.Body, counted: list[str] | None) -> bool:
    """Whether a rule is about causes that the measure does not count anyway: it only gives the ledger its clause."""
    if not isinstance(body, n.NotCounted) or not body.causes or counted is None:
        return False
    return {known(c.text) for c in body.causes}.isdisjoint(counted)


def _bucket(shop: Workshop, sentence: n.Sentence) -> str:
    body = sentence.body
    limit = body.limit if isinstance(body, n.NotCounted | n.TimeNotCounted) else None
    if limit is None:
        return "not_attributable"
    return "in_breach" if _is_breach(shop, limit.time) else "excluded"


def _is_breach(shop: Workshop, time: n.Time) -> bool:
    """Whether a set of time is the customer's breach and nothing else, by whatever names."""
    leaves = [node for node in walk(time) if isinstance(node, n.InBreach | n.TimeName | n.Down | n.Announced)]
    for node in leaves:
        leaf: n.Time = node
        while isinstance(leaf, n.TimeName) and known(leaf.name.text) in shop.agreement.times:
            leaf = time_of(shop.agreement.times[known(leaf.name.text)])
        if not isinstance(leaf, n.InBreach):
            return False
    return bool(leaves)


def _exclusions(
    shop: Workshop, names: Names, sentence: n.Sentence, services: list[str]
) -> list[tuple[list[str] | None, list[str] | None, int]]:
    """The causes, services and time of one sentence; maintenance is looked up service by service."""
    body = sentence.body
    assert isinstance(body, n.NotCounted | n.TimeNotCounted)
    causes = [known(c.text) for c in body.causes] if isinstance(body, n.NotCounted) and body.causes else None
    if body.limit is None:
        return [(causes, None, shop.add("always", (), "set", sentence))]
    found: list[tuple[list[str] | None, list[str] | None, int]] = []
    for service in services:
        time = lower_set(shop, names, body.limit.time, (service,), sentence)
        if not body.limit.inside:
            time = shop.add("outside", (shop.add("always", (), "set", sentence), time), "set", sentence)
        found.append((causes, [service] if len(services) > 1 else None, time))
    return found


def _total(shop: Workshop, names: Names, definition: TimeDefinition, final: int) -> int:
    each, total = definition.round_outages, definition.round_total
    if each is not None and isinstance(each.body, n.RoundOutages):
        rule = each.body.rounding
        unit = of_grain(rule.grain)
        params = {"unit": number_text(unit.fixed or 1), "mode": rule.mode, "halves": rule.halves or "up"}
        name = known(definition.name)
        inputs = (names.outages[name], names.counted[name], final)
        at = shop.add("measure_outages", inputs, "elapsed", each, params)
    else:
        at = shop.add("measure", (final,), "elapsed", definition.definition)
    if total is not None and isinstance(total.body, n.RoundTotal):
        at = rounding(shop, at, total.body.rounding, total)
    return shop.named(at, definition.name)


def _ledger(shop: Workshop, names: Names, definition: TimeDefinition, final: int) -> None:
    name = known(definition.name)
    counted = names.counted[name]
    sentence = definition.definition
    chosen = shop.nodes[shop.made[("incidents", name)]].params
    params = {
        "rules": [[rule["bucket"], rule["clause"]] for rule in shop.nodes[counted].params["rules"]],
        "too_short": shop.clause(definition.long_enough) if definition.long_enough else -2,
        "unnamed": _unnamed(shop, definition),
        "services": list(services_of(definition)),
        "causes": chosen["causes"],
        "hours": -2 if isinstance(time_of(definition), n.Down) else shop.clause(sentence),
    }
    inputs = (shop.made[("family", name)], names.outages[name], counted, shop.made[("whole", name)])
    books = shop.add("books", inputs, "books", sentence, params)
    names.ledgers[name] = shop.add("ledger", (books, final), "ledger", sentence, name=definition.name)


def _unnamed(shop: Workshop, definition: TimeDefinition) -> dict[str, int]:
    """For each cause that a sentence says does not count at all: its clause."""
    clauses: dict[str, int] = {}
    for sentence in definition.not_counted:
        body = sentence.body
        if isinstance(body, n.NotCounted) and body.limit is None:
            clauses.update({known(c.text): shop.clause(sentence) for c in body.causes})
    return clauses
