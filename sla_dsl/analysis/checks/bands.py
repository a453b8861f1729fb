"""A case for what is wrong with the rows of a table: an outage for which no row applies, or for which two do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sla_dsl.analysis.relating import roots_of
from sla_dsl.analysis.replaying import places
from sla_dsl.analysis.shown import Shown, Situation
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.telling import row_span, world_words
from sla_dsl.analysis.walking import Walk
from sla_dsl.analysis.worlds import timeline_of
from sla_dsl.evaluation.bounds import look_up, within
from sla_dsl.evaluation.steps_of_rules import rows_of
from sla_dsl.evaluation.wording import quantity
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.values.unknown import Between

ENDINGS = {"gap-between-rows": "no row applies", "overlapping-rows": "two rows apply"}
"""What is said at the end of each case, by the code of the finding."""


def with_situations(study: Study, findings: Sequence[Finding]) -> Iterator[Shown]:
    """The findings on rows of tables, each with an outage that it is about, if a single outage can be."""
    for finding in findings:
        table = _table_of(study, finding) if finding.code in ENDINGS else None
        shown = None if table is None else _situation(study, table, finding)
        yield Shown(finding, () if shown is None else (shown,))


def _table_of(study: Study, finding: Finding) -> int | None:
    for at, node in enumerate(study.tree.nodes):
        if node.op == "table" and finding.span and node.span[0] <= finding.span.start <= node.span[1]:
            return at
    return None


def _situation(study: Study, table: int, finding: Finding) -> Situation | None:
    value = study.tree.nodes[table].inputs[0]
    for walk in study.walks(roots_of(study, value)):
        for place in _doubtful(study, walk, table, finding):
            world = walk.line.world(place)
            found = study.outcome(world).trace.values
            if not isinstance(found[value], Between):
                told = quantity(study.tree.nodes[value].type, found[value])
                name = study.tree.nodes[value].name or "the value"
                words = f"{world_words(study, world)}: {name} is {told}, and {ENDINGS[finding.code]}."
                timeline = timeline_of(study.tree, world)
                return Situation(world, words, ((value, found[value]),), timeline, study.tree.zone)
    return None


def _doubtful(study: Study, walk: Walk, table: int, finding: Finding) -> Iterator[int]:
    """A plain place on each stretch that is about this finding: beside its row, or in it."""
    rows = [_rows_at(study, table, stretch.least) for stretch in walk.stretches]
    for n, stretch in enumerate(walk.stretches):
        near = {row for applying in rows[max(n - 1, 0) : n + 2] for row in applying}
        wrong = bool(rows[n]) == (finding.code == "overlapping-rows") and _undecided(study, table, stretch.least)
        if wrong and any(_speaks_of(study, table, row, finding) for row in near):
            yield next(iter(places(stretch)))


def _rows_at(study: Study, table: int, values: Sequence[Any]) -> list[int]:
    node = study.tree.nodes[table]
    value, *cells = [values[k] for k in node.inputs]
    if any(isinstance(v, Between) for v in (value, *cells)):
        return []
    return [n for n, row in enumerate(rows_of(node, cells)) if within(value, row.comparisons, row.bounds)]


def _undecided(study: Study, table: int, values: Sequence[Any]) -> bool:
    """Whether the table does not say what applies: more than one row does, or the value lies between two."""
    node = study.tree.nodes[table]
    value, *cells = [values[k] for k in node.inputs]
    return bool(look_up(value, rows_of(node, cells), last=False).doubtful)


def _speaks_of(study: Study, table: int, row: int, finding: Finding) -> bool:
    """Whether the finding underlines this row."""
    words, meant = row_span(study, table, row), finding.span or Span(0, 0)
    return words.start <= meant.start < words.end
