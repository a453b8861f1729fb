"""Asking: a question is answered from the mapping file, or kept for whoever can answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.mapping import Answer, Key, Mapped, name_of
from sla_dsl.intake.answers.questions import UNANSWERED, Answers, Question, among_names, why_wrong
from sla_dsl.records import NamedTuple

Names: TypeAlias = Mapping[str, Sequence[str]]
"""The names of a policy, by what they may answer: `service`, `cause`, `priority`, `step`."""


OTHERS = "(all others)"
"""In place of a name: one answer for all that have none of their own."""


class Settled(NamedTuple):
    """A question that was answered, and how."""

    question: Question
    answer: Answer


class Asking:
    """Asks, and keeps what came of it.

    With the names of a policy, only these are answers where a name of the policy is asked for.  `questions`: those
    without an answer.  `findings`: answers that cannot be used.  `settled`: the others.
    """

    __slots__ = ("_names", "findings", "mapped", "questions", "settled")

    def __init__(self, mapped: Mapped, names: Names | None = None) -> None:
        self.mapped = mapped
        self._names = names or {}
        self.questions: dict[Key, Question] = {}
        self.findings: dict[Key, Finding] = {}
        self.settled: dict[Key, Settled] = {}

    def ask(self, asked: Question) -> Answers | None:
        """The answers, or None where there is none that can be used; then it has been noted."""
        names = self._names.get(asked.key[-1] if asked.key[0] == "record" else asked.key[0])
        question = asked if names is None else among_names(asked, names)
        answer = self.mapped.answers.get(question.key)
        if answer is None or UNANSWERED in answer.given:
            others = self._of_others(question)
            if others is not None:
                return self._judged(others, self.mapped.answers[others.key])
            self.questions.setdefault(question.key, question)
            return None
        return self._judged(question, answer)

    def _of_others(self, question: Question) -> Question | None:
        """The question about all that is not answered by its own name, if somebody has answered that."""
        key = (question.key[0], OTHERS)
        answer = self.mapped.answers.get(key) if len(question.key) == 2 else None
        if answer is None or UNANSWERED in answer.given:
            return None
        return question._replace(key=key, words=f"{question.together or question.words} All others:")

    def one(self, question: Question) -> str | None:
        """The one answer."""
        answers = self.ask(question)
        return answers[0] if answers else None

    def volunteered(self, question: Question) -> str | None:
        """An answer to what need not be asked: given for one record, say, where all the others follow a rule."""
        return self.one(question) if question.key in self.mapped.answers else None

    def because(self, key: Key) -> str:
        """The reason that was given for an answer."""
        settled = self.settled.get(key) or self.settled[key[0], OTHERS]
        return settled.answer.because

    def _judged(self, question: Question, answer: Answer) -> Answers | None:
        key, name = question.key, self.mapped.name
        why = why_wrong(question, answer.given)
        if why:
            self.findings[key] = mistakes.wrong_answer(name, why, question.allowed(), answer.span)
        elif not answer.because.strip() or answer.because == UNANSWERED:
            self.findings[key] = mistakes.no_reason(name, name_of(key), answer.span)
        else:
            self.settled[key] = Settled(question, answer)
            return answer.given
        return None

    def unasked(self) -> list[Finding]:
        """Notes on answers that answered nothing."""
        known = {*self.settled, *self.findings, *self.questions}
        left = [(key, answer) for key, answer in self.mapped.answers.items() if key not in known]
        return [mistakes.not_asked(self.mapped.name, name_of(key), answer.span) for key, answer in left]
