"""The wording of mistakes about types, units and amounts: one constructor a mistake."""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import ValueType
from sla_dsl.language.phrases import TYPES, decimal
from sla_dsl.values.numbers import Exact, show_number

_WITH_UNITS: dict[ValueType, str] = {
    "elapsed": "'{0} min' or '{0} s'",
    "money": "'{0} EUR' or '{0} USD'",
    "ratio": "'{0} %'",
    "number": "'{0}'",
}


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def types_differ(span: Span, left: ValueType, right: ValueType, hint: str = "") -> Finding:
    """Two things of different types are added, subtracted or compared."""
    message = f"{_capital(TYPES[left])} and {TYPES[right]} cannot be added or compared."
    repair = hint or f"Write two amounts of the same sort: {TYPES[left]} on both sides, or {TYPES[right]} on both."
    return Finding("types-differ", message, span, repair=repair)


def sign_missing(value: n.Value, amount: Exact, wanted: ValueType) -> Finding:
    """A plain number where a percentage, a length of time or an amount of money is needed."""
    shown = decimal(amount)
    code = {"ratio": "percent-sign-missing", "elapsed": "unit-missing", "money": "currency-missing"}
    missing = {"ratio": "a '%'", "elapsed": "a unit", "money": "a currency"}
    subject = (
        f"'{value.name.text}' is the plain number {shown}"
        if isinstance(value, n.ValueName)
        else f"{shown} is a plain number"
    )
    message = f"{subject}, but {TYPES[wanted]} is needed here: {missing[wanted]} may be missing."
    where = " where the name is defined" if isinstance(value, n.ValueName) else ""
    repair = f"Write {_WITH_UNITS[wanted].replace('{0}', shown)}{where}."
    return Finding(code[wanted], message, value.span, repair=repair)


def divisor_without_unit(span: Span, left: ValueType, right: ValueType, divisor: Exact) -> Finding:
    """`100 % minus Downtime divided by 43200`: the divisor was meant to be a length of time."""
    units = _WITH_UNITS["elapsed"].replace("{0}", decimal(divisor))
    hint = f"If {decimal(divisor)} is a length of time, write its unit: {units}."
    return types_differ(span, left, right, hint)


def wrong_type(span: Span, wanted: ValueType, found: ValueType, what: str, hint: str = "") -> Finding:
    """`what`, the subject of the message, must be of another type: `The rate of a credit`."""
    message = f"{what} must be {TYPES[wanted]}, but this is {TYPES[found]}."
    return Finding("wrong-type", message, span, repair=hint or f"Write {TYPES[wanted]} here.")


def cannot_multiply(span: Span, left: ValueType, right: ValueType) -> Finding:
    """Two things whose product is nothing that the language knows."""
    message = f"{_capital(TYPES[left])} cannot be multiplied by {TYPES[right]}."
    return Finding("types-differ", message, span, repair="Multiply by a percentage or by a plain number.")


def cannot_divide(span: Span, left: ValueType, right: ValueType) -> Finding:
    """Two things whose quotient is nothing that the language knows."""
    message = f"{_capital(TYPES[left])} cannot be divided by {TYPES[right]}."
    repair = f"Divide {TYPES[left]} by {TYPES[left]}, by a percentage or by a plain number."
    return Finding("types-differ", message, span, repair=repair)


def divided_by_nothing(span: Span) -> Finding:
    """A divisor that is fixed at 0."""
    message = "This divides by nothing."
    return Finding("division-by-zero", message, span, repair="Divide by an amount that is not 0.")


def unknown_currency(name: n.Name) -> Finding:
    """A code that is no currency of ISO 4217."""
    message = f"'{name.text}' is not the code of a currency."
    repair = "Write the three letters of the currency, such as EUR, USD or GBP."
    return Finding("unknown-currency", message, name.span, repair=repair)


def two_currencies(span: Span, left: str, right: str) -> Finding:
    """Amounts of two currencies are added or compared."""
    message = f"An amount in {left} and an amount in {right} meet here without a rate."
    return Finding("two-currencies", message, span, repair=f"Write both in {left}, or both in {right}.")


def number_out_of_hand(span: Span) -> Finding:
    """Numbers that are multiplied, or added, until nothing can hold the exact result."""
    message = "The exact result of this could have more digits than can be worked with."
    return Finding("result-too-long", message, span, repair="Multiply fewer numbers, or numbers of fewer digits.")


def percent_of_percent(span: Span) -> Finding:
    """`20 % of 50 %`."""
    message = "This is a percentage of a percentage."
    return Finding("percent-of-percent", message, span, repair="Say of what it is a part: '20 % of Monthly Fee'.")


def business_time_here(literal: n.Business) -> Finding:
    """Business time outside a deadline."""
    name = literal.calendar.text
    message = f"'{name} {literal.unit}' run only in the hours of a calendar, and a length of time is needed here."
    repair = (
        "Write the length in s, min, hours or days; only what is due, or is claimed, is counted in a calendar's time."
    )
    return Finding("business-time-here", message, literal.span, repair=repair)


def part_of_a_day(span: Span) -> Finding:
    """A deadline or notice in days and hours together, or in parts of a day."""
    message = "Days before or after an event are whole calendar days, and this is not a number of whole days."
    return Finding("part-of-a-day", message, span, repair="Write whole days alone, or write it all in hours.")


def pause_of_days(target: n.Target) -> Finding:
    """A deadline in days that leaves pauses out."""
    message = "A time in days runs to the end of its last day, so no pause can be taken out of it."
    within = target.within
    if isinstance(within, n.Business):
        repair = f"Write it in hours: '… {within.calendar.text} hours'."
    else:
        days = sum((amount for amount, _ in within.parts), Fraction(0))
        repair = f"Write it in hours, '{show_number(days * 24)} hours', if that is what is meant."
    return Finding("pause-of-days", message, within.span, repair=f"{repair} Or leave out 'not counting …'.")


def notice_in_words(span: Span) -> Finding:
    """A notice that is not a length written on the spot."""
    message = "The notice must be written out here, because days and hours are counted differently."
    return Finding("notice-not-written-out", message, span, repair="Write, for example, '7 days' or '168 hours'.")


def units_out_of_order(literal: n.Elapsed) -> Finding:
    """`22 s 4 min`, `4 min 4 min`."""
    message = "The parts of a length of time go from the greatest unit to the smallest, each unit once."
    repair = "Write it so: '1 hour 4 min 22 s'; or put a comma where two lengths were meant."
    return Finding("units-out-of-order", message, literal.span, repair=repair)


def above_hundred(span: Span) -> Finding:
    """A percentage compared with more than 100 %."""
    message = "What is compared never lies above 100 %, so this bound decides nothing."
    return Finding("percent-above-hundred", message, span, repair="Write a smaller percentage.")


def below_zero(span: Span) -> Finding:
    """Anything compared with less than nothing."""
    message = "What is compared never lies below 0, so this bound decides nothing."
    return Finding("threshold-below-zero", message, span, repair="Write a greater amount.")


def length_not_fixed(span: Span) -> Finding:
    """A least length of an outage, or a distance of incidents, that would depend on the record."""
    message = "This length must be the same for every customer and every period."
    return Finding("length-not-fixed", message, span, repair="Write a length such as '5 min', or the name of one.")


def credit_above_charge(span: Span, what: str) -> Finding:
    """A credit of more than all that it is a credit on, without an assumption that says so."""
    message = f"{what} is more than 100 % of what the credit is on."
    repair = 'Write at most 100 %; if the agreement does say so, add to the sentence: assuming "…".'
    return Finding("credit-above-charge", message, span, repair=repair)


def rounded_to_nothing(span: Span) -> Finding:
    """A rounding to `0 min`, `0 %` or `0 EUR`."""
    message = "Nothing can be rounded to a multiple of 0."
    return Finding("rounded-to-nothing", message, span, repair="Round to a unit, such as the minute or the cent.")


def odd_comparison(span: Span, message: str, words: str) -> Finding:
    """A bound that looks the wrong way; `words` are the comparisons that make sense."""
    return Finding("odd-comparison", message, span, repair=f"Write {words}.")


def never_both(span: Span) -> Finding:
    """Two bounds that exclude each other."""
    message = "Nothing can be both, so this never holds."
    return Finding("bounds-never-hold", message, span, repair="Change one of the two bounds.")
