"""Worlds: small made-up months in which a policy can be tried, and what comes out of them.

The customer does all that can be asked: every outage is reported and claimed when it ends, every charge is paid,
and nobody is in breach.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sla_dsl.analysis.samples import Sample
from sla_dsl.evaluation import evaluating
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.timeline import Charge, Claim, Incident, Rate, Report, Timeline
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money


class Outage(NamedTuple):
    """A time in which a service is down for a cause."""

    service: str
    cause: str | None
    start: int
    end: int


class World(NamedTuple):
    """A period, what happened in it, and what the customer pays for it (each charge alike)."""

    sample: Sample
    outages: tuple[Outage, ...]
    fee: Money


def timeline_of(tree: Tree, world: World) -> Timeline:
    """The timeline that holds this world and nothing else."""
    incidents = tuple([Incident(f"I-{n}", o.service, o.start, o.end, o.cause) for n, o in enumerate(world.outages, 1)])
    name = world.sample.period.name
    return Timeline(
        "example",
        incidents=incidents,
        maintenance=(),
        reports=tuple([Report(i.id, i.end or i.start) for i in incidents]),
        claims=tuple([Claim(f"C-{n}", i.end or i.start, (i.id,)) for n, i in enumerate(incidents, 1)]),
        breaches=(),
        charges=tuple(
            [Charge(name, what, Fraction(world.fee.amount), world.fee.currency) for what in charges_of(tree)]
        ),
        rates=tuple([Rate(source, world.fee.currency, Fraction(1)) for source in currencies(tree)]),
        tickets=(),
        pauses=(),
    )


def outcome(policy: Policy, world: World) -> PeriodResult:
    """What the policy makes of the world, by the evaluator that everybody uses."""
    return evaluated(policy, timeline_of(policy.tree, world), (world.sample.period.name,))[0]


def evaluated(policy: Policy, timeline: Timeline, periods: Iterable[str]) -> tuple[PeriodResult, ...]:
    """What the policy makes of a made-up record; one that is refused is our own mistake."""
    result, findings = evaluating.evaluate(policy.plan, timeline, periods)
    if result is None:
        raise AssertionError(f"a made-up record is refused: {[f.message for f in findings]}")
    return result.periods


def charges_of(tree: Tree) -> tuple[str, ...]:
    """The charges that the policy knows."""
    return tuple(sorted(tree.names["charge"]))


def currencies(tree: Tree) -> tuple[str, ...]:
    """The currencies in which the policy itself names amounts, but the one that made-up fees are in."""
    named = {node.params["value"][1] for node in tree.nodes if node.op == "literal" and node.type == "money"}
    return tuple(sorted(named - {currency_of(tree)}))


def currency_of(tree: Tree) -> str:
    """The currency of made-up fees: that of the first amount in the policy, so that nothing need be converted."""
    for node in tree.nodes:
        if node.op == "literal" and node.type == "money" and node.params["value"][1]:
            return str(node.params["value"][1])
    return "EUR"


def fee_of(tree: Tree, amount: Exact) -> Money:
    """A fee of so much."""
    return Money(amount, currency_of(tree))
