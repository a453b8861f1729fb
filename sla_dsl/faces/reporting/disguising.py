"""A result with every name and text replaced: `Service A`, `Incident 1`, `Clause 3`.

The sentences of a report hold names in their midst, so that nothing can safely be crossed out of them afterwards: a
service may be called `hours`.  Therefore the names are replaced in the policy and in the timeline, and these are
evaluated again.  No number hangs on a name, so everything comes to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.binding import bind
from sla_dsl.evaluation.evaluate import trace
from sla_dsl.evaluation.plan import Plan, plan
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.tree import Node, Root, Tree
from sla_dsl.evidence.facts import facts_of
from sla_dsl.evidence.timeline import Breach, Charge, Claim, Incident, Pause, Rate, Report, Ticket, Timeline, Window
from sla_dsl.faces.reporting.masks import Masks
from sla_dsl.records import NamedTuple


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


class Names(NamedTuple):
    """The other names of what a timeline names; services and states that the policy knows keep their identifier."""

    services: Mapping[str, str]
    incidents: Mapping[str, str]
    windows: Mapping[str, str]
    claims: Mapping[str, str]
    tickets: Mapping[str, str]
    charges: Mapping[str, str]
    states: Mapping[str, str]


def _timeline(result: Result, masks: Masks) -> Timeline:
    """The timeline with other names, without its notes and where its records came from: these are texts as well."""
    old, names = result.facts.timeline, _names(result, masks)
    lists = {kind: _each(getattr(old, kind), change, names) for kind, change in CHANGES.items()}
    return Timeline("Account", old.as_of, **lists, zone=old.zone)


def _names(result: Result, masks: Masks) -> Names:
    """The names are given in the order of time: that of the records in their file means nothing."""
    facts, line, known = result.facts, result.facts.timeline, result.tree.names
    windows = sorted(line.maintenance or (), key=lambda window: (window.start, window.id))
    services = [*facts.services, *(window.service for window in windows)]
    return Names(
        {key: key if key in known["service"] else _word(masks, "service", key) for key in services},
        masks.numbered("Incident", [incident.id for incident in facts.incidents]),
        masks.numbered("Window", [window.id for window in windows]),
        masks.numbered("Claim", [claim.id for claim in facts.claims or ()]),
        masks.numbered("Ticket", [ticket.id for ticket in facts.tickets or ()]),
        {key: _word(masks, "charge", key) for key in known["charge"]},
        _states(result, masks),
    )


def _states(result: Result, masks: Masks) -> Mapping[str, str]:
    """The states of tickets in which the clock may stop; those of the policy are told by the name of the pause."""
    known = set(result.tree.paused.values())
    states = sorted({pause.state for pause in result.facts.timeline.pauses or ()})
    return {state: state if state in known else _word(masks, "state", state) for state in states}


def _each(records: tuple[Any, ...] | None, change: Callable[[Any, Names], Any], names: Names) -> Any:
    return None if records is None else tuple(change(record, names) for record in records)


def _incident(one: Incident, names: Names) -> Incident:
    service = names.services[one.service]
    return one._replace(
        id=names.incidents[one.id], service=service, cause=one.cause if service == one.service else None
    )


def _window(one: Window, names: Names) -> Window:
    return one._replace(id=names.windows[one.id], service=names.services[one.service])


def _report(one: Report, names: Names) -> Report:
    return one._replace(incident=names.incidents[one.incident])


def _claim(one: Claim, names: Names) -> Claim:
    return one._replace(id=names.claims[one.id], incidents=tuple(names.incidents[name] for name in one.incidents))


def _breach(one: Breach, names: Names) -> Breach:
    return one._replace(what="")


def _charge(one: Charge, names: Names) -> Charge:
    return one._replace(what=names.charges[one.what])


def _rate(one: Rate, names: Names) -> Rate:
    return one


def _ticket(one: Ticket, names: Names) -> Ticket:
    return one._replace(id=names.tickets[one.id])


def _pause(one: Pause, names: Names) -> Pause:
    return one._replace(ticket=names.tickets.get(one.ticket, "Ticket"), state=names.states[one.state])


CHANGES: Mapping[str, Callable[[Any, Names], Any]] = {
    "incidents": _incident,
    "maintenance": _window,
    "reports": _report,
    "claims": _claim,
    "breaches": _breach,
    "charges": _charge,
    "rates": _rate,
    "tickets": _ticket,
    "pauses": _pause,
}
"""For each list of a timeline how a record of it loses its names; a list that is not here would be left out."""
