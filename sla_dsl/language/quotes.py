"""Texts in quotes: those that are not closed or not opened, and a mended text that can be read on.

A lost quote would turn the file inside out: what was outside would be inside, up to its end.  So quotes are
looked at before anything else.  One that stands before a word and after a blank opens a text, whatever the
count of quotes says, and the text before it was not closed.
"""

from __future__ import annotations

import re
from typing import Literal

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import character_mistakes as mistakes
from sla_dsl.records import NamedTuple

Fault = Literal["", "unclosed", "unopened", "mixed", "section"]

# A single quote opens a text only where it stands as one that does; elsewhere it is an apostrophe.
_OPENINGS = re.compile(r"""["“„«]|(?<![^\s(:])['‘](?=\S)""")
_HEADING = r"\n[ \t\u00a0]*##"
_BOUNDARIES = {
    '"': re.compile(f'["“”§]|{_HEADING}'),
    "“": re.compile(f'["“”§]|{_HEADING}'),
    "„": re.compile(f'["“”„§]|{_HEADING}'),
    "«": re.compile(f'["“«»§]|{_HEADING}'),
    "'": re.compile("[\"“”'’§\n]"),
    "‘": re.compile("[\"“”'’§\n]"),
}
_PARTNERS = {'"': '"', "“": "”"}
# What closes a text that was opened so, though it is of another kind.
_CLOSING = {'"': "“”", "“": '"“', "„": '"“”', "«": '"»', "'": "'’", "‘": "'’"}


class _Quoted(NamedTuple):
    start: int
    end: int
    fault: Fault


class Mended(NamedTuple):
    """A text of the same length in which the mistakes that were found do no more harm."""

    text: str
    findings: list[Finding]


def mend_quotes(text: str) -> Mended:
    """The text with its quotes paired, and a finding for each that was not."""
    changes: dict[int, str] = {}
    findings: list[Finding] = []
    at = 0
    while opening := _OPENINGS.search(text, at):
        quoted = _read(text, opening.start())
        at = quoted.end
        if quoted.fault:
            findings.append(_finding(quoted))
            changes |= _changes(text, quoted)
    return Mended(put_into(text, changes), findings)


def put_into(text: str, changes: dict[int, str]) -> str:
    """The text with single characters changed."""
    if not changes:
        return text
    characters = list(text)
    for place, character in changes.items():
        characters[place] = character
    return "".join(characters)


def _read(text: str, start: int) -> _Quoted:
    """The text that begins at the quote at `start`: up to its partner, or up to where it must have ended."""
    opening = text[start]
    end = _boundary(text, start, opening)
    held_section = False
    while end < len(text) and text[end] == "§" and (beyond := _section_inside(text, end)):
        held_section, end = True, beyond
    sign = text[end] if end < len(text) else ""
    if sign == _PARTNERS.get(opening) and not (sign == '"' and _opens(text, end)):
        return _Quoted(start, end + 1, "section" if held_section else "")
    if sign and sign in _CLOSING[opening] and not _opens(text, end):
        return _Quoted(start, end + 1, "mixed")
    if opening not in _PARTNERS:
        return _Quoted(start, start + 1, "")
    if opening == '"' and _closes(text, start) and not _opens(text, start):
        return _Quoted(start, start + 1, "unopened")
    return _Quoted(start, _end_of_line(text, start, end), "unclosed")


def _boundary(text: str, start: int, opening: str) -> int:
    found = _BOUNDARIES[opening].search(text, start + 1)
    return found.start() if found else len(text)


def _section_inside(text: str, sign: int) -> int:
    """Where the text that holds the § at `sign` goes on to; 0 where the § begins a clause."""
    found = re.compile('["“”§\n]').search(text, sign + 1)
    if not found or found[0] in "\n“" or (found[0] == '"' and _opens(text, found.start())):
        return 0
    return found.start()


def _opens(text: str, quote: int) -> bool:
    """Whether the quote stands as one that opens a text: after a blank and before a word."""
    before, after = text[quote - 1 : quote], text[quote + 1 : quote + 2]
    return (not before or before.isspace() or before in "(:") and bool(after) and after not in " \t\r\n\u00a0.,;:)"


def _closes(text: str, quote: int) -> bool:
    before = text[quote - 1 : quote]
    return bool(before) and not before.isspace() and before not in "(:"


def _end_of_line(text: str, start: int, limit: int) -> int:
    """Where a text that is not closed is taken to end: with its line, before the sign that ends the sentence."""
    line_end = text.find("\n", start, limit)
    piece = text[start : limit if line_end < 0 else line_end].rstrip()
    return start + len(piece.rstrip(".,;:") if len(piece) > 2 else piece)


def _finding(quoted: _Quoted) -> Finding:
    span = Span(quoted.start, quoted.end)
    match quoted.fault:
        case "unclosed":
            return mistakes.text_not_closed(Span(quoted.start, quoted.start + 1))
        case "unopened":
            return mistakes.text_not_opened(span)
        case "section":
            return mistakes.section_in_text(span)
        case _:
            return mistakes.mixed_quotes(span)


def _changes(text: str, quoted: _Quoted) -> dict[int, str]:
    start, last = quoted.start, quoted.end - 1
    if quoted.fault == "unopened" or last <= start:
        return {start: " "}
    sections = {place: "s" for place in range(start, last) if text[place] == "§"}
    return {start: '"', last: '"', **sections}
