"""Examples, as far as they can be looked at without working anything out."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.findings.finding import Finding
from sla_dsl.language import example_mistakes as wrong
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.gathering import Gathered
from sla_dsl.language.likeness import wanted
from sla_dsl.language.names import Names
from sla_dsl.language.quantities import OPEN, Quantity
from sla_dsl.language.settings import zone_mistakes
from sla_dsl.language.weighing import Known, weigh
from sla_dsl.values.periods import read_period
from sla_dsl.values.zones import find_zone, to_instants


def check_examples(file: n.PolicyFile, names: Names, gathered: Gathered, known: Known) -> list[Finding]:
    """What is wrong with the examples, those set aside too: periods, times, amounts and types."""
    zone = gathered.zone.body.zone if gathered.zone and isinstance(gathered.zone.body, n.TimeZone) else ""
    told: list[Finding] = []
    for sentence in file.sentences:
        if isinstance(sentence.body, n.Example):
            told += _period(sentence.body, gathered)
            told += [finding for given in sentence.body.given for finding in _given(given, zone, names, known)]
            told += [finding for expect in sentence.body.expect for finding in _expect(expect, zone, names, known)]
            told += _tickets(sentence.body, names)
    return told


def _period(example: n.Example, gathered: Gathered) -> list[Finding]:
    body = gathered.period.body if gathered.period else None
    if not isinstance(body, n.PeriodOfAccount) or read_period(example.period, body.kind) is not None:
        return []
    return [wrong.period_of_another_kind(example, body.kind)]


# ---------------------------------------------------------------- what is given


def _given(given: n.Given, zone: str, names: Names, known: Known) -> Iterator[Finding]:
    for moment in moments(given):
        yield from _moment(moment, zone)
    match given:
        case n.GivenIncident() | n.GivenMaintenance():
            yield from _lasting(given.start, given.end)
            yield from _service(given, names)
            if isinstance(given, n.GivenIncident) and len(given.causes) > 1:
                yield wrong.several_causes(given)
        case n.GivenBreach():
            yield from _lasting(given.start, given.end)
        case n.GivenTicket():
            for _, start, end in given.pauses:
                yield from _lasting(start, end)
        case n.GivenCharge():
            yield from _amount(given.amount, "A charge", known)
        case n.GivenRate():
            yield from _amount(given.left, "Each side of a rate", known)
            yield from _amount(given.right, "Each side of a rate", known)
        case _:
            return


def moments(given: n.Given) -> tuple[n.LocalInstant, ...]:
    """Every date and time in what is given, as written."""
    match given:
        case n.GivenIncident():
            return (given.start, *_some(given.end), *given.reported, *given.claimed)
        case n.GivenMaintenance():
            return (given.start, *_some(given.end), *_some(given.announced))
        case n.GivenBreach():
            return (given.start, *_some(given.end))
        case n.GivenTicket():
            paused = (moment for _, start, end in given.pauses for moment in (start, *_some(end)))
            return (given.opened, *(moment for _, moment in given.steps), *paused)
        case n.GivenAsOf():
            return (given.instant,)
        case _:
            return ()


def _some(moment: n.LocalInstant | None) -> tuple[n.LocalInstant, ...]:
    return () if moment is None else (moment,)


def _moment(moment: n.LocalInstant, zone: str) -> list[Finding]:
    """A time that its zone's clocks show just once is in order."""
    told = zone_mistakes(moment.zone, moment.span)
    if told:
        return told
    place = moment.zone or zone
    if find_zone(place) is None:
        return []
    shown = len(to_instants(moment.moment, place))
    if shown == 1:
        return []
    return [wrong.time_shown_twice(moment, place) if shown else wrong.time_skipped(moment, place)]


def _lasting(start: n.LocalInstant, end: n.LocalInstant | None) -> list[Finding]:
    backwards = end is not None and start.zone == end.zone and end.moment < start.moment
    return [wrong.ends_before_start(end)] if backwards and end is not None else []


def _service(given: n.GivenIncident | n.GivenMaintenance, names: Names) -> list[Finding]:
    services = [found.name.text for found in names.declared.values() if found.kind == "service"]
    return [wrong.service_not_said(given.span, services)] if given.service is None and len(services) > 1 else []


def _amount(literal: n.Literal_, what: str, known: Known) -> list[Finding]:
    quantity, told = weigh(literal, known)
    return told + wanted(literal, quantity, "money", what)


# ---------------------------------------------------------------- what is expected


def _expect(expect: n.Expect, zone: str, names: Names, known: Known) -> list[Finding]:
    match expect:
        case n.ExpectDueAt():
            return _moment(expect.instant, zone)
        case n.ExpectValue():
            return _value(expect, names, known)
        case _:
            return []


def _value(expect: n.ExpectValue, names: Names, known: Known) -> list[Finding]:
    quantity, told = weigh(expect.value, known)
    if told or quantity.type is None:
        return told
    if quantity.fixed is None:
        return [wrong.not_fixed(expect)]
    if names.kind(expect.name) == "credit":
        return _of_credit(expect, quantity)
    kind = known.get(identifier(expect.name.text), OPEN).type
    return wanted(expect.value, quantity, kind, f"'{expect.name.text}'") if kind else []


def _of_credit(expect: n.ExpectValue, quantity: Quantity) -> list[Finding]:
    """Of a credit, the rate or the amount may be expected; a plain number only as a rate that is worked out."""
    if quantity.type in ("ratio", "money") or (quantity.type == "number" and not isinstance(expect.value, n.Number)):
        return []
    hint = "Write its rate, such as '5 %', or its amount, such as '45 EUR'."
    return wanted(expect.value, quantity, "money", "The amount of a credit", hint)


def _tickets(example: n.Example, names: Names) -> list[Finding]:
    """A step can be expected only of a ticket."""
    if any(isinstance(given, n.GivenTicket) for given in example.given):
        return []
    steps = [it for it in example.expect if isinstance(it, n.ExpectDueAt) or _is_step(it, names)]
    return [wrong.no_ticket(steps[0].name)] if steps else []


def _is_step(expect: n.Expect, names: Names) -> bool:
    return names.kind(expect.name) == "step"
