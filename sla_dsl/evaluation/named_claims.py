"""Claims that open only what they name: which outages they open, and how the claim stands.

A claim that names one incident of an outage opens the whole outage, if it came before the last instant of
that outage.  Where it is not known which incidents count, an outage may be longer than it surely is; its
start and end, and so the last instant of its claim, then lie between two.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from sla_dsl.evaluation.claims import CLAIMS, Claimed
from sla_dsl.evaluation.deadlines import Within, last_instant
from sla_dsl.evaluation.families import Outages, only
from sla_dsl.evidence.facts import Facts
from sla_dsl.records import NamedTuple
from sla_dsl.values.zones import local_date

State = Literal["claimed", "claimable"]
"""What is looked for: outages that were claimed in time, or those as well that still can be."""

Last = Callable[[int], int | None]
"""The last instant in which an incident's outage can be claimed, by the incident's number; None: none yet."""


class Limit(NamedTuple):
    """How long after its event an outage can be claimed, and in which zone the days are counted."""

    within: Within
    zone: str

    def after(self, events: Mapping[int, int | None]) -> Last:
        """The last instants, by what each incident's time runs from."""
        found = {event: last_instant(event, *self) for event in set(events.values()) if event is not None}

        def last(number: int) -> int | None:
            event = events.get(number)
            return None if event is None else found[event]

        return last


def opened(facts: Facts, outages: Outages, last: Last, state: State) -> Outages:
    """The outages that claims have opened, or (`claimable`) can; without a list of claims those that surely are."""
    test = _opener(facts, last, state)
    return only(outages, [at for at, numbers in enumerate(members(outages)) if test(numbers)])


def members(outages: Outages) -> list[list[int]]:
    """The numbers of the incidents of each outage."""
    return [[n for _, _, n in outages.pieces[first:stop]] for _, _, first, stop in outages.groups]


def _opener(facts: Facts, last: Last, state: State) -> Callable[[Iterable[int]], bool]:
    first: dict[int, int] = {}
    for claim in facts.claims or ():
        for name in claim.incidents:
            if name in facts.numbers:
                first.setdefault(facts.numbers[name], claim.at)

    def test(numbers: Iterable[int]) -> bool:
        if any([n in first and in_time(first[n], last(n)) for n in numbers]):
            return True
        return state == "claimable" and any([still_open(facts, last(n)) for n in numbers])

    return test


def in_time(at: int, last: int | None) -> bool:
    """Whether a claim of this instant is in time."""
    return last is None or at <= last


def still_open(facts: Facts, last: int | None) -> bool:
    """Whether the record ends before the last instant: the claim may yet come."""
    return facts.as_of is not None and in_time(facts.as_of, last)


def claimed_each(facts: Facts, outages: Sequence[Outages], numbers: frozenset[int], last: Last, zone: str) -> Claimed:
    """How the claim stands for the outages with an incident that counts.

    The last day is that of what can still be claimed; where nothing can, it is that of all of it.
    """
    groups = [group for one in outages for group in members(one) if not numbers.isdisjoint(group)]
    if not groups:
        return Claimed("nothing to claim")
    if facts.claims is None:
        return Claimed("unknown", _last_day(groups, last, zone), needs=(CLAIMS,))
    timely, late = _claims(facts, groups, last)
    test = _opener(facts, last, "claimed")
    waiting = [g for g in groups if not test(g) and any([still_open(facts, last(n)) for n in g])]
    day = _last_day(waiting or groups, last, zone)
    if timely:
        return Claimed("claimed", day, timely, late, more=bool(waiting))
    return Claimed("open" if waiting else "expired", day, (), late, more=bool(waiting))


def _claims(facts: Facts, groups: Iterable[Iterable[int]], last: Last) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims that name something here: those in time for some of it, and those that were late for all."""
    ours = {n for group in groups for n in group}
    timely: list[str] = []
    late: list[str] = []
    for claim in facts.claims or ():
        named = [n for n in map(facts.numbers.get, claim.incidents) if n in ours and n is not None]
        if named:
            (timely if any([in_time(claim.at, last(n)) for n in named]) else late).append(claim.id)
    return tuple(timely), tuple(late)


def _last_day(groups: Iterable[Iterable[int]], last: Last, zone: str) -> dt.date | None:
    lasts = [last(n) for group in groups for n in group]
    known = [one for one in lasts if one is not None]
    return local_date(max(known), zone) if known and len(known) == len(lasts) else None
