"""From lark's tree to nodes: what counts, how it is cut and rounded, what is promised and paid."""

from __future__ import annotations

from typing import Literal

from lark import Token
from lark.tree import Meta

from sla_dsl.language import nodes as n
from sla_dsl.language.builder import Builder
from sla_dsl.language.building_words import name, span, text
from sla_dsl.records import NamedTuple

Names = tuple[n.Name, ...]
Edge = tuple[Literal["start", "end"], n.Grain]
Chooser = Literal["customer", "provider", "not given"]
Opens = Literal["period", "named"]


class _Naming(NamedTuple):
    """What a claim names, told from the ending that may follow it."""

    text: str


class CountingBuilder(Builder):
    """What counts as a measure, and its rounding."""

    def incident_not_counted(self, meta: Meta, *parts: Names | n.Limit) -> n.NotCounted:
        *causes, measures = (part for part in parts if isinstance(part, tuple))
        limit = next((part for part in parts if isinstance(part, n.Limit)), None)
        return n.NotCounted(causes[0] if causes else (), limit, measures, span=span(meta))

    def time_not_counted(self, meta: Meta, limit: n.Limit, measures: Names) -> n.TimeNotCounted:
        return n.TimeNotCounted(limit, measures, span=span(meta))

    def inside(self, meta: Meta, time: n.Time) -> n.Limit:
        return n.Limit(inside=True, time=time, span=span(meta))

    def not_inside(self, meta: Meta, time: n.Time) -> n.Limit:
        return n.Limit(inside=False, time=time, span=span(meta))

    def incident_clock(self, meta: Meta, measure: Token, edges: tuple[Edge, ...]) -> n.Clock:
        grains = dict(edges)
        return n.Clock(name(measure), grains.get("start"), grains.get("end"), span=span(meta))

    def clock(self, meta: Meta, *edges: Edge) -> tuple[Edge, ...]:
        return edges

    def from_start(self, meta: Meta, grain: n.Grain) -> Edge:
        return "start", grain

    def until_end(self, meta: Meta, grain: n.Grain) -> Edge:
        return "end", grain

    def join_touching(self, meta: Meta, measure: Token) -> n.Join:
        return n.Join(name(measure), "touching", span=span(meta))

    def join_near(
        self, meta: Meta, measure: Token, apart: n.Bound, gap: Literal["with", "without"] | None = None
    ) -> n.Join:
        return n.Join(name(measure), "near", apart, gap, span=span(meta))

    def join_never(self, meta: Meta, measure: Token) -> n.Join:
        return n.Join(name(measure), "never", span=span(meta))

    def with_the_gap(self, meta: Meta) -> str:
        return "with"

    def without_the_gap(self, meta: Meta) -> str:
        return "without"

    def long_enough(
        self, meta: Meta, measure: Token, bound: n.Bound, extent: Literal["in full", "for the excess"] | None = None
    ) -> n.LongEnough:
        return n.LongEnough(name(measure), bound, extent, span=span(meta))

    def in_full(self, meta: Meta) -> str:
        return "in full"

    def for_the_excess(self, meta: Meta) -> str:
        return "for the excess"

    # ------------------------------------------------------------ rounding and limits

    def round_total(self, meta: Meta, measure: Token, rounding: n.Rounding) -> n.RoundTotal:
        return n.RoundTotal(name(measure), rounding, span=span(meta))

    def round_outages(self, meta: Meta, measure: Token, rounding: n.Rounding) -> n.RoundOutages:
        return n.RoundOutages(name(measure), rounding, span=span(meta))

    def round_name(self, meta: Meta, named: Token, rounding: n.Rounding) -> n.RoundName:
        return n.RoundName(name(named), rounding, span=span(meta))

    def limited(self, meta: Meta, named: Token, value: n.Value, converted: bool = False) -> n.Limited:
        return n.Limited(name(named), value, converted, span=span(meta))

    def converted(self, meta: Meta) -> bool:
        return True

    def to_nearest(
        self, meta: Meta, grain: n.Grain | n.Literal_, halves: Literal["up", "down", "to even"] | None = None
    ) -> n.Rounding:
        return n.Rounding("nearest", grain, halves, span=span(meta))

    def rounded_down(self, meta: Meta, grain: n.Grain | n.Literal_) -> n.Rounding:
        return n.Rounding("down", grain, None, span=span(meta))

    def rounded_up(self, meta: Meta, grain: n.Grain | n.Literal_) -> n.Rounding:
        return n.Rounding("up", grain, None, span=span(meta))

    def halves(self, meta: Meta, half: str) -> str:
        return half

    def half(self, meta: Meta, *words: Token) -> str:
        return " ".join(words)

    def grain(self, meta: Meta, grain: n.Grain | n.Literal_) -> n.Grain | n.Literal_:
        return grain

    def cent(self, meta: Meta) -> str:
        return "cent"

    def grain_word(self, meta: Meta, word: Token) -> str:
        return str(word)


class TermsBuilder(Builder):
    """Guarantees, credits and targets."""

    def guarantee(self, meta: Meta, *parts: n.Name | n.Condition) -> n.Guarantee:
        *named, condition = parts
        return n.Guarantee(named[0] if named else None, condition, span=span(meta))  # type: ignore[arg-type]

    def guarantee_name(self, meta: Meta, named: Token) -> n.Name:
        return name(named)

    def credit(self, meta: Meta, named: Token, base: n.Value, rate: n.Value | n.Table) -> n.Credit:
        return n.Credit(name(named), base, rate, span=span(meta))

    def rate_value(self, meta: Meta, value: n.Value) -> n.Value:
        return value

    def rate_table(self, meta: Meta, pick: Literal["one", "last"], value: n.Value, *rows: n.Row) -> n.Table:
        return n.Table(pick, value, rows, span=span(meta))

    def pick(self, meta: Meta, word: Token) -> str:
        return str(word)

    def row(self, meta: Meta, bounds: tuple[n.Bound, ...], gives: n.Value) -> n.Row:
        return n.Row(bounds, gives, span=span(meta))

    def due_only_if(self, meta: Meta, named: Token, condition: n.Condition) -> n.DueOnlyIf:
        return n.DueOnlyIf(name(named), condition, span=span(meta))

    def claim(
        self, meta: Meta, named: Token, within: n.Elapsed | n.Business, anchor: n.Anchor, *tail: _Naming | Opens
    ) -> n.Claim:
        naming = next((part.text for part in tail if isinstance(part, _Naming)), "")
        opens = next((part for part in tail if not isinstance(part, _Naming)), None)
        return n.Claim(name(named), within, anchor, naming, opens, span=span(meta))

    def outage_end(self, meta: Meta, measure: Token) -> n.Anchor:
        return n.Anchor("outage end", name(measure), span=span(meta))

    def outage_start(self, meta: Meta, measure: Token) -> n.Anchor:
        return n.Anchor("outage start", name(measure), span=span(meta))

    def period_end(self, meta: Meta) -> n.Anchor:
        return n.Anchor("period end", span=span(meta))

    def naming(self, meta: Meta, what: Token) -> _Naming:
        return _Naming(text(what))

    def opens_period(self, meta: Meta) -> str:
        return "period"

    def opens_named(self, meta: Meta) -> str:
        return "named"

    def minimum(self, meta: Meta, named: Token, bound: n.Bound) -> n.Minimum:
        return n.Minimum(name(named), bound, span=span(meta))

    def paid_as(self, meta: Meta, named: Token, forms: Names, chooser: Chooser | Literal[""] = "") -> n.Payment:
        return n.Payment(name(named), forms, only=False, chooser=chooser, span=span(meta))

    def paid_only_as(self, meta: Meta, named: Token, forms: Names, chooser: Chooser | Literal[""] = "") -> n.Payment:
        return n.Payment(name(named), forms, only=True, chooser=chooser, span=span(meta))

    def choice_of(self, meta: Meta, party: str) -> str:
        return party

    def choice_open(self, meta: Meta) -> str:
        return "not given"

    def party(self, meta: Meta, word: Token) -> str:
        return str(word)

    def target(
        self,
        meta: Meta,
        step: Token,
        priority: Token,
        within: n.Elapsed | n.Business,
        after: n.Name | None,
        pauses: tuple[n.Name, ...] = (),
    ) -> n.Target:
        return n.Target(name(step), name(priority), within, after, pauses, span=span(meta))

    def uncounted(self, meta: Meta, pauses: tuple[n.Name, ...]) -> tuple[n.Name, ...]:
        return pauses

    def ticket_opened(self, meta: Meta) -> None:
        return None

    def ticket_step(self, meta: Meta, step: Token) -> n.Name:
        return name(step)

    def nothing(self, meta: Meta, because: Token) -> n.NothingComputed:
        return n.NothingComputed(text(because), span=span(meta))
