"""Pairs of small policies: how the second is made from the first, and what must be said of the two."""

from __future__ import annotations

from typing import NamedTuple

from tests.analysis.making import NAMES

BASE = (
    NAMES
    + """Maintenance is a cause: "work".
Third Party is a cause: "somebody else's failure".
Business means Monday to Friday from 09:00 to 17:00 except holidays of Belgium.
Urgent is a priority: "nothing works".
Respond is a step on tickets recorded as Responded: "the provider answers".

Downtime means the time in which Gateway is down because of Failure or Maintenance.
Incidents of Downtime that overlap or touch are one outage.
The total of Downtime is rounded to the nearest second, halves up.
Uptime means 100 % minus Downtime divided by the length of the period.
The provider guarantees that Uptime is at least 99.9 %.

§ 2
Announced Work means the maintenance announced at least 7 days before it starts.
An incident because of Maintenance within Announced Work does not count as Downtime.
An incident because of Third Party does not count as Downtime.

§ 3
Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:
  less than 99.9 % gives 10 %,
  less than 99 %   gives 50 %.
Rebate is due only if the customer reported an incident that counts as Downtime.
Rebate must be claimed within 30 days after the end of an outage of Downtime, and one claim opens the period.
Rebate is limited to 400 EUR, converted at the given rate.
Rebate is rounded to the nearest cent, halves up.
Rebate is paid only if it is more than 1 EUR.

§ 4
Respond is due on an Urgent ticket within 2 Business hours after it is opened.
"""
)


class Change(NamedTuple):
    """What is changed in the base, from what to what, and what must be said of it.

    `kind`: what the smallest situation is about, where that is the point.
    """

    name: str
    edits: tuple[tuple[str, str], ...]
    verdict: str
    benefit: str = "neither"
    kind: str = ""


def _one(name: str, old: str, new: str, verdict: str, benefit: str = "neither", kind: str = "") -> Change:
    return Change(name, ((old, new),), verdict, benefit, kind)


COUNT = "The provider guarantees as Calm that the number of outages of Downtime is at most 3.\n"
SHORT = "An outage counts as Downtime only if it lasts at least 5 min, and then in full.\n"
NEAR = "Incidents of Downtime at most 5 min apart are one outage, with the time between.\n"
TOUCH = "Incidents of Downtime that overlap or touch are one outage.\n"
ROWS = """by the last row that applies to Uptime:
  less than 99.9 % gives 10 %,
  less than 99 %   gives 50 %."""
TOTAL = "The total of Downtime is rounded to the nearest second, halves up.\n"
IN_HOURS = "because of Failure or Maintenance within Business."
IN_BREACH = (
    "Breach means the time in which the customer is in breach.\nTime within Breach does not count as Downtime.\n"
)

CHANGES = (
    # the same
    Change("nothing", (), "same"),
    _one("other words for the same", '"somebody else\'s failure"', '"what others do" assuming "it is so"', "same"),
    _one("other units for the same", "99.9 % gives 10 %", "99.90 % gives (5 % plus 5 %)", "same"),
    _one("another place in the agreement", "§ 3", '§ 7 "Credits"', "same"),
    Change(
        "statements in another order",
        (
            ("Rebate is paid only if it is more than 1 EUR.\n", ""),
            ("§ 3\n", "§ 3\nRebate is paid only if it is more than 1 EUR.\n"),
        ),
        "same",
    ),
    _one(
        "a limit said twice",
        "Rebate is limited to 400 EUR, converted at the given rate.\n",
        "Rebate is limited to 400 EUR, converted at the given rate.\n" * 2,
        "same",
    ),
    _one("the contrary of the contrary", "Rebate is due only if the", "Rebate is due only if not not the", "same"),
    _one(
        "rows that say the same",
        ROWS,
        "by the one row that applies to Uptime: "
        "at least 99 % but less than 99.9 % gives 10 %, less than 99 % gives 50 %.",
        "not found",
    ),
    _one(
        "a cause that does not count",
        "Third Party is a cause",
        'Attack is a cause: "an attack". An incident because of Attack does not count as Downtime. '
        "Third Party is a cause",
        "same",
    ),
    # one outage shows it
    _one("an edge that is moved", "at least 99.9 %", "at least 99.95 %", "different", "customer", "one outage"),
    _one("a promise that is weaker", "at least 99.9 %", "at least 99.5 %", "different", "provider", "one outage"),
    _one(
        "the edge itself", "that Uptime is at least 99.9 %", "that Uptime is more than 99.9 %", "different", "customer"
    ),
    _one("less than, or at most", "less than 99 %   gives", "at most 99 % gives", "different", "customer"),
    _one("a row that gives more", "gives 50 %", "gives 60 %", "different", "customer"),
    _one("another month", "the length of the period", "30 days", "different", "both"),
    _one("rounded to the minute", "the nearest second", "the nearest minute", "different", "both"),
    _one(
        "rounded down",
        "is rounded to the nearest second, halves up",
        "is rounded down to the second",
        "different",
        "provider",
    ),
    _one(
        "a cause that counts now", "Failure or Maintenance.", "Failure, Maintenance or Attack.", "different", "customer"
    ),
    _one("short outages left out", TOUCH, TOUCH + SHORT, "different", "provider"),
    # other facts show it
    _one("hours for days", "at least 7 days", "at least 168 hours", "different", "customer", "announced work"),
    _one("a longer notice", "at least 7 days", "at least 8 days", "different", "customer", "announced work"),
    _one(
        "any notice", "announced at least 7 days before", "announced before", "different", "provider", "announced work"
    ),
    _one(
        "a day longer to claim",
        "within 30 days",
        "within 31 days",
        "different",
        "customer",
        "a claim about its last day",
    ),
    _one("from the start of the outage", "after the end of an", "after the start of an", "different", "provider"),
    _one(
        "no report is needed",
        "Rebate is due only if the customer reported an incident that counts as Downtime.\n",
        "",
        "different",
        "customer",
        "an outage that nobody reported",
    ),
    _one(
        "only what is claimed",
        "and one claim opens the period",
        "and a claim opens only what it names",
        "different",
        "provider",
    ),
    _one("time in breach taken out", TOUCH, TOUCH + IN_BREACH, "different", "provider", "a breach by the customer"),
    _one("a limit moved by a cent", "400 EUR", "400.01 EUR", "different", "customer"),
    _one(
        "cents rounded down", "to the nearest cent, halves up", "down to the cent", "different", "provider", "the fee"
    ),
    _one(
        "another rounding of halves",
        "nearest cent, halves up",
        "nearest cent, halves to even",
        "different",
        "provider",
        "the fee",
    ),
    _one("a higher least amount", "more than 1 EUR", "more than 2 EUR", "different", "provider", "the fee"),
    _one("the least amount itself", "more than 1 EUR", "at least 1 EUR", "different", "customer", "the fee"),
    _one("another zone", "time zone is UTC", "time zone is Europe/Brussels", "different", "both"),
    _one("a longer target", "2 Business hours", "3 Business hours", "different", "provider", "a ticket"),
    Change(
        "a clock that stops",
        (
            (
                "2 Business hours after it is opened",
                "2 Business hours after it is opened, not counting Waiting",
            ),
            ("\nDowntime means", '\nWaiting is a pause of tickets recorded as On Hold: "it waits".\nDowntime means'),
        ),
        "different",
        "provider",
        "a ticket that waits",
    ),
    _one("holidays worked", "except holidays of Belgium", "holidays included", "different", "customer", "a ticket"),
    _one("holidays of another country", "of Belgium", "of France", "different", "both", "a ticket"),
    _one(
        "another credit is paid",
        "Rebate is paid only if",
        "Rebate is paid as Refund.\nRebate is paid only if",
        "different",
    ),
)

TWO = (
    (
        "joined, or each by itself",
        TOUCH + SHORT,
        "Each incident of Downtime is an outage of its own.\n" + SHORT,
        "provider",
    ),
    ("in full, or the excess", TOUCH + SHORT, TOUCH + SHORT.replace("in full", "for the excess"), "provider"),
    ("at most, or less than, apart", NEAR + COUNT, NEAR.replace("at most", "less than") + COUNT, "both"),
    ("with, or without, the time between", NEAR, NEAR.replace("with the", "without the"), "provider"),
    ("one outage fewer", TOUCH + COUNT, TOUCH + COUNT.replace("3", "2"), "customer"),
    (
        "each outage rounded, or the total",
        TOUCH + TOTAL.replace("nearest second, halves up", "nearest minute, halves up"),
        TOUCH + "Each outage of Downtime is rounded to the nearest minute, halves up.\n",
        "both",
    ),
)
"""Two ways to put what counts, and for whose benefit the second is."""


def both(change: Change) -> tuple[str, str]:
    """The two policies."""
    new = BASE
    for old, other in change.edits:
        assert old in new, old
        new = new.replace(old, other, 1)
    if change.name == "a cause that counts now":
        new = new.replace("Third Party is a cause", 'Attack is a cause: "an attack".\nThird Party is a cause')
    return BASE, new


def two(old: str, new: str) -> tuple[str, str]:
    """The two policies, in which what counts is put so and so."""
    plain = BASE.replace(TOUCH + TOTAL, TOUCH)
    return plain.replace(TOUCH, old), plain.replace(TOUCH, new)
