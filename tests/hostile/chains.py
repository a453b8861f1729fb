"""Policies with every kind of name in a long row, each reading the one before, and sentences of many parts."""

from __future__ import annotations

from collections.abc import Callable

LONG, PARTS, DEEP = 2_000, 500, 60

_HEAD = """Agreement "Example".
The time zone is Europe/Brussels.
The period is each calendar month.
Gateway is a service: "sending messages".
Failure is a cause: "a failure".
Monthly Fee is a charge: "the fee of the month".
Urgent is a priority: "nothing works".
Downtime means the time in which Gateway is down because of Failure.
Breach means the time in which the customer is in breach.
Uptime means 100 % minus Downtime divided by the length of the period.
Example "nothing happened" in 2026-03: given nothing; expect Downtime is 0 s.
"""
_CALM = "The provider guarantees as Calm that {} is at most 1000 hours.\n"
_WORK = "P0 means the maintenance announced or not.\n"
_CUT = "Time within P{} does not count as Downtime.\n"
_REBATE = "Rebate is a credit on {}, of 5 %.\nRebate is rounded to the nearest cent, halves up.\n"


def _row(count: int, sentence: str) -> str:
    """The sentence for 1, 2, 3 …; `{a}` is the number, `{b}` the one before it."""
    return "".join(f"{sentence.format(a=at, b=at - 1)}\n" for at in range(1, count))


def _values(count: int) -> str:
    return (
        f"P0 means Downtime.\n{_row(count, 'P{a} means the greater of P{b} and {a} s.')}{_CALM.format(f'P{count - 1}')}"
    )


def _other_names(count: int) -> str:
    return f"P0 means Downtime plus 1 min.\n{_row(count, 'P{a} means P{b}.')}{_CALM.format(f'P{count - 1}')}"


def _shares(count: int) -> str:
    return f"P0 means Monthly Fee.\n{_row(count, 'P{a} means the lesser of P{b} and {a} EUR.')}" + (
        f"{_REBATE.format(f'P{count - 1}')}Rebate is limited to P{count - 2}.\n"
    )


def _conditions(sentence: str) -> Callable[[int], str]:
    def make(count: int) -> str:
        promise = f"The provider guarantees as Calm that P{count - 1} holds.\n"
        return f"P0 means that Downtime is at most 1 hour.\n{_row(count, sentence)}{promise}"

    return make


def _sets(sentence: str) -> Callable[[int], str]:
    return lambda count: f"{_WORK}{_row(count, sentence)}{_CUT.format(count - 1)}"


def _measures(count: int) -> str:
    rows = _row(count, "P{a} means the time of P{b} outside Breach.")
    return f"P0 means Downtime.\n{rows}{_row(count, 'The provider guarantees that P{a} is at most 1 hour.')}"


def _measures_of_incidents(count: int) -> str:
    downs = "P{a} means the time in which Gateway is down because of Failure outside P{b}.\n"
    touching = "Incidents of P{a} that overlap or touch are one outage.\n"
    return f"P0 means Breach.\n{_row(count // 4, downs + touching)}{_CALM.format(f'P{count // 4 - 1}')}"


def _exclusions(count: int) -> str:
    rows = _row(count, "Time within Breach does not count as P0.")
    return f"P0 means the whole period.\n{rows}The provider guarantees that P0 is at least 1 hour.\n"


def _calendars(count: int) -> str:
    hours = _row(count, "H{a} means Monday to Friday from 09:00 to 17:00 holidays included.")
    return f"{_WORK}{hours}{_row(count, 'P{a} means the time of P{b} within H{a}.')}{_CUT.format(count - 1)}"


def _guarantees(count: int) -> str:
    row = "The provider guarantees as G{a} that the guarantee G{b} is missed or the guarantee G{b} is missed."
    return f"The provider guarantees as G0 that Downtime is at most 1 hour.\n{_row(count, row)}"


def _credits(count: int) -> str:
    rows = """C{a} is a credit on Monthly Fee, of 5 %.
C{a} is rounded to the nearest cent, halves up.
C{a} is due only if the guarantee G0 is missed.
"""
    return f"The provider guarantees as G0 that Downtime is at most 1 hour.\n{_row(count, rows)}"


def _limits(count: int) -> str:
    return f"{_REBATE.format('Monthly Fee')}{_row(count, 'Rebate is limited to {a} EUR.')}"


def _steps(count: int) -> str:
    declared = _row(count + 1, 'S{b} is a step on tickets recorded as R{b}: "a step".')
    first = "S0 is due on an Urgent ticket within 1 hour after it is opened.\n"
    return f"{declared}{first}{_row(count, 'S{a} is due on an Urgent ticket within 1 hour after S{b}.')}"


CHAINS: dict[str, Callable[[int], str]] = {
    "values": _values,
    "values by other names": _other_names,
    "amounts": _shares,
    "conditions": _conditions("P{a} means that not P{b} holds."),
    "conditions that double": _conditions("P{a} means that P{b} holds or P{b} holds."),
    "conditions by other names": _conditions("P{a} means that P{b} holds."),
    "sets of time": _sets("P{a} means the time of P{b} outside Breach."),
    "sets of time that double": _sets("P{a} means the time of P{b} together with P{b}."),
    "sets of time by other names": _sets("P{a} means P{b}."),
    "measures": _measures,
    "measures made of incidents": _measures_of_incidents,
    "exclusions": _exclusions,
    "calendars": _calendars,
    "guarantees": _guarantees,
    "credits": _credits,
    "limits of a credit": _limits,
    "steps on tickets": _steps,
}
"""For each kind of name a row of so many."""


def chain(kind: str, count: int = LONG) -> str:
    """A policy with a row of so many names of a kind."""
    return _HEAD + CHAINS[kind](count)


_TABLE = ",\n".join(f"less than {100 - at}.5 % gives {at} %" for at in range(1, 100))
LENGTHY = {
    "a sum": f"P means {' plus '.join(['Downtime'] * PARTS)}.\n{_CALM.format('P')}",
    "a product": f"P means Downtime{' times 1' * PARTS}.\n{_CALM.format('P')}",
    "a condition": f"The provider guarantees as Calm that {' and '.join(['Downtime is at most 1 hour'] * PARTS)}.\n",
    "sets put together": f"P means the time of Breach{' together with Breach' * DEEP}.\n{_CUT.format('')}",
    "sets that are cut": f"P means the time of Breach{' outside Breach' * DEEP}.\n{_CUT.format('')}",
    "bounds": f"P means Downtime{' but at least 1 min' * DEEP}.\n{_CALM.format('P')}",
    "parts of parts": f"P means {'the part of ' * DEEP}Downtime{' beyond 1 min' * DEEP}.\n{_CALM.format('P')}",
    "the contrary": f"The provider guarantees as Calm that {'not ' * DEEP}Downtime is at most 1 hour.\n",
    "a table": f"Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:\n{_TABLE}.\n"
    "Rebate is rounded to the nearest cent, halves up.\n",
}
"""Sentences of many parts, beside each other or inside each other as deep as a sentence may go."""


def lengthy(kind: str) -> str:
    """A policy with a sentence of many parts."""
    return _HEAD + LENGTHY[kind]
