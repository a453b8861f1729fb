"""Everything that is found in one policy: by reading it, by the analyses, and in what it accepts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_dsl.faces.opening import Opened
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.analysis.shown import Shown
    from sla_dsl.evaluation.policy import Reading
    from sla_dsl.findings.finding import Finding
    from sla_dsl.findings.source import Source


class Checked(NamedTuple):
    """The findings about a policy in order of place, its text, and the cases that show what is found."""

    findings: tuple[Finding, ...]
    source: Source
    shown: tuple[Shown, ...] = ()


def check_policy(opened: Opened) -> Checked:
    """All findings; each that the policy accepts says why."""
    source = opened.source()
    if opened.data is None:
        return Checked(opened.findings, source)
    from sla_dsl.evaluation.policy import read_sentences
    from sla_dsl.faces.codes import checking_codes
    from sla_dsl.findings.finding import in_order
    from sla_dsl.language.silencing import silenced

    reading = read_sentences(opened.data, opened.name)
    found, shown = _with_analyses(reading, opened)
    file = reading.read.file if reading.read is not None else None
    told = silenced(found, file, checking_codes(), complete=reading.policy is not None)
    placed = in_order([finding._replace(source=finding.source or opened.name) for finding in told])
    return Checked(placed, source, shown)


def _with_analyses(reading: Reading, opened: Opened) -> tuple[tuple[Finding, ...], tuple[Shown, ...]]:
    """What reading, the examples and the analyses find; in a compiled policy there are no words to underline."""
    from sla_dsl.analysis.checking import joined, shown, with_cases

    text = "" if opened.is_compiled() else opened.source().text
    if reading.policy is None:
        claims = with_cases(text, reading.findings)
        return tuple([claim.finding for claim in claims]), claims
    claims = shown(reading.policy, text, opened.name)
    findings = [claim.finding for claim in claims]
    if opened.is_compiled():
        findings = [finding._replace(span=None, related=()) for finding in findings]
    return joined((*reading.findings, *_contradicted(reading)), findings), claims


def _contradicted(reading: Reading) -> tuple[Finding, ...]:
    from sla_dsl.evaluation.compiling.examples import contradictions

    return contradictions(reading.read, reading.policy) if reading.read is not None else ()
