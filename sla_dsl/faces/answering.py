"""From the arguments of `evaluate` and `explain` to an answer for each account, written one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.inputs import spare_inputs
from sla_dsl.faces.opening import INPUT_NAME, load_evidence, load_policy, mention, refuse
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.progress import counted, working
from sla_dsl.faces.saving import Output
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.evaluation.policy import Policy
    from sla_dsl.evaluation.result import Result
    from sla_dsl.evidence.json_lines import Reading
    from sla_dsl.evidence.opening import Evidence
    from sla_dsl.faces.layout import Line
    from sla_dsl.findings.finding import Finding


class Asked(NamedTuple):
    """What the command line asks for."""

    policy: str
    timeline: str
    periods: Sequence[str]
    zone: str | None
    output: str = STANDARD_INPUT


class Answer(NamedTuple):
    """The result for one account, or None and what refuses it."""

    account: str | None
    result: Result | None
    findings: Sequence[Finding]


class Picture(NamedTuple):
    """How answers are written: `one` where there is one account, `each` where there are many.

    For a refused account `each` gives what takes its place, `one` is not asked.
    """

    one: Callable[[Answer], str]
    each: Callable[[Answer], str]


def text_picture(lines_of: Callable[[Result], Iterable[Line]], output: str) -> Picture:
    """The answers as text; two blank lines stand between accounts."""
    from sla_dsl.faces.telling import told_text

    def one(answered: Answer) -> str:
        return "" if answered.result is None else told_text(lines_of(answered.result), output)

    return Picture(one, lambda answered: f"{one(answered)}\n\n" if answered.result is not None else "")


class Prepared(NamedTuple):
    """A policy and the evidence that it is to be evaluated on."""

    policy: Policy
    evidence: Evidence


def answer(asked: Asked, picture: Picture) -> Exit:
    """Evaluates and writes; everything that is refused is told on standard error, and the others are written."""
    prepared = prepare(asked)
    return prepared if isinstance(prepared, Exit) else _write(prepared, asked, picture)


def prepare(asked: Asked) -> Prepared | Exit:
    """What is to be evaluated; or how it ends where something is wrong with it, which is told on standard error."""
    if asked.policy == asked.timeline == STANDARD_INPUT:
        raise click.UsageError("Only one of POLICY and TIMELINE can come from standard input.")
    spare_inputs(asked.output, asked.policy, asked.timeline)
    policy, status = load_policy(asked.policy)
    if policy is None:
        return status
    _check_periods(policy, asked.periods)
    with working("Reading the timeline"):
        evidence = load_evidence(asked.timeline, asked.zone)
    if any(finding.severity == "error" for finding in evidence.findings):
        return refuse(evidence.findings, evidence.sources)
    mention(evidence.findings)
    return Prepared(policy, evidence)


def _check_periods(policy: Policy, periods: Sequence[str]) -> None:
    """A period that is none is a wrong use of the command, whatever the timeline holds."""
    from sla_dsl.evaluation.evaluating import asked_for

    _, findings = asked_for(tuple(periods), policy.tree.period)
    if findings:
        raise click.UsageError(" ".join(f"{finding.message} {finding.repair}" for finding in findings))


def _write(prepared: Prepared, asked: Asked, picture: Picture) -> Exit:
    evidence = prepared.evidence
    many = evidence.form == "lines" or len(list_of(evidence)) > 1
    status = Exit.DONE
    with Output(asked.output) as output:
        if many:
            output.keep()
        for answered in _watched(answers(prepared, asked), evidence, asked, many=many):
            status = max(status, told(answered, evidence))
            if many or answered.result is not None:
                output.write((picture.each if many else picture.one)(answered))
                output.keep()
    return status


def _watched(found: Iterator[Answer], evidence: Evidence, asked: Asked, *, many: bool) -> Iterator[Answer]:
    """The answers with a bar; where many of them go to the terminal, one sees them come."""
    if many and asked.output == STANDARD_INPUT and sys.stdout.isatty():
        return found
    return counted(found, "Evaluating", len(list_of(evidence)) or None)


def told(answered: Answer, evidence: Evidence) -> Exit:
    """Tells on standard error what refuses an account, or what is to be noted about it."""
    if answered.result is None:
        return refuse(answered.findings, evidence.sources)
    mention(answered.findings)
    return Exit.DONE


def list_of(evidence: Evidence) -> Sequence[Reading]:
    """The readings, where they are all there already; empty for lines, which are read one by one."""
    readings = evidence.readings
    return readings if isinstance(readings, (list, tuple)) else ()


def answers(prepared: Prepared, asked: Asked) -> Iterator[Answer]:
    """The answer for each account, in the order of the evidence."""
    from sla_dsl.evaluation.evaluating import evaluate

    policy, evidence = prepared
    for reading in evidence.readings:
        if reading.timeline is None:
            yield Answer(reading.account, None, reading.findings)
            continue
        result, findings = evaluate(policy.plan, reading.timeline, asked.periods)
        yield Answer(reading.account, result, [*reading.findings, *_named(findings, reading, evidence, asked)])


def _named(findings: Sequence[Finding], reading: Reading, evidence: Evidence, asked: Asked) -> Iterator[Finding]:
    """What the evaluation finds, with the name of the source: the evidence knew its own places only."""
    name = INPUT_NAME if asked.timeline == STANDARD_INPUT else asked.timeline
    line = f", line {reading.line}" if evidence.form == "lines" else ""
    for finding in findings:
        yield finding._replace(source=finding.source or f"{name}{line}")
