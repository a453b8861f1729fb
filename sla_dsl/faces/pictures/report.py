"""A result as a text that a customer could be sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sla_dsl.evaluation.noting import notes_of
from sla_dsl.evaluation.result import PeriodResult, Result
from sla_dsl.evaluation.writing import versions
from sla_dsl.faces.layout import BLANK, Line, columns, indented, tinted
from sla_dsl.faces.pictures.answers import answer_lines
from sla_dsl.faces.pictures.assumed import assumption_lines, general_numbers, numbers_of_nodes, used_numbers
from sla_dsl.faces.pictures.happened import happened_lines
from sla_dsl.faces.pictures.moments import moment, period_title, span
from sla_dsl.faces.pictures.support import support_lines
from sla_dsl.faces.pictures.time_account import time_lines
from sla_dsl.faces.pictures.workings import working_lines


def report(result: Result, *, strip: bool = False) -> Iterator[Line]:
    """Whose result it is, each period, what is assumed, what was taken for granted, and the versions.

    With `strip` each period is shown day by day, too.
    """
    assumed = numbers_of_nodes(result.tree)
    yield from heading(result)
    used = set(general_numbers(result.tree))
    for period in result.periods:
        yield from _period(period, assumed, strip=strip)
        used |= used_numbers(period, assumed)
    yield from _section("What is assumed, where the agreement is silent", assumption_lines(result.tree, used))
    yield from _section("Notes", (indented(note, 2) for note in notes_of(result)))
    yield BLANK
    yield from _provenance(result)


def heading(result: Result) -> Iterator[Line]:
    """The agreement, the account, the zone, how far the record goes."""
    zone = result.tree.zone
    until = "" if result.as_of is None else f" The record goes up to {moment(result.as_of, zone)}."
    yield tinted(Line(result.tree.title), "title")
    yield Line(f"Account {result.account}")
    yield Line(f"All times are those of {zone}.{until}")


def _period(period: PeriodResult, assumed: Sequence[int], *, strip: bool) -> Iterator[Line]:
    yield BLANK
    yield from _title(period_title(period.trace.period))
    yield Line(span(period.trace.start, period.trace.end, period.tree.zone))
    yield BLANK
    yield from answer_lines(period)
    yield from _section("What happened", happened_lines(period, assumed))
    if strip:
        from sla_dsl.faces.pictures.strip import strip_lines

        yield from _section("Day by day", strip_lines(period))
    yield from _section("Where the time went, in hours:minutes:seconds", time_lines(period))
    yield from _section("How it was worked out", working_lines(period, assumed))
    yield from _section("Support tickets", support_lines(period) if period.tickets else ())


def _title(words: str) -> Iterator[Line]:
    capital = words[0].upper() + words[1:]
    yield tinted(Line(capital), "title")
    yield tinted(Line("=" * columns(capital)), "faint")


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    """A titled section with a blank line before it and after its title; nothing where there are no lines."""
    told = list(lines)
    while told and told[-1] == BLANK:
        told.pop()
    if told:
        yield from (BLANK, tinted(Line(title), "faint"), BLANK)
        yield from told


def _provenance(result: Result) -> Iterator[Line]:
    """What it takes to get the same answer again."""
    found = versions(result)
    holidays = f", holidays {found['holidays']}" if "holidays" in found else ""
    yield tinted(Line(f"Policy {result.tree.digest}"), "faint")
    yield tinted(Line(f"Evidence {result.facts.timeline.digest()}"), "faint")
    yield tinted(Line(f"Language {found['language']}, time zones {found['tzdata']}{holidays}"), "faint")
