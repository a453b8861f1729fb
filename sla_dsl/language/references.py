"""Which names a sentence uses, where, and as what: the one place that knows it for every sentence form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import NameKind
from sla_dsl.language.folding import Node, walk
from sla_dsl.records import NamedTuple

Use = Literal["subject", "measured", "read", "cut", "given", "expected"]


class Reference(NamedTuple):
    """A name in a sentence, the kinds of name that may stand there, and what the sentence does with it.

    `subject`: the sentence is a rule about it.  `measured`: its total or its outages are read.  `cut`: a set of
    time is cut by it.  `given` and `expected` stand in an example.  Everything else is `read`.
    """

    name: n.Name
    kinds: tuple[NameKind, ...]
    use: Use


TIME: tuple[NameKind, ...] = ("time",)
CUTTING: tuple[NameKind, ...] = ("time", "calendar")
VALUE: tuple[NameKind, ...] = ("time", "value", "charge")
CAUSE: tuple[NameKind, ...] = ("cause",)
SERVICE: tuple[NameKind, ...] = ("service",)
CREDIT: tuple[NameKind, ...] = ("credit",)
STEP: tuple[NameKind, ...] = ("step",)
PAUSE: tuple[NameKind, ...] = ("pause",)
PRIORITY: tuple[NameKind, ...] = ("priority",)
CALENDAR: tuple[NameKind, ...] = ("calendar",)


def references(body: n.Body) -> Iterator[Reference]:
    """Every name that the sentence uses; the name that it defines or declares is not among them."""
    yield from _named(body)
    for root in roots(body):
        for node in walk(root):
            yield from _in_node(node)


def roots(body: n.Body) -> tuple[Node, ...]:
    """The values, conditions and sets of time that stand in the sentence, each as a whole."""
    match body:
        case n.DefineTime():
            return (body.time,)
        case n.DefineValue():
            return (body.value,)
        case n.DefineTruth() | n.DueOnlyIf() | n.Guarantee():
            return (body.condition,)
        case n.NotCounted():
            return (body.limit.time,) if body.limit else ()
        case n.TimeNotCounted():
            return (body.limit.time,)
        case n.Join():
            return (body.apart.value,) if body.apart else ()
        case n.LongEnough() | n.Minimum():
            return (body.bound.value,)
        case n.Limited():
            return (body.value,)
        case n.Credit():
            return (body.base, *_rate_roots(body.rate))
        case n.Claim() | n.Target():
            return (body.within,)
        case n.RoundTotal() | n.RoundOutages() | n.RoundName():
            return () if isinstance(body.rounding.grain, str) else (body.rounding.grain,)
        case n.Example():
            return tuple(expect.value for expect in body.expect if isinstance(expect, n.ExpectValue))
        case _:
            return ()


def _rate_roots(rate: n.Value | n.Table) -> tuple[n.Value, ...]:
    if not isinstance(rate, n.Table):
        return (rate,)
    cells = [cell for row in rate.rows for cell in (*(bound.value for bound in row.bounds), row.gives)]
    return (rate.value, *cells)


def _in_node(node: Node) -> Iterator[Reference]:
    match node:
        case n.ValueName():
            yield Reference(node.name, VALUE, "measured")
        case n.LongestOutage() | n.OutageCount() | n.Reported():
            yield Reference(node.measure, TIME, "measured")
        case n.Business():
            yield Reference(node.calendar, CALENDAR, "read")
        case n.Holds():
            yield Reference(node.name, ("truth",), "read")
        case n.GuaranteeIs():
            yield Reference(node.guarantee, ("guarantee",), "read")
        case n.TimeName():
            yield Reference(node.name, CUTTING, "cut")
        case n.Down():
            yield from _all(node.services, SERVICE, "read")
            yield from _all(node.causes, CAUSE, "read")
        case _:
            return


def _named(body: n.Body) -> Iterator[Reference]:
    """The names that stand in the sentence itself, outside its values, conditions and sets of time."""
    match body:
        case n.NotCounted():
            yield from _all(body.causes, CAUSE, "read")
            yield from _all(body.measures, TIME, "subject")
        case n.TimeNotCounted():
            yield from _all(body.measures, TIME, "subject")
        case n.Clock() | n.Join() | n.LongEnough() | n.RoundTotal() | n.RoundOutages():
            yield Reference(body.measure, TIME, "subject")
        case n.RoundName():
            yield Reference(body.name, ("credit", "value"), "subject")
        case n.Limited() | n.DueOnlyIf() | n.Minimum() | n.Payment():
            yield Reference(body.name, CREDIT, "subject")
        case n.Claim():
            yield Reference(body.name, CREDIT, "subject")
            yield from _all((body.anchor.measure,) if body.anchor.measure else (), TIME, "measured")
        case n.Target():
            yield from _all((body.step, *((body.after,) if body.after else ())), STEP, "read")
            yield Reference(body.priority, PRIORITY, "read")
            yield from _all(body.pauses, PAUSE, "read")
        case n.Example():
            yield from _in_example(body)
        case _:
            return


def _in_example(body: n.Example) -> Iterator[Reference]:
    for given in body.given:
        yield from _in_given(given)
    for expect in body.expect:
        yield Reference(expect.name, expected_kinds(expect), "expected")


def _in_given(given: n.Given) -> Iterator[Reference]:
    match given:
        case n.GivenIncident():
            yield from _all((given.service,) if given.service else (), SERVICE, "given")
            yield from _all(given.causes, CAUSE, "given")
        case n.GivenMaintenance():
            yield from _all((given.service,) if given.service else (), SERVICE, "given")
        case n.GivenCharge():
            yield Reference(given.charge, ("charge",), "given")
        case n.GivenTicket():
            yield Reference(given.priority, PRIORITY, "given")
            yield from _all(tuple(step for step, _ in given.steps), STEP, "given")
            yield from _all(tuple(pause for pause, _, _ in given.pauses), PAUSE, "given")
        case n.GivenBreach() | n.GivenRate() | n.GivenNoList() | n.GivenAsOf() | n.GivenNothing():
            return
        case _:
            assert_never(given)


def expected_kinds(expect: n.Expect) -> tuple[NameKind, ...]:
    """The kinds of name of which an example may expect this."""
    match expect:
        case n.ExpectValue():
            return ("time", "value", "credit")
        case n.ExpectDueAt():
            return STEP
        case n.ExpectClaimable():
            return CREDIT
        case n.ExpectVerdict():
            return _verdict_kinds(expect.verdict)
        case _:
            assert_never(expect)


def _verdict_kinds(verdict: n.Verdict) -> tuple[NameKind, ...]:
    match verdict:
        case "met" | "missed":
            return ("guarantee", "step")
        case "unknown":
            return ("guarantee", "credit", "time", "value")
        case "pending":
            return STEP
        case "due" | "none" | "not eligible" | "claimable":
            return CREDIT
        case _:
            assert_never(verdict)


def _all(names: tuple[n.Name, ...], kinds: tuple[NameKind, ...], use: Use) -> Iterator[Reference]:
    return (Reference(name, kinds, use) for name in names)
