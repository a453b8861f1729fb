"""Tables in which a worse month gives a smaller credit.

Agreements that mean it are rare, and rows or rates that were exchanged are not: so it is told.  Where it is meant, the
credit accepts the finding.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.language import band_mistakes as wrong
from sla_dsl.language import nodes as n
from sla_dsl.language.applying import Step, applying
from sla_dsl.language.bounding import is_empty, range_of
from sla_dsl.language.directions import LESS, MORE, Directions, Worse, direction_of
from sla_dsl.language.gathering import counting_sentences
from sla_dsl.language.weighing import Known, weigh
from sla_dsl.records import NamedTuple


class Turn(NamedTuple):
    """The row that turns and the row before it; `falls`: the credit falls there."""

    row: Step
    before: Step
    falls: bool


def turns(file: n.PolicyFile, known: Known, worse: Directions, told: Iterable[Finding]) -> list[Finding]:
    """The row of each table that turns; tables with a mistake that was `told` are left until it is mended."""
    mistakes = sorted(finding.span.start for finding in told if finding.span and is_error(finding))
    found = []
    for sentence in counting_sentences(file):
        if isinstance(sentence.body, n.Credit) and isinstance(sentence.body.rate, n.Table):
            following = bisect_left(mistakes, sentence.span.start)
            if all(mistake >= sentence.span.end for mistake in mistakes[following : following + 1]):
                found += _table(sentence.body.rate, known, worse)
    return found


def _table(table: n.Table, known: Known, worse: Directions) -> list[Finding]:
    steps = _steps(table, known)
    uncertain = table.pick == "last" and len(steps) < len(table.rows)  # such a row may go before any other
    if uncertain or any(is_empty(step.range) for step in steps):
        return []
    direction = direction_of(table.value, worse)
    turn = turn_of(steps, direction)
    if turn is None:
        return []
    row, before = ((step.span, step.gives or 0) for step in (turn.row, turn.before))
    if direction in (LESS, MORE):
        return [wrong.less_for_worse(row, before)]
    return [wrong.rates_turn(row, before, falls=turn.falls)]


def _steps(table: n.Table, known: Known) -> list[Step]:
    """The rows with fixed bounds."""
    found = []
    for row in table.rows:
        range = range_of(row.bounds, [weigh(bound.value, known)[0] for bound in row.bounds])
        if range is not None:
            found.append(Step(range, weigh(row.gives, known)[0].fixed, row.span))
    return found


def turn_of(rows: Sequence[Step], worse: Worse) -> Turn | None:
    """The first row, from the better months to the worse, that gives less than the one before it.

    Where nothing tells which months are worse, the rows may rise or fall; then it is the first that does the other
    thing than those before it, in the order in which they are written.
    """
    steps = [row for row in applying(rows) if row.gives is not None]
    if worse == LESS or (worse != MORE and steps and rows.index(steps[0]) > rows.index(steps[-1])):
        steps.reverse()
    turns = [Turn(row, before, falls) for before, row in pairwise(steps) if (falls := _falls(before, row)) is not None]
    usual = False if worse in (LESS, MORE) or not turns else turns[0].falls
    return next((turn for turn in turns if turn.falls != usual), None)


def _falls(before: Step, row: Step) -> bool | None:
    """Whether the row gives less; None where both give the same."""
    if before.gives is None or row.gives is None or before.gives == row.gives:
        return None
    return row.gives < before.gives
