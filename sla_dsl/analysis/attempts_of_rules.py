"""Months that try the rules: joined and short outages, maintenance, breaches, reports, claims, tickets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.making_up import changed, claimed_at, later, made_up, times_of_day
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.worlds import Outage
from sla_dsl.evaluation.deadlines import last_instant
from sla_dsl.evaluation.steps import read_number
from sla_dsl.evaluation.steps_of_claims import within_of
from sla_dsl.evaluation.tree import Node
from sla_dsl.evidence.timeline import Breach, Pause, Ticket, Timeline, Window
from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND


def around_rules(study: Study, axis: Axis) -> Iterator[Timeline]:
    """Everything that a rule of the policy may look at, tried on outages of one service and cause."""
    yield from _single(study, axis)
    yield from _pairs(study, axis)
    yield from _windows(study, axis)
    yield from _breaches(study, axis)
    yield from _asked_late(study, axis)


def _nodes(study: Study, op: str) -> list[Node]:
    return [node for node in study.tree.nodes if node.op == op]


def _lengths(study: Study) -> list[int]:
    """Lengths for one outage: those at which it becomes long enough, odd ones, and some of every size."""
    bounds = [int(read_number(value)) for node in _nodes(study, "keep") for _, value in node.params["bounds"]]
    edges = [bound + more for bound in bounds for more in (0, SECOND, -SECOND) if bound + more > 0]
    return [*edges, 90 * SECOND + SECOND // 2, 30 * SECOND, 5 * SECOND, 10 * MINUTE, HOUR, 5 * HOUR, 20 * HOUR, 3 * DAY]


def _single(study: Study, axis: Axis) -> Iterator[Timeline]:
    """One outage at odd times: by day, by night, on every day of a week, over both ends of the period."""
    for lasting in _lengths(study):
        for start in (later(study, 0), later(study, 0) + 40 * SECOND, later(study, 0) - 7 * HOUR):
            yield made_up(study, [axis.down(start, start + lasting)])
        for day in range(1, 7):
            yield made_up(study, [axis.down(later(study, day), later(study, day) + lasting)])
        for edge in (study.usual.start, study.usual.end):
            yield made_up(study, [axis.down(edge - lasting // 2, edge + lasting - lasting // 2)])


def _pairs(study: Study, axis: Axis) -> Iterator[Timeline]:
    """Two outages that overlap, that touch, and that are some time apart."""
    apart = [int(node.params["apart"]) for node in _nodes(study, "join")]
    gaps = [-MINUTE, 0, *(gap + more for gap in apart if gap for more in (0, SECOND, -SECOND)), 10 * MINUTE, HOUR]
    for lasting in (30 * MINUTE, 2 * HOUR, 10 * HOUR, 40 * SECOND):
        for gap in gaps:
            start = later(study, 0)
            again = start + lasting + gap
            yield made_up(study, [axis.down(start, start + lasting), axis.down(again, again + lasting)])


# ---------------------------------------------------------------- maintenance and breaches


def _windows(study: Study, axis: Axis) -> Iterator[Timeline]:
    """Work that fills its window or runs over it, announced in time or not, for each cause."""
    ruled = [
        cause for node in _nodes(study, "excuse") for rule in node.params["rules"] for cause in rule["causes"] or ()
    ]
    causes = tuple(dict.fromkeys((*ruled, axis.cause, *study.tree.names["cause"])))
    starts = times_of_day(study, 8)
    for node in _nodes(study, "windows"):
        for start, cause in product(starts, causes):
            for announced, over in product(_announcements(node, start), (0, HOUR)):
                outage = Outage(node.params["service"], cause, start, start + 2 * HOUR + over)
                window = Window("1", node.params["service"], announced, True, start, start + 2 * HOUR)
                yield changed(made_up(study, [outage]), maintenance=(window,))


def _announcements(node: Node, start: int) -> list[int | None]:
    """As late as may be, too late, and not at all."""
    notice: Mapping[str, Any] = node.params["notice"]
    if notice["kind"] == "any":
        return [start - DAY, None]
    needed = Fraction(read_number(notice["amount"])) * (DAY if notice["kind"] == "days" else 1)
    step = DAY if notice["kind"] == "days" else SECOND
    return [int(start - needed) + more for more in (0, step, -step) if needed + 2 * DAY or more] + [None]


def _breaches(study: Study, axis: Axis) -> Iterator[Timeline]:
    """The customer in breach for some of an outage, and for all of it."""
    if not _nodes(study, "breaches"):
        return
    start = later(study, 0)
    for lasting in (HOUR, 5 * HOUR, 2 * DAY):
        for until in (start + lasting // 2, start + lasting):
            whole = made_up(study, [axis.down(start, start + lasting)])
            yield changed(whole, breaches=(Breach(start, until, "breach"),))


# ---------------------------------------------------------------- what the customer does


def _asked_late(study: Study, axis: Axis) -> Iterator[Timeline]:
    """Outages that nobody reported or claimed; claims at the last moment, and at the next."""
    start = later(study, 0)
    for lasting in (HOUR, 5 * HOUR, 20 * HOUR, 3 * DAY, 10 * MINUTE, MINUTE):
        whole = made_up(study, [axis.down(start, start + lasting)])
        incident = whole.incidents[0]
        for node in _nodes(study, "claimed"):
            for at in _last_moments(study, node, start, start + lasting):
                yield changed(whole, claims=claimed_at(incident, at))
        yield changed(whole, reports=())
        yield changed(whole, claims=())
        yield changed(whole, claims=(), as_of=start + lasting)


def _last_moments(study: Study, node: Node, start: int, end: int) -> list[int]:
    """The last second for a claim, and the one after it."""
    within = within_of(node.params["within"], study.tree)
    found = [last_instant(event, within, study.tree.zone) for event in (start, end, study.usual.end)]
    return [last // SECOND * SECOND + more for last in found if last is not None for more in (0, SECOND)]


def tickets(study: Study) -> Iterator[Timeline]:
    """For each target a ticket on which every step comes when it is due, and a second later."""
    for root in study.tree.targets:
        node = study.tree.nodes[root.node]
        for opened in (later(study, 0), later(study, 1)):
            every = dict.fromkeys(study.tree.recorded.values(), opened + HOUR)
            due = _due(study, node, opened, every)
            for done in (due, None if due is None else due + SECOND, None):
                steps = {**every, node.params["recorded"]: done}
                yield _with_ticket(study, Ticket("1", node.params["priority"], opened, tuple(steps.items())))
            yield from _waiting(study, node, opened, every)


def _waiting(study: Study, node: Node, opened: int, every: Mapping[str, int]) -> Iterator[Timeline]:
    """A ticket that waits in each state that stops the clock of the target, for an hour and over a weekend."""
    event = every[node.params["after"]] if node.params["after"] else opened
    steps = {**every, node.params["recorded"]: event + 2 * HOUR}
    ticket = Ticket("1", node.params["priority"], opened, tuple(steps.items()))
    for state in node.params["pauses"]:
        for lasting in (HOUR, 4 * DAY):
            yield _with_ticket(study, ticket, Pause("1", state, event, event + lasting))


def _due(study: Study, node: Node, opened: int, every: Mapping[str, int]) -> int | None:
    """When the target is due on a ticket on which all other steps came after an hour."""
    event = every[node.params["after"]] if node.params["after"] else opened
    limit = last_instant(event, within_of(node.params["within"], study.tree), study.tree.zone)
    return None if limit is None else limit // SECOND * SECOND


def _with_ticket(study: Study, ticket: Ticket, *pauses: Pause) -> Timeline:
    return changed(made_up(study, []), tickets=(ticket,), pauses=pauses, charges=())
