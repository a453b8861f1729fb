"""From lark's tree to nodes: examples, what they give and what they expect."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from lark import Token
from lark.tree import Meta

from sla_dsl.language import nodes as n
from sla_dsl.language.builder import Builder
from sla_dsl.language.building_words import clock, date, name, span, text
from sla_dsl.records import NamedTuple


class _Lasting(NamedTuple):
    start: n.LocalInstant
    end: n.LocalInstant | None


class _Tail(NamedTuple):
    kind: Literal["reported", "claimed"]
    at: n.LocalInstant


class ExampleBuilder(Builder):
    def example(self, meta: Meta, title: Token, period: str, *items: n.Given | n.Expect) -> n.Example:
        expect = tuple(item for item in items if isinstance(item, n.Expect))
        given = tuple(item for item in items if not isinstance(item, n.Expect))
        return n.Example(text(title), period, given, expect, span=span(meta))

    def period_name(self, meta: Meta, period: Token) -> str:
        return str(period)

    # ------------------------------------------------------------ instants

    def instant(self, meta: Meta, day: Token, time: Token, zone: Token | str = "") -> n.LocalInstant:
        return n.LocalInstant(dt.datetime.combine(date(day), clock(time)), str(zone), span=span(meta))

    def clock_time(self, meta: Meta, time: Token) -> n.LocalInstant:
        """A clock time alone; `lasting` gives it the day and the zone of the beginning."""
        return n.LocalInstant(dt.datetime.combine(dt.date.min, clock(time)), span=span(meta))

    def lasting(self, meta: Meta, start: n.LocalInstant, end: n.LocalInstant | None = None) -> _Lasting:
        if end is not None and end.moment.date() == dt.date.min:
            moment = dt.datetime.combine(start.moment.date(), end.moment.time())
            end = n.LocalInstant(moment, start.zone, span=end.span)
        return _Lasting(start, end)

    # ------------------------------------------------------------ given

    def given_incident(self, meta: Meta, *parts: object) -> n.GivenIncident:
        lasting = next(part for part in parts if isinstance(part, _Lasting))
        tails = [part for part in parts if isinstance(part, _Tail)]
        return n.GivenIncident(
            next((part for part in parts if isinstance(part, n.Name)), None),
            next((part for part in parts if type(part) is tuple), ()),
            *lasting,
            reported=tuple(tail.at for tail in tails if tail.kind == "reported"),
            claimed=tuple(tail.at for tail in tails if tail.kind == "claimed"),
            span=span(meta),
        )

    def on_service(self, meta: Meta, named: Token) -> n.Name:
        return name(named)

    def tail_reported(self, meta: Meta, at: n.LocalInstant) -> _Tail:
        return _Tail("reported", at)

    def tail_claimed(self, meta: Meta, at: n.LocalInstant) -> _Tail:
        return _Tail("claimed", at)

    def given_maintenance(self, meta: Meta, *parts: object) -> n.GivenMaintenance:
        service = next((part for part in parts if isinstance(part, n.Name)), None)
        lasting = next(part for part in parts if isinstance(part, _Lasting))
        announced = parts[-1] if isinstance(parts[-1], n.LocalInstant) else None
        return n.GivenMaintenance(service, *lasting, announced, span=span(meta))

    def announced_at(self, meta: Meta, at: n.LocalInstant) -> n.LocalInstant:
        return at

    def not_announced(self, meta: Meta) -> None:
        return None

    def given_breach(self, meta: Meta, lasting: _Lasting) -> n.GivenBreach:
        return n.GivenBreach(*lasting, span=span(meta))

    def given_charge(self, meta: Meta, charge: Token, amount: n.Literal_) -> n.GivenCharge:
        return n.GivenCharge(name(charge), amount, span=span(meta))

    def given_rate(self, meta: Meta, left: n.Literal_, right: n.Literal_) -> n.GivenRate:
        return n.GivenRate(left, right, span=span(meta))

    def given_ticket(
        self, meta: Meta, priority: Token, opened: n.LocalInstant, *tails: tuple[n.Name, n.LocalInstant] | n.GivenPause
    ) -> n.GivenTicket:
        steps = tuple(tail for tail in tails if len(tail) == 2)
        pauses = tuple(tail for tail in tails if len(tail) == 3)
        return n.GivenTicket(name(priority), opened, steps, pauses, span=span(meta))

    def tail_step(self, meta: Meta, step: Token, at: n.LocalInstant) -> tuple[n.Name, n.LocalInstant]:
        return name(step), at

    def tail_pause(self, meta: Meta, pause: Token, lasting: _Lasting) -> n.GivenPause:
        return name(pause), *lasting

    def given_no_list(
        self, meta: Meta, kind: Literal["reports", "claims", "breaches", "maintenance", "tickets", "pauses"]
    ) -> n.GivenNoList:
        return n.GivenNoList(kind, span=span(meta))

    def list_word(self, meta: Meta, word: Token) -> str:
        return str(word)

    def given_as_of(self, meta: Meta, at: n.LocalInstant) -> n.GivenAsOf:
        return n.GivenAsOf(at, span=span(meta))

    def given_nothing(self, meta: Meta) -> n.GivenNothing:
        return n.GivenNothing(span=span(meta))

    # ------------------------------------------------------------ expect

    def expect_value(self, meta: Meta, named: Token, value: n.Value) -> n.ExpectValue:
        return n.ExpectValue(name(named), value, span=span(meta))

    def expect_verdict(self, meta: Meta, named: Token, verdict: n.Verdict) -> n.ExpectVerdict:
        return n.ExpectVerdict(name(named), verdict, span=span(meta))

    def verdict(self, meta: Meta, *words: Token) -> str:
        return " ".join(words)

    def expect_due_at(self, meta: Meta, named: Token, at: n.LocalInstant) -> n.ExpectDueAt:
        return n.ExpectDueAt(name(named), at, span=span(meta))

    def expect_claimable(self, meta: Meta, named: Token, until: Token) -> n.ExpectClaimable:
        return n.ExpectClaimable(name(named), date(until), span=span(meta))
