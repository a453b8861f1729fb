"""Why a text is no JSON, in plain words: from the place where reading stopped to a sentence and a repair."""

from __future__ import annotations

import json
import re

from sla_dsl.evidence import json_mistakes as mistakes
from sla_dsl.evidence.wording import shown
from sla_dsl.findings.finding import Finding, Span

_BY_REASON = (
    ("Unterminated string", "This text has no end.", 'Close it with ".'),
    ("Invalid control character", "A text goes on over the end of a line, or has a tab in it.",
     'Close the text with " on its line; write \\n for a new line and \\t for a tab.'),
    ("Invalid \\", "The sign \\ in a text is not followed by one that it goes with.",
     "Write \\\\ for the sign itself."),
    ("Extra data", "The timeline is complete, and more follows.",
     "Take out what follows. Several timelines stand one a line, in a file that ends with .jsonl."),
)  # fmt: skip

_BY_CHARACTER = (
    ("'‘’“”„`", "Texts stand in straight double quotes.", 'Write " before and after the text.'),
    ("/#", "JSON has no comments.", "Take the comment out."),
    ("]}", "Before this bracket something is missing, or there is a comma too many.",
     "Take the comma out, or write the missing value."),
)  # fmt: skip

_BY_EXPECTED = (
    ("Expecting ','", "Here a comma or a closing bracket is missing.", "Write a comma between two values."),
    ("Expecting ':'", "After the name of a field a colon is missing.", 'Write "name": value.'),
    ("Expecting property name", "Here the name of a field was expected.", "Write the name in straight double quotes."),
)

_BEGINNINGS = "{[\"'‘’“”„`/]}"
"""Signs with which JSON begins, or what somebody writes who means to write it."""

_WORD = re.compile(r"[^\s\[\]{},:\"]+")


def why_not_json(text: str, error: json.JSONDecodeError) -> Finding:
    """The finding on a text that could not be read as JSON.  The reader's own words are never shown."""
    if not text.strip():
        return mistakes.bad_json(Span(0, 0), "There is nothing in this file.", "Write a timeline into it.")
    if text.lstrip()[0] not in _BEGINNINGS:
        return _no_json(text)
    place = _place(text, error)
    for reason, message, repair in _BY_REASON:
        if error.msg.startswith(reason):
            return mistakes.bad_json(Span(place, place + 1), message, repair)
    if place >= len(text.rstrip()):
        repair = "Write what is missing, or copy the file again: it may have been cut short."
        return mistakes.bad_json(
            Span(len(text.rstrip()) - 1, len(text.rstrip())), "The text ends before it is complete.", repair
        )
    return _by_what_stands_there(text, place, error)


def _no_json(text: str) -> Finding:
    """Another file than was meant, such as a table or a policy."""
    start = len(text) - len(text.lstrip())
    word = _WORD.match(text, start)
    span = Span(start, word.end() if word else start + 1)
    return mistakes.bad_json(
        span, "This file does not begin with { or [, as JSON does.", "Look whether it is the right file."
    )


def _place(text: str, error: json.JSONDecodeError) -> int:
    """Where reading stopped.  Of a comma too many Python 3.13 says where it is; before, it was the bracket after it."""
    if not error.msg.startswith("Illegal trailing comma"):
        return error.pos
    rest = text[error.pos + 1 :]
    return len(text) - len(rest.lstrip())


def _by_what_stands_there(text: str, place: int, error: json.JSONDecodeError) -> Finding:
    for characters, message, repair in _BY_CHARACTER:
        if text[place] in characters:
            return mistakes.bad_json(Span(place, place + 1), message, repair)
    word = _WORD.match(text, place)
    end = word.end() if word else place + 1
    for expected, message, repair in _BY_EXPECTED:
        if error.msg.startswith(expected):
            return mistakes.bad_json(Span(place, end), message, repair)
    message = f"{shown(text[place:end])} is not a value."
    return mistakes.bad_json(Span(place, end), message, "Write a text in straight double quotes, a list, or null.")
