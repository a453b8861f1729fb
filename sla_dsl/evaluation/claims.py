"""Reports and claims: whether the customer said so, and in time.

A claim is in time up to its last instant: for a number of days, the end of the last day in the policy's
zone (the day of the event does not count); for hours, the instant itself; for business time, the instant at
which it has run out.  One timely claim that names an incident which counts in the period opens the period;
claims that open only what they name are in `named_claims.py`.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from sla_dsl.evaluation.deadlines import Within, last_instant
from sla_dsl.evaluation.families import Outages
from sla_dsl.evaluation.ledger import Ledger
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.timeline import Claim, Incident
from sla_dsl.records import NamedTuple
from sla_dsl.values.unknown import Between
from sla_dsl.values.zones import local_date

REPORTS = "the list of reports"
CLAIMS = "the list of claims"

ClaimState = Literal["claimed", "open", "expired", "unknown", "nothing to claim"]


class Claimed(NamedTuple):
    """How it stands with the claim: its last day (None while the outage lasts, or with nothing to claim),
    the claims that were in time and those that were not.

    `more`, where a claim opens only what it names: some of it was not claimed, and still can be up to that day.
    """

    state: ClaimState
    last_day: dt.date | None = None
    timely: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    more: bool = False


def doubts(facts: Facts, numbers: Iterable[int]) -> tuple[str, ...]:
    """What would settle whether these incidents count."""
    return tuple(_doubt(facts.incidents[n]) for n in sorted(numbers))


def _doubt(incident: Incident) -> str:
    if incident.cause is None:
        return f"the cause of incident {incident.id}"
    return f"whether incident {incident.id} counts"


def reported(facts: Facts, ledger: Ledger) -> bool | Between:
    """Whether the customer reported one of the incidents that count in the period."""
    if not ledger.most:
        return False
    if facts.timeline.reports is None:
        return Between(False, True, (REPORTS,))
    if not facts.reported.isdisjoint(ledger.times):
        return True
    open_ones = facts.reported.intersection(ledger.most)
    return Between(False, True, doubts(facts, open_ones)) if open_ones else False


def claimed(
    facts: Facts, numbers: frozenset[int], events: Mapping[int, int | None], within: Within, zone: str
) -> Claimed:
    """How the claim stands for the incidents that count; `events` is what each one's time runs from."""
    if not numbers:
        return Claimed("nothing to claim")
    last = {n: _last(events.get(n), within, zone) for n in numbers}
    last_day = _last_day(last.values(), zone)
    if facts.claims is None:
        return Claimed("unknown", last_day, needs=(CLAIMS,))
    ours = [(c, [n for n in map(facts.numbers.get, c.incidents) if n in numbers]) for c in facts.claims]
    timely = tuple(c.id for c, named in ours if any(_in_time(c, last[n]) for n in named if n is not None))
    late = tuple(c.id for c, named in ours if named and c.id not in timely)
    if timely:
        return Claimed("claimed", last_day, timely, late)
    return Claimed("open" if _still_open(facts.as_of, last.values()) else "expired", last_day, (), late)


def _last(event: int | None, within: Within, zone: str) -> int | None:
    return None if event is None else last_instant(event, within, zone)


def _in_time(claim: Claim, last: int | None) -> bool:
    return last is None or claim.at <= last


def _still_open(as_of: int | None, lasts: Iterable[int | None]) -> bool:
    return as_of is not None and any(last is None or as_of <= last for last in lasts)


def _last_day(lasts: Collection[int | None], zone: str) -> dt.date | None:
    """The last day on which something can still be claimed; None while an outage that counts still lasts."""
    known = [last for last in lasts if last is not None]
    return local_date(max(known), zone) if known and len(known) == len(lasts) else None


def outage_events(facts: Facts, outages: Outages, edge: Literal["start", "end"]) -> dict[int, int | None]:
    """For each incident the start or end of its outage; None while an incident of it is still going on."""
    events: dict[int, int | None] = {}
    for start, end, first, stop in outages.groups:
        numbers = [n for _, _, n in outages.pieces[first:stop]]
        lasting = not facts.open.isdisjoint(numbers)
        event = start if edge == "start" else None if lasting else end
        events.update(dict.fromkeys(numbers, event))
    return events
