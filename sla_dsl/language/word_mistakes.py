"""The wording of mistakes in single words, numbers and dates: one constructor a mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import limits

_SHOWN = 40


def shown(text: str) -> str:
    """What stands there, on one line and cut where it is long."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}'"


# ---------------------------------------------------------------- numbers


def _number_form(message: str, repair: str, span: Span) -> Finding:
    return Finding("number-form", message, span, repair=repair)


def comma_in_number(written: str, span: Span) -> Finding:
    """`99,9 %`, `1,000`."""
    plain, point = written.replace(",", ""), written.replace(",", ".")
    message = f"The number {shown(written)} has a comma in it."
    if written.count(",") > 1 or "." in written:
        repair = f"Write {shown(plain)}, with nothing between the thousands."
    elif re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", written):
        repair = f"Write {shown(plain)} if these are thousands, or {shown(point)} if these are decimals."
    else:
        repair = f"Write {shown(point)}, with a point before the decimals."
    return Finding("decimal-comma", message, span, repair=repair)


def not_a_number(written: str, span: Span) -> Finding:
    """`0x10`."""
    return _number_form(f"{shown(written)} is no number.", "Write the number with the digits 0 to 9 only.", span)


def exponent(written: str, span: Span) -> Finding:
    """`1e10`."""
    message = f"{shown(written)} is not how a number is written here."
    return _number_form(
        message, f"Write it without the letter e, with all of its digits; at most {limits.DIGITS}.", span
    )


def marks_in_number(written: str, span: Span) -> Finding:
    """`1_000`, `1'000`, `1.000.000`."""
    message = f"The number {shown(written)} has signs between its digits."
    plain = written.replace(".", "") if written.count(".") > 1 else re.sub("[_'’]", "", written)
    return _number_form(message, f"Write {shown(plain)}.", span)


def blanks_in_number(parts: Sequence[str], joined: str, span: Span) -> Finding:
    """`1 000`, or `30 30`."""
    message = "Numbers stand side by side with blanks between them."
    one = f"f it is one number, write it without a blank: {shown(joined)}."
    if len(set(parts)) == 1 and len(parts[0]) != len("000"):
        return _number_form(message, f"If {shown(parts[0])} stands there twice, take one out; i{one}", span)
    return _number_form(message, f"I{one}", span)


def no_digit_before_point(written: str, span: Span) -> Finding:
    """`.5`."""
    return _number_form(f"The number {shown(written)} begins with a point.", f"Write {shown('0' + written)}.", span)


def no_digit_after_point(written: str, span: Span) -> Finding:
    """`5. %`."""
    message = f"The number {shown(written)} ends in a point."
    return _number_form(message, f"Write {shown(written.rstrip('.'))}.", span)


def sign_before_number(written: str, span: Span) -> Finding:
    """`+5`, `--5`."""
    plain = written.lstrip("+-−–±")
    repair = f"Write {shown(plain)}; to add or subtract, write the word 'plus' or 'minus'."
    return _number_form(f"The number {shown(written)} has a sign before it.", repair, span)


def number_too_long(digits: int, places: int, span: Span) -> Finding:
    """A number beyond `limits`."""
    message = f"This number is longer than {digits} digits, or has more than {places} after its point."
    return Finding("number-too-long", message, span, repair="Write a shorter number.")


# ---------------------------------------------------------------- dates and times


def instant_form(written: str, span: Span) -> Finding:
    """`2026-03-04T10:00:00+01:00`."""
    message = f"{shown(written)} is not how a date and a time are written here."
    repair = "Write them with a blank between, and a time zone after them where it is needed: 2026-03-04 10:00 UTC."
    return Finding("date-form", message, span, repair=repair)


def date_form(written: str, span: Span) -> Finding:
    """`04/03/2026`."""
    message = f"{shown(written)} is not how a date is written here."
    repair = "Write the year, the month and the day: 2026-03-04 is the fourth of March."
    return Finding("date-form", message, span, repair=repair)


def no_such_date(written: str, span: Span) -> Finding:
    """`2026-02-30`."""
    message = f"There is no date {shown(written)} between 1970 and 2200."
    return Finding("no-such-date", message, span, repair="Write the year, the month and the day: 2026-03-04.")


def no_such_period(written: str, span: Span) -> Finding:
    """`2026-13`."""
    message = f"There is no period {shown(written)} between 1970 and 2200."
    repair = "Write a month as 2026-03, a quarter as 2026-Q1, a year as 2026."
    return Finding("no-such-period", message, span, repair=repair)


def clock_form(written: str, span: Span) -> Finding:
    """`9:00`, `5pm`."""
    message = f"{shown(written)} is not how a time is written here."
    repair = "Write the hour and the minute with two digits each: 09:00, 17:30."
    return Finding("time-form", message, span, repair=repair)


def no_such_time(written: str, span: Span) -> Finding:
    """`24:00`."""
    message = f"There is no time {shown(written)} on a clock."
    repair = "Times run from 00:00 to 23:59:59; write the end of a day as 00:00 of the next one."
    return Finding("no-such-time", message, span, repair=repair)


# ---------------------------------------------------------------- words and signs


def policy_too_long(limit: int, what: str, span: Span) -> Finding:
    """A text beyond `limits`."""
    message = f"This policy has more than {limit:,} {what}."
    return Finding("policy-too-long", message, span, repair="Cut it into several policies.")


def no_word(written: str, span: Span) -> Finding:
    """Letters, digits and underscores that are neither a word nor a name."""
    message = f"{shown(written)} is neither a word of the language nor a name."
    words = re.findall("[A-Za-z0-9]+", written)
    name = " ".join(word[0].upper() + word[1:] for word in words)
    hint = f", for example '{name}'" if name and name[0].isalpha() and len(name) <= _SHOWN else ""
    return Finding("not-a-word", message, span, repair=f"Write a name with capitals and blanks{hint}.")


def code_without_quotes(code: str, span: Span) -> Finding:
    """The code of a finding after `accepting`, written as it stands in square brackets."""
    message = f"The code of a finding stands in quotes, and {shown(code)} has none."
    return Finding("not-a-word", message, span, repair=f'Write "{code}".')


def blank_missing(written: str, span: Span) -> Finding:
    """`30days`, `10%if`."""
    parts = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+(?:\.[0-9]+)?|[A-Za-z_]+|%", written)
    message = f"A blank is missing in {shown(written)}."
    return Finding("blank-missing", message, span, repair=f"Write {shown(' '.join(parts))}.")


def blank_missing_beside(sign: str, span: Span) -> Finding:
    """`Downtime.Rebate`, `because"…"`."""
    message = f"A blank is missing beside {sign}."
    return Finding("blank-missing", message, span, repair="Put a blank between the two.")


def name_too_long(limit: int, span: Span) -> Finding:
    """A name beyond `limits`."""
    message = f"This name is longer than {limit} characters."
    return Finding("name-too-long", message, span, repair="Choose a shorter name; a text in quotes may say more.")


def text_too_long(limit: int, span: Span) -> Finding:
    """A text in quotes beyond `limits`."""
    message = f"This text is longer than {limit:,} characters."
    return Finding("text-too-long", message, span, repair="Say it shorter.")


_SIGNS = {
    "<": "less than",
    ">": "more than",
    "<=": "at most",
    "=<": "at most",
    "≤": "at most",
    ">=": "at least",
    "=>": "at least",
    "≥": "at least",
    "=": "exactly",
    "==": "exactly",
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "–": "minus",
    "—": "minus",
    "*": "times",
    "×": "times",
    "/": "divided by",
    "÷": "divided by",
    "&": "and",
    "&&": "and",
    "|": "or",
    "||": "or",
    "[": "(",
    "{": "(",
    "]": ")",
    "}": ")",
    "!": ".",
    "?": ".",
    "…": ".",
}
_MONEY = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}


def unknown_sign(written: str, span: Span) -> Finding:
    """A sign, or several side by side, that the language does not have."""
    message = f"The sign {shown(written)} is not used here."
    return Finding("unknown-sign", message, span, repair=_instead_of(written))


def _instead_of(written: str) -> str:
    if meant := _SIGNS.get(written):
        return f"Write '{meant}'."
    if currency := _MONEY.get(written):
        return f"Write the currency after the amount with its three letters, for example '5 {currency}'."
    if written[0] in "'‘’`´”»“„":
        return 'Put texts between quotes of the form "…" or “…”.'
    if written[0] in "#/-*":
        return "There are no remarks here; write 'Set aside, because \"…\": …' for a sentence that shall not count."
    return "Say it in words, or take it out."
