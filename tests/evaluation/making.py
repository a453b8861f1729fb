"""Small policies, timelines, trees and steps, made short for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import settings

from sla_dsl import Policy, Result, evaluate, read_policy
from sla_dsl.evaluation.forms import KINDS
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.plan import _MAKERS
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.tree import Node, Root, Tree
from sla_dsl.evidence.facts import Facts, facts_of
from sla_dsl.evidence.timeline import Breach, Charge, Claim, Incident, Pause, Rate, Report, Ticket, Timeline, Window
from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND, read_instant
from sla_dsl.values.periods import read_period
from sla_dsl.values.unknown import Between

law = settings(max_examples=100, deadline=None, database=None)
costly_law = settings(max_examples=30, deadline=None, database=None)

__all__ = ["DAY", "HOUR", "MINUTE", "SECOND", "at", "law", "span"]

# ---------------------------------------------------------------- policies

SETTINGS = """Agreement "Test".
The time zone is UTC.
The period is each calendar month.
"""
NAMES = (
    SETTINGS
    + """Gateway is a service: "sending messages".
Failure is a cause: "a failure".
Work is a cause: "planned work".
Monthly Fee is a charge: "the fee of the month".
"""
)
DOWNTIME = (
    NAMES
    + """Downtime means the time in which Gateway is down because of Failure or Work.
Uptime means 100 % minus Downtime divided by 30 days.
"""
)
CREDIT = (
    DOWNTIME
    + """Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:
  less than 100 % gives 10 %, less than 99 % gives 50 %.
Rebate is rounded to the nearest cent, halves up.
"""
)
SUPPORT = (
    SETTINGS
    + """Business means Monday to Friday from 09:00 to 17:00 holidays included.
Urgent is a priority: "urgent".
Reply is a step on tickets recorded as Replied: "an answer".
Repair is a step on tickets recorded as Repaired: "a repair".
"""
)


@cache
def policy(text: str) -> Policy:
    """The policy in a text that has no mistakes."""
    outcome = read_policy(text)
    assert outcome.value is not None, [f.message for f in outcome.findings]
    return outcome.value


def tree(text: str) -> Tree:
    return policy(text).tree


def found(text: str) -> list[str]:
    """The codes of what is wrong with a policy that is refused."""
    outcome = read_policy(text)
    assert outcome.value is None
    return [f.code for f in outcome.findings if f.severity == "error"]


# ---------------------------------------------------------------- timelines


def at(text: str) -> int:
    """An instant of March 2026 in UTC: `04 10:30`, or a whole one: `2026-04-01 00:00`; seconds may follow."""
    day, _, clock = text.partition(" ")
    clock = clock if clock.count(":") == 2 else f"{clock}:00"
    instant = read_instant(f"{day if len(day) > 2 else f'2026-03-{day}'}T{clock}Z")
    assert isinstance(instant, int), instant
    return instant


def span(text: str) -> tuple[int, int]:
    """`04 10:00-10:30`, or `04 10:00 - 05 09:00`."""
    first, _, last = text.partition(" - ") if " - " in text else text.partition("-")
    return at(first), at(last if " " in last else f"{first.split(' ')[0]} {last}")


def incident(when: str, cause: str | None = "failure", name: str = "", service: str = "gateway") -> Incident:
    start, end = span(when)
    return Incident(name or when, service, start, end, cause)


def lasting(since: str, cause: str | None = "failure", name: str = "", service: str = "gateway") -> Incident:
    """An incident that is still going on."""
    return Incident(name or since, service, at(since), None, cause)


def window(when: str, announced: str | None = None, known: bool = True, service: str = "gateway") -> Window:
    start, end = span(when)
    return Window(f"W {when}", service, None if announced is None else at(announced), known, start, end)


def breach(when: str) -> Breach:
    return Breach(*span(when), "not paid")


def claim(when: str, *incidents: str, name: str = "") -> Claim:
    return Claim(name or f"C {when}", at(when), incidents)


def report(name: str, when: str = "04 10:00") -> Report:
    return Report(name, at(when))


def charge(amount: str, currency: str = "EUR", what: str = "monthly_fee", period: str = "2026-03") -> Charge:
    return Charge(period, what, Fraction(amount), currency)


def rate(source: str, target: str, worth: str) -> Rate:
    return Rate(source, target, Fraction(worth))


def ticket(opened: str, priority: str = "urgent", name: str = "", **steps: str | None) -> Ticket:
    done = tuple((step, None if when is None else at(when)) for step, when in steps.items())
    return Ticket(name or f"T {opened}", priority, at(opened), done)


def pause(ticket: str, state: str, when: str) -> Pause:
    """`04 10:00-11:00`; `04 10:00` alone is one that goes on."""
    start, end = span(when) if "-" in when.removeprefix("2026-03-") else (at(when), None)
    return Pause(ticket, state, start, end)


LISTS = ("maintenance", "reports", "claims", "breaches", "charges", "rates", "tickets", "pauses")


def timeline(*incidents: Incident, as_of: str | None = None, **lists: Sequence[Any] | None) -> Timeline:
    """A timeline whose lists are all known and empty, but those given; `None` takes one out."""
    given = {name: lists.get(name, ()) for name in LISTS}
    kept: dict[str, Any] = {name: None if records is None else tuple(records) for name, records in given.items()}
    return Timeline("acme", None if as_of is None else at(as_of), incidents, **kept)


def facts(*incidents: Incident, as_of: str | None = None, **lists: Sequence[Any] | None) -> Facts:
    return facts_of(timeline(*incidents, as_of=as_of, **lists))


def run(of: Facts | None = None, period: str = "2026-03", zone: str = "UTC") -> Run:
    made = Run(of or facts(), zone)
    entered = read_period(period, "month")
    assert entered is not None
    made.enter(entered)
    return made


def result(text: str, line: Timeline, *periods: str) -> Result:
    return evaluate(policy(text), line, periods or ("2026-03",)).require()


def outcome(text: str, *incidents: Incident, as_of: str | None = None, **lists: Sequence[Any] | None) -> PeriodResult:
    """March 2026 under the policy."""
    return result(text, timeline(*incidents, as_of=as_of, **lists)).periods[0]


# ---------------------------------------------------------------- trees and steps


def node(op: str, *inputs: int, type: str = "", name: str = "", clause: int = -1, **params: Any) -> Node:
    """A node; its type is what the operation gives, unless it is told."""
    return Node(op, inputs, params, type or OPERATIONS[op].gives, name, clause)


def tree_of(*nodes: Node, **fields: Any) -> Tree:
    """A tree of these nodes and nothing else."""
    names: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    plain: dict[str, Any] = {
        "title": "Test", "digest": "sha256:0", "language": 1, "zone": "UTC", "period": "month", "names": names,
        "recorded": {}, "calendars": {}, "clauses": (), "assumptions": (), "stated": (), "nothing": (),
        "measures": (), "guarantees": (), "credits": (), "targets": (), "ledgers": (),
    }  # fmt: skip
    return Tree(**{**plain, "nodes": nodes, **fields})


def work(made: Node, *inputs: Any, given: Run | None = None, tree: Tree | None = None) -> Any:
    """What the careful step of a node makes of its inputs."""
    return _MAKERS[made.op](made, tree or tree_of(made))(given or run(), *inputs)


def literal(value: str | list[str], type: str) -> Node:
    return node("literal", type=type, value=value)


def root(at: int, name: str = "it") -> Root:
    return Root(name, name.capitalize(), at)


def ops(of: Tree) -> list[str]:
    return [n.op for n in of.nodes]


def only(of: Tree, op: str) -> Node:
    """The only node of an operation."""
    (one,) = [n for n in of.nodes if n.op == op]
    return one


def params(of: Tree, op: str) -> Mapping[str, Any]:
    return only(of, op).params


def low_and_high(value: Any) -> tuple[Any, Any]:
    assert isinstance(value, Between), value
    return value.low, value.high
