"""What the examples of a policy reach: each sentence, its sides, the rows of its tables, their edges.

An example reaches a thing if the thing shows in it *and* a result that the example expects depends on it.  Examples
that do not agree reach nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sla_dsl.analysis.nearness import edge_points
from sla_dsl.analysis.points import Kind, Point, points
from sla_dsl.analysis.sentences import WORDS, by_name, sentence_points
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.tails import above
from sla_dsl.evaluation.compiling.reading import Read
from sla_dsl.evaluation.compiling.statements import Statement, statements
from sla_dsl.evaluation.compiling.trying import Bank, Trial, bank_of, trials
from sla_dsl.findings.finding import Span
from sla_dsl.records import NamedTuple

KINDS: tuple[Kind, ...] = ("statement", "side", "row", "edge")


class Item(NamedTuple):
    """One thing to reach: what shows that it is reached, and the titles of the examples that do reach it."""

    statement: int
    kind: Kind
    words: str
    span: Span
    points: tuple[Point, ...]
    by: tuple[str, ...]

    @property
    def key(self) -> tuple[int, str, str]:
        """What tells it from others."""
        return self.statement, self.kind, self.words


class Coverage:
    """A policy under study together with its examples."""

    def __init__(self, read: Read, text: str) -> None:
        self.bank: Bank = bank_of(read)
        self.study = Study(self.bank.policy, text)
        self.statements: tuple[Statement, ...] = statements(read)
        self.trials: tuple[Trial, ...] = trials(read, self.bank)
        self.differing = len(read.agreement.examples if read.agreement else ()) - len(self.trials)
        self._leads: dict[tuple[int, ...], frozenset[int]] = {}

    @cached_property
    def _deciding(self) -> list[Point]:
        return [*points(self.study.tree, self.statements), *edge_points(self.study, self.statements)]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything there is to reach, in the order of the policy, with the examples that reach it."""
        return self.reached_by(self.trials)

    def reached_by(self, tried: Sequence[Trial]) -> tuple[Item, ...]:
        """The same, with these examples."""
        deciding = self._items(self._deciding, tried)
        found = [*self._sentences(deciding, tried), *deciding]
        return tuple(sorted(found, key=lambda item: (item.statement, KINDS.index(item.kind))))

    def _items(self, found: Iterable[Point], tried: Sequence[Trial]) -> list[Item]:
        """Points that say the same of one sentence are one thing: a credit may be worked out in several ways."""
        same: dict[tuple[int, Kind, str], list[Point]] = {}
        for point in found:
            same.setdefault((point.statement, point.kind, point.words), []).append(point)
        items = [Item(*key, group[0].span, tuple(group), ()) for key, group in same.items()]
        return [item._replace(by=tuple([t.title for t in tried if self.reaches(t, item)])) for item in items]

    def reaches(self, trial: Trial, item: Item) -> bool:
        """Whether the example reaches the thing."""
        leads = self.leads(trial.looked_at)
        return any(point.is_led_to(leads) and point.shows(trial.result) for point in item.points)

    def leads(self, looked_at: tuple[int, ...]) -> frozenset[int]:
        """The steps on which these results depend."""
        if looked_at not in self._leads:
            self._leads[looked_at] = above(self.study.tree, looked_at)
        return self._leads[looked_at]

    def _sentences(self, deciding: Sequence[Item], tried: Sequence[Trial]) -> list[Item]:
        """Each sentence that computes something: reached through its sides, its steps, or who uses its name."""
        decided = frozenset(item.statement for item in deciding)
        own = self._items(sentence_points(self.study.tree, self.statements, decided), tried)
        shown = {item.statement: item for item in own}
        numbers = [number for number, statement in enumerate(self.statements) if statement.computes]
        reached = {number: _by_all(number, (*deciding, *own)) for number in numbers}
        by_name(self.statements, reached, frozenset(numbers) - decided - set(shown))
        return [
            Item(
                number,
                "statement",
                WORDS,
                self.statements[number].span,
                shown[number].points if number in shown else (),
                reached[number],
            )
            for number in numbers
        ]


def _by_all(number: int, items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(title for item in items if item.statement == number for title in item.by))


class Figure(NamedTuple):
    """So many of so many."""

    reached: int
    all: int

    @property
    def percent(self) -> int:
        """In whole percent, cut: a hundred only where everything is reached."""
        return 100 * self.reached // self.all if self.all else 100


def figures(items: Iterable[Item]) -> Mapping[Kind, Figure]:
    """The figure of each kind."""
    found: dict[Kind, Figure] = {kind: Figure(0, 0) for kind in KINDS}
    for item in items:
        reached, every = found[item.kind]
        found[item.kind] = Figure(reached + bool(item.by), every + 1)
    return found
