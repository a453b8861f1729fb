"""The working steps of reports and claims: what was reported, from when the days run, what was claimed in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.calendars import calendar_of
from sla_dsl.evaluation.claims import CLAIMS, Claimed, claimed, doubts, outage_events, reported
from sla_dsl.evaluation.deadlines import Within
from sla_dsl.evaluation.families import Outages
from sla_dsl.evaluation.ledger import Ledger
from sla_dsl.evaluation.lift import needs_of
from sla_dsl.evaluation.named_claims import Limit, claimed_each, opened
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.steps import Maker, Step
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.intervals import Spans
from sla_dsl.values.unknown import Between, between

Events = Mapping[int, int | None]


def within_of(entry: Mapping[str, Any], tree: Tree) -> Within:
    """A length of time after an event, from its plain form."""
    calendar = calendar_of(tree, entry["calendar"]) if entry.get("calendar") else None
    return Within(entry["kind"], entry["amount"], calendar)


def make_reported(node: Node, tree: Tree) -> Step:
    return lambda run, ledger: reported(run.facts, ledger)


def make_events(node: Node, tree: Tree) -> Step:
    edge = node.params["edge"]

    def step(run: Run, outages: Outages | Between) -> Any:
        if isinstance(outages, Between):
            return Between(
                outage_events(run.facts, outages.low, edge), outage_events(run.facts, outages.high, edge), outages.needs
            )
        return outage_events(run.facts, outages, edge)

    return step


def make_claimed(node: Node, tree: Tree) -> Step:
    limit = Limit(within_of(node.params["within"], tree), tree.zone)
    by_outage = node.params["event"] != "period end"

    def step(run: Run, *inputs: Any) -> Claimed:
        ledgers = [i for i in inputs if isinstance(i, Ledger)]
        others = list(inputs[len(ledgers) :])
        events = others.pop() if by_outage else ((run.start, run.end),)
        low = frozenset([n for ledger in ledgers for n in ledger.times])
        high = frozenset([n for ledger in ledgers for n in ledger.most])
        if others:
            ends = _claimed_each(run, limit, (low, high), others, events)
        else:
            ends = _claimed(run, limit, (low, high), events)
        return ends[0] if ends[0] is ends[1] else _in_both(*ends, doubts(run.facts, high - low) or needs_of(inputs))

    return step


Numbers = tuple[frozenset[int], frozenset[int]]
"""The incidents that surely count, and those that may."""


def _claimed(run: Run, limit: Limit, numbers: Numbers, since: Any) -> tuple[Claimed, Claimed]:
    """How a claim that opens the whole period stands, for the least and for the most that can count."""
    low, high = numbers
    least = claimed(run.facts, low, _since(_low(since), low), *limit)
    if high == low and not isinstance(since, Between):
        return least, least
    return least, claimed(run.facts, high, _since(_high(since), high), *limit)


def _claimed_each(
    run: Run, limit: Limit, numbers: Numbers, outages: Sequence[Outages | Between], since: Any
) -> tuple[Claimed, Claimed]:
    """How a claim that opens only what it names surely stands, and how at best."""
    lows, highs = [_low(one) for one in outages], [_high(one) for one in outages]
    first, last = _since(_low(since), _numbers(lows)), _since(_high(since), _numbers(highs))
    known = numbers[0] == numbers[1] and not any(isinstance(value, Between) for value in (*outages, since))
    earliest = limit.after(first if known else _earliest(first, last))
    least = claimed_each(run.facts, lows, numbers[0], earliest, limit.zone)
    if known:
        return least, least
    latest = limit.after(_latest(first, last, run.facts.starts))
    return least, claimed_each(run.facts, highs, numbers[1], latest, limit.zone)


def _numbers(outages: Sequence[Outages]) -> list[int]:
    return [n for one in outages for _, _, n in one.pieces]


def _low(value: Any) -> Any:
    return value.low if isinstance(value, Between) else value


def _high(value: Any) -> Any:
    return value.high if isinstance(value, Between) else value


def _in_both(least: Claimed, most: Claimed, needs: tuple[str, ...]) -> Claimed:
    """How it stands with the claim, as far as it stands alike for the least and the most that can count."""
    if {least.state, most.state} <= {"expired", "nothing to claim"}:
        return most
    last_day = least.last_day if least.last_day == most.last_day else None
    if least.state != most.state:
        missing = tuple(dict.fromkeys((*most.needs, *least.needs, *needs)))
        return Claimed("unknown", last_day, needs=missing, more=least.more or most.more)
    return least._replace(last_day=last_day)


def _since(since: Events | Spans, numbers: Iterable[int]) -> Events:
    """What each incident's time runs from: its outage, or else the end of the period."""
    return dict.fromkeys(numbers, since[-1][1] - 1) if isinstance(since, tuple) else since


# ---------------------------------------------------------------- claims that open only what they name


def make_claimed_only(node: Node, tree: Tree) -> Step:
    limit = Limit(within_of(node.params["within"], tree), tree.zone)
    state = node.params["state"]

    def step(run: Run, outages: Outages | Between, since: Events | Spans | Between) -> Outages | Between:
        low, high = _low(outages), _high(outages)
        first, last = _since(_low(since), _numbers([low])), _since(_high(since), _numbers([high]))
        if not any(isinstance(value, Between) for value in (outages, since)) and run.facts.claims is not None:
            return opened(run.facts, low, limit.after(first), state)
        least = opened(run.facts, low, limit.after(_earliest(first, last)), state)
        if run.facts.claims is None:
            return _between(least, high, (*needs_of((outages,)), CLAIMS))
        most = opened(run.facts, high, limit.after(_latest(first, last, run.facts.starts)), state)
        return _between(least, most, needs_of((outages, since)))

    return step


def _between(least: Outages, most: Outages, needs: tuple[str, ...]) -> Outages | Between:
    found: Outages | Between = between(least, most, needs)
    return found


def _earliest(low: Events, high: Events) -> Events:
    """The earliest event of each incident that surely counts: its outage may begin earlier, or end later, than known.

    None, while an outage lasts, is later than any other.
    """
    both = {n: (event, high.get(n, event)) for n, event in low.items()}
    return {n: min([e for e in events if e is not None], default=None) for n, events in both.items()}


def _latest(low: Events, high: Events, starts: Sequence[int]) -> Events:
    """The latest event of each incident that may count; by itself it is an outage that begins when it does."""
    both = {n: (event, low.get(n, starts[n])) for n, event in high.items()}
    return {n: None if a is None or b is None else max(a, b) for n, (a, b) in both.items()}


MAKERS: Mapping[str, Maker] = {
    "reported": make_reported,
    "events": make_events,
    "claimed": make_claimed,
    "claimed_only": make_claimed_only,
}

__all__ = ["MAKERS", "within_of"]
