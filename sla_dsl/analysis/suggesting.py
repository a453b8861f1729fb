"""Examples that are missing: each is made up, evaluated, and expects what came out.

Whether what came out is right, nobody knows but the parties: whoever pastes an example into a policy says that it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from sla_dsl.analysis.attempts import Attempt, attempts
from sla_dsl.analysis.coverage import Coverage, Figure, Item, figures
from sla_dsl.analysis.making_up import changed
from sla_dsl.analysis.points import Kind, Point
from sla_dsl.analysis.tails import above, below
from sla_dsl.evaluation import evaluating
from sla_dsl.evaluation.compiling.composing import compose, example_text
from sla_dsl.evaluation.compiling.statements import Statement
from sla_dsl.evaluation.compiling.trying import Trial, try_example
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Root
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.records import NamedTuple

MOST_ATTEMPTS = 4_000
"""At most so many months are tried for the examples that are missing."""

TITLE = 80
"""A title of an example is cut to so many characters."""


class Suggestion(NamedTuple):
    """An example in the language, the clause under which it belongs ("" before the first), and what it reaches."""

    place: str
    text: str
    reaches: tuple[Item, ...]
    trial: Trial


class Tried(NamedTuple):
    """A month and what it came to."""

    timeline: Timeline
    result: PeriodResult


class Suggesting:
    """What is missing in a policy's examples, and what can be done about it."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.tree = coverage.study.tree

    @cached_property
    def _tried(self) -> tuple[Tried, ...]:
        found = islice(attempts(self.coverage.study), MOST_ATTEMPTS)
        return tuple([tried for tried in map(self._evaluated, found) if tried is not None])

    def _evaluated(self, attempt: Attempt) -> Tried | None:
        result, _ = evaluating.evaluate(self.coverage.study.policy.plan, attempt.timeline, (attempt.period,))
        return Tried(attempt.timeline, result.periods[0]) if result is not None else None

    @cached_property
    def missing(self) -> tuple[Item, ...]:
        """What no example reaches.  A whole sentence is reached with what it decides, or with the names it gives."""
        return tuple([item for item in self.coverage.items if not item.by and item.points])

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """An example for everything that is missing and can be reached; one may serve for several things.

        Whole sentences come last, for most are reached with what others decide.
        """
        found: list[Suggestion] = []
        missing = sorted(self.missing, key=lambda item: item.kind == "statement")
        while missing:
            made = self._for(missing[0], missing)
            missing = [item for item in missing[1:] if made is None or item not in made.reaches]
            if made is not None:
                found.append(made)
        return tuple(found)

    @cached_property
    def out_of_reach(self) -> tuple[Item, ...]:
        """What nothing that was tried reaches: what is missing still, were all the suggestions in the policy."""
        every = (*self.coverage.trials, *(suggestion.trial for suggestion in self.suggestions))
        return tuple([item for item in self.coverage.reached_by(every) if not item.by])

    @cached_property
    def figures(self) -> Mapping[Kind, Figure]:
        """The figure of each kind; what is out of reach is not counted."""
        out = {item.key for item in self.out_of_reach}
        return figures(item for item in self.coverage.items if item.key not in out)

    @property
    def figure(self) -> Figure:
        """The figure for everything."""
        each = self.figures.values()
        return Figure(sum(one.reached for one in each), sum(one.all for one in each))

    def _for(self, item: Item, missing: Sequence[Item]) -> Suggestion | None:
        """The first month that reaches it, as an example."""
        for point in item.points:
            for tried in self._tried:
                if point.shows(tried.result):
                    made = self._made(item, point, tried, missing)
                    if made is not None:
                        return made
        return None

    def _made(self, item: Item, point: Point, tried: Tried, missing: Sequence[Item]) -> Suggestion | None:
        """The example, if it reaches the thing when it is tried as any other example."""
        statement = self.coverage.statements[item.statement]
        for roots in self._looks(point):
            timeline = self._needed(tried.timeline, roots)
            again = self._evaluated(Attempt(tried.result.name, timeline))
            example = again and compose(_title(item, statement), timeline, again.result, roots)
            trial = try_example(example, self.coverage.bank, statement.place) if example else None
            if example and trial and self.coverage.reaches(trial, item):
                reached = [other for other in missing if self.coverage.reaches(trial, other)]
                return Suggestion(statement.place, example_text(example), tuple(reached), trial)
        return None

    def _looks(self, point: Point) -> Iterator[tuple[Root, ...]]:
        """Which results the example may expect: those nearest to what it is about; if that does not do, more."""
        tree = self.tree
        every = frozenset(range(len(tree.nodes)))
        after, before = (below(tree, (point.node,)), above(tree, (point.node,))) if point.node >= 0 else (every, every)
        measures = tuple(root for root in tree.measures if root.node in after)
        answers = tuple(root for root in (*tree.guarantees, *tree.credits, *tree.targets) if root.node in after)
        lengths = [root for root in tree.measures if tree.nodes[root.node].type in ("elapsed", "number")]
        measured = tuple(root for root in lengths if root.node in before)
        if measures:
            yield measures
        yield (*measured, *answers)
        yield (*measures, *measured, *answers)

    def _needed(self, timeline: Timeline, roots: Iterable[Root]) -> Timeline:
        """The timeline without lists on which none of these results depends."""
        ops = {self.tree.nodes[at].op for at in above(self.tree, [root.node for root in roots])}
        lists: dict[str, tuple[()]] = {}
        if "charge" not in ops:
            lists |= {"charges": (), "rates": ()}
        if "reported" not in ops:
            lists["reports"] = ()
        if "claimed" not in ops and "claimed_only" not in ops:
            lists["claims"] = ()
        return changed(timeline, **lists)


def _title(item: Item, statement: Statement) -> str:
    """What the example is called: what it is about, cut after a word, without quotes."""
    subject = statement.words or statement.place or "what stands before the first clause"
    words = {"row": f"the row: {item.words}", "statement": f"a result that depends on {subject}"}
    title = words.get(item.kind, item.words).replace('"', "'")
    return title if len(title) <= TITLE else title[:TITLE].rsplit(" ", 1)[0]


def together(suggestions: Sequence[Suggestion]) -> str:
    """The examples, clause by clause: what can be pasted under each clause, or all of it at the end of the policy."""
    by_place: dict[str, list[str]] = {}
    for suggestion in suggestions:
        by_place.setdefault(suggestion.place, []).append(suggestion.text)
    first = by_place.pop("", [])
    blocks = [*first, *(block for place, texts in by_place.items() for block in (place, *texts))]
    return "".join(f"{block}\n\n" for block in blocks).removesuffix("\n")
