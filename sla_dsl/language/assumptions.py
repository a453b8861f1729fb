"""What the agreement itself does not settle, listed as data: assumptions, sentences set aside, silent clauses."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.findings.finding import Finding
from sla_dsl.language import mistakes
from sla_dsl.language import nodes as n


def assumptions(file: n.PolicyFile) -> list[Finding]:
    """A note for each `assuming`, each sentence set aside and each clause in which nothing is computed."""
    return [note for sentence in file.sentences for note in _notes(sentence)]


def _notes(sentence: n.Sentence) -> Iterator[Finding]:
    if sentence.set_aside:
        yield mistakes.set_aside(sentence.set_aside, sentence.place, sentence.span)
        return
    if sentence.assuming:
        yield mistakes.assumption(sentence.assuming, sentence.place, sentence.span)
    if isinstance(sentence.body, n.NothingComputed):
        yield mistakes.nothing_computed(sentence.body.because, sentence.place, sentence.span)
