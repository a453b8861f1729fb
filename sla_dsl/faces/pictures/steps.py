"""Single steps of an evaluation in words, with the values that they had."""

from __future__ import annotations

from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.details import row_words
from sla_dsl.evaluation.phrases import label, says
from sla_dsl.evaluation.reasons import LOWERS, limit_reached
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.evaluation.wording import money, quantity
from sla_dsl.findings.wording import listed
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

VALUES = frozenset(("elapsed", "ratio", "number", "money"))
SETS = frozenset(("family", "outages", "counted", "set"))
ANSWERS = frozenset(("truth", "claim"))


def clause_of(tree: Tree, at: int) -> str:
    """The clause that a step comes from, or empty."""
    clause = tree.nodes[at].clause
    return tree.clauses[clause] if clause >= 0 else ""


def assumption_of(tree: Tree, at: int) -> str:
    """What a step assumes, or empty."""
    assumption = tree.nodes[at].assumption
    return tree.assumptions[assumption] if assumption >= 0 else ""


def by(clause: str) -> str:
    """The clause in brackets, to follow a statement."""
    return f" ({clause})" if clause else ""


def step_words(period: PeriodResult, at: int) -> str:
    """What a step does, with the values of what it reads; of a table only the row that applied."""
    node = period.tree.nodes[at]
    if node.op == "table":
        return _table_words(period, node)
    if node.op == "claimed":
        return describe(period.tree, at, str) + claim_words(period.trace.values[at])
    if node.op == "lesser" and at in limit_steps(period.tree):
        return _limit_words(period, at)
    return says(period, at)


def claim_words(claim: Claimed) -> str:
    """How it stands with the claim, to follow a sentence: its last day, which claims came in time and which late."""
    rest = "for the rest " if claim.more and claim.timely else ""
    parts = [f"the last day {rest}is {claim.last_day}"] if claim.last_day else []
    parts += [f"{listed(list(claim.timely), 'and')} came in time"] if claim.timely else []
    parts += [f"{listed(list(claim.late), 'and')} came too late"] if claim.late else []
    return "".join(f"; {part}" for part in parts)


def step_sentence(period: PeriodResult, at: int) -> str:
    """What a step does, and its clause; where time is taken out, the words have the clauses of the rules already."""
    node = period.tree.nodes[at]
    has_rules = node.op == "excuse" and node.params["rules"]
    return step_words(period, at) + ("" if has_rules else by(clause_of(period.tree, at)))


def limit_steps(tree: Tree) -> frozenset[int]:
    """The steps that hold a credit to its limits."""
    found: set[int] = set()
    for node in tree.nodes:
        if node.op != "credit":
            continue
        _, full, limited, *_ = node.inputs
        while limited > full:
            found.add(limited)
            limited = tree.nodes[limited].inputs[0]
    return frozenset(found)


def _limit_words(period: PeriodResult, at: int) -> str:
    before, limit = period.tree.nodes[at].inputs
    how = limit_reached(period, at) or "and it is not known whether it is reached"
    if how == LOWERS:
        how = f"which lowers {label(period, before)}"
    return f"the limit is {label(period, limit)}, {how}"


def _table_words(period: PeriodResult, node: Node) -> str:
    subject = label(period, node.inputs[0])
    words = row_words(node, [label(period, k) for k in node.inputs[1:]])
    row = _row(period, node)
    if _is_open(period, node):
        return f"the table is applied to {subject}"
    if row < 0:
        return f"no row of the table applies to {subject}"
    edges, _, given = words[row].rpartition(" gives ")
    return f"{subject} is {edges}, which gives {given}"


def _is_open(period: PeriodResult, node: Node) -> bool:
    return any(isinstance(period.trace.values[k], Between) for k in node.inputs)


def _row(period: PeriodResult, node: Node) -> int:
    """The row of the table that applied, -1 where none did or where it is not known."""
    from sla_dsl.evaluation.bounds import look_up
    from sla_dsl.evaluation.steps_of_rules import rows_of

    if _is_open(period, node):
        return -1
    value, *cells = (period.trace.values[k] for k in node.inputs)
    return look_up(value, rows_of(node, cells), node.params["pick"] == "last").row


def amount_words(amount: object) -> str:
    """An amount as far as it is known; amounts without a currency as numbers."""
    return money(amount) if isinstance(amount, Money) else str(quantity("number", amount))
