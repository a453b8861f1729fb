"""Many outages: a line along which one short outage after another happens, for rules that count them."""

from __future__ import annotations

from functools import cache

from sla_dsl.analysis.lines import Axis, Line, Measured, first_that
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.tails import sources
from sla_dsl.analysis.walking import edges
from sla_dsl.analysis.worlds import Outage, World, fee_of, outcome
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.steps import read_number
from sla_dsl.evaluation.tree import Tree
from sla_dsl.values.elapsed import HOUR, MINUTE, SECOND

MOST_OUTAGES = 200
"""So many outages are tried, where a rule asks for more they are not."""

_PLACES = 1_000
"""So many places are tried at most, since an outage outside service hours does not count."""

_WEEK = 7 * 24
_HOURS = (1, 4, 12)
"""The first hour in which an outage counts is looked for in a week, with outages of so many hours."""


def many_line(policy: Policy, sample: Sample, axis: Axis) -> Line | None:
    """Outages one by one, each as short as counts; None where none does, or where nothing counts them."""
    tree = policy.tree
    counts = [at for at in sources(tree) if tree.nodes[at].op == "count"]
    lasting = _shortest(policy, sample, axis, counts) if counts else None
    if lasting is None:
        return None
    starts = _starts(policy, sample, axis, counts, lasting)

    def world(number: int) -> World:
        outages = tuple([Outage(*axis, start, start + lasting) for start in starts[:number]])
        return World(sample, outages, fee_of(tree, 1_000))

    @cache
    def measured(number: int) -> Measured:
        values = outcome(policy, world(number)).trace.values
        return {at: values[at] for at in sources(tree)}

    return Line(axis, sample, len(starts), measured, world, "outages")


def _alone(policy: Policy, sample: Sample, axis: Axis, counts: list[int], start: int, lasting: int) -> bool:
    """Whether an outage counts when it is the only one."""
    world = World(sample, (Outage(*axis, start, start + lasting),), fee_of(policy.tree, 1_000))
    values = outcome(policy, world).trace.values
    return any(values[at] == 1 for at in counts)


def _shortest(policy: Policy, sample: Sample, axis: Axis, counts: list[int]) -> int | None:
    """A minute, or the least number of whole seconds that counts, in an hour in which outages do."""
    tried = ((sample.start + n * HOUR, hours * HOUR) for hours in _HOURS for n in range(_WEEK))
    start = next((at for at, long in tried if _alone(policy, sample, axis, counts, at, long)), sample.start)

    def enough(seconds: int) -> bool:
        return seconds > 0 and _alone(policy, sample, axis, counts, start, seconds * SECOND)

    if enough(MINUTE // SECOND):
        return MINUTE
    longest = (sample.end - start) // SECOND
    return first_that(enough, longest) * SECOND if enough(longest) else None


def _starts(policy: Policy, sample: Sample, axis: Axis, counts: list[int], lasting: int) -> list[int]:
    """Where the outages begin: spread over the period, where they count."""
    apart = max(HOUR, 2 * lasting, sample.length // _PLACES // MINUTE * MINUTE)
    places = range(sample.start, sample.end - lasting, apart)
    found = [start for start in places if _alone(policy, sample, axis, counts, start, lasting)]
    wanted = _wanted(policy.tree, counts)
    return found[:: max(1, len(found) // wanted)][:wanted]


def _wanted(tree: Tree, counts: list[int]) -> int:
    """Two more outages than the greatest number that one is held against, but not more than are tried."""
    bounds = [tree.nodes[edge.bound] for edge in edges(tree) if tree.nodes[edge.bound].type == "number"]
    numbers = [int(read_number(node.params["value"])) for node in bounds if node.op == "literal"]
    return min(max([2, *numbers]) + 2, MOST_OUTAGES)
