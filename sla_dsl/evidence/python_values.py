"""Values that are no texts: numbers of a JSON file, lists, and what a Python caller gives.

Only exact types are taken (`datetime`, `int`, `Decimal`, `Fraction`): a subclass can behave in any way, and a
float is not exact.  No foreign object is asked to show itself, because that may run anything.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from sla_dsl.evidence import mistakes
from sla_dsl.evidence.fields import Field, FieldType
from sla_dsl.evidence.scalars import READERS, Value, read_text
from sla_dsl.evidence.wrong import Number, Wrong
from sla_dsl.values.instant import read_instant


class Absent(Enum):
    """What a field that was left out holds until the record is made."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT

TOO_BIG = 10**40
PLACES = 12

EXPECTED: dict[FieldType, tuple[str, str]] = {
    "text": ("A text", "Write a text in quotes."),
    "format": ("A text", "Write a text in quotes."),
    "reference": ("The id of an incident", "Write the id as a text in quotes."),
    "ticket": ("The id of a ticket", "Write the id as a text in quotes."),
    "references": ("A list of the ids of incidents", 'Write the ids in a list, as in ["INC-1"].'),
    "texts": ("A list of texts", 'Write the texts in a list, as in ["Made from the log of March."].'),
    "instant": ("A date and time", f'Write a text in quotes, as in "{mistakes.INSTANT_EXAMPLE}".'),
    "amount": ("An amount", 'Write a text in quotes, as in "900.00".'),
    "rate": ("An exchange rate", 'Write a text in quotes, as in "1.0837".'),
    "currency": ("The code of a currency", 'Write a text in quotes, as in "EUR".'),
    "period": ("A period", 'Write a text in quotes, as in "2026-03".'),
}

_IN_WORDS: tuple[tuple[type, str], ...] = (
    (Number, "a number"),
    (bool, "true or false"),
    (int, "a number"),
    (float, "a floating-point number"),
    (Decimal, "a number"),
    (Fraction, "a number"),
    (datetime, "a date and time"),
    (list, "a list"),
    (tuple, "a list"),
    (dict, "an object with fields"),
    (str, "a text"),
)


def describe(value: object) -> str:
    """What kind of thing it is, in words.  The value itself is not asked."""
    if value is None:
        return "null"
    kind = type(value)
    exact = [words for known, words in _IN_WORDS if known is kind]
    alike = [
        f"something like {words}, but of a kind of its own" for known, words in _IN_WORDS if issubclass(kind, known)
    ]
    return next(iter(exact + alike), "of a kind that is not read")


def read_otherwise(field: Field, value: object) -> Value | Absent | Wrong:
    """What is in a field that holds no text: nothing at all, null, or what is no text."""
    if value is ABSENT:
        return ABSENT if field.absent else Wrong(mistakes.missing_field, (field.name, field.meaning, field.null))
    if value is None:
        return None if field.null else Wrong(mistakes.null_not_allowed, (field.name, bool(field.absent)))
    return read_other(field.type, value)


def read_other(kind: FieldType, value: object) -> Value | Wrong:
    """What stands in a field of this type and is no text."""
    match kind:
        case "instant" if type(value) is datetime:
            return _moment(value)
        case "amount" | "rate":
            return _exact(kind, value)
        case "references" | "texts" if type(value) is list or type(value) is tuple:
            return _texts(value)
        case "text" | "reference" | "ticket" if type(value) is Number:
            return Wrong(mistakes.number_as_text, (value.written,))
    expected, repair = EXPECTED[kind]
    return Wrong(mistakes.wrong_value, (expected, describe(value), repair))


def _exact(kind: FieldType, value: object) -> Value | Wrong:
    """Money as a number: exact if it comes from Python, refused if it comes from JSON or is a float."""
    if type(value) is Number:
        return Wrong(mistakes.amount_as_number, (value.written,))
    if issubclass(type(value), float):
        return Wrong(mistakes.inexact_amount)
    if type(value) is int or type(value) is Fraction or type(value) is Decimal:
        text = _decimal_text(value)
        return READERS[kind](text) if text else Wrong(mistakes.amount_out_of_bounds)
    expected, repair = EXPECTED[kind]
    return Wrong(mistakes.wrong_value, (expected, describe(value), repair))


def _decimal_text(value: int | Fraction | Decimal) -> str:
    """The plain decimal of an exact number, or empty if it has none of a bounded length."""
    if type(value) is Decimal:
        # The exponent is looked at before anything is computed: Decimal("1e1000000") is nine characters long.
        small = value.is_finite() and abs(value.adjusted()) < 50 and len(value.as_tuple().digits) < 50
        return format(value, "f") if small else ""
    exact = Fraction(value)
    if abs(exact.numerator) >= TOO_BIG or 10**PLACES % exact.denominator:
        return ""
    whole, rest = divmod(abs(exact.numerator) * (10**PLACES // exact.denominator), 10**PLACES)
    decimals = f"{rest:0{PLACES}d}".rstrip("0")
    return f"{'-' if exact < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


def _moment(value: datetime) -> int | Wrong:
    """The instant of an aware date and time.  A tzinfo of the caller's may do anything, also fail."""
    try:
        if value.utcoffset() is None:
            return Wrong(mistakes.bad_moment, ("it has no time zone",))
        in_utc = value.astimezone(UTC)
        skipped = in_utc.astimezone(value.tzinfo).replace(tzinfo=None, fold=0) != value.replace(tzinfo=None, fold=0)
        text = in_utc.isoformat()
    except Exception:
        return Wrong(mistakes.bad_moment, ("its time zone cannot place it",))
    if skipped:
        return Wrong(mistakes.bad_moment, ("the clocks skip it in its time zone",))
    instant = read_instant(text)
    return instant if isinstance(instant, int) else Wrong(mistakes.bad_moment, (instant,))


def _texts(values: list[object] | tuple[object, ...]) -> tuple[str, ...] | Wrong:
    """The texts of a list, or all those that are none, each with its number in the list."""
    read = [read_text(value) if type(value) is str else read_other("reference", value) for value in values]
    wrong = [one._replace(inside=f"[{number}]") for number, one in enumerate(read) if isinstance(one, Wrong)]
    if wrong:
        return wrong[0]._replace(more=tuple(wrong[1:]))
    return tuple(one for one in read if isinstance(one, str))
