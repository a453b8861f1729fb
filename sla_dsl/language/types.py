"""The type of every name and every sentence: what may be added, compared, credited and rounded."""

from __future__ import annotations

from collections.abc import Iterable

from sla_dsl.findings.finding import Finding
from sla_dsl.language import nodes as n
from sla_dsl.language import quantities
from sla_dsl.language import type_mistakes as wrong
from sla_dsl.language.agreement import ValueType, identifier
from sla_dsl.language.bounding import bound_mistakes
from sla_dsl.language.gathering import counting_sentences
from sla_dsl.language.likeness import alike, wanted
from sla_dsl.language.names import Declared, Names
from sla_dsl.language.quantities import OPEN, Quantity
from sla_dsl.language.references import roots
from sla_dsl.language.weighing import Known, weigh, whole_days

_LIMIT = "Write an amount, such as '20 % of Monthly Fee' or '125 EUR'."
_RATE = "Write a percentage of what the credit is on; for a fixed sum write 'on 45 EUR, of 100 %'."

_LENGTH = Quantity("elapsed", low=0)


def quantities_of(file: n.PolicyFile, names: Names, order: Iterable[Declared]) -> dict[str, Quantity]:
    """The quantity of every name that has one; `order` puts each definition after those that it reads."""
    rounded = _roundings(file)
    known = {
        key: Quantity("money", low=0) if found.kind == "charge" else _LENGTH._replace(in_period=key not in rounded)
        for key, found in names.declared.items()
        if found.kind in ("charge", "time")
    }
    for found in order:
        body = found.sentence.body
        if found.kind == "value" and isinstance(body, n.DefineValue):
            quantity, _ = weigh(body.value, known)
            key = identifier(found.name.text)
            known[key] = _rounded(quantity, rounded[key]) if key in rounded else quantity
    return known


def _roundings(file: n.PolicyFile) -> dict[str, n.Rounding]:
    """How each name is rounded that is, its total or each of its outages; where it is said twice, as said last."""
    found = {}
    for sentence in counting_sentences(file):
        match sentence.body:
            case n.RoundName(name=name, rounding=rounding):
                found[identifier(name.text)] = rounding
            case n.RoundTotal(measure=name, rounding=rounding) | n.RoundOutages(measure=name, rounding=rounding):
                found[identifier(name.text)] = rounding
            case _:
                pass
    return found


def _rounded(quantity: Quantity, rounding: n.Rounding) -> Quantity:
    """What rounding leaves of a quantity: an end that is a multiple of the unit stays one."""
    unit = quantities.of_grain(rounding.grain).fixed
    low, high = (end if unit and end is not None and end % unit == 0 else None for end in quantity.ends())
    return quantity._replace(fixed=None, low=low, high=high, in_period=False)


def check_types(file: n.PolicyFile, names: Names, known: Known) -> list[Finding]:
    """What is wrong with the types in every sentence, those set aside too."""
    return [finding for sentence in file.sentences for finding in _sentence(sentence, names, known)]


def _sentence(sentence: n.Sentence, names: Names, known: Known) -> list[Finding]:
    body = sentence.body
    match body:
        case n.DefineTime() | n.DefineValue() | n.DefineTruth() | n.NotCounted() | n.TimeNotCounted():
            return _inside(body, known)
        case n.Guarantee() | n.DueOnlyIf():
            return _inside(body, known)
        case n.Join() | n.LongEnough():
            return _outages(body, known)
        case n.RoundTotal() | n.RoundOutages():
            return _rounding(body.rounding, "elapsed", known)
        case n.RoundName():
            return _rounding(body.rounding, _type_of(body.name, names, known), known)
        case n.Limited() | n.Minimum():
            return _amounts(sentence, body, known)
        case n.Credit():
            return _credit(sentence, body, known)
        case n.Claim():
            return whole_days(body.within)
        case n.Target():
            return whole_days(body.within) or _besides_pauses(body)
        case _:
            return []


def _besides_pauses(target: n.Target) -> list[Finding]:
    """A number of days ends with its last day, and there is no part of it that a pause could leave out."""
    within = target.within
    units = (within.unit,) if isinstance(within, n.Business) else tuple(unit for _, unit in within.parts)
    return [wrong.pause_of_days(target)] if target.pauses and {"day", "days"}.intersection(units) else []


def _inside(body: n.Body, known: Known) -> list[Finding]:
    return [finding for root in roots(body) for finding in weigh(root, known)[1]]


def _outages(body: n.Join | n.LongEnough, known: Known) -> list[Finding]:
    bound = body.apart if isinstance(body, n.Join) else body.bound
    if bound is None:
        return []
    quantity, told = weigh(bound.value, known)
    what = "The time between two incidents" if isinstance(body, n.Join) else "How long an outage lasts"
    told += wanted(bound.value, quantity, "elapsed", what)
    if isinstance(body, n.Join) and bound.comparison not in ("at most", "less than"):
        message = "Incidents are joined where they lie close together, not where they lie far apart."
        told.append(wrong.odd_comparison(bound.span, message, "'at most' or 'less than'"))
    elif isinstance(body, n.LongEnough) and body.extent == "for the excess":
        told += _excess(bound)
    if not told and quantity.type == "elapsed" and quantity.fixed is None:
        return [wrong.length_not_fixed(bound.value.span)]
    return told or bound_mistakes(_LENGTH, (bound,), (quantity,))


def _excess(bound: n.Bound) -> list[Finding]:
    if bound.comparison in ("at least", "more than"):
        return []
    message = "There is an excess only over a length that an outage must reach."
    return [wrong.odd_comparison(bound.span, message, "'at least' or 'more than'")]


def _type_of(name: n.Name, names: Names, known: Known) -> ValueType | None:
    if names.kind(name) == "credit":
        return "money"
    return known.get(identifier(name.text), OPEN).type if names.kind(name) == "value" else None


def _rounding(rounding: n.Rounding, kind: ValueType | None, known: Known) -> list[Finding]:
    grain = rounding.grain
    quantity = quantities.of_grain(grain)
    told = [] if isinstance(grain, str) else weigh(grain, known)[1]
    if kind is None or told:
        return told
    if quantity.fixed == 0:
        return [wrong.rounded_to_nothing(rounding.span)]
    if not isinstance(grain, str):
        return wanted(grain, quantity, kind, "The unit that this is rounded to")
    if quantity.type in (None, kind):
        return []
    return [wrong.wrong_type(rounding.span, kind, quantity.type or kind, "The unit that this is rounded to")]


def _amounts(sentence: n.Sentence, body: n.Limited | n.Minimum, known: Known) -> list[Finding]:
    value = body.value if isinstance(body, n.Limited) else body.bound.value
    what = "The limit of a credit" if isinstance(body, n.Limited) else "The least that is paid"
    quantity, told = weigh(value, known)
    told += wanted(value, quantity, "money", what, _LIMIT)
    if isinstance(value, n.ShareOf) and isinstance(body, n.Limited):
        told += _not_above(value, Quantity("ratio", value.percent / 100), sentence, "This limit")
    return told


def _credit(sentence: n.Sentence, body: n.Credit, known: Known) -> list[Finding]:
    base, told = weigh(body.base, known)
    told += wanted(body.base, base, "money", "What a credit is on")
    if isinstance(body.rate, n.Table):
        return told + _table(sentence, body.rate, known)
    return told + _rate(sentence, body.rate, known)


def _rate(sentence: n.Sentence, rate: n.Value, known: Known) -> list[Finding]:
    """A rate is a percentage, or a plain number that is worked out (`1 divided by 30`), never one written alone."""
    quantity, told = weigh(rate, known)
    if quantity.type != "number" or isinstance(rate, n.Number):
        told += wanted(rate, quantity, "ratio", "The rate of a credit", _RATE)
    return told + _not_above(rate, quantity, sentence, "This rate")


def _not_above(value: n.Value, quantity: Quantity, sentence: n.Sentence, what: str) -> list[Finding]:
    share = quantity.type == "ratio" or (quantity.type == "number" and not isinstance(value, n.Number))
    above = share and quantity.fixed is not None and quantity.fixed > 1
    return [wrong.credit_above_charge(value.span, what)] if above and not sentence.assuming else []


def _table(sentence: n.Sentence, table: n.Table, known: Known) -> list[Finding]:
    key, told = weigh(table.value, known)
    for row in table.rows:
        parts = []
        for bound in row.bounds:
            quantity, inside = weigh(bound.value, known)
            parts.append(quantity)
            told += inside + alike(table.value, key, bound.value, quantity)
        told += bound_mistakes(key, row.bounds, parts)
        told += _rate(sentence, row.gives, known)
    return told
