"""Timelines from Python objects: exact types in, findings out, and never an exception."""

from __future__ import annotations

import threading
from collections import UserDict, defaultdict
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.objects import timeline_from
from tests.evidence.making import (
    END,
    START,
    at,
    charge,
    check_words,
    claim,
    golden_timelines,
    incident,
    law,
    plain,
    rate,
    refused,
    report,
    sound,
    ticket,
)


class OwnText(str):
    __slots__ = ()


class Cause(StrEnum):
    FIRE = "fire"


class OwnMoment(datetime):
    pass


def test_every_given_timeline_is_read_as_from_its_text() -> None:
    import json

    for case in golden_timelines():
        assert sound(timeline_from(case)) == sound(read_timeline(json.dumps(case)))


def test_instants_may_be_aware_moments() -> None:
    moment = datetime(2026, 3, 4, 9, 12, 40, tzinfo=timezone(timedelta(hours=1)))
    case = plain(
        as_of=datetime(2026, 4, 1, tzinfo=UTC), incidents=[incident(start=moment)], tickets=[ticket(acted=moment)]
    )
    timeline = sound(timeline_from(case))
    assert timeline.incidents[0].start == at(START)
    assert timeline.as_of == at("2026-04-01T00:00:00Z")
    assert timeline.tickets is not None
    assert timeline.tickets[0].steps == (("acted", at(START)),)


@pytest.mark.parametrize(
    "amount", ["45.50", Decimal("45.50"), Fraction(91, 2), Decimal("455E-1")], ids=lambda a: type(a).__name__
)
def test_amounts_may_be_exact_numbers(amount: object) -> None:
    timeline = sound(timeline_from(plain(charges=[charge(amount=amount)], rates=[rate(rate=amount)])))
    assert timeline.charges is not None
    assert timeline.rates is not None
    assert timeline.charges[0].amount == timeline.rates[0].rate == Fraction(91, 2)
    assert type(timeline.charges[0].amount) is Fraction


def test_a_whole_number_is_an_exact_amount() -> None:
    timeline = sound(timeline_from(plain(charges=[charge(amount=900)])))
    assert timeline.charges is not None
    assert timeline.charges[0].amount == 900


@pytest.mark.parametrize("amount", [900.0, 0.1, float("nan"), float("-inf")])
def test_a01_floats_are_refused_for_money(amount: float) -> None:
    result = timeline_from(plain(charges=[charge(amount=amount)], rates=[rate(rate=amount)]))
    assert refused(result) == ["inexact-amount charges[0].amount", "inexact-amount rates[0].rate"]


@pytest.mark.parametrize("moment", [1772611960, 1772611960.0, 0, True])
def test_a01_numbers_are_refused_for_time(moment: object) -> None:
    assert refused(timeline_from(plain(incidents=[incident(start=moment)]))) == ["wrong-value incidents[0].start"]


def test_a01_subclasses_are_refused() -> None:
    case = plain(
        account=OwnText("acme"),
        as_of=OwnMoment(2026, 4, 1, tzinfo=UTC),
        incidents=[incident(OwnText("A"), cause=Cause.FIRE), defaultdict(None, incident())],
        charges=[UserDict(charge())],
    )
    assert refused(timeline_from(case)) == [
        "wrong-value account",
        "wrong-value as_of",
        "wrong-value incidents[0].id",
        "wrong-value incidents[0].cause",
        "not-a-record incidents[1]",
        "not-a-record charges[0]",
    ]
    assert refused(timeline_from(UserDict(plain()))) == ["not-a-timeline"]


def test_a01_what_is_told_of_a_subclass_says_what_it_looks_like() -> None:
    (finding,) = timeline_from(plain(account=OwnText("acme")))[1]
    assert finding.message == "A text was expected, and this is something like a text, but of a kind of its own."


def test_a01_a_naive_moment_is_refused_also_if_a_zone_is_named() -> None:
    naive = datetime(2026, 3, 4, 9)  # noqa: DTZ001
    assert refused(timeline_from(plain(incidents=[incident(start=naive)]))) == ["bad-instant incidents[0].start"]
    # The zone is for texts: a program that has moments can give them a zone itself.
    result = timeline_from(plain(incidents=[incident(start=naive)]), "Europe/Brussels")
    assert refused(result) == ["bad-instant incidents[0].start"]


def test_a_mapping_that_holds_itself_is_no_danger() -> None:
    case: dict[str, Any] = plain()
    case["x_self"] = case
    case["incidents"] = [{"id": case}]
    case["reports"] = case
    told = refused(timeline_from(case))
    assert "wrong-value incidents[0].id" in told
    assert "not-a-list reports" in told


def test_lists_may_be_tuples_and_nothing_else() -> None:
    assert sound(timeline_from(plain(incidents=(incident(),), claims=(claim(incidents=("INC-1",)),))))
    others: list[object] = [{}, set(), iter([]), range(0), "", (n for n in "")]
    for other in others:
        assert refused(timeline_from(plain(incidents=other))) == ["not-a-list incidents"]


def test_names_that_are_no_texts_are_told_at_their_record() -> None:
    case = plain(incidents=[{**incident(), 5: 1}], tickets=[{**ticket(), None: END}])
    assert refused(timeline_from(case)) == ["field-without-name incidents[0]", "field-without-name tickets[0]"]


def test_a02_the_same_from_many_threads() -> None:
    case = plain(incidents=[incident(f"I{n}") for n in range(50)], reports=[report("I7")], x_a=1)
    expected = timeline_from(case)
    results: list[Any] = []
    threads = [threading.Thread(target=lambda: results.append(timeline_from(case))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 16


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.fractions()
    | st.text(max_size=5)
    | st.binary(max_size=3)
    | st.datetimes(timezones=st.none() | st.timezones())
    | st.builds(object),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers() | st.none(), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = [
    "id",
    "service",
    "start",
    "end",
    "cause",
    "at",
    "incident",
    "incidents",
    "period",
    "amount",
    "currency",
    "opened",
    "acted",
]
RECORDS = st.lists(st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=6) | ANYTHING, max_size=3)
LISTS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ["incidents", "maintenance", "reports", "claims", "breaches", "charges", "rates", "tickets"], RECORDS
    ),
)


@law
@given(ANYTHING)
def test_a01_anything_is_read_or_refused(value: object) -> None:
    timeline, findings = timeline_from(value)
    assert timeline is None
    assert findings


@law
@given(LISTS, ANYTHING)
def test_a01_any_records_are_read_or_refused(lists: dict[str, Any], as_of: object) -> None:
    timeline, findings = timeline_from({**plain(), "as_of": as_of, **lists})
    assert (timeline is None) == any(finding.severity == "error" for finding in findings)
    for finding in findings:
        check_words(finding)
