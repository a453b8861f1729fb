"""Everything that is found in one policy: by reading it, by the analyses, and in what it accepts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_dsl.faces.opening import Opened
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.evaluation.policy import Policy
    from sla_dsl.findings.finding import Finding
    from sla_dsl.findings.source import Source


class Checked(NamedTuple):
    """The findings about a policy in order of place, and its text."""

    findings: tuple[Finding, ...]
    source: Source


def check_policy(opened: Opened) -> Checked:
    """All findings; each that the policy accepts says why."""
    source = opened.source()
    if opened.data is None:
        return Checked(opened.findings, source)
    from sla_dsl.evaluation.policy import read_sentences
    from sla_dsl.faces.codes import checking_codes
    from sla_dsl.findings.finding import in_order
    from sla_dsl.language.silencing import silenced

    policy, read, file = read_sentences(opened.data, opened.name)
    analysed = _analysed(policy, opened) if policy is not None else ()
    told = silenced((*read, *analysed), file, checking_codes(), complete=policy is not None)
    return Checked(in_order([finding._replace(source=finding.source or opened.name) for finding in told]), source)


def _analysed(policy: Policy, opened: Opened) -> tuple[Finding, ...]:
    """What the analyses find; in a compiled policy there are no words to underline."""
    from sla_dsl.analysis.checking import analysed

    if not opened.is_compiled():
        return analysed(policy, opened.source().text, opened.name)
    return tuple(finding._replace(span=None, related=()) for finding in analysed(policy, "", opened.name))
