"""Examples tried: what each came to, and at which results it looks.

A result that an example does not expect is not tested by it, however surely it was worked out; and an example that
does not come out as it expects tests nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_dsl.evaluation import evaluating
from sla_dsl.evaluation.compiling.examples import known_values
from sla_dsl.evaluation.compiling.expected import Bench, differences
from sla_dsl.evaluation.compiling.given import Scene, scene_of, timeline_of
from sla_dsl.evaluation.compiling.possible import impossible
from sla_dsl.evaluation.compiling.reading import Read
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree
from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.places import place_words
from sla_dsl.language.quantities import Quantity
from sla_dsl.records import NamedTuple


class Trial(NamedTuple):
    """An example that agrees: its title, its clause ("" before the first), its words, and what it came to.

    `looked_at` are the nodes whose values it expects.
    """

    title: str
    place: str
    span: Span
    looked_at: tuple[int, ...]
    result: PeriodResult


class Bank(NamedTuple):
    """What every example of a policy is tried with."""

    policy: Policy
    scene: Scene
    known: Mapping[str, Quantity]


def bank_of(read: Read) -> Bank:
    """The bank of a policy that passed every check."""
    assert read.agreement is not None
    assert read.tree is not None
    return Bank(Policy(read.tree), scene_of(read.agreement, read.tree), known_values(read.agreement))


def trials(read: Read, bank: Bank) -> tuple[Trial, ...]:
    """The examples of the policy that agree, in its order."""
    assert read.agreement is not None
    found = [_tried(sentence, bank) for sentence in read.agreement.examples]
    return tuple(trial for trial in found if trial is not None)


def _tried(sentence: n.Sentence, bank: Bank) -> Trial | None:
    assert isinstance(sentence.body, n.Example)
    return try_example(sentence.body, bank, place_words(sentence.place) if sentence.place else "")


def try_example(example: n.Example, bank: Bank, place: str) -> Trial | None:
    """What the example comes to; None where it could not be run, or does not agree."""
    if impossible(example, bank.scene):
        return None
    timeline = timeline_of(example, bank.scene)
    result, _ = evaluating.evaluate(bank.policy.plan, timeline, (example.period,))
    if result is None:
        return None
    period = result.periods[0]
    bench = Bench(period, bank.known)
    if any(True for expect in example.expect for _ in differences(expect, bench)):
        return None
    looked_at = tuple(dict.fromkeys(at for expect in example.expect for at in _nodes(bank.policy.tree, expect)))
    return Trial(example.title, place, example.span, looked_at, period)


def _nodes(tree: Tree, expect: n.Expect) -> Iterator[int]:
    """The nodes that an expectation looks at: of a credit the rate alone, where that is all it expects."""
    key = identifier(expect.name.text)
    for root in (*tree.measures, *tree.guarantees, *tree.targets):
        if root.id == key and not (isinstance(expect, n.ExpectValue) and root in tree.guarantees):
            yield root.node
    for root in tree.credits:
        if root.id == key:
            yield rate_node(tree, root.node) if _is_rate(expect) else root.node


def _is_rate(expect: n.Expect) -> bool:
    return isinstance(expect, n.ExpectValue) and isinstance(expect.value, n.Percent)


def rate_node(tree: Tree, credit: int) -> int:
    """The node of a credit's rate; the credit itself, where it depends on the claim which rate that is."""
    node = tree.nodes[credit]
    return credit if node.op == "credit_by_claim" else node.inputs[0]
