"""The wording of mistakes about settings, calendars and headings: one constructor a mistake."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding, Related, Span
from sla_dsl.language import nodes as n
from sla_dsl.language import phrases


def no_rules(span: Span) -> Finding:
    """A policy that says nothing of which anything could be worked out."""
    message = "This policy has no rules: it measures, guarantees and credits nothing."
    repair = (
        "Add the clauses of the agreement; for one that has nothing to compute: 'Nothing is computed here, because …'."
    )
    return Finding("no-rules", message, span, repair=repair)


def unknown_zone(zone: str, span: Span, near: str) -> Finding:
    """A zone that the zone data do not have; `near` is what was probably meant."""
    message = f"There is no time zone '{zone}'."
    repair = (
        f"Did you mean '{near}'?" if near else "Write a zone by continent and city, such as Europe/Brussels, or UTC."
    )
    return Finding("unknown-time-zone", message, span, repair=repair)


def unknown_country(name: n.Name, near: str) -> Finding:
    """A country of which no holidays are known."""
    message = f"No holidays are known of a country called '{name.text}'."
    repair = (
        f"Did you mean '{near}'?"
        if near
        else "Write the country's English name, or list the dates: 'except 2026-12-25'."
    )
    return Finding("unknown-country", message, name.span, repair=repair)


def hours_backwards(calendar: n.CalendarHours) -> Finding:
    """A calendar whose day closes before it opens."""
    message = "These hours end before they begin."
    repair = "Write the opening first: 'from 09:00 to 17:00'; for the whole day write 'all day'."
    return Finding("hours-backwards", message, calendar.span, repair=repair)


def holidays_both_ways(calendar: n.CalendarHours) -> Finding:
    """A calendar that includes holidays and excepts some."""
    message = "Holidays are both included and excepted."
    repair = "Keep 'holidays included' or the 'except …', not both."
    return Finding("holidays-both-ways", message, calendar.span, repair=repair)


def place_twice(where: n.Place, first: n.Place) -> Finding:
    """The same heading a second time: sentences of one clause in two places."""
    message = f"The heading {phrases.place(where)} stands here a second time."
    repair = "Put the sentences of one clause under one heading."
    related = (Related("it stands here first", first.span),)
    return Finding("place-twice", message, where.span, repair=repair, related=related, severity="warning")


def place_out_of_order(where: n.Place, before: n.Place) -> Finding:
    """A numbered heading after a greater one."""
    message = f"§ {where.number} comes after § {before.number}."
    repair = "Keep the clauses in the order of the agreement, or correct the number."
    related = (Related(f"§ {before.number} stands here", before.span),)
    return Finding("place-out-of-order", message, where.span, repair=repair, related=related, severity="warning")
