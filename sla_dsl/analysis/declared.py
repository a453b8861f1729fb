"""What two policies declare differently: names, settings, and terms from which no number follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sla_dsl.evaluation.tree import Tree
from sla_dsl.records import NamedTuple

KINDS = {
    "service": "service",
    "cause": "cause",
    "charge": "charge",
    "priority": "priority",
    "step": "step on tickets",
    "pause": "pause of tickets",
}
RESULTS = {"measures": "measure", "guarantees": "guarantee", "credits": "credit", "targets": "target"}


class Declared(NamedTuple):
    """What a thing of a kind is in each policy; None where it is not there.

    `term`: the two agree on something else here, though no number tells; `words` is then what it is about.
    """

    kind: str
    id: str
    old: str | None
    new: str | None
    term: bool = False
    words: str = ""


def declared(old: Tree, new: Tree) -> tuple[Declared, ...]:
    """Everything that is declared or settled in one policy and not so in the other."""
    return (*_settings(old, new), *_names(old, new), *_results(old, new), *_terms(old, new))


def _settings(old: Tree, new: Tree) -> Iterator[Declared]:
    if old.zone != new.zone:
        yield Declared("time zone", "", old.zone, new.zone)
    if old.period != new.period:
        yield Declared("period", "", old.period, new.period)


def _names(old: Tree, new: Tree) -> Iterator[Declared]:
    for kind, words in KINDS.items():
        yield from _alone(words, dict(old.names.get(kind, {})), dict(new.names.get(kind, {})))


def _results(old: Tree, new: Tree) -> Iterator[Declared]:
    for attribute, kind in RESULTS.items():
        mine, theirs = ({root.id: root.words for root in getattr(tree, attribute)} for tree in (old, new))
        yield from _alone(kind, mine, theirs)


def _alone(kind: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Declared]:
    for name in dict.fromkeys((*old, *new)):
        if (name in old) != (name in new):
            yield Declared(kind, name, old.get(name), new.get(name))


def _terms(old: Tree, new: Tree) -> Iterator[Declared]:
    mine, theirs = _how_paid(old), _how_paid(new)
    words = {root.id: root.words for root in old.credits}
    for name in sorted(mine.keys() & theirs.keys()):
        for kind, a, b in zip(
            ("how it is paid", "what a claim for it must name"), mine[name], theirs[name], strict=True
        ):
            if a != b:
                yield Declared(kind, name, a, b, True, words[name])


def _how_paid(tree: Tree) -> dict[str, tuple[str, str]]:
    """By credit, how it is paid and what a claim for it must name, in words."""
    found = {}
    naming = {node.params["naming"] for node in tree.nodes if node.op == "claimed" and node.params["naming"]}
    for root in tree.credits:
        found[root.id] = (_paid(_credit(tree, root.node).params), "; ".join(sorted(naming)))
    return found


def _credit(tree: Tree, at: int) -> Any:
    """The step that says how a credit is paid: where claims choose, the first of those it is made from."""
    node = tree.nodes[at]
    return node if node.op == "credit" else tree.nodes[node.inputs[0]]


def _paid(params: Any) -> str:
    if not params["paid_as"]:
        return "not said"
    only = "only " if params["only"] else ""
    chooser = {"": "", "not given": ", nobody says who chooses"}.get(
        params["chooser"], f", the {params['chooser']} chooses"
    )
    return f"{only}{' or '.join(params['paid_as'])}{chooser}"
