"""The wording of mistakes about what a measure is made of: one constructor a mistake."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding, Related, Span
from sla_dsl.language import nodes as n


def no_incidents(measure: n.Name, defined: Span) -> Finding:
    """A rule about incidents or outages of a set of time that has none."""
    message = f"'{measure.text}' is not made of incidents, so there is nothing in it that this could be about."
    repair = (
        "Write it about a name that means 'the time in which … is down'; 'Time within … does not count' fits any time."
    )
    related = (Related(f"'{measure.text}' is defined here", defined),)
    return Finding("not-made-of-incidents", message, measure.span, repair=repair, related=related)


def two_sets_of_incidents(measure: n.Name, second: Span) -> Finding:
    """A measure made of two `the time in which … is down`: which incidents make one outage is not clear."""
    message = f"'{measure.text}' puts two times in which something is down together in one definition."
    repair = "Give each of the two a name of its own, and define this one as 'the time of … together with …'."
    return Finding("two-sets-of-incidents", message, second, repair=repair)
