"""A row of a table that no outage reaches, in a period of any length."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.analysis import mistakes
from sla_dsl.analysis.relating import covers, roots_of, row_at
from sla_dsl.analysis.shown import Shown
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import row_span


def row_out_of_reach(study: Study) -> Iterator[Shown]:
    """Each row that is read by a length of time along the lines and is on none of them."""
    for table, node in enumerate(study.tree.nodes):
        if node.op == "table" and _told_by_time(study, node.inputs[0]):
            reached = _reached(study, table)
            for row in range(len(node.params["rows"])) if reached else ():
                if row not in reached:
                    yield Shown(mistakes.row_out_of_reach(study.tree.period, row_span(study, table, row)), ())


def _told_by_time(study: Study, value: int) -> bool:
    """Whether the amount comes from lengths of time only: how many outages there are, one line does not say."""
    ops = {study.tree.nodes[at].op for at in roots_of(study, value)}
    return bool(ops) and ops <= {"measure", "longest"}


def _reached(study: Study, table: int) -> set[int]:
    """The rows that apply somewhere along a line; empty where nothing moves the table, or it could not be proved."""
    roots = roots_of(study, study.tree.nodes[table].inputs[0])
    walks = [study.walk(sample, axis) for sample in study.samples for axis in study.axes]
    if not any(covers(walk, roots) for walk in walks):
        return set()
    rows = {row_at(study.tree, table, stretch.least) for walk in walks for stretch in walk.stretches}
    unmoved = all(walk.stretches[0].least[table] == walk.stretches[-1].most[table] for walk in walks)
    return set() if unmoved or any(walk.searched for walk in walks) else rows
