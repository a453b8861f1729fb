"""The answers: those given as options, and at a terminal the others, asked until they can be used."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import click

from sla_dsl.faces.layout import Line
from sla_dsl.faces.starting.questions import QUESTIONS, Answers, Question, Refusal
from sla_dsl.faces.streams import say
from sla_dsl.faces.telling import tell


def answers(given: Mapping[str, str | None]) -> Answers:
    """All five; a wrong use of the command if an option is no answer, or one is missing and nobody can be asked."""
    found = {question.key: _read(question, given[question.key]) for question in QUESTIONS}
    missing = [question for question in QUESTIONS if found[question.key] is None]
    if missing and not at_terminal():
        raise click.UsageError(_say_which(missing))
    if missing:
        say(["Press Enter for what stands in brackets.", ""])
    asked = {question.key: _ask(question, f"{number} of {len(missing)}") for number, question in enumerate(missing, 1)}
    return Answers(**{key: asked.get(key, answer or "") for key, answer in found.items()})


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def _read(question: Question, given: str | None) -> str | None:
    if given is None:
        return None
    answer = question.read(given)
    if isinstance(answer, Refusal):
        raise click.UsageError(f"--{question.key}: {answer.sentence}")
    return answer


def _say_which(missing: Sequence[Question]) -> str:
    """Every question that nothing answers, by the options that would."""
    options = ", ".join(f"--{question.key}" for question in missing)
    shown = " ".join(f"--{question.key} {question.example!r}" for question in missing)
    return f"Nobody can be asked here, and no answer is given by {options}; write for example {shown}."


def _ask(question: Question, number: str) -> str:
    _say(f"{number}. {question.words} For example: {question.example}")
    default = question.default
    while True:
        answer = question.read(click.prompt("  ", default=default, prompt_suffix="> "))
        if not isinstance(answer, Refusal):
            say([""])
            return answer
        _say(answer.sentence)
        default = answer.meant or default


def _say(text: str) -> None:
    tell([Line(text)])
