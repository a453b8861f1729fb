"""Findings as text: in full with the words underlined, or one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sla_dsl.faces.layout import BLANK, Line, Tinted, Tone, indented, pieced, tinted
from sla_dsl.faces.pictures.underlining import GUTTER, excerpt
from sla_dsl.findings import wording
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.findings.source import Source

MOST_SHOWN = 50
"""Findings of one policy that are shown; the others are counted."""

Sources = Mapping[str, Source]


def place_of(finding: Finding, sources: Sources) -> str:
    """Where the finding is: `file:line:column`, or the file and the field of a record."""
    source = sources.get(finding.source)
    if source and finding.span:
        line, column = source.position(finding.span.start)
        return f"{finding.source}:{line}:{column}"
    return ": ".join(part for part in (finding.source, finding.field) if part)


def concise(finding: Finding, sources: Sources) -> Line:
    """`file:line:column: error: sentence [code]`."""
    place = place_of(finding, sources)
    return pieced(
        (f"{place}: " if place else "", None),
        (finding.severity, finding.severity),
        (": ", None),
        (finding.message, "strong"),
        (f" [{finding.code}]", "faint"),
    )


def full(finding: Finding, sources: Sources) -> Iterator[Line]:
    """The place, the sentence, the words underlined, other places, a case that shows it, and what to do."""
    yield concise(finding, sources)
    source = sources.get(finding.source)
    yield from _excerpt(source, finding.span, finding.severity)
    for related in finding.related:
        at = f", line {source.position(related.span.start)[0]}" if source else ""
        yield tinted(indented(f"see{at}: {related.message}", 6, 2), "faint", 0, len("see"))
        yield from _excerpt(source, related.span, "strong")
    if finding.situation:
        yield tinted(indented(f"case: {finding.situation}", 6, 6), "faint", 0, len("case:"))
    if finding.repair:
        first, *choices = finding.repair.split("\n")
        yield tinted(indented(f"help: {first}", 6, 6), "good", 0, len("help:"))
        yield from (indented(choice.strip(), 12, 2) for choice in choices)
    yield BLANK


def _excerpt(source: Source | None, span: Span | None, tone: Tone) -> Iterator[Line]:
    """Lines of source are never wrapped: the marks must stay under the words."""
    if source and span and source.text:
        for line in excerpt(source, span):
            words = Tinted(line.start, line.end, tone)
            yield Line("", line.text, tints=(Tinted(0, GUTTER, "faint"), words))


def told(
    findings: Iterable[Finding], sources: Sources, *, brief: bool = False, most: int | None = MOST_SHOWN
) -> Iterator[Line]:
    """The findings file by file, of each at most `most` (None: all of them)."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.source, []).append(finding)
    for name, found in by_file.items():
        for finding in found[:most]:
            if brief:
                yield concise(finding, sources)
            else:
                yield from full(finding, sources)
        if most is not None and len(found) > most:
            yield Line(f"{name + ': ' if name else ''}and {len(found) - most:,} more")


def stated_lines(source: Source, stated: Sequence[Finding]) -> Iterator[Line]:
    """What a policy assumes, by the numbers that reports and trees use, where nothing is computed, what it accepts."""
    yield from (Line(source.name), BLANK)
    number = 0
    for finding in stated:
        number += finding.code == "assumption"
        head = f"[{number}]" if finding.code == "assumption" else "-"
        line = f" (line {source.position(finding.span.start)[0]:,})" if finding.span else ""
        yield Line(_stated(finding) + line, f"  {head:<5} ", " " * 8)
    yield BLANK


def _stated(finding: Finding) -> str:
    if not finding.accepted:
        return finding.message
    return f"Accepted, because {finding.accepted}: {finding.message} [{finding.code}]"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 error`, `3 errors`, `no errors`."""
    return wording.counted(number, one, many) if number else f"no {many or one + 's'}"


def summary(policies: int, findings: Sequence[Finding], stated: str) -> Line:
    """`2 policies, 1 error, 1 warning; 3 assumptions are stated`."""
    open_findings = [finding for finding in findings if not finding.accepted]
    found = problems(open_findings) or "no problems"
    wrong = any(finding.severity == "error" for finding in open_findings)
    tone: Tone = "error" if wrong else "good" if found == "no problems" else "warning"
    return pieced((f"{counted(policies, 'policy', 'policies')}, ", None), (found, tone), (stated, None))


def problems(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`; empty where there is neither."""
    numbers = [(sum(1 for f in findings if f.severity == severity), severity) for severity in ("error", "warning")]
    return ", ".join(counted(number, severity) for number, severity in numbers if number)
