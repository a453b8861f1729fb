"""The explanation of a result as trees: what it came to, and below it where that came from, to single stretches."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.evaluation.ledger import Entry
from sla_dsl.evaluation.phrases import value_words
from sla_dsl.evaluation.result import PeriodResult, Result
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import elapsed
from sla_dsl.faces.layout import BLANK, Line
from sla_dsl.faces.pictures.answers import credit_sentence, guarantee_sentence
from sla_dsl.faces.pictures.branches import Branch, drawn
from sla_dsl.faces.pictures.happened import source_words
from sla_dsl.faces.pictures.moments import period_title, span
from sla_dsl.faces.pictures.origins import Origins
from sla_dsl.faces.pictures.report import heading
from sla_dsl.faces.pictures.steps import assumption_of, by, clause_of, step_words
from sla_dsl.faces.pictures.support import support_branches
from sla_dsl.faces.pictures.time_account import bucket_words
from sla_dsl.values.intervals import length


def explained(result: Result) -> Iterator[Line]:
    """Each period: the credits, the promises, the measures, the tickets, and where its time went."""
    yield from heading(result)
    for period in result.periods:
        yield from (BLANK, Line(period_heading(period)))
        seen: set[str] = set()
        for branch in _trees(period):
            yield BLANK
            yield from drawn(branch, seen)


def period_heading(period: PeriodResult) -> str:
    """`March 2026: 2026-03-01 00:00 to 2026-04-01 00:00`."""
    title = period_title(period.trace.period)
    return f"{title[0].upper()}{title[1:]}: {span(period.trace.start, period.trace.end, period.tree.zone)}"


def _trees(period: PeriodResult) -> Iterator[Branch]:
    tree, origins = period.tree, Origins(period)
    for root, credit in zip(tree.credits, period.credits, strict=True):
        yield _result_tree(period, origins, root, credit_sentence(period, root, credit))
    for root in tree.guarantees:
        yield _result_tree(period, origins, root, guarantee_sentence(period, root))
    for root in reversed(tree.measures):
        words = f"{root.words} is {value_words(period, root.node)}: {step_words(period, root.node)}"
        yield _result_tree(period, origins, root, words)
    yield from reversed(origins.apart)
    yield from support_branches(period)
    for root in tree.ledgers:
        yield _ledger_tree(period, root)
    yield from _sources(period)


def _sources(period: PeriodResult) -> Iterator[Branch]:
    """Where the incidents that touch the period came from, as far as the timeline says it."""
    facts = period.facts
    names = [facts.incidents[number].id for number in sorted(period.fates)]
    told = [f"{name}: {words}" for name in names for words in source_words(period, "incidents", name)]
    if told:
        yield Branch("Where the incidents came from", "", told)


def _result_tree(period: PeriodResult, origins: Origins, root: Root, sentence: str) -> Branch:
    words = (sentence[0].upper() + sentence[1:]).removesuffix(".")
    clause = by(clause_of(period.tree, root.node))
    if clause not in words:
        words += clause
    return Branch(words, assumption_of(period.tree, root.node), (), origins.below(root.node))


def _ledger_tree(period: PeriodResult, root: Root) -> Branch:
    entries = period.ledgers[root.id].entries
    whole = elapsed(period.trace.end - period.trace.start)
    definition = clause_of(period.tree, root.node)
    branches = [_entry_branch(period, entry, root.words, definition) for entry in entries]
    return Branch(f"Where the {whole} went, for {root.words}: every instant is in one part", "", (), branches)


def _entry_branch(period: PeriodResult, entry: Entry, measure: str, definition: str) -> Branch:
    zone = period.tree.zone
    told = [] if entry.bucket == "up" else [f"{span(s, e, zone)} ({elapsed(e - s)})" for s, e in entry.spans]
    return Branch(f"{elapsed(length(entry.spans))}: {bucket_words(period, entry, measure, definition)}", "", told)
