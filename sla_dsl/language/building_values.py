"""From lark's tree to nodes: values, bounds and conditions."""

from __future__ import annotations

from typing import Literal

from lark import Token
from lark.tree import Meta

from sla_dsl.language import nodes as n
from sla_dsl.language.builder import Builder
from sla_dsl.language.building_words import name, number, span

Sign = Literal[1, -1]
Signed = tuple[Sign, n.Value]


class ValueBuilder(Builder):
    """Values and conditions; chains stay flat, as the grammar has them."""

    # ------------------------------------------------------------ literals

    def percent(self, meta: Meta, digits: Token) -> n.Percent:
        return n.Percent(number(digits), span=span(meta))

    def number(self, meta: Meta, digits: Token) -> n.Number:
        return n.Number(number(digits), span=span(meta))

    def money(self, meta: Meta, digits: Token, currency: Token) -> n.Amount:
        return n.Amount(number(digits), name(currency), span=span(meta))

    def elapsed(self, meta: Meta, *parts: Token | n.UnitWord) -> n.Elapsed:
        amounts = (number(part) for part in parts[::2] if isinstance(part, Token))
        return n.Elapsed(tuple(zip(amounts, parts[1::2], strict=True)), span=span(meta))  # type: ignore[arg-type]

    def business(self, meta: Meta, digits: Token, calendar: Token, unit: n.UnitWord) -> n.Business:
        return n.Business(number(digits), name(calendar), unit, span=span(meta))

    def unit(self, meta: Meta, word: Token) -> str:
        return str(word)

    # ------------------------------------------------------------ sums and products

    def but_at_least(self, meta: Meta, value: n.Value, floor: n.Value) -> n.AtLeast:
        return n.AtLeast(value, floor, span=span(meta))

    def but_at_most(self, meta: Meta, value: n.Value, ceiling: n.Value) -> n.AtMost:
        return n.AtMost(value, ceiling, span=span(meta))

    def sum(self, meta: Meta, first: n.Value, *rest: Signed) -> n.Sum:
        terms = (first, *(value for _, value in rest))
        return n.Sum(terms, (1, *(sign for sign, _ in rest)), span=span(meta))

    def plus_term(self, meta: Meta, value: n.Value) -> Signed:
        return 1, value

    def minus_term(self, meta: Meta, value: n.Value) -> Signed:
        return -1, value

    def product(self, meta: Meta, first: n.Value, *rest: Signed) -> n.Product:
        factors = (first, *(value for _, value in rest))
        return n.Product(factors, (1, *(power for power, _ in rest)), span=span(meta))

    def times_factor(self, meta: Meta, value: n.Value) -> Signed:
        return 1, value

    def divided_factor(self, meta: Meta, value: n.Value) -> Signed:
        return -1, value

    # ------------------------------------------------------------ other values

    def value_name(self, meta: Meta, named: Token) -> n.ValueName:
        return n.ValueName(name(named), span=span(meta))

    def bracketed(self, meta: Meta, value: n.Value) -> n.Value:
        return value

    def share_of(self, meta: Meta, digits: Token, base: n.Value) -> n.ShareOf:
        return n.ShareOf(number(digits), base, span=span(meta))

    def period_length(self, meta: Meta) -> n.PeriodLength:
        return n.PeriodLength(span=span(meta))

    def longest_outage(self, meta: Meta, measure: Token) -> n.LongestOutage:
        return n.LongestOutage(name(measure), span=span(meta))

    def outage_count(self, meta: Meta, measure: Token) -> n.OutageCount:
        return n.OutageCount(name(measure), span=span(meta))

    def part_beyond(self, meta: Meta, value: n.Value, threshold: n.Value) -> n.PartBeyond:
        return n.PartBeyond(value, threshold, span=span(meta))

    def greater_of(self, meta: Meta, left: n.Value, right: n.Value) -> n.GreaterOf:
        return n.GreaterOf(left, right, span=span(meta))

    def lesser_of(self, meta: Meta, left: n.Value, right: n.Value) -> n.LesserOf:
        return n.LesserOf(left, right, span=span(meta))

    def per_unit(self, meta: Meta, price: n.Literal_, *rest: object) -> n.PerUnit:
        *units, size, of = rest
        return n.PerUnit(price, units[0] if units else None, size, of, span=span(meta))  # type: ignore[arg-type]

    def units(self, meta: Meta, word: Token) -> str:
        return str(word)

    # ------------------------------------------------------------ bounds

    def bounds(self, meta: Meta, *bounds: n.Bound) -> tuple[n.Bound, ...]:
        return bounds

    def less_than(self, meta: Meta, value: n.Value) -> n.Bound:
        return n.Bound("less than", value, span=span(meta))

    def at_most(self, meta: Meta, value: n.Value) -> n.Bound:
        return n.Bound("at most", value, span=span(meta))

    def at_least(self, meta: Meta, value: n.Value) -> n.Bound:
        return n.Bound("at least", value, span=span(meta))

    def more_than(self, meta: Meta, value: n.Value) -> n.Bound:
        return n.Bound("more than", value, span=span(meta))

    def exactly(self, meta: Meta, value: n.Value) -> n.Bound:
        return n.Bound("exactly", value, span=span(meta))

    # ------------------------------------------------------------ conditions

    def either(self, meta: Meta, *parts: n.Condition) -> n.Either:
        return n.Either(parts, span=span(meta))

    def both(self, meta: Meta, *parts: n.Condition) -> n.Both:
        return n.Both(parts, span=span(meta))

    def compare(self, meta: Meta, value: n.Value, bounds: tuple[n.Bound, ...]) -> n.Compare:
        return n.Compare(value, bounds, span=span(meta))

    def holds(self, meta: Meta, named: Token) -> n.Holds:
        return n.Holds(name(named), span=span(meta))

    def negation(self, meta: Meta, condition: n.Condition) -> n.Not:
        return n.Not(condition, span=span(meta))

    def bracketed_condition(self, meta: Meta, condition: n.Condition) -> n.Condition:
        return condition

    def reported(self, meta: Meta, measure: Token) -> n.Reported:
        return n.Reported(name(measure), span=span(meta))

    def guarantee_is(self, meta: Meta, guarantee: Token, kept: Literal["met", "missed"]) -> n.GuaranteeIs:
        return n.GuaranteeIs(name(guarantee), kept, span=span(meta))

    def kept(self, meta: Meta, word: Token) -> str:
        return str(word)
