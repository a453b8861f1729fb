"""The evaluation tree of a policy: its steps in working order, grouped by the result that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.details import literal_words, row_words
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.tree import Tree
from sla_dsl.faces.layout import BLANK, Line
from sla_dsl.faces.pictures.assumed import assumption_lines, general_numbers, numbers_of_nodes
from sla_dsl.faces.pictures.steps import clause_of
from sla_dsl.findings.wording import listed
from sla_dsl.records import NamedTuple

_GIVES = {
    "set": "a set of time",
    "family": "incidents",
    "outages": "outages",
    "counted": "what is left of each incident",
    "elapsed": "a length of time",
    "ratio": "a share",
    "number": "a number",
    "money": "an amount of money",
    "truth": "yes or no",
    "claim": "how the claim stands",
    "guarantee": "whether the promise was kept",
    "credit": "what is due",
    "target": "how each ticket stands",
    "ledger": "a part for each instant",
    "books": "what became of each incident",
    "events": "an instant for each incident",
}


class Group(NamedTuple):
    """A result, and the steps that lead to it and that no group before it has."""

    title: str
    steps: Sequence[int]


def tree_lines(tree: Tree) -> Iterator[Line]:
    """The whole tree; fixed figures stand in the words of the steps that read them, and are no steps of their own."""
    groups = groups_of(tree)
    numbers = {at: number for number, at in enumerate((at for group in groups for at in group.steps), start=1)}
    assumed = numbers_of_nodes(tree)
    yield Line(tree.title)
    yield Line(f"For each calendar {tree.period}, in the time zone {tree.zone}")
    for group in groups:
        yield from (BLANK, Line(group.title), BLANK)
        for at in group.steps:
            yield from _step(tree, at, numbers, assumed)
    yield from _silent(tree)
    if tree.stated:
        yield from (BLANK, Line("What is assumed"), BLANK)
        yield from assumption_lines(tree, {*assumed, *general_numbers(tree)})


def groups_of(tree: Tree) -> list[Group]:
    """The groups in working order: measures with their ledgers, promises, credits, targets, and what else there is."""
    taken: set[int] = set()

    def group(title: str, roots: Iterable[int]) -> Group:
        return Group(title, _new_steps(tree, roots, taken))

    ledgers = {root.id: root.node for root in tree.ledgers}
    groups = [
        group(root.words, [root.node, *((ledgers[root.id],) if root.id in ledgers else ())])
        for root in sorted(tree.measures, key=lambda root: root.node)
    ]
    groups += [group(f"The time of {root.words}", [root.node]) for root in tree.ledgers]
    groups += [group(f"The guarantee of {root.words}", [root.node]) for root in tree.guarantees]
    groups += [group(root.words, [root.node]) for root in tree.credits]
    groups.append(group("Support targets", [root.node for root in tree.targets]))
    groups.append(group("Steps that no result reads", range(len(tree.nodes))))
    return [one for one in groups if one.steps]


def _new_steps(tree: Tree, roots: Iterable[int], taken: set[int]) -> list[int]:
    """What leads to the roots and is not taken yet, in working order; now it is taken."""
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        at = waiting.pop()
        if at not in taken and at not in found and tree.nodes[at].op not in ("literal", "always"):
            found.add(at)
            waiting.extend(tree.nodes[at].inputs)
    taken.update(found)
    return sorted(found)


def _step(tree: Tree, at: int, numbers: Mapping[int, int], assumed: Sequence[int]) -> Iterator[Line]:
    """A step: its number, its name and what it does; below it what it gives, what it reads, its clause."""
    node = tree.nodes[at]
    width = len(str(len(numbers)))
    margin = " " * (width + 4)
    label = _label(tree, numbers)
    words, rows = describe(tree, at, label), list[str]()
    if node.op == "table":
        words, _, _ = words.partition(": ")
        rows = row_words(node, [label(k) for k in node.inputs[1:]])
    elif words == node.op:
        words = OPERATIONS[node.op].meaning
    named = f"{node.name}: {words}" if node.name and not words.startswith(node.name) else words
    yield Line(named, f"  {numbers[at]:>{width}}  ", margin)
    yield from (Line(row, f"{margin}  ", f"{margin}    ") for row in rows)
    yield Line(_remarks(tree, at, numbers), margin, margin, (assumed[at],))


def _label(tree: Tree, numbers: Mapping[int, int]) -> Callable[[int], str]:
    def label(k: int) -> str:
        node = tree.nodes[k]
        if node.op == "literal":
            return literal_words(node)
        return node.name or (f"step {numbers[k]}" if k in numbers else "all time")

    return label


def _remarks(tree: Tree, at: int, numbers: Mapping[int, int]) -> str:
    node = tree.nodes[at]
    read = [str(number) for number in sorted({numbers[k] for k in node.inputs if k in numbers})]
    parts = [f"from step{'s' if len(read) > 1 else ''} {listed(read, 'and')}"] if read else []
    parts.append(f"gives {_GIVES.get(node.type, node.type)}")
    parts += [clause_of(tree, at)] if node.clause >= 0 else []
    return "; ".join(parts)


def _silent(tree: Tree) -> Iterator[Line]:
    """The clauses of which nothing is computed."""
    if tree.nothing:
        yield from (BLANK, Line("Clauses of which nothing is computed"), BLANK)
        for clause, because in tree.nothing:
            yield Line(f"{clause}: {because}" if clause else because, "  ", "    ")
