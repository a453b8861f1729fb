"""The wording of what is wrong between a policy and its evidence: one named constructor a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from sla_dsl.evidence.wording import shown
from sla_dsl.findings.finding import Finding, Span

_LATER = {"month": "2026-05", "quarter": "2026-Q3", "year": "2028"}
MOST_NAMED = 10
"""How many names one message lists."""
_FORMS = {"month": "2026-03", "quarter": "2026-Q1", "year": "2026"}


def unknown_in_evidence(kind: str, word: str, known: Iterable[str], place: str, near: str) -> Finding:
    """A cause, charge, priority or step that the policy does not declare."""
    names = [shown(name) for name in known]
    choices = ", ".join(names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], "…"])
    if near:
        repair = f"Did you mean {shown(near)}?"
    elif choices:
        repair = f"It declares: {choices}."
    else:
        repair = f"The policy declares no {kind} at all; take the record out, or declare it in the policy."
    return Finding(
        f"unknown-{kind}", f"The policy declares no {kind} called {shown(word)}.", field=place, repair=repair
    )


def nearly_a_service(word: str, near: str, place: str) -> Finding:
    """A service that is nearly, but not quite, one of the policy's."""
    return Finding(
        "unknown-service",
        f"The policy covers no service called {shown(word)}, but one called {shown(near)}.",
        field=place,
        repair=f"Write {shown(near)} if that is meant; if it is another service, give it a name that is not so alike.",
    )


def nearly_a_pause(word: str, near: str, place: str) -> Finding:
    """A state of a ticket that is nearly, but not quite, one in which the policy stops a clock."""
    return Finding(
        "unknown-pause",
        f"The policy stops no clock while a ticket is {shown(word)}, but it does while it is {shown(near)}.",
        field=place,
        repair=f"Write {shown(near)} if that is meant; if it is another state, give it a name that is not so alike.",
    )


def wrong_period(text: str, kind: str, place: str) -> Finding:
    """A period that is not of the policy's kind."""
    return Finding(
        "wrong-period",
        f"{text} is not a {kind}, and the policy's period is each calendar {kind}.",
        field=place,
        repair=f"Write it like this: {_FORMS[kind]}.",
    )


def period_not_read(text: str, kind: str) -> Finding:
    """A period asked for that is none."""
    form = _FORMS[kind]
    return Finding(
        "wrong-period",
        f"{text} is not a {kind}, and the policy's period is each calendar {kind}.",
        repair=f"Write it like this: {form}, or a range: {form}..{_LATER[kind]}.",
    )


def backwards_range(text: str, kind: str) -> Finding:
    """A range of periods that ends before it begins."""
    return Finding(
        "wrong-period",
        f"The range {text} ends before it begins.",
        repair=f"Write the earlier {kind} first: {_FORMS[kind]}..{_LATER[kind]}.",
    )


def too_many_periods(most: int) -> Finding:
    """More periods than are evaluated at once."""
    return Finding(
        "too-many-periods",
        f"At most {most:,} periods are evaluated at once, and these are more.",
        repair="Ask for them in several parts: --period 2026-01..2026-12, and so on.",
    )


def claim_without_incidents(span: Span) -> Finding:
    """A claim in a policy none of whose measures counts incidents."""
    return Finding(
        "claim-without-incidents",
        "A claim must name an incident that counts, and no measure of this policy is made of incidents.",
        span=span,
        repair="Define the measure that is claimed for: Downtime means the time in which … is down.",
    )


def deadline_too_long(span: Span) -> Finding:
    """A deadline further away than any calendar of ours reaches."""
    return Finding(
        "deadline-too-long",
        "A deadline lies at most a hundred years after its event.",
        span=span,
        repair="Write a shorter time, or leave the sentence out if there is no limit.",
    )


def too_large(most: int, name: str) -> Finding:
    """A file that is far larger than any policy."""
    message = f"This file has more than {most:,} bytes."
    return Finding("too-large", message, repair="Is it the right file? A policy is far smaller.", source=name)


def not_utf8(data: bytes, at: int, name: str) -> Finding:
    """A policy that is no text in UTF-8; `at` is the first byte that cannot be read."""
    message = f"This file is not text in UTF-8: byte {at + 1:,} cannot be read."
    line = data.count(b"\n", 0, at) + 1
    repair = f"Look at line {line:,}, and save the file as plain text in UTF-8."
    return Finding("not-utf-8", message, span=Span(0, 0), repair=repair, source=name)


def is_utf16(encoding: str, name: str) -> Finding:
    """A policy in UTF-16 or UTF-32."""
    message = f"This file is in {encoding}, a form that some word processors use."
    return Finding("utf-16", message, span=Span(0, 0), repair="Save it as plain text in UTF-8.", source=name)


CODES = {
    "too-large": "the file is far larger than a policy",
    "not-utf-8": "the policy is not plain text in UTF-8",
    "utf-16": "the policy is written in UTF-16 or UTF-32",
    "unknown-cause": "an incident has a cause that the policy does not declare",
    "unknown-charge": "a charge is not one that the policy declares",
    "unknown-priority": "a ticket has a priority that the policy does not declare",
    "unknown-step": "a ticket records a step that the policy does not declare",
    "unknown-pause": "a state of a ticket is nearly one in which the policy stops a clock",
    "unknown-service": "a service is nearly one of the policy's",
    "wrong-period": "a period is not of the policy's kind",
    "claim-without-incidents": "a credit must be claimed, and no measure counts incidents",
    "deadline-too-long": "a deadline lies more than a hundred years after its event",
    "too-many-periods": "more periods are asked for than are evaluated at once",
}
"""The public codes of this room, with one line each."""
