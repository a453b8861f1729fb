"""What is said of mistakes between records, and of what was left unread: one constructor a mistake."""

from __future__ import annotations

from collections.abc import Collection

from sla_dsl.evidence.wording import cut, shown, suggestion
from sla_dsl.findings.finding import Finding


def end_before_start(field: str, start: str, end: str) -> Finding:
    """The end lies before the start."""
    message = f"The end {cut(end)} is before the start {cut(start)}."
    return Finding("end-before-start", message, field=field, repair="Correct the start or the end.")


def open_end_without_as_of(field: str) -> Finding:
    """Something still goes on, and nothing says up to when the record is kept."""
    message = "This has no end yet, and the timeline does not say up to when it is kept."
    return Finding("open-end-without-as-of", message, field=field, repair='Add the end, or add "as_of".')


def after_as_of(field: str, written: str, as_of: str) -> Finding:
    """It happened later than the record is kept."""
    message = f"{cut(written)} is later than {cut(as_of)}, up to which this timeline is kept."
    return Finding("after-as-of", message, field=field, repair='Correct the time, or set "as_of" later.')


def double_id(field: str, one: str, id: str, first: str, same: bool) -> Finding:
    """Two records of a kind have one id; `first` names the first, `same` says that they are equal throughout."""
    message = f"The {one} in {_record(first)} has the id {shown(id)}, too."
    repair = "It says the same; take it out." if same else "Give one of the two another id, or take it out."
    return Finding("double-id", message, field=field, repair=repair)


def unknown_incident(field: str, id: str, known: Collection[str]) -> Finding:
    """A report or a claim names an incident that is not in the timeline."""
    repair = suggestion(id, known) or "Add the incident, or correct the id."
    return Finding("unknown-incident", f"There is no incident {shown(id)}.", field=field, repair=repair)


def unknown_ticket(field: str, id: str, known: Collection[str]) -> Finding:
    """A pause names a ticket that is not in the timeline."""
    repair = suggestion(id, known) or "Add the ticket, or correct the id."
    return Finding("unknown-ticket", f"There is no ticket {shown(id)}.", field=field, repair=repair)


def _record(place: str) -> str:
    """The place of the record that a field is in: `claims[0]`, `claims.csv, line 4`."""
    row, _, column = place.rpartition(", column ")
    return row if column and row else place.rpartition(".")[0] or place


def double_charge(field: str, what: str, period: str, first: str) -> Finding:
    """Two charges for the same thing and period."""
    message = f"The charge in {_record(first)} is of {shown(what)} for {shown(period)}, too."
    return Finding("double-charge", message, field=field, repair="Write one charge with the sum, or take one out.")


def double_rate(field: str, source: str, target: str, first: str) -> Finding:
    """Two rates for the same two currencies."""
    message = f"The rate in {_record(first)} is from {cut(source)} to {cut(target)}, too."
    return Finding("double-rate", message, field=field, repair="Keep the rate that applies.")


def fields_not_read(field: str, count: int) -> Finding:
    """A note: how many fields of the writer's own were passed over."""
    what = "One value of a field that begins" if count == 1 else f"{count:,} values of fields that begin"
    message = f"{what} with x_ {'was' if count == 1 else 'were'} not read."
    return Finding("fields-not-read", message, field=field, severity="note")


def zone_assumed(field: str, count: int, zone: str) -> Finding:
    """A note: how many instants had no offset and were read in the zone that the caller named."""
    what = "One time without an offset was" if count == 1 else f"{count:,} times without an offset were"
    message = f"{what} read in {cut(zone)}."
    return Finding("zone-assumed", message, field=field, severity="note")


def more_findings(field: str, count: int) -> Finding:
    """There were more mistakes than are told one by one."""
    what = "One more mistake was" if count == 1 else f"{count:,} more mistakes were"
    repair = "Mend those that are listed first; often it is one mistake in every record."
    return Finding("more-findings", f"{what} found and not listed.", field=field, repair=repair)
