"""Values, bounds and conditions in the canonical wording, with brackets only where they are needed.

Chains are written part by part; only what stands inside brackets is reached by a call, and that is never deep.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from sla_dsl.language import nodes as n
from sla_dsl.values.money import is_currency, minor_digits
from sla_dsl.values.numbers import show_number


def value_text(value: n.Value) -> str:
    """Any value, as it stands where a whole value may."""
    match value:
        case n.AtLeast():
            return f"{value_text(value.value)} but at least {sum_text(value.floor)}"
        case n.AtMost():
            return f"{value_text(value.value)} but at most {sum_text(value.ceiling)}"
        case _:
            return sum_text(value)


def sum_text(value: n.Value) -> str:
    """A value where a sum may stand; one with `but` goes into brackets."""
    match value:
        case n.AtLeast() | n.AtMost():
            return f"({value_text(value)})"
        case n.Sum():
            return " ".join(sum_parts(value))
        case n.Product():
            return product_text(value)
        case _:
            return atom_text(value)


def sum_parts(value: n.Sum) -> list[str]:
    """The terms, each with its sign."""
    parts = [_in_sum(value.terms[0])]
    for term, sign in zip(value.terms[1:], value.signs[1:], strict=True):
        parts.append(f"{'plus' if sign > 0 else 'minus'} {_in_sum(term)}")
    return parts


def _in_sum(term: n.Value) -> str:
    return product_text(term) if isinstance(term, n.Product) else atom_text(term)


def product_text(value: n.Product) -> str:
    """The factors, each with its word."""
    parts = [atom_text(value.factors[0])]
    for factor, power in zip(value.factors[1:], value.powers[1:], strict=True):
        parts.append(f"{'times' if power > 0 else 'divided by'} {atom_text(factor)}")
    return " ".join(parts)


def atom_text(value: n.Value) -> str:
    """A value where a single one must stand: everything longer goes into brackets."""
    match value:
        case n.Sum() | n.Product() | n.AtLeast() | n.AtMost():
            return f"({value_text(value)})"
        case n.ValueName():
            return value.name.text
        case n.ShareOf():
            return f"{show_number(value.percent)} % of {atom_text(value.base)}"
        case n.PeriodLength():
            return "the length of the period"
        case n.LongestOutage():
            return f"the longest outage of {value.measure.text}"
        case n.OutageCount():
            return f"the number of outages of {value.measure.text}"
        case n.PartBeyond():
            return f"the part of {atom_text(value.value)} beyond {atom_text(value.threshold)}"
        case n.GreaterOf():
            return f"the greater of {atom_text(value.left)} and {atom_text(value.right)}"
        case n.LesserOf():
            return f"the lesser of {atom_text(value.left)} and {atom_text(value.right)}"
        case n.PerUnit():
            units = f"{value.units} " if value.units else ""
            size = atom_text(value.size)
            return f"{literal_text(value.price)} for each {units}{size} of {atom_text(value.of)}"
        case _:
            return literal_text(value)


def literal_text(value: n.Literal_) -> str:
    """`99.9 %`, `5`, `125 EUR`, `4 min 22 s`, `2 Business hours`."""
    match value:
        case n.Percent():
            return f"{show_number(value.amount)} %"
        case n.Number():
            return show_number(value.amount)
        case n.Amount():
            return f"{_money(value.amount, value.currency.text)} {value.currency.text}"
        case n.Elapsed():
            return " ".join(f"{show_number(amount)} {unit}" for amount, unit in value.parts)
        case n.Business():
            return f"{show_number(value.amount)} {value.calendar.text} {value.unit}"
        case _:
            assert_never(value)


def _money(amount: Fraction, currency: str) -> str:
    """`900`, `10.10`, `0.125`: an amount with cents has as many digits as its currency, or more."""
    whole, _, places = show_number(amount).partition(".")
    if not places or not is_currency(currency):
        return f"{whole}.{places}" if places else whole
    return f"{whole}.{places.ljust(minor_digits(currency), '0')}"


# ---------------------------------------------------------------- bounds and conditions


def bound_text(bound: n.Bound) -> str:
    """`at least 95 %`."""
    return f"{bound.comparison} {sum_text(bound.value)}"


def bounds_text(bounds: Iterable[n.Bound]) -> str:
    """`at least 95 % but less than 99 %`."""
    return " but ".join(bound_text(bound) for bound in bounds)


def condition_text(condition: n.Condition) -> str:
    """A condition on one line."""
    return " ".join(condition_parts(condition))


def condition_parts(condition: n.Condition) -> list[str]:
    """A condition, in the parts between which a line may end."""
    match condition:
        case n.Either():
            return _joined([_conjunction(part) for part in condition.parts], "or")
        case n.Both():
            return _joined([_predicate(part) for part in condition.parts], "and")
        case _:
            return [_predicate(condition)]


def _joined(parts: list[str], word: str) -> list[str]:
    return parts[:1] + [f"{word} {part}" for part in parts[1:]]


def _conjunction(condition: n.Condition) -> str:
    if isinstance(condition, n.Both):
        return condition_text(condition)
    return _predicate(condition)


def _predicate(condition: n.Condition) -> str:
    """A condition where a single one must stand: a chain goes into brackets."""
    match condition:
        case n.Either() | n.Both():
            return f"({condition_text(condition)})"
        case n.Compare():
            return f"{sum_text(condition.value)} is {bounds_text(condition.bounds)}"
        case n.Holds():
            return f"{condition.name.text} holds"
        case n.Not():
            return f"not {_predicate(condition.condition)}"
        case n.Reported():
            return f"the customer reported an incident that counts as {condition.measure.text}"
        case n.GuaranteeIs():
            return f"the guarantee {condition.guarantee.text} is {condition.kept}"
        case _:
            assert_never(condition)


# ---------------------------------------------------------------- names in a row


def names_text(names: Iterable[n.Name], word: str) -> str:
    """`A`, `A or B`, `A, B or C`."""
    texts = [name.text for name in names]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}"


def article(name: n.Name) -> str:
    """`an Urgent ticket`, `a Non-Urgent ticket`."""
    return "an" if name.text[0] in "AEIOU" else "a"
