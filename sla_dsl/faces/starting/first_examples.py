"""The examples of a first policy: quiet, exactly at the promise, just beyond it, and what is excused.

They lie in June 2026: a month of 30 days in which no clock of any zone changes.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from sla_dsl.faces.starting.questions import Answers

FEE = 1000
"""The fee of the examples, in euros."""

MONTH = "2026-06"

_START = dt.datetime(2026, 6, 1)  # noqa: DTZ001 - a date and a time as the policy writes them, in its own zone
_LENGTH = dt.timedelta(days=30)
_ONE = dt.timedelta(microseconds=1)


def examples_of_downtime() -> str:
    """That announced work is excused, and no longer than announced; that the customer's errors do not count."""
    return _example(
        "work takes ten minutes longer than announced",
        (
            "maintenance from 2026-06-10 02:00 to 04:00 announced at 2026-06-01 09:00",
            "an incident because of Maintenance from 2026-06-10 02:00 to 04:10",
        ),
        ("Downtime is 10 min",),
    ) + _example(
        "what the customer did, and what overlaps",
        (
            "an incident because of Customer Error from 2026-06-03 10:00 to 12:00",
            "an incident because of Provider Failure from 2026-06-04 10:00 to 10:30",
            "an incident because of Provider Failure from 2026-06-04 10:20 to 10:40",
        ),
        ("Downtime is 40 min",),
    )


def examples_of_promise(answers: Answers) -> str:
    """A quiet month, and both sides of the edge."""
    allowed = _allowed(answers.uptime)
    quiet = _example("a quiet month", ("nothing",), ("Downtime is 0 s", "Uptime is met"))
    at_edge = f"Uptime is {answers.uptime} %"
    kept = _example(f"exactly {answers.uptime} %", (_failure(allowed),), (at_edge, "Uptime is met")) if allowed else ""
    return quiet + kept + _example("a moment more", (_failure(_beyond(allowed)),), ("Uptime is missed",))


def examples_of_money(answers: Answers) -> str:
    """What is paid on the one side of the edge and not on the other."""
    allowed, fee = _allowed(answers.uptime), f"Monthly Fee of {FEE} EUR"
    kept = _example("nothing is paid back while the promise is kept", (fee, _failure(allowed)), ("Rebate is none",))
    paid = (f"Rebate is {answers.back} %", f"Rebate is {_amount(answers.back)} EUR")
    missed = _example("the promise is missed", (fee, _failure(_beyond(allowed))), paid)
    return (kept if allowed else "") + missed


def _allowed(uptime: str) -> dt.timedelta:
    """The downtime by which the promise is just kept: exact, for percentages of at most six places."""
    share = 1 - Fraction(uptime) / 100
    return (_LENGTH // _ONE * share).__floor__() * _ONE


def _beyond(allowed: dt.timedelta) -> dt.timedelta:
    return min(allowed + dt.timedelta(seconds=1), _LENGTH)


def _amount(back: str) -> str:
    """So many percent of the fee, to the nearest cent."""
    euros, cents = divmod((Fraction(back) * FEE + Fraction(1, 2)).__floor__(), 100)
    return f"{euros}.{cents:02}" if cents else str(euros)


def _failure(length: dt.timedelta) -> str:
    return f"an incident because of Provider Failure from {_START:%Y-%m-%d %H:%M} to {_moment(_START + length)}"


def _moment(moment: dt.datetime) -> str:
    """A date and a time, as fine as they need to be."""
    if moment.microsecond:
        return moment.isoformat(" ").rstrip("0")
    return moment.isoformat(" ", "seconds" if moment.second else "minutes")


def _example(title: str, given: tuple[str, ...], expected: tuple[str, ...]) -> str:
    return f'Example "{title}" in {MONTH}:\n  given {", ".join(given)};\n  expect {", ".join(expected)}.\n\n'
