"""Whole sentences as something to reach: those that have no sides of their own.

A definition is reached where a result depends on its steps, a declared name where an example gives something of that
name.  A sentence that makes no step (a calendar by which a deadline runs) is reached where one that uses it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from sla_dsl.analysis.points import Point, statement_of
from sla_dsl.analysis.showing import Shows
from sla_dsl.evaluation.compiling.statements import Statement
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Tree

WORDS = "a result depends on it"

ALL = -1
"""In the place of a step: every result depends on it."""


def sentence_points(tree: Tree, statements: Sequence[Statement], decided: frozenset[int]) -> Iterator[Point]:
    """What reaches each sentence; `decided` are the numbers of those that have sides, and are reached through them."""
    steps = steps_of(tree, statements)
    for number, statement in enumerate(statements):
        if not statement.computes or number in decided:
            continue
        for at, shows in _ways(statement, steps.get(number, ())):
            yield Point(number, "statement", WORDS, statement.span, at, shows)


def steps_of(tree: Tree, statements: Sequence[Statement]) -> Mapping[int, Sequence[int]]:
    """The steps that come from each sentence."""
    found: dict[int, list[int]] = {}
    for at, node in enumerate(tree.nodes):
        found.setdefault(statement_of(statements, node), []).append(at)
    return found


def _ways(statement: Statement, steps: Sequence[int]) -> Iterator[tuple[int, Shows]]:
    if statement.kind in _GIVEN:
        yield ALL, _given(_GIVEN[statement.kind], statement.defines)
    elif steps:
        yield from ((at, _something_happens) for at in steps)
    elif not statement.defines:
        yield ALL, _something_happens  # the time zone


def _something_happens(period: PeriodResult) -> bool:
    return bool(period.facts.incidents or period.facts.tickets)


def _given(test: Callable[[PeriodResult, str], bool], name: str) -> Shows:
    return lambda period: test(period, name)


def _on_service(period: PeriodResult, name: str) -> bool:
    timeline = period.facts.timeline
    return name in period.facts.services or any(window.service == name for window in timeline.maintenance or ())


def _because(period: PeriodResult, name: str) -> bool:
    return name in period.facts.causes


def _charged(period: PeriodResult, name: str) -> bool:
    return any(charge.what == name for charge in period.facts.timeline.charges or ())


def _of_priority(period: PeriodResult, name: str) -> bool:
    return any(ticket.priority == name for ticket in period.facts.timeline.tickets or ())


def _stepped(period: PeriodResult, name: str) -> bool:
    field = period.tree.recorded[name]
    return any(dict(ticket.steps).get(field) is not None for ticket in period.facts.timeline.tickets or ())


def _paused(period: PeriodResult, name: str) -> bool:
    state = period.tree.paused[name]
    return any(pause.state == state for pause in period.facts.timeline.pauses or ())


_GIVEN = {
    "service": _on_service,
    "cause": _because,
    "charge": _charged,
    "priority": _of_priority,
    "step": _stepped,
    "pause": _paused,
}
"""What an example must give so that a declared name means something in it."""


def by_name(statements: Sequence[Statement], reached: dict[int, tuple[str, ...]], unnamed: frozenset[int]) -> None:
    """Hands what reaches a sentence on to those whose names it uses and that can be reached in no other way."""
    defined = {s.defines: k for k, s in enumerate(statements) if s.defines and k in unnamed}
    pending = [number for number, by in reached.items() if by]
    while pending:
        user = pending.pop()
        for name in sorted(statements[user].uses):
            number = defined.get(name)
            if number is not None and not reached[number]:
                reached[number] = reached[user]
                pending.append(number)
