"""What a period comes to: one sentence for each credit and each guarantee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from sla_dsl.evaluation.claims import Claimed
from sla_dsl.evaluation.credits import claim_node, credit_node
from sla_dsl.evaluation.describing import describe
from sla_dsl.evaluation.details import literal_words
from sla_dsl.evaluation.phrases import broken, kept, label, phrases_of, says, value_words
from sla_dsl.evaluation.result import CreditResult, PeriodResult
from sla_dsl.evaluation.tree import Node, Root
from sla_dsl.faces.layout import Line, Tone, pieced
from sla_dsl.faces.pictures.steps import ANSWERS, VALUES, amount_words, by, clause_of, step_words
from sla_dsl.findings.wording import listed
from sla_dsl.values.money import Money

_SPELT_WITH_VOWEL = "AEFHILMNORSX"
_LONG_U = ("uni", "use", "usa", "usu", "uti")


def answer_lines(period: PeriodResult) -> Iterator[Line]:
    """The credits first: they are what is asked for."""
    for root, credit in zip(period.tree.credits, period.credits, strict=True):
        lead, rest = _credit_parts(period, root, credit)
        yield pieced((lead[0].upper() + lead[1:], _CREDIT_TONES[credit.status]), (rest, None))
    for root in period.tree.guarantees:
        before, verdict, after = _guarantee_parts(period, root)
        yield pieced((before, None), (verdict, _VERDICT_TONES[period.guarantees[root.id]]), (after, None))


_CREDIT_TONES: Mapping[str, Tone] = {
    "due": "bad",
    "none": "good",
    "not_eligible": "good",
    "claimable": "open",
    "unknown": "open",
}
_VERDICT_TONES: Mapping[str, Tone] = {"met": "good", "missed": "bad", "unknown": "open"}


def credit_answer(period: PeriodResult, root: Root, credit: CreditResult) -> str:
    """The sentence on a credit, as it stands by itself."""
    sentence = credit_sentence(period, root, credit)
    return sentence[0].upper() + sentence[1:]


def credit_sentence(period: PeriodResult, root: Root, credit: CreditResult) -> str:
    """What is due, or what stands in its way."""
    return "".join(_credit_parts(period, root, credit))


def _credit_parts(period: PeriodResult, root: Root, credit: CreditResult) -> tuple[str, str]:
    """The same in two parts: what it comes to, and what else there is to say."""
    name = in_running_text(credit.words)
    match credit.status:
        case "due":
            return f"{_due(credit, name)} is due", f"{_form(credit)}.{_rest(period, root)}"
        case "none":
            rate = _node(period, root).inputs[0]
            return f"no {name} is due", f": {step_words(period, rate)}{by(clause_of(period.tree, rate))}."
        case "not_eligible":
            return f"no {name} is due", f", because {listed(_failing(period, root), 'and')}."
        case "claimable":
            return _claimable(credit, name)
        case "unknown":
            undecided = f"whether {with_article(name)} is due cannot be decided"
            return undecided, f"{_without(credit)}. {_bounds(credit)}"
        case _:
            assert_never(credit.status)


def _due(credit: CreditResult, name: str) -> str:
    amount = f"{with_article(name)} of {amount_words(credit.amount.value)}"
    return f"{amount} (the agreement's limit)" if credit.capped else amount


def _node(period: PeriodResult, root: Root) -> Node:
    """The step with the rate, the amount and the conditions of a credit."""
    return period.tree.nodes[credit_node(period.tree, period.trace.values, root.node)]


def _form(credit: CreditResult) -> str:
    """In which form it is paid, in the words of the policy."""
    if credit.paid_as is None:
        return ""
    forms, only, chooser = credit.paid_as
    return f", to be paid {'only ' if only else ''}as {listed(forms, 'or')}{_CHOICE[chooser]}"


_CHOICE = {
    None: "",
    "customer": " at the choice of the customer",
    "provider": " at the choice of the provider",
    "not given": " by a rule that the agreement does not give",
}


def _rest(period: PeriodResult, root: Root) -> str:
    """Where a claim opens only what it names: until when more can be claimed."""
    at = claim_node(period.tree, root.node)
    claim: Claimed | None = None if at is None else period.trace.values[at]
    if claim is None or not claim.more:
        return ""
    return f" More can still be claimed{f' until {claim.last_day}' if claim.last_day else ''}."


def _claimable(credit: CreditResult, name: str) -> tuple[str, str]:
    until = f" until {credit.claim_by.isoformat()}" if credit.claim_by else "; its last day is not fixed yet"
    if credit.amount.value is not None:
        return f"{with_article(name)} of {amount_words(credit.amount.value)} can be claimed", f"{until}."
    open_amount = f"Its amount cannot be decided{_without(credit)}. {_bounds(credit)}"
    return f"{with_article(name)} can be claimed", f"{until}. {open_amount}"


def _without(credit: CreditResult) -> str:
    return f" without {listed(list(credit.needs), 'and')}" if credit.needs else ""


def _bounds(credit: CreditResult) -> str:
    least, most = credit.amount.least, credit.amount.most
    parts = [f"at least {amount_words(least)}"] if _says_something(least) else []
    parts += [f"at most {amount_words(most)}"] if most is not None else []
    return f"It comes to {' and '.join(parts)}." if parts else "It may come to any amount."


def _says_something(least: Any) -> bool:
    """Whether a lower bound is worth telling: not where it is nothing, in no currency."""
    return bool(least.currency) if isinstance(least, Money) else bool(least)


def _failing(period: PeriodResult, root: Root) -> list[str]:
    """The conditions that are surely not met."""
    reasons = []
    for at in _node(period, root).inputs[4:]:
        if period.trace.values[at] is False:
            reasons.append(f"this is not so: {says(period, at)}{by(clause_of(period.tree, at))}")
    at_claim = claim_node(period.tree, root.node)
    if at_claim is None:
        return reasons
    claim: Claimed = period.trace.values[at_claim]
    if claim.state in ("expired", "nothing to claim"):
        reasons.insert(0, f"{_unclaimed(claim)}{by(clause_of(period.tree, at_claim))}")
    return reasons or [f"{_gives_none(claim)}{by(clause_of(period.tree, at_claim))}"]


def _gives_none(claim: Claimed) -> str:
    """Of a claim that opens only what it names: that this is not enough for a credit."""
    ways = ["was claimed in time"] if claim.timely or not claim.more else []
    ways += ["can still be claimed"] if claim.more else []
    return f"what {listed(ways, 'or')} gives none"


def _unclaimed(claim: Claimed) -> str:
    if claim.state == "nothing to claim":
        return "nothing counts that could be claimed"
    late = f"; {listed(list(claim.late), 'and')} came too late" if claim.late else ""
    return f"it was not claimed by {claim.last_day}{late}" if claim.last_day else f"it was not claimed{late}"


def guarantee_sentence(period: PeriodResult, root: Root) -> str:
    """Whether a promise was kept, and how near it was."""
    return "".join(_guarantee_parts(period, root))


def _guarantee_parts(period: PeriodResult, root: Root) -> tuple[str, str, str]:
    """The same in three parts: what was promised, how it came out, and what was measured."""
    tree = period.tree
    (at,) = tree.nodes[root.node].inputs
    promise = f"the guarantee that {promise_words(period, at)}"
    at_hand = _measured(period, at) + by(clause_of(tree, root.node))
    match period.guarantees[root.id]:
        case "met":
            return f"T{promise[1:]} ", "was met", f"{at_hand}."
        case "missed":
            return f"T{promise[1:]} ", "was missed", f"{at_hand}."
        case "unknown":
            return f"Whether {promise} was met ", "is not known", f"{at_hand}."


def promise_words(period: PeriodResult, at: int) -> str:
    """A condition in the policy's words, without the values of the period."""
    tree = period.tree
    words: dict[int, str] = {}
    for k in _said_in(period, at):
        node = tree.nodes[k]
        if node.op == "literal":
            words[k] = literal_words(node)
        elif node.type in VALUES or node.type in ANSWERS:
            words[k] = _in_short(period, k, at) or describe(tree, k, words.__getitem__)
        else:
            words[k] = label(period, k)
    return words[at]


def _said_in(period: PeriodResult, at: int) -> list[int]:
    """The steps in whose words a condition is said, in working order; what is said in short needs no others."""
    found: set[int] = set()
    waiting = [at]
    while waiting:
        k = waiting.pop()
        if k not in found:
            found.add(k)
            waiting += () if _in_short(period, k, at) else period.tree.nodes[k].inputs
    return sorted(found)


def _in_short(period: PeriodResult, k: int, at: int) -> str:
    """The name of a step, or the guarantee that it is about (not of the condition itself that is put in words)."""
    node, made = period.tree.nodes[k], phrases_of(period)
    if node.name:
        return f"{node.name} holds" if node.type == "truth" else node.name
    return broken(made, node) or ("" if k == at else kept(made, k))


def _measured(period: PeriodResult, at: int) -> str:
    node = period.tree.nodes[at]
    if node.op != "compare" or not period.tree.nodes[node.inputs[0]].name:
        return ""
    return f": {period.tree.nodes[node.inputs[0]].name} is {value_words(period, node.inputs[0])}"


def in_running_text(name: str) -> str:
    """`Service Credit` is `service credit`; a word of capitals (`SLA Credit`) stays as it is."""
    return " ".join(word.lower() if word.istitle() else word for word in name.split(" "))


def with_article(name: str) -> str:
    """`a rebate`, `an hourly credit`, `an SLA credit`, `a usage credit`."""
    first = name.split(" ")[0]
    low = first.lower()
    if len(first) > 1 and first.isupper():
        vowel = first[0] in _SPELT_WITH_VOWEL
    else:
        vowel = low.startswith(("a", "e", "i", "o", "u", "hour")) and not low.startswith(_LONG_U)
    return f"{'an' if vowel else 'a'} {name}"
