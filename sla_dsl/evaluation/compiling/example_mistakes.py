"""What is said of an example whose evidence could never be: one constructor a mistake."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding, Span

CODES = {
    "given-twice": "an example that gives the same thing twice",
    "list-both-ways": "an example that gives a record of a list and says that there is no such list",
    "rate-of-nothing": "an exchange rate in which one side is 0",
    "open-end-without-as-of": "something that still goes on, with no word of how far the record goes",
    "after-as-of": "something that happened after the record ends",
    "example-differs": "an example that does not come out as it says",
}
"""The codes that examples earn when they are run, a line each; two are those of the evidence as well."""


def example_differs(title: str, difference: str, span: Span) -> Finding:
    """An example whose rules come to something else than it expects."""
    message = f'The example "{title}" does not come out: {difference}'
    repair = "Correct the example, or the sentence that it is about."
    return Finding("example-differs", message, span, repair=repair, severity="warning")


def given_twice(what: str, span: Span) -> Finding:
    """A charge, a rate, a step or the end of the record that stands there already."""
    message = f"{what} is given twice in this example."
    return Finding("given-twice", message, span, repair="Keep the one that holds.")


def list_both_ways(kind: str, span: Span) -> Finding:
    """`no list of reports` beside a report."""
    message = f"This example gives {kind} and says that there is no list of {kind}."
    return Finding("list-both-ways", message, span, repair=f"Take out 'no list of {kind}', or the {kind}.")


def rate_of_nothing(span: Span) -> Finding:
    """`0 EUR being 1 USD`."""
    message = "An exchange rate cannot have 0 on one side."
    return Finding("rate-of-nothing", message, span, repair="Write what one unit is worth: '1 EUR being 1.0837 USD'.")


def still_going_on(span: Span) -> Finding:
    """An incident, a window or a breach without an end, in a closed record."""
    message = "This has no end, and the example does not say how far the record goes."
    return Finding(
        "open-end-without-as-of", message, span, repair="Add the end, or 'the record up to 2026-03-20 00:00'."
    )


def after_the_record(span: Span) -> Finding:
    """Something that the record cannot hold yet."""
    message = "This happened after the end of the record."
    return Finding("after-as-of", message, span, repair="Correct the time, or let the record go further.")
