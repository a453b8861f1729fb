"""Rules about incidents and outages, against what the measures are made of.

The incidents of a measure are those of the one `the time in which … is down` in its own definition.  A time
that is made of windows, breaches or other times has none, so nothing can be said of its incidents or outages.
"""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.findings.finding import Finding
from sla_dsl.language import incident_mistakes as wrong
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import TimeDefinition, identifier
from sla_dsl.language.folding import walk
from sla_dsl.language.gathering import Gathered, counting_sentences
from sla_dsl.language.references import roots


def incidents(file: n.PolicyFile, gathered: Gathered) -> list[Finding]:
    """Measures with two sets of incidents, and rules about the incidents of a time that has none."""
    told = [finding for time in gathered.times.values() for finding in _sets(time)]
    for sentence in counting_sentences(file):
        for measure in needing(sentence.body):
            time = gathered.times.get(identifier(measure.text))
            if time is not None and not downs(time):
                told.append(wrong.no_incidents(measure, time.definition.body.span))
    return told


def downs(time: TimeDefinition) -> list[n.Down]:
    """Each `the time in which … is down` of the definition itself."""
    body = time.definition.body
    return [node for node in walk(body.time) if isinstance(node, n.Down)] if isinstance(body, n.DefineTime) else []


def _sets(time: TimeDefinition) -> list[Finding]:
    body = time.definition.body
    found = downs(time)
    if not time.is_measure or len(found) < 2 or not isinstance(body, n.DefineTime):
        return []
    return [wrong.two_sets_of_incidents(body.name, found[1].span)]


def needing(body: n.Body) -> Iterator[n.Name]:
    """The names that the sentence takes to have incidents."""
    match body:
        case n.NotCounted():
            yield from body.measures
        case n.Clock():
            yield body.measure
        case n.Join():
            yield body.measure
        case _:
            yield from needing_outages(body)
    for root in roots(body):
        for node in walk(root):
            if isinstance(node, n.Reported):
                yield node.measure


def needing_outages(body: n.Body) -> Iterator[n.Name]:
    """The names of which the sentence reads the outages, so that it must be said what one outage is."""
    match body:
        case n.LongEnough() | n.RoundOutages():
            yield body.measure
        case n.Claim() if body.anchor.measure is not None:
            yield body.anchor.measure
        case _:
            pass
    for root in roots(body):
        for node in walk(root):
            if isinstance(node, n.LongestOutage | n.OutageCount):
                yield node.measure
