"""Policies in which every sentence stands in a clause of its own, so that each node shows where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from sla_dsl.evaluation.tree import Node, Tree
from tests.evaluation.making import tree


class Policy(NamedTuple):
    """A policy's text, its tree, and its sentences in order; sentence `n` stands under `§ n`."""

    text: str
    tree: Tree
    sentences: tuple[str, ...]

    def node(self, op: str) -> Node:
        """The first node of an operation."""
        return next(n for n in self.tree.nodes if n.op == op)

    def nodes(self, op: str) -> list[Node]:
        return [n for n in self.tree.nodes if n.op == op]

    def before(self, node: Node, at: int = 0) -> Node:
        """An input of a node."""
        return self.tree.nodes[node.inputs[at]]

    def words(self, node: Node) -> str:
        """The words of the policy that a node comes from."""
        return " ".join(self.text[slice(*node.span)].split())

    def clause(self, node: Node) -> str:
        return self.tree.clauses[node.clause] if node.clause >= 0 else ""


HEAD = 'Agreement "Test".\n'
PRELUDE = (
    "The time zone is UTC",
    "The period is each calendar month",
    'Gateway is a service: "sending messages"',
    'Cloud is a service: "virtual machines"',
    'Failure is a cause: "a failure"',
    'Work is a cause: "planned work"',
    'Monthly Fee is a charge: "the fee"',
    'Urgent is a priority: "urgent"',
    'Reply is a step on tickets recorded as Replied: "an answer"',
    'Repair is a step on tickets recorded as Repaired: "a repair"',
    "Business means Monday to Friday from 09:00 to 17:00 holidays included",
)
DOWNTIME = "Downtime means the time in which Gateway is down because of Failure or Work"
UPTIME = "Uptime means 100 % minus Downtime divided by 30 days"
CREDIT = "Rebate is a credit on Monthly Fee, of 5 % for each started 30 min of Downtime"
ROUNDED = "Rebate is rounded to the nearest cent, halves up"
PROMISE = "The provider guarantees as Calm that Downtime is at most 1 hour"


def policy(*sentences: str, assuming: bool = False) -> Policy:
    """The sentences after the prelude, each in its clause, and with `assuming` on an assumption of its own."""
    every = (*PRELUDE, *sentences)
    text = HEAD
    for number, sentence in enumerate(every, 1):
        ending = f' assuming "a{number}"' if assuming else ""
        text += f"§ {number}\n{sentence}{ending}.\n"
    return Policy(text, tree(text), every)


def number_of(made: Policy, node: Node) -> int:
    """The number of the sentence in which the node's words stand."""
    start = 0
    for number, sentence in enumerate(made.sentences, 1):
        start = made.text.index(sentence, start)
        if start <= node.span[0] and node.span[1] <= start + len(sentence):
            return number
        start += len(sentence)
    return 0


def ops(*sentences: str) -> set[str]:
    """The operations that the sentences are made of."""
    return {n.op for n in policy(*sentences).tree.nodes}
