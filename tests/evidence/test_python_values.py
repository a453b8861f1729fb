"""What is no text: numbers of JSON, lists, and what only a Python caller can give."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import pytest

from sla_dsl.evidence.fields import HEAD, INCIDENTS, KINDS, MAINTENANCE, Field
from sla_dsl.evidence.python_values import ABSENT, describe, read_other, read_otherwise
from sla_dsl.evidence.wrong import Number, Wrong
from tests.evidence.making import check_words

BRUSSELS = ZoneInfo("Europe/Brussels")
MICROSECONDS = 1_000_000


def code(result: Any) -> str:
    """The codes of what is wrong, after a look at the words."""
    assert isinstance(result, Wrong), result
    for one in result.all():
        check_words(one.at("here"))
    return " ".join(one.at("here").code + one.inside for one in result.all())


class Odd(tzinfo):
    """A zone of the caller's that answers as it likes."""

    def __init__(self, answer: Callable[[], timedelta | None]) -> None:
        self.answer = answer

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return self.answer()

    def dst(self, moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, moment: datetime | None) -> str:
        return "odd"


def named(value: object) -> str:
    """A test's name that does not ask the value."""
    return type(value).__name__


def fail() -> NoReturn:
    raise RuntimeError("no answer")


class Hostile:
    """An object that fails whatever it is asked."""

    def _fail(self, *_: object) -> NoReturn:
        raise RuntimeError("asked")

    __repr__ = __str__ = __eq__ = __bool__ = __len__ = __iter__ = _fail
    __hash__ = object.__hash__


class OwnText(str):
    __slots__ = ()


class OwnMoment(datetime):
    pass


class OwnFloat(float):
    pass


def test_aware_moments_are_instants() -> None:
    hour = 3600 * MICROSECONDS
    assert read_other("instant", datetime(1970, 1, 1, tzinfo=UTC)) == 0
    assert read_other("instant", datetime(1970, 1, 1, 2, tzinfo=BRUSSELS)) == hour
    assert read_other("instant", datetime(1970, 1, 1, 0, 0, 0, 7, tzinfo=UTC)) == 7
    assert read_other("instant", datetime(1970, 1, 1, 5, tzinfo=timezone(timedelta(hours=-2)))) == 7 * hour


def test_t06_a_moment_that_the_clocks_show_twice_says_itself_which_it_is() -> None:
    earlier = read_other("instant", datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS))
    later = read_other("instant", datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS, fold=1))
    assert isinstance(earlier, int)
    assert isinstance(later, int)
    assert later - earlier == 3600 * MICROSECONDS


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(datetime(2026, 3, 29, 2, 30, tzinfo=BRUSSELS), id="T06-skipped"),
        pytest.param(datetime(2026, 3, 29, 2, 30, tzinfo=BRUSSELS, fold=1), id="T06-skipped-fold"),
        pytest.param(datetime(2026, 3, 29, 2, 30), id="T05-naive"),  # noqa: DTZ001
        pytest.param(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), id="T09-before-the-first-year"),
        pytest.param(datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14))), id="T09-after-the-last-year"),
        pytest.param(datetime(1969, 12, 31, tzinfo=UTC), id="T09-1969"),
        pytest.param(datetime(2201, 1, 1, tzinfo=UTC), id="T09-2201"),
        pytest.param(datetime(2026, 1, 1, tzinfo=Odd(fail)), id="A01-zone-that-fails"),
        pytest.param(datetime(2026, 1, 1, tzinfo=Odd(lambda: timedelta(days=3))), id="A01-zone-that-lies"),
        pytest.param(datetime(2026, 1, 1, tzinfo=Odd(lambda: None)), id="A01-zone-without-an-offset"),
    ],
)
def test_moments_that_are_no_instant(moment: datetime) -> None:
    assert code(read_other("instant", moment)) == "bad-instant"


@pytest.mark.parametrize(
    "value",
    [
        OwnMoment(2026, 1, 1, tzinfo=UTC),
        date(2026, 1, 1),
        0,
        1.5,
        True,
        Number("5"),
        [],
        {},
        Hostile(),
        OwnText("2026-01-01T00:00:00Z"),
    ],
    ids=named,
)
def test_a01_only_exact_types_are_instants(value: object) -> None:
    assert code(read_other("instant", value)) == "wrong-value"


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (900, 900),
        (0, 0),
        (Decimal("900.00"), 900),
        (Decimal("9E+2"), 900),
        (Decimal("0.000000000001"), Fraction(1, 10**12)),
        (Fraction(1, 8), Fraction(1, 8)),
        (Fraction(10, 5), 2),
        (10**29, 10**29),
        (Decimal("0E-40"), None),
    ],
    ids=named,
)
def test_exact_numbers_are_amounts(value: object, amount: Fraction | None) -> None:
    result = read_other("amount", value)
    assert code(result) == "bad-amount" if amount is None else result == amount


@pytest.mark.parametrize(
    "value",
    [
        Fraction(1, 3),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("1e1000000"),
        Decimal("1e-1000000"),
        Decimal("9" * 10_000),
        Decimal("0." + "1" * 13),
        10**30,
        10**5000,
        Fraction(1, 10**13),
        Fraction(10**5000, 3),
    ],
    ids=named,
)
def test_a01_exact_numbers_without_a_short_decimal_are_refused(value: object) -> None:
    assert code(read_other("amount", value)) == "bad-amount"
    assert code(read_other("rate", value)) == "bad-amount"


def test_numbers_keep_to_the_rules_of_amounts_and_rates() -> None:
    assert code(read_other("amount", -1)) == "negative-amount"
    assert code(read_other("amount", Fraction(-1, 4))) == "negative-amount"
    assert code(read_other("rate", 0)) == "zero-rate"
    assert read_other("rate", Decimal("1.0837")) == Fraction(10837, 10000)


@pytest.mark.parametrize("value", [1.5, 900.0, float("nan"), float("inf"), OwnFloat(1)], ids=named)
def test_a01_a_float_is_no_amount(value: float) -> None:
    assert code(read_other("amount", value)) == "inexact-amount"


def test_a_json_number_is_no_amount_and_is_shown_as_it_was_written() -> None:
    result = read_other("amount", Number("9.50"))
    assert code(result) == "amount-as-number"
    assert isinstance(result, Wrong)
    assert result.at("amount").repair == 'Write it in quotes: "9.50".'


@pytest.mark.parametrize("value", [True, None, [], {}, Hostile(), OwnText("5"), complex(1, 2)], ids=named)
def test_other_things_are_no_amounts(value: object) -> None:
    assert code(read_other("amount", value)) == "wrong-value"


def test_t16_t19_a_number_is_no_text() -> None:
    result = read_other("text", Number("007"))
    assert code(result) == "number-for-text"
    assert isinstance(result, Wrong)
    assert '"007"' in result.at("id").repair
    assert code(read_other("text", Number("9" * 5000))) == "number-for-text"


@pytest.mark.parametrize("value", [OwnText("a"), 7, 1.5, True, b"a", [], {}, Hostile(), object], ids=named)
def test_a01_other_things_are_no_texts(value: object) -> None:
    assert code(read_other("text", value)) == "wrong-value"


def test_lists_of_ids() -> None:
    assert read_other("references", ["A", "B"]) == ("A", "B")
    assert read_other("references", ("A",)) == ("A",)
    assert read_other("references", []) == ()
    assert code(read_other("references", {"A": 1})) == "wrong-value"
    assert code(read_other("references", Number("1"))) == "wrong-value"


def test_all_that_is_wrong_in_a_list_is_told_with_its_number() -> None:
    result = read_other("references", ["A", Number("1"), "", None, "B", Hostile()])
    assert code(result) == "number-for-text[1] empty-text[2] wrong-value[3] wrong-value[5]"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true or false"),
        (1, "a number"),
        (1.5, "a floating-point number"),
        (Number("1"), "a number"),
        ("a", "a text"),
        ([], "a list"),
        ({}, "an object with fields"),
        (Decimal(1), "a number"),
        (Fraction(1), "a number"),
        (OrderedDict(), "something like an object with fields, but of a kind of its own"),
        (OwnText("a"), "something like a text, but of a kind of its own"),
        (Hostile(), "of a kind that is not read"),
    ],
    ids=named,
)
def test_things_are_described_without_being_asked(value: object, words: str) -> None:
    assert describe(value) == words


def test_null_and_absent() -> None:
    service, end, cause = (INCIDENTS.fields[number] for number in (1, 3, 4))
    assert read_otherwise(end, None) is None
    assert read_otherwise(cause, None) is None
    assert read_otherwise(cause, ABSENT) is ABSENT
    assert code(read_otherwise(service, None)) == "null-not-allowed"
    assert code(read_otherwise(service, ABSENT)) == "missing-field"
    assert code(read_otherwise(end, ABSENT)) == "missing-field"
    assert read_otherwise(MAINTENANCE.fields[2], ABSENT) is ABSENT


def test_what_null_would_mean_is_part_of_the_repair_of_a_missing_field() -> None:
    result = read_otherwise(INCIDENTS.fields[3], ABSENT)
    assert isinstance(result, Wrong)
    assert result.at("end").repair == 'Add "end". If it is still going on, write null; the timeline then needs "as_of".'


@pytest.mark.parametrize(
    "field", [*HEAD, *(field for kind in KINDS for field in kind.fields)], ids=lambda field: field.name
)
@pytest.mark.parametrize(
    "value", [Hostile(), object(), Number("1"), True, {}, set(), b"", 1.5, OwnText("EUR")], ids=named
)
def test_every_field_answers_to_everything(field: Field, value: object) -> None:
    assert code(read_otherwise(field, value))
