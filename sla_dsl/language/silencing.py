"""What a policy accepts of the findings about it: `accepting "CODE", because "…"` at the end of a sentence.

It answers for the warnings and notes of that code whose words stand in the sentence, or that speak of words there.
A heading belongs to the first sentence below it, and what is said of the policy as a whole to its first sentence.
An error is never accepted, and neither is a note on what the policy says itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sla_dsl.findings.finding import Finding, Span, in_order
from sla_dsl.language import codes
from sla_dsl.language import silencing_mistakes as mistakes
from sla_dsl.language.nodes import Accepting, PolicyFile
from sla_dsl.language.suggesting import nearest
from sla_dsl.records import NamedTuple

_NEVER = {*codes.NOTES, *codes.SILENCING}
_WHOLE = Span(0, 0)
"""Where a finding stands that has no place in the text."""


class Acceptance(NamedTuple):
    """Words that accept a code, and the stretch of the text that they answer for."""

    accepting: Accepting
    reach: Span
    counts: bool
    """Whether the sentence counts: one that is set aside may accept what is not found."""


def accepted(findings: Iterable[Finding], file: PolicyFile | None) -> tuple[Finding, ...]:
    """The findings in order of place; each that the policy accepts says why."""
    by_code: dict[str, list[Acceptance]] = {}
    for acceptance in _acceptances(file):
        by_code.setdefault(acceptance.accepting.code, []).append(acceptance)
    return in_order([_marked(finding, by_code) for finding in findings])


def silenced(
    findings: Iterable[Finding], file: PolicyFile | None, known: Collection[str], *, complete: bool
) -> tuple[Finding, ...]:
    """The same, with what is wrong about the acceptances themselves.

    `known` are the codes of all findings that there are.  Unless all that can be found was looked for
    (`complete`), nobody knows what accepts nothing.
    """
    told = accepted(findings, file)
    acceptances = tuple(_acceptances(file))
    return in_order([*told, *_useless(acceptances, told, known, complete)])


def _acceptances(file: PolicyFile | None) -> Iterator[Acceptance]:
    end = 0
    for sentence in file.sentences if file else ():
        reach = Span(end, sentence.span.end)
        yield from (Acceptance(it, reach, not sentence.set_aside) for it in sentence.accepting)
        end = sentence.span.end


def _marked(finding: Finding, by_code: Mapping[str, Sequence[Acceptance]]) -> Finding:
    if finding.severity == "error" or finding.code in _NEVER:
        return finding
    accepting = (it.accepting for it in by_code.get(finding.code, ()) if _answers(it, finding))
    found = next(accepting, None)
    return finding._replace(accepted=found.because) if found else finding


def _answers(acceptance: Acceptance, finding: Finding) -> bool:
    """Whether the finding, or another place that it speaks of, lies where the acceptance answers for it."""
    start, end = acceptance.reach
    places = [finding.span or _WHOLE, *(related.span for related in finding.related)]
    return finding.code == acceptance.accepting.code and any(start <= it.start and it.end <= end for it in places)


def _useless(
    acceptances: Sequence[Acceptance], findings: Sequence[Finding], known: Collection[str], complete: bool
) -> Iterator[Finding]:
    """What each acceptance is good for that accepts nothing."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    first: dict[tuple[Span, str], Accepting] = {}
    for acceptance in acceptances:
        accepting, reach = acceptance.accepting, acceptance.reach
        met = [it for it in by_code.get(accepting.code, ()) if _answers(acceptance, it)]
        before = first.setdefault((reach, accepting.code), accepting)
        if accepting.code not in known:
            yield mistakes.unknown_code(accepting, _meant(accepting.code, known))
        elif accepting.code in _NEVER:
            yield mistakes.accepts_a_statement(accepting)
        elif before is not accepting:
            yield mistakes.accepts_twice(accepting, before)
        elif acceptance.counts and not any(it.accepted for it in met):
            yield from _in_vain(accepting, met, complete)


def _meant(code: str, known: Collection[str]) -> str:
    """The code that is most like this one, or of which it is a part."""
    return nearest(code, known) or next((it for it in sorted(known) if code and code in it), "")


def _in_vain(accepting: Accepting, met: Sequence[Finding], complete: bool) -> Iterator[Finding]:
    """What is said where no finding is accepted: those that are met are errors."""
    if met:
        yield mistakes.accepts_an_error(accepting, met[0])
    elif complete:
        yield mistakes.accepts_nothing(accepting)
