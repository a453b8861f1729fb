"""What became of one incident: what each step of the evaluation made of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import click

from sla_dsl.evaluation.reasons_of_incidents import incident_reasons
from sla_dsl.evaluation.result import PeriodResult, Result
from sla_dsl.evidence.wording import NEAR
from sla_dsl.faces.layout import BLANK, Line
from sla_dsl.faces.pictures.branches import Branch, drawn
from sla_dsl.faces.pictures.explained import period_heading
from sla_dsl.faces.pictures.happened import incident_words, source_words, when_words
from sla_dsl.faces.pictures.report import heading
from sla_dsl.faces.pictures.steps import SETS, assumption_of, step_sentence
from sla_dsl.faces.pictures.stretches import Stretch, stretch_words, stretches
from sla_dsl.findings.nearness import most_like

_NOT_TOLD = frozenset(("always", "period", "hours", "separate", "flatten", "within"))


def incident_explained(result: Result, name: str) -> Iterator[Line]:
    """The incident in each period that it touches."""
    number = result.facts.numbers.get(name)
    if number is None:
        where = f"in the timeline of {result.account}"
        raise click.UsageError(f"There is no incident {name!r} {where}.{_near(result, name)}")
    yield from heading(result)
    touched = [period for period in result.periods if number in period.fates]
    for period in touched or result.periods[:1]:
        yield from (BLANK, Line(period_heading(period)), BLANK)
        yield from drawn(_incident_tree(period, number), set())


def _near(result: Result, name: str) -> str:
    near = most_like(name, islice(result.facts.numbers, 1_000), NEAR)
    return f" Did you mean {near!r}?" if near else ""


def _incident_tree(period: PeriodResult, number: int) -> Branch:
    reasons = [Branch(f"so {reason}") for reason in incident_reasons(period, number)]
    steps = [branch for at in range(len(period.tree.nodes)) for branch in _step(period, at, number)]
    recorded = source_words(period, "incidents", period.facts.incidents[number].id)
    notes = (when_words(period, number), *recorded)
    return Branch(incident_words(period, number), "", notes, (*steps, *reasons))


def _step(period: PeriodResult, at: int, number: int) -> Iterator[Branch]:
    """The step, if it is one on sets of time in which the incident is found."""
    node = period.tree.nodes[at]
    if node.type not in SETS or node.op in _NOT_TOLD:
        return
    found = [one for one in stretches(period, at) if _concerns(period, one, number)]
    if found:
        name = f"{node.name}: " if node.name else ""
        words = f"{name}{step_sentence(period, at)}"
        notes = [stretch_words(one, period.tree.zone) for one in found]
        yield Branch(words, assumption_of(period.tree, at), notes)


def _concerns(period: PeriodResult, stretch: Stretch, number: int) -> bool:
    """Whether the stretch is the incident's, or, if it is nobody's, lies at the same time."""
    facts = period.facts
    if stretch.incident:
        return facts.numbers[stretch.incident] == number
    return stretch.start < facts.ends[number] and stretch.end > facts.starts[number]
