"""The pieces of a policy put together: its head, its places, and each sentence under its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import mistakes as policy_mistakes
from sla_dsl.language import syntax_mistakes as mistakes
from sla_dsl.language.nodes import Example, Place, PolicyFile, Sentence
from sla_dsl.language.sizes import too_large
from sla_dsl.language.word_mistakes import no_such_period
from sla_dsl.language.words import span_of
from sla_dsl.values.periods import read_period

if TYPE_CHECKING:
    from lark import Token, Tree

    from sla_dsl.language.building import Head

LANGUAGE = 1
"""The newest language that is known here."""


class Assembly:
    """What was read so far of one policy, and what is wrong with how it hangs together."""

    def __init__(self) -> None:
        from sla_dsl.language.building import SentenceBuilder

        self.findings: list[Finding] = []
        self.newer: Finding | None = None
        self._builder = SentenceBuilder(visit_tokens=False)
        self._head: Head | None = None
        self._place: Place | None = None
        self._places: list[Place] = []
        self._sentences: list[Sentence] = []
        self._empty: Span | None = None  # the place of a clause that has no sentence so far

    def file(self, length: int) -> PolicyFile:
        """The policy, whose text has `length` characters."""
        self.begin_clause(None)
        head = self._head
        return PolicyFile(
            title=head.title if head else "",
            in_force=head.in_force if head else None,
            language=int(head.language) if head else LANGUAGE,
            sentences=tuple(self._sentences),
            places=tuple(self._places),
            span=Span(0, length),
        )

    def begin_clause(self, span: Span | None) -> None:
        """Another clause begins, and the one before it ends."""
        if self._empty:
            self.findings.append(mistakes.empty_clause(self._empty))
        self._empty = span

    def begin_sentence(self) -> None:
        self._empty = None

    def forget_sentence(self) -> None:
        """Takes the last sentence away: it was only the first part of one."""
        self._sentences.pop()

    def add(self, tree: Tree[Token], words: list[Token]) -> bool:
        """Takes in what was read from these words; False where it is too large."""
        from sla_dsl.language.building import Head

        if finding := too_large(tree):
            self.findings.append(finding)
            return False
        match self._builder.transform(tree):
            case Head() as head:
                self._add_head(head)
            case Place() as place:
                self.begin_clause(place.span)
                self._place = place
                self._places.append(place)
            case Sentence() as sentence:
                self._add_sentence(sentence, words)
        return True

    def _add_head(self, head: Head) -> None:
        if head.language not in range(1, LANGUAGE + 1):
            self.newer = policy_mistakes.newer_language(head.language, LANGUAGE, head.span)
        elif self._head:
            self.findings.append(mistakes.second_head(head.span, self._head.span))
        else:
            self._head = head
            if self._sentences or self._places:
                self.findings.append(mistakes.head_not_first(head.span))

    def _add_sentence(self, sentence: Sentence, words: list[Token]) -> None:
        body = sentence.body
        if isinstance(body, Example) and "-" not in body.period and not read_period(body.period, "year"):
            year = next(word for word in words if word.type == "NUMBER")
            self.findings.append(no_such_period(body.period, span_of(year)))
        self._sentences.append(attrs.evolve(sentence, place=self._place))
