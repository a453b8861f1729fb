"""Reasons in short: how a credit came about, each with its clause."""

from __future__ import annotations

from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.credits import claim_node, credit_node
from sla_dsl.evaluation.details import row_words
from sla_dsl.evaluation.phrases import label, says, value_words
from sla_dsl.evaluation.result import CreditResult, PeriodResult
from sla_dsl.evaluation.tree import Node
from sla_dsl.findings.wording import listed
from sla_dsl.values.unknown import Between


def _clause(period: PeriodResult, at: int) -> str:
    return period.tree.clauses[at] if at >= 0 else ""


def _by(clause: str) -> str:
    return f" ({clause})" if clause else ""


def credit_reasons(period: PeriodResult, credit: CreditResult) -> list[str]:
    """How the credit came about: the rate, the amount, each limit, the rounding, each condition, what is missing."""
    root = next(r for r in period.tree.credits if r.id == credit.id)
    node = period.tree.nodes[credit_node(period.tree, period.trace.values, root.node)]
    claim = claim_node(period.tree, root.node)
    rate, full, limited, final = node.inputs[:4]
    reasons = [_rate_reason(period, rate)]
    if credit.status == "none":
        return reasons
    reasons += [_line(period, at) for at in _chain(period, full, limited, final)]
    conditions = node.inputs[4:] if claim is None or claim in node.inputs else (claim, *node.inputs[4:])
    reasons += [_condition(period, at) for at in conditions]
    if credit.needs:
        reasons.append(f"this cannot be decided without {listed(list(credit.needs), 'and')}")
    return reasons


def _rate_reason(period: PeriodResult, at: int) -> str:
    node = period.tree.nodes[at]
    if node.op != "table":
        return f"the rate is {label(period, at)}{_by(_clause(period, node.clause))}"
    value = period.trace.values[node.inputs[0]]
    row = -1 if isinstance(value, Between) else _row(period, node)
    subject = label(period, node.inputs[0])
    if row < 0:
        return f"for {subject} the table gives {value_words(period, at)}{_by(_clause(period, node.clause))}"
    words = row_words(node, [label(period, k) for k in node.inputs[1:]])[row]
    return f"{subject}: {words}{_by(_clause(period, node.clause))}"


def _row(period: PeriodResult, node: Node) -> int:
    """The row of the table that gave the rate, -1 where none did."""
    from sla_dsl.evaluation.bounds import look_up
    from sla_dsl.evaluation.steps_of_rules import rows_of

    cells = [period.trace.values[k] for k in node.inputs[1:]]
    if any(isinstance(c, Between) for c in cells):
        return -1
    return look_up(period.trace.values[node.inputs[0]], rows_of(node, cells), node.params["pick"] == "last").row


def _chain(period: PeriodResult, full: int, limited: int, final: int) -> list[int]:
    """The nodes from the full amount to the final one, in order."""
    chain = [final]
    while chain[-1] != full and chain[-1] >= 0:
        chain.append(period.tree.nodes[chain[-1]].inputs[0])
    return chain[::-1]


LOWERS = "which lowers it"


def limit_reached(period: PeriodResult, at: int) -> str:
    """How an amount stands to its limit, in words; empty where it is not known."""
    before, limit = (period.trace.values[k] for k in period.tree.nodes[at].inputs)
    if isinstance(before, Between) or isinstance(limit, Between):
        return ""
    if before.amount == limit.amount:
        return "which is reached exactly"
    return "which is not reached" if before.amount < limit.amount else LOWERS


def _line(period: PeriodResult, at: int) -> str:
    node = period.tree.nodes[at]
    clause = _by(_clause(period, node.clause))
    if node.op == "lesser":
        words = {"": "; with it the amount is", LOWERS: ", which lowers it to"}
        how = limit_reached(period, at)
        said = words.get(how, f", {how}:")
        return f"the limit is {label(period, node.inputs[1])}{said} {value_words(period, at)}{clause}"
    return f"{says(period, at)} is {value_words(period, at)}{clause}"


def _condition(period: PeriodResult, at: int) -> str:
    node, value = period.tree.nodes[at], period.trace.values[at]
    clause = _by(_clause(period, node.clause))
    if isinstance(value, Claimed):
        return f"{_claim_words(value)}{clause}"
    return f"{says(period, at)}: {value_words(period, at)}{clause}"


def _claim_words(claim: Claimed) -> str:
    last = f"the last day is {claim.last_day.isoformat()}" if claim.last_day else "no last day runs yet"
    match claim.state:
        case "claimed":
            more = f"; more can still be claimed, and {last}" if claim.more else f" ({last})"
            return f"claimed in time by {listed(claim.timely, 'and')}{more}"
        case "open":
            return f"not claimed yet ({last})"
        case "expired":
            late = f", and {listed(claim.late, 'and')} came too late" if claim.late else ""
            return f"not claimed in time ({last}{late})"
        case "unknown":
            return f"whether it was claimed is not known ({last})"
        case "nothing to claim":
            return "nothing counts that could be claimed"
