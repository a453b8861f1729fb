"""A result with every name and text replaced: `Service A`, `Incident 1`, `Clause 3`.

The sentences of a report hold names in their midst, so that nothing can safely be crossed out of them afterwards: a
service may be called `hours`.  Therefore the names are replaced in the policy and in the timeline, and these are
evaluated again.  No number hangs on a name, so everything comes to the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.binding import bind
from sla_dsl.evaluation.evaluate import trace
from sla_dsl.evaluation.plan import Plan, plan
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.tree import Node, Root, Tree
from sla_dsl.evidence.facts import facts_of
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.faces.reporting.masks import Masks


def disguised(result: Result) -> Result:
    """The same result of the same policy and timeline, in which everything has another name."""
    masks = Masks()
    tree = _tree(result.tree, masks)
    made: Plan = plan(tree)
    facts = facts_of(_timeline(result, masks))
    _, notes = bind(tree, made.known, facts)
    periods = [one.period for one in result.traces]
    return Result(made, facts, trace(made, facts, periods), tuple(notes), result.writer)


# ---------------------------------------------------------------- the policy


def _tree(tree: Tree, masks: Masks) -> Tree:
    """The policy with other names.  What it calls things is replaced first, so that steps of that name follow."""
    names = {kind: {_id(masks, kind, key): _word(masks, kind, key) for key in tree.names[kind]} for kind in tree.names}
    for kind, words in tree.names.items():
        masks.same({text: _word(masks, kind, key) for key, text in words.items()})
    calendars = {key: {**entry, "words": masks.name("Hours", entry["words"])} for key, entry in tree.calendars.items()}
    measures = _roots("Measure", tree.measures, masks)
    clauses = masks.numbered("Clause", [*tree.clauses, *(clause for clause, _ in (*tree.stated, *tree.nothing))])
    texts = masks.numbered("Assumption", [text for _, text in tree.stated])
    return tree._replace(
        title="Agreement",
        digest="",
        names=names,
        calendars=calendars,
        clauses=tuple(clauses[text] for text in tree.clauses),
        assumptions=tuple(texts.get(text, "Assumption") for text in tree.assumptions),
        stated=tuple((clauses[clause], texts[text]) for clause, text in tree.stated),
        nothing=(),
        measures=measures,
        ledgers=_roots("Measure", tree.ledgers, masks),
        guarantees=_roots("Guarantee", tree.guarantees, masks),
        credits=_roots("Credit", tree.credits, masks),
        targets=_roots("Target", tree.targets, masks),
        nodes=tuple(_node(node, masks) for node in tree.nodes),
    )


def _word(masks: Masks, kind: str, key: str) -> str:
    return masks.name(kind.capitalize(), f"{kind} {key}")


def _id(masks: Masks, kind: str, key: str) -> str:
    """Identifiers are never shown, but those of charges: these are replaced as well."""
    return _word(masks, kind, key) if kind == "charge" else key


def _roots(kind: str, roots: Sequence[Root], masks: Masks) -> tuple[Root, ...]:
    found: list[Root] = []
    for root in roots:
        name = masks.name(kind, f"{kind} {root.id}")
        if kind == "Credit":  # Its name is told in small letters, within a sentence.
            name = "Credit" if len(roots) == 1 else f"Credit {len(found) + 1}"
        if kind == "Measure":
            masks.same({root.words: name})
        found.append(Root(name.replace(" ", "_").lower(), name, root.node))
    return tuple(found)


def _node(node: Node, masks: Masks) -> Node:
    params: Mapping[str, Any] = node.params
    if node.op == "charge":
        params = {**params, "charge": _word(masks, "charge", params["charge"])}
    if node.op == "credit":
        params = {**params, "paid_as": [masks.name("Form", form) for form in params["paid_as"]]}
    if node.op == "claimed" and params["naming"]:
        params = {**params, "naming": masks.name("Detail", params["naming"])}
    return node._replace(name=masks.known(node.name) if node.name else "", params=params)


# ---------------------------------------------------------------- the timeline


def _timeline(result: Result, masks: Masks) -> Timeline:
    """The timeline with other names; incidents are numbered in the order of time."""
    old, covered = result.facts.timeline, result.tree.names["service"]
    ids = masks.numbered("Incident", [incident.id for incident in result.facts.incidents])

    def service(key: str) -> str:
        return key if key in covered else _word(masks, "service", key)

    return Timeline(
        "Account",
        old.as_of,
        tuple(
            one._replace(
                id=ids[one.id], service=service(one.service), cause=one.cause if one.service in covered else None
            )
            for one in old.incidents
        ),
        maintenance=_each(
            old.maintenance, lambda w: w._replace(id=masks.name("Window", w.id), service=service(w.service))
        ),
        reports=_each(old.reports, lambda r: r._replace(incident=ids.get(r.incident, "Incident"))),
        claims=_each(
            old.claims,
            lambda c: c._replace(
                id=masks.name("Claim", c.id), incidents=tuple(ids.get(i, "Incident") for i in c.incidents)
            ),
        ),
        breaches=_each(old.breaches, lambda b: b._replace(what="")),
        charges=_each(old.charges, lambda c: c._replace(what=_word(masks, "charge", c.what))),
        rates=old.rates,
        tickets=_each(old.tickets, lambda t: t._replace(id=masks.name("Ticket", t.id))),
        zone=old.zone,
    )


def _each(records: tuple[Any, ...] | None, change: Any) -> tuple[Any, ...] | None:
    return None if records is None else tuple(change(record) for record in records)
