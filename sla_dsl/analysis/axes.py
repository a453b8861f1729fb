"""What may be down along a line: a service and a cause of which an outage counts, and where rules on outages turn."""

from __future__ import annotations

from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.worlds import Outage, World, fee_of, outcome
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.steps import read_number
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import MINUTE


class Axis(NamedTuple):
    """Which service is down along a line, and why: once and ever longer, or (`each`) ever more often for so long."""

    service: str
    cause: str | None
    each: int = 0

    def down(self, start: int, end: int) -> Outage:
        """An outage of this service, because of this cause."""
        return Outage(self.service, self.cause, start, end)


def axes(policy: Policy, sample: Sample) -> tuple[Axis, ...]:
    """For each measure that counts incidents a service and a cause of which an outage counts, each pair once."""
    found: dict[Axis, None] = {}
    for root in policy.tree.ledgers:
        books = policy.tree.nodes[policy.tree.nodes[root.node].inputs[0]]
        counted = next(
            (axis for axis in _candidates(policy.tree, books) if _counts(policy, sample, axis, root.id)), None
        )
        if counted is not None:
            found[counted] = None
    many = [axis._replace(each=each) for axis in found for each in _short(policy, sample, axis)]
    return (*found, *many)


def _short(policy: Policy, sample: Sample, axis: Axis) -> list[int]:
    """Where outages are counted, the least of some lengths of which an outage counts."""
    counts = [at for at, node in enumerate(policy.tree.nodes) if node.op == "count"]
    rules = [length + by for length in rule_lengths(policy.tree) for by in (0, MINUTE)]
    usual = [MINUTE * k for k in (1, 15, 60, 240, 720, 1_440, 4_320)]
    for place in sorted({*rules, *usual}) if counts else ():
        values = outcome(policy, down_once(policy.tree, sample, axis, place)).trace.values
        if any(values[at] for at in counts):
            return [place]
    return []


def _candidates(tree: Tree, books: Node) -> list[Axis]:
    causes = books.params["causes"]
    possible = [*tree.names["cause"], None] if causes is None else causes
    return [Axis(service, cause) for service in books.params["services"] for cause in possible]


def _counts(policy: Policy, sample: Sample, axis: Axis, measure: str) -> bool:
    worlds = (down_once(policy.tree, sample, axis, place) for place in reversed(turns_of(policy.tree, sample)))
    return any(outcome(policy, world).counted(measure) for world in worlds)


def turns_of(tree: Tree, sample: Sample) -> tuple[int, ...]:
    """Lengths of an outage at which something may turn: those in rules on outages, and some throughout the period."""
    near = [length + by for length in rule_lengths(tree) for by in (-1, 0, 1)]
    plain = not any(node.op in _TURNING for node in tree.nodes)
    through = [sample.length // 2] if plain else [sample.length * k // 7 + k for k in range(1, 7)]
    places = {0, 1, MINUTE - 1, *near, *through, sample.length}
    return tuple(sorted(place for place in places if 0 <= place <= sample.length))


_TURNING = frozenset(("keep", "join", "snap", "measure_outages", "longest", "count", "hours", "outside"))
"""Steps by which a longer outage may count for something else than its length."""


def rule_lengths(tree: Tree) -> list[int]:
    """The lengths in rules on outages: how long one must last, how far apart two are, to what each is rounded."""
    return sorted({length for node in tree.nodes for length in _in_rule(node)})


def _in_rule(node: Node) -> list[int]:
    match node.op:
        case "keep":
            return [int(read_number(value)) for _, value in node.params["bounds"]]
        case "join":
            return [node.params["apart"]] if node.params["apart"] > 0 else []
        case "measure_outages":
            return [int(read_number(node.params["unit"]))]
        case _:
            return []


def down_once(tree: Tree, sample: Sample, axis: Axis, lasting: int) -> World:
    """A period in which the service is down once, from its start."""
    outages = (axis.down(sample.start, sample.start + lasting),) if lasting else ()
    return World(sample, outages, fee_of(tree, 1_000))
