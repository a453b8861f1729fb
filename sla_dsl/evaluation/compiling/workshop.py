"""The bench on which a tree is put together: nodes are added in order and pointed to by their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from sla_dsl.evaluation.compiling.named_sets import with_maintenance
from sla_dsl.evaluation.tree import Node
from sla_dsl.findings.finding import Span
from sla_dsl.language.agreement import Agreement, identifier
from sla_dsl.language.nodes import Sentence
from sla_dsl.language.places import place_words
from sla_dsl.language.quantities import Quantity


class Workshop:
    """Collects the nodes, clauses and assumptions of one tree while it is compiled."""

    def __init__(self, agreement: Agreement, known_values: Mapping[str, Quantity]) -> None:
        self.agreement = agreement
        self.known = known_values
        self.nodes: list[Node] = []
        self.clauses: list[str] = []
        self.assumptions: list[str] = []
        self.made: dict[Any, int] = {}

    @cached_property
    def with_maintenance(self) -> frozenset[str]:
        """The named sets of time that maintenance is part of."""
        return with_maintenance(self.agreement)

    def add(
        self,
        op: str,
        inputs: Sequence[int],
        type_: str,
        sentence: Sentence,
        params: Mapping[str, Any] | None = None,
        *,
        name: str = "",
        span: Span | None = None,
    ) -> int:
        """A new node that comes from `sentence`; gives its place."""
        at = span or sentence.body.span
        node = Node(
            op,
            tuple(inputs),
            params or {},
            type_,
            name,
            self.clause(sentence),
            self.assumption(sentence),
            (at.start, at.end),
        )
        self.nodes.append(node)
        return len(self.nodes) - 1

    def named(self, at: int, name: str) -> int:
        """The node at this place, from now on called `name` (a copy if it has a name already)."""
        if self.nodes[at].name:
            return at
        self.nodes[at] = self.nodes[at]._replace(name=name)
        return at

    def clause(self, sentence: Sentence) -> int:
        """The index of the sentence's clause, -1 for one before the first clause."""
        return -1 if sentence.place is None else _index(self.clauses, place_words(sentence.place))

    def assumption(self, sentence: Sentence) -> int:
        """The index of the sentence's assumption, -1 for none."""
        return _index(self.assumptions, sentence.assuming) if sentence.assuming else -1

    def type_of(self, at: int) -> str:
        """The type of the node at this place."""
        return self.nodes[at].type


def _index(texts: list[str], text: str) -> int:
    if text not in texts:
        texts.append(text)
    return texts.index(text)


def number_text(value: int | Fraction) -> str:
    """A number as a compiled policy writes it: `3/4`, or `12`."""
    return str(Fraction(value))


def known(name: str) -> str:
    """The identifier of a name."""
    return identifier(name)
