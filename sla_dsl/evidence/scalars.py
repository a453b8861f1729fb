"""The value of one field: from what stands in it to what the record holds, or a mistake.

Texts are read here, from any file; what is no text goes on to `python_values.py`.  Every reader is told its
place by nobody: it returns `Wrong`, and the reader of the record adds the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from sla_dsl.evidence import limits, mistakes
from sla_dsl.evidence.fields import FieldType
from sla_dsl.evidence.wrong import Wrong
from sla_dsl.values.instant import read_instant
from sla_dsl.values.money import is_currency
from sla_dsl.values.numbers import read_decimal
from sla_dsl.values.periods import PeriodKind, read_period

Value: TypeAlias = str | int | Fraction | tuple[str, ...] | None
Reader: TypeAlias = Callable[[str], Value | Wrong]

PERIOD_KINDS: tuple[PeriodKind, ...] = ("month", "quarter", "year")
_CURRENCY = re.compile(r"[A-Z]{3}\Z")


def read_text(text: str) -> str | Wrong:
    """A text with something in it, of a bounded length.  Blanks around it are part of it."""
    if text.isascii() and 0 < len(text) <= limits.TEXT_LENGTH and not text.isspace():
        return text
    if not text.strip():
        return Wrong(mistakes.empty_text)
    if len(text) > limits.TEXT_LENGTH:
        return Wrong(mistakes.text_too_long, (len(text),))
    return Wrong(mistakes.damaged_text) if is_damaged(text) else text


def is_damaged(text: str) -> bool:
    """Whether the text holds half of a surrogate pair, so that no file can hold it."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def read_moment(text: str) -> int | Wrong:
    """An instant that names its offset."""
    instant = read_instant(text)
    if type(instant) is int:
        return instant
    if not text.strip():
        return Wrong(mistakes.empty_text)
    if type(read_instant(text, "UTC")) is int:
        return Wrong(mistakes.no_offset, (text,))
    return Wrong(mistakes.bad_instant, (text, instant))


def read_amount(text: str) -> Fraction | Wrong:
    """An amount of money: a decimal of zero or more."""
    value = read_decimal(text)
    if isinstance(value, str):
        return _no_decimal(text, value)
    return Wrong(mistakes.negative_amount, (text,)) if text[0] == "-" else value


def read_rate(text: str) -> Fraction | Wrong:
    """An exchange rate: a decimal of more than zero."""
    value = read_decimal(text)
    if isinstance(value, str):
        return _no_decimal(text, value)
    return value if value > 0 else Wrong(mistakes.zero_rate, (text,))


def _no_decimal(text: str, reason: str) -> Wrong:
    if not text.strip():
        return Wrong(mistakes.empty_text)
    return Wrong(mistakes.bad_amount, (text, reason))


def read_currency(text: str) -> str | Wrong:
    """The code of a currency: three capital letters, of those that ISO 4217 knows."""
    if _CURRENCY.match(text) and is_currency(text):
        return text
    return Wrong(mistakes.bad_currency, (text,)) if text.strip() else Wrong(mistakes.empty_text)


def read_period_name(text: str) -> str | Wrong:
    """The name of a month, a quarter or a year.  Which of them the agreement counts by is not known here."""
    if len(text) <= len("2026-03") and _is_period(text):
        return text
    return Wrong(mistakes.bad_period, (text,)) if text.strip() else Wrong(mistakes.empty_text)


@lru_cache(maxsize=4096)
def _is_period(text: str) -> bool:
    return any(read_period(text, kind) for kind in PERIOD_KINDS)


def list_is_expected(text: str) -> Wrong:
    """A text where a list of texts is expected: the incidents of a claim, the notes."""
    return Wrong(mistakes.not_a_list, ("a text",))


READERS: dict[FieldType, Reader] = {
    "text": read_text,
    "reference": read_text,
    "ticket": read_text,
    "references": list_is_expected,
    "texts": list_is_expected,
    "instant": read_moment,
    "amount": read_amount,
    "rate": read_rate,
    "currency": read_currency,
    "period": read_period_name,
    "format": read_text,
}
