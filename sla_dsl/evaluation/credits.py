"""Credits: from the rate, the amount and the conditions to what is due.

The order is fixed (`docs/language.md`, "Credits"): rate times base, conditions, limits (the lowest wins),
rounding, minimum.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

from sla_dsl.evaluation.arithmetic import Quantity, amount, order
from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.tree import Tree
from sla_dsl.records import NamedTuple
from sla_dsl.values.unknown import Between

Status = Literal["due", "none", "not_eligible", "claimable", "unknown"]


class Credit(NamedTuple):
    """What a credit comes to in a period.

    `rate` is a share; `amount` the exact money, as far as it is known, whatever the status.  `capped` is None
    where it is not known whether a limit lowered the amount.  `sure` is False where the credit may yet come to
    nothing, because a condition or the claim is not known.
    """

    status: Status
    rate: Any
    amount: Any
    capped: bool | None
    claim_by: dt.date | None
    needs: tuple[str, ...]
    sure: bool = True


def settle_credit(
    rate: Quantity | Between,
    full: Quantity | Between,
    limited: Quantity | Between,
    final: Quantity | Between,
    claim: Claimed | None,
    conditions: Sequence[bool | Between],
) -> Credit:
    """The status, in the order in which a person would ask: is there anything, may it be had, was it asked for?"""
    capped = _capped(full, limited)
    day = claim.last_day if claim else None
    if _never_positive(rate):
        return Credit("none", rate, final, False, None, ())
    if False in conditions or (claim and claim.state in ("expired", "nothing to claim")):
        return Credit("not_eligible", rate, final, capped, None, ())
    open_questions = _needs(rate, claim, conditions)
    if open_questions:
        by_when = day if claim and claim.state == "open" else None
        return Credit("unknown", rate, final, capped, by_when, _all_needs(open_questions, final), sure=False)
    if isinstance(final, Between) and not (claim and claim.state == "open"):
        return Credit("unknown", rate, final, capped, None, final.needs)
    if claim and claim.state == "open":
        return Credit("claimable", rate, final, capped, day, final.needs if isinstance(final, Between) else ())
    return Credit("due", rate, final, capped, None, ())


WHOLE, CLAIMED, CLAIMABLE = range(3)
"""The three ways in which a credit is worked out whose claims open only what they name."""


def deciding(whole: Credit, claimed: Credit, claimable: Credit, claim: Claimed) -> int:
    """Which of the three the answer comes from: what was claimed if that gives something, else what still can be.

    Where neither gives anything, it is the whole, of which nothing is to be had.
    """
    if claim.state in ("expired", "nothing to claim"):
        return WHOLE
    if claim.state != "open" and claimed.status in ("due", "unknown"):
        return CLAIMED
    if claim.more:
        return WHOLE if claimable.status == "none" else CLAIMABLE
    return CLAIMED if claimed.status == "not_eligible" else WHOLE


def settle_by_claim(whole: Credit, claimed: Credit, claimable: Credit, claim: Claimed) -> Credit:
    """The credit of what was claimed, or else of what still can be; each of the three without regard to the claim."""
    which = deciding(whole, claimed, claimable, claim)
    credit = (whole, claimed, claimable)[which]
    if which == WHOLE and credit.status != "none":
        return credit._replace(status="not_eligible", needs=(), sure=True)
    if credit.status not in ("due", "unknown"):
        return credit
    if claim.state == "unknown":
        needs = tuple(dict.fromkeys((*credit.needs, *claim.needs)))
        return credit._replace(status="unknown", needs=needs, sure=False)
    if which == CLAIMED:
        return credit
    return credit._replace(status="claimable" if credit.sure else "unknown", claim_by=claim.last_day)


def credit_node(tree: Tree, values: Sequence[Any], at: int) -> int:
    """The node with the rate, the amount and the conditions that the answer of a credit comes from."""
    node = tree.nodes[at]
    return node.inputs[deciding(*[values[k] for k in node.inputs])] if node.op == "credit_by_claim" else at


def claim_node(tree: Tree, at: int) -> int | None:
    """The node of a credit's claim, where it must be claimed."""
    return next((k for k in tree.nodes[at].inputs if tree.nodes[k].type == "claim"), None)


def _never_positive(rate: Quantity | Between) -> bool:
    return amount(rate.high if isinstance(rate, Between) else rate) <= 0


def _needs(rate: Any, claim: Claimed | None, conditions: Sequence[bool | Between]) -> tuple[str, ...]:
    """What must be known to say whether anything is due; a rate that is surely above nothing is no question."""
    questions = conditions if not isinstance(rate, Between) or amount(rate.low) > 0 else (rate, *conditions)
    needs = [n for value in questions if isinstance(value, Between) for n in value.needs]
    if claim and claim.state == "unknown":
        needs.extend(claim.needs)
    return tuple(dict.fromkeys(needs))


def _all_needs(needs: tuple[str, ...], final: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*needs, *(final.needs if isinstance(final, Between) else ()))))


def _capped(full: Any, limited: Any) -> bool | None:
    """Whether the limits lowered the amount; None where that depends on what is not known."""
    if limited is full or limited == full:
        return False
    ends = [(v.low, v.high) if isinstance(v, Between) else (v, v) for v in (full, limited)]
    if order(ends[1][1], ends[0][0]) < 0:
        return True
    return order(limited, full) < 0 if not isinstance(full, Between) and not isinstance(limited, Between) else None
