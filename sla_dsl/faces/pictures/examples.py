"""What came of the examples in a policy file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sla_dsl.faces.layout import BLANK, Line, indented, pieced, tinted
from sla_dsl.faces.pictures.findings import counted

if TYPE_CHECKING:
    from sla_dsl.evaluation.compiling.examples import ExampleRun
    from sla_dsl.findings.source import Source


def differing_lines(runs: Sequence[ExampleRun], source: Source) -> Iterator[Line]:
    """The examples that do not come out as expected: where, under which clause, and what differs."""
    for run in runs:
        if not run.passed:
            clause = f" ({run.place})" if run.place else ""
            yield tinted(Line(f'{_at(run, source)}: example "{run.title}"{clause}'), "strong")
            for difference in run.differences:
                sentence, *reasons = difference.splitlines()
                yield tinted(indented(sentence, 4, 2), "bad")
                yield from (indented(reason.strip(), 6, 2) for reason in reasons)
            yield from (indented(f"{one.message} {one.repair}".rstrip(), 4, 2) for one in run.findings)
            yield BLANK


def passed_lines(runs: Sequence[ExampleRun], source: Source) -> Iterator[Line]:
    """The examples that came out as expected."""
    for run in runs:
        if run.passed:
            yield Line(f'{_at(run, source)}: example "{run.title}" agrees')


def _at(run: ExampleRun, source: Source) -> str:
    return f"{source.name}:{source.position(run.span.start)[0]}"


def summary(policies: int, runs: Sequence[ExampleRun]) -> Line:
    """`2 policies: 40 examples agree, 1 differs`."""
    differ = sum(1 for run in runs if not run.passed)
    agree = len(runs) - differ
    words = f"{counted(policies, 'policy', 'policies')}: "
    if not runs:
        return Line(f"{words}no examples were run")
    if not differ:
        agreeing = "the example agrees" if agree == 1 else f"all {agree:,} examples agree"
        return pieced((words, None), (agreeing, "good"))
    words += f"{counted(agree, 'example')} {_verb('agree', agree)}, "
    return pieced((words, None), (f"{differ:,} {_verb('differ', differ)}", "bad"))


def _verb(verb: str, number: int) -> str:
    return f"{verb}s" if number == 1 else verb
