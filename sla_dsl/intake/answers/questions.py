"""A question that the export leaves open, and what an answer to it must look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from sla_dsl.findings.nearness import most_like
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import read_instant
from sla_dsl.values.zones import find_zone, zone_names

Answers: TypeAlias = tuple[str, ...]
Wanted: TypeAlias = Literal["text", "texts", "instant", "zone", "number", "choice", "names", "order"]

LEAVE_OUT = "leave out"
"""The answer that sets a record aside, with the reason that stands beside it."""

_FIXED = (LEAVE_OUT, "not known", "the clock runs", "the clock stops")
"""Words that are no names: where they are none of the choices, nobody meant a service or a cause that is called so."""

_NUMBER = re.compile(r"[1-9]\d{0,11}", re.ASCII)

UNANSWERED = "?"
"""What stands in a mapping file until somebody answers."""


class Choice(NamedTuple):
    """One of the answers that there are, and what it means."""

    answer: str
    meaning: str = ""


class Question(NamedTuple):
    """`key` is its name in the mapping file; `words` the question, in one sentence.

    `wanted`: what an answer is: one of the choices (`choice`), several (`names`), several in order (`order`), or,
    besides the choices, a text, several, an instant, a zone, a whole number.  `free` says in words what may be
    written besides the choices.  `about` says which records it is about.
    `together` asks the same of several things at once.
    """

    key: tuple[str, ...]
    words: str
    wanted: Wanted
    choices: tuple[Choice, ...] = ()
    free: str = ""
    about: str = ""
    together: str = ""

    def allowed(self) -> str:
        """The possible answers in words."""
        named = [f'"{choice.answer}"' for choice in self.choices]
        return ", or ".join([", ".join(named), *([self.free] if self.free else [])] if named else [self.free])


def among_names(question: Question, names: Sequence[str]) -> Question:
    """The same question where only the names of a policy can answer it, besides the choices that it has."""
    closed: Wanted = "names" if question.wanted == "texts" else "choice"
    choices = (*question.choices, *[Choice(name, "as the policy calls it") for name in names])
    return question._replace(wanted=closed, choices=choices, free="a list of them" if closed == "names" else "")


ELSE = ", else "
"""Between names of times that are taken in order: the first that a record has."""


def why_wrong(question: Question, answers: Answers) -> str:
    """Why the answer does not answer the question, with what would; empty if it does."""
    if len(answers) != 1 and question.wanted not in ("texts", "names"):
        return "One answer is needed here, not a list."
    named = [choice.answer for choice in question.choices]
    return next((wrong for answer in answers if answer not in named and (wrong := _why(question, answer, named))), "")


def _why(question: Question, answer: str, named: Sequence[str]) -> str:
    match question.wanted:
        case "text" | "texts":
            if answer in _FIXED:
                return f'"{answer}" is none of the answers to this question.'
            return "" if answer.strip() else "An answer cannot be empty."
        case "instant":
            why = read_instant(answer)
            return f"{why[0].upper()}{why[1:]}" if isinstance(why, str) else ""
        case "zone":
            return "" if find_zone(answer) else f"There is no time zone {answer!r}.{_near(answer, zone_names())}"
        case "number":
            return "" if _NUMBER.fullmatch(answer) else "A whole number is needed."
        case "order":
            unknown = [part for part in answer.split(ELSE) if part not in named]
            return _none_of(unknown[0], named) if unknown else ""
        case "choice" | "names":
            return _none_of(answer, named)


def _none_of(answer: str, named: Sequence[str]) -> str:
    return f'"{answer}" is none of the answers.{_near(answer, named)}'


def _near(answer: str, named: Sequence[str]) -> str:
    near = most_like(answer, named, 60)
    return f' Did you mean "{near}"?' if near else ""
