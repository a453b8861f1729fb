"""Whether what an example gives could stand in a record at all: the rules that hold for every timeline.

The checker has looked at each thing by itself; here they are held against each other, now that times in
different zones are instants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sla_dsl.evaluation.compiling import example_mistakes as wrong
from sla_dsl.evaluation.compiling.given import Scene
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.example_mistakes import ends_before_start
from sla_dsl.language.examples import moments
from sla_dsl.language.quantities import of_literal

_Lasting = n.GivenIncident | n.GivenMaintenance | n.GivenBreach


def impossible(example: n.Example, scene: Scene) -> tuple[Finding, ...]:
    """Everything that no record could hold, in the order in which it is given."""
    ends = [scene.instant(given.instant) for given in example.given if isinstance(given, n.GivenAsOf)]
    as_of = ends[0] if ends else None
    found = [f for given in example.given for f in _against_clock(given, scene, as_of)]
    return (*found, *_twice(example), *_both_ways(example))


def _against_clock(given: n.Given, scene: Scene, as_of: int | None) -> Iterator[Finding]:
    if isinstance(given, _Lasting):
        yield from _lasting(given.start, given.end, given.span, scene, as_of)
    if isinstance(given, n.GivenTicket):
        for name, start, end in given.pauses:
            yield from _lasting(start, end, name.span, scene, as_of)
    if isinstance(given, n.GivenRate) and not (of_literal(given.left).fixed and of_literal(given.right).fixed):
        yield wrong.rate_of_nothing(given.span)
    for moment in _happened(given):
        if as_of is not None and scene.instant(moment) > as_of:
            yield wrong.after_the_record(moment.span)


def _lasting(
    start: n.LocalInstant, end: n.LocalInstant | None, span: Span, scene: Scene, as_of: int | None
) -> Iterator[Finding]:
    if end is None:
        if as_of is None:
            yield wrong.still_going_on(span)
    elif scene.instant(end) < scene.instant(start):
        yield ends_before_start(end)


def _happened(given: n.Given) -> tuple[n.LocalInstant, ...]:
    """The times that lie in the past where the record ends: an announced window may lie ahead."""
    if isinstance(given, n.GivenMaintenance):
        return () if given.announced is None else (given.announced,)
    return () if isinstance(given, n.GivenAsOf) else moments(given)


def _twice(example: n.Example) -> Iterator[Finding]:
    seen: Counter[tuple[object, ...]] = Counter()
    for number, given in enumerate(example.given):
        for key, what, span in _single(number, given):
            seen[key] += 1
            if seen[key] == 2:
                yield wrong.given_twice(what, span)


_Single = tuple[tuple[object, ...], str, Span]


def _single(number: int, given: n.Given) -> list[_Single]:
    """What may be given only once: what makes it the same, what it is called, and where it stands."""
    match given:
        case n.GivenCharge():
            return [(("charge", identifier(given.charge.text)), given.charge.text, given.span)]
        case n.GivenRate():
            pair = (of_literal(given.left).currency, of_literal(given.right).currency)
            return [(("rate", *pair), f"A rate from {pair[0]} to {pair[1]}", given.span)]
        case n.GivenAsOf():
            return [(("as of",), "The end of the record", given.span)]
        case n.GivenTicket():
            return [((number, identifier(step.text)), step.text, moment.span) for step, moment in given.steps]
        case _:
            return []


def _both_ways(example: n.Example) -> Iterator[Finding]:
    holds = {kind for given in example.given for kind in _lists(given)}
    for given in example.given:
        if isinstance(given, n.GivenNoList) and given.kind in holds:
            yield wrong.list_both_ways(given.kind, given.span)


def _lists(given: n.Given) -> list[str]:
    """The lists that this is a record of."""
    match given:
        case n.GivenIncident():
            return ["reports"] * bool(given.reported) + ["claims"] * bool(given.claimed)
        case n.GivenMaintenance():
            return ["maintenance"]
        case n.GivenBreach():
            return ["breaches"]
        case n.GivenTicket():
            return ["tickets"] + ["pauses"] * bool(given.pauses)
        case _:
            return []
