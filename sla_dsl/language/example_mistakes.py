"""The wording of mistakes in examples: one constructor a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language import phrases

_PERIODS: dict[n.PeriodKind, tuple[str, str]] = {
    "month": ("a calendar month", "2026-03"),
    "quarter": ("a calendar quarter", "2026-Q1"),
    "year": ("a calendar year", "2026"),
}


def period_of_another_kind(example: n.Example, kind: n.PeriodKind) -> Finding:
    """An example in a period that is not one of the policy's."""
    what, such_as = _PERIODS[kind]
    message = f"This example is in {example.period}, but the period of this policy is {what}."
    repair = f"Write {what} from 1970 to 2200, such as {such_as}."
    return Finding("example-period", message, example.span, repair=repair)


def time_skipped(moment: n.LocalInstant, zone: str) -> Finding:
    """A local time in the gap that a change of the clocks leaves."""
    message = f"The clocks in {zone} skip {_show(moment)}: that day has no such time."
    repair = "Write a time before or after the change of the clocks, or one in UTC: '2026-03-29 01:30 UTC'."
    return Finding("time-skipped-by-clocks", message, moment.span, repair=repair)


def time_shown_twice(moment: n.LocalInstant, zone: str) -> Finding:
    """A local time in the hour that a change of the clocks repeats."""
    message = f"The clocks in {zone} show {_show(moment)} twice, so it is not clear which time is meant."
    repair = "Write the time in UTC, for example '2026-10-25 00:30 UTC'."
    return Finding("time-shown-twice", message, moment.span, repair=repair)


def ends_before_start(end: n.LocalInstant) -> Finding:
    """An incident, a window or a breach that runs backwards."""
    message = "This ends before it starts."
    return Finding("end-before-start", message, end.span, repair="Correct one of the two times.")


def several_causes(given: n.GivenIncident) -> Finding:
    """`because of A or B` for one incident."""
    message = "An incident has one cause, and several are given for this one."
    repair = "Keep one of them, or give an incident for each."
    return Finding("several-causes", message, given.span, repair=repair)


def service_not_said(span: Span, services: Sequence[str]) -> Finding:
    """An incident or a window on none of several services."""
    message = "This policy has several services, and it is not said which of them this is about."
    ways = phrases.quoted([f"on {name}" for name in services], "or")
    repair = f"Say which: {ways}."
    return Finding("service-not-said", message, span, repair=repair)


def not_fixed(expect: n.ExpectValue) -> Finding:
    """An expected value that would itself have to be worked out."""
    message = "What an example expects must be written out."
    repair = "Write an amount, such as '14 min', '99.9 %' or '45 EUR'."
    return Finding("expectation-not-fixed", message, expect.span, repair=repair)


def no_ticket(name: n.Name) -> Finding:
    """A step is expected where no ticket is given."""
    message = f"'{name.text}' is a step on tickets, and this example has no ticket."
    repair = "Add one to what is given: 'a P1 ticket opened at 2026-03-04 10:00'."
    return Finding("example-without-ticket", message, name.span, repair=repair)


def _show(moment: n.LocalInstant) -> str:
    """The time as it is written: `2026-03-29 02:30`."""
    seconds = moment.moment.second or moment.moment.microsecond
    return moment.moment.isoformat(sep=" ", timespec="auto" if seconds else "minutes")
