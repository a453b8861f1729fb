"""Timelines drawn for the laws of this room: few places in time, so that things meet, and any list may be missing."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sla_dsl.evidence.timeline import Breach, Charge, Claim, Incident, Pause, Rate, Report, Ticket, Timeline, Window
from tests.evaluation.making import CREDIT, DAY, HOUR, MINUTE, at, charge

RICH = (
    CREDIT
    + """Support Fee is a charge: "the fee of support".
Cloud is a service: "virtual machines".
Attack is a cause: "an attack".
Urgent is a priority: "urgent".
Reply is a step on tickets recorded as Replied: "an answer".
Repair is a step on tickets recorded as Repaired: "a repair".
Waiting is a pause of tickets recorded as Awaiting Customer: "the customer has to answer".
Parked is a pause of tickets recorded as On Hold: "nobody works on it".
Business means Monday to Friday from 09:00 to 17:00 holidays included.
§ 1
Breach means the time in which the customer is in breach.
Announced means the maintenance announced at least 3 days before it starts.
Incidents of Downtime at most 10 min apart are one outage, with the time between.
An outage counts as Downtime only if it lasts at least 20 min, and then in full.
An incident because of Work within Announced does not count as Downtime.
An incident because of Attack does not count as Downtime.
Time within Breach does not count as Downtime.
The total of Downtime is rounded to the nearest minute, halves up.
§ 2
Cloud Downtime means the time in which Cloud is down because of Failure or Work within Business.
Each incident of Cloud Downtime is an outage of its own.
Each incident of Cloud Downtime runs from the start of its minute until the end of its hour.
Each outage of Cloud Downtime is rounded up to the minute.
Time within Breach does not count as Cloud Downtime.
Count means the number of outages of Cloud Downtime.
Longest means the longest outage of Downtime.
§ 3
Late Rate means 2 % for each started 30 min of the part of Cloud Downtime beyond 1 hour but at most 50 %.
Grave means that Uptime is less than 99 % or Count is more than 2 and not Longest is at most 1 hour.
The provider guarantees that Uptime is at least 99.9 %.
The provider guarantees as Calm that Grave holds or Cloud Downtime is at most 90 min but more than 5 min.
Rebate is due only if the customer reported an incident that counts as Downtime.
Rebate is limited to 40 EUR, converted at the given rate.
§ 4
Cloud Credit is a credit on the greater of Monthly Fee and Support Fee, of Late Rate.
Cloud Credit is rounded down to the cent.
Cloud Credit is due only if the guarantee Calm is missed or Grave holds.
Cloud Credit must be claimed within 10 days after the end of an outage of Cloud Downtime,
  and one claim opens the period.
Cloud Credit is paid only if it is more than 1 % of Monthly Fee.
§ 5
Reply is due on an Urgent ticket within 2 Business hours after it is opened, not counting Waiting.
Repair is due on an Urgent ticket within 8 hours after Reply, not counting Waiting or Parked.
"""
)
"""A policy with about every operation of the core."""

FIRST = at("2026-02-27 00:00")
minutes = st.sampled_from((0, 1, 5, 10, 11, 19, 20, 21, 60, 90, 600, 1440)).map(lambda m: m * MINUTE)
places = st.builds(lambda day, later: FIRST + day * DAY + later, st.integers(0, 34), minutes)
lengths = minutes | st.sampled_from((30_000_000, 1, 40 * DAY))
services = st.sampled_from(("gateway", "gateway", "cloud"))


@st.composite
def incidents(draw: st.DrawFn, unsure: bool) -> list[Incident]:
    causes = ("failure", "work", "attack", *((None,) if unsure else ()))
    drawn = draw(st.lists(st.tuples(services, places, lengths, st.sampled_from(causes)), max_size=6))
    return [Incident(f"I{n}", s, start, start + long, cause) for n, (s, start, long, cause) in enumerate(drawn)]


@st.composite
def windows(draw: st.DrawFn, unsure: bool) -> list[Window]:
    notice = st.sampled_from((None, HOUR, 2 * DAY, 3 * DAY, 9 * DAY))
    drawn = draw(st.lists(st.tuples(places, lengths, notice, st.booleans()), max_size=3))
    return [
        Window(f"W{n}", "gateway", None if early is None else start - early, known or not unsure, start, start + long)
        for n, (start, long, early, known) in enumerate(drawn)
    ]


names = st.lists(st.sampled_from(("I0", "I1", "I2", "I5")), max_size=2)


@st.composite
def timelines(draw: st.DrawFn, unsure: bool = True) -> Timeline:
    """A timeline for the rich policy; unless `unsure`, nothing of it is unknown."""

    def some(strategy: st.SearchStrategy[Any]) -> Any:
        records = draw(strategy)
        return None if unsure and draw(st.integers(0, 9)) == 0 else tuple(records)

    as_of = draw(st.none() | places) if unsure else None
    return Timeline(
        "acme",
        as_of,
        tuple(draw(incidents(unsure))),
        maintenance=some(windows(unsure)),
        reports=some(names.map(lambda found: [Report(n, FIRST) for n in found])),
        claims=some(
            st.lists(st.tuples(places, names), max_size=2).map(
                lambda found: [Claim(f"C{n}", when, tuple(of)) for n, (when, of) in enumerate(found)]
            )
        ),
        breaches=some(
            st.lists(st.tuples(places, lengths), max_size=2).map(
                lambda found: [Breach(start, start + long, "unpaid") for start, long in found]
            )
        ),
        charges=some(st.sampled_from(["100", "0", "33.33"]).map(charges)),
        rates=some(st.just([Rate("EUR", "USD", charge("1.0837").amount)])),
        tickets=some(st.lists(places, max_size=2).map(tickets)),
        pauses=some(st.lists(pauses(as_of is not None), max_size=4)),
    )


def pauses(going_on: bool) -> st.SearchStrategy[Pause]:
    """A pause of one of the tickets, or of none; it may go on where the record says up to when it is kept."""
    ends = lengths | st.none() if going_on else lengths
    states = st.sampled_from(("awaiting_customer", "on_hold", "with_supplier"))
    return st.builds(
        lambda ticket, state, start, long: Pause(ticket, state, start, None if long is None else start + long),
        st.sampled_from(("T0", "T1", "T7")), states, places, ends,
    )  # fmt: skip


def charges(amount: str) -> list[Charge]:
    """Both fees, in February in euros and then in dollars."""
    fees = (("monthly_fee", amount), ("support_fee", "50"))
    months = (("2026-02", "EUR"), ("2026-03", "USD"), ("2026-04", "USD"))
    return [charge(paid, currency, what, month) for month, currency in months for what, paid in fees]


def tickets(found: list[int]) -> list[Ticket]:
    return [
        Ticket(f"T{n}", "urgent", when, (("replied", when + HOUR), ("repaired", None))) for n, when in enumerate(found)
    ]
