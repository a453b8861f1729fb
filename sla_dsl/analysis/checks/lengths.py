"""Lengths of time that stand beside percentages, and fixed lengths that stand for the period."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.moving import ways
from sla_dsl.analysis.relating import roots_of
from sla_dsl.analysis.replaying import situation
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.shown import Shown, Situation
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import lengths_words, policy_words
from sla_dsl.analysis.walking import Edge, edges
from sla_dsl.evaluation.wording import elapsed, percent
from sla_dsl.findings.finding import Span
from sla_dsl.findings.wording import listed
from sla_dsl.values.unknown import Between

NEAR = Fraction(1, 4)
"""A length and a percentage are taken for the same promise if they differ by at most this share of the length."""


def duration_against_percentage(study: Study) -> Iterator[Shown]:
    """Each percentage with the nearest length that the same measure is held against, where the two disagree."""
    lengths = [edge for edge in edges(study.tree) if _constant(study, edge.bound, "elapsed")]
    seen: set[tuple[object, object]] = set()
    for edge in edges(study.tree):
        if not _constant(study, edge.bound, "ratio"):
            continue
        near = _nearest(study, edge, [other for other in lengths if _same(study, edge, other)])
        if near is None:
            continue
        pair = (study.policy.plan.constants[near.bound], study.policy.plan.constants[edge.bound])
        if pair not in seen:
            seen.add(pair)
            yield from _told(study, near, edge)


def _constant(study: Study, bound: int, kind: str) -> bool:
    return study.tree.nodes[bound].type == kind and study.policy.plan.constants[bound] is not None


def _same(study: Study, edge: Edge, other: Edge) -> bool:
    """Whether both hold the same measured time against something."""
    ours = roots_of(study, edge.value)
    return (
        bool(ours) and ours == roots_of(study, other.value) and all(study.tree.nodes[at].op == "measure" for at in ours)
    )


def _left(study: Study, edge: Edge) -> Fraction | None:
    """The share of the period that the percentage leaves for downtime; None where it is not of such a kind."""
    share = study.policy.plan.constants[edge.bound]
    still = study.tail(study.usual).plain[edge.value]
    if isinstance(still, Between) or isinstance(share, Between) or still not in (0, 1):
        return None
    left = abs(Fraction(share) - still)
    return left if 0 < left < 1 else None


def _nearest(study: Study, edge: Edge, lengths: list[Edge]) -> Edge | None:
    left = _left(study, edge)
    if left is None or not lengths:
        return None
    allowed = left * study.usual.length
    near = [other for other in lengths if abs(_length(study, other) - allowed) <= NEAR * _length(study, other)]
    return min(near, key=lambda o: (not _promised(study, o), abs(_length(study, o) - allowed)), default=None)


def _promised(study: Study, edge: Edge) -> bool:
    """Whether a promise is decided by it, and not only a row of a table."""
    return any(edge.reader in study.above(root.node) for root in study.tree.guarantees)


def _length(study: Study, edge: Edge) -> Fraction:
    return Fraction(study.policy.plan.constants[edge.bound])


def _told(study: Study, length: Edge, share: Edge) -> Iterator[Shown]:
    left = _left(study, share)
    other = [s for s in study.samples if left is not None and left * s.length != _length(study, length)]
    if left is None or not other:
        return
    allowed = listed([f"{elapsed(left * s.length)} in one of {elapsed(s.length)}" for s in other], "and")
    constants = study.policy.plan.constants
    spans = (Span(*study.tree.nodes[length.bound].span), Span(*study.tree.nodes[share.bound].span))
    finding = mistakes.duration_against_percentage(
        policy_words(study, spans[0], elapsed(constants[length.bound])),
        policy_words(study, spans[1], percent(constants[share.bound])),
        study.tree.period,
        allowed,
        spans,
    )
    yield Shown(finding, tuple(_with(study, other, int(_length(study, length)), length.value)))


def _with(study: Study, samples: list[Sample], lasting: int, value: int) -> Iterator[Situation]:
    """Outages of that length in periods of these lengths."""
    roots = [root for root in study.tree.measures if root.node == value]
    for sample in samples if roots else ():
        for axis in study.outage_axes:
            line = study.line(sample, axis)
            if line.moves(roots_of(study, value)):
                yield situation(study, line.world(lasting), roots)
                break


def period_of_one_length(study: Study) -> Iterator[Shown]:
    """Each fixed length that the time of the period is divided by, where the whole of some period is more than it."""
    moves = ways(study.policy.plan, study.sources)
    for at, node in enumerate(study.tree.nodes):
        if node.op == "multiply" and node.type == "ratio" and at in moves:
            for k, power in zip(node.inputs, node.params["powers"], strict=True):
                if power < 0 and _constant(study, k, "elapsed"):
                    yield from _fixed(study, at, k)


def _fixed(study: Study, share: int, fixed: int) -> Iterator[Shown]:
    length = study.policy.plan.constants[fixed]
    shortest, longest = study.samples[0].length, study.samples[-1].length
    above = [sample for sample in study.samples if sample.length > length]
    if not shortest <= length <= longest or not above:
        return
    other = [sample for sample in study.samples if sample.length != length]
    shown = list(_whole(study, above[-1], share))
    effect = f"down for the whole of {elapsed(longest)} is more than all of it"
    kind, span = study.tree.period, Span(*study.tree.nodes[fixed].span)
    words = policy_words(study, span, elapsed(length))
    yield Shown(mistakes.period_of_one_length(words, kind, lengths_words(other), effect, span), tuple(shown))


def _whole(study: Study, sample: Sample, share: int) -> Iterator[Situation]:
    """A period in which the service that the share is about is down all the time, with what is worked out from it."""
    roots = [root for root in study.tree.measures if share in study.above(root.node)]
    for axis in study.outage_axes if roots else ():
        line = study.line(sample, axis)
        if line.moves(roots_of(study, share)):
            yield situation(study, line.world(line.last), roots)
            return
