"""Claims to nodes: how the claim stands, and a credit worked out again on what claims name.

A claim that opens only what it names changes what the credit is worked out from.  So the steps between the
outages of the measures concerned and the credit are copied, with a step in front that keeps the outages that
were claimed; what does not depend on them is shared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from sla_dsl.evaluation.compiling.constants import NotCompiled, bounded
from sla_dsl.evaluation.compiling.values import Names
from sla_dsl.evaluation.compiling.workshop import Workshop, known
from sla_dsl.evaluation.mistakes import claim_without_incidents
from sla_dsl.evaluation.tree import Node
from sla_dsl.language import nodes as n
from sla_dsl.language.quantities import MICROSECONDS, length
from sla_dsl.records import NamedTuple


def opens_only_named(sentence: n.Sentence) -> bool:
    """Whether a claim opens only what it names."""
    return isinstance(sentence.body, n.Claim) and sentence.body.opens == "named"


def claim(shop: Workshop, names: Names, sentence: n.Sentence, worked_from: tuple[int, ...]) -> int:
    """The node of a claim that opens the whole period, for a credit that is worked out from these nodes."""
    body = sentence.body
    assert isinstance(body, n.Claim)
    measures = _measures_of(shop, names, body, worked_from)
    events = _events(shop, body, sentence)
    return _claim(shop, sentence, body, [*(names.ledgers[m] for m in measures), *events])


class NamedClaim(NamedTuple):
    """A claim that opens only what it names: its sentence and node, what its time runs from, and the outages of
    the measures concerned, each with the node that gives it to the rest of its chain."""

    sentence: n.Sentence
    claim: int
    since: int
    outages: Mapping[int, int]


def named_claim(shop: Workshop, names: Names, sentence: n.Sentence, worked_from: tuple[int, ...]) -> NamedClaim:
    """The node of a claim that opens only what it names, and what is needed to work the credit out again."""
    body = sentence.body
    assert isinstance(body, n.Claim)
    measures = _measures_of(shop, names, body, worked_from)
    outages = {shop.made[("joined", m)]: _outages(shop, m, sentence) for m in measures}
    events = _events(shop, body, sentence)
    inputs = [*(names.ledgers[m] for m in measures), *outages.values(), *events]
    since = events[0] if events else shop.add("period", (), "set", sentence)
    return NamedClaim(sentence, _claim(shop, sentence, body, inputs), since, outages)


def _outages(shop: Workshop, measure: str, sentence: n.Sentence) -> int:
    """The outages of a measure; where the policy joins no incidents, each is one."""
    at = shop.made[("joined", measure)]
    return at if shop.type_of(at) == "outages" else shop.add("separate", (at,), "outages", sentence)


def _events(shop: Workshop, body: n.Claim, sentence: n.Sentence) -> list[int]:
    if body.anchor.measure is None:
        return []
    edge = "start" if body.anchor.event == "outage start" else "end"
    joined = shop.made[("joined", known(body.anchor.measure.text))]
    return [shop.add("events", (joined,), "events", sentence, {"edge": edge})]


def _claim(shop: Workshop, sentence: n.Sentence, body: n.Claim, inputs: Sequence[int]) -> int:
    params = {"within": within(body.within), "event": body.anchor.event, "naming": body.naming}
    return shop.add("claimed", inputs, "claim", sentence, params)


def _measures_of(shop: Workshop, names: Names, body: n.Claim, worked_from: tuple[int, ...]) -> list[str]:
    """The measures that a claim must name an incident of."""
    if body.anchor.measure is not None:
        return [known(body.anchor.measure.text)]
    reached = _reached(shop, worked_from)
    found = [m for m in names.ledgers if names.finals[m] in reached or shop.made[("whole", m)] in reached]
    if not names.ledgers:
        raise NotCompiled(claim_without_incidents(body.span))
    return found or list(names.ledgers)


def _reached(shop: Workshop, ends: Sequence[int]) -> set[int]:
    """The nodes that lead to these, and these themselves."""
    reached: set[int] = set()
    pending = list(ends)
    while pending:
        at = pending.pop()
        if at not in reached:
            reached.add(at)
            pending.extend(shop.nodes[at].inputs)
    return reached


def worked_out_again(shop: Workshop, bench: NamedClaim, ends: Sequence[int], state: str) -> list[int]:
    """The nodes `ends`, worked out on what was claimed in time, or (`claimable`) what still can be as well."""
    moved = {joined: _only(shop, bench, outages, state) for joined, outages in bench.outages.items()}
    for at in sorted(_reached(shop, ends)):
        node = shop.nodes[at]
        if at not in moved and not moved.keys().isdisjoint(node.inputs):
            shop.nodes.append(_copy(node, moved, state, shop.clause(bench.sentence)))
            moved[at] = len(shop.nodes) - 1
    return [moved.get(at, at) for at in ends]


def _only(shop: Workshop, bench: NamedClaim, outages: int, state: str) -> int:
    body = bench.sentence.body
    assert isinstance(body, n.Claim)
    params = {"within": within(body.within), "event": body.anchor.event, "state": state}
    return shop.add("claimed_only", (outages, bench.since), "outages", bench.sentence, params)


def _copy(node: Node, moved: Mapping[int, int], state: str, clause: int) -> Node:
    inputs = tuple([moved.get(k, k) for k in node.inputs])
    name = f"{node.name} ({state})" if node.name else ""
    if node.op != "books":
        return node._replace(inputs=inputs, name=name)
    # Books begin with all incidents, of which those that were not claimed are left out by the claim's clause.
    return node._replace(inputs=(node.inputs[0], *inputs[1:]), params={**node.params, "too_short": clause}, name=name)


def within(span: n.Elapsed | n.Business) -> dict[str, Any]:
    """A length of time after an event, as plain data."""
    if isinstance(span, n.Business):
        calendar = known(span.calendar.text)
        time = bounded(span.amount * MICROSECONDS[span.unit], span.span)
        if span.unit in ("day", "days"):
            return {"kind": "business days", "amount": int(span.amount), "calendar": calendar}
        return {"kind": "business", "amount": time, "calendar": calendar}
    time = bounded(length(span), span.span)
    if all(unit in ("day", "days") for _, unit in span.parts):
        return {"kind": "days", "amount": int(sum((a for a, _ in span.parts), Fraction(0))), "calendar": ""}
    return {"kind": "elapsed", "amount": time, "calendar": ""}
