"""What the analyses could not prove, or could not look at: said, so that silence means that nothing was found."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.moving import ways
from sla_dsl.analysis.relating import roots_of
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import PLACES, Walk, edges
from sla_dsl.evaluation.tree import Root
from sla_dsl.findings.finding import Span


def unproved(study: Study) -> Iterator[Shown]:
    """Amounts that may go both ways, and policies of which no outage moves anything."""
    results = (*study.tree.guarantees, *study.tree.credits)
    roots = frozenset().union(*(roots_of(study, root.node) for root in results)) if results else frozenset()
    if roots and not any(_changes(walk, root) for walk in study.walks(roots) for root in results):
        yield Shown(mistakes.nothing_to_analyse(Span(*study.tree.nodes[results[0].node].span)), ())
    if roots and any(not walk.line.steady for walk in study.walks(roots)):
        yield Shown(mistakes.searched_outages(PLACES, Span(*study.tree.nodes[results[0].node].span)), ())
    found = ways(study.policy.plan, study.sources)
    for value in dict.fromkeys(edge.value for edge in edges(study.tree)):
        if found.get(value, 0) is None:
            node = study.tree.nodes[value]
            yield Shown(
                mistakes.searched_not_proved(node.name or "What is compared here", PLACES, Span(*node.span)), ()
            )


def _changes(walk: Walk, root: Root) -> bool:
    """Whether a result is not the same all along the line."""
    first = walk.stretches[0].least[root.node]
    return any(first not in (stretch.least[root.node], stretch.most[root.node]) for stretch in walk.stretches)
