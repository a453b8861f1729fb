"""The five questions: how each is asked, and what an answer to it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from sla_dsl.records import NamedTuple

LONGEST = 200
"""Characters of the name of an agreement or a service."""

_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,6}))? ?(?:%|percent|per cent)?")
_NO_PERCENTAGE = "is no percentage up to 100 with at most six digits after the point"
_QUOTES = str.maketrans('"“”', "'''")


class Refusal(NamedTuple):
    """Why an answer cannot be used, in one sentence, and what was probably meant."""

    sentence: str
    meant: str = ""


class Question(NamedTuple):
    """A question: the option that answers it, its words, an example, what is taken for no answer, how one is read."""

    key: str
    words: str
    example: str
    default: str
    read: Callable[[str], str | Refusal]


class Answers(NamedTuple):
    """What was answered, each in the form in which the policy says it."""

    name: str
    service: str
    zone: str
    uptime: str
    back: str


def _text(answer: str) -> str | Refusal:
    """Words that can stand in quotes in a policy."""
    text = " ".join(answer.split()).translate(_QUOTES)
    if not text:
        return Refusal("Write at least a word.")
    if len(text) > LONGEST:
        return Refusal(f"That has {len(text):,} characters; write at most {LONGEST}.")
    from sla_dsl.findings.finding import Finding
    from sla_dsl.language.lexing import lex

    words = lex(f'"{text}"')
    wrong = (words,) if isinstance(words, Finding) else words.findings
    return Refusal(f"{wrong[0].message} Write it without that.") if wrong else text


def _zone(answer: str) -> str | Refusal:
    from sla_dsl.language.settings import near_zone
    from sla_dsl.values.zones import zone_names

    asked = "_".join(answer.split())
    for name in zone_names():
        if name.lower() == asked.lower():
            return name
    near = near_zone(asked)
    near = "" if near.startswith("Etc/") else near  # Those count the other way round from what people mean.
    meant = f"Did you mean {near!r}?" if near else "Write a continent and a city, such as Europe/Brussels, or UTC."
    return Refusal(f"There is no time zone {asked!r}. {meant}", near)


def _percent(answer: str) -> str:
    """The plain decimal that a percentage says; empty where it is none, or above 100."""
    found = _PERCENT.fullmatch(" ".join(answer.split()).lower())
    if found is None:
        return ""
    places = (found[2] or "").rstrip("0")
    number = f"{int(found[1])}.{places}" if places else str(int(found[1]))
    return number if Fraction(number) <= 100 else ""


def _uptime(answer: str) -> str | Refusal:
    number = _percent(answer)
    if not number:
        return Refusal(f"{answer!r} {_NO_PERCENTAGE}; write for example 99.9.")
    if Fraction(number) == 0:
        return Refusal("A promise of 0 % is kept by a service that is never up; write for example 99.9.")
    if Fraction(number) <= 1:
        return Refusal("That is 1 % or less; write the percentage itself, for example 99.9.")
    return number


def _back(answer: str) -> str | Refusal:
    return _percent(answer) or Refusal(f"{answer!r} {_NO_PERCENTAGE}; write for example 10, or 0 for nothing.")


QUESTIONS = (
    Question("name", "What is the agreement called?", "Hosting agreement with Acme", "Service level agreement", _text),
    Question("service", "Which service does it make a promise about?", "Web shop", "Service", _text),
    Question("zone", "In the time of which place do its days and months begin?", "Europe/Brussels", "UTC", _zone),
    Question("uptime", "For how many percent of a month must the service be up?", "99.95", "99.9", _uptime),
    Question(
        "back",
        "How many percent of the monthly fee are paid back for a month in which it is not (0 for nothing)?",
        "25",
        "10",
        _back,
    ),
)
