"""What is said of a mistake within a record: one constructor a mistake.

Every constructor takes the field's name to a person (`incidents[3].end`) first and returns a `Finding` whose
code is in `codes.py`.  Values are shown escaped and cut short, because they may come from a stranger.
"""

from __future__ import annotations

from collections.abc import Collection

from sla_dsl.evidence import limits
from sla_dsl.evidence.wording import cut, shown, suggestion
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.wording import listed

INSTANT_EXAMPLE = "2026-03-04T10:00:00+01:00"


def not_a_timeline(field: str, what: str) -> Finding:
    """Something else stands where the object of a timeline is expected."""
    repair = 'Write one object: {"format": "sla-timeline/1", "account": "…", "incidents": […]}.'
    return Finding("not-a-timeline", f"A timeline was expected, and this is {what}.", field=field, repair=repair)


def missing_format(field: str, expected: str) -> Finding:
    """The timeline does not say in which format it is written."""
    message = "The timeline does not say in which format it is written."
    return Finding("missing-format", message, field=field, repair=f'Add "format": {shown(expected)}.')


def unknown_format(field: str, words: str, expected: str) -> Finding:
    """The format is not one that is read here; `words` show it."""
    message = f"The format of a timeline cannot be {words}."
    return Finding("unknown-format", message, field=field, repair=f"Write the timeline as {shown(expected)}.")


def newer_format(field: str, written: str, expected: str) -> Finding:
    """The format is a later version of the one that is read here; reading on would be a guess."""
    message = f"The format {shown(written)} is newer than {shown(expected)}, the newest that is read here."
    repair = f"Use a newer version of this tool, or write the timeline as {shown(expected)}."
    return Finding("newer-format", message, field=field, repair=repair)


def unknown_zone(field: str, zone: str) -> Finding:
    """The zone that was to be used for instants without an offset does not exist."""
    message = f"There is no time zone {shown(zone)}."
    return Finding("unknown-time-zone", message, field=field, repair='Name a zone such as "Europe/Brussels".')


def missing_list(field: str, name: str) -> Finding:
    """A list that must be there is not."""
    message = f"The list {shown(name)} is missing."
    repair = f'Add "{cut(name)}"; if it is known that there were none, write an empty list.'
    return Finding("missing-list", message, field=field, repair=repair)


def not_a_list(field: str, what: str) -> Finding:
    """Something else stands where a list is expected."""
    message = f"A list was expected, and this is {what}."
    repair = "Write a list in [ ]. Leave the name out if it is not known; write [] if it is known that there are none."
    return Finding("not-a-list", message, field=field, repair=repair)


def not_a_record(field: str, one: str, what: str) -> Finding:
    """Something else stands where the object of a record is expected."""
    message = f"Here the {one} itself was expected, and this is {what}."
    repair = "Write an object in { } with the name and the value of each field."
    return Finding("not-a-record", message, field=field, repair=repair)


def too_many_records(field: str, count: int) -> Finding:
    """A list is longer than is read."""
    message = f"There are {count:,} records in this list; at most {limits.RECORDS:,} are read."
    return Finding("too-many-records", message, field=field, repair="Write several timelines, each for a shorter time.")


def missing_field(field: str, name: str, meaning: str, null: str) -> Finding:
    """A field that must be there is not."""
    message = f"{shown(name)} is missing: {meaning}."
    repair = f"Add {shown(name)}.{_or_null(null)}"
    return Finding("missing-field", message, field=field, repair=repair)


def _or_null(meaning: str) -> str:
    """What null means there, and what it needs: ` If it is still going on, write null; the timeline then needs …`."""
    if not meaning:
        return ""
    case, _, needs = meaning.partition(":")[0].replace("`", '"').partition("; needs ")
    return f" If {case}, write null{f'; the timeline then needs {needs}' if needs else ''}."


def unknown_field(field: str, name: str, known: Collection[str]) -> Finding:
    """A field that the format does not have."""
    message = f"{shown(name)} is not a field of this record."
    otherwise = f"The fields are {listed(known)}."
    repair = f"{suggestion(name, known) or otherwise} A field of your own begins with x_."
    return Finding("unknown-field", message, field=field, repair=repair)


def field_without_name(field: str, what: str) -> Finding:
    """In Python objects: the name of a field is not a text."""
    message = f"The name of a field is {what}, not a text."
    return Finding("field-without-name", message, field=field, repair="Name every field by a text.")


def null_not_allowed(field: str, name: str, may_be_left_out: bool) -> Finding:
    """Null, or an empty cell, stands where there must be a value."""
    repair = "Leave the field out if it is not known." if may_be_left_out else f"Write the value of {shown(name)}."
    return Finding("null-not-allowed", f"{shown(name)} must have a value.", field=field, repair=repair)


def wrong_value(field: str, expected: str, what: str, repair: str) -> Finding:
    """A value of another kind than the field has."""
    message = f"{expected} was expected, and this is {what}."
    return Finding("wrong-value", message, field=field, repair=repair)


def number_as_text(field: str, written: str) -> Finding:
    """A number stands where a text is expected: as a number, 007 and 7 would be one name."""
    message = f"This is a number, and a text was expected: {cut(written)}."
    return Finding("number-for-text", message, field=field, repair=f"Write it in quotes: {shown(written)}.")


def empty_text(field: str) -> Finding:
    """A text that is empty, or holds only blanks."""
    repair = "Write the text; where a field may be left out, leave it out."
    return Finding("empty-text", "This text is empty.", field=field, repair=repair)


def text_too_long(field: str, length: int) -> Finding:
    """A text that is longer than is read."""
    message = f"This text has {length:,} characters; at most {limits.TEXT_LENGTH:,} are read."
    return Finding("value-too-long", message, field=field, repair="Write a shorter text.")


def damaged_text(field: str) -> Finding:
    """Half of a pair of characters (a lone surrogate), which no file can hold."""
    message = "This text holds half of a character, so it cannot be written to any file."
    return Finding("damaged-text", message, field=field, repair="Write the text again from its source.")


def no_offset(field: str, written: str) -> Finding:
    """An instant that does not say how far its clock is from UTC."""
    message = f"{shown(written)} does not say in which time zone it is."
    zone = "name one time zone for all of them: --zone Europe/Brussels"
    repair = f"Add the offset from UTC, as in {INSTANT_EXAMPLE}, or {zone}."
    return Finding("no-offset", message, field=field, repair=repair)


def bad_instant(field: str, written: str, reason: str) -> Finding:
    """A text that is not an instant; `reason` says why, and after a semicolon what to do."""
    why, _, remedy = reason.partition("; ")
    message = f"{shown(written)} cannot be read as a date and time: {why}."
    repair = _sentence(remedy or f"write it as in {INSTANT_EXAMPLE}")
    return Finding("bad-instant", message, field=field, repair=repair)


def bad_moment(field: str, reason: str) -> Finding:
    """In Python objects: a date and time that is not one instant; `reason` says why."""
    message = f"This date and time cannot be read: {reason}."
    repair = "Give it a time zone, in a year from 1970 to 2200, or write a text with an offset."
    return Finding("bad-instant", message, field=field, repair=repair)


def amount_as_number(field: str, written: str) -> Finding:
    """A JSON number where money is expected: other programs turn it into a nearby value."""
    message = f"This amount is written as a number, and some programs change such numbers: {cut(written)}."
    return Finding("amount-as-number", message, field=field, repair=f"Write it in quotes: {shown(written)}.")


def inexact_amount(field: str) -> Finding:
    """In Python objects: a float where money is expected."""
    message = "This amount is a floating-point number, which is not exact."
    return Finding("inexact-amount", message, field=field, repair='Give a text such as "900.00", or an exact decimal.')


def bad_amount(field: str, written: str, reason: str) -> Finding:
    """A text that is not a decimal; `reason` says why, and after a semicolon what to do."""
    why, _, remedy = reason.partition("; ")
    message = f"{shown(written)} cannot be read as an amount: {why}."
    return Finding("bad-amount", message, field=field, repair=_sentence(remedy or "write plain digits, as in 900.00"))


def amount_out_of_bounds(field: str) -> Finding:
    """In Python objects: an exact number that no decimal of a bounded length can hold."""
    message = "This amount cannot be written as a decimal of at most 30 digits, 12 of them after the point."
    return Finding("bad-amount", message, field=field, repair="Round it as your accounts do, and give that.")


def negative_amount(field: str, written: str) -> Finding:
    """An amount under zero."""
    message = f"{shown(written)} is less than zero."
    return Finding("negative-amount", message, field=field, repair="Write what was charged, zero or more.")


def zero_rate(field: str, written: str) -> Finding:
    """An exchange rate of zero, or less."""
    message = f"An exchange rate is greater than zero, and this is {shown(written)}."
    return Finding("zero-rate", message, field=field, repair="Write the rate, as in 1.0837, or leave the record out.")


def bad_currency(field: str, written: str) -> Finding:
    """A currency that is not three capital letters, or is none that is known."""
    message = f"{shown(written)} is not the code of a currency."
    return Finding("bad-currency", message, field=field, repair="Write its three capital letters, as in EUR.")


def bad_period(field: str, written: str) -> Finding:
    """A period that is no month, quarter or year."""
    message = f"{shown(written)} is not a period."
    repair = "Write a month as 2026-03, a quarter as 2026-Q1, a year as 2026."
    return Finding("bad-period", message, field=field, repair=repair)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
