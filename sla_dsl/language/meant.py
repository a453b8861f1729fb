"""Which word of the language was probably meant: by likeness, or because people often use another for it."""

from __future__ import annotations

from collections.abc import Collection

from sla_dsl.findings.nearness import most_like

_SHORTEST = 3
_LONGEST = 20  # letters of a word that is compared with others
_NEAR = 75  # percent of their letters that two words have in common, if one may be meant by the other

# What people write, and the first words of what the language has for it, in the order in which they are tried.
_INSTEAD: dict[str, tuple[str, ...]] = {
    "minutes": ("min", "minute"),
    "minute": ("min",),
    "mins": ("min", "minute"),
    "m": ("min",),
    "second": ("s",),
    "seconds": ("s", "second"),
    "secs": ("s", "second"),
    "sec": ("s", "second"),
    "hr": ("hours", "hour"),
    "hrs": ("hours", "hour"),
    "h": ("hours", "hour"),
    "d": ("days", "day"),
    "percent": ("%",),
    "percentage": ("%",),
    "per": ("%",),
    "pct": ("%",),
    "under": ("less than",),
    "below": ("less than",),
    "fewer": ("less than",),
    "over": ("more than",),
    "above": ("more than",),
    "exceeds": ("is more than",),
    "greater": ("more than",),
    "higher": ("more than",),
    "larger": ("more than",),
    "longer": ("more than",),
    "lower": ("less than",),
    "smaller": ("less than",),
    "shorter": ("less than",),
    "maximum": ("at most",),
    "minimum": ("at least",),
    "in": ("within",),
    "inside": ("within",),
    "during": ("within",),
    "capped": ("limited",),
    "reason": ("cause",),
    "equals": ("is exactly",),
    "equal": ("exactly",),
    "and": ("or",),
    "or": ("and",),
    "cents": ("cent",),
    "than": ("but",),
    "until": ("to",),
    "till": ("to",),
    "equivalent": ("being",),
}
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}


def meant_by(word: str, possible: Collection[str]) -> str:
    """The word, or words, that could stand there and that this one was probably meant to be; empty if none."""
    for instead in _INSTEAD.get(word.lower(), ()):
        if instead.split()[0] in possible:
            return instead
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    return most_like(word, possible, _NEAR)


def number_meant_by(word: str) -> str:
    """The digits of a number that was written in letters; empty where it is none."""
    return str(_NUMBERS.index(word)) if word in _NUMBERS else _TENS.get(word, "")


def lowered(name: str) -> str:
    """The words of a name as words of the language would be written."""
    return " ".join(name.split()).lower()
