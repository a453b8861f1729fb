"""`sla tree`: the steps of a policy in working order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.using import load_policy
from sla_dsl.faces.pictures.tree_of_policy import groups_of
from tests.faces.running import POLICIES, assert_golden, printed, sla

SHIPPED = ("ecerium.sla", "ezcnam.sla")


def test_the_whole_tree() -> None:
    assert_golden("tree.txt", printed("tree", "mail.sla"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_step_is_printed_once_and_after_what_it_reads(name: str) -> None:
    tree = load_policy(POLICIES / name).require().tree
    order = [at for group in groups_of(tree) for at in group.steps]
    told = [at for at, node in enumerate(tree.nodes) if node.op not in ("literal", "always")]
    assert sorted(order) == told
    places = {at: place for place, at in enumerate(order)}
    for at in order:
        assert all(places[k] < places[at] for k in tree.nodes[at].inputs if k in places)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_line_says_an_operation_by_its_name_in_the_program(name: str) -> None:
    steps, _, _ = printed("tree", str(POLICIES / name)).partition("What is assumed")
    for operation in OPERATIONS:
        assert not re.search(rf"(?m)^ *\d+  {operation}$", steps), operation
        assert "_" not in operation or operation not in steps


@pytest.mark.parametrize("name", SHIPPED)
def test_steps_read_steps_with_smaller_numbers(name: str) -> None:
    number = 0
    for line in printed("tree", str(POLICIES / name)).splitlines():
        begun = re.match(r" {1,6}(\d+)  ", line)
        number = int(begun[1]) if begun else number
        read = re.match(r" +from steps? ([\d, and]+);", line)
        assert not read or all(int(one) < number for one in re.findall(r"\d+", read[1]))
    assert number > 20


@pytest.mark.parametrize("name", SHIPPED)
def test_groups_and_assumptions_are_listed(name: str) -> None:
    text = printed("tree", str(POLICIES / name))
    titles = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert titles[2:4] == ["Downtime", "Uptime"]
    assert titles[-1] == "What is assumed"
    assert "Steps that no result reads" not in titles
    assert len(re.findall(r"(?m)^  \[\d+\] ", text)) == len(load_policy(POLICIES / name).require().tree.stated)


def test_a_compiled_policy_has_the_same_tree(tmp_path: Path) -> None:
    compiled = str(tmp_path / "mail.json")
    printed("compile", "mail.sla", "-o", compiled)
    assert printed("tree", compiled) == printed("tree", "mail.sla")


def test_a_policy_with_errors_has_none() -> None:
    done = sla("tree", "-", given="Agreement.")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "standard input:1:" in done.stderr
