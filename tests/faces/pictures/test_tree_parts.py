"""The parts that trees and explanations are made of: assumptions by number, stretches, origins."""

from __future__ import annotations

from sla_dsl.evaluation.tree import Tree
from sla_dsl.evaluation.using import load_policy
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.assumed import assumption_lines, general_numbers, numbers_of_nodes
from sla_dsl.faces.pictures.branches import Branch
from sla_dsl.faces.pictures.origins import Origins
from sla_dsl.faces.pictures.stretches import stretch_words, stretches
from tests.faces.running import POLICIES, policy, result, timeline


def _tree(name: str) -> Tree:
    return load_policy(POLICIES / name).require().tree


def _step(tree: Tree, op: str) -> int:
    return next(at for at, node in enumerate(tree.nodes) if node.op == op)


def test_assumptions_have_the_numbers_in_which_they_are_stated() -> None:
    for tree in (policy().tree, _tree("ecerium.sla"), _tree("ezcnam.sla")):
        for at, number in enumerate(numbers_of_nodes(tree)):
            assumption = tree.nodes[at].assumption
            assert (tree.stated[number - 1][1] if number else "") == (
                tree.assumptions[assumption] if assumption >= 0 else ""
            )


def test_every_assumption_is_carried_by_a_step_or_holds_throughout() -> None:
    for tree in (policy().tree, _tree("ecerium.sla"), _tree("ezcnam.sla")):
        carried = set(numbers_of_nodes(tree)) - {0}
        assert sorted(carried | set(general_numbers(tree))) == list(range(1, len(tree.stated) + 1))
        assert not carried & set(general_numbers(tree))


def test_assumptions_are_listed_in_order_and_once() -> None:
    lines = list(laid_out(assumption_lines(policy().tree, [2, 0, 1, 2]), None))
    assert lines == [
        "  [1]   the minute in which it began counts whole (§ 1)",
        "  [2]   only the announced window is excused (§ 2)",
    ]


def test_stretches_of_steps() -> None:
    period = result(timeline()).periods[0]
    told = [stretch_words(one, "Europe/Brussels") for one in stretches(period, _step(period.tree, "excuse"))]
    assert told == [
        "I-1, 2026-03-04 09:12 to 10:20:05 (1 hour 8 min 5 s)",
        "I-2, 2026-03-10 01:58 to 02:00 (2 min)",
        "I-2, 2026-03-10 02:00 to 04:00 (2 hours), taken out (§ 2)",
        "I-2, 2026-03-10 04:00 to 04:11:30 (11 min 30 s)",
    ]
    assert stretches(period, _step(period.tree, "round")) == []


def _all(branches: tuple[Branch, ...] | list[Branch]) -> list[Branch]:
    waiting, found = list(branches), []
    while waiting:
        branch = waiting.pop()
        found.append(branch)
        waiting.extend(branch.branches)
    return found


def test_each_origin_is_told_once() -> None:
    period = result(timeline()).periods[0]
    tree, origins = period.tree, Origins(period)
    results = (tree.measures, tree.guarantees, tree.credits)
    told = [branch.text for group in results for root in group for branch in _all(list(origins.below(root.node)))]
    assert len(told) == len(set(told))
    assert sum(1 for text in told if text.startswith("Announced Work is 2 hours: ")) == 1


def test_what_changed_nothing_is_passed_over_and_what_did_is_told() -> None:
    plain = timeline(tickets=[])
    apart = result(plain).periods[0]
    incidents = plain["incidents"]
    overlapping = [{**incidents[0], "id": "I-9", "start": "2026-03-04T09:00:00+01:00"}, *incidents]
    together = result(timeline(incidents=overlapping, tickets=[])).periods[0]
    for period, merged in ((apart, False), (together, True)):
        below = _all(list(Origins(period).below(period.tree.measures[0].node)))
        assert any(": overlaps are merged" in branch.text for branch in below) is merged
