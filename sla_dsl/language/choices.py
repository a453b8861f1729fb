"""The wording of choices that a policy leaves open: what may be written, and what each of it means.

Every one is a finding with the code `open-choice`.  Where agreements differ, nobody may choose for the parties,
so the repair lists the exact words, one choice a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n

Choice = tuple[str, str]
"""The exact words to write, and what they mean."""


def _open(message: str, span: Span, lead: str, choices: Sequence[Choice]) -> Finding:
    lines = [f"  {words}  ({meaning})" for words, meaning in choices]
    return Finding("open-choice", message, span, repair="\n".join([lead, *lines]))


_SENTENCE = "Add one sentence:"
_BEFORE_STOP = "Add to the sentence, before 'assuming', 'accepting' or the full stop:"


def no_time_zone(span: Span) -> Finding:
    """No sentence sets the time zone."""
    message = "The policy does not say in which time zone its months and days begin."
    choices = [
        ("The time zone is Europe/Brussels.", "days begin at midnight there; any zone's name will do"),
        ("The time zone is UTC.", "days begin at midnight in UTC, all year"),
    ]
    return _open(message, span, _SENTENCE, choices)


def no_period(span: Span) -> Finding:
    """No sentence sets the period."""
    message = "The policy does not say over which period it counts."
    choices = [
        ("The period is each calendar month.", "totals, guarantees and credits are worked out month by month"),
        ("The period is each calendar quarter.", "from January, April, July and October"),
        ("The period is each calendar year.", "from January to December"),
    ]
    return _open(message, span, _SENTENCE, choices)


def no_halves(span: Span) -> Finding:
    """`to the nearest …`, and no word on halves."""
    message = "It is not said what becomes of an amount exactly halfway between two."
    choices = [
        (", halves up", "a half goes to the greater one"),
        (", halves down", "a half goes to the smaller one"),
        (", halves to even", "a half goes to the even one of the two"),
    ]
    return _open(message, span, "Add after the unit:", choices)


def no_extent(span: Span) -> Finding:
    """A least length of an outage, without saying whether all of it counts."""
    message = "It is not said how much of an outage counts once it is long enough."
    choices = [
        (", and then in full", "all of it counts, from its first second"),
        (", and then for the excess", "only what is over that length counts"),
    ]
    return _open(message, span, _BEFORE_STOP, choices)


def no_gap(span: Span) -> Finding:
    """Incidents some time apart are joined, without saying whether that time counts."""
    message = "It is not said whether the time between the joined incidents counts."
    choices = [
        (", with the time between", "the outage lasts from the first start to the last end"),
        (", without the time between", "the outage lasts as long as its incidents do"),
    ]
    return _open(message, span, _BEFORE_STOP, choices)


def no_join(measured: n.Name) -> Finding:
    """A rule about outages of a measure of which no sentence says what one outage is."""
    measure = measured.text
    message = f"This speaks of outages of '{measure}', and it is not said which incidents make one outage."
    choices = [
        (f"Incidents of {measure} that overlap or touch are one outage.", "without a moment of service in between"),
        (
            f"Incidents of {measure} at most 5 min apart are one outage, with the time between.",
            "short returns of the service are part of the outage",
        ),
        (f"Each incident of {measure} is an outage of its own.", "even where two of them overlap"),
    ]
    return _open(message, measured.span, _SENTENCE, choices)


def no_units(node: n.PerUnit) -> Finding:
    """`for each 30 min`, neither `full` nor `started`."""
    message = "It is not said whether a unit that has only begun counts."
    choices = [
        ("for each full …", "a unit counts when it is complete"),
        ("for each started …", "a unit counts as soon as it begins"),
    ]
    return _open(message, node.span, "Write instead of 'for each':", choices)


def no_opening(span: Span) -> Finding:
    """A claim, without saying whether it opens the whole period."""
    message = "It is not said what one claim opens."
    choices = [
        (", and one claim opens the period", "one claim in time, and all that counts in the period is credited"),
        (", and a claim opens only what it names", "only the outages that a claim names are credited"),
    ]
    return _open(message, span, _BEFORE_STOP, choices)


def no_credit_rounding(name: str, span: Span) -> Finding:
    """A credit whose amount no sentence rounds."""
    message = f"It is not said how the amount of '{name}' is rounded."
    choices = [
        (f"{name} is rounded to the nearest cent, halves up.", "0.505 EUR becomes 0.51 EUR"),
        (f"{name} is rounded to the nearest cent, halves to even.", "0.505 EUR becomes 0.50 EUR"),
        (f"{name} is rounded down to the cent.", "0.509 EUR becomes 0.50 EUR"),
        (f"{name} is rounded up to the cent.", "0.501 EUR becomes 0.51 EUR"),
    ]
    return _open(message, span, _SENTENCE, choices)


def no_holidays(name: str, span: Span) -> Finding:
    """A calendar without a word on holidays."""
    message = f"It is not said whether holidays are working days of '{name}'."
    choices = [
        ("except holidays of Belgium", "the public holidays of a country are not; any country's English name will do"),
        ("except 2026-12-25, 2026-12-26", "only these dates are not"),
        ("holidays included", "they are working days as any other"),
    ]
    return _open(message, span, _BEFORE_STOP, choices)


def no_chooser(span: Span) -> Finding:
    """Several forms of payment, and nobody who chooses."""
    message = "It is not said who chooses among these forms of payment."
    choices = [
        ("at the choice of the customer", "the customer says which"),
        ("at the choice of the provider", "the provider says which"),
        ("by a rule that the agreement does not give", "nobody can tell from the agreement; the result says so"),
    ]
    return _open(message, span, _BEFORE_STOP, choices)


def limit_in_one_currency(currency: str, span: Span) -> Finding:
    """A warning: the limit is clear for a customer who pays in its currency, and for no other."""
    message = f"This limit is in {currency}, and it is not said what it is for a customer who pays in another currency."
    repair = "Add to the sentence, before 'assuming', 'accepting' or the full stop: , converted at the given rate"
    return Finding("limit-in-one-currency", message, span, repair=repair, severity="warning")
