"""What could stand at a place, in words that a person knows."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from sla_dsl.language.grammar import keywords

MOST_NAMED = 6
"""How many things one message names."""

# Where all of these could stand, one phrase says so.
_TOGETHER: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"not", "(", "the", "NUMBER", "NAME"}), "a condition such as Uptime is at least 99 %"),
    (frozenset({"(", "the", "NUMBER", "NAME"}), "a value such as 99.9 %, 30 min or Monthly Fee"),
    (frozenset({"s", "min", "hour", "hours", "day", "days"}), "a unit (s, min, hours, days)"),
    (frozenset({"at", "less", "more", "exactly"}), "'at least', 'at most', 'less than', 'more than' or 'exactly'"),
    (frozenset({"at", "less", "more"}), "'at least', 'at most', 'less than' or 'more than'"),
    (frozenset({"second", "minute", "hour", "day"}), "a unit of time ('second', 'minute', 'hour', 'day')"),
    (frozenset({"MONTH", "QUARTER", "NUMBER"}), "a period such as 2026-03, 2026-Q1 or 2026"),
)
_KINDS = {
    ".": "a full stop",
    "NAME": "a name with a capital letter",
    "NUMBER": "a number",
    "STRING": "a text in quotes",
    "DATE": "a date such as 2026-03-04",
    "CLOCK": "a time such as 10:00",
    "ZONE": "a time zone such as Europe/Brussels",
    "DAY": "a weekday such as Monday",
    "MONTH": "a month such as 2026-03",
    "QUARTER": "a quarter such as 2026-Q1",
    "SECTION": "the sign §",
    "SECTION_NUMBER": "the sign § and a number",
    ",": "a comma",
    ":": "a colon",
    ";": "a semicolon",
    "%": "the sign %",
    "(": "an opening bracket",
    ")": "a closing bracket",
}
# Always possible where a value ends; they are named only where nothing else is.
_CALCULATING = frozenset({"plus", "minus", "times", "divided", "assuming", "accepting"})


@cache
def _written() -> dict[str, str]:
    return {terminal: word for word, terminal in keywords().items()}


def written(terminal: str) -> str:
    """The word itself, or the kind of words."""
    return _written().get(terminal, terminal)


def phrase(terminal: str) -> str:
    """`a number`, `a full stop`, `'is'`."""
    word = written(terminal)
    return _KINDS.get(word, f"'{word}'")


def phrases(terminals: Collection[str]) -> list[str]:
    """What these kinds of words are called, the likeliest first, and not more than a few."""
    words = {written(terminal) for terminal in terminals}
    words = words - _CALCULATING or words
    found: list[str] = []
    for together, said in _TOGETHER:
        if together <= words:
            found.append(said)
            words -= together
    found += [said for word, said in _KINDS.items() if word in words]
    found += [f"'{word}'" for word in sorted(words - set(_KINDS))]
    return found[:MOST_NAMED]
