"""The wording of mistakes about texts in quotes and about single characters: one constructor a mistake."""

from __future__ import annotations

import unicodedata

from sla_dsl.findings.finding import Finding, Span

# ---------------------------------------------------------------- texts in quotes


def text_not_closed(span: Span) -> Finding:
    """`span` is the opening quote."""
    message = "The text that begins here has no closing quote."
    return Finding("text-not-closed", message, span, repair='Put a quote (") where the text ends.')


def text_not_opened(span: Span) -> Finding:
    """A closing quote without an opening one."""
    message = "This quote closes a text that was never opened."
    repair = 'Put a quote (") where the text begins, or take this one away.'
    return Finding("text-not-opened", message, span, repair=repair)


def section_in_text(span: Span) -> Finding:
    """`"see § 4"`."""
    message = "A text in quotes cannot hold the sign §, which begins a clause."
    return Finding("section-in-text", message, span, repair="Write 'section' or 'clause' inside the quotes.")


def mixed_quotes(span: Span) -> Finding:
    """`“text"`, `„text“`, `«text»`."""
    message = "This text does not stand between two quotes of one kind."
    return Finding("mixed-quotes", message, span, repair='Write "…" or “…”, with the same kind at both ends.')


# ---------------------------------------------------------------- single characters


_TAKE_OUT = "Take it out; type the word again if it cannot be seen."
_UNNAMED = {"\r": "carriage return", "\x0b": "vertical tab", "\x0c": "form feed", "\x85": "next line", "\0": "null"}


def _named(character: str) -> str:
    """`U+200B, zero width space`."""
    name = _UNNAMED.get(character) or unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}, {name}" if name else f"U+{ord(character):04X}"


def turns_the_text(character: str, span: Span) -> Finding:
    """A bidirectional control: the line would be read in another order than it is shown."""
    message = f"An invisible character that turns the direction of reading stands here ({_named(character)})."
    return Finding("text-direction", message, span, repair=_TAKE_OUT)


def invisible(character: str, span: Span) -> Finding:
    """Zero-width characters, soft hyphens and the like: two words that look alike would differ."""
    message = f"An invisible character stands here ({_named(character)})."
    return Finding("invisible-character", message, span, repair=_TAKE_OUT)


def control(character: str, span: Span) -> Finding:
    """A control character that is no line break."""
    message = f"A control character stands here ({_named(character)})."
    repair = "Put a blank or an ordinary line break in its place."
    return Finding("control-character", message, span, repair=repair)


def other_blank(character: str, span: Span) -> Finding:
    """A blank or a line break that some editors show and others do not."""
    message = f"This blank or line break is of an unusual kind ({_named(character)})."
    return Finding("unusual-blank", message, span, repair="Put an ordinary blank or line break in its place.")


def broken(character: str, span: Span) -> Finding:
    """Half of a surrogate pair."""
    message = f"What stands here is no character, but half of one (U+{ord(character):04X})."
    return Finding("broken-character", message, span, repair="Save the file again as UTF-8, and type the word again.")


def foreign_digit(written: str, digits: str, span: Span) -> Finding:
    """`٥`, `５`: digits of other scripts; `digits` is how they read."""
    message = f"'{written[0]}' ({_named(written[0])}) is not one of the digits 0 to 9."
    return Finding("foreign-digit", message, span, repair=f"Write '{digits}'.")


def foreign_letter(written: str, plain: str, span: Span) -> Finding:
    """`plain` is how the letters look among A to Z; empty where they look like none of them."""
    first = f"'{written[0]}' ({_named(written[0])})"
    if not plain:
        message = f"{first} cannot stand outside quotes."
        return Finding("foreign-letter", message, span, repair="Write names with the letters A to Z only.")
    message = f"{first} looks like '{plain[0]}' but is another letter, and cannot stand outside quotes."
    return Finding("foreign-letter", message, span, repair=f"Type '{plain}' with the letters A to Z.")
