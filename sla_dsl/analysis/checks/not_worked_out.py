"""A result that cannot be worked out although every fact is known: a division by nothing, a value between two rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.replaying import situation
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import period_words
from sla_dsl.analysis.walking import Walk
from sla_dsl.evaluation.credits import Credit
from sla_dsl.evaluation.tree import Root
from sla_dsl.findings.finding import Span
from sla_dsl.values.unknown import Between


def not_worked_out(study: Study) -> Iterator[Shown]:
    """The first result of which a made-up period says nothing, and why; what follows from it is not told as well."""
    roots = (*study.tree.measures, *study.tree.guarantees, *study.tree.credits)
    for axis in study.axes:
        walk = study.walk(study.usual, axis)
        for root in roots:
            shown = _in(study, walk, root)
            if shown is not None:
                yield shown
                return


def _in(study: Study, walk: Walk, root: Root) -> Shown | None:
    for stretch in walk.stretches:
        if not _needs(stretch.least[root.node]):
            continue
        world = walk.line.world(stretch.first)._replace(fee=walk.fee)
        needs = _needs(study.outcome(world).trace.values[root.node])
        if needs:
            node = study.tree.nodes[root.node]
            where = f"In {period_words(walk.line.sample)}"
            finding = mistakes.not_worked_out(root, where, needs[0], Span(*node.span))
            return Shown(finding, (situation(study, world, (root,)),))
    return None


def _needs(value: Any) -> tuple[str, ...]:
    """What would settle a value that is not wholly known."""
    if isinstance(value, Credit):
        return value.needs if value.status == "unknown" else ()
    return value.needs if isinstance(value, Between) else ()
