"""What there is to reach in a policy: its sentences, the sides of each, and the rows of its tables.

A sentence that decides something has sides: a promise is kept or missed, a limit binds or does not, an outage is
long enough or too short.  A side is reached by an example in which it shows, if the example expects a result that
depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from sla_dsl.analysis.showing import Shows
from sla_dsl.analysis.sides import label, sides
from sla_dsl.analysis.sides_of_incidents import excluded_sides
from sla_dsl.evaluation.bounds import look_up
from sla_dsl.evaluation.compiling.statements import Statement
from sla_dsl.evaluation.details import row_words
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.steps_of_rules import rows_of
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.findings.finding import Span
from sla_dsl.records import NamedTuple
from sla_dsl.values.unknown import Between

Kind = Literal["statement", "side", "row", "edge"]


class Point(NamedTuple):
    """One thing to reach: the sentence it belongs to (its number), what it is in words, and which words it is about.

    `node`: a result must depend on it.  `shows` says whether it shows in a period.
    """

    statement: int
    kind: Kind
    words: str
    span: Span
    node: int
    shows: Shows

    def is_led_to(self, leads: frozenset[int]) -> bool:
        """Whether a result that depends on these steps depends on this; -1 is for what every result depends on."""
        return self.node in leads or (self.node < 0 and bool(leads))


def statement_of(statements: Sequence[Statement], node: Node) -> int:
    """The number of the sentence that a step comes from; -1 for none."""
    start, end = node.span
    return next((k for k, s in enumerate(statements) if s.span.start <= start < end <= s.span.end), -1)


def points(tree: Tree, statements: Sequence[Statement]) -> Iterator[Point]:
    """The sides of every sentence and the rows of every table, in the order of the steps that show them."""
    for at, node in enumerate(tree.nodes):
        number = statement_of(statements, node)
        if number < 0:
            continue
        asked = _asked(tree, at)
        for words, shows in sides(tree, at):
            yield Point(number, "side", words, Span(*node.span), at, asked(shows))
        if node.op == "table":
            yield from _rows(tree, at, number)
    for number, statement in enumerate(statements):
        for exclusion in statement.exclusions:
            for words, shows in excluded_sides(tree, exclusion):
                yield Point(number, "side", words, statement.span, exclusion.node, shows)


def _asked(tree: Tree, at: int) -> Callable[[Shows], Shows]:
    """A condition of a credit alone shows only where there is a credit that it decides on."""
    readers = [k for k, node in enumerate(tree.nodes) if at in node.inputs]
    if tree.nodes[at].type not in ("truth", "claim") or not readers:
        return lambda shows: shows
    if any(tree.nodes[k].type != "credit" for k in readers):
        return lambda shows: shows
    return lambda shows: lambda period: shows(period) and any(_at_stake(period, k) for k in readers)


def _at_stake(period: PeriodResult, credit: int) -> bool:
    return period.trace.values[credit].status in ("due", "claimable", "not_eligible")


def _rows(tree: Tree, at: int, number: int) -> Iterator[Point]:
    node = tree.nodes[at]
    cells = [label(tree, k) for k in node.inputs[1:]]
    ends = 0
    for row, words in enumerate(row_words(node, cells)):
        first = node.inputs[1 + ends]
        ends += len(node.params["rows"][row]) + 1
        span = Span(tree.nodes[first].span[0], tree.nodes[node.inputs[ends]].span[1])
        yield Point(number, "row", words, span, at, _applies(node, row))


def _applies(node: Node, row: int) -> Shows:
    def shows(period: PeriodResult) -> bool:
        value, *cells = [period.trace.values[k] for k in node.inputs]
        if any(isinstance(one, Between) for one in (value, *cells)):
            return False
        return look_up(value, rows_of(node, cells), node.params["pick"] == "last").row == row

    return shows
