"""From lark's tree of a sentence to its node: the sentences and what they hold.

`SentenceBuilder` has a method for each rule of the grammar, by its name, and lark calls it from the leaves up
without recursion.  Its parts: `building_values`, `building_times`, `building_rules`, `building_examples`.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from lark import Token
from lark.tree import Meta

from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.building_examples import ExampleBuilder
from sla_dsl.language.building_rules import CountingBuilder, TermsBuilder
from sla_dsl.language.building_times import TimeBuilder
from sla_dsl.language.building_values import ValueBuilder
from sla_dsl.language.building_words import date, name, number, span, text
from sla_dsl.records import NamedTuple

Ending = str | n.Accepting
"""What may end a sentence: the words after `assuming`, or something accepted."""


class Head(NamedTuple):
    """The agreement's own sentence: `Agreement "title" in force from DATE, written in language NUMBER.`"""

    title: str
    in_force: dt.date | None
    language: Fraction
    span: Span


def _assumed(endings: tuple[Ending, ...]) -> str:
    return next((ending for ending in endings if isinstance(ending, str)), "")


def _accepted(endings: tuple[Ending, ...]) -> tuple[n.Accepting, ...]:
    return tuple(ending for ending in endings if isinstance(ending, n.Accepting))


class SentenceBuilder(ValueBuilder, TimeBuilder, CountingBuilder, TermsBuilder, ExampleBuilder):
    # ------------------------------------------------------------ the agreement, its places, a sentence

    def agreement(self, meta: Meta, title: Token, *rest: dt.date | Fraction) -> Head:
        in_force = next((part for part in rest if isinstance(part, dt.date)), None)
        language = next((part for part in rest if isinstance(part, Fraction)), Fraction(1))
        return Head(text(title), in_force, language, span(meta))

    def in_force(self, meta: Meta, day: Token) -> dt.date:
        return date(day)

    def language_version(self, meta: Meta, version: Token) -> Fraction:
        return number(version)

    def place(self, meta: Meta, sign: Token, *rest: Token | tuple[str, str]) -> n.Place:
        title = next((text(part) for part in rest if isinstance(part, Token)), "")
        parts = tuple(part for part in rest if isinstance(part, tuple))
        return n.Place(sign.lstrip("§#").strip(" \t\r\n\u00a0"), title, parts, span=span(meta))

    def part(self, meta: Meta, word: str, digits: Token) -> tuple[str, str]:
        return word, str(digits)

    def part_word(self, meta: Meta, word: Token) -> str:
        return str(word)

    def sentence(self, meta: Meta, body: n.Body, *endings: Ending) -> n.Sentence:
        return n.Sentence(body, assuming=_assumed(endings), accepting=_accepted(endings), span=span(meta))

    def set_aside(self, meta: Meta, reason: Token, body: n.Body, *endings: Ending) -> n.Sentence:
        accepting = _accepted(endings)
        return n.Sentence(body, None, _assumed(endings), text(reason), accepting, span=span(meta))

    def assuming(self, meta: Meta, why: Token) -> str:
        return text(why)

    def accepting(self, meta: Meta, code: Token, why: Token) -> n.Accepting:
        return n.Accepting(text(code), text(why), span=span(meta))

    # ------------------------------------------------------------ settings and declarations

    def time_zone(self, meta: Meta, zone: Token) -> n.TimeZone:
        return n.TimeZone(str(zone), span=span(meta))

    def period_of_account(self, meta: Meta, kind: n.PeriodKind) -> n.PeriodOfAccount:
        return n.PeriodOfAccount(kind, span=span(meta))

    def period_kind(self, meta: Meta, word: Token) -> str:
        return str(word)

    def service(self, meta: Meta, named: Token, gloss: Token) -> n.Declaration:
        return n.Declaration("service", name(named), text(gloss), span=span(meta))

    def cause(self, meta: Meta, named: Token, gloss: Token) -> n.Declaration:
        return n.Declaration("cause", name(named), text(gloss), span=span(meta))

    def charge(self, meta: Meta, named: Token, gloss: Token) -> n.Declaration:
        return n.Declaration("charge", name(named), text(gloss), span=span(meta))

    def priority(self, meta: Meta, named: Token, gloss: Token) -> n.Declaration:
        return n.Declaration("priority", name(named), text(gloss), span=span(meta))

    def step(self, meta: Meta, named: Token, recorded: Token, gloss: Token) -> n.Declaration:
        return n.Declaration("step", name(named), text(gloss), name(recorded), span=span(meta))

    def pause(self, meta: Meta, named: Token, recorded: Token, gloss: Token) -> n.Declaration:
        return n.Declaration("pause", name(named), text(gloss), name(recorded), span=span(meta))

    # ------------------------------------------------------------ definitions

    def define_time(self, meta: Meta, named: Token, time: n.Time) -> n.DefineTime:
        return n.DefineTime(name(named), time, span=span(meta))

    def define_value(self, meta: Meta, named: Token, value: n.Value) -> n.DefineValue:
        return n.DefineValue(name(named), value, span=span(meta))

    def define_truth(self, meta: Meta, named: Token, condition: n.Condition) -> n.DefineTruth:
        return n.DefineTruth(name(named), condition, span=span(meta))

    def define_calendar(self, meta: Meta, named: Token, calendar: n.CalendarHours) -> n.DefineCalendar:
        return n.DefineCalendar(name(named), calendar, span=span(meta))
