"""Credits, guarantees and support targets to nodes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sla_dsl.evaluation.compiling.claims import claim, named_claim, opens_only_named, within, worked_out_again
from sla_dsl.evaluation.compiling.conditions import Truths, compare, lower_condition
from sla_dsl.evaluation.compiling.values import Names, lower_value, rounding, times
from sla_dsl.evaluation.compiling.workshop import Workshop, known
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import CreditTerms


def lower_credit(shop: Workshop, names: Names, truths: Truths, terms: CreditTerms) -> int:
    """The nodes of a credit: rate, amount, limits, rounding, then the conditions and the claim."""
    sentence = terms.credit
    body = sentence.body
    assert isinstance(body, n.Credit)
    base = lower_value(shop, names, body.base, sentence)
    rate = _rate(shop, names, body.rate, sentence)
    full = times(shop, (rate, base), sentence, sentence.body.span)
    limited = _limited(shop, names, terms, full, base)
    final = limited
    if terms.rounding is not None and isinstance(terms.rounding.body, n.RoundName):
        final = rounding(shop, limited, terms.rounding.body.rounding, terms.rounding)
    amounts = [rate, full, limited, final]
    if terms.claim is not None and opens_only_named(terms.claim):
        return _by_claim(shop, names, terms, [*amounts, *_conditions(shop, names, truths, terms, final)], (rate, base))
    claims = [claim(shop, names, terms.claim, (rate, base))] if terms.claim is not None else []
    inputs = [*amounts, *claims, *_conditions(shop, names, truths, terms, final)]
    return _credit(shop, terms, inputs, terms.name)


def _by_claim(shop: Workshop, names: Names, terms: CreditTerms, inputs: list[int], worked_from: tuple[int, ...]) -> int:
    """A credit worked out three times: on the whole, on what was claimed in time, and on what still can be."""
    assert terms.claim is not None
    bench = named_claim(shop, names, terms.claim, worked_from)
    made = [_credit(shop, terms, inputs, f"{terms.name} (if all were claimed)")]
    for state, words in (("claimed", "claimed"), ("claimable", "if the rest were claimed")):
        made.append(_credit(shop, terms, worked_out_again(shop, bench, inputs, state), f"{terms.name} ({words})"))
    return shop.add("credit_by_claim", (*made, bench.claim), "credit", terms.credit, name=terms.name)


def _credit(shop: Workshop, terms: CreditTerms, inputs: Sequence[int], name: str) -> int:
    has_claim = any(shop.type_of(at) == "claim" for at in inputs)
    return shop.add("credit", inputs, "credit", terms.credit, {"claim": has_claim, **_payment(terms)}, name=name)


def _conditions(shop: Workshop, names: Names, truths: Truths, terms: CreditTerms, final: int) -> list[int]:
    found = [lower_condition(shop, names, truths, _condition(s), s) for s in terms.conditions]
    if terms.minimum is not None and isinstance(terms.minimum.body, n.Minimum):
        bound = terms.minimum.body.bound
        edge = lower_value(shop, names, bound.value, terms.minimum)
        found.append(compare(shop, (final, edge), (bound,), terms.minimum, bound.span))
    return found


def _condition(sentence: n.Sentence) -> n.Condition:
    assert isinstance(sentence.body, n.DueOnlyIf)
    return sentence.body.condition


def _rate(shop: Workshop, names: Names, rate: n.Value | n.Table, sentence: n.Sentence) -> int:
    if not isinstance(rate, n.Table):
        return lower_value(shop, names, rate, sentence)
    inputs = [lower_value(shop, names, rate.value, sentence)]
    gives = "ratio"
    for row in rate.rows:
        inputs += [lower_value(shop, names, bound.value, sentence) for bound in row.bounds]
        inputs.append(lower_value(shop, names, row.gives, sentence))
        gives = shop.type_of(inputs[-1])
    params = {"pick": rate.pick, "rows": [[bound.comparison for bound in row.bounds] for row in rate.rows]}
    return shop.add("table", inputs, gives, sentence, params, span=rate.span)


def _limited(shop: Workshop, names: Names, terms: CreditTerms, full: int, base: int) -> int:
    at = full
    for sentence in terms.limits:
        body = sentence.body
        assert isinstance(body, n.Limited)
        limit = lower_value(shop, names, body.value, sentence)
        if body.converted:
            limit = shop.add("convert", (limit, base), "money", sentence)
        at = shop.add("lesser", (at, limit), "money", sentence)
    return at


def _payment(terms: CreditTerms) -> dict[str, Any]:
    if terms.payment is None or not isinstance(terms.payment.body, n.Payment):
        return {"paid_as": [], "only": False, "chooser": ""}
    body = terms.payment.body
    return {"paid_as": [form.text for form in body.forms], "only": body.only, "chooser": body.chooser}


def lower_target(shop: Workshop, sentence: n.Sentence) -> int:
    """The node of a support target."""
    body = sentence.body
    assert isinstance(body, n.Target)
    params = {
        "recorded": _recorded(shop, body.step),
        "priority": known(body.priority.text),
        "within": within(body.within),
        "after": _recorded(shop, body.after) if body.after else "",
        "pauses": [_recorded(shop, pause) for pause in body.pauses],
    }
    return shop.add("target", (), "target", sentence, params, name=body.step.text)


def _recorded(shop: Workshop, step: n.Name) -> str:
    body = shop.agreement.declarations[known(step.text)].body
    assert isinstance(body, n.Declaration)
    return known((body.recorded_as or body.name).text)
