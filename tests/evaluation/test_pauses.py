"""Pauses of tickets: when a target is due whose clock stands still, by itself and against a count of every minute."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evaluation.deadlines import Within, counted_time
from sla_dsl.evaluation.pauses import NEVER, PAUSES, Stopped, due_besides, stopped, time_left_out
from sla_dsl.evaluation.result import TargetResult
from sla_dsl.evidence.timeline import Pause
from sla_dsl.values.calendars import BusinessCalendar
from tests.evaluation.making import DAY, HOUR, MINUTE, SUPPORT, at, facts, law, outcome, pause, span, ticket

STATES = """Waiting is a pause of tickets recorded as Awaiting Customer: "the customer has to answer".
Parked is a pause of tickets recorded as On Hold: "nobody works on it, by agreement".
"""
FOUR_HOURS = "4 hours after it is opened"
OFFICE = BusinessCalendar((0, 1, 2, 3, 4), 9 * HOUR, 17 * HOUR, "UTC", frozenset())
WAITING, PARKED = "awaiting_customer", "on_hold"


def text(within: str, besides: str = ", not counting Waiting") -> str:
    return f"{SUPPORT}{STATES}Repair is due on an Urgent ticket within {within}{besides}.\n"


def repair(
    policy: str, *pauses: Pause, opened: str = "04 10:00", as_of: str | None = None, **steps: Any
) -> TargetResult:
    """How the repair of the only ticket stands."""
    one = ticket(opened, name="T", **{"replied": None, "repaired": None, **steps})
    (found,) = outcome(policy, tickets=[one], pauses=pauses, as_of=as_of).tickets["T"]
    return found


# ---------------------------------------------------------------- when it is due


@pytest.mark.parametrize(
    ("within", "pauses", "due", "left_out"),
    [
        pytest.param("4 hours", [], "04 14:00", 0, id="no pause"),
        pytest.param("4 hours", ["04 11:00-12:30"], "04 15:30", 90, id="a pause"),
        pytest.param("4 hours", ["04 12:00-13:00", "04 11:00-12:30"], "04 16:00", 120, id="two that overlap"),
        pytest.param("4 hours", ["04 09:00-11:00"], "04 15:00", 60, id="one that began before"),
        pytest.param("4 hours", ["04 08:00-09:00"], "04 14:00", 0, id="one that was over before"),
        pytest.param("4 hours", ["04 14:00-15:00"], "04 14:00", 0, id="one that begins when the time has run out"),
        pytest.param("4 hours", ["04 13:59-15:00"], "04 15:01", 61, id="one that begins a minute before"),
        pytest.param("4 hours", ["04 11:00-12:00", "04 14:30-15:00"], "04 15:30", 90, id="one in what is put off"),
        pytest.param("4 hours", ["04 11:00-11:00"], "04 14:00", 0, id="one of no length"),
        pytest.param("0 hours", ["04 09:00-11:00"], "04 10:00", 0, id="no time at all"),
        pytest.param("4 Business hours", ["04 11:00-12:30"], "04 15:30", 90, id="in working hours"),
        pytest.param("4 Business hours", ["04 16:00 - 05 10:00"], "04 14:00", 0, id="after it in working hours"),
        pytest.param("8 Business hours", ["04 16:00 - 05 10:00"], "05 12:00", 120, id="over a night"),
        pytest.param("8 Business hours", ["04 18:00-20:00"], "05 10:00", 0, id="in the evening alone"),
    ],
)
def test_due(within: str, pauses: list[str], due: str, left_out: int) -> None:
    found = repair(text(f"{within} after it is opened"), *(pause("T", WAITING, when) for when in pauses))
    assert (found.due, found.left_out) == (at(due), left_out * MINUTE)
    assert (found.verdict, found.stopped, found.needs) == ("missed", False, ())


def test_only_the_states_that_the_target_names_stop_its_clock() -> None:
    pauses = pause("T", WAITING, "04 11:00-12:00"), pause("T", PARKED, "04 11:30-13:00")
    assert repair(text(FOUR_HOURS), *pauses).due == at("04 15:00")
    assert repair(text(FOUR_HOURS, ", not counting Parked"), *pauses).due == at("04 15:30")
    assert repair(text(FOUR_HOURS, ", not counting Waiting or Parked"), *pauses).due == at("04 16:00")
    assert repair(text(FOUR_HOURS, ""), *pauses).due == at("04 14:00")


def test_pauses_are_those_of_the_ticket() -> None:
    assert repair(text(FOUR_HOURS), pause("U", WAITING, "04 11:00-12:00")).due == at("04 14:00")


def test_after_another_step() -> None:
    policy = text("4 hours after Reply")
    found = repair(policy, pause("T", WAITING, "04 10:30-11:30"), replied="04 11:00", repaired="04 15:30")
    assert (found.due, found.left_out, found.verdict) == (at("04 15:30"), 30 * MINUTE, "met")
    assert repair(policy, pause("T", WAITING, "04 10:30-11:30")).verdict == "pending"


def test_a_calendar_that_never_opens_is_never_due() -> None:
    never = Within("business", HOUR, BusinessCalendar((), 0, HOUR, "UTC", frozenset()))
    assert due_besides(at("04 10:00"), never, "UTC", Stopped((span("04 11:00-12:00"),))) is None


# ---------------------------------------------------------------- how it stands


@pytest.mark.parametrize(
    ("repaired", "verdict"),
    [("04 14:59", "met"), ("04 15:00", "met"), ("04 15:00:01", "missed"), ("04 11:30", "met"), (None, "missed")],
)
def test_a_step_in_a_pause_has_happened(repaired: str | None, verdict: str) -> None:
    assert repair(text(FOUR_HOURS), pause("T", WAITING, "04 11:00-12:00"), repaired=repaired).verdict == verdict


@pytest.mark.parametrize(
    ("since", "as_of", "repaired", "expected"),
    [
        pytest.param("04 11:00", "09 00:00", None, (None, "pending", True), id="it waits"),
        pytest.param("04 11:00", "09 00:00", "05 10:00", (None, "met", True), id="done while it waits"),
        pytest.param("04 14:00", "09 00:00", None, ("04 14:00", "missed", False), id="missed before"),
        pytest.param("04 14:00", "09 00:00", "04 14:30", ("04 14:00", "missed", False), id="done too late, in it"),
        pytest.param("04 13:59", "09 00:00", None, (None, "pending", True), id="a minute before it was missed"),
        pytest.param("04 11:00", "04 11:00", None, (None, "pending", True), id="it just begins"),
        pytest.param("04 09:00", "09 00:00", None, (None, "pending", True), id="since before it was opened"),
    ],
)
def test_a_pause_that_goes_on(since: str, as_of: str, repaired: str | None, expected: tuple[Any, ...]) -> None:
    found = repair(text(FOUR_HOURS), pause("T", WAITING, since), as_of=as_of, repaired=repaired)
    due, verdict, still = expected
    assert (found.due, found.verdict, found.stopped) == (due and at(due), verdict, still)


def test_a_pause_that_goes_on_in_another_state_stops_nothing() -> None:
    found = repair(text(FOUR_HOURS), pause("T", PARKED, "04 11:00"), as_of="04 14:01")
    assert (found.due, found.verdict) == (at("04 14:00"), "missed")


def test_a_pause_that_goes_on_and_one_that_it_touches_are_one() -> None:
    pauses = pause("T", WAITING, "04 12:00"), pause("T", WAITING, "04 11:00-12:00")
    assert stopped(facts(pauses=pauses, as_of="04 13:00"), "T", {WAITING}) == Stopped(
        ((at("04 11:00"), at("04 13:00")),), at("04 11:00"), (WAITING,)
    )
    assert repair(text("2 hours after it is opened"), *pauses, as_of="04 13:00").left_out == 2 * HOUR


def test_without_anything_to_do_nothing_is_stopped() -> None:
    found = repair(text("0 hours after it is opened"), pause("T", WAITING, "04 09:00"), as_of="09 00:00")
    assert (found.due, found.verdict, found.stopped) == (at("04 10:00"), "missed", False)


def test_it_is_not_known_whether_it_was_done() -> None:
    one = ticket("04 10:00", name="T")
    (found,) = outcome(text(FOUR_HOURS), tickets=[one], pauses=[pause("T", WAITING, "04 11:00-12:00")]).tickets["T"]
    assert (found.due, found.verdict, found.needs) == (at("04 15:00"), "unknown", ())


# ---------------------------------------------------------------- no list of pauses


@pytest.mark.parametrize(
    ("repaired", "as_of", "verdict"),
    [
        pytest.param("04 14:00", None, "met", id="in time without any pause"),
        pytest.param("04 14:01", None, "unknown", id="too late, but for pauses"),
        pytest.param(None, "04 14:00", "pending", id="there is time left"),
        pytest.param(None, "04 14:01", "unknown", id="none is left, but for pauses"),
        pytest.param(None, None, "missed", id="never done: every pause of a closed record is over"),
    ],
)
def test_where_pauses_are_not_known_what_they_could_change_is_not(
    repaired: str | None, as_of: str | None, verdict: str
) -> None:
    one = ticket("04 10:00", name="T", repaired=repaired)
    (found,) = outcome(text(FOUR_HOURS), tickets=[one], pauses=None, as_of=as_of).tickets["T"]
    assert (found.due, found.verdict, found.needs) == (None, verdict, (PAUSES,))


def test_nobody_asks_for_pauses_where_the_policy_names_none() -> None:
    one = ticket("04 10:00", name="T", repaired="04 14:00")
    (found,) = outcome(text(FOUR_HOURS, ""), tickets=[one], pauses=None).tickets["T"]
    assert found == TargetResult("repair", "Repair", at("04 14:00"), "met")


def test_no_time_at_all_is_due_whatever_the_pauses() -> None:
    one = ticket("04 10:00", name="T", repaired="04 10:01")
    (found,) = outcome(text("0 hours after it is opened"), tickets=[one], pauses=None).tickets["T"]
    assert (found.due, found.verdict, found.needs) == (at("04 10:00"), "missed", ())


def test_where_it_is_not_known_when_the_time_began_pauses_are_not_asked_for() -> None:
    (found,) = outcome(text("4 hours after Reply"), tickets=[ticket("04 10:00", name="T")], pauses=None).tickets["T"]
    assert (found.due, found.verdict, found.needs) == (None, "unknown", ())


# ---------------------------------------------------------------- a count of every minute

START = at("02 00:00")  # a Monday
LONGEST = 12 * 24 * 60
"""Minutes; more than any target and its pauses take."""


class Case(NamedTuple):
    """A ticket in minutes after the start: all of it small enough to be counted through."""

    opened: int
    amount: int
    business: bool
    pauses: tuple[tuple[int, int | None], ...]
    as_of: int | None
    done: int | None


@st.composite
def cases(draw: st.DrawFn) -> Case:
    as_of = draw(st.none() | st.integers(0, 5 * 24 * 60))
    last = 5 * 24 * 60 if as_of is None else as_of
    opened = draw(st.integers(0, min(last, 2 * 24 * 60)))
    starts = draw(st.lists(st.integers(0, last), max_size=5))
    ends = [
        draw(st.integers(start, min(last, start + 600)) | (st.none() if as_of else st.just(start))) for start in starts
    ]
    amount = draw(st.sampled_from((0, 1, 7, 60, 240, 480)))
    done = draw(st.none() | st.integers(opened, max(opened, last)))
    return Case(opened, amount, draw(st.booleans()), tuple(zip(starts, ends, strict=True)), as_of, done)


def minute_by_minute(case: Case) -> tuple[int | None, str]:
    """When it is due and how it stands, found by going through the minutes one by one."""
    counted = 0
    for minute in range(case.opened, LONGEST):
        if counted == case.amount:
            return minute, _stands(case, minute)
        paused = any(start <= minute and (end is None or minute < end) for start, end in case.pauses)
        if not paused and (not case.business or _at_work(minute)):
            counted += 1
    return None, "pending" if case.done is None else "met"


def _stands(case: Case, due: int) -> str:
    if case.done is not None:
        return "met" if case.done <= due else "missed"
    return "pending" if case.as_of is not None and case.as_of <= due else "missed"


def _at_work(minute: int) -> bool:
    day, rest = divmod(minute, 24 * 60)
    return day % 7 < 5 and 9 * 60 <= rest < 17 * 60


@law
@given(cases())
def test_a_count_of_every_minute_comes_to_the_same(case: Case) -> None:
    unit = "Business min" if case.business else "min"
    policy = text(f"{case.amount} {unit} after it is opened")
    pauses = [Pause("T", WAITING, _at(start), None if end is None else _at(end)) for start, end in case.pauses]
    one = ticket("02 00:00", name="T")._replace(
        opened=_at(case.opened), steps=(("repaired", None if case.done is None else _at(case.done)),)
    )
    line: dict[str, Any] = {"tickets": [one], "pauses": pauses}
    as_of = None if case.as_of is None else _written(case.as_of)
    found = outcome(policy, as_of=as_of, **line).tickets["T"][0]
    due, verdict = minute_by_minute(case)
    assert (found.due, found.verdict) == (None if due is None else _at(due), verdict)
    assert found.stopped == (due is None)


def _at(minute: int) -> int:
    return START + minute * MINUTE


def _written(minute: int) -> str:
    return (dt.datetime(2026, 3, 2, tzinfo=dt.UTC) + dt.timedelta(minutes=minute)).strftime("%Y-%m-%d %H:%M")


SPANS = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 600)), max_size=4)


@law
@given(st.integers(0, 3000), st.integers(0, 900), SPANS, SPANS, st.booleans())
def test_more_pauses_never_make_it_due_sooner(
    event: int, amount: int, some: list[tuple[int, int]], more: list[tuple[int, int]], business: bool
) -> None:
    within = Within("business", amount * MINUTE, OFFICE) if business else Within("elapsed", amount * MINUTE)
    few, many = (_due_with(event, within, pauses) for pauses in (some, some + more))
    assert few <= many
    assert many - few <= 30 * DAY


def _due_with(event: int, within: Within, pauses: list[tuple[int, int]]) -> int:
    given = [Pause("T", WAITING, _at(start), _at(start + length)) for start, length in pauses]
    left_out = stopped(facts(pauses=given), "T", {WAITING})
    due = due_besides(_at(event), within, "UTC", left_out)
    assert due is not None
    assert counted_time(within, _at(event), due) == within.amount + time_left_out(
        within, left_out.spans, _at(event), due
    )
    return due


def test_without_pauses_it_is_the_deadline_that_it_was() -> None:
    for within in (Within("days", 2), Within("business days", 2, OFFICE)):
        assert due_besides(at("04 10:00"), within, "UTC", NEVER) is not None
        with pytest.raises(ValueError, match="not counted in parts"):
            counted_time(within, 0, 1)
