"""Which promises and which credits hang on the same measured amounts, and how they stand on a stretch of a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Stretch, Walk
from sla_dsl.evaluation.bounds import look_up
from sla_dsl.evaluation.steps_of_rules import rows_of
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.values.unknown import Between


def roots_of(study: Study, node: int) -> frozenset[int]:
    """The measured amounts that a node is worked out from."""
    return study.above(node) & study.sources


def services_of(study: Study, node: int) -> frozenset[str]:
    """The services whose incidents a node is worked out from."""
    return study.named(node, "incidents", "services")


def related(study: Study, credit: Root) -> tuple[Root, ...]:
    """The promises about the services of a credit; all of them, if it is given whatever happens."""
    ours = services_of(study, credit.node)
    return tuple([p for p in study.tree.guarantees if not ours or not ours.isdisjoint(services_of(study, p.node))])


def charges_of(study: Study, node: int) -> frozenset[str]:
    """The charges that a node is worked out from."""
    return study.named(node, "charge", "charge")


def covers(walk: Walk, roots: frozenset[int]) -> bool:
    """Whether all of these amounts move along the line: what depends on others as well, one line does not show."""
    return bool(roots) and frozenset(walk.line.moved(roots)) == roots


def tables_of(study: Study, credit: Root) -> tuple[int, ...]:
    """The tables that a credit is worked out by."""
    return tuple(sorted(at for at in study.above(credit.node) if study.tree.nodes[at].op == "table"))


def limit_steps(tree: Tree, credit: int) -> list[int]:
    """The steps in which a limit lowers a credit, in the policy's order; the limit is their second input."""
    _, full, at, *_ = tree.nodes[credit].inputs
    found = []
    while at != full and tree.nodes[at].op == "lesser":
        found.append(at)
        at = tree.nodes[at].inputs[0]
    return found[::-1]


def row_at(tree: Tree, table: int, values: Any) -> int:
    """The number of the row that applies, -1 for none or for no certain one."""
    node = tree.nodes[table]
    value, *cells = [values[k] for k in node.inputs]
    if any(isinstance(v, Between) for v in (value, *cells)):
        return -1
    found = look_up(value, rows_of(node, cells), node.params["pick"] == "last")
    return -1 if found.doubtful else found.row


def in_rows(walk: Walk, wanted: Callable[[Stretch], bool]) -> list[tuple[int, int]]:
    """The runs of neighbouring stretches of which something holds: first and last number of each."""
    runs: list[tuple[int, int]] = []
    for n, stretch in enumerate(walk.stretches):
        if wanted(stretch):
            if runs and runs[-1][1] == n - 1:
                runs[-1] = (runs[-1][0], n)
            else:
                runs.append((n, n))
    return runs
