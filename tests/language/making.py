"""Nodes made by hand, for tests that need no text."""

from __future__ import annotations

from fractions import Fraction

from sla_dsl.language import nodes as n


def name(text: str) -> n.Name:
    return n.Name(text)


def number(amount: int | Fraction) -> n.Number:
    return n.Number(Fraction(amount))


def percent(amount: int | str) -> n.Percent:
    return n.Percent(Fraction(amount))


def minutes(amount: int | Fraction) -> n.Elapsed:
    return n.Elapsed(((Fraction(amount), "min"),))


def value(text: str) -> n.ValueName:
    return n.ValueName(name(text))


def means(text: str, what: n.Value) -> n.DefineValue:
    return n.DefineValue(name(text), what)


def sum_of(*terms: n.Value) -> n.Sum:
    return n.Sum(terms, tuple(1 for _ in terms))


def file(*bodies: n.Body) -> n.PolicyFile:
    """A policy of these sentences and no places."""
    return n.PolicyFile("Test", None, 1, tuple(n.Sentence(body) for body in bodies), ())


SETTINGS: tuple[n.Body, ...] = (n.TimeZone("UTC"), n.PeriodOfAccount("month"))
